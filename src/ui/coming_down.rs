//! Coming down: what to expect and when, what helps, what to avoid, and when to get help.

use yew::prelude::*;

use super::markup::{el, text};
use super::parts::{bullets, folded, heading, part};
use super::{View, icons};
use crate::content::{Msg, PROTOCOL, say};

const PHASES: [(Msg, Msg); 4] = [
    (say::COMING_DOWN_HOURS, say::COMING_DOWN_HOURS_TEXT),
    (say::COMING_DOWN_DAYS, say::COMING_DOWN_DAYS_TEXT),
    (say::COMING_DOWN_WEEKS, say::COMING_DOWN_WEEKS_TEXT),
    (say::COMING_DOWN_MONTHS, say::COMING_DOWN_MONTHS_TEXT),
];

/// The answers say that this matters today.
pub fn is_now(view: &View<'_>) -> bool {
    PROTOCOL.coming_down_open.holds(view.session.answers())
}

/// Open where it matters today, folded where it does not.
pub fn guide(view: &View<'_>) -> Html {
    let phases = PHASES.iter().map(|(when, what)| {
        let stage = vec![text("strong", "", view.voice.say(*when)), text("span", "", view.voice.say(*what))];
        el("li", "", stage)
    });
    let body = vec![
        bullets(view, say::COMING_DOWN),
        el("ol", "timeline", phases.collect()),
        heading(view, "h3", say::COMING_DOWN_GET_HELP_TITLE),
        bullets(view, say::COMING_DOWN_GET_HELP),
        heading(view, "h3", say::COMING_DOWN_HELPS_TITLE),
        bullets(view, say::COMING_DOWN_HELPS),
        heading(view, "h3", say::AVOID_TITLE),
        bullets(view, say::AVOID),
        heading(view, "h3", say::NALOXONE_TITLE),
        bullets(view, say::NALOXONE),
    ];
    if is_now(view) {
        part(view, icons::COMING_DOWN, "coming-down", say::COMING_DOWN_TITLE, body)
    } else {
        folded(view, "coming-down", "h2", say::COMING_DOWN_TITLE, body)
    }
}
