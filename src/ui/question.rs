//! One question.

use care_check_engine::path::progress;
use care_check_engine::{OptionSet, Question, QuestionIx, QuestionKind};
use yew::prelude::*;

use super::markup::{all, el, none, text, with};
use super::parts::{Choice, button, p, title};
use super::{MISSING_ID, View, help};
use crate::content::{Msg, PROTOCOL, say};
use crate::session::Action;
use crate::voice::question_words;

pub fn screen(view: &View<'_>, question: QuestionIx) -> Html {
    let Some(asked) = question.of(&PROTOCOL) else { return none() };
    let back = if view.session.is_changing() { say::BACK_TO_ANSWERS } else { say::BACK };
    let crisis = if help::belongs_to_crisis_line(question) { help::crisis(view) } else { none() };
    all(vec![
        how_far(view, question),
        asking(view, question, asked),
        crisis,
        el(
            "div",
            "actions",
            vec![
                button(view, "primary", "next", say::NEXT, Action::Next),
                button(view, "secondary", "back", back, Action::Back),
            ],
        ),
    ])
}

fn how_far(view: &View<'_>, question: QuestionIx) -> Html {
    let at = progress(&PROTOCOL, view.session.answers(), question);
    let bar = with(with(el("progress", "", Vec::new()), "max", at.total.to_string()), "value", at.position.to_string());
    let said = view.voice.say_of(say::PROGRESS, at.position, at.total);
    el("div", "progress", vec![with(bar, "aria-hidden", "true"), with(text("p", "", said), "id", "progress")])
}

fn asking(view: &View<'_>, question: QuestionIx, asked: &'static Question) -> Html {
    let words = question_words(question);
    let missing = view.session.is_missing_answer();
    let described = match (words.hint, missing) {
        (Some(_), true) => "hint how missing",
        (Some(_), false) => "hint how",
        (None, true) => "how missing",
        (None, false) => "how",
    };
    let hint = words.hint.map_or_else(none, |hint| with(p(view, "hint", hint), "id", "hint"));
    let error = if missing { view.voice.say(say::ANSWER_MISSING) } else { "".into() };
    // It takes the focus, which says it; as a live region it would be said twice.
    let error = with(with(text("p", "missing", error), "id", MISSING_ID), "tabindex", "-1");
    let mut children = vec![
        // The focus is at the heading, and the way so far stands above it.
        el("legend", "", vec![with(title(view.voice.say(words.ask)), "aria-describedby", "progress")]),
        hint,
        with(p(view, "how", how(question, asked)), "id", "how"),
        error,
    ];
    children.extend(asked.pickable().map(|option| choice(view, question, asked, option)));
    let fieldset = with(el("fieldset", "choices", children), "aria-describedby", described);
    with(fieldset, "data-question", asked.id)
}

/// How to answer: a tick that stops the questionnaire is announced beforehand.
fn how(question: QuestionIx, asked: &Question) -> Msg {
    let flags = || PROTOCOL.red_flags.iter().flat_map(|flag| flag.when.clauses());
    match asked.kind {
        QuestionKind::One => say::CHOOSE_ONE,
        QuestionKind::Several if flags().any(|clause| clause.question == question) => say::CHOOSE_SIGNS,
        QuestionKind::Several => say::CHOOSE_SEVERAL,
    }
}

fn choice(view: &View<'_>, question: QuestionIx, asked: &Question, option: OptionSet) -> Html {
    let name = asked.option_id(option);
    let kind = match asked.kind {
        QuestionKind::One => "radio",
        QuestionKind::Several => "checkbox",
    };
    let class = if option == OptionSet::DECLINED { "choice declined" } else { "choice" };
    let choice = Choice {
        class,
        kind,
        name: asked.id,
        id: [asked.id, "-", name].concat().into(),
        value: name,
        label: view.voice.option(question, option),
        chosen: view.session.chosen(question).contains(option),
        action: Action::Pick(question, option),
    };
    choice.show(view)
}
