//! The whole visit without a mouse.

use std::thread::sleep;
use std::time::{Duration, Instant};

use browser_tests::session::{key, wait};
use browser_tests::visit::input_id;
use browser_tests::{Browser, Shown, Visit, cases, in_every_browser, tour};
use care_check::content::PROTOCOL;
use care_check_engine::{OptionSet, QuestionIx, QuestionKind, assess, path};
use serde_json::json;

in_every_browser![
    a_whole_visit_by_keyboard_alone_reaches_a_suggestion,
    the_focus_leaves_the_program_at_either_end;
    not_in_webkit:
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
    visit.leave_focus();
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
    visit.leave_focus();
    let all = stops_with_outline(&visit, "start", is_nowhere);
    assert!(all.iter().any(|stop| stop == "self") && all.iter().any(|stop| stop.starts_with("shell: ")), "{all:?}");
    // A new screen begins with the focus on its heading, so what follows is the program's until Tab leaves it.
    drop(visit);
    let visit = Visit::begin(browser);
    tour::of_every_screen(&visit, |screen| {
        if screen != "start" {
            // A new screen has the focus there; what is unfolded comes after the focus has left.
            visit.program().script("document.getElementById('screen-title').focus()", json!([]));
            wait("the focus in the program", || visit.focus() == "screen-title");
            let inside = stops_with_outline(&visit, screen, |focus| focus.starts_with("shell: "));
            assert!(!inside.is_empty(), "{browser:?}, {screen}: nothing takes the focus");
        }
    });
}

/// Where Tab leads until it gets to the end; each stop has to show that it has the focus.
fn stops_with_outline(visit: &Visit, screen: &str, is_end: impl Fn(&str) -> bool) -> Vec<String> {
    let stops = stops_until(visit, is_end, |focus| {
        let place = if focus.starts_with("shell: ") { visit.shell() } else { visit.program() };
        assert_eq!(place.script(OUTLINED, json!([])), "", "{screen}, {focus}");
    });
    assert!(stops.len() < STOPS_AT_MOST, "{screen}: the focus goes on for ever");
    stops
}

/// More stops than any screen has.
const STOPS_AT_MOST: usize = 120;

/// What is wrong with the mark of the focus. It is an outline of at least two pixels around the element or the label
/// it stands in, with a contrast of 3:1 to what is around it, and nothing cuts it off.
const OUTLINED: &str = "
    const at = document.activeElement;
    const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const luminance = (colour) => {
        const [red, green, blue] = channels(colour).map((channel) => {
            const part = channel / 255;
            return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one, other) => {
        const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
        return (lighter + 0.05) / (darker + 0.05);
    };
    const isOpaque = (colour) => colour !== 'transparent' && (channels(colour)[3] ?? 1) === 1;
    const around = (element) => {
        for (let ground = element.parentElement; ground; ground = ground.parentElement) {
            const { backgroundColor } = getComputedStyle(ground);
            if (isOpaque(backgroundColor)) return backgroundColor;
        }
        return 'rgb(255, 255, 255)';
    };
    const wrong = (element) => {
        const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(element);
        if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2 || !isOpaque(outlineColor)) return 'no outline';
        const seen = contrast(outlineColor, around(element));
        if (seen < 3) return `${outlineColor} on ${around(element)} has a contrast of ${seen.toFixed(2)}`;
        const reach = parseFloat(outlineWidth) + parseFloat(outlineOffset) - 1;
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const cuts = (box) => left - reach < box.left || right + reach > box.right;
        if (cuts({ left: 0, right: innerWidth })) return `the window cuts the outline off, from ${left - reach} to ${right + reach}`;
        for (let box = element.parentElement; box; box = box.parentElement) {
            const { overflowX } = getComputedStyle(box);
            if (overflowX !== 'visible' && cuts(box.getBoundingClientRect())) return `cut off by ${box.outerHTML.slice(0, 60)}`;
        }
        return '';
    };
    const marks = [at, at.closest('label')].filter((element) => element !== null).map(wrong);
    return marks.includes('') ? '' : marks.join('; ')";

/// Where Tab leads until it gets to the end.
fn stops_until(visit: &Visit, is_end: impl Fn(&str) -> bool, mut at: impl FnMut(&str)) -> Vec<String> {
    let mut stops = Vec::new();
    visit.begin_round();
    while stops.len() < STOPS_AT_MOST {
        visit.shell().press(&[key::TAB]);
        let focus = settled_focus(visit);
        if is_end(&focus) || visit.went_round() {
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
    assert_eq!(visit.program().script(OUTLINED, json!([])), "", "the heading shows that it has the focus");
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
