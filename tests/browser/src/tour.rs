//! One visit that stops at every kind of screen.

use care_check::content::{LOCALES, PLAN, PROTOCOL};
use care_check_engine::{Answers, QuestionKind, path};
use serde_json::json;

use crate::cases;
use crate::session::wait;
use crate::visit::{Shown, Visit};

/// Shows each kind of screen once, the longest there is of it, and calls back at each with its name.
#[track_caller]
pub fn of_every_screen(visit: &Visit, at: impl FnMut(&str)) {
    with_answers(visit, &cases::most_severe(), at);
}

/// Shows the screen of a stop in every other language, and in the page's own as if that were written from right to
/// left, which none of its languages is; calls back at each with how it is written.
#[track_caller]
pub fn in_every_other_writing(visit: &Visit, mut at: impl FnMut(&str)) {
    for locale in &LOCALES[1..] {
        visit.speak(locale.tag);
        at(locale.tag);
    }
    visit.speak(LOCALES[0].tag);
    visit.turn("rtl");
    at(RIGHT_TO_LEFT);
    visit.turn("ltr");
}

pub const RIGHT_TO_LEFT: &str = "from right to left";

/// The stops: start, question-several, missing, emergency, question-one, review, result, result-unfolded, plan (with
/// something picked) and summary.
#[track_caller]
pub fn with_answers(visit: &Visit, answers: &Answers, mut at: impl FnMut(&str)) {
    let several = cases::first_of(QuestionKind::Several, answers);
    let one = cases::first_of(QuestionKind::One, answers);
    let mut signs_seen = false;
    at("start");
    visit.act("begin");
    for question in path::path(&PROTOCOL, answers) {
        visit.expect(Shown::Question(question));
        if question == several {
            at("question-several");
            visit.act("next");
            wait("the missing answer to be pointed out", || {
                let said = "return document.getElementById('missing').textContent.trim() !== ''";
                visit.program().script(said, json!([])) == true
            });
            at("missing");
        }
        let asks_several = question.of(&PROTOCOL).is_some_and(|q| q.kind == QuestionKind::Several);
        if let Some(sign) = cases::signs(question).first().filter(|_| asks_several && !signs_seen) {
            signs_seen = true;
            visit.pick(question, *sign);
            visit.expect(Shown::Emergency);
            at("emergency");
            visit.act("back");
            visit.expect(Shown::Question(question));
        }
        visit.answer(question, answers.options(question));
        if question == one {
            at("question-one");
        }
        visit.act("next");
    }
    visit.expect(Shown::Review);
    at("review");
    visit.act("next");
    visit.expect(Shown::Result);
    at("result");
    let unfold = "for (const folded of document.querySelectorAll('details')) folded.open = true";
    visit.program().script(unfold, json!([]));
    visit.let_it_settle();
    at("result-unfolded");
    visit.act("plan");
    visit.expect(Shown::Plan);
    for picked in [
        PLAN.triggers.first().map(|t| format!("#trigger-{}", t.id)),
        PLAN.signs.first().map(|s| format!("#sign-{}", s.id)),
    ] {
        visit.press(&picked.expect("the plan has something to pick"));
    }
    visit.let_it_settle();
    at("plan");
    visit.act("back");
    visit.expect(Shown::Result);
    visit.act("summary");
    visit.expect(Shown::Summary);
    at("summary");
    assert!(signs_seen, "no question of several options has an emergency sign");
}
