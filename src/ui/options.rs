//! All documented options side by side, the suggested one marked.

use care_check_engine::LevelIx;
use yew::prelude::*;

use super::View;
use super::markup::{el, none, text, with};
use super::parts::{bullets, heading, p};
use crate::content::{Msg, PROTOCOL, say};
use crate::voice::level_words;

const COLUMNS: [Msg; 5] =
    [say::COMPARE_LEVEL, say::COMPARE_WHO, say::COMPARE_GOOD, say::COMPARE_HARD, say::COMPARE_COST];

/// Without a suggestion (in the leaflet), nothing is marked.
pub fn table(view: &View<'_>, suggested: &[LevelIx]) -> Html {
    let heads = COLUMNS.iter().map(|column| with(heading(view, "th", *column), "scope", "col")).collect();
    let rows = LevelIx::all(&PROTOCOL).map(|level| row(view, level, suggested.contains(&level))).collect();
    el(
        "table",
        "options",
        vec![
            text("caption", "unseen", view.voice.say(say::COMPARE_TITLE)),
            el("thead", "", vec![el("tr", "", heads)]),
            el("tbody", "", rows),
        ],
    )
}

fn row(view: &View<'_>, level: LevelIx, suggested: bool) -> Html {
    let words = level_words(level);
    let id = level.of(&PROTOCOL).map_or("", |l| l.id);
    let mark = if suggested { text("span", "here", view.voice.say(say::COMPARE_SUGGESTED)) } else { none() };
    let name =
        vec![mark, text("strong", "", view.voice.say(words.plain)), text("span", "fine", view.voice.say(words.name))];
    let cells = vec![
        with(el("th", "", name), "scope", "row"),
        cell(view, say::COMPARE_WHO, p(view, "", words.who)),
        cell(view, say::COMPARE_GOOD, bullets(view, words.good)),
        cell(view, say::COMPARE_HARD, bullets(view, words.hard)),
        cell(view, say::COMPARE_COST, p(view, "", words.cost)),
    ];
    with(el("tr", if suggested { "suggested" } else { "" }, cells), "data-level", id)
}

/// The column's name stands in each cell as well: on a narrow screen the cells stand below each other.
fn cell(view: &View<'_>, column: Msg, body: Html) -> Html {
    let name = with(text("span", "column", view.voice.say(column)), "aria-hidden", "true");
    el("td", "", vec![name, body])
}
