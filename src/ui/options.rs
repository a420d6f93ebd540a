//! All documented options side by side, the suggested one marked.

use care_check_engine::LevelIx;
use yew::prelude::*;

use super::View;
use super::markup::{el, none, text, with};
use super::parts::{bullets, folded, heading, p};
use super::reasons::cited;
use crate::content::{Msg, PROTOCOL, say};
use crate::voice::level_words;

const COLUMNS: [Msg; 5] =
    [say::COMPARE_LEVEL, say::COMPARE_WHO, say::COMPARE_GOOD, say::COMPARE_HARD, say::COMPARE_COST];

/// Without a suggestion (in the leaflet), nothing is marked and nothing is folded.
pub fn table(view: &View<'_>, suggested: Option<&[LevelIx]>) -> Html {
    let heads = COLUMNS.iter().map(|column| with(heading(view, "th", *column), "scope", "col")).collect();
    let rows = LevelIx::all(&PROTOCOL).map(|level| row(view, level, suggested)).collect();
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

fn row(view: &View<'_>, level: LevelIx, suggested: Option<&[LevelIx]>) -> Html {
    let words = level_words(level);
    let id = level.of(&PROTOCOL).map_or("", |l| l.id);
    let marked = suggested.is_some_and(|levels| levels.contains(&level));
    let mark = if marked { text("span", "here", view.voice.say(say::COMPARE_SUGGESTED)) } else { none() };
    let name =
        vec![mark, text("strong", "", view.voice.say(words.plain)), text("span", "fine", view.voice.say(words.name))];
    let more = if suggested.is_some() { more(view, level) } else { none() };
    let cells = vec![
        with(el("th", "", name), "scope", "row"),
        cell(view, say::COMPARE_WHO, vec![p(view, "", words.who), more]),
        cell(view, say::COMPARE_GOOD, vec![bullets(view, words.good)]),
        cell(view, say::COMPARE_HARD, vec![bullets(view, words.hard)]),
        cell(view, say::COMPARE_COST, vec![p(view, "", words.cost)]),
    ];
    with(el("tr", if marked { "suggested" } else { "" }, cells), "data-level", id)
}

/// The first day there, and where the description comes from.
fn more(view: &View<'_>, level: LevelIx) -> Html {
    let ids = level.of(&PROTOCOL).map_or(&[] as &[&str], |l| l.sources);
    let sources = p(view, "fine", say::WHY_SOURCES);
    folded(
        view,
        "sources",
        "span",
        say::COMPARE_MORE,
        vec![bullets(view, level_words(level).first_day), sources, cited(ids)],
    )
}

/// The column's name stands in each cell as well: on a narrow screen the cells stand below each other.
fn cell(view: &View<'_>, column: Msg, body: Vec<Html>) -> Html {
    let name = with(text("span", "column", view.voice.say(column)), "aria-hidden", "true");
    el("td", "", [vec![name], body].concat())
}
