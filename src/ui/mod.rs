//! Screens: a session in, markup out.
//!
//! One component, [`app::App`], owns the session. Every screen is a function from a [`View`] to markup, so that
//! the build and the tests render the same screens without a browser.

pub mod app;
mod coming_down;
mod emergency;
mod help;
mod helper;
mod icons;
mod markup;
mod options;
mod parts;
mod pathway;
mod question;
mod reasons;
mod result;
mod review;
mod start;

use yew::prelude::*;

use crate::session::{Action, Screen, Session};
use crate::voice::Voice;

/// What a screen needs: the session, the words, and where to send what the visitor does.
#[derive(Clone)]
pub struct View<'a> {
    pub session: &'a Session,
    pub voice: Voice,
    pub act: Callback<Action>,
    /// Opens a link of [`crate::embed::links`] by its position.
    pub open: Callback<usize>,
}

/// The heading that takes the focus when a screen is new.
pub const TITLE_ID: &str = "screen-title";

/// The whole program for a session.
pub fn screen(view: &View<'_>) -> Html {
    let (name, body) = match view.session.screen() {
        Screen::Start => ("start", start::screen(view)),
        Screen::Question(question) => ("question", question::screen(view, question)),
        Screen::Review => ("review", review::screen(view)),
        Screen::Result => ("result", result::screen(view)),
        Screen::Emergency(_) => ("emergency", emergency::screen(view)),
    };
    // A key of its own gives every turn fresh elements: no radio button keeps a state that is not the session's.
    html! {
        <main class={classes!("program", name)} key={view.session.turn()} data-screen={name}
            lang={view.voice.locale.tag} dir={if view.voice.right_to_left() { "rtl" } else { "ltr" }}>
            { body }
            { parts::footer(view) }
        </main>
    }
}

/// The documented options without a suggestion, for the leaflet.
pub fn options_table(view: &View<'_>) -> Html {
    options::table(view, None)
}
