//! Promises that are measured on every screen, in one visit for all of them: sizes, motion, marks and order. Each of
//! them holds in every language, and in one that is written from right to left.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use browser_tests::session::wait;
use browser_tests::visit::texts;
use browser_tests::{Browser, Setup, Shown, Visit, in_both_browsers, layout, tour};
use care_check::content::LOCALES;
use serde_json::json;

in_both_browsers![
    everything_one_presses_is_as_large_as_a_fingertip,
    nothing_moves_for_who_asks_for_less_motion,
    nothing_is_said_by_colour_alone,
    the_tab_key_follows_the_order_of_reading,
    inside_another_page_the_tab_key_follows_the_order_of_reading,
    from_right_to_left_every_screen_is_mirrored,
];

/// 44 CSS pixels in both directions: WCAG 2.2, 2.5.5, which is more than 2.5.8 asks.
fn everything_one_presses_is_as_large_as_a_fingertip(browser: Browser) {
    assert_none(browser, "small");
}

fn nothing_moves_for_who_asks_for_less_motion(browser: Browser) {
    assert_none(browser, "moving");
}

/// What is chosen or suggested has a mark or a word, and what can be pressed looks so without its colour.
fn nothing_is_said_by_colour_alone(browser: Browser) {
    assert_none(browser, "colour");
}

/// What comes later in the document, where Tab leads, stands further down, or beside it and further on.
fn the_tab_key_follows_the_order_of_reading(browser: Browser) {
    assert_none(browser, "order");
}

fn from_right_to_left_every_screen_is_mirrored(browser: Browser) {
    assert_none(browser, "mirrored");
}

/// There the bar is at the end of the frame that is in the window, which is the first one here.
fn inside_another_page_the_tab_key_follows_the_order_of_reading(browser: Browser) {
    let visit = Visit::on_host(browser, Setup::default(), "one");
    visit.expect(Shown::Start);
    for (width, height) in [(390, 844), (1280, 800)] {
        visit.host().window(width, height);
        let into_view = "document.querySelector('care-check').scrollIntoView()";
        visit.host().script(into_view, json!([]));
        visit.let_it_settle();
        let bar = "const [bar, top] = ['.bar', '.top'].map((at) => document.querySelector(at).getBoundingClientRect());
            return bar.top === 0 && top.top >= bar.bottom";
        wait("the bar to be the first thing", || visit.shell().script(bar, json!([])) == true);
        for session in [Visit::shell as fn(&Visit) -> &_, Visit::program] {
            let seen = session(&visit).script(MEASURE, json!([]));
            assert_eq!(texts(&seen["order"]), [""; 0], "{browser:?}, {width}x{height}");
        }
    }
}

#[track_caller]
fn assert_none(browser: Browser, promise: &str) {
    let broken = measured(browser).remove(promise).unwrap_or_else(|| panic!("{promise} is not measured"));
    assert!(broken.is_empty(), "{browser:?}, {} places:\n{}", broken.len(), broken.join("\n"));
}

/// What breaks each promise, in one browser.
type Measured = BTreeMap<String, Vec<String>>;

/// The first test that asks makes the visit.
fn measured(browser: Browser) -> Measured {
    static DONE: Mutex<Vec<(Browser, Measured)>> = Mutex::new(Vec::new());
    let mut done = DONE.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, found)) = done.iter().find(|(known, _)| *known == browser) {
        return found.clone();
    }
    let found = measure(browser);
    done.push((browser, found.clone()));
    found
}

fn measure(browser: Browser) -> Measured {
    let visit = Visit::begin(browser);
    let mut found = Measured::new();
    tour::of_every_screen(&visit, |screen| {
        for (width, height) in [(320, 568), (390, 844), (1280, 800)] {
            visit.window(width, height);
            let mut look = |writing: &str| {
                for (place, session) in [("shell", Visit::shell as fn(&Visit) -> &_), ("program", Visit::program)] {
                    let session = session(&visit);
                    let mut put = |promise: &str, broken: Vec<String>| {
                        let place = format!("{screen}, {writing}, {width} wide, {place}");
                        let places = broken.into_iter().map(|what| format!("{place}: {what}"));
                        found.entry(promise.to_owned()).or_default().extend(places);
                    };
                    for (promise, broken) in session.script(MEASURE, json!([])).as_object().into_iter().flatten() {
                        put(promise, texts(broken));
                    }
                    if writing == tour::RIGHT_TO_LEFT {
                        put("mirrored", layout::not_mirrored(session));
                    }
                }
            };
            look(LOCALES[0].tag);
            // In between, nothing is arranged in another way than in one of these.
            if width != 390 {
                tour::in_every_other_writing(&visit, look);
            }
        }
    });
    found
}

const MEASURE: &str = r#"
    const small = [], moving = [], colour = [], order = [];
    const name = (element) => `${element.outerHTML.slice(0, 90)} "${element.textContent.trim().slice(0, 30)}"`;
    const seen = (element) => element.checkVisibility() && !element.closest('.unseen');
    const all = Array.from(document.body.querySelectorAll('*')).filter(seen);
    const controls = all.filter((element) => element.matches('a[href], button, input, select, summary, textarea'));
    // An option is chosen by pressing its label.
    const place = (control) => (control.closest('label') ?? control).getBoundingClientRect();

    for (const control of controls) {
        const { width, height } = place(control);
        if (Math.min(width, height) < 43.9) small.push(`${width} by ${height}: ${name(control)}`);
    }

    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) moving.push('the browser does not ask for less motion');
    for (const element of all) {
        for (const pseudo of [null, '::before', '::after']) {
            const style = getComputedStyle(element, pseudo);
            const lasts = (times) => times.split(',').some((time) => parseFloat(time) > 0);
            if (lasts(style.transitionDuration) || style.animationName !== 'none' || style.scrollBehavior === 'smooth')
                moving.push(name(element));
        }
    }

    const clear = (value) => value === 'transparent' || value === 'rgba(0, 0, 0, 0)';
    for (const control of controls) {
        const style = getComputedStyle(control);
        if (control.matches('input[type=radio], input[type=checkbox]')) {
            if (style.appearance === 'none' || parseFloat(style.width) < 16) colour.push('no mark of its own: ' + name(control));
        } else if (control.matches('a, button')) {
            const bordered = style.borderTopStyle !== 'none' && parseFloat(style.borderTopWidth) > 0 && !clear(style.borderTopColor);
            const shaped = bordered || !clear(style.backgroundColor);
            if (!shaped && !style.textDecorationLine.includes('underline')) colour.push('looks like words: ' + name(control));
        } else if (control.localName === 'summary') {
            if (style.display !== 'list-item' || style.listStyleType === 'none') colour.push('no mark: ' + name(control));
        }
    }
    for (const marked of all.filter((element) => element.matches('.suggested, .step.now'))) {
        const word = marked.querySelector('.here');
        if (!word || !word.textContent.trim() || !seen(word)) colour.push('no word: ' + name(marked));
    }
    for (const rung of all.filter((element) => element.matches('.rung.on')))
        if (!rung.querySelector('.nth')?.textContent.trim()) colour.push('no number: ' + name(rung));

    const mirrored = getComputedStyle(document.body).direction === 'rtl';
    const stops = all.filter((element) => controls.includes(element) || element.localName === 'iframe');
    for (const [at, stop] of stops.entries()) {
        if (at === 0) continue;
        const [before, after] = [place(stops[at - 1]), place(stop)];
        const above = after.bottom <= before.top + 1;
        const sameRow = after.top < before.bottom - 1 && before.top < after.bottom - 1;
        const back = mirrored ? after.right > before.right : after.left < before.left;
        const beside = mirrored ? after.right <= before.left : after.left >= before.right;
        if ((above && !beside) || (sameRow && back)) order.push(`${name(stop)} after ${name(stops[at - 1])}`);
    }
    return { small, moving, colour, order };"#;
