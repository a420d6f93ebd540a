//! The bridge between the program and the shell around it.
//!
//! Everything that may pass is a [`message`]; everything that may be opened is in [`links`].

pub mod centre;
#[cfg(target_arch = "wasm32")]
pub mod host;
pub mod links;
pub mod message;
