//! All documented options side by side, the suggested one marked.

use care_check_engine::LevelIx;
use yew::prelude::*;

use super::View;
use super::parts::bullets;
use crate::content::{Msg, PROTOCOL, say};
use crate::voice::level_words;

/// Without a suggestion (in the leaflet), nothing is marked.
pub fn table(view: &View<'_>, suggested: &[LevelIx]) -> Html {
    let head = |text: Msg| html! { <th scope="col">{ view.voice.say(text) }</th> };
    html! {
        <table class="options">
            <caption class="unseen">{ view.voice.say(say::COMPARE_TITLE) }</caption>
            <thead>
                <tr>
                    { head(say::COMPARE_LEVEL) }
                    { head(say::COMPARE_WHO) }
                    { head(say::COMPARE_GOOD) }
                    { head(say::COMPARE_HARD) }
                    { head(say::COMPARE_COST) }
                </tr>
            </thead>
            <tbody>{ for LevelIx::all(&PROTOCOL).map(|level| row(view, level, suggested.contains(&level))) }</tbody>
        </table>
    }
}

fn row(view: &View<'_>, level: LevelIx, suggested: bool) -> Html {
    let words = level_words(level);
    let id = level.of(&PROTOCOL).map_or("", |l| l.id);
    // The column's name stands in each cell as well: on a narrow screen the cells stand below each other.
    let cell = |name: Msg, body: Html| {
        html! {
            <td><span class="column" aria-hidden="true">{ view.voice.say(name) }</span>{ body }</td>
        }
    };
    html! {
        <tr class={classes!(suggested.then_some("suggested"))} data-level={id}>
            <th scope="row">
                { suggested.then(|| html! { <span class="here">{ view.voice.say(say::COMPARE_SUGGESTED) }</span> }) }
                <strong>{ view.voice.say(words.plain) }</strong>
                <span class="fine">{ view.voice.say(words.name) }</span>
            </th>
            { cell(say::COMPARE_WHO, html! { <p>{ view.voice.say(words.who) }</p> }) }
            { cell(say::COMPARE_GOOD, bullets(view, words.good)) }
            { cell(say::COMPARE_HARD, bullets(view, words.hard)) }
            { cell(say::COMPARE_COST, html! { <p>{ view.voice.say(words.cost) }</p> }) }
        </tr>
    }
}
