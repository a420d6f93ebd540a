//! The first screen: what this is, what it is not, how long it takes, and whom it is for.

use care_check_engine::words::Who;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::View;
use super::parts::{bullets, button, title};
use crate::content::{DIRECTORY, PROTOCOL, say};
use crate::session::Action;

pub fn screen(view: &View<'_>) -> Html {
    let voice = &view.voice;
    let questions = PROTOCOL.questions.len() as u8;
    html! {
        <>
            { title(voice.say(say::START_TITLE)) }
            <p class="lead">{ voice.say(say::START_LEAD) }</p>
            <ul class="facts">
                <li>{ voice.say_of(say::START_LENGTH, questions, questions) }</li>
                <li>{ voice.say(say::START_PRIVACY) }</li>
                <li>{ voice.say(say::START_NOT) }</li>
            </ul>
            <fieldset class="choices">
                <legend><h2>{ voice.say(say::START_FOR_WHOM) }</h2></legend>
                { whom(view, Who::Myself, "self", say::START_FOR_ME) }
                { whom(view, Who::Other, "other", say::START_FOR_OTHER) }
            </fieldset>
            <div class="field">
                <label for="region">{ voice.say(say::START_REGION) }</label>
                <p class="hint" id="region-hint">{ voice.say(say::START_REGION_HINT) }</p>
                { regions(view) }
            </div>
            { button(view, "primary", "begin", say::START_BEGIN, Action::Begin) }
            <details>
                <summary>{ voice.say(say::START_NOT_FOR_TITLE) }</summary>
                <div class="folded">{ bullets(view, say::START_NOT_FOR) }</div>
            </details>
        </>
    }
}

fn whom(view: &View<'_>, who: Who, id: &'static str, text: crate::content::Msg) -> Html {
    let act = view.act.clone();
    html! {
        <label class="choice" for={id}>
            <input type="radio" name="who" id={id} checked={view.session.who() == who}
                onchange={move |_| act.emit(Action::For(who))} />
            <span>{ view.voice.say(text) }</span>
        </label>
    }
}

fn regions(view: &View<'_>) -> Html {
    let chosen = view.session.region().map_or("", |r| r.id);
    let act = view.act.clone();
    let onchange = move |event: Event| {
        let id = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default();
        act.emit(Action::Region(DIRECTORY.region(&id).map(|r| r.id)));
    };
    html! {
        <select id="region" aria-describedby="region-hint" {onchange}>
            <option value="" selected={chosen.is_empty()}>{ view.voice.say(say::NO_REGION_YET) }</option>
            { for DIRECTORY.regions.iter().map(|region| html! {
                <option value={region.id} selected={chosen == region.id}>{ view.voice.region_name(region) }</option>
            }) }
        </select>
    }
}
