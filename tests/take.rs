//! What is taken along: the plan and the summary say what was picked, answered and suggested, in every voice, region
//! and language, and a number to call stands first.

use std::collections::BTreeSet;

use care_check::content::{
    DIGEST, DIRECTORY, LOCALES, PERSON_WORDS, PLAN, PROTOCOL, RULE_WORDS, SIGN_WORDS, TRIGGER_WORDS, WAY_WORDS, say,
};
use care_check::render::screen;
use care_check::session::{Action, Screen, Session};
use care_check::take::notes::{Field, LONGEST, Line, Note};
use care_check::take::{Kind, plain, sheet};
use care_check::voice::{helpline_words, level_words, question_words};
use care_check_engine::words::Who;
use care_check_engine::{OptionSet, QuestionIx};

/// Results of different kinds: for each answer that alone leads to a result, that one beside the mildest others.
fn results() -> Vec<Session> {
    let alone = QuestionIx::all(&PROTOCOL).flat_map(|q| {
        let options: Vec<OptionSet> = q.of(&PROTOCOL).map(|asked| asked.pickable().collect()).unwrap_or_default();
        options.into_iter().map(move |option| (q, option))
    });
    alone.filter_map(|(question, option)| result_of(question, option)).collect()
}

fn result_of(question: QuestionIx, option: OptionSet) -> Option<Session> {
    let mut session = Session::default().after(Action::Begin);
    while let Screen::Question(q) = session.screen() {
        let given = if q == question { option } else { OptionSet::one(0) };
        session = session.after(Action::Pick(q, given)).after(Action::Next);
    }
    let result = session.after(Action::Next);
    (result.screen() == Screen::Result).then_some(result)
}

/// A result in every voice, region and language.
fn in_every_voice(result: Session) -> impl Iterator<Item = Session> {
    let regions = DIRECTORY.regions.iter().map(|region| Some(region.id)).chain([None]);
    regions.flat_map(move |region| {
        [Who::Myself, Who::Other].into_iter().flat_map(move |who| {
            let spoken = result.after(Action::For(who)).after(Action::Region(region));
            LOCALES.iter().map(move |locale| spoken.after(Action::Language(locale)))
        })
    })
}

fn text_of(session: &Session) -> String {
    let sheet = sheet(session, &session.voice());
    assert!(!sheet.is_empty(), "{:?} has nothing to take along", session.screen());
    plain(&sheet)
}

fn everything_picked(result: Session) -> Session {
    let triggers = (0..PLAN.triggers.len()).map(Note::Trigger);
    let signs = (0..PLAN.signs.len()).map(Note::Sign);
    let people = (0..PLAN.people.len()).map(Field::Person);
    let fields = [Field::Trigger, Field::Way, Field::Sign, Field::Deed].into_iter().chain(people);
    let written = fields.map(|field| Note::Write(field, Line::new(&format!("own words of {field:?}"))));
    let notes: Vec<Note> = triggers.chain(signs).chain(written).collect();
    notes.into_iter().fold(result.after(Action::Plan), |session, note| session.after(Action::Note(note)))
}

fn one_result() -> Session {
    results().into_iter().next().expect("the mildest answers lead to a result")
}

#[test]
fn every_sheet_begins_with_a_number_to_call() {
    for result in results().into_iter().step_by(5) {
        for session in in_every_voice(result) {
            for (action, title) in [(Action::Plan, say::PLAN_SHEET), (Action::Summary, say::SUMMARY_TITLE)] {
                let session = session.after(action);
                let pieces = sheet(&session, &session.voice());
                assert_eq!((pieces[0].kind, &pieces[0].words), (Kind::Title, &session.voice().say(title)));
                assert_eq!(pieces[1].words, session.voice().say(say::TAKE_EMERGENCY), "right below it");
                let headings = pieces.iter().position(|piece| piece.kind == Kind::Heading).expect("headings");
                let before = plain(&pieces[..headings]);
                let numbers: Vec<&str> = match session.region() {
                    Some(region) => vec![region.emergency],
                    None => DIRECTORY.regions.iter().map(|region| region.emergency).collect(),
                };
                for number in numbers {
                    assert!(before.contains(number), "{:?} of {:?} lacks {number}", action, session.region());
                }
            }
        }
    }
}

#[test]
fn as_plain_text_parts_stand_apart_and_lists_under_their_headings() {
    for session in in_every_voice(one_result()) {
        for session in [everything_picked(session), session.after(Action::Summary)] {
            let text = text_of(&session);
            for part in text.trim_end().split("\n\n") {
                let (first, list) = part.split_once('\n').unwrap_or((part, "- "));
                assert!(!first.is_empty() && !first.starts_with("- "), "a list without a heading:\n{part}");
                assert!(list.lines().all(|line| line.starts_with("- ")), "not apart:\n{part}");
            }
        }
    }
}

#[test]
fn the_plan_holds_what_was_picked_and_written_and_nothing_that_was_not() {
    for session in in_every_voice(one_result()) {
        let voice = session.voice();
        let full = text_of(&everything_picked(session));
        let empty = text_of(&session.after(Action::Plan));
        for (place, (trigger, words)) in PLAN.triggers.iter().zip(TRIGGER_WORDS).enumerate() {
            let proposed = voice.say(WAY_WORDS[usize::from(trigger.ways[0])]);
            let row = format!("- {}: {proposed}\n", voice.say(*words));
            assert!(full.contains(&row), "{} is picked and not there", trigger.id);
            assert!(!empty.contains(&row), "{} is there and not picked", trigger.id);
            for (at, way) in trigger.ways.iter().enumerate() {
                let chosen = session
                    .after(Action::Plan)
                    .after(Action::Note(Note::Trigger(place)))
                    .after(Action::Note(Note::Way(place, at)));
                let row = format!("- {}: {}\n", voice.say(*words), voice.say(WAY_WORDS[usize::from(*way)]));
                assert!(text_of(&chosen).contains(&row), "{row}");
            }
        }
        for words in SIGN_WORDS {
            let row = format!("- {}: {}\n", voice.say(words.title), voice.say(words.text));
            assert!(full.contains(&row) && !empty.contains(&row), "{row}");
        }
        for (place, words) in PERSON_WORDS.iter().enumerate() {
            let row = format!("- {}: own words of Person({place})\n", voice.say(*words));
            assert!(full.contains(&row), "{row}");
            let to_fill_in = format!("- {}: ____", voice.say(*words));
            assert!(empty.contains(&to_fill_in) && !full.contains(&to_fill_in), "{to_fill_in} on paper, by hand");
        }
        for own in ["- own words of Trigger: own words of Way\n", "- own words of Sign: own words of Deed\n"] {
            assert!(full.contains(own), "{own}");
        }
    }
}

#[test]
fn the_plan_begins_with_the_first_three_steps_of_the_suggestion() {
    let mut levels = BTreeSet::new();
    for result in results() {
        let session = result.after(Action::Region(Some("us"))).after(Action::Plan);
        let voice = session.voice();
        let level = session.assessment().first_step();
        levels.insert(level);
        let steps = voice.list(level_words(level).today);
        let text = text_of(&session);
        let shown: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("- ")).take(3).collect();
        assert_eq!(shown, steps.iter().take(3).map(|step| step.as_str()).collect::<Vec<_>>());
    }
    assert!(levels.len() >= 5, "the sample reaches only {levels:?}");
}

#[test]
fn the_plan_names_every_line_of_the_region() {
    for session in in_every_voice(one_result()) {
        let text = text_of(&session.after(Action::Plan));
        for line in session.region().into_iter().flat_map(|region| DIRECTORY.helplines_of(region)) {
            for number in line.call.map(str::to_owned).into_iter().chain(line.text.as_ref().map(|t| t.display())) {
                assert!(text.contains(&number), "{number} of {} is missing", line.id);
            }
            // It may say which key to press, or that nobody there speaks this language.
            let voice = session.voice();
            let about = voice.say(helpline_words(line.id).expect("every line has words").about);
            let of_line = text.lines().find(|said| said.contains(about.as_str())).unwrap_or_default();
            assert!(!of_line.is_empty(), "{about} of {} is missing", line.id);
            assert_eq!(of_line.contains(&*voice.say(say::OTHER_LANGUAGE)), !voice.is_spoken_by(line), "{of_line}");
        }
    }
}

#[test]
fn every_way_to_cope_can_be_chosen() {
    let named: BTreeSet<u8> = PLAN.triggers.iter().flat_map(|trigger| trigger.ways).copied().collect();
    let unused: Vec<&str> =
        PLAN.ways.iter().zip(0..).filter(|(_, place)| !named.contains(place)).map(|(way, _)| way.id).collect();
    assert!(unused.is_empty(), "no trigger names {unused:?}");
}

#[test]
fn the_summary_holds_every_answer_the_suggestion_its_reasons_and_which_content_spoke() {
    for result in results() {
        for session in in_every_voice(result).step_by(7) {
            let session = session.after(Action::Summary);
            let voice = session.voice();
            let text = text_of(&session);
            for question in session.path() {
                let given = voice.options(question, session.answers().options(question));
                assert!(!given.is_empty(), "a result has every answer");
                let row = format!("- {}: {}\n", voice.say(question_words(question).short), given.join("; "));
                assert!(text.contains(&row), "{row}");
            }
            let assessment = session.assessment();
            for level in [assessment.first_step(), assessment.setting] {
                assert!(text.contains(voice.say(level_words(level).name).as_str()));
            }
            for rule in assessment.reasons(&PROTOCOL) {
                assert!(text.contains(voice.say(RULE_WORDS[usize::from(rule.0)]).as_str()));
                for source in rule.of(&PROTOCOL).expect("the rule exists").sources {
                    assert!(text.contains(source), "{source}");
                }
            }
            for part in [&*voice.say(say::NOT_A_DIAGNOSIS), &*voice.say(say::FHIR_NOTE_TEXT), PROTOCOL.version] {
                assert!(text.contains(part), "{part}");
            }
            assert!(text.contains(&DIGEST[..12]) && text.contains("____"), "the digest, and a place for the date");
        }
    }
}

#[test]
fn the_screen_shows_the_sheet_with_the_caution_and_every_way_to_take_it() {
    for session in in_every_voice(one_result()) {
        for (action, ways) in
            [(Action::Plan, &["print", "copy", "save"][..]), (Action::Summary, &["print", "copy", "save", "record"])]
        {
            let session = session.after(action);
            let markup = screen(session);
            for way in ways {
                assert!(markup.contains(&format!("data-take=\"{way}\"")), "{way}");
            }
            let voice = session.voice();
            let caution = markup.find(voice.say(say::TAKE_CAUTION).as_str()).expect("the caution");
            let first = markup.find("data-take=").expect("a way");
            assert!(caution < first, "the caution stands before the buttons");
            let shown = markup.split("class=\"sheet\"").nth(1).expect("the sheet is shown");
            let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            for piece in sheet(&session, &voice) {
                for words in [piece.words, piece.then] {
                    assert!(shown.contains(&escaped(&words)), "{words}");
                }
            }
        }
    }
}

#[test]
fn own_words_are_short_and_nothing_looks_at_them() {
    let markup = screen(one_result().after(Action::Plan));
    let inputs: Vec<&str> = markup.split("<input ").skip(1).filter(|tag| tag.contains("type=\"text\"")).collect();
    assert_eq!(inputs.len(), 4 + PLAN.people.len());
    for input in inputs {
        let tag = input.split('>').next().unwrap_or_default();
        let wanted = [
            format!("maxlength=\"{LONGEST}\""),
            "autocomplete=\"off\"".into(),
            "spellcheck=\"false\"".into(),
            "translate=\"no\"".into(),
        ];
        for attribute in wanted {
            assert!(tag.contains(&attribute), "{attribute} is missing in {tag}");
        }
    }
}

#[test]
fn the_result_on_paper_begins_with_the_number_and_every_sign() {
    for session in in_every_voice(one_result()) {
        let markup = screen(session);
        let paper = markup.split("class=\"on-paper\"").nth(1).and_then(|rest| rest.split("</div>").next());
        let paper = paper.expect("the signs for paper");
        let place = markup.find("class=\"on-paper\"").expect("the signs for paper");
        assert!(place < markup.find("<h1").expect("a heading"), "the signs stand first");
        for (_, sign) in session.voice().signs() {
            assert!(paper.contains(&sign.replace('&', "&amp;")), "{sign}");
        }
        assert!(paper.contains(&*session.voice().say(say::EMERGENCY_SELF_HARM)));
        let numbers: Vec<&str> = match session.region() {
            Some(region) => vec![region.emergency],
            None => DIRECTORY.regions.iter().map(|region| region.emergency).collect(),
        };
        assert!(numbers.into_iter().all(|number| paper.contains(number)));
    }
}
