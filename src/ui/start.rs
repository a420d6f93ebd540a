//! The first screen: what this is, what it is not, how long it takes, and whom it is for.

use care_check_engine::words::Who;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::View;
use super::markup::{all, el, with};
use super::parts::{Choice, bullets, button, folded, heading, items, p, title};
use crate::content::{DIRECTORY, Msg, PROTOCOL, say};
use crate::session::Action;

pub fn screen(view: &View<'_>) -> Html {
    let questions = PROTOCOL.questions.len() as u8;
    let length = view.voice.say_of(say::START_LENGTH, questions, questions);
    let facts = vec![length, view.voice.say(say::START_PRIVACY), view.voice.say(say::START_NOT)];
    all(vec![
        title(view.voice.say(say::START_TITLE)),
        p(view, "lead", say::START_LEAD),
        el("ul", "facts", items("li", facts)),
        el(
            "fieldset",
            "choices",
            vec![
                el("legend", "", vec![heading(view, "h2", say::START_FOR_WHOM)]),
                whom(view, Who::Myself, "self", say::START_FOR_ME),
                whom(view, Who::Other, "other", say::START_FOR_OTHER),
            ],
        ),
        el(
            "div",
            "field",
            vec![
                with(heading(view, "label", say::START_REGION), "for", "region"),
                with(p(view, "hint", say::START_REGION_HINT), "id", "region-hint"),
                regions(view),
            ],
        ),
        button(view, "primary", "begin", say::START_BEGIN, Action::Begin),
        folded(view, "", "h2", say::START_NOT_FOR_TITLE, vec![bullets(view, say::START_NOT_FOR)]),
    ])
}

fn whom(view: &View<'_>, who: Who, id: &'static str, label: Msg) -> Html {
    let choice = Choice {
        class: "choice",
        kind: "radio",
        name: "who",
        id: id.into(),
        value: id,
        label: view.voice.say(label),
        chosen: view.session.who() == who,
        action: Action::For(who),
    };
    choice.show(view)
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
