//! A session recorder on the site around the page: what it gets of a visit.
//!
//! The recorder (`hosts/recorder.js`) is there before the check and notes all that a page's own script can get hold of.

use browser_tests::session::wait;
use browser_tests::visit::texts;
use browser_tests::{Browser, Setup, Shown, Visit, cases, in_every_browser, server};
use care_check::content::{LOCALES, PROTOCOL};
use care_check::voice::{Voice, level_words, question_words};
use care_check_engine::words::Who;
use care_check_engine::{Answers, LevelIx, QuestionIx, QuestionKind, assess, path};
use serde_json::json;

in_every_browser![
    a_recorder_on_the_site_gets_the_allowed_words_and_nothing_else,
    two_visits_of_equal_length_look_the_same_to_a_recorder,
    an_emergency_looks_like_any_other_screen_to_a_recorder;
    not_in_webkit:
    a_recorder_gets_all_of_a_page_without_a_frame,
];

/// All that a recorder may note from the first screen on. "…" stands for whatever the browser puts there.
const ALLOWED: [&str; 29] = [
    // The page's words to the site, as the site's own scripts hear them too, and what the element does then.
    "event message window ready",
    "event message window top",
    "event message window height:1000",
    "event message window exit",
    "event message window lang:en",
    "heard message lang:en",
    "change iframe title=…",
    "heard message ready",
    "heard message top",
    "heard message height:1000",
    "heard message exit",
    "change iframe style=\"height: 1000px;\"",
    "change iframe data-heard=\"yes\"",
    "change slot hidden=\"\"",
    // The check has the focus, and its visit is one more step in the browser's history.
    "event blur …",
    "event focus …",
    "event focusin …",
    "event focusout …",
    "looked focus …",
    "looked history …",
    // The site itself scrolls, and the element looks for the site's bars then; it is slow, or loads its icon.
    "event scroll document",
    "heard scroll ",
    "event scrollend document",
    "looked height …",
    "measured …",
    "event load window",
    // The drivers' marks, which visitors' browsers do not make: on the frame, and how long a script may take.
    "setTimeout a function 30000",
    "change iframe cd_frame_id_=…",
    "looked frames 1",
];

/// The mouse comes to the frame or leaves it. What it does in between is not the site's to see.
const AT_THE_BORDER: [&str; 8] =
    ["pointerover", "pointerout", "pointerenter", "pointerleave", "mouseover", "mouseout", "mouseenter", "mouseleave"];

/// When a visitor leaves the site by the check: the frame goes, and then the page.
const LEAVING: [&str; 11] = [
    "removed iframe",
    "looked frames 0",
    "change div childList",
    "change head childList",
    "added <meta name=\"referrer\" content=\"no-referrer\">",
    "event beforeunload window",
    "event pageswap window",
    "event visibilitychange document",
    "event pagehide window",
    "heard pagehide ",
    "event unload window",
];

fn a_recorder_on_the_site_gets_the_allowed_words_and_nothing_else(browser: Browser) {
    let visit = begin(browser);
    let before = notes(&visit).len();
    visit.press("#other");
    visit.answer_everything(&cases::most_severe());
    visit.suggestion();
    let during = notes(&visit);
    let unheard: Vec<&String> = during[before..].iter().filter(|line| !is_allowed(line)).collect();
    assert!(unheard.is_empty(), "{browser:?}: {unheard:#?}");

    visit.shell().click("[data-leave]");
    wait("another page", || visit.host().address() == server::elsewhere());
    let kept = visit.host().script("return JSON.parse(sessionStorage.getItem('recorded'))", json!([]));
    let all = texts(&kept);
    assert!(all.len() > during.len() && all.contains(&"event message window exit".to_owned()), "{all:#?}");
    let leaving = |line: &str| LEAVING.iter().any(|allowed| fits(line, allowed));
    let unheard: Vec<&String> = all[during.len()..].iter().filter(|line| !is_allowed(line) && !leaving(line)).collect();
    assert!(unheard.is_empty(), "{browser:?}, leaving: {unheard:#?}");
    // No word of a question, an answer or a result, whatever it stands in.
    for word in told_in_confidence() {
        assert!(!all.iter().any(|line| line.contains(&word)), "{browser:?}: {word} in {all:#?}");
    }
}

fn two_visits_of_equal_length_look_the_same_to_a_recorder(browser: Browser) {
    let (one, other) = visits_of_equal_length();
    let levels = [one, other].map(|answers| assess(&PROTOCOL, &answers).first_step());
    assert_ne!(levels[0], levels[1], "the visits end at the same level");
    let seen = [one, other].map(|answers| {
        let visit = begin(browser);
        let before = notes(&visit).len();
        visit.answer_everything(&answers);
        visit.suggestion();
        // Each question, the review and the result.
        let screens = path::path(&PROTOCOL, &answers).count() + 2;
        wait("the result to be announced", || told(&notes(&visit)[before..]).said.len() >= screens);
        told(&notes(&visit)[before..])
    });
    assert!(seen[0].said.len() > path::path(&PROTOCOL, &one).count(), "{seen:?}");
    assert_eq!(seen[0], seen[1]);
}

fn an_emergency_looks_like_any_other_screen_to_a_recorder(browser: Browser) {
    let visit = begin(browser);
    let before = notes(&visit).len();
    visit.act("begin");
    let first = cases::first_of(QuestionKind::Several, &cases::mildest());
    visit.expect(Shown::Question(first));
    told_once_there(&visit, before);
    let before = notes(&visit).len();
    visit.answer(first, cases::mildest().options(first));
    visit.act("next");
    let second = path::next(&PROTOCOL, &cases::mildest(), first).expect("a question follows");
    visit.expect(Shown::Question(second));
    let question = told_once_there(&visit, before);
    let before = notes(&visit).len();
    visit.act("back");
    visit.expect(Shown::Question(first));
    told_once_there(&visit, before);
    let before = notes(&visit).len();
    visit.pick(first, cases::signs(first)[0]);
    visit.expect(Shown::Emergency);
    assert_eq!(told_once_there(&visit, before), question);
}

/// The recorder is one: a questionnaire in a closed shadow root of the site's own page is an open book to it.
fn a_recorder_gets_all_of_a_page_without_a_frame(browser: Browser) {
    let visit = Visit::on_host(browser, Setup::default(), "recorder-control");
    let host = visit.host();
    let inside = "document.querySelector('care-check').shadowRoot";
    let ready = format!("return Boolean({inside} && {inside}.querySelector('#pick'))");
    wait("the other questionnaire", || host.script(&ready, json!([])) == true);
    let click = |id: &str| {
        let element = host.script(&format!("return {inside}.querySelector('{id}')"), json!([]));
        host.click_element(&element);
    };
    click("#pick");
    click("#words");
    host.press(&["t", "y", "p", "e", "d"]);
    let expected = [
        "asked-in-confidence",
        "picked-in-confidence",
        "suggested-in-confidence",
        "fetch \"/elsewhere?sent-in-confidence\"",
        "event message window said-in-confidence",
        "setItem answer kept-in-confidence",
        "event click input",
        "event input input p",
        "event keydown input d KeyD",
    ];
    for word in expected {
        let word = word.replace('"', "");
        wait(&format!("the recorder to note {word}"), || notes(&visit).iter().any(|line| line.contains(&word)));
    }
    // Lines that a visit must not leave are really refused.
    assert!(!notes(&visit).iter().all(|line| is_allowed(line)));
}

fn begin(browser: Browser) -> Visit {
    let visit = Visit::on_host(browser, Setup::default(), "recorder");
    visit.expect(Shown::Start);
    visit.let_it_settle();
    // The page is taller than what it tells before anything is answered; what comes later cannot tell more.
    wait("the page to be as tall as it tells", || {
        notes(&visit).iter().any(|line| line == "event message window height:1000")
    });
    visit
}

fn notes(visit: &Visit) -> Vec<String> {
    texts(&visit.host().script("recordNow(); return window.recorded", json!([])))
}

fn is_allowed(line: &str) -> bool {
    let at_the_border = |line: &str| {
        let mut words = line.split(' ');
        words.next() == Some("event") && words.next().is_some_and(|kind| AT_THE_BORDER.contains(&kind))
    };
    ALLOWED.iter().any(|allowed| fits(line, allowed)) || at_the_border(line)
}

fn fits(line: &str, allowed: &str) -> bool {
    match allowed.strip_suffix('…') {
        Some(beginning) => line.starts_with(beginning),
        None => line == allowed,
    }
}

/// What the page said to the site, in order, and how it grew the history, in order. The rest is where hand and eyes are.
///
/// The recorder hears the one at once and looks for the other now and then, so which of the two comes first is chance.
#[derive(Debug, PartialEq)]
struct Told {
    said: Vec<String>,
    history: Vec<String>,
}

fn told(notes: &[String]) -> Told {
    let beginning_with = |beginning: &str| notes.iter().filter(|line| line.starts_with(beginning)).cloned().collect();
    Told { said: beginning_with("event message window "), history: beginning_with("looked history ") }
}

/// The same, once the new screen is announced.
fn told_once_there(visit: &Visit, before: usize) -> Told {
    wait("the new screen to be announced", || {
        told(&notes(visit)[before..]).said.contains(&"event message window top".to_owned())
    });
    visit.let_it_settle();
    told(&notes(visit)[before..])
}

/// Two sets of answers to the same number of questions that lead to different levels.
fn visits_of_equal_length() -> (Answers, Answers) {
    let length = |answers: &Answers| path::path(&PROTOCOL, answers).count();
    let mildest = cases::mildest();
    let other = LevelIx::all(&PROTOCOL)
        .filter(|level| *level < PROTOCOL.emergency())
        .map(cases::leading_to)
        .rfind(|answers| length(answers) == length(&mildest));
    (mildest, other.expect("another level after as many questions"))
}

/// Every question, option and level in both voices and every language, where it is more than a word or two.
fn told_in_confidence() -> Vec<String> {
    let mut words = Vec::new();
    for locale in LOCALES {
        for who in [Who::Myself, Who::Other] {
            let voice = Voice { locale, who, ..Voice::default() };
            for question in QuestionIx::all(&PROTOCOL) {
                words.push(voice.say(question_words(question).ask));
                let asked = question.of(&PROTOCOL).into_iter();
                words.extend(asked.flat_map(|q| q.pickable()).map(|option| voice.option(question, option)));
            }
            words.extend(LevelIx::all(&PROTOCOL).map(|level| voice.say(level_words(level).name)));
        }
    }
    let words: Vec<String> = words.into_iter().map(|word| word.to_string()).filter(|word| word.len() > 12).collect();
    assert!(words.len() > 100, "{words:?}");
    words
}
