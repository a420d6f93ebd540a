//! What can be taken along: the way to it from the result, the sheet itself, and the ways to print, copy or save it.

use yew::prelude::*;

use super::markup::{all, el, none, text, with, words};
use super::parts::{button, p, part, pressing, title};
use super::{View, icons};
use crate::content::{Msg, say};
use crate::session::{Action, Screen};
use crate::take::{self, Kind, Piece, Take, Told};

/// On the result: what can be taken along.
pub fn offer(view: &View<'_>) -> Html {
    let ways = vec![
        button(view, "secondary", "plan", say::TAKE_PLAN, Action::Plan),
        button(view, "secondary", "summary", say::TAKE_SUMMARY, Action::Summary),
        way(view, "print", say::TAKE_PRINT, Take::Print),
    ];
    let body = vec![p(view, "", say::TAKE_LEAD), caution(view), el("div", "actions", ways), outcome(view)];
    part(view, icons::TAKE, "offer", say::TAKE_TITLE, body)
}

/// On paper the result stands without the page around it, so the number and the signs come first.
pub fn emergency_on_paper(view: &View<'_>) -> Html {
    let signs: Vec<Html> = view.voice.signs().into_iter().map(|(_, sign)| text("li", "", sign)).collect();
    let mut blocks = written(&take::emergency(&view.voice));
    blocks.push(p(view, "", say::PANEL_LEAD));
    blocks.push(el("ul", "", signs));
    el("div", "on-paper", blocks)
}

/// The summary for a professional.
pub fn summary(view: &View<'_>) -> Html {
    all(vec![
        title(view.voice.say(say::SUMMARY_TITLE)),
        p(view, "lead", say::SUMMARY_LEAD),
        hand_over(view),
        el("div", "actions", vec![button(view, "secondary", "back", say::TAKE_BACK, Action::Back)]),
    ])
}

/// The sheet with the ways to take it along.
pub fn hand_over(view: &View<'_>) -> Html {
    let mut ways = vec![
        way(view, "print", say::TAKE_PRINT, Take::Print),
        way(view, "copy", say::TAKE_COPY, Take::Copy),
        way(view, "save", say::TAKE_SAVE, Take::Save),
    ];
    if view.session.screen() == Screen::Summary {
        ways.push(way(view, "record", say::TAKE_RECORD, Take::SaveRecord));
    }
    let sheet = take::sheet(view.session, &view.voice);
    let by_hand = if view.told == Some(Told::ByHand) { by_hand(view, &sheet) } else { none() };
    all(vec![
        caution(view),
        el("div", "actions", ways),
        outcome(view),
        by_hand,
        el("section", "sheet", written(&sheet)),
    ])
}

fn caution(view: &View<'_>) -> Html {
    p(view, "note caution", say::TAKE_CAUTION)
}

fn way(view: &View<'_>, id: &'static str, label: Msg, take: Take) -> Html {
    let act = view.take.clone();
    let pressed = Callback::from(move |_| act.emit(take));
    with(pressing("secondary", words(view.voice.say(label)), pressed), "data-take", id)
}

/// What became of the last try.
fn outcome(view: &View<'_>) -> Html {
    let said = view.told.map(|told| match told {
        Told::Printing => say::TAKE_PRINTING,
        Told::Copied => say::TAKE_COPIED,
        Told::Saved => say::TAKE_SAVED,
        Told::ByHand => say::TAKE_BY_HAND,
    });
    let said = said.map(|said| view.voice.say(said)).unwrap_or_default();
    with(text("p", "told", said), "role", "status")
}

/// Where the browser did not do it, the text stands here to be copied.
fn by_hand(view: &View<'_>, sheet: &[Piece]) -> Html {
    let label = view.voice.say(say::TAKE_AS_TEXT);
    html! { <textarea readonly=true rows="12" spellcheck="false" aria-label={label} value={take::plain(sheet)} /> }
}

/// The sheet as it is on paper.
fn written(sheet: &[Piece]) -> Vec<Html> {
    let mut blocks = Vec::new();
    let mut items = Vec::new();
    for piece in sheet {
        let tag = match piece.kind {
            Kind::Title => "h2",
            Kind::Heading => "h3",
            Kind::Text => "p",
            Kind::Item | Kind::Sourced => {
                items.push(item(piece));
                continue;
            }
        };
        end_list(&mut blocks, &mut items);
        blocks.push(text(tag, "", piece.words.clone()));
    }
    end_list(&mut blocks, &mut items);
    blocks
}

fn item(piece: &Piece) -> Html {
    if piece.then.is_empty() {
        return text("li", "", piece.words.clone());
    }
    if piece.kind == Kind::Sourced {
        let sources = with(text("span", "fine", piece.then.clone()), "lang", "en");
        return el("li", "", vec![words(piece.words.clone()), words(" ".into()), sources]);
    }
    let what = text("strong", "", piece.words.clone());
    el("li", "", vec![what, words(": ".into()), words(piece.then.clone())])
}

fn end_list(blocks: &mut Vec<Html>, items: &mut Vec<Html>) {
    if !items.is_empty() {
        blocks.push(el("ul", "", std::mem::take(items)));
    }
}
