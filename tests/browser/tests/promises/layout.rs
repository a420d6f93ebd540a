//! The page on a narrow phone, and enlarged four times.

use browser_tests::{Browser, Setup, Shown, Visit, cases, in_both_browsers, tour};
use care_check::content::PROTOCOL;
use care_check_engine::path;
use serde_json::json;

in_both_browsers![
    no_screen_is_wider_than_a_narrow_phone,
    the_leaflet_is_no_wider_than_a_narrow_phone,
    text_twice_as_large_is_not_cut_off,
    a_new_screen_begins_below_the_bar,
];

/// A narrow phone; and 1280x1024 at 400 %.
const SMALL: [(u32, u32); 2] = [(320, 568), (320, 256)];

fn no_screen_is_wider_than_a_narrow_phone(browser: Browser) {
    assert_nothing_is_cut_off(&Visit::begin(browser), &SMALL);
}

fn text_twice_as_large_is_not_cut_off(browser: Browser) {
    let visit = Visit::begin_with(browser, Setup { large_text: true, ..Setup::default() });
    assert_nothing_is_cut_off(&visit, &[(1280, 1024)]);
}

fn assert_nothing_is_cut_off(visit: &Visit, windows: &[(u32, u32)]) {
    let mut wrong = Vec::new();
    tour::of_every_screen(visit, |screen| {
        for (width, height) in windows.iter().copied() {
            visit.window(width, height);
            for (place, session) in [("shell", Visit::shell as fn(&Visit) -> &_), ("program", Visit::program)] {
                let found = session(visit).script(CUT_OFF, json!([]));
                let found = browser_tests::visit::texts(&found);
                wrong.extend(found.into_iter().map(|what| format!("{screen}, {width}x{height}, {place}: {what}")));
            }
        }
    });
    assert!(wrong.is_empty(), "{:?}:\n{}", visit.browser(), wrong.join("\n"));
}

fn the_leaflet_is_no_wider_than_a_narrow_phone(browser: Browser) {
    let visit = Visit::open(browser, Setup { scripts: false, ..Setup::default() });
    for (width, height) in SMALL {
        visit.window(width, height);
        let found = browser_tests::visit::texts(&visit.shell().script(CUT_OFF, json!([])));
        assert!(found.is_empty(), "{browser:?}, {width}x{height}:\n{}", found.join("\n"));
    }
}

/// What sticks out of the window or is cut off inside its box, as texts.
const CUT_OFF: &str = "
    const found = [];
    const page = document.documentElement;
    if (page.scrollWidth > page.clientWidth) found.push(`${page.scrollWidth} wide in ${page.clientWidth}`);
    // Text for screen readers alone is cut off on purpose.
    const unseen = (element) => element.closest('.unseen') !== null;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const text = texts.currentNode, element = text.parentElement;
        if (!text.data.trim() || unseen(element) || !element.checkVisibility() || element.closest('select')) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        for (const { left, right } of range.getClientRects())
            if (left < -1 || right > innerWidth + 1) found.push(`\"${text.data.trim().slice(0, 60)}\" from ${left} to ${right}`);
    }
    for (const element of document.body.querySelectorAll('*')) {
        if (unseen(element) || !element.checkVisibility()) continue;
        const { overflowX, overflowY } = getComputedStyle(element);
        const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
        const name = element.outerHTML.slice(0, 80);
        if (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) found.push('cut off in width: ' + name);
        if (hides(overflowY) && element.scrollHeight > element.clientHeight + 1) found.push('cut off in height: ' + name);
        const { left, right, width } = element.getBoundingClientRect();
        if (width > 0 && (left < -1 || right > innerWidth + 1)) found.push(`from ${left} to ${right}: ` + name);
    }
    return found";

fn a_new_screen_begins_below_the_bar(browser: Browser) {
    for (width, height) in [(320, 568), (320, 256), (1280, 800)] {
        let visit = Visit::begin(browser);
        visit.window(width, height);
        let answers = cases::mildest();
        visit.act("begin");
        // The button that leads on is far down, so each screen has to be brought back into view.
        for question in path::path(&PROTOCOL, &answers).take(3) {
            visit.expect(Shown::Question(question));
            expect_heading_in_view(&visit, &format!("{browser:?}, {width}x{height}"));
            visit.answer(question, answers.options(question));
            visit.act("next");
        }
    }
}

#[track_caller]
fn expect_heading_in_view(visit: &Visit, place: &str) {
    let heading = "const { top, height } = document.querySelector('#screen-title').getBoundingClientRect();
        return [top, parseFloat(getComputedStyle(document.querySelector('#screen-title')).lineHeight) || height]";
    let window = "return [document.querySelector('iframe').getBoundingClientRect().top,
        document.querySelector('.bar').getBoundingClientRect().bottom, innerHeight]";
    let mut seen = String::new();
    let mut in_view = || {
        let inside = visit.program().script(heading, json!([]));
        let outside = visit.shell().script(window, json!([]));
        let number = |value: &serde_json::Value| value.as_f64().unwrap_or(f64::NAN);
        let top = number(&outside[0]) + number(&inside[0]);
        let bottom_of_first_line = top + number(&inside[1]);
        let (bar, window) = (number(&outside[1]), number(&outside[2]));
        seen =
            format!("the heading's first line is at {top}..{bottom_of_first_line}, between {bar} and {window} is free");
        top >= bar - 1.0 && bottom_of_first_line <= window
    };
    let begun = std::time::Instant::now();
    while !in_view() {
        assert!(begun.elapsed().as_secs() < 3, "{place}: {seen}");
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    visit.let_it_settle();
}
