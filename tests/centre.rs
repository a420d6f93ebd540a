//! The centre on whose site the page is shown: its place is on the result, after public help, and it changes nothing.

use care_check::content::{PROTOCOL, say};
use care_check::embed::centre::Centre;
use care_check::embed::message::{Config, FromShell};
use care_check::render::{screen, screen_for};
use care_check::session::{Action, Screen, Session};
use care_check::voice::{Voice, level_words};
use care_check_engine::{OptionSet, QuestionIx};

const PLACE: &str = "<section class=\"centre\">";

fn centre(fields: &str) -> Option<Centre> {
    match FromShell::parse(&format!("start:{}", fields.replace('|', "\n"))) {
        Some(FromShell::Start(config)) => Centre::read(&config),
        other => panic!("{other:?}"),
    }
}

fn harbor(offers: &str) -> Option<Centre> {
    centre(&format!("centre-name=Harbor Clinic|centre-phone=(555) 010-0199|centre-site=yes|offers={offers}"))
}

/// A visit that gives one answer beside the mildest ones, with every screen on its way.
fn visit(question: QuestionIx, option: OptionSet) -> Vec<Session> {
    let mut at = Session::default().after(Action::Region(Some("us")));
    let mut sessions = vec![at];
    at = at.after(Action::Begin);
    while !sessions.iter().any(|seen| seen.screen() == at.screen()) {
        sessions.push(at);
        at = match at.screen() {
            Screen::Question(q) => {
                at.after(Action::Pick(q, if q == question { option } else { OptionSet::one(0) })).after(Action::Next)
            }
            _ => at.after(Action::Next),
        };
    }
    sessions
}

fn visits() -> impl Iterator<Item = Session> {
    let pickable = |q: QuestionIx| q.of(&PROTOCOL).map(|asked| asked.pickable().collect()).unwrap_or_default();
    QuestionIx::all(&PROTOCOL)
        .flat_map(move |q| {
            let options: Vec<OptionSet> = pickable(q);
            options.into_iter().map(move |option| (q, option))
        })
        .flat_map(|(q, option)| visit(q, option))
}

fn results() -> impl Iterator<Item = Session> {
    visits().filter(|session| session.screen() == Screen::Result)
}

/// The page without the centre's place.
fn without_place(markup: &str) -> String {
    let Some((before, rest)) = markup.split_once(PLACE) else { return markup.to_owned() };
    let (_, after) = rest.split_once("</section>").expect("the place ends");
    format!("{before}{after}")
}

#[test]
fn the_place_is_on_the_result_after_public_help_and_on_no_other_screen() {
    let title = Voice::default().say(say::CENTRE_TITLE);
    let (mut with, mut emergencies) = (0, 0);
    for session in visits() {
        let markup = screen_for(session, harbor("iop"));
        match session.screen() {
            Screen::Result => {
                let help = markup.find("<section class=\"help\">").expect("every result names public help");
                let place = markup.find(PLACE).expect("every result has the centre's place");
                assert!(help < place);
                assert!(markup[place..].contains(title.as_str()));
                assert!(markup[place..].contains("Harbor Clinic") && markup[place..].contains("(555) 010-0199"));
                with += 1;
            }
            other => {
                assert!(!markup.contains("Harbor") && !markup.contains("data-centre"), "{other:?}");
                emergencies += usize::from(matches!(other, Screen::Emergency(_)));
            }
        }
    }
    assert!(with > 20 && emergencies > 10, "{with} results and {emergencies} emergency screens");
}

#[test]
fn a_centre_that_lacks_the_suggested_level_says_which_and_where_else_to_look() {
    let voice = Voice::default();
    let mut seen = 0;
    for session in results() {
        let assessment = session.assessment();
        for level in [assessment.first_step(), assessment.setting] {
            let id = level.of(&PROTOCOL).map_or("", |l| l.id);
            let others: Vec<&str> = PROTOCOL.levels.iter().map(|l| l.id).filter(|other| *other != id).collect();
            let place = screen_for(session, harbor(&others.join(" ")));
            let place = place.split_once(PLACE).expect("a place").1;
            assert!(place.contains(&format!("data-lacks=\"{id}\"")), "{id}");
            assert!(place.contains(voice.say(level_words(level).plain).as_str()), "{id}");
            assert!(place.contains(voice.say(say::CENTRE_LACKS_ELSE).as_str()));
            seen += 1;
        }
        let all: Vec<&str> = PROTOCOL.levels.iter().map(|l| l.id).collect();
        let place = screen_for(session, harbor(&all.join(" ")));
        assert!(place.contains(voice.say(say::CENTRE_OFFERS).as_str()) && !place.contains("data-lacks"));
        let place = screen_for(session, harbor(""));
        assert!(place.contains(voice.say(say::CENTRE_ASK).as_str()) && !place.contains("data-lacks"));
    }
    assert!(seen > 20);
}

#[test]
fn nothing_a_site_says_changes_a_question_a_result_or_a_number() {
    let long = "9".repeat(5000);
    let fields = [
        "offers=recovery_support",
        "offers=emergency 911 <b> everything",
        "centre-name=Call 911|centre-phone=911",
        "centre-name=<script>alert(1)</script>|centre-phone=<script>",
        "centre-name=Harbor Clinic|centre-phone=555 010 0199|offers=detox|theme=<b>|accent=red",
        "region=us|lang=en|setting=outpatient|first_step=outpatient|emergency=5550100199",
        &format!("centre-name={long}|centre-phone={long}|offers={long}"),
    ];
    for session in visits() {
        let own = screen(session);
        for field in fields {
            let markup = screen_for(session, centre(&format!("{field}|centre-site=yes")));
            assert_eq!(without_place(&markup), own, "{field} on {:?}", session.screen());
            assert!(!markup.contains("<script") && !markup.contains("Call 911 C"), "{field}");
        }
    }
}

#[test]
fn a_site_that_says_nothing_has_no_place() {
    assert_eq!(Centre::read(&Config::default()), None);
    for session in results() {
        assert!(!screen(session).contains(PLACE));
    }
}
