//! What leaves the page, with collectors on the network. Every test here runs in a network of its own.
//!
//! Run by `cargo xtask test`; see the library of this package for how.

mod visit;
mod ways_out;
