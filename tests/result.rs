//! The result as somebody reads it: every part is there for every level, in both voices, and no region ends nowhere.

use care_check::content::{DIRECTORY, Msg, PROTOCOL, say};
use care_check::render::screen;
use care_check::session::{Action, Screen, Session};
use care_check::voice::level_words;
use care_check_engine::help::{HelplineKind, Region};
use care_check_engine::words::Who;
use care_check_engine::{LevelIx, OptionSet, QuestionIx, Role};

/// Answers that lead to each level a result can have, everything else answered with the mildest option.
const CASES: [(&str, &[(&str, &str)]); 6] = [
    ("recovery_support", &[("place", "in_recovery")]),
    ("outpatient", &[("place", "stopped_weeks")]),
    ("iop", &[("place", "stopped_weeks"), ("pattern", "most_days")]),
    ("php", &[("place", "stopped_weeks"), ("suicide_thoughts", "thoughts")]),
    ("inpatient", &[("place", "stopped_weeks"), ("treatment_so_far", "day_or_live_in_not_enough")]),
    ("detox", &[("place", "coming_down"), ("come_down", "cannot_cope")]),
];

fn option(question: QuestionIx, id: &str) -> OptionSet {
    let asked = question.of(&PROTOCOL).expect("the question exists");
    let position = asked.options.iter().position(|o| o.id == id).unwrap_or_else(|| panic!("{} has {id}", asked.id));
    OptionSet::one(position as u8)
}

fn answered(given: &[(&str, &str)]) -> Session {
    let mut session = Session::default().after(Action::Begin);
    while let Screen::Question(q) = session.screen() {
        let id = q.of(&PROTOCOL).expect("the question exists").id;
        let said = given.iter().find(|(question, _)| *question == id).map(|(_, said)| option(q, said));
        session = session.after(Action::Pick(q, said.unwrap_or(OptionSet::one(0)))).after(Action::Next);
    }
    let session = session.after(Action::Next);
    assert_eq!(session.screen(), Screen::Result, "{given:?}");
    session
}

fn result(given: &[(&str, &str)], who: Who, region: Option<&'static Region>) -> Session {
    answered(given).after(Action::For(who)).after(Action::Region(region.map(|r| r.id)))
}

const VOICES: [Who; 2] = [Who::Myself, Who::Other];

fn every_region() -> impl Iterator<Item = Option<&'static Region>> {
    DIRECTORY.regions.iter().map(Some).chain([None])
}

/// Every level, voice and region, with the level that its answers lead to.
fn every_result() -> Vec<(Session, LevelIx)> {
    let mut all = Vec::new();
    for (level, given) in CASES {
        let level = PROTOCOL.level(level).expect("the protocol has the level");
        for who in VOICES {
            all.extend(every_region().map(|region| (result(given, who, region), level)));
        }
    }
    all
}

/// A text as it stands in markup.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn position(markup: &str, piece: &str) -> usize {
    markup.find(piece).unwrap_or_else(|| panic!("the result has {piece}"))
}

/// The element that begins with `opening`, up to the first `closing` after it.
fn between<'a>(markup: &'a str, opening: &str, closing: &str) -> &'a str {
    let from = &markup[position(markup, opening)..];
    &from[..position(from, closing)]
}

/// The values of an attribute, in the order of the page.
fn values(markup: &str, attribute: &str) -> Vec<String> {
    let opening = format!("{attribute}=\"");
    let pieces = markup.split(&opening).skip(1);
    pieces.filter_map(|piece| piece.split('"').next()).map(str::to_owned).collect()
}

#[test]
fn the_cases_reach_every_level_that_a_result_can_have() {
    for (level, given) in CASES {
        let found = answered(given).assessment().first_step().of(&PROTOCOL).map(|l| l.id);
        assert_eq!(found, Some(level), "{given:?}");
    }
    let shown = PROTOCOL.levels.iter().filter(|level| level.role != Role::Emergency).count();
    assert_eq!(CASES.len(), shown);
}

#[test]
fn every_result_has_every_part_in_both_voices() {
    for (session, level) in every_result() {
        let (markup, voice) = (screen(session), session.voice());
        let words = level_words(level);
        let lists: [Msg; 5] = [words.today, words.there, words.first_day, say::FIND_PLACE, say::MORE_HELP_NOW];
        for item in lists.into_iter().flat_map(|list| voice.list(list)) {
            assert!(markup.contains(&escaped(&item)), "{:?} {:?} lacks {item}", session.who(), level);
        }
        let again = match level.of(&PROTOCOL).map(|l| l.role) {
            Some(Role::Sustaining) => say::AGAIN_SUPPORT,
            Some(Role::Treatment) => say::AGAIN_TREATMENT,
            _ => say::AGAIN_FIRST_STEP,
        };
        let said = between(&markup, "<section class=\"again\"", "</section>");
        assert!(voice.list(again).iter().all(|item| said.contains(&escaped(item))), "{level:?}");
        let ask = if level == PROTOCOL.sustaining() { say::ASK_GROUP } else { say::ASK_PROGRAMME };
        let timeline = [
            say::COMING_DOWN_HOURS_TEXT,
            say::COMING_DOWN_DAYS_TEXT,
            say::COMING_DOWN_WEEKS_TEXT,
            say::COMING_DOWN_MONTHS_TEXT,
        ];
        let coming_down =
            [say::COMING_DOWN, say::COMING_DOWN_GET_HELP, say::COMING_DOWN_HELPS, say::AVOID, say::NALOXONE];
        let always = [ask, say::CHOOSE_PLACE].into_iter().chain(timeline).chain(coming_down);
        for item in always.flat_map(|list| voice.list(list)) {
            assert!(markup.contains(&escaped(&item)), "{:?} {:?} lacks {item}", session.who(), level);
        }
        let other = session.who() == Who::Other;
        let helper = [say::HELPER_CAN, say::HELPER_START, say::HELPER_REFUSE, say::HELPER_CANNOT, say::HELPER_CARE]
            .map(|l| voice.list(l));
        for item in helper.iter().flatten() {
            assert_eq!(markup.contains(&escaped(item)), other, "{:?} {:?}: {item}", session.who(), level);
        }
        assert_eq!(markup.contains("<section class=\"helper\""), other);
        assert_eq!(markup.contains(&escaped(&voice.list(say::SELF_CARE)[0])), !other);
    }
}

/// The emergency signs stand beside every screen; here stands what would ask for more care short of them.
#[test]
fn what_would_change_the_suggestion_names_no_emergency_and_something_else() {
    let emergency = PROTOCOL.levels.iter().zip(0..).find(|(level, _)| level.role == Role::Emergency).expect("a level");
    for (session, level) in every_result() {
        let markup = screen(session);
        let changes = between(&markup, "<section class=\"changes\"", "</section>");
        let plain = session.voice().say(level_words(LevelIx(emergency.1)).plain);
        assert!(!changes.contains(&*escaped(&plain)), "{level:?}");
        assert!(changes.matches("<li>").count() >= 2, "{level:?}: {changes}");
    }
}

#[test]
fn what_to_do_and_whom_to_call_stand_before_why_and_all_the_rest() {
    for (session, _) in every_result() {
        let markup = screen(session);
        let order = ["today", "help", "why", "path", "there", "again"];
        let places: Vec<usize> =
            order.iter().map(|part| position(&markup, &format!("<section class=\"{part}\""))).collect();
        assert!(places.is_sorted(), "{places:?}");
    }
}

#[test]
fn the_drawing_names_all_levels_and_marks_exactly_those_of_the_way() {
    for (session, _) in every_result() {
        let markup = screen(session);
        let assessment = session.assessment();
        let drawn = between(&markup, "<div class=\"ladder\"", "</section>");
        assert!(markup.contains("<div class=\"ladder\" aria-hidden=\"true\""), "its words stand in the list beside it");
        let id = |level: LevelIx| level.of(&PROTOCOL).expect("the level exists").id.to_owned();
        let all: Vec<String> = LevelIx::all(&PROTOCOL).rev().map(id).collect();
        assert_eq!(values(drawn, "data-rung"), all, "the most intensive level stands on top");
        for level in LevelIx::all(&PROTOCOL) {
            let name = session.voice().say(level_words(level).plain);
            assert!(drawn.contains(&escaped(&name)), "{name}");
        }
        let mut way: Vec<LevelIx> = assessment.before_setting.into_iter().collect();
        way.extend([assessment.setting, PROTOCOL.sustaining()]);
        way.dedup();
        let way: Vec<String> = way.into_iter().map(id).collect();
        let marked: Vec<String> =
            drawn.split("<div class=\"rung on\"").skip(1).map(|rung| values(rung, "data-rung")[0].clone()).collect();
        assert_eq!(marked, way);
        let listed = values(between(&markup, "<ol class=\"pathway\"", "</ol>"), "data-level");
        assert_eq!(listed, way, "the list says in words what the drawing shows");
        // Marked by shape and by number, not by colour alone.
        assert_eq!(drawn.matches("class=\"ring\"").count(), 1);
        assert_eq!(drawn.matches("class=\"nth\"").count(), way.len());
    }
}

#[test]
fn coming_down_stands_open_when_it_matters_today_and_folded_when_not() {
    let place = PROTOCOL.question("place").expect("the protocol asks where things stand");
    let options = place.of(&PROTOCOL).expect("the question exists").options;
    for said in options {
        let now = ["coming_down", "using"].contains(&said.id);
        for who in VOICES {
            let markup = screen(result(&[("place", said.id)], who, None));
            assert_eq!(markup.matches("class=\"coming-down\"").count(), 1, "{}", said.id);
            assert_eq!(markup.contains("<section class=\"coming-down\""), now, "{}", said.id);
            let before_why = position(&markup, "class=\"coming-down\"") < position(&markup, "class=\"why\"");
            assert_eq!(before_why, now, "{}", said.id);
        }
    }
    assert!(options.iter().any(|o| o.id == "coming_down") && options.iter().any(|o| o.id == "using"));
}

#[test]
fn coming_down_says_when_to_call_with_the_numbers_of_the_region() {
    for region in DIRECTORY.regions {
        let session = result(&[("place", "coming_down")], Who::Myself, Some(region));
        let markup = screen(session);
        let guide = between(&markup, "<section class=\"coming-down\"", "</section>");
        let line = DIRECTORY.crisis_line(region).and_then(|line| line.call).expect("a crisis line takes calls");
        assert!(guide.contains(region.emergency) && guide.contains(line), "{}", region.id);
        for item in [say::AVOID, say::NALOXONE].into_iter().flat_map(|list| session.voice().list(list)) {
            assert!(guide.contains(&escaped(&item)), "{item}");
        }
    }
}

#[test]
fn every_result_warns_of_fentanyl_and_of_use_alone_and_says_what_naloxone_does() {
    for (session, _) in every_result() {
        let (markup, voice) = (screen(session), session.voice());
        for item in [say::NALOXONE, say::AVOID].into_iter().flat_map(|list| voice.list(list)) {
            assert_eq!(markup.matches(&format!("<li>{}</li>", escaped(&item))).count(), 1, "{item}");
        }
    }
}

#[test]
fn no_region_is_a_dead_end() {
    let mut without_line = Vec::new();
    for region in DIRECTORY.regions {
        let has_line = DIRECTORY.helplines_of(region).any(|line| line.kind == HelplineKind::Drugs);
        for (_, given) in CASES {
            let markup = screen(result(given, Who::Myself, Some(region)));
            let help = between(&markup, "<section class=\"help\"", "</section>");
            assert!(help.contains("data-link="), "{} has nothing to call", region.id);
            assert_eq!(help.contains("class=\"no-drug-line\""), !has_line, "{}", region.id);
            let name = result(given, Who::Myself, Some(region)).voice().region_name(region);
            assert!(has_line || help.contains(&escaped(&name)), "{}", region.id);
            // The steps that need no line stand open where there is none.
            let before_folds = help.split("<details").next().unwrap_or_default();
            let step = &Session::default().after(Action::Region(Some(region.id))).voice().list(say::FIND_PLACE)[0];
            assert_eq!(before_folds.contains(&escaped(step)), !has_line, "{}", region.id);
        }
        if !has_line {
            without_line.push(region.id);
        }
    }
    assert!(!without_line.is_empty(), "when every region has a drug line, the words for those without can go");
    let nowhere = screen(result(CASES[1].1, Who::Myself, None));
    let help = between(&nowhere, "<section class=\"help\"", "</section>");
    let step = &Session::default().voice().list(say::FIND_PLACE)[0];
    assert!(help.split("<details").next().unwrap_or_default().contains(&escaped(step)));
}

#[test]
fn what_to_say_on_the_phone_gives_the_kind_of_care_and_no_answer() {
    let script = |session: Session| {
        let markup = screen(session);
        between(&markup, "<details class=\"call-script\"", "</details>").to_owned()
    };
    // Very different answers that lead to the same level say the same.
    let ways: [&[(&str, &str)]; 3] = [
        &[("place", "coming_down"), ("come_down", "cannot_cope")],
        &[("place", "using"), ("physical_health", "pregnant"), ("home", "unsafe")],
        &[("place", "stopped_weeks"), ("other_substances", "alcohol_daily"), ("mental_health", "severe")],
    ];
    for who in VOICES {
        let said: Vec<String> = ways.iter().map(|given| script(result(given, who, None))).collect();
        assert!(said.iter().all(|one| *one == said[0]), "{who:?}");
    }
    for (session, level) in every_result() {
        let said = script(session);
        for name in [level_words(level).plain, level_words(level).name] {
            assert!(said.contains(&escaped(&session.voice().say(name))), "{level:?}");
        }
    }
    let voices = VOICES.map(|who| script(result(ways[0], who, None)));
    assert_ne!(voices[0], voices[1], "who calls for someone else says so");
}

#[test]
fn the_table_says_in_words_which_level_is_suggested() {
    for (session, _) in every_result() {
        let markup = screen(session);
        let table = between(&markup, "<table class=\"options\"", "</table>");
        let suggested = escaped(&session.voice().say(say::COMPARE_SUGGESTED));
        let assessment = session.assessment();
        for row in table.split("<tr").skip(2) {
            let level = values(row, "data-level");
            let marked = [assessment.first_step(), assessment.setting]
                .iter()
                .any(|ix| ix.of(&PROTOCOL).is_some_and(|l| level.first().is_some_and(|id| id == l.id)));
            assert_eq!(row.contains(&format!(">{suggested}<")), marked, "{level:?}");
        }
    }
}
