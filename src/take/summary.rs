//! The summary for a professional: what was answered, what was suggested and why, and which content spoke.

use care_check_engine::RuleIx;
use yew::AttrValue;

use super::{Kind, Writer, fhir};
use crate::content::{ALTERNATIVE_WORDS, PROTOCOL, REVIEWED, RULE_WORDS, SOURCES, say};
use crate::session::Session;
use crate::voice::{level_words, modifier_words, question_words, way};

pub fn write(session: &Session, writer: &mut Writer<'_>) {
    let voice = writer.voice;
    writer.say(Kind::Title, say::SUMMARY_TITLE);
    writer.emergency();
    writer.say(Kind::Text, say::SUMMARY_DATE);
    writer.say(Kind::Text, say::FHIR_NOTE_TEXT);
    writer.say(Kind::Text, say::NOT_A_DIAGNOSIS);
    write_suggestion(session, writer);
    writer.part(say::SUMMARY_ANSWERS);
    for question in session.path() {
        let given = voice.options_in_one(question, session.answers().options(question));
        let given = if given.is_empty() { voice.say(say::NOT_ANSWERED) } else { given };
        writer.item(voice.say(question_words(question).short), given);
    }
    // Which content spoke, and whether somebody signed it.
    let mut content = voice.say_named(say::FOOTER_VERSION, &fhir::version()).to_string();
    content.push(' ');
    content.push_str(&voice.say(if REVIEWED { say::FOOTER_REVIEWED } else { say::FOOTER_DRAFT }));
    writer.put(Kind::Text, content.into(), AttrValue::default());
    if voice.locale.unreviewed_translation {
        writer.say(Kind::Text, say::FOOTER_TRANSLATION);
    }
}

fn write_suggestion(session: &Session, writer: &mut Writer<'_>) {
    let voice = writer.voice;
    let assessment = session.assessment();
    writer.part(say::SUMMARY_SUGGESTION);
    for (phase, level) in way(&assessment) {
        let level = level_words(level);
        let named = [voice.say(level.plain).as_str(), " — ", &voice.say(level.name)].concat();
        writer.item(voice.say(phase), named.into());
    }
    writer.part(say::WHY_TITLE);
    for rule in assessment.reasons(&PROTOCOL) {
        write_reason(writer, rule);
    }
    writer.part(say::BESIDE_TITLE);
    for modifier in assessment.modifiers() {
        writer.item(voice.say(modifier_words(modifier).title), AttrValue::default());
    }
    writer.part(say::ALTERNATIVES_TITLE);
    for index in assessment.alternatives() {
        if let (Some(other), Some(sentence)) = (index.of(&PROTOCOL), ALTERNATIVE_WORDS.get(usize::from(index.0))) {
            writer.item(voice.say(level_words(other.instead).plain), voice.say(*sentence));
        }
    }
}

/// A deciding rule with the short names of its sources.
fn write_reason(writer: &mut Writer<'_>, index: RuleIx) {
    let (Some(rule), Some(sentence)) = (index.of(&PROTOCOL), RULE_WORDS.get(usize::from(index.0))) else { return };
    let mut sources = String::new();
    for (place, id) in rule.sources.iter().enumerate() {
        sources.push_str(if place == 0 { "(" } else { "; " });
        sources.push_str(id);
        if let Some(source) = SOURCES.iter().find(|source| source.id == *id) {
            sources.push(' ');
            sources.push_str(source.title);
        }
    }
    sources.push(')');
    writer.put(Kind::Sourced, writer.voice.say(*sentence), sources.into());
}
