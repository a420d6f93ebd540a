//! The emergency signs: always there, and any of them stops the questions at once.

use browser_tests::session::{key, wait};
use browser_tests::visit::{REGION, button, input_id, pickable, region};
use browser_tests::{Browser, Shown, Visit, cases, in_every_browser, tour};
use care_check::content::PROTOCOL;
use care_check::embed::links;
use care_check_engine::{Answers, OptionSet, QuestionIx, QuestionKind, path};
use serde_json::{Value, json};

in_every_browser![
    a_ticked_sign_stops_the_questions_at_once,
    a_sign_among_radio_buttons_stops_the_questions_when_one_goes_on,
    passing_over_a_sign_with_the_arrow_keys_is_no_answer,
    the_signs_and_a_number_are_on_every_screen,
    the_number_stays_in_the_window_at_every_scroll_position,
];

fn a_ticked_sign_stops_the_questions_at_once(browser: Browser) {
    let visit = Visit::begin(browser);
    let question = question_with_signs(QuestionKind::Several);
    go_to(&visit, question);
    let signs = cases::signs(question);
    assert!(!signs.is_empty());
    for sign in signs {
        visit.pick(question, sign);
        visit.expect(Shown::Emergency);
        assert_calls_the_emergency_number(&visit);
        visit.act("back");
        visit.expect(Shown::Question(question));
        assert_eq!(visit.chosen(question), sign, "the tick is kept");
        // Going on with the tick leads back to the emergency.
        visit.act("next");
        visit.expect(Shown::Emergency);
        visit.act("back");
        visit.expect(Shown::Question(question));
        visit.pick(question, sign);
        wait("the tick to go", || visit.chosen(question).is_empty());
    }
    visit.answer(question, OptionSet::one(0));
    visit.act("next");
    let mildest = cases::mildest();
    let next = path::next(&PROTOCOL, &mildest, question).expect("a question follows");
    visit.expect(Shown::Question(next));
}

fn a_sign_among_radio_buttons_stops_the_questions_when_one_goes_on(browser: Browser) {
    let question = question_with_signs(QuestionKind::One);
    for sign in cases::signs(question) {
        let visit = Visit::begin(browser);
        go_to(&visit, question);
        visit.pick(question, sign);
        wait("the sign to be chosen", || visit.chosen(question) == sign);
        visit.expect(Shown::Question(question));
        visit.act("next");
        visit.expect(Shown::Emergency);
        assert_calls_the_emergency_number(&visit);
        visit.act("back");
        visit.expect(Shown::Question(question));
        assert_eq!(visit.chosen(question), sign, "the choice is kept");
        visit.answer(question, OptionSet::one(0));
        visit.act("next");
        let next = path::next(&PROTOCOL, &cases::mildest(), question).expect("a question follows");
        visit.expect(Shown::Question(next));
    }
}

fn passing_over_a_sign_with_the_arrow_keys_is_no_answer(browser: Browser) {
    let question = question_with_signs(QuestionKind::One);
    let visit = Visit::begin(browser);
    go_to(&visit, question);
    let options = pickable(question);
    visit.pick(question, options[0]);
    wait("the first option to be chosen", || visit.chosen(question) == options[0]);
    for option in &options[1..] {
        visit.program().press(&[key::DOWN]);
        wait("the next option to be chosen", || visit.chosen(question) == *option);
        visit.expect(Shown::Question(question));
        assert_eq!(visit.focus(), input_id(question, *option), "the focus goes along");
    }
    for option in options[..options.len() - 1].iter().rev() {
        visit.program().press(&[key::UP]);
        wait("the option before to be chosen", || visit.chosen(question) == *option);
    }
    visit.act("next");
    let next = path::next(&PROTOCOL, &cases::mildest(), question).expect("a question follows");
    visit.expect(Shown::Question(next));
}

fn the_signs_and_a_number_are_on_every_screen(browser: Browser) {
    let visit = Visit::begin(browser);
    visit.window(1280, 800);
    tour::of_every_screen(&visit, |screen| {
        let seen = visit.shell().script(EMERGENCY, json!([]));
        let signs = PROTOCOL.red_flags.len();
        assert!(seen["signs"].as_u64() >= Some(signs as u64 - 1), "{browser:?}, {screen}: {seen}");
        let number = links::call(region(REGION).emergency);
        for place in ["bar", "panel"] {
            let calls: Vec<&Value> = seen[place].as_array().into_iter().flatten().collect();
            assert!(calls.contains(&&json!(number)), "{browser:?}, {screen}, {place}: {seen}");
        }
    });
}

/// The displayed `tel:` links of the bar and of the panel, and how many signs the panel displays.
const EMERGENCY: &str = "
    const displayed = (element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
        && element.getBoundingClientRect().width > 1 && element.getBoundingClientRect().height > 1;
    const all = (selector) => Array.from(document.querySelectorAll(selector)).filter(displayed);
    const calls = (place) => all(place + ' a[href^=\"tel:\"]').map((link) => link.getAttribute('href'));
    return { bar: calls('.bar'), panel: calls('#emergency-signs'), signs: all('#emergency-signs [data-sign]').length }";

fn the_number_stays_in_the_window_at_every_scroll_position(browser: Browser) {
    let visit = Visit::begin(browser);
    tour::of_every_screen(&visit, |screen| {
        for (width, height) in [(320, 568), (390, 844), (1280, 800)] {
            visit.window(width, height);
            for part in [0.0, 0.5, 1.0] {
                let seen = visit.shell().script_later(NUMBER_IN_WINDOW, json!([part]));
                assert_eq!(seen, "in the window", "{browser:?}, {screen}, {width}x{height}, scrolled to {part}");
            }
        }
    });
}

/// Scrolls to a part of the way down and looks whether the bar's number can be seen and touched there.
const NUMBER_IN_WINDOW: &str = "
    const [part, done] = arguments;
    const page = document.scrollingElement;
    page.scrollTop = part * (page.scrollHeight - innerHeight);
    requestAnimationFrame(() => requestAnimationFrame(() => {
        const links = Array.from(document.querySelectorAll('.bar a[href^=\"tel:\"]')).filter((link) => link.checkVisibility());
        if (links.length === 0) return done('no number');
        for (const link of links) {
            const { left, top, right, bottom } = link.getBoundingClientRect();
            if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight)
                return done(`the number is at ${left}, ${top}, ${right}, ${bottom} in ${innerWidth}x${innerHeight}`);
            const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
            if (!link.contains(there)) return done('the number is covered by ' + (there && there.outerHTML.slice(0, 100)));
        }
        done('in the window');
    }))";

/// The emergency screen calls the number of the region, through the shell.
fn assert_calls_the_emergency_number(visit: &Visit) {
    let here = region(REGION);
    let position = links::emergency(here).expect("the emergency number is among the links");
    let look = "const call = document.querySelector('main [data-link]');
        return [call.dataset.link, call.textContent.includes(arguments[0]), call.checkVisibility()]";
    let seen = visit.program().script(look, json!([here.emergency]));
    assert_eq!(seen, json!([position.to_string(), true, true]));
    let href = "return document.querySelectorAll('a[data-link]')[arguments[0]].getAttribute('href')";
    assert_eq!(visit.shell().script(href, json!([position])), links::call(here.emergency));
    let asks_on = "return document.querySelector(arguments[0]) !== null";
    assert_eq!(visit.program().script(asks_on, json!([button("next")])), false, "the questions have stopped");
}

/// The first question of a kind that has an emergency sign among its options.
fn question_with_signs(kind: QuestionKind) -> QuestionIx {
    path::path(&PROTOCOL, &Answers::NONE)
        .filter(|q| q.of(&PROTOCOL).is_some_and(|q| q.kind == kind))
        .find(|q| !cases::signs(*q).is_empty())
        .expect("there are signs in questions of both kinds")
}

/// From the first screen to a question, with the mildest answers before it.
fn go_to(visit: &Visit, wanted: QuestionIx) {
    let answers = cases::mildest();
    visit.act("begin");
    for question in path::path(&PROTOCOL, &answers).take_while(|q| *q < wanted) {
        visit.expect(Shown::Question(question));
        visit.answer(question, answers.options(question));
        visit.act("next");
    }
    visit.expect(Shown::Question(wanted));
}
