//! The pure heart of care-check: what the protocol is, which question comes next,
//! and what follows from the answers.
//!
//! **Architecture invariant:** everything outside [`load`] is total. It has no dependency, no `Result`,
//! no panic, no float, no clock, no randomness and no input or output, so that every possible visit can be
//! enumerated and checked. Parsing and its errors live behind the host-only feature `load`.

#![cfg_attr(not(feature = "load"), no_std)]
#![cfg_attr(
    not(feature = "load"),
    deny(
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::unreachable,
        clippy::todo,
        clippy::float_arithmetic
    )
)]
#![warn(missing_docs)]

extern crate alloc;

pub mod answers;
pub mod assess;
pub mod enumerate;
pub mod explain;
pub mod help;
pub mod model;
pub mod path;
pub mod plan;
pub mod words;

#[cfg(feature = "load")]
#[allow(
    missing_docs,
    reason = "only the build, the tests and the command line use it, and most names say all there is"
)]
pub mod load;

pub use answers::{Answer, Answers};
pub use assess::{Assessment, assess};
pub use model::*;
