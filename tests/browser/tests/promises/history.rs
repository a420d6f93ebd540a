//! The browser's own buttons, and what it keeps: nothing that an answer could be read from.

use std::collections::BTreeSet;

use browser_tests::session::wait;
use browser_tests::visit::texts;
use browser_tests::{Browser, Shown, Visit, cases, in_every_browser, server};
use care_check::content::PROTOCOL;
use care_check_engine::{Answers, OptionSet, QuestionIx, QuestionKind, path};
use serde_json::{Value, json};

in_every_browser![
    the_back_button_goes_one_question_back,
    forward_shows_no_answer,
    reload_forgets_every_answer,
    coming_back_from_another_page_shows_no_answer,
    leaving_shows_another_page_at_once_and_back_shows_no_answer,
    two_visits_leave_the_same_traces,
];

fn the_back_button_goes_one_question_back(browser: Browser) {
    let answers = cases::mildest();
    let visit = Visit::begin(browser);
    let length = history_length(&visit);
    let questions = answer_some(&visit, &answers, 3);
    for question in questions.iter().rev() {
        visit.shell().back();
        visit.expect(Shown::Question(*question));
        assert_eq!(visit.chosen(*question), answers.options(*question), "the answer is kept");
    }
    visit.shell().back();
    visit.expect(Shown::Start);
    assert_eq!(visit.shell().address(), server::page());
    assert!(history_length(&visit) <= length + 1, "the questions do not pile up in the history");
}

fn forward_shows_no_answer(browser: Browser) {
    let answers = cases::most_severe();
    let visit = Visit::begin(browser);
    visit.answer_everything(&answers);
    visit.suggestion();
    visit.clear();
    visit.expect(Shown::Start);
    visit.shell().forward();
    assert_nothing_is_known(&visit);
    visit.shell().back();
    visit.shell().forward();
    assert_nothing_is_known(&visit);
}

fn reload_forgets_every_answer(browser: Browser) {
    let answers = cases::most_severe();
    let visit = Visit::begin(browser);
    visit.press("#other");
    visit.answer_everything(&answers);
    visit.suggestion();
    visit.shell().reload();
    assert_nothing_is_known(&visit);

    // On a question with a tick, too: browsers like to fill in forms again.
    let first = cases::first_of(QuestionKind::Several, &answers);
    visit.act("begin");
    visit.expect(Shown::Question(first));
    visit.pick(first, OptionSet::one(0));
    visit.shell().reload();
    assert_nothing_is_known(&visit);
}

fn coming_back_from_another_page_shows_no_answer(browser: Browser) {
    let visit = Visit::begin(browser);
    visit.answer_everything(&cases::most_severe());
    visit.suggestion();
    visit.shell().go(&server::elsewhere());
    visit.shell().back();
    assert_nothing_is_known(&visit);
}

fn leaving_shows_another_page_at_once_and_back_shows_no_answer(browser: Browser) {
    let visit = Visit::begin(browser);
    visit.answer_everything(&cases::most_severe());
    visit.suggestion();
    visit.shell().click("[data-leave]");
    visit.came_again();
    wait("another page", || visit.shell().address() != server::page());
    visit.shell().back();
    let is_back = || visit.shell().address() == server::page();
    // The first screen may stand in the history, but nothing that was said on the way from there.
    if is_back() {
        assert_nothing_is_known(&visit);
    }
}

fn two_visits_leave_the_same_traces(browser: Browser) {
    let traces = |answers: &Answers| {
        let visit = Visit::begin(browser);
        let mut seen = BTreeSet::from([traces(&visit)]);
        visit.act("begin");
        for question in path::path(&PROTOCOL, answers) {
            visit.expect(Shown::Question(question));
            visit.answer(question, answers.options(question));
            seen.insert(traces(&visit));
            visit.act("next");
        }
        visit.expect(Shown::Review);
        seen.insert(traces(&visit));
        visit.suggestion();
        seen.insert(traces(&visit));
        seen
    };
    let (mild, severe) = (traces(&cases::mildest()), traces(&cases::most_severe()));
    assert_eq!(mild, severe);
    // The first screen and all the others: nothing tells one question from the next.
    assert!(mild.len() <= 2, "{mild:?}");
}

/// Everything about shell and program that the browser keeps or shows outside the page.
fn traces(visit: &Visit) -> String {
    let look = "return [location.href, document.title, history.length, history.state, window.name, location.hash]";
    let of = |seen: Value| seen.to_string();
    format!("{} {}", of(visit.shell().script(look, json!([]))), of(visit.program().script(look, json!([]))))
}

fn history_length(visit: &Visit) -> u64 {
    visit.shell().script("return history.length", json!([])).as_u64().unwrap_or(u64::MAX)
}

/// Answers so many questions and returns them; the one after them is shown.
fn answer_some(visit: &Visit, answers: &Answers, count: usize) -> Vec<QuestionIx> {
    visit.act("begin");
    let questions: Vec<QuestionIx> = path::path(&PROTOCOL, answers).take(count).collect();
    for question in &questions {
        visit.expect(Shown::Question(*question));
        visit.answer(*question, answers.options(*question));
        visit.act("next");
    }
    let next = questions.last().and_then(|last| path::next(&PROTOCOL, answers, *last));
    visit.expect(Shown::Question(next.expect("a question follows")));
    questions
}

/// The first screen, as a visitor sees it who has not been here before, and no answer behind it.
#[track_caller]
fn assert_nothing_is_known(visit: &Visit) {
    visit.came_again();
    visit.expect(Shown::Start);
    visit.let_it_settle();
    let checked = "return Array.from(document.querySelectorAll('input:checked'), (input) => input.id)";
    assert_eq!(texts(&visit.program().script(checked, json!([]))), ["self"]);
    visit.act("begin");
    let first = cases::first_of(QuestionKind::Several, &cases::mildest());
    visit.expect(Shown::Question(first));
    assert_eq!(visit.chosen(first), OptionSet::EMPTY, "no answer is left");
    visit.act("back");
    visit.expect(Shown::Start);
}
