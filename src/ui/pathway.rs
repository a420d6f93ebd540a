//! The pathway: first step, setting, sustaining recovery; in words, and drawn among all levels of care.

use care_check_engine::LevelIx;
use yew::prelude::*;

use super::View;
use super::icons::drawing;
use super::markup::{el, none, text, with, words};
use crate::content::{Msg, PROTOCOL, say};
use crate::voice::{level_words, way};

/// A step of the way, and what it is called.
type Step = (Msg, LevelIx);

pub fn pathway(view: &View<'_>) -> Vec<Html> {
    let assessment = view.session.assessment();
    let way = way(&assessment);
    let now = assessment.first_step();
    let steps = way.iter().map(|(phase, level)| step(view, *phase, *level, *level == now)).collect();
    vec![el("div", "way", vec![el("ol", "pathway", steps), ladder(view, &way)])]
}

fn step(view: &View<'_>, phase: Msg, level: LevelIx, now: bool) -> Html {
    let words = level_words(level);
    let id = level.of(&PROTOCOL).map_or("", |l| l.id);
    let parts = vec![
        text("span", "phase", view.voice.say(phase)),
        text("strong", "", view.voice.say(words.plain)),
        text("span", "fine", view.voice.say(words.name)),
        if now { text("span", "here", view.voice.say(say::PATH_NOW)) } else { none() },
    ];
    let step = with(el("li", if now { "step now" } else { "step" }, parts), "data-level", id);
    if now { with(step, "aria-current", "step") } else { step }
}

/// Every level from the most intensive to the least, with the way drawn down through them. The list of steps
/// says the same in words, so screen readers pass over this one.
fn ladder(view: &View<'_>, way: &[Step]) -> Html {
    let rungs = LevelIx::all(&PROTOCOL).rev().map(|level| rung(view, way, level)).collect();
    let body = vec![text("p", "fine", view.voice.say(say::PATH_ALL)), el("div", "rungs", rungs)];
    with(el("div", "ladder", body), "aria-hidden", "true")
}

fn rung(view: &View<'_>, way: &[Step], level: LevelIx) -> Html {
    let place = way.iter().position(|(_, step)| *step == level);
    let number = place.map_or_else(none, |place| text("span", "nth", (place + 1).to_string().into()));
    let name = vec![number, words(view.voice.say(level_words(level).plain))];
    let class = if place.is_some() { "rung on" } else { "rung" };
    let id = level.of(&PROTOCOL).map_or("", |l| l.id);
    let track = drawing("track", "", marks(way, level, place));
    with(el("div", class, vec![track, el("span", "", name)]), "data-rung", id)
}

/// The piece of track beside one level: the way is a thick line with filled stops, where it does not lead the
/// line is thin and the stops are hollow. Shares of the height are in per cent, so that a name may wrap.
fn marks(way: &[Step], level: LevelIx, place: Option<usize>) -> Vec<Html> {
    let start = way.first().map(|(_, level)| *level);
    let highest = LevelIx::all(&PROTOCOL).next_back();
    let lowest = PROTOCOL.sustaining();
    let line = |on: bool, from: &'static str, to: &'static str| {
        let ends = [("x1", "16"), ("x2", "16"), ("y1", from), ("y2", to)];
        shape("line", if on { "on" } else { "" }, &ends)
    };
    let mut marks = Vec::new();
    if Some(level) != highest {
        marks.push(line(Some(level) < start, "-1", "50%"));
    }
    if level != lowest {
        marks.push(line(Some(level) <= start, "50%", "100%"));
    }
    let stop = |class, radius| shape("circle", class, &[("cx", "16"), ("cy", "50%"), ("r", radius)]);
    match place {
        Some(0) => marks.extend([stop("ring", "12"), stop("on", "7")]),
        Some(_) => marks.push(stop("on", "7")),
        None => marks.push(stop("", "4")),
    }
    marks
}

fn shape(tag: &'static str, class: &'static str, places: &[(&'static str, &'static str)]) -> Html {
    places.iter().fold(el(tag, class, Vec::new()), |shape, (name, value)| with(shape, name, *value))
}
