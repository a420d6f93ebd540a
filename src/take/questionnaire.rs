//! Host only: the FHIR R4 Questionnaire that every response belongs to, made from the protocol and the locales.
//!
//! It stands in the first language, about oneself; the other languages are translations beside each text, and the
//! words about somebody else are a note for whoever builds on it. It is there to read responses with. Where a program
//! asks it as a form of its own, the signs of an emergency and "call now" come along; the suggestion does not.

use std::slice::from_ref;

use care_check_engine::words::Who;
use care_check_engine::{
    AlternativeIx, Clause, Condition, LevelIx, ModifierIx, OptionSet, Question, QuestionIx, QuestionKind, RedFlagIx,
    RuleIx,
};
use serde_json::{Value, json};

use super::fhir::{self, CODES, Coding, QUESTIONNAIRE, link};
use crate::content::{DIGEST, LOCALES, Locale, Msg, PROTOCOL, REVIEWED, say};
use crate::voice::{Voice, question_words};

const TRANSLATION: &str = "http://hl7.org/fhir/StructureDefinition/translation";
const DESIGN_NOTE: &str = "http://hl7.org/fhir/StructureDefinition/designNote";
const EXCLUSIVE: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";

/// The Questionnaire; the error says which part of the protocol FHIR has no words for.
pub fn questionnaire() -> Result<Value, String> {
    let mut items = vec![signs(), note(), about()];
    for ix in QuestionIx::all(&PROTOCOL) {
        if let Some(asked) = ix.of(&PROTOCOL) {
            items.push(question(ix, asked)?);
        }
    }
    items.push(suggestion());
    let mut form = json!({
        "resourceType": "Questionnaire",
        "language": LOCALES[0].tag,
        "url": QUESTIONNAIRE,
        "version": fhir::version(),
        "name": "CareCheck",
        "status": if REVIEWED { "active" } else { "draft" },
        "experimental": !REVIEWED,
        "copyright": env!("CARGO_PKG_LICENSE"),
    });
    put(&mut form, "title", &spoken(say::PAGE_TITLE));
    put(&mut form, "description", &|voice| {
        let [lead, not] = [say::START_LEAD, say::START_NOT].map(|text| voice.say(text));
        format!("{lead} {not} {} SHA-256 {DIGEST}", fhir::state(voice))
    });
    form["item"] = items.into();
    Ok(form)
}

type Words<'a> = &'a dyn Fn(&Voice) -> String;

fn spoken(msg: Msg) -> impl Fn(&Voice) -> String {
    move |voice| voice.say(msg).to_string()
}

fn voice(locale: &'static Locale, who: Who) -> Voice {
    Voice { locale, who, ..Voice::default() }
}

fn own_voice() -> Voice {
    voice(LOCALES[0], Who::Myself)
}

/// Sets a text, and its translations beside it.
fn put(object: &mut Value, field: &str, words: Words<'_>) {
    object[field] = words(&own_voice()).into();
    let translations: Vec<Value> = LOCALES[1..]
        .iter()
        .map(|locale| {
            let content = words(&voice(locale, Who::Myself));
            let parts =
                json!([{ "url": "lang", "valueCode": locale.tag }, { "url": "content", "valueString": content }]);
            json!({ "url": TRANSLATION, "extension": parts })
        })
        .collect();
    if !translations.is_empty() {
        object[format!("_{field}")] = json!({ "extension": translations });
    }
}

fn item(link: &str, kind: &str, words: Words<'_>) -> Value {
    let mut item = json!({ "linkId": link, "type": kind });
    put(&mut item, "text", words);
    let for_other = LOCALES.iter().filter(|l| words(&voice(l, Who::Myself)) != words(&voice(l, Who::Other)));
    let lines: Vec<String> = for_other
        .map(|locale| voice(locale, Who::Other))
        .map(|voice| format!("- {}: {}", voice.say(say::START_FOR_OTHER), words(&voice)))
        .collect();
    if !lines.is_empty() {
        item["extension"] = json!([{ "url": DESIGN_NOTE, "valueMarkdown": lines.join("\n") }]);
    }
    item
}

/// The signs that never wait for a question, for a program that asks these questions without the page around them.
fn signs() -> Value {
    item("emergency_signs", "display", &|voice| {
        let signs: Vec<String> = voice.signs().into_iter().map(|(_, sign)| sign.to_string()).collect();
        format!("{} {}", voice.say(say::PANEL_LEAD), signs.join("; "))
    })
}

fn note() -> Value {
    let mut note = item(link::NOTE, "text", &spoken(say::FHIR_NOTE));
    note["readOnly"] = true.into();
    note
}

fn about() -> Value {
    let mut about = item(link::ABOUT, "choice", &spoken(say::START_FOR_WHOM));
    about["required"] = true.into();
    about["answerOption"] = options([Who::Myself, Who::Other].map(fhir::who));
    about
}

fn question(ix: QuestionIx, asked: &'static Question) -> Result<Value, String> {
    let words = question_words(ix);
    let mut item = item(asked.id, "choice", &spoken(words.ask));
    if let Some(skip) = &asked.skip_when {
        let unless = unless(skip).ok_or_else(|| {
            format!("FHIR cannot say when `{}` is skipped: split `skip_when`, or teach take/questionnaire.rs", asked.id)
        })?;
        enable(&mut item, &unless);
    }
    item["required"] = true.into();
    item["repeats"] = (asked.kind == QuestionKind::Several).into();
    item["answerOption"] = asked.pickable().map(|option| answer_option(ix, asked, option)).collect();
    let hint = words.hint.map(|hint| self::item(&format!("{}.hint", asked.id), "display", &spoken(hint)));
    let nested: Vec<Value> = hint.into_iter().chain(call_now(ix, asked)?).collect();
    if !nested.is_empty() {
        item["item"] = nested.into();
    }
    Ok(item)
}

fn answer_option(ix: QuestionIx, asked: &Question, option: OptionSet) -> Value {
    let mut shown = options(fhir::option(ix, option))[0].take();
    if asked.kind == QuestionKind::Several && asked.stands_alone(option) {
        shown["extension"] = json!([{ "url": EXCLUSIVE, "valueBoolean": true }]);
    }
    shown
}

/// What the page does at once when an answer is an emergency sign, as far as a form can do it.
fn call_now(ix: QuestionIx, asked: &Question) -> Result<Option<Value>, String> {
    let mut raising = OptionSet::EMPTY;
    for flag in PROTOCOL.red_flags.iter().filter(|flag| flag.when.clauses().any(|clause| clause.question == ix)) {
        let clause = rests_on_one_answer(&flag.when)
            .ok_or_else(|| format!("FHIR has one answer behind `{}`: teach take/questionnaire.rs more", flag.id))?;
        raising = raising.union(clause.any_of);
    }
    if raising.is_empty() {
        return Ok(None);
    }
    let mut call = item(&format!("{}.emergency", asked.id), "display", &|voice| {
        format!("{}. {}", voice.say(say::EMERGENCY_TITLE), voice.say(say::EMERGENCY_LEAD))
    });
    let options = single(&[Clause { question: ix, any_of: raising }]);
    enable(&mut call, &When { operator: "=", behavior: "any", options });
    Ok(Some(call))
}

/// The clause of a condition that has no more, and no more than one option.
fn rests_on_one_answer(condition: &Condition) -> Option<&'static Clause> {
    let mut clauses = condition.clauses();
    let only = clauses.next().filter(|_| clauses.next().is_none());
    only.filter(|clause| clause.any_of.0.count_ones() == 1)
}

/// One row of conditions on single options, which is all that `enableWhen` has.
struct When {
    operator: &'static str,
    behavior: &'static str,
    options: Vec<(QuestionIx, OptionSet)>,
}

/// The opposite of a condition; `None` when it takes more than one row.
fn unless(skip: &Condition) -> Option<When> {
    let none_of = |clauses| Some(When { operator: "!=", behavior: "all", options: single(clauses) });
    match (skip.all, skip.any, skip.of) {
        ([one], [], []) => none_of(from_ref(one)),
        ([], [_, ..], []) => none_of(skip.any),
        ([_, ..], [], []) => {
            let options = single(skip.all);
            (options.len() == skip.all.len()).then_some(When { operator: "!=", behavior: "any", options })
        }
        _ => None,
    }
}

fn single(clauses: &[Clause]) -> Vec<(QuestionIx, OptionSet)> {
    let options = clauses.iter().filter_map(|clause| Some((clause, clause.question.of(&PROTOCOL)?.pickable())));
    options
        .flat_map(|(clause, all)| all.filter(|o| clause.any_of.meets(*o)).map(|option| (clause.question, option)))
        .collect()
}

fn enable(item: &mut Value, when: &When) {
    let row = |(question, option): &(QuestionIx, OptionSet)| {
        let asked = question.of(&PROTOCOL).map_or("", |q| q.id);
        let code = fhir::option(*question, *option).map(|coding| coding.code().concat());
        json!({ "question": asked, "operator": when.operator, "answerCoding": { "system": CODES, "code": code } })
    };
    item["enableWhen"] = when.options.iter().map(row).collect();
    if when.options.len() > 1 {
        item["enableBehavior"] = when.behavior.into();
    }
}

/// What the page suggested. Nobody fills it in, so every part of it is read only.
fn suggestion() -> Value {
    let is_setting = |level: &LevelIx| level.of(&PROTOCOL).is_some_and(|level| level.role.is_setting());
    let levels = || LevelIx::all(&PROTOCOL);
    let flags = RedFlagIx::all(&PROTOCOL).filter_map(fhir::red_flag);
    let reasons = flags.chain(RuleIx::all(&PROTOCOL).filter_map(fhir::reason));
    let modifiers = ModifierIx::all(&PROTOCOL).filter_map(fhir::modifier);
    let alternatives = AlternativeIx::all(&PROTOCOL).filter_map(fhir::alternative);
    let mut group = item(link::SUGGESTION, "group", &spoken(say::RESULT_KICKER));
    group["readOnly"] = true.into();
    group["item"] = json!([
        told(link::FIRST_STEP, say::PATH_FIRST, false, options(levels().filter_map(fhir::level))),
        told(link::SETTING, say::PATH_TREATMENT, false, options(levels().filter(is_setting).filter_map(fhir::level))),
        told(link::REASONS, say::WHY_TITLE, true, options(reasons)),
        told(link::MODIFIERS, say::BESIDE_TITLE, true, options(modifiers)),
        told(link::ALTERNATIVES, say::ALTERNATIVES_TITLE, true, options(alternatives)),
    ]);
    group
}

fn told(link: &str, title: Msg, repeats: bool, options: Value) -> Value {
    let mut told = item(link, "choice", &spoken(title));
    told["repeats"] = repeats.into();
    told["readOnly"] = true.into();
    told["answerOption"] = options;
    told
}

fn options(codings: impl IntoIterator<Item = Coding>) -> Value {
    let option = |coding: Coding| {
        let mut value = json!({ "system": CODES, "code": coding.code().concat() });
        put(&mut value, "display", &spoken(coding.words));
        json!({ "valueCoding": value })
    };
    codings.into_iter().map(option).collect()
}

#[cfg(test)]
mod tests {
    use care_check_engine::Answers;

    use super::*;

    const FIRST: Clause = Clause { question: QuestionIx(0), any_of: OptionSet(0b10) };
    const SECOND: Clause = Clause { question: QuestionIx(1), any_of: OptionSet(0b1) };
    const EITHER: Clause = Clause { question: QuestionIx(1), any_of: OptionSet(0b110) };

    fn condition(all: &'static [Clause], any: &'static [Clause], of: &'static [Clause]) -> Condition {
        Condition { all, any, at_least: of.len() as u8, of }
    }

    /// Whether FHIR would show an item with these conditions, by the definitions of `!=`, "all" and "any".
    fn shows(when: &When, answers: &Answers) -> bool {
        let mut rows = when.options.iter().map(|(question, option)| !answers.options(*question).meets(*option));
        if when.behavior == "all" { rows.all(|row| row) } else { rows.any(|row| row) }
    }

    #[test]
    fn what_is_skipped_here_is_hidden_there_and_nothing_else() {
        let conditions = [
            condition(&[FIRST], &[], &[]),
            condition(&[EITHER], &[], &[]),
            condition(&[FIRST, SECOND], &[], &[]),
            condition(&[], &[FIRST, SECOND], &[]),
            condition(&[], &[FIRST, EITHER], &[]),
        ];
        for condition in conditions {
            let when = unless(&condition).expect("one row says it");
            for (first, second) in (0..8).flat_map(|first| (0..8).map(move |second| (first, second))) {
                let answers =
                    Answers::NONE.with(QuestionIx(0), OptionSet(first)).with(QuestionIx(1), OptionSet(second));
                assert_eq!(shows(&when, &answers), !condition.holds(&answers), "{condition:?} {first:b} {second:b}");
            }
        }
    }

    #[test]
    fn a_condition_that_one_row_cannot_say_is_refused() {
        assert!(unless(&condition(&[FIRST, EITHER], &[], &[])).is_none());
        assert!(unless(&condition(&[FIRST], &[SECOND], &[])).is_none());
        assert!(unless(&condition(&[], &[], &[FIRST, SECOND])).is_none());
        assert!(rests_on_one_answer(&condition(&[FIRST, SECOND], &[], &[])).is_none());
        assert!(rests_on_one_answer(&condition(&[EITHER], &[], &[])).is_none());
        assert_eq!(rests_on_one_answer(&condition(&[], &[FIRST], &[])), Some(&FIRST));
    }
}
