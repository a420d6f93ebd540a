//! The product in real browsers, over WebDriver.
//!
//! A test in `tests/` says what a visitor is promised. A [`Visit`] is what a visitor can do and see; it knows the
//! protocol's ids and the page's `data-` attributes, and no wording. Below it, [`session`] speaks WebDriver and
//! [`browser`] starts and ends the browsers.
//!
//! `cargo xtask test` builds the page, finds the tools, and names them in the environment. Without them a test fails.

pub mod attempts;
pub mod axe;
pub mod browser;
pub mod cases;
pub mod collectors;
pub mod faults;
pub mod layout;
pub mod paper;
pub mod picture;
pub mod pool;
pub mod private_network;
pub mod server;
pub mod session;
pub mod stages;
pub mod tools;
pub mod tour;
pub mod visit;
pub mod webdriver;

pub use browser::{Browser, Setup};
pub use visit::{Shown, Visit};

/// Makes a test for each browser out of a function that takes one.
///
/// In WebKitGTK runs what would tell something new there: whole visits, what leaves and what stays, the emergency signs
/// at every step and in every fault, the keyboard and the focus. Left to the other two are the measures and axe on
/// every screen, and what its driver cannot do: text of another size, colours or languages of the system, files that
/// are saved, paper, clicks in a closed shadow root, and the focus brought back into a frame.
#[macro_export]
macro_rules! in_every_browser {
    ($($promise:ident),+ $(,)? $(; not_in_webkit: $($other:ident),+ $(,)?)?) => {
        $crate::in_both_browsers![$($promise,)+ $($($other),+)?];
        mod webkit {
            $(#[test] fn $promise() { super::$promise($crate::Browser::WebKit); })+
        }
    };
}

/// The same in Chromium and Firefox alone.
#[macro_export]
macro_rules! in_both_browsers {
    ($($promise:ident),+ $(,)?) => {
        mod chromium {
            $(#[test] fn $promise() { super::$promise($crate::Browser::Chromium); })+
        }
        mod firefox {
            $(#[test] fn $promise() { super::$promise($crate::Browser::Firefox); })+
        }
    };
}
