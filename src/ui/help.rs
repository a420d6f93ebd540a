//! Whom to call.

use care_check_engine::QuestionIx;
use care_check_engine::help::{Finder, Helpline, HelplineKind, Region};
use yew::prelude::*;

use super::View;
use super::markup::{el, none, text, with, words};
use super::parts::{bullets, folded, heading, items, open_link, p};
use crate::content::{DIRECTORY, FINDER_WORDS, LevelWords, PROTOCOL, say};
use crate::embed::links;
use crate::voice::helpline_words;

/// The crisis line stands on the questions that can lead to it, before anything is answered, and on the
/// emergency screen that one of them led to.
pub fn belongs_to_crisis_line(question: QuestionIx) -> bool {
    let with_line = PROTOCOL.modifiers.iter().filter(|modifier| modifier.crisis_line);
    with_line.flat_map(|modifier| modifier.when.clauses()).any(|clause| clause.question == question)
}

/// The crisis line, in a calm box.
pub fn crisis(view: &View<'_>) -> Html {
    let line = view.session.region().and_then(|region| DIRECTORY.crisis_line(region));
    let line = line.map_or_else(|| p(view, "", say::HELP_CHOOSE_REGION), |line| helpline(view, "strong", line));
    el("div", "crisis", vec![p(view, "", say::CRISIS_NOW), line])
}

/// The emergency number as the largest thing on the screen. While nobody has said where they are, every number
/// stands there with its country.
pub fn emergency_call(view: &View<'_>) -> Html {
    if let Some(region) = view.session.region() {
        return open_link(view, "call", view.voice.say(say::CALL_EMERGENCY), links::emergency(region));
    }
    let row = |region: &'static Region| {
        let number = open_link(view, "call small", region.emergency.into(), links::emergency(region));
        el("li", "", vec![words(view.voice.region_name(region)), words(" ".into()), number])
    };
    el("ul", "numbers", DIRECTORY.regions.iter().map(row).collect())
}

/// How to find a place, then who to talk to. Where no drug line or no region is known, the steps that need none
/// stand open.
pub fn directory(view: &View<'_>, level: &LevelWords) -> Vec<Html> {
    let steps = bullets(view, say::FIND_PLACE);
    let mut parts = Vec::new();
    let Some(region) = view.session.region() else {
        parts.push(p(view, "", say::HELP_CHOOSE_REGION));
        parts.push(heading(view, "h3", say::FIND_TITLE));
        parts.push(steps);
        parts.push(script(view, level));
        return parts;
    };
    parts.push(heading(view, "h3", say::HELP_DRUGS_TITLE));
    let mut has_line = false;
    for line in DIRECTORY.helplines_of(region) {
        if line.kind != HelplineKind::Crisis {
            has_line = true;
            parts.push(helpline(view, "h4", line));
        }
    }
    for found in DIRECTORY.finders_of(region) {
        parts.push(finder(view, found));
    }
    if has_line {
        parts.push(folded(view, "", "h3", say::FIND_TITLE, vec![steps]));
    } else {
        let no_line = view.voice.say_named(say::HELP_NO_DRUG_LINE, &view.voice.region_name(region));
        parts.push(text("p", "no-drug-line", no_line));
        parts.push(heading(view, "h3", say::FIND_TITLE));
        parts.push(steps);
    }
    parts.push(script(view, level));
    parts.push(heading(view, "h3", say::HELP_TALK_TITLE));
    for line in DIRECTORY.helplines_of(region) {
        if line.kind == HelplineKind::Crisis {
            parts.push(helpline(view, "h4", line));
        }
    }
    parts
}

/// What one can say on the phone: the kind of care that is suggested, and no answer.
fn script(view: &View<'_>, level: &LevelWords) -> Html {
    let voice = &view.voice;
    let care = [voice.say(level.plain).as_str(), " — ", voice.say(level.name).as_str()].concat();
    let lines = items("li", voice.list_named(say::CALL_SCRIPT, &care));
    let body = vec![p(view, "", say::SCRIPT_LEAD), el("ol", "script", lines), p(view, "fine", say::SCRIPT_MORE)];
    folded(view, "call-script", "h3", say::SCRIPT_TITLE, body)
}

fn finder(view: &View<'_>, finder: &'static Finder) -> Html {
    let position = DIRECTORY.finders.iter().position(|f| f.id == finder.id);
    let Some(texts) = position.and_then(|place| FINDER_WORDS.get(place)) else { return none() };
    let open = open_link(view, "link", view.voice.say(say::OPEN_IN_NEW_TAB), links::position(finder.url));
    // Paper has nothing to press.
    let address = text("p", "on-paper", finder.url.into());
    el("div", "helpline", vec![heading(view, "h4", texts.title), p(view, "", texts.text), open, address])
}

/// One line. Its name is a heading where the lines stand under one, and plain words where they do not.
fn helpline(view: &View<'_>, name: &'static str, line: &'static Helpline) -> Html {
    let Some(texts) = helpline_words(line.id) else { return none() };
    let voice = &view.voice;
    let hours = voice.say(texts.hours.unwrap_or(say::ANY_HOUR));
    let about = el("p", "", vec![words(voice.say(texts.about)), words(" ".into()), words(hours)]);
    let foreign = if voice.is_spoken_by(line) { none() } else { p(view, "fine", say::OTHER_LANGUAGE) };
    let caution = if line.confirmed { none() } else { p(view, "fine", say::NUMBER_UNCONFIRMED) };
    let mut calls = Vec::new();
    if let Some(number) = line.call {
        calls.push(open_link(
            view,
            "call small",
            voice.say_named(say::CALL_NUMBER, number),
            links::helpline_call(line),
        ));
    }
    if let Some(line_text) = &line.text {
        let label = voice.say_named(say::TEXT_NUMBER, &line_text.display());
        calls.push(open_link(view, "call small", label, links::helpline_text(line)));
    }
    let whole = vec![heading(view, name, texts.name), about, foreign, caution, el("p", "calls", calls)];
    with(el("div", "helpline", whole), "data-helpline", line.id)
}
