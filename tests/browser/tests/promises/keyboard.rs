//! The whole visit without a mouse.

use std::thread::sleep;
use std::time::{Duration, Instant};

use browser_tests::session::{key, wait};
use browser_tests::visit::input_id;
use browser_tests::{Browser, Shown, Visit, cases, in_both_browsers, tour};
use care_check::content::PROTOCOL;
use care_check_engine::{OptionSet, QuestionIx, QuestionKind, assess, path};
use serde_json::json;

in_both_browsers![
    a_whole_visit_by_keyboard_alone_reaches_a_suggestion,
    the_focus_leaves_the_program_at_either_end,
    everything_that_takes_the_focus_shows_it,
];

fn a_whole_visit_by_keyboard_alone_reaches_a_suggestion(browser: Browser) {
    let answers = cases::leading_to(cases::level("detox"));
    let visit = Visit::begin(browser);
    // A radio button is chosen by arrows: for someone else, and back to oneself.
    tab_to(&visit, "self");
    visit.program().press(&[key::DOWN]);
    wait("the focus on the other radio button", || visit.focus() == "other");
    visit.program().press(&[key::UP]);
    wait("the focus on the first radio button", || visit.focus() == "self");
    tab_to(&visit, "begin");
    visit.program().press(&[key::ENTER]);
    for (count, question) in path::path(&PROTOCOL, &answers).enumerate() {
        visit.expect(Shown::Question(question));
        expect_focus_on_heading(&visit);
        answer_by_keys(&visit, question, answers.options(question));
        tab_to(&visit, "next");
        // Both keys that press a button.
        visit.program().press(&[if count % 2 == 0 { key::ENTER } else { key::SPACE }]);
    }
    visit.expect(Shown::Review);
    expect_focus_on_heading(&visit);
    tab_to(&visit, "next");
    visit.program().press(&[key::ENTER]);
    visit.expect(Shown::Result);
    expect_focus_on_heading(&visit);
    let level = assess(&PROTOCOL, &answers).first_step().of(&PROTOCOL).map_or("", |level| level.id);
    assert_eq!(visit.read_suggestion().level, level);
    tab_to(&visit, "back");
    visit.program().press(&[key::ENTER]);
    visit.expect(Shown::Review);
    expect_focus_on_heading(&visit);
}

fn the_focus_leaves_the_program_at_either_end(browser: Browser) {
    let visit = Visit::begin(browser);
    let stops = stops_until(&visit, is_nowhere, |_| {});
    let first = stops.iter().position(|stop| stop == "self").expect("the program's first stop is reached");
    assert!(first > 0 && stops[first - 1].starts_with("shell: "), "before the program: {stops:?}");
    let after = stops[first..].iter().find(|stop| stop.starts_with("shell: "));
    assert!(after.is_some(), "Tab does not leave the program: {stops:?}");
    // And back in, and out at the other end.
    let presses = stops.len();
    let out = (0..presses).any(|_| {
        visit.shell().press_with(key::SHIFT, key::TAB);
        settled_focus(&visit) == stops[first - 1]
    });
    assert!(out, "Shift and Tab do not lead back before the program; the focus is at {}", visit.focus());
}

fn everything_that_takes_the_focus_shows_it(browser: Browser) {
    let visit = Visit::begin(browser);
    // The whole of the first page, shell and program.
    let all = stops_with_outline(&visit, "start", is_nowhere);
    assert!(all.iter().any(|stop| stop == "self") && all.iter().any(|stop| stop.starts_with("shell: ")), "{all:?}");
    // A new screen begins with the focus on its heading, so what follows is the program's until Tab leaves it.
    drop(visit);
    let visit = Visit::begin(browser);
    tour::of_every_screen(&visit, |screen| {
        if screen != "start" && screen != "missing" {
            wait("the focus in the program", || !visit.focus().starts_with("shell: "));
            let inside = stops_with_outline(&visit, screen, |focus| focus.starts_with("shell: "));
            assert!(!inside.is_empty(), "{browser:?}, {screen}: nothing takes the focus");
        }
    });
}

/// Where Tab leads until it gets to the end; each stop has to show that it has the focus.
fn stops_with_outline(visit: &Visit, screen: &str, is_end: impl Fn(&str) -> bool) -> Vec<String> {
    let stops = stops_until(visit, is_end, |focus| {
        let place = if focus.starts_with("shell: ") { visit.shell() } else { visit.program() };
        assert_eq!(place.script(OUTLINED, json!([])), true, "{screen}: no outline at {focus}");
    });
    assert!(stops.len() < STOPS_AT_MOST, "{screen}: the focus goes on for ever");
    stops
}

/// More stops than any screen has.
const STOPS_AT_MOST: usize = 60;

/// An outline of at least two pixels, around the element or the label it stands in.
const OUTLINED: &str = "
    const at = document.activeElement;
    const around = [at, at.closest('label')].filter((element) => element !== null);
    return around.some((element) => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && outlineColor !== 'rgba(0, 0, 0, 0)';
    })";

/// Where Tab leads until it gets to the end.
fn stops_until(visit: &Visit, is_end: impl Fn(&str) -> bool, mut at: impl FnMut(&str)) -> Vec<String> {
    let mut stops = Vec::new();
    while stops.len() < STOPS_AT_MOST {
        visit.shell().press(&[key::TAB]);
        let focus = settled_focus(visit);
        if is_end(&focus) {
            break;
        }
        at(&focus);
        stops.push(focus);
    }
    stops
}

/// Where the focus is once it has arrived. On its way into or out of a frame in a process of its own it is nowhere
/// for a moment, in the shell or in the program, so nowhere counts only when it lasts.
fn settled_focus(visit: &Visit) -> String {
    let begun = Instant::now();
    loop {
        let focus = visit.focus();
        let on_its_way = is_nowhere(&focus) || focus == "BODY";
        if !on_its_way || begun.elapsed() > Duration::from_secs(2) {
            return focus;
        }
        sleep(Duration::from_millis(20));
    }
}

fn is_nowhere(focus: &str) -> bool {
    ["shell: BODY", "shell: HTML", "shell: "].contains(&focus)
}

/// Presses Tab until something has the focus.
#[track_caller]
fn tab_to(visit: &Visit, wanted: &str) {
    let mut passed = Vec::new();
    for _ in 0..STOPS_AT_MOST {
        visit.program().press(&[key::TAB]);
        let focus = settled_focus(visit);
        if focus == wanted {
            return;
        }
        passed.push(focus);
    }
    panic!("Tab does not lead to {wanted}, but to {passed:?}");
}

#[track_caller]
fn expect_focus_on_heading(visit: &Visit) {
    wait("the focus on the new heading", || visit.focus() == "screen-title");
    assert_eq!(visit.program().script(OUTLINED, json!([])), true, "the heading shows that it has the focus");
}

fn answer_by_keys(visit: &Visit, question: QuestionIx, wanted: OptionSet) {
    let asked = question.of(&PROTOCOL).expect("a question of the protocol");
    let options: Vec<OptionSet> = asked.pickable().collect();
    match asked.kind {
        QuestionKind::Several => {
            for option in options.into_iter().filter(|option| wanted.contains(*option)) {
                tab_to(visit, &input_id(question, option));
                visit.program().press(&[key::SPACE]);
            }
        }
        QuestionKind::One => {
            tab_to(visit, &input_id(question, options[0]));
            visit.program().press(&[key::SPACE]);
            for option in &options[..] {
                wait("the option to be chosen", || visit.chosen(question) == *option);
                if *option == wanted {
                    break;
                }
                visit.program().press(&[key::DOWN]);
            }
        }
    }
    wait("the answer to be chosen", || visit.chosen(question) == wanted);
}
