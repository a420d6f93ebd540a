//! One question.

use care_check_engine::path::progress;
use care_check_engine::{OptionSet, Question, QuestionIx, QuestionKind};
use yew::prelude::*;

use super::parts::{button, title};
use super::{View, help};
use crate::content::{PROTOCOL, say};
use crate::session::Action;
use crate::voice::question_words;

pub fn screen(view: &View<'_>, question: QuestionIx) -> Html {
    let Some(asked) = question.of(&PROTOCOL) else { return Html::default() };
    let words = question_words(question);
    let at = progress(&PROTOCOL, view.session.answers(), question);
    let (position, total) = (at.position.to_string(), at.total.to_string());
    let hint_id = words.hint.map(|_| "hint");
    let error_id = view.session.is_missing_answer().then_some("missing");
    let described: Vec<&str> = [hint_id, Some("how"), error_id].into_iter().flatten().collect();
    let how = match asked.kind {
        QuestionKind::One => say::CHOOSE_ONE,
        QuestionKind::Several if raises_flags(question) => say::CHOOSE_SIGNS,
        QuestionKind::Several => say::CHOOSE_SEVERAL,
    };
    html! {
        <>
            <div class="progress">
                <progress max={total} value={position} aria-hidden="true"></progress>
                <p>{ view.voice.say_of(say::PROGRESS, at.position, at.total) }</p>
            </div>
            <fieldset class="choices" aria-describedby={described.join(" ")} data-question={asked.id}>
                <legend>{ title(view.voice.say(words.ask)) }</legend>
                { words.hint.map(|hint| html! { <p class="hint" id="hint">{ view.voice.say(hint) }</p> }) }
                <p class="how" id="how">{ view.voice.say(how) }</p>
                <p class="missing" id="missing" role="alert">
                    { error_id.map(|_| view.voice.say(say::ANSWER_MISSING)) }
                </p>
                { for asked.pickable().map(|option| choice(view, question, asked, option)) }
            </fieldset>
            { help::belongs_to_crisis_line(question).then(|| help::crisis(view)) }
            <div class="actions">
                { button(view, "primary", "next", say::NEXT, Action::Next) }
                { button(view, "secondary", "back", if view.session.is_changing() { say::BACK_TO_ANSWERS } else { say::BACK }, Action::Back) }
            </div>
        </>
    }
}

fn choice(view: &View<'_>, question: QuestionIx, asked: &Question, option: OptionSet) -> Html {
    let name = option.positions().next().and_then(|p| asked.options.get(usize::from(p))).map_or("declined", |o| o.id);
    let id = format!("{}-{name}", asked.id);
    let act = view.act.clone();
    let kind = match asked.kind {
        QuestionKind::One => "radio",
        QuestionKind::Several => "checkbox",
    };
    html! {
        <label class={classes!("choice", (name == "declined").then_some("declined"))} for={id.clone()} key={name}>
            <input type={kind} name={asked.id} id={id} value={name}
                checked={view.session.chosen(question).contains(option)}
                onchange={move |_| act.emit(Action::Pick(question, option))} />
            <span>{ view.voice.option(question, option) }</span>
        </label>
    }
}

/// A tick here stops the questionnaire, and the visitor is told so beforehand.
fn raises_flags(question: QuestionIx) -> bool {
    PROTOCOL.red_flags.iter().flat_map(|flag| flag.when.clauses()).any(|clause| clause.question == question)
}
