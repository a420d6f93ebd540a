//! care-check: a private level-of-care check for people who use cocaine and for those who care about them.
//!
//! The whole visit is in [`session`]; [`ui`] turns a session into screens; [`embed`] talks to the shell
//! around the program. See `docs/ARCHITECTURE.md`.

pub mod content;
pub mod embed;
pub mod session;
pub mod take;
pub mod ui;
pub mod voice;

#[cfg(not(target_arch = "wasm32"))]
pub mod render;
