//! What the page promises its visitors, kept in real browsers.
//!
//! Run by `cargo xtask test`; see the library of this package for how.

mod accessibility;
mod announcements;
mod colours;
mod embed;
mod emergency;
mod faults;
mod focus;
mod history;
mod hostile;
mod keyboard;
mod languages;
mod layout;
mod measured;
mod paper;
mod quiet;
mod recorder;
mod shell;
mod take;
mod visits;
