//! Screens: a session in, markup out.
//!
//! One component, [`app::App`], owns the session. Every screen is a function from a [`View`] to markup, so that
//! the build and the tests render the same screens without a browser.

pub mod app;
mod centre;
mod coming_down;
mod emergency;
mod help;
mod helper;
mod icons;
mod markup;
mod options;
mod parts;
mod pathway;
mod plan;
mod question;
mod reasons;
mod result;
mod review;
mod start;
mod take;

use yew::prelude::*;

use crate::embed::centre::Centre;
use crate::embed::message::Contact;
use crate::session::{Action, Screen, Session};
use crate::take::{Take, Told};
use crate::voice::Voice;

/// What a screen needs: the session, the words, and where to send what the visitor does.
#[derive(Clone)]
pub struct View<'a> {
    pub session: &'a Session,
    pub voice: Voice,
    pub act: Callback<Action>,
    /// Opens a link of [`crate::embed::links`] by its position.
    pub open: Callback<usize>,
    /// The centre on whose site this is.
    pub centre: Option<&'a Centre>,
    /// Opens a contact of the centre.
    pub reach: Callback<Contact>,
    /// Prints, copies or saves what the screen has to take along.
    pub take: Callback<Take>,
    /// What became of the last try to do so.
    pub told: Option<Told>,
}

impl<'a> View<'a> {
    /// A view in which nothing can be done, for markup without a browser.
    pub fn still(session: &'a Session, voice: Voice) -> Self {
        let (act, open, reach, take) = (Callback::noop(), Callback::noop(), Callback::noop(), Callback::noop());
        Self { session, voice, act, open, centre: None, reach, take, told: None }
    }
}

/// The heading that takes the focus when a screen is new.
pub const TITLE_ID: &str = "screen-title";

/// The words that take the focus when an answer is missing.
pub const MISSING_ID: &str = "missing";

/// The whole program for a session.
pub fn screen(view: &View<'_>) -> Html {
    let (name, body) = match view.session.screen() {
        Screen::Start => ("start", start::screen(view)),
        Screen::Question(question) => ("question", question::screen(view, question)),
        Screen::Review => ("review", review::screen(view)),
        Screen::Result => ("result", result::screen(view)),
        Screen::Plan => ("plan", plan::screen(view)),
        Screen::Summary => ("summary", take::summary(view)),
        Screen::Emergency(_) => ("emergency", emergency::screen(view)),
    };
    // A key of its own gives every turn fresh elements: no radio button keeps a state that is not the session's.
    let main = html! {
        <main key={view.session.turn()} data-screen={name} lang={view.voice.locale.tag} dir={view.voice.direction()}>
            { body }
            { parts::footer(view) }
        </main>
    };
    markup::with(main, "class", ["program ", name].concat())
}

/// The documented options without a suggestion, for the leaflet, and whether their words were reviewed.
pub fn options_table(view: &View<'_>) -> Html {
    markup::all(vec![options::table(view, None), parts::translation(view)])
}
