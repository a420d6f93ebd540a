//! The suggestion: which level, why, the pathway, what to do today, whom to call, and what would change it.

use care_check_engine::explain::{Change, lowers, raises};
use care_check_engine::words::Who;
use care_check_engine::{Assessment, LevelIx, ModifierIx, Role};
use yew::prelude::*;

use super::icons::{self, Icon};
use super::markup::{all, el, none, text, with, words};
use super::parts::{bullets, button, folded, heading, named, p, part, section, title};
use super::pathway::pathway;
use super::reasons::reasons;
use super::{View, centre, coming_down, help, helper, options, take};
use crate::content::{ALTERNATIVE_WORDS, Msg, PROTOCOL, say};
use crate::session::Action;
use crate::voice::{level_words, modifier_words, question_words};

/// How many changes are named in either direction: what matters most stands early in the questions.
const CHANGES_SHOWN: usize = 4;

/// What to do and whom to call stand before why, because somebody may have two minutes only.
pub fn screen(view: &View<'_>) -> Html {
    let voice = &view.voice;
    let assessment = view.session.assessment();
    let first = assessment.first_step();
    let level = level_words(first);
    let id = first.of(&PROTOCOL).map_or("", |l| l.id);
    let (mut urgent, mut beside) = (Vec::new(), Vec::new());
    for modifier in assessment.modifiers() {
        if modifier.of(&PROTOCOL).is_some_and(|m| m.urgent) {
            urgent.push(urgent_note(view, modifier));
        } else {
            beside.push(note(view, modifier));
        }
    }
    let now = coming_down::is_now(view);
    let part = |mark: Icon, class, label, body| part(view, mark, class, label, body);
    all(vec![
        take::emergency_on_paper(view),
        p(view, "kicker", say::RESULT_KICKER),
        title(voice.say(level.plain)),
        with(text("p", "level-name", voice.say(level.name)), "data-level", id),
        p(view, "lead", level.what),
        all(urgent),
        part(icons::TODAY, "today", say::TODAY_TITLE, vec![bullets(view, level.today)]),
        part(icons::CALL, "help", say::HELP_TITLE, help::directory(view, level)),
        centre::place(view),
        alternatives(view, &assessment),
        if now { coming_down::guide(view) } else { none() },
        if view.session.who() == Who::Other { helper::guide(view) } else { none() },
        part(icons::WHY, "why", say::WHY_TITLE, reasons(view)),
        part(icons::WAY, "path", say::PATH_TITLE, pathway(view)),
        part(icons::DOOR, "there", say::THERE_TITLE, there(view, first)),
        unless_empty(view, icons::BESIDE, "beside", say::BESIDE_TITLE, beside),
        take::offer(view),
        part(icons::AGAIN, "again", say::AGAIN_TITLE, again(view, first)),
        changes(view, &assessment),
        if now { none() } else { coming_down::guide(view) },
        self_care(view),
        folded(view, "all", "h2", say::COMPARE_TITLE, vec![options::table(view, Some(&[first, assessment.setting]))]),
        el("div", "actions", vec![button(view, "secondary", "back", say::BACK_TO_ANSWERS, Action::Back)]),
    ])
}

fn there(view: &View<'_>, level: LevelIx) -> Vec<Html> {
    let ask = if role(level) == Some(Role::Sustaining) { say::ASK_GROUP } else { say::ASK_PROGRAMME };
    let level = level_words(level);
    vec![
        bullets(view, level.there),
        heading(view, "h3", say::FIRST_DAY_TITLE),
        bullets(view, level.first_day),
        folded(view, "", "h3", say::ASK_TITLE, vec![bullets(view, ask)]),
        folded(view, "", "h3", say::CHOOSE_TITLE, vec![bullets(view, say::CHOOSE_PLACE)]),
    ]
}

fn role(level: LevelIx) -> Option<Role> {
    level.of(&PROTOCOL).map(|level| level.role)
}

/// When to ask again, and what cannot wait until then.
fn again(view: &View<'_>, level: LevelIx) -> Vec<Html> {
    let when = match role(level) {
        Some(Role::Sustaining) => say::AGAIN_SUPPORT,
        Some(Role::Treatment) => say::AGAIN_TREATMENT,
        _ => say::AGAIN_FIRST_STEP,
    };
    vec![
        p(view, "", say::AGAIN_LEAD),
        bullets(view, when),
        heading(view, "h3", say::MORE_HELP_NOW_TITLE),
        bullets(view, say::MORE_HELP_NOW),
    ]
}

fn unless_empty(view: &View<'_>, mark: Icon, class: &'static str, label: Msg, body: Vec<Html>) -> Html {
    if body.is_empty() { none() } else { part(view, mark, class, label, body) }
}

fn urgent_note(view: &View<'_>, index: ModifierIx) -> Html {
    let Some(modifier) = index.of(&PROTOCOL) else { return none() };
    let texts = modifier_words(index);
    let line = if modifier.crisis_line { help::crisis(view) } else { none() };
    with(section(view, "urgent", texts.title, vec![p(view, "", texts.text), line]), "data-modifier", modifier.id)
}

fn note(view: &View<'_>, modifier: ModifierIx) -> Html {
    let texts = modifier_words(modifier);
    let id = modifier.of(&PROTOCOL).map_or("", |m| m.id);
    with(el("div", "note", vec![heading(view, "h3", texts.title), p(view, "", texts.text)]), "data-modifier", id)
}

fn alternatives(view: &View<'_>, assessment: &Assessment) -> Html {
    let mut found = Vec::new();
    for index in assessment.alternatives() {
        let (Some(alternative), Some(sentence)) = (index.of(&PROTOCOL), ALTERNATIVE_WORDS.get(usize::from(index.0)))
        else {
            continue;
        };
        let plain = text("strong", "", view.voice.say(level_words(alternative.instead).plain));
        let parts = vec![plain, words(". ".into()), words(view.voice.say(*sentence))];
        found.push(with(el("li", "", parts), "data-alternative", alternative.id));
    }
    if found.is_empty() {
        return none();
    }
    let body = vec![p(view, "", say::ALTERNATIVES_LEAD), el("ul", "", found)];
    section(view, "alternatives", say::ALTERNATIVES_TITLE, body)
}

/// This one speaks to the person alone.
fn self_care(view: &View<'_>) -> Html {
    if view.session.who() == Who::Other {
        return none();
    }
    folded(view, "guide", "h2", say::SELF_CARE_TITLE, vec![bullets(view, say::SELF_CARE)])
}

fn changes(view: &View<'_>, now: &Assessment) -> Html {
    let answers = view.session.answers();
    let (mut more, mut less) = (Vec::new(), Vec::new());
    for change in raises(&PROTOCOL, answers) {
        // The emergency signs stand beside every screen.
        if more.len() < CHANGES_SHOWN && role(change.first_step) != Some(Role::Emergency) {
            more.push(change);
        }
    }
    for change in lowers(&PROTOCOL, answers) {
        if less.len() < CHANGES_SHOWN {
            less.push(change);
        }
    }
    let mut body = Vec::new();
    for (label, found) in [(say::CHANGES_MORE, more), (say::CHANGES_LESS, less)] {
        if !found.is_empty() {
            body.push(heading(view, "h3", label));
            body.push(el("ul", "", found.iter().map(|c| change(view, now, c)).collect()));
        }
    }
    unless_empty(view, icons::CHANGES, "changes", say::CHANGES_TITLE, body)
}

fn change(view: &View<'_>, now: &Assessment, change: &Change) -> Html {
    let voice = &view.voice;
    // What changes is named: the first step, or behind the same first step the setting.
    let then = if change.first_step == now.first_step() { change.setting } else { change.first_step };
    let mut parts =
        named(voice.say(question_words(change.question).short), voice.option(change.question, change.option));
    parts.push(text("span", "then", " → ".into()));
    parts.push(text("strong", "", voice.say(level_words(then).plain)));
    el("li", "", parts)
}
