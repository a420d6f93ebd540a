//! A visit as a FHIR R4 QuestionnaireResponse, for a health record that reads one.
//!
//! It says what the visitor was asked, answered and told, in their words, and nothing else: no name, no date, no
//! place. [`questionnaire`](super::questionnaire) writes the form it belongs to; `docs/fhir.md` explains both.

use care_check_engine::assess::{IndexSet, assess};
use care_check_engine::words::Who;
use care_check_engine::{
    AlternativeIx, Answers, Assessment, LevelIx, ModifierIx, OptionSet, QuestionIx, RedFlagIx, RuleIx, path,
};

use super::json::Json;
use crate::content::{ALTERNATIVE_WORDS, DIGEST, Msg, PROTOCOL, REVIEWED, RULE_WORDS, say};
use crate::voice::{Voice, level_words, modifier_words, option_words, question_words};

/// The questionnaire's canonical URL. The project owns no domain to promise an address in, and a UUID is nobody else's.
pub const QUESTIONNAIRE: &str = "urn:uuid:fdd8df63-2fae-4e86-acf2-cef6a7449e5a";

/// The system of every code.
pub const CODES: &str = "urn:uuid:a8c07610-98d3-474f-b571-b3157563d720";

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
    [PROTOCOL.version, "+", DIGEST.get(..12).unwrap_or(DIGEST)].concat()
}

/// One code with the words for it.
#[derive(Clone, Copy)]
pub struct Coding {
    /// What the id belongs to: a question or a kind, because "none" means something else in each question.
    pub of: &'static str,
    pub id: &'static str,
    pub words: Msg,
}

impl Coding {
    pub fn code(&self) -> [&'static str; 3] {
        [self.of, ".", self.id]
    }
}

pub fn who(who: Who) -> Coding {
    let (id, words) = match who {
        Who::Myself => ("self", say::START_FOR_ME),
        Who::Other => ("other", say::START_FOR_OTHER),
    };
    Coding { of: kind::WHO, id, words }
}

/// An option, or "declined": to decline is an answer that can be picked and that rules heed, so it has a code like any.
pub fn option(question: QuestionIx, option: OptionSet) -> Option<Coding> {
    let asked = question.of(&PROTOCOL)?;
    Some(Coding { of: asked.id, id: asked.option_id(option), words: option_words(question, option)? })
}

pub fn level(level: LevelIx) -> Option<Coding> {
    Some(Coding { of: kind::LEVEL, id: level.of(&PROTOCOL)?.id, words: level_words(level).name })
}

pub fn reason(rule: RuleIx) -> Option<Coding> {
    Some(Coding { of: kind::REASON, id: rule.of(&PROTOCOL)?.id, words: *RULE_WORDS.get(usize::from(rule.0))? })
}

/// A red flag has no words but those of the answer that raises it. One with more answers behind it would need more
/// words; the Questionnaire refuses to be made then.
pub fn red_flag(flag: RedFlagIx) -> Option<Coding> {
    let flag = flag.of(&PROTOCOL)?;
    let clause = flag.when.clauses().next()?;
    Some(Coding { of: kind::REASON, id: flag.id, words: option_words(clause.question, clause.any_of)? })
}

pub fn modifier(modifier: ModifierIx) -> Option<Coding> {
    Some(Coding { of: kind::MODIFIER, id: modifier.of(&PROTOCOL)?.id, words: modifier_words(modifier).title })
}

pub fn alternative(other: AlternativeIx) -> Option<Coding> {
    let words = *ALTERNATIVE_WORDS.get(usize::from(other.0))?;
    Some(Coding { of: kind::ALTERNATIVE, id: other.of(&PROTOCOL)?.id, words })
}

/// The visit as JSON. What the answers lead to stands in it only when the visitor was told: as the whole suggestion
/// when every question is answered, as the emergency alone when a red flag ended the questions, else not at all.
pub fn response(answers: &Answers, voice: &Voice) -> String {
    let assessment = assess(&PROTOCOL, answers);
    let is_emergency = !assessment.red_flags.is_empty();
    let is_complete = path::first_unanswered(&PROTOCOL, answers).is_none();
    let mut json = Json::default();
    json.raw(r#"{"resourceType":"QuestionnaireResponse","language":"#);
    json.string(&[voice.locale.tag]);
    json.raw(r#","questionnaire":"#);
    json.string(&[QUESTIONNAIRE, "|", &version()]);
    json.raw(r#","status":"#);
    json.string(&[status(is_complete, is_emergency)]);
    json.raw(r#","item":["#);
    let mut writer = Writer { json, voice };
    writer.note();
    writer.item(link::ABOUT, say::START_FOR_WHOM, &[who(voice.who)]);
    for question in path::path(&PROTOCOL, answers) {
        writer.answer(question, answers.options(question));
    }
    if is_emergency || is_complete {
        writer.suggestion(&assessment);
    }
    writer.json.raw("]}");
    writer.json.into_text()
}

/// Nobody waits for the rest of a visit that an emergency ended, and FHIR's word for that is "stopped".
fn status(is_complete: bool, is_emergency: bool) -> &'static str {
    match (is_complete, is_emergency) {
        (true, _) => "completed",
        (false, true) => "stopped",
        (false, false) => "in-progress",
    }
}

/// Which content asked the questions, and whether a clinician stands behind it and behind its translation.
pub fn state(voice: &Voice) -> String {
    let state = if REVIEWED { say::FOOTER_REVIEWED } else { say::FOOTER_DRAFT };
    let mut said = voice.say_named(say::FOOTER_VERSION, PROTOCOL.version).to_string();
    let translation = voice.locale.unreviewed_translation.then_some(say::FOOTER_TRANSLATION);
    for words in [Some(state), translation].into_iter().flatten() {
        said.push(' ');
        said.push_str(&voice.say(words));
    }
    said
}

/// The items as they are being written.
struct Writer<'a> {
    json: Json,
    voice: &'a Voice,
}

impl Writer<'_> {
    fn say(&mut self, words: Msg) {
        self.json.string(&[&self.voice.say(words)]);
    }

    fn begin(&mut self, link: &str, title: Msg) {
        self.json.comma();
        self.json.raw(r#"{"linkId":"#);
        self.json.string(&[link]);
        self.json.raw(r#","text":"#);
        self.say(title);
    }

    /// What a reader has to know before the first answer: who says this, what it is not, and what asked.
    fn note(&mut self) {
        self.begin(link::NOTE, say::FHIR_NOTE);
        self.json.raw(r#","answer":[{"valueString":"#);
        let voice = self.voice;
        let state = state(voice);
        let (given, not) = (voice.say(say::FHIR_NOTE_TEXT), voice.say(say::NOT_A_DIAGNOSIS));
        self.json.string(&[&given, " ", &not, " ", &state, " SHA-256 ", DIGEST]);
        self.json.raw("}]}");
    }

    fn answer(&mut self, question: QuestionIx, given: OptionSet) {
        let Some(asked) = question.of(&PROTOCOL) else { return };
        let mut chosen = Vec::new();
        for picked in asked.pickable() {
            if given.meets(picked) {
                chosen.extend(option(question, picked));
            }
        }
        self.item(asked.id, question_words(question).ask, &chosen);
    }

    /// Beside an emergency a visitor is told nothing else, so nothing else is written.
    fn suggestion(&mut self, assessment: &Assessment) {
        let codings =
            |set: IndexSet, coding: fn(u8) -> Option<Coding>| set.iter().filter_map(coding).collect::<Vec<_>>();
        self.begin(link::SUGGESTION, say::RESULT_KICKER);
        self.json.raw(r#","item":["#);
        self.levels(link::FIRST_STEP, say::PATH_FIRST, assessment.first_step());
        if assessment.red_flags.is_empty() {
            self.levels(link::SETTING, say::PATH_TREATMENT, assessment.setting);
            let rules: Vec<RuleIx> = assessment.reasons(&PROTOCOL).collect();
            let mut reasons = Vec::new();
            for rule in rules {
                reasons.extend(reason(rule));
            }
            self.item(link::REASONS, say::WHY_TITLE, &reasons);
            self.item(link::MODIFIERS, say::BESIDE_TITLE, &codings(assessment.modifiers, |m| modifier(ModifierIx(m))));
            let others = codings(assessment.alternatives, |a| alternative(AlternativeIx(a)));
            self.item(link::ALTERNATIVES, say::ALTERNATIVES_TITLE, &others);
        } else {
            let flags = codings(assessment.red_flags, |flag| red_flag(RedFlagIx(flag)));
            self.item(link::REASONS, say::WHY_TITLE, &flags);
        }
        self.json.raw("]}");
    }

    fn levels(&mut self, link: &str, title: Msg, step: LevelIx) {
        self.item(link, title, level(step).as_slice());
    }

    /// An item with coded answers, or nothing: FHIR knows no empty list of answers.
    fn item(&mut self, link: &str, title: Msg, codings: &[Coding]) {
        if codings.is_empty() {
            return;
        }
        self.begin(link, title);
        self.json.raw(r#","answer":["#);
        for coding in codings {
            self.json.comma();
            self.json.raw(r#"{"valueCoding":{"system":"#);
            self.json.string(&[CODES]);
            self.json.raw(r#","code":"#);
            self.json.string(&coding.code());
            self.json.raw(r#","display":"#);
            self.say(coding.words);
            self.json.raw("}}");
        }
        self.json.raw("]}");
    }
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
