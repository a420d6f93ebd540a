//! Check your answers, and change any.

use care_check_engine::QuestionIx;
use yew::prelude::*;

use super::View;
use super::markup::{all, el, text, with, words};
use super::parts::{button, items, p, pressing, title};
use crate::content::{PROTOCOL, say};
use crate::session::Action;
use crate::voice::question_words;

pub fn screen(view: &View<'_>) -> Html {
    all(vec![
        title(view.voice.say(say::REVIEW_TITLE)),
        p(view, "", say::REVIEW_LEAD),
        el("dl", "answers", view.session.path().map(|question| answer(view, question)).collect()),
        el(
            "div",
            "actions",
            vec![
                button(view, "primary", "next", say::REVIEW_NEXT, Action::Next),
                button(view, "secondary", "back", say::BACK, Action::Back),
            ],
        ),
    ])
}

/// A question of the path with its answer and a way to change it.
fn answer(view: &View<'_>, question: QuestionIx) -> Html {
    let voice = &view.voice;
    let id = question.of(&PROTOCOL).map_or("", |q| q.id);
    let short = voice.say(question_words(question).short);
    let mut given = voice.options(question, view.session.answers().options(question));
    if given.is_empty() {
        given.push(voice.say(say::NOT_ANSWERED));
    }
    let act = view.act.clone();
    let unseen = el("span", "unseen", vec![words(": ".into()), words(short.clone())]);
    let label = all(vec![words(voice.say(say::CHANGE)), unseen]);
    let change = pressing("link", label, Callback::from(move |_| act.emit(Action::Change(question))));
    let change = with(change, "data-change", id);
    let row = vec![text("dt", "", short), el("dd", "given", items("span", given)), el("dd", "", vec![change])];
    with(el("div", "answer", row), "data-question", id)
}
