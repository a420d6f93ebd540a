//! What is said without being looked at: new screens, missing answers, emergencies, languages.

use browser_tests::session::{key, wait};
use browser_tests::visit::{input_id, pickable, texts};
use browser_tests::{Browser, Shown, Visit, cases, in_every_browser, tour};
use care_check_engine::QuestionKind;
use serde_json::json;

in_every_browser![
    a_new_screen_is_read_from_its_heading,
    reading_goes_on_from_the_heading_of_a_new_screen,
    a_missing_answer_is_announced_and_comes_into_view,
    an_emergency_takes_the_focus_at_once,
    every_document_says_its_language,
];

fn a_new_screen_is_read_from_its_heading(browser: Browser) {
    let visit = Visit::begin(browser);
    let mut read = Vec::new();
    tour::of_every_screen(&visit, |screen| {
        // At these stops something was done on the screen already.
        if !["start", "question-one", "missing", "plan"].contains(&screen) {
            expect_focus_on_heading(&visit, screen);
            read.push(screen.to_owned());
        }
    });
    assert!(read.len() >= 4, "only {read:?}");
    // Clearing leads to a new screen as well, though to the first one.
    visit.clear();
    visit.expect(Shown::Start);
    expect_focus_on_heading(&visit, "start again");
}

#[track_caller]
fn expect_focus_on_heading(visit: &Visit, screen: &str) {
    wait(&format!("{screen}: the focus on the heading"), || visit.focus() == "screen-title");
    let heading = visit
        .program()
        .script("return document.activeElement.matches('h1') && document.activeElement.textContent", json!([]));
    assert!(heading.as_str().is_some_and(|text| !text.trim().is_empty()), "{screen}: {heading}");
}

fn reading_goes_on_from_the_heading_of_a_new_screen(browser: Browser) {
    let visit = Visit::begin(browser);
    // The caret comes behind the heading first: Orca says nothing of a heading in which it is already.
    let listen = "window.carets = [];
        document.addEventListener('selectionchange', () => {
            const { anchorNode } = getSelection();
            window.carets.push(document.querySelector('h1').contains(anchorNode) ? 'in it' : 'behind it');
        })";
    let carets = || texts(&visit.program().script("return window.carets", json!([])));
    let is_in_heading = "return document.querySelector('h1').contains(getSelection().anchorNode)";
    visit.program().script(listen, json!([]));
    let question = cases::first_of(QuestionKind::Several, &cases::mildest());
    let sign = *cases::signs(question).last().expect("the question asks for emergency signs");
    let steps: [(&str, &dyn Fn(), Shown); 4] = [
        ("begun", &|| visit.act("begin"), Shown::Question(question)),
        ("ticked a sign", &|| visit.pick(question, sign), Shown::Emergency),
        ("gone back", &|| visit.act("back"), Shown::Question(question)),
        ("cleared", &|| visit.clear(), Shown::Start),
    ];
    for (done, act, shown) in steps {
        visit.program().script("window.carets = []", json!([]));
        act();
        visit.expect(shown);
        wait(&format!("{done}: the caret behind the heading"), || !carets().is_empty());
        wait(&format!("{done}: the caret in the heading"), || visit.program().script(is_in_heading, json!([])) == true);
        assert_eq!(carets().first().map(String::as_str), Some("behind it"), "{done}");
    }
}

fn a_missing_answer_is_announced_and_comes_into_view(browser: Browser) {
    let visit = Visit::begin(browser);
    visit.window(320, 568);
    visit.act("begin");
    let question = cases::first_of(QuestionKind::Several, &cases::mildest());
    visit.expect(Shown::Question(question));
    visit.act("next");
    wait("the focus at the words", || visit.focus() == "missing");
    wait("the words to be in view", || is_in_view(&visit, "#missing"));
    // What has the focus is said by it. As a live region the words would be said twice.
    let said = "const words = document.activeElement;
        return words.textContent.trim() !== '' && words.closest('[role=alert], [role=status], [aria-live]') === null";
    assert_eq!(visit.program().script(said, json!([])), true);
    let described = "const group = document.querySelector('fieldset');
        return group.getAttribute('aria-describedby').split(' ').includes('missing')";
    assert_eq!(visit.program().script(described, json!([])), true);
    // The options come next.
    visit.program().press(&[key::TAB]);
    wait("the focus on the first option", || visit.focus() == input_id(question, pickable(question)[0]));
}

/// Something of the program stands in the window, below the bar.
fn is_in_view(visit: &Visit, selector: &str) -> bool {
    let inside =
        "const { top, bottom } = document.querySelector(arguments[0]).getBoundingClientRect(); return [top, bottom]";
    let inside = visit.program().script(inside, json!([selector]));
    let outside = "return [document.querySelector('iframe').getBoundingClientRect().top,
        document.querySelector('.bar').getBoundingClientRect().bottom, innerHeight]";
    let outside = visit.shell().script(outside, json!([]));
    let number = |value: &serde_json::Value| value.as_f64().unwrap_or(f64::NAN);
    let frame = number(&outside[0]);
    frame + number(&inside[0]) >= number(&outside[1]) - 1.0 && frame + number(&inside[1]) <= number(&outside[2]) + 1.0
}

fn an_emergency_takes_the_focus_at_once(browser: Browser) {
    let visit = Visit::begin(browser);
    visit.window(320, 568);
    visit.act("begin");
    let question = cases::first_of(QuestionKind::Several, &cases::mildest());
    visit.expect(Shown::Question(question));
    let sign = *cases::signs(question).last().expect("the question asks for emergency signs");
    visit.pick(question, sign);
    visit.expect(Shown::Emergency);
    expect_focus_on_heading(&visit, "emergency");
    wait("the heading to be in view", || is_in_view(&visit, "#screen-title"));
    // The first stop after the heading is the number to call.
    visit.program().press(&[key::TAB]);
    wait("the focus on the number", || visit.focus().starts_with("link "));
}

fn every_document_says_its_language(browser: Browser) {
    let visit = Visit::begin(browser);
    let frame = "return document.querySelector('iframe').title";
    assert!(
        visit.shell().script(frame, json!([])).as_str().is_some_and(|title| !title.is_empty()),
        "the frame has no title"
    );
    tour::of_every_screen(&visit, |screen| {
        let shell = visit.shell().script("return document.documentElement.lang", json!([]));
        let program = "return [document.documentElement.lang, document.querySelector('main').lang]";
        let program = visit.program().script(program, json!([]));
        assert!(shell.as_str().is_some_and(|tag| tag.len() >= 2), "{screen}: {shell}");
        assert_eq!(program, json!([shell, shell]), "{screen}");
    });
}
