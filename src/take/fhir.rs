//! A visit as a FHIR R4 QuestionnaireResponse, for a health record that reads one.
//!
//! It says what the visitor was asked, answered and told, in their words, and nothing else: no name, no date, no
//! place. [`questionnaire`](super::questionnaire) writes the form it belongs to; `docs/fhir.md` explains both.

use care_check_engine::assess::assess;
use care_check_engine::explain::because;
use care_check_engine::words::Who;
use care_check_engine::{
    AlternativeIx, Answers, Assessment, LevelIx, ModifierIx, OptionSet, QuestionIx, RedFlagIx, RuleIx, path,
};

use super::json::Json;
use crate::content::{ALTERNATIVE_WORDS, DIGEST, PROTOCOL, REVIEWED, RULE_WORDS, say};
use crate::voice::{Voice, level_words, modifier_words, question_words};

/// The questionnaire's canonical URL. The project owns no domain to promise an address in, and a UUID is nobody else's.
pub const QUESTIONNAIRE: &str = "urn:uuid:fdd8df63-2fae-4e86-acf2-cef6a7449e5a";

/// The system of every code.
pub const CODES: &str = "urn:uuid:a8c07610-98d3-474f-b571-b3157563d720";

pub const MEDIA_TYPE: &str = "application/fhir+json";

/// The items besides the questions, whose link ids are the questions' own ids.
pub mod link {
    pub const NOTE: &str = "note";
    pub const ABOUT: &str = "about";
    pub const SUGGESTION: &str = "suggestion";
    pub const FIRST_STEP: &str = "first_step";
    pub const SETTING: &str = "setting";
    pub const REASONS: &str = "reasons";
    pub const MODIFIERS: &str = "modifiers";
    pub const ALTERNATIVES: &str = "alternatives";
}

/// What the codes of the suggestion begin with; those of answers begin with the question's id.
pub mod kind {
    pub const WHO: &str = "who";
    pub const LEVEL: &str = "level";
    pub const REASON: &str = "reason";
    pub const MODIFIER: &str = "modifier";
    pub const ALTERNATIVE: &str = "alternative";
}

/// The protocol's version with the beginning of its digest: a word may change without a new version, and a response
/// has to name the very form it answers.
pub fn version() -> String {
    [PROTOCOL.version, "+", &DIGEST[..12]].concat()
}

/// One code with the words for it.
pub struct Coding {
    pub code: String,
    pub display: String,
}

impl Coding {
    /// Codes hold their question or kind, because "none" means something else in each question.
    pub fn new(of: &str, id: &str, display: &str) -> Self {
        Self { code: [of, ".", id].concat(), display: display.to_owned() }
    }
}

pub fn who(who: Who, voice: &Voice) -> Coding {
    match who {
        Who::Myself => Coding::new(kind::WHO, "self", &voice.say(say::START_FOR_ME)),
        Who::Other => Coding::new(kind::WHO, "other", &voice.say(say::START_FOR_OTHER)),
    }
}

/// An option, or "declined": to decline is an answer that can be picked and that rules heed, so it has a code like any.
pub fn option(question: QuestionIx, option: OptionSet, voice: &Voice) -> Coding {
    let asked = &PROTOCOL.questions[usize::from(question.0)];
    let chosen = option.positions().next().and_then(|place| asked.options.get(usize::from(place)));
    Coding::new(asked.id, chosen.map_or("declined", |choice| choice.id), &voice.option(question, option))
}

pub fn level(level: LevelIx, voice: &Voice) -> Coding {
    let id = level.of(&PROTOCOL).map_or("", |level| level.id);
    Coding::new(kind::LEVEL, id, &voice.say(level_words(level).name))
}

pub fn reason(rule: RuleIx, voice: &Voice) -> Option<Coding> {
    let words = RULE_WORDS.get(usize::from(rule.0))?;
    Some(Coding::new(kind::REASON, rule.of(&PROTOCOL)?.id, &voice.say(*words)))
}

pub fn modifier(modifier: ModifierIx, voice: &Voice) -> Option<Coding> {
    let id = modifier.of(&PROTOCOL)?.id;
    Some(Coding::new(kind::MODIFIER, id, &voice.say(modifier_words(modifier).title)))
}

pub fn alternative(other: AlternativeIx, voice: &Voice) -> Option<Coding> {
    let words = ALTERNATIVE_WORDS.get(usize::from(other.0))?;
    Some(Coding::new(kind::ALTERNATIVE, other.of(&PROTOCOL)?.id, &voice.say(*words)))
}

/// A red flag has no words but those of the answers that raise it.
pub fn red_flag(flag: RedFlagIx, answers: &Answers, voice: &Voice) -> Option<Coding> {
    let flag = flag.of(&PROTOCOL)?;
    let mut words = String::new();
    for (question, options) in because(&PROTOCOL, answers, &flag.when) {
        for label in voice.options(question, options) {
            if !words.is_empty() {
                words.push_str("; ");
            }
            words.push_str(&label);
        }
    }
    Some(Coding::new(kind::REASON, flag.id, &words))
}

/// What a reader has to know before the first answer: who says this, and what it is not.
pub fn note(voice: &Voice) -> String {
    let [given, not] = [say::FHIR_NOTE_TEXT, say::NOT_A_DIAGNOSIS].map(|text| voice.say(text));
    [&*given, &*not, &*content(voice)].join(" ")
}

/// Which content asked the questions, and whether a clinician stands behind it.
pub fn content(voice: &Voice) -> String {
    let version = voice.say_named(say::FOOTER_VERSION, PROTOCOL.version);
    let state = voice.say(if REVIEWED { say::FOOTER_REVIEWED } else { say::FOOTER_DRAFT });
    [&*version, &*state, "SHA-256", DIGEST].join(" ")
}

/// The visit as JSON. What the answers lead to stands in it only when the visitor was told: as the whole suggestion
/// when every question is answered, as the emergency alone when a red flag ended the questions, else not at all.
pub fn response(answers: &Answers, voice: &Voice) -> String {
    let assessment = assess(&PROTOCOL, answers);
    let is_emergency = !assessment.red_flags.is_empty();
    let is_complete = path::first_unanswered(&PROTOCOL, answers).is_none();
    let mut json = Json::default();
    json.open('{');
    json.field("resourceType", "QuestionnaireResponse");
    json.field("language", voice.locale.tag);
    json.field("questionnaire", &[QUESTIONNAIRE, "|", &version()].concat());
    json.field("status", status(is_complete, is_emergency));
    json.name("item");
    json.open('[');
    write_note(&mut json, voice);
    write_item(&mut json, link::ABOUT, &voice.say(say::START_FOR_WHOM), vec![who(voice.who, voice)]);
    for question in path::path(&PROTOCOL, answers) {
        write_answer(&mut json, question, answers.options(question), voice);
    }
    if is_emergency {
        write_emergency(&mut json, answers, &assessment, voice);
    } else if is_complete {
        write_suggestion(&mut json, &assessment, voice);
    }
    json.close("]}");
    json.into_text()
}

/// Nobody waits for the rest of a visit that an emergency ended, and FHIR's word for that is "stopped".
fn status(is_complete: bool, is_emergency: bool) -> &'static str {
    match (is_complete, is_emergency) {
        (true, _) => "completed",
        (false, true) => "stopped",
        (false, false) => "in-progress",
    }
}

fn write_note(json: &mut Json, voice: &Voice) {
    begin_item(json, link::NOTE, &voice.say(say::FHIR_NOTE));
    json.name("answer");
    json.open('[');
    json.open('{');
    json.field("valueString", &note(voice));
    json.close("}]}");
}

fn write_answer(json: &mut Json, question: QuestionIx, given: OptionSet, voice: &Voice) {
    let Some(asked) = question.of(&PROTOCOL) else { return };
    let chosen = asked.pickable().filter(|picked| given.meets(*picked));
    let codings = chosen.map(|picked| option(question, picked, voice)).collect();
    write_item(json, asked.id, &voice.say(question_words(question).ask), codings);
}

/// Beside an emergency a visitor is told nothing else, so nothing else is written.
fn write_emergency(json: &mut Json, answers: &Answers, assessment: &Assessment, voice: &Voice) {
    begin_suggestion(json, assessment, voice);
    let flags = assessment.red_flags().filter_map(|flag| red_flag(flag, answers, voice)).collect();
    write_item(json, link::REASONS, &voice.say(say::WHY_TITLE), flags);
    json.close("]}");
}

fn write_suggestion(json: &mut Json, assessment: &Assessment, voice: &Voice) {
    begin_suggestion(json, assessment, voice);
    let rules = assessment.reasons(&PROTOCOL).filter_map(|rule| reason(rule, voice)).collect();
    let modifiers = assessment.modifiers().filter_map(|beside| modifier(beside, voice)).collect();
    let alternatives = assessment.alternatives().filter_map(|other| alternative(other, voice)).collect();
    for (link, title, codings) in [
        (link::SETTING, say::PATH_TREATMENT, vec![level(assessment.setting, voice)]),
        (link::REASONS, say::WHY_TITLE, rules),
        (link::MODIFIERS, say::BESIDE_TITLE, modifiers),
        (link::ALTERNATIVES, say::ALTERNATIVES_TITLE, alternatives),
    ] {
        write_item(json, link, &voice.say(title), codings);
    }
    json.close("]}");
}

fn begin_suggestion(json: &mut Json, assessment: &Assessment, voice: &Voice) {
    begin_item(json, link::SUGGESTION, &voice.say(say::RESULT_KICKER));
    json.name("item");
    json.open('[');
    write_item(json, link::FIRST_STEP, &voice.say(say::PATH_FIRST), vec![level(assessment.first_step(), voice)]);
}

/// An item with coded answers, or nothing: FHIR knows no empty list of answers.
fn write_item(json: &mut Json, link: &str, words: &str, answers: Vec<Coding>) {
    if answers.is_empty() {
        return;
    }
    begin_item(json, link, words);
    json.name("answer");
    json.open('[');
    for Coding { code, display } in answers {
        json.open('{');
        json.name("valueCoding");
        json.open('{');
        json.field("system", CODES);
        json.field("code", &code);
        json.field("display", &display);
        json.close("}}");
    }
    json.close("]}");
}

fn begin_item(json: &mut Json, link: &str, words: &str) {
    json.open('{');
    json.field("linkId", link);
    json.field("text", words);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_visit_without_open_questions_is_complete() {
        assert_eq!(status(true, false), "completed");
        assert_eq!(status(true, true), "completed");
        assert_eq!(status(false, true), "stopped");
        assert_eq!(status(false, false), "in-progress");
    }
}
