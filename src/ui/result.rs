//! The suggestion: which level, why, the pathway, what to do today, whom to call, and what would change it.

use care_check_engine::explain::{Change, lowers, raises};
use care_check_engine::words::Who;
use care_check_engine::{Assessment, ModifierIx};
use yew::prelude::*;

use super::markup::{all, el, none, text, with, words};
use super::parts::{bullets, button, folded, heading, named, p, section, title};
use super::pathway::pathway;
use super::reasons::reasons;
use super::{View, centre, help, options};
use crate::content::{ALTERNATIVE_WORDS, Msg, PROTOCOL, say};
use crate::session::Action;
use crate::voice::{level_words, modifier_words, question_words};

/// How many changes are named in either direction: what matters most stands early in the questions.
const CHANGES_SHOWN: usize = 4;

pub fn screen(view: &View<'_>) -> Html {
    let voice = &view.voice;
    let assessment = view.session.assessment();
    let first = assessment.first_step();
    let level = level_words(first);
    let id = first.of(&PROTOCOL).map_or("", |l| l.id);
    let is_urgent = |m: &ModifierIx| m.of(&PROTOCOL).is_some_and(|m| m.urgent);
    let (urgent, beside): (Vec<ModifierIx>, Vec<ModifierIx>) = assessment.modifiers().partition(is_urgent);
    let there = vec![
        bullets(view, level.there),
        folded(view, "", say::ASK_TITLE, vec![bullets(view, say::ASK_PROGRAMME)]),
        folded(view, "", say::CHOOSE_TITLE, vec![bullets(view, say::CHOOSE_PLACE)]),
    ];
    all(vec![
        p(view, "kicker", say::RESULT_KICKER),
        title(voice.say(level.plain)),
        with(text("p", "level-name", voice.say(level.name)), "data-level", id),
        p(view, "lead", level.what),
        all(urgent.into_iter().map(|modifier| urgent_note(view, modifier)).collect()),
        section(view, "why", say::WHY_TITLE, reasons(view)),
        section(view, "path", say::PATH_TITLE, vec![pathway(view)]),
        section(view, "today", say::TODAY_TITLE, vec![bullets(view, level.today)]),
        section(view, "help", say::HELP_TITLE, help::directory(view)),
        centre::place(view),
        unless_empty(view, "beside", say::BESIDE_TITLE, beside.into_iter().map(|m| note(view, m)).collect()),
        alternatives(view, &assessment),
        section(view, "there", say::THERE_TITLE, there),
        guides(view),
        if view.session.who() == Who::Other { helper(view) } else { none() },
        section(view, "all", say::COMPARE_TITLE, vec![options::table(view, &[first, assessment.setting])]),
        changes(view, &assessment),
        el("div", "actions", vec![button(view, "secondary", "back", say::BACK_TO_ANSWERS, Action::Back)]),
    ])
}

fn unless_empty(view: &View<'_>, class: &'static str, label: Msg, body: Vec<Html>) -> Html {
    if body.is_empty() { none() } else { section(view, class, label, body) }
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
    let item = |index: care_check_engine::AlternativeIx| {
        let (alternative, sentence) = (index.of(&PROTOCOL)?, ALTERNATIVE_WORDS.get(usize::from(index.0))?);
        let plain = text("strong", "", view.voice.say(level_words(alternative.instead).plain));
        let parts = vec![plain, words(". ".into()), words(view.voice.say(*sentence))];
        Some(with(el("li", "", parts), "data-alternative", alternative.id))
    };
    let found: Vec<Html> = assessment.alternatives().filter_map(item).collect();
    if found.is_empty() {
        return none();
    }
    let body = vec![p(view, "", say::ALTERNATIVES_LEAD), el("ul", "", found)];
    section(view, "alternatives", say::ALTERNATIVES_TITLE, body)
}

fn guides(view: &View<'_>) -> Html {
    let avoid = vec![heading(view, "h3", say::AVOID_TITLE), bullets(view, say::AVOID)];
    let coming_down = std::iter::once(bullets(view, say::COMING_DOWN)).chain(avoid).collect();
    let mut guides = vec![
        folded(view, "guide", say::COMING_DOWN_TITLE, coming_down),
        folded(view, "guide", say::NALOXONE_TITLE, vec![bullets(view, say::NALOXONE)]),
    ];
    // This one speaks to the person alone.
    if view.session.who() == Who::Myself {
        guides.push(folded(view, "guide", say::SELF_CARE_TITLE, vec![bullets(view, say::SELF_CARE)]));
    }
    all(guides)
}

fn helper(view: &View<'_>) -> Html {
    let lists = [
        (say::HELPER_CAN_TITLE, say::HELPER_CAN),
        (say::HELPER_CANNOT_TITLE, say::HELPER_CANNOT),
        (say::HELPER_CARE_TITLE, say::HELPER_CARE),
    ];
    let body = lists.into_iter().flat_map(|(label, list)| [heading(view, "h3", label), bullets(view, list)]);
    section(view, "helper", say::HELPER_TITLE, body.collect())
}

fn changes(view: &View<'_>, now: &Assessment) -> Html {
    let answers = view.session.answers();
    let more: Vec<Change> = raises(&PROTOCOL, answers).take(CHANGES_SHOWN).collect();
    let less: Vec<Change> = lowers(&PROTOCOL, answers).take(CHANGES_SHOWN).collect();
    let mut body = Vec::new();
    for (label, found) in [(say::CHANGES_MORE, more), (say::CHANGES_LESS, less)] {
        if !found.is_empty() {
            body.push(heading(view, "h3", label));
            body.push(el("ul", "", found.iter().map(|c| change(view, now, c)).collect()));
        }
    }
    body.push(p(view, "", say::CHANGES_AGAIN));
    section(view, "changes", say::CHANGES_TITLE, body)
}

fn change(view: &View<'_>, now: &Assessment, change: &Change) -> Html {
    let voice = &view.voice;
    // What changes is named: the first step, or behind the same first step the setting.
    let then = if change.first_step == now.first_step() { change.setting } else { change.first_step };
    let mut parts =
        named(voice.say(question_words(change.question).short), voice.option(change.question, change.option));
    parts.push(words(" → ".into()));
    parts.push(text("strong", "", voice.say(level_words(then).plain)));
    el("li", "", parts)
}
