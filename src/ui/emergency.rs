//! A red flag: what to do now. Nothing else stands on this screen.

use care_check_engine::RedFlag;
use care_check_engine::explain::because;
use yew::prelude::*;

use super::markup::{all, el, none, text, with};
use super::parts::{button, p, section, title};
use super::{View, help};
use crate::content::{ACT_WORDS, PROTOCOL, say};
use crate::session::Action;

pub fn screen(view: &View<'_>) -> Html {
    let voice = &view.voice;
    let flags: Vec<&RedFlag> = view.session.assessment().red_flags().filter_map(|flag| flag.of(&PROTOCOL)).collect();
    let mut said = Vec::new();
    for flag in &flags {
        for (question, options) in because(&PROTOCOL, view.session.answers(), &flag.when) {
            said.extend(voice.options(question, options).into_iter().map(|label| text("li", "", label)));
        }
    }
    let talk = flags.iter().flat_map(|flag| flag.when.clauses()).any(|c| help::belongs_to_crisis_line(c.question));
    all(vec![
        title(voice.say(say::EMERGENCY_TITLE)),
        help::emergency_call(view),
        p(view, "lead", say::EMERGENCY_LEAD),
        section(view, "said", say::EMERGENCY_BECAUSE, vec![el("ul", "", said)]),
        section(view, "acts", say::EMERGENCY_WHILE_WAITING, vec![el("ul", "", acts(view, &flags))]),
        if talk { help::crisis(view) } else { none() },
        p(view, "", say::EMERGENCY_UNSURE),
        el("div", "actions", vec![button(view, "secondary", "back", say::EMERGENCY_BACK, Action::Back)]),
    ])
}

/// First aid for every flag, each text once, in the order of [`care_check_engine::Protocol::first_aid`].
fn acts(view: &View<'_>, flags: &[&RedFlag]) -> Vec<Html> {
    let needed = |act: &str| flags.iter().any(|flag| flag.act.contains(&act));
    let shown = ACT_WORDS.iter().filter(|(act, _)| needed(act));
    shown.map(|(act, words)| with(text("li", "", view.voice.say(*words)), "data-act", *act)).collect()
}
