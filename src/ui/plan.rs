//! The plan to take along: picked from lists, with words of the visitor's own, and shown as it will be on paper.

use care_check_engine::plan::Group;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::View;
use super::markup::{all, el, none, text, with};
use super::parts::{Choice, button, folded, heading, p, title};
use super::reasons::cited;
use super::take::hand_over;
use crate::content::{Msg, PERSON_WORDS, PLAN, SIGN_WORDS, TRIGGER_WORDS, WAY_WORDS, say};
use crate::session::Action;
use crate::take::notes::{Field, LONGEST, Line, Note};

const GROUPS: [(Group, Msg); 3] = [
    (Group::Emotional, say::PLAN_EMOTIONAL),
    (Group::Social, say::PLAN_SOCIAL),
    (Group::Environmental, say::PLAN_ENVIRONMENTAL),
];

pub fn screen(view: &View<'_>) -> Html {
    let sources: Vec<&str> = PLAN.sources().collect();
    all(vec![
        title(view.voice.say(say::PLAN_TITLE)),
        p(view, "lead", say::PLAN_LEAD),
        p(view, "hint", say::PLAN_OWN_WORDS),
        el("section", "picks", triggers(view)),
        el("section", "picks", vec![signs(view)]),
        el("section", "picks", vec![people(view)]),
        hand_over(view),
        folded(view, "sources", "h2", say::PLAN_SOURCES, vec![cited(&sources)]),
        el("div", "actions", vec![button(view, "secondary", "back", say::TAKE_BACK, Action::Back)]),
    ])
}

fn triggers(view: &View<'_>) -> Vec<Html> {
    let mut parts = vec![heading(view, "h2", say::PLAN_TRIGGERS_TITLE)];
    for (group, label) in GROUPS {
        let mut rows = Vec::new();
        for (place, trigger) in PLAN.triggers.iter().enumerate() {
            if trigger.group == group {
                rows.push(trigger_row(view, trigger.id, place));
            }
        }
        parts.push(group_of(view, "h3", label, rows));
    }
    parts.push(own(view, "own-trigger", Field::Trigger, "own-way", Field::Way));
    parts
}

fn signs(view: &View<'_>) -> Html {
    let mut rows = Vec::new();
    for (place, sign) in PLAN.signs.iter().enumerate() {
        if let Some(words) = SIGN_WORDS.get(place) {
            let picked = view.session.notes().has_sign(place);
            rows.push(tick(view, ["sign-", sign.id], words.title, picked, Note::Sign(place)));
        }
    }
    rows.push(own(view, "own-sign", Field::Sign, "own-deed", Field::Deed));
    group_of(view, "h2", say::PLAN_SIGNS_TITLE, rows)
}

fn people(view: &View<'_>) -> Html {
    let mut rows = vec![p(view, "hint", say::PLAN_PEOPLE_HINT)];
    for (place, person) in PLAN.people.iter().enumerate() {
        if let Some(words) = PERSON_WORDS.get(place) {
            rows.push(input(view, person.id, *words, Field::Person(place)));
        }
    }
    group_of(view, "h2", say::PLAN_PEOPLE_TITLE, rows)
}

fn group_of(view: &View<'_>, tag: &'static str, label: Msg, mut rows: Vec<Html>) -> Html {
    rows.insert(0, el("legend", "", vec![heading(view, tag, label)]));
    el("fieldset", "choices", rows)
}

/// Two inputs: for something of the visitor's own, and for what to do then.
fn own(view: &View<'_>, what: &'static str, field: Field, then: &'static str, deed: Field) -> Html {
    let inputs = vec![input(view, what, say::PLAN_OWN, field), input(view, then, say::PLAN_WAY, deed)];
    el("div", "own", inputs)
}

/// A trigger, and once it is picked, what to do then.
fn trigger_row(view: &View<'_>, id: &'static str, place: usize) -> Html {
    let Some(words) = TRIGGER_WORDS.get(place) else { return none() };
    let picked = view.session.notes().has_trigger(place);
    let ways = if picked { ways(view, id, place) } else { none() };
    el("div", "trigger", vec![tick(view, ["trigger-", id], *words, picked, Note::Trigger(place)), ways])
}

fn ways(view: &View<'_>, id: &'static str, trigger: usize) -> Html {
    let fitting = PLAN.triggers.get(trigger).map_or(&[] as &[u8], |t| t.ways);
    let chosen = view.session.notes().way(trigger);
    let mut options = Vec::new();
    for (place, way) in fitting.iter().enumerate() {
        if let Some(words) = WAY_WORDS.get(usize::from(*way)) {
            let option = html! { <option selected={chosen == place}>{ view.voice.say(*words) }</option> };
            options.push(with(option, "value", place.to_string()));
        }
    }
    let act = view.act.clone();
    let onchange = move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            let way = usize::try_from(select.selected_index()).unwrap_or_default();
            act.emit(Action::Note(Note::Way(trigger, way)));
        }
    };
    let name: AttrValue = ["way-", id].concat().into();
    let label = with(text("label", "", view.voice.say(say::PLAN_WAY)), "for", name.clone());
    el("div", "field way-to-cope", vec![label, html! { <select id={name} {onchange}>{ all(options) }</select> }])
}

fn tick(view: &View<'_>, id: [&'static str; 2], label: Msg, picked: bool, note: Note) -> Html {
    let choice = Choice {
        class: "choice",
        kind: "checkbox",
        name: "",
        id: id.concat().into(),
        value: "",
        label: view.voice.say(label),
        chosen: picked,
        action: Action::Note(note),
    };
    choice.show(view)
}

/// An input for own words. Nothing may look at them: no list of what was written before, no check of the spelling,
/// no translation.
fn input(view: &View<'_>, id: &'static str, label: Msg, field: Field) -> Html {
    let act = view.act.clone();
    let oninput = move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            act.emit(Action::Note(Note::Write(field, Line::new(&input.value()))));
        }
    };
    let written = view.session.notes().own(field).as_written();
    let input = html! { <input type="text" {id} value={written} {oninput} /> };
    let quiet = [("autocomplete", "off"), ("autocapitalize", "off"), ("spellcheck", "false"), ("translate", "no")];
    let input = quiet.into_iter().fold(input, |input, (name, value)| with(input, name, value));
    let input = with(input, "maxlength", LONGEST.to_string());
    el("div", "field", vec![with(text("label", "", view.voice.say(label)), "for", id), input])
}
