//! Complete sets of answers, found by asking the engine, so that they follow the protocol.

use care_check::content::PROTOCOL;
use care_check_engine::assess::has_red_flag;
use care_check_engine::{Answers, LevelIx, OptionSet, QuestionIx, QuestionKind, assess, path};

/// The least severe answer to every question.
pub fn mildest() -> Answers {
    completed(Answers::NONE)
}

/// The answers nearest to the mildest ones that lead to a level.
pub fn leading_to(level: LevelIx) -> Answers {
    let mut tried = vec![mildest()];
    for _ in 0..3 {
        if let Some(found) = tried.iter().find(|answers| assess(&PROTOCOL, answers).first_step() == level) {
            return *found;
        }
        tried = tried.iter().flat_map(|answers| changed_once(*answers)).collect();
    }
    panic!("no three answers lead to {}", level.of(&PROTOCOL).map_or("?", |l| l.id));
}

/// Every question declined that can be, without an emergency.
pub fn declining() -> Answers {
    let declined = |answers: Answers, question: QuestionIx| answers.with(question, OptionSet::DECLINED);
    walked(|answers, question| {
        let may = question.of(&PROTOCOL).is_some_and(|q| q.may_decline);
        may.then(|| declined(answers, question))
    })
}

/// The most severe answer to every question, and everything that can be ticked together, without an emergency.
pub fn most_severe() -> Answers {
    walked(|answers, question| {
        let asked = question.of(&PROTOCOL)?;
        let options = (0..asked.options.len() as u8).map(OptionSet::one);
        let chosen = match asked.kind {
            QuestionKind::One => options.rev().find(|option| !flagged(answers.with(question, *option)))?,
            QuestionKind::Several => options.fold(OptionSet::EMPTY, |chosen, option| asked.pick(chosen, option)),
        };
        Some(answers.with(question, chosen))
    })
}

/// The level with this id.
pub fn level(id: &str) -> LevelIx {
    PROTOCOL.level(id).unwrap_or_else(|| panic!("the protocol has no level {id}"))
}

pub fn question(id: &str) -> QuestionIx {
    PROTOCOL.question(id).unwrap_or_else(|| panic!("the protocol has no question {id}"))
}

/// The first question of a kind on the path of some answers.
pub fn first_of(kind: QuestionKind, answers: &Answers) -> QuestionIx {
    path::path(&PROTOCOL, answers)
        .find(|q| q.of(&PROTOCOL).is_some_and(|q| q.kind == kind))
        .expect("both kinds of question are asked")
}

/// The options of a question whose choice is an emergency by itself, "declined" included.
pub fn signs(question: QuestionIx) -> Vec<OptionSet> {
    let asked = question.of(&PROTOCOL).into_iter();
    asked.flat_map(|q| q.pickable()).filter(|option| flagged(Answers::NONE.with(question, *option))).collect()
}

fn flagged(answers: Answers) -> bool {
    has_red_flag(&PROTOCOL, &answers)
}

/// Goes along the path and gives each question an answer, or the least severe one where there is none to give.
fn walked(answer: impl Fn(Answers, QuestionIx) -> Option<Answers>) -> Answers {
    let mut answers = Answers::NONE;
    while let Some(question) = path::first_unanswered(&PROTOCOL, &answers) {
        let given = answer(answers, question).filter(|given| !flagged(*given) && given.is_answered(question));
        answers = given.unwrap_or_else(|| answers.with(question, OptionSet::one(0)));
    }
    answers
}

fn completed(mut answers: Answers) -> Answers {
    while let Some(question) = path::first_unanswered(&PROTOCOL, &answers) {
        answers.set(question, OptionSet::one(0));
    }
    answers
}

fn changed_once(answers: Answers) -> impl Iterator<Item = Answers> {
    path::path(&PROTOCOL, &answers).flat_map(move |question| {
        let asked = question.of(&PROTOCOL).into_iter();
        let others = asked.flat_map(|q| q.pickable()).map(move |option| completed(answers.with(question, option)));
        others.filter(|answers| !flagged(*answers))
    })
}
