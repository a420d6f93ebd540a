//! Whole visits by mouse: what is suggested is what the engine says, and answers stay until they are cleared.

use browser_tests::session::wait;
use browser_tests::visit::{REGION, Suggestion, button, input_id, region};
use browser_tests::{Browser, Shown, Visit, cases, in_every_browser};
use care_check::content::PROTOCOL;
use care_check::voice::Voice;
use care_check_engine::{Answers, OptionSet, QuestionIx, RuleIx, assess, explain, path};
use serde_json::json;

in_every_browser![
    a_visit_ends_with_what_the_engine_says,
    every_answer_can_be_declined_or_severe,
    going_on_without_an_answer_asks_for_one,
    clear_forgets_every_answer;
    not_in_webkit:
    answers_survive_going_back,
    the_review_shows_every_answer,
    a_changed_answer_changes_the_result,
    someone_else_is_spoken_of_as_someone_else,
    pressing_down_and_moving_off_does_nothing,
];

/// Whoever notices under their finger that it is the wrong thing can still move off.
fn pressing_down_and_moving_off_does_nothing(browser: Browser) {
    const PROGRAM: &str =
        "return [document.querySelector('main').dataset.screen, document.querySelectorAll('details[open]').length,
        Array.from(document.querySelectorAll('input:checked'), ({ id }) => id)]";
    const SHELL: &str =
        "return [location.href, document.documentElement.lang, document.documentElement.dataset.region]";
    let visit = Visit::begin(browser);
    // Chromium's driver moves no mouse within a frame that is scrolled.
    visit.window(1280, 2400);
    let first = path::first(&PROTOCOL, &cases::mildest()).expect("a first question");
    let expect_nothing = |selectors: &[&str]| {
        let look = || [visit.shell().script(SHELL, json!([])), visit.program().script(PROGRAM, json!([]))];
        let before = look();
        for selector in selectors {
            visit.program().press_and_move_off(selector);
            assert_eq!(look(), before, "{selector}");
        }
        for selector in [".bar-row:not([hidden]) [data-leave]", "[data-speak]:not([hidden])"] {
            visit.shell().press_and_move_off(selector);
            assert_eq!(look(), before, "{selector}");
        }
    };
    expect_nothing(&["[data-action=begin]", "label[for=other]", "summary"]);
    visit.act("begin");
    visit.expect(Shown::Question(first));
    let sign = cases::signs(first)[0];
    let label = format!("label[for={}]", input_id(first, sign));
    expect_nothing(&[&label, "[data-action=next]", "[data-action=back]"]);
    // Let go where it was pressed, it is the emergency at once.
    visit.press(&label);
    visit.expect(Shown::Emergency);
}

fn a_visit_ends_with_what_the_engine_says(browser: Browser) {
    for level in ["recovery_support", "outpatient", "detox"] {
        let answers = cases::leading_to(cases::level(level));
        let visit = Visit::begin(browser);
        visit.answer_everything(&answers);
        assert_eq!(visit.suggestion(), expected(&answers));
        assert_eq!(visit.read_suggestion().level, level);
    }
}

fn every_answer_can_be_declined_or_severe(browser: Browser) {
    for answers in [cases::declining(), cases::most_severe()] {
        let visit = Visit::begin(browser);
        visit.answer_everything(&answers);
        assert_eq!(visit.suggestion(), expected(&answers));
    }
}

fn answers_survive_going_back(browser: Browser) {
    let answers = cases::most_severe();
    let visit = Visit::begin(browser);
    visit.answer_everything(&answers);
    for question in path::path(&PROTOCOL, &answers).rev() {
        visit.act("back");
        visit.expect(Shown::Question(question));
        assert_eq!(visit.chosen(question), answers.options(question), "going back to {}", id(question));
    }
    visit.act("back");
    visit.expect(Shown::Start);
    visit.act("begin");
    for question in path::path(&PROTOCOL, &answers) {
        visit.expect(Shown::Question(question));
        assert_eq!(visit.chosen(question), answers.options(question), "going on to {}", id(question));
        visit.act("next");
    }
    visit.expect(Shown::Review);
    assert_eq!(visit.suggestion(), expected(&answers));
    visit.act("back");
    visit.expect(Shown::Review);
}

fn the_review_shows_every_answer(browser: Browser) {
    let answers = cases::most_severe();
    let visit = Visit::begin(browser);
    visit.answer_everything(&answers);
    let voice = Voice { region: Some(region(REGION)), ..Voice::default() };
    let rows: Vec<(String, Vec<String>)> = path::path(&PROTOCOL, &answers)
        .map(|question| {
            let labels = voice.options(question, answers.options(question));
            (id(question).to_owned(), labels.iter().map(ToString::to_string).collect())
        })
        .collect();
    assert_eq!(visit.reviewed(), rows);
}

fn a_changed_answer_changes_the_result(browser: Browser) {
    let answers = cases::leading_to(cases::level("outpatient"));
    let emergency = PROTOCOL.emergency();
    let change = explain::raises(&PROTOCOL, &answers)
        .find(|change| change.first_step < emergency)
        .expect("some answer asks for more than outpatient care");
    let question = change.question;
    let asked = question.of(&PROTOCOL).expect("a question of the protocol");
    let changed = answers.with(question, asked.pick(answers.options(question), change.option));

    let visit = Visit::begin(browser);
    visit.answer_everything(&answers);
    let before = visit.suggestion();
    visit.act("back");
    visit.expect(Shown::Review);
    visit.press(&format!("button[data-change=\"{}\"]", id(question)));
    visit.expect(Shown::Question(question));
    assert_eq!(visit.chosen(question), answers.options(question));
    visit.answer(question, changed.options(question));
    visit.act("next");
    // The new answer may bring questions that were moot before.
    let mut completed = changed;
    while let Some(question) = path::first_unanswered(&PROTOCOL, &completed) {
        visit.expect(Shown::Question(question));
        completed.set(question, OptionSet::one(0));
        visit.answer(question, OptionSet::one(0));
        visit.act("next");
    }
    visit.expect(Shown::Review);
    let after = visit.suggestion();
    assert_eq!(after, expected(&completed));
    assert_ne!(after.level, before.level);
}

fn going_on_without_an_answer_asks_for_one(browser: Browser) {
    let visit = Visit::begin(browser);
    visit.act("begin");
    let first = first_question();
    visit.expect(Shown::Question(first));
    visit.act("next");
    let said = "const missing = document.querySelector('#missing');
        return missing !== null && missing.textContent.trim() !== ''
            && document.querySelector('fieldset').getAttribute('aria-describedby').split(' ').includes('missing')";
    wait("the missing answer to be pointed out", || visit.program().script(said, json!([])) == true);
    visit.expect(Shown::Question(first));
    visit.answer(first, OptionSet::one(0));
    let gone = "return document.querySelector('#missing').textContent.trim() === ''";
    wait("the words to go", || visit.program().script(gone, json!([])) == true);
}

fn clear_forgets_every_answer(browser: Browser) {
    let answers = cases::most_severe();
    for from_the_result in [false, true] {
        let visit = Visit::begin(browser);
        visit.press("#other");
        visit.answer_everything(&answers);
        if from_the_result {
            visit.suggestion();
        }
        // Opening it forgets nothing yet, and it is folded again on another screen.
        visit.press("details.clear > summary");
        visit.act("back");
        let open = "return document.querySelector('details.clear').open";
        wait("the fold to close", || visit.program().script(open, json!([])) == false);
        visit.clear();
        visit.expect(Shown::Start);
        let cleared = "return [document.querySelector('#self').checked, document.querySelector('#other').checked]";
        assert_eq!(visit.program().script(cleared, json!([])), json!([true, false]));
        visit.act("begin");
        // Every question of the path again, each as if it had never been asked.
        let mildest = cases::mildest();
        for question in path::path(&PROTOCOL, &mildest) {
            visit.expect(Shown::Question(question));
            assert_eq!(visit.chosen(question), OptionSet::EMPTY, "{} after clearing", id(question));
            visit.answer(question, mildest.options(question));
            visit.act("next");
        }
        assert_eq!(visit.suggestion(), expected(&mildest));
    }
}

fn someone_else_is_spoken_of_as_someone_else(browser: Browser) {
    let visit = Visit::begin(browser);
    let title = "return document.querySelector('#screen-title').textContent";
    let mut titles = Vec::new();
    for whom in ["#self", "#other"] {
        visit.press(whom);
        visit.act("begin");
        visit.expect(Shown::Question(first_question()));
        titles.push(visit.program().script(title, json!([])));
        visit.press(&button("back"));
        visit.expect(Shown::Start);
    }
    assert_ne!(titles[0], titles[1]);
}

/// What the result screen has to say, in the engine's words.
fn expected(answers: &Answers) -> Suggestion {
    let assessment = assess(&PROTOCOL, answers);
    let ids = |rules: Vec<RuleIx>| -> Vec<String> {
        rules.into_iter().filter_map(|rule| rule.of(&PROTOCOL)).map(|rule| rule.id.to_owned()).collect()
    };
    let floor = |rule: &RuleIx| rule.of(&PROTOCOL).is_some_and(|rule| rule.when.clauses().next().is_none());
    Suggestion {
        level: assessment.first_step().of(&PROTOCOL).map_or("", |level| level.id).to_owned(),
        reasons: ids(assessment.reasons(&PROTOCOL).collect()),
        // The floor holds for everybody and supports nothing.
        supporting: ids(assessment.supporting().filter(|rule| !floor(rule)).collect()),
    }
}

fn first_question() -> QuestionIx {
    path::first(&PROTOCOL, &Answers::NONE).expect("a first question")
}

fn id(question: QuestionIx) -> &'static str {
    question.of(&PROTOCOL).map_or("?", |q| q.id)
}
