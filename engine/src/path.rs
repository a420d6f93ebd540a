//! Which questions apply, in which order. The path is derived from the answers every time.

use crate::answers::Answers;
use crate::model::{Condition, Protocol, QuestionIx};

impl Condition {
    /// Whether the condition holds over these answers. An unanswered question satisfies no clause.
    pub fn holds(&self, answers: &Answers) -> bool {
        let met = |clause: &&crate::model::Clause| answers.options(clause.question).meets(clause.any_of);
        self.all.iter().all(|c| met(&c))
            && (self.any.is_empty() || self.any.iter().any(|c| met(&c)))
            && self.of.iter().filter(met).count() >= usize::from(self.at_least)
    }
}

/// The answers that count: those of questions on the path. What was answered to a question that later
/// became moot is kept by the session, but the engine does not see it.
pub fn on_path(protocol: &Protocol, answers: &Answers) -> Answers {
    let mut counted = Answers::NONE;
    for question in QuestionIx::all(protocol) {
        if is_asked(protocol, &counted, question) {
            counted.set(question, answers.options(question));
        }
    }
    counted
}

/// The questions that apply to these answers, in order.
pub fn path<'a>(protocol: &'a Protocol, answers: &Answers) -> impl DoubleEndedIterator<Item = QuestionIx> + use<'a> {
    let counted = on_path(protocol, answers);
    QuestionIx::all(protocol).filter(move |q| is_asked(protocol, &counted, *q))
}

/// `counted` holds the answers of the questions before this one that are on the path; since a question may
/// only depend on earlier ones, answers further on make no difference.
fn is_asked(protocol: &Protocol, counted: &Answers, question: QuestionIx) -> bool {
    let skip = question.of(protocol).and_then(|q| q.skip_when.as_ref());
    !skip.is_some_and(|condition| condition.holds(counted))
}

/// The first question of the path.
pub fn first(protocol: &Protocol, answers: &Answers) -> Option<QuestionIx> {
    path(protocol, answers).next()
}

/// The question after this one; `None` when it is the last.
pub fn next(protocol: &Protocol, answers: &Answers, question: QuestionIx) -> Option<QuestionIx> {
    path(protocol, answers).find(|q| *q > question)
}

/// The question before this one; `None` when it is the first.
pub fn previous(protocol: &Protocol, answers: &Answers, question: QuestionIx) -> Option<QuestionIx> {
    path(protocol, answers).rev().find(|q| *q < question)
}

/// The first question of the path that has no answer.
pub fn first_unanswered(protocol: &Protocol, answers: &Answers) -> Option<QuestionIx> {
    path(protocol, answers).find(|q| !answers.is_answered(*q))
}

/// Where a question stands on the path: "3 of 13", counted from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Where the question stands, from 1.
    pub position: u8,
    /// How many questions there are on the path now.
    pub total: u8,
}

/// The progress at a question. The total can shrink when an answer makes later questions moot.
pub fn progress(protocol: &Protocol, answers: &Answers, question: QuestionIx) -> Progress {
    let before = path(protocol, answers).filter(|q| *q < question).count();
    let total = path(protocol, answers).count();
    Progress { position: before as u8 + 1, total: total as u8 }
}
