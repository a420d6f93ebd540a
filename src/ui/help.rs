//! Whom to call.

use care_check_engine::QuestionIx;
use care_check_engine::help::{Helpline, HelplineKind};
use yew::prelude::*;

use super::View;
use super::parts::open_link;
use crate::content::{DIRECTORY, FINDER_WORDS, PROTOCOL, say};
use crate::embed::links;
use crate::voice::helpline_words;

/// The crisis line stands on the questions that can lead to it, before anything is answered, and on the
/// emergency screen that one of them led to.
pub fn belongs_to_crisis_line(question: QuestionIx) -> bool {
    let crisis = PROTOCOL.modifiers.iter().find(|modifier| modifier.id == "crisis_line");
    crisis.is_some_and(|modifier| modifier.when.clauses().any(|clause| clause.question == question))
}

/// The crisis line, in a calm box.
pub fn crisis(view: &View<'_>) -> Html {
    let line = view.session.region().and_then(|region| DIRECTORY.crisis_line(region));
    html! {
        <div class="crisis">
            <p>{ view.voice.say(say::CRISIS_NOW) }</p>
            { line.map(|line| helpline(view, line)) }
        </div>
    }
}

/// The emergency number as the largest thing on the screen.
pub fn emergency_call(view: &View<'_>) -> Html {
    match view.session.region() {
        Some(region) => {
            let text = view.voice.say(say::CALL_EMERGENCY);
            open_link(view, "call", text, links::emergency(region))
        }
        // Nobody has said where they are: every number, each with its country.
        None => html! {
            <ul class="numbers">
                { for DIRECTORY.regions.iter().map(|region| html! {
                    <li>
                        { view.voice.region_name(region) }{ " " }
                        { open_link(view, "call small", region.emergency.into(), links::emergency(region)) }
                    </li>
                }) }
            </ul>
        },
    }
}

/// All helplines and finders of the region.
pub fn directory(view: &View<'_>) -> Html {
    let Some(region) = view.session.region() else {
        return html! { <p>{ view.voice.say(say::HELP_CHOOSE_REGION) }</p> };
    };
    let lines = |kind: HelplineKind| {
        DIRECTORY.helplines_of(region).filter(move |line| line.kind == kind).map(|line| helpline(view, line))
    };
    html! {
        <>
            { for [HelplineKind::Crisis, HelplineKind::Drugs, HelplineKind::Family].into_iter().flat_map(lines) }
            { for DIRECTORY.finders_of(region).map(|finder| {
                let position = DIRECTORY.finders.iter().position(|f| f.id == finder.id);
                let words = position.and_then(|p| FINDER_WORDS.get(p));
                words.map(|words| html! {
                    <div class="helpline">
                        <h3>{ view.voice.say(words.title) }</h3>
                        <p>{ view.voice.say(words.text) }</p>
                        { open_link(view, "link", view.voice.say(say::OPEN_IN_NEW_TAB), links::position(finder.url)) }
                    </div>
                }).unwrap_or_default()
            }) }
        </>
    }
}

fn helpline(view: &View<'_>, line: &'static Helpline) -> Html {
    let Some(words) = helpline_words(line.id) else { return Html::default() };
    let hours = words.hours.unwrap_or(say::ANY_HOUR);
    html! {
        <div class="helpline" data-helpline={line.id}>
            <h3>{ view.voice.say(words.name) }</h3>
            <p>{ view.voice.say(words.about) }{ " " }{ view.voice.say(hours) }</p>
            { (!line.confirmed).then(|| html! { <p class="fine">{ view.voice.say(say::NUMBER_UNCONFIRMED) }</p> }) }
            <p class="calls">
                { line.call.map(|number| open_link(view, "call small", view.voice.say_named(say::CALL_NUMBER, number), links::helpline_call(line))) }
                { line.text.as_ref().map(|text| {
                    let label = match text.keyword {
                        Some(word) => view.voice.say_named(say::TEXT_WORD, &format!("{word} → {}", text.number)),
                        None => view.voice.say_named(say::TEXT_NUMBER, text.number),
                    };
                    open_link(view, "call small", label, links::helpline_text(line))
                }) }
            </p>
        </div>
    }
}
