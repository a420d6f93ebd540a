//! Check your answers, and change any.

use yew::prelude::*;

use super::View;
use super::parts::{button, title};
use crate::content::{PROTOCOL, say};
use crate::session::Action;
use crate::voice::question_words;

pub fn screen(view: &View<'_>) -> Html {
    html! {
        <>
            { title(view.voice.say(say::REVIEW_TITLE)) }
            <p>{ view.voice.say(say::REVIEW_LEAD) }</p>
            { answers(view) }
            <div class="actions">
                { button(view, "primary", "next", say::REVIEW_NEXT, Action::Next) }
                { button(view, "secondary", "back", say::BACK, Action::Back) }
            </div>
        </>
    }
}

/// Every question of the path with its answer and a way to change it.
fn answers(view: &View<'_>) -> Html {
    let voice = &view.voice;
    let row = |question: care_check_engine::QuestionIx| {
        let id = question.of(&PROTOCOL).map_or("", |q| q.id);
        let short = voice.say(question_words(question).short);
        let given = voice.options(question, view.session.answers().options(question));
        let act = view.act.clone();
        html! {
            <div class="answer" data-question={id}>
                <dt>{ short.clone() }</dt>
                <dd class="given">
                    if given.is_empty() {
                        { voice.say(say::NOT_ANSWERED) }
                    } else {
                        { for given.into_iter().map(|label| html! { <span>{ label }</span> }) }
                    }
                </dd>
                <dd>
                    <button type="button" class="link" data-change={id} onclick={move |_| act.emit(Action::Change(question))}>
                        { voice.say(say::CHANGE) }<span class="unseen">{ ": " }{ short }</span>
                    </button>
                </dd>
            </div>
        }
    };
    html! { <dl class="answers">{ for view.session.path().map(row) }</dl> }
}
