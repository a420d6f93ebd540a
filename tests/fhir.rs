//! The FHIR files: a response says what was asked, answered and told, and nothing else.
//!
//! `cargo xtask test --only fhir` hands the same responses to an implementation of FHIR that is not ours.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use care_check::content::{DIGEST, DIRECTORY, LOCALES, PROTOCOL, REVIEWED, say};
use care_check::session::{Action, Screen, Session};
use care_check::take::fhir::{self, CODES, QUESTIONNAIRE, response};
use care_check::take::questionnaire::questionnaire;
use care_check::voice::{Voice, question_words};
use care_check_engine::load::load;
use care_check_engine::words::Who;
use care_check_engine::{Answers, LevelIx, OptionSet, QuestionIx, QuestionKind, assess, path};
use serde_json::{Value, json};

/// Where to put the responses for the other implementation; without it they are only looked at here.
const FOLDER: &str = "CARE_CHECK_FHIR";

struct Visit {
    name: String,
    answers: Answers,
    voice: Voice,
}

impl Visit {
    fn response(&self) -> Value {
        serde_json::from_str(&response(&self.answers, &self.voice))
            .unwrap_or_else(|error| panic!("{} is not JSON: {error}", self.name))
    }
}

/// Every way of speaking: each language, about oneself and about somebody else.
fn voices() -> impl Iterator<Item = Voice> {
    let whos = [Who::Myself, Who::Other];
    LOCALES.iter().flat_map(move |locale| whos.map(|who| Voice { locale, who, ..Voice::default() }))
}

/// The answers with the mildest option for everything on the path that is not answered.
fn filled(mut answers: Answers) -> Answers {
    while let Some(question) = path::first_unanswered(&PROTOCOL, &answers) {
        answers.set(question, OptionSet::one(0));
    }
    answers
}

fn using() -> Answers {
    let place = PROTOCOL.question("place").expect("the protocol asks where things stand");
    Answers::NONE.with(place, OptionSet::one(3))
}

/// Each single answer beside the mildest ones: with a name, to every level.
fn single_answers() -> Vec<(String, Answers)> {
    let mut cases = Vec::new();
    for ix in QuestionIx::all(&PROTOCOL) {
        let asked = ix.of(&PROTOCOL).expect("the question exists");
        for option in asked.pickable() {
            let code = fhir::option(ix, option).expect("an option has words").code().concat();
            cases.push((format!("{code} alone"), Answers::NONE.with(ix, option)));
            cases.push((format!("{code} while using"), filled(using().with(ix, option))));
            cases.push((format!("{code} and mild"), filled(Answers::NONE.with(ix, option))));
        }
    }
    cases
}

/// The worked cases as they are, and with the rest answered mildly.
fn vignettes() -> Vec<(String, Answers)> {
    let content = load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap_or_else(|_| panic!("the content loads"));
    let cases = content.vignettes.iter();
    cases
        .flat_map(|case| [(case.id.to_string(), case.answers), (format!("{} filled", case.id), filled(case.answers))])
        .collect()
}

/// Visits of somebody who presses anything at all, so that answers stay behind on questions that became moot.
fn wild_visits() -> Vec<(String, Answers)> {
    let mut seed = 20_261_126_u64;
    let mut below = move |bound: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % bound
    };
    (0..60)
        .map(|visit| {
            let mut session = Session::default().after(Action::Begin);
            for _ in 0..80 {
                let ix = match session.screen() {
                    Screen::Question(ix) => ix,
                    _ => QuestionIx(below(PROTOCOL.questions.len()) as u8),
                };
                let pickable: Vec<OptionSet> = ix.of(&PROTOCOL).expect("the question exists").pickable().collect();
                let picked = pickable[below(pickable.len())];
                session = match below(8) {
                    0 => session.after(Action::Back),
                    1 => session.after(Action::Change(ix)),
                    2..5 => session.after(Action::Pick(ix, picked)),
                    _ => session.after(Action::Next),
                };
            }
            (format!("wild {visit}"), *session.answers())
        })
        .collect()
}

fn declined() -> Answers {
    QuestionIx::all(&PROTOCOL).fold(Answers::NONE, |answers, ix| {
        let declines = ix.of(&PROTOCOL).is_some_and(|asked| asked.may_decline);
        if declines { answers.with(ix, OptionSet::DECLINED) } else { answers }
    })
}

fn everything_at_once() -> Answers {
    QuestionIx::all(&PROTOCOL).fold(Answers::NONE, |answers, ix| {
        let asked = ix.of(&PROTOCOL).expect("the question exists");
        let mut real =
            (0..asked.options.len() as u8).filter(|p| !asked.options[usize::from(*p)].alone).map(OptionSet::one);
        let chosen = match asked.kind {
            QuestionKind::One => real.next_back(),
            QuestionKind::Several => Some(real.fold(OptionSet::EMPTY, OptionSet::union)),
        };
        answers.with(ix, chosen.unwrap_or_default())
    })
}

/// Every response that the tests look at.
fn visits() -> Vec<Visit> {
    let mut cases = vec![
        ("nothing".to_owned(), Answers::NONE),
        ("only mild".to_owned(), filled(Answers::NONE)),
        ("declined".to_owned(), declined()),
        ("declined, the rest mild".to_owned(), filled(declined())),
        ("everything at once".to_owned(), everything_at_once()),
    ];
    cases.extend(single_answers());
    cases.extend(vignettes());
    cases.extend(wild_visits());
    let mut visits = Vec::new();
    for (name, answers) in &cases {
        for voice in voices() {
            let name = format!("{name}, {} {:?}", voice.locale.tag, voice.who);
            visits.push(Visit { name, answers: *answers, voice });
        }
    }
    for region in DIRECTORY.regions {
        let answers = filled(using());
        let voice = Voice { region: Some(region), ..Voice::default() };
        visits.push(Visit { name: format!("in {}", region.id), answers, voice });
    }
    visits
}

fn items(resource: &Value) -> &[Value] {
    resource["item"].as_array().map(Vec::as_slice).unwrap_or_default()
}

fn child<'a>(resource: &'a Value, link: &str) -> Option<&'a Value> {
    items(resource).iter().find(|item| item["linkId"] == link)
}

fn codes(item: &Value) -> Vec<&str> {
    let answers = item["answer"].as_array().map(Vec::as_slice).unwrap_or_default();
    answers.iter().map(|answer| answer["valueCoding"]["code"].as_str().expect("an answer has a code")).collect()
}

/// What a visit was answered, by the protocol's own ids.
fn answered(answers: &Answers, ix: QuestionIx) -> BTreeSet<String> {
    let asked = ix.of(&PROTOCOL).expect("the question exists");
    let given = answers.options(ix);
    let named = given.positions().map(|place| asked.options[usize::from(place)].id);
    let declined = given.meets(OptionSet::DECLINED).then_some("declined");
    named.chain(declined).map(|id| format!("{}.{id}", asked.id)).collect()
}

#[test]
fn a_response_holds_exactly_the_answers_that_count() {
    for visit in visits() {
        let resource = visit.response();
        let asked: Vec<QuestionIx> = path::path(&PROTOCOL, &visit.answers).collect();
        let mut expected = vec!["note", "about"];
        expected.extend(
            asked.iter().filter(|q| visit.answers.is_answered(**q)).filter_map(|q| q.of(&PROTOCOL)).map(|q| q.id),
        );
        let is_told = child(&resource, "suggestion").is_some();
        expected.extend(is_told.then_some("suggestion"));
        let found: Vec<&str> = items(&resource).iter().filter_map(|item| item["linkId"].as_str()).collect();
        assert_eq!(found, expected, "{}", visit.name);
        for ix in asked.into_iter().filter(|q| visit.answers.is_answered(*q)) {
            let item = child(&resource, ix.of(&PROTOCOL).map_or("", |q| q.id)).expect("the item was found above");
            let found: BTreeSet<String> = codes(item).into_iter().map(str::to_owned).collect();
            assert_eq!(found, answered(&visit.answers, ix), "{}", visit.name);
            assert_eq!(item["text"], *visit.voice.say(question_words(ix).ask), "{}", visit.name);
        }
    }
}

#[test]
fn a_response_says_what_the_visitor_was_told_and_only_when_they_were() {
    let mut levels = BTreeSet::new();
    for visit in visits() {
        let resource = visit.response();
        let assessment = assess(&PROTOCOL, &visit.answers);
        let is_complete = path::first_unanswered(&PROTOCOL, &visit.answers).is_none();
        let is_emergency = !assessment.red_flags.is_empty();
        let status = if is_complete {
            "completed"
        } else if is_emergency {
            "stopped"
        } else {
            "in-progress"
        };
        assert_eq!(resource["status"], status, "{}", visit.name);
        let Some(told) = child(&resource, "suggestion") else {
            assert!(!is_complete && !is_emergency, "{} says nothing of a suggestion", visit.name);
            continue;
        };
        let id = |level: LevelIx| format!("level.{}", level.of(&PROTOCOL).map_or("", |l| l.id));
        levels.insert(id(assessment.first_step()));
        let part = |link: &str| child(told, link).map(codes).unwrap_or_default();
        assert_eq!(part("first_step"), [id(assessment.first_step())], "{}", visit.name);
        if is_emergency {
            assert_eq!(part("first_step"), ["level.emergency"]);
            assert_eq!(items(told).len(), 2, "{} says more than the emergency", visit.name);
            assert_eq!(part("reasons").len(), assessment.red_flags().count());
            continue;
        }
        assert!(is_complete, "{} suggests something before every question is answered", visit.name);
        assert_eq!(part("setting"), [id(assessment.setting)], "{}", visit.name);
        let rules = assessment.reasons(&PROTOCOL).filter_map(|rule| rule.of(&PROTOCOL));
        assert_eq!(part("reasons"), rules.map(|rule| format!("reason.{}", rule.id)).collect::<Vec<_>>());
        let beside = assessment.modifiers().filter_map(|modifier| modifier.of(&PROTOCOL));
        assert_eq!(part("modifiers"), beside.map(|m| format!("modifier.{}", m.id)).collect::<Vec<_>>());
        let others = assessment.alternatives().filter_map(|other| other.of(&PROTOCOL));
        assert_eq!(part("alternatives"), others.map(|a| format!("alternative.{}", a.id)).collect::<Vec<_>>());
    }
    assert_eq!(levels.len(), PROTOCOL.levels.len(), "the visits reach only {levels:?}");
}

#[test]
fn a_response_names_its_form_and_state_and_nobody() {
    for visit in visits() {
        let resource = visit.response();
        assert_eq!(resource["questionnaire"], format!("{QUESTIONNAIRE}|{}", fhir::version()));
        assert_eq!(resource["language"], visit.voice.locale.tag);
        let fields: Vec<&String> = resource.as_object().expect("a resource is an object").keys().collect();
        assert_eq!(fields, ["resourceType", "language", "questionnaire", "status", "item"], "{}", visit.name);
        let note = items(&resource)[0]["answer"][0]["valueString"].as_str().expect("the note comes first");
        assert!(note.contains(DIGEST) && note.contains(PROTOCOL.version), "{note}");
        let translation = visit.voice.say(say::FOOTER_TRANSLATION);
        assert_eq!(note.contains(&*translation), visit.voice.locale.unreviewed_translation, "{note}");
        let who = if visit.voice.who == Who::Myself { "who.self" } else { "who.other" };
        assert_eq!(codes(&items(&resource)[1]), [who]);
    }
}

#[test]
fn every_code_has_words_and_none_has_two_meanings() {
    fn gather(item: &Value, found: &mut Vec<(String, String)>) {
        let options = item["answerOption"].as_array().into_iter().flatten();
        for coding in options.map(|option| &option["valueCoding"]) {
            assert_eq!(coding["system"], CODES);
            let text = |field: &str| coding[field].as_str().unwrap_or_default().to_owned();
            found.push((text("code"), text("display")));
        }
        items(item).iter().for_each(|inner| gather(inner, found));
    }
    let form = questionnaire().expect("FHIR can say the whole protocol");
    let mut found = Vec::new();
    gather(&form, &mut found);
    let levels = found.iter().filter(|(code, _)| code.starts_with("level."));
    let unique: BTreeSet<&(String, String)> = found.iter().collect();
    // A level stands among the first steps and, as a setting, once more.
    let twice = levels.count() - PROTOCOL.levels.len();
    assert_eq!(unique.len(), found.len() - twice);
    let codes: BTreeSet<&String> = unique.iter().map(|(code, _)| code).collect();
    assert_eq!(codes.len(), unique.len(), "a code has two meanings");
    assert!(found.iter().all(|(code, display)| !code.is_empty() && !display.is_empty()), "{found:?}");
}

#[test]
fn the_form_is_a_draft_until_a_clinician_signed_its_content() {
    let form = questionnaire().expect("FHIR can say the whole protocol");
    assert_eq!(form["experimental"], !REVIEWED);
    assert_eq!(form["status"], if REVIEWED { "active" } else { "draft" });
    assert!(form["description"].as_str().is_some_and(|text| text.contains(DIGEST)));
}

#[test]
fn the_form_carries_every_emergency_sign_and_says_call_now_at_each() {
    let form = questionnaire().expect("FHIR can say the whole protocol");
    for flag in PROTOCOL.red_flags {
        for clause in flag.when.clauses() {
            let asked = clause.question.of(&PROTOCOL).expect("the question exists");
            let item = child(&form, asked.id).expect("every question is an item");
            let call = child(item, &format!("{}.emergency", asked.id)).expect("a red flag says call now");
            let shown = call["enableWhen"].as_array().expect("it is shown for some answers");
            for code in answered(&Answers::NONE.with(clause.question, clause.any_of), clause.question) {
                assert!(
                    shown.iter().any(|row| row["answerCoding"]["code"] == *code && row["operator"] == "="),
                    "{code}"
                );
            }
        }
    }
    let signs = form["item"][0]["text"].as_str().unwrap_or_default();
    for (id, sign) in Voice::default().signs() {
        assert!(signs.contains(sign.as_str()), "{id}");
    }
    assert!(signs.contains(&*Voice::default().say(say::EMERGENCY_SELF_HARM)), "no option of theirs is that sign");
}

/// To the byte, so that it is also shown that the same visit always gives the same file.
#[test]
fn the_example_in_the_documentation_is_what_the_page_writes() {
    let documented = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/fhir.md"));
    let documented = documented.expect("docs/fhir.md can be read");
    let example = documented.split("```json\n").nth(1).and_then(|rest| rest.split("\n```").next()).unwrap_or_default();
    let ix = PROTOCOL.question("danger_now").expect("the protocol asks about signs");
    let asked = ix.of(&PROTOCOL).expect("the question exists");
    let sign = asked.options.iter().position(|o| o.id == "chest_or_breathing").expect("chest pain is a sign");
    let answers = Answers::NONE.with(ix, OptionSet::one(sign as u8));
    let written = response(&answers, &Voice::default()).replace(DIGEST, "…").replace(&DIGEST[..12], "…");
    let indented: Value = serde_json::from_str(&written).expect("it is JSON");
    let indented = format!("{indented:#}");
    assert!(example == indented, "docs/fhir.md should have this example:\n{indented}");
    let packed: Value = serde_json::from_str(example).expect("the example is JSON");
    assert_eq!(packed.to_string(), written);
}

#[test]
fn the_responses_are_there_for_another_implementation_to_read() {
    let mut lines = String::new();
    let visits = visits();
    for visit in &visits {
        let given: serde_json::Map<String, Value> = QuestionIx::all(&PROTOCOL)
            .filter(|ix| visit.answers.is_answered(*ix))
            .map(|ix| (ix.of(&PROTOCOL).map_or("", |q| q.id).to_owned(), json!(answered(&visit.answers, ix))))
            .collect();
        let text = response(&visit.answers, &visit.voice);
        let own_words = visit.voice.region.is_none() && visit.voice.who == Who::Myself;
        let line = json!({ "name": visit.name, "given": given, "own_words": own_words, "text": text });
        writeln!(lines, "{line}").expect("a string takes every line");
    }
    assert!(visits.len() > 1000, "only {} responses", visits.len());
    if let Some(folder) = std::env::var_os(FOLDER) {
        let form = questionnaire().expect("FHIR can say the whole protocol");
        std::fs::create_dir_all(&folder).expect("the folder can be made");
        let write = |name: &str, text: String| {
            std::fs::write(Path::new(&folder).join(name), text).expect("the folder can be written");
        };
        write("questionnaire.json", format!("{form:#}\n"));
        write("responses.jsonl", lines);
    }
}
