//! The plan: first steps from the suggestion, triggers with ways to cope, warning signs, people and numbers.

use care_check_engine::help::Helpline;
use yew::AttrValue;

use super::notes::Field;
use super::{Kind, Writer};
use crate::content::{DIRECTORY, PERSON_WORDS, PLAN, SIGN_WORDS, TRIGGER_WORDS, WAY_WORDS, say};
use crate::session::Session;
use crate::voice::{helpline_words, level_words};

/// The first things to do; more would not fit a plan for hard moments.
const STEPS: usize = 3;

/// The place for a name and a number on paper.
const TO_FILL_IN: &str = "____________________";

pub fn write(session: &Session, writer: &mut Writer<'_>) {
    let voice = writer.voice;
    writer.say(Kind::Title, say::PLAN_SHEET);
    writer.emergency();
    writer.part(say::PLAN_SHEET_STEPS);
    let mut steps = voice.list(level_words(session.assessment().first_step()).today);
    steps.truncate(STEPS);
    for step in steps {
        writer.item(step, AttrValue::default());
    }
    writer.part(say::PLAN_SHEET_TRIGGERS);
    write_triggers(session, writer);
    write_own(session, writer, Field::Trigger, Field::Way);
    writer.part(say::PLAN_SHEET_SIGNS);
    for (place, words) in SIGN_WORDS.iter().enumerate() {
        if session.notes().has_sign(place) {
            writer.item(voice.say(words.title), voice.say(words.text));
        }
    }
    write_own(session, writer, Field::Sign, Field::Deed);
    writer.part(say::PLAN_PEOPLE_TITLE);
    write_people(session, writer);
    writer.end_part();
    writer.say(Kind::Text, say::PLAN_REMEMBER);
}

/// Each trigger that is picked, with the way to cope that is chosen for it.
fn write_triggers(session: &Session, writer: &mut Writer<'_>) {
    let notes = session.notes();
    for (place, trigger) in PLAN.triggers.iter().enumerate() {
        let way = trigger.ways.get(notes.way(place)).and_then(|way| WAY_WORDS.get(usize::from(*way)));
        if let (true, Some(words), Some(way)) = (notes.has_trigger(place), TRIGGER_WORDS.get(place), way) {
            writer.item(writer.voice.say(*words), writer.voice.say(*way));
        }
    }
}

/// What was written in the visitor's own words, if anything was.
fn write_own(session: &Session, writer: &mut Writer<'_>, what: Field, then: Field) {
    let [what, then] = [what, then].map(|field| session.notes().own(field).text());
    if !what.is_empty() {
        writer.item(what.into(), then.into());
    } else if !then.is_empty() {
        writer.item(then.into(), AttrValue::default());
    }
}

/// Whom the visitor wrote down, or lines to do so by hand, then the numbers of the region.
fn write_people(session: &Session, writer: &mut Writer<'_>) {
    for (place, label) in PERSON_WORDS.iter().enumerate() {
        let mut who = session.notes().own(Field::Person(place)).text();
        if who.is_empty() {
            who.push_str(TO_FILL_IN);
        }
        writer.item(writer.voice.say(*label), who.into());
    }
    if let Some(region) = writer.voice.region {
        for line in DIRECTORY.helplines_of(region) {
            write_helpline(writer, line);
        }
    }
}

fn write_helpline(writer: &mut Writer<'_>, line: &Helpline) {
    let Some(texts) = helpline_words(line.id) else { return };
    let voice = writer.voice;
    let mut said = String::new();
    if let Some(number) = line.call {
        said.push_str(&voice.say_named(say::CALL_NUMBER, number));
        said.push_str(". ");
    }
    if let Some(text) = &line.text {
        said.push_str(&voice.say_named(say::TEXT_NUMBER, &text.display()));
        said.push_str(". ");
    }
    // What it is for may say which key to press or which word to send.
    let hours = texts.hours.unwrap_or(say::ANY_HOUR);
    let foreign = (!voice.is_spoken_by(line)).then_some(say::OTHER_LANGUAGE);
    let caution = (!line.confirmed).then_some(say::NUMBER_UNCONFIRMED);
    said.push_str(&voice.say(texts.about));
    for sentence in [Some(hours), foreign, caution].into_iter().flatten() {
        said.push(' ');
        said.push_str(&voice.say(sentence));
    }
    writer.item(voice.say(texts.name), said.into());
}
