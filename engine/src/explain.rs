//! Why a suggestion is what it is: the answers behind each rule, and what would change it.

use crate::answers::Answers;
use crate::assess::{Assessment, assess};
use crate::model::{Condition, LevelIx, OptionSet, Protocol, QuestionIx, QuestionKind};
use crate::path::{on_path, path};

/// The visitor's answers that make a condition hold: per question, the chosen options it names.
pub fn because(
    protocol: &Protocol,
    answers: &Answers,
    condition: &Condition,
) -> impl Iterator<Item = (QuestionIx, OptionSet)> {
    let counted = on_path(protocol, answers);
    let condition = *condition;
    // A question can stand in more than one part of a condition; it is named once.
    QuestionIx::all(protocol).filter_map(move |question| {
        let named = condition
            .clauses()
            .filter(|clause| clause.question == question)
            .fold(OptionSet::EMPTY, |named, clause| named.union(clause.any_of));
        let given = OptionSet(counted.options(question).0 & named.0);
        (!given.is_empty()).then_some((question, given))
    })
}

/// One answer that would change the suggestion, everything else staying as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The question that would be answered otherwise.
    pub question: QuestionIx,
    /// The answer that would be given instead, or in a question of several, besides.
    pub option: OptionSet,
    /// The most urgent thing to do that would follow.
    pub first_step: LevelIx,
    /// The setting that would follow.
    pub setting: LevelIx,
}

/// The single answers that would ask for more than the assessment does, in the order of the path:
/// what to watch for. Per question, only the least severe answer that changes it is named.
pub fn raises(protocol: &Protocol, answers: &Answers) -> impl Iterator<Item = Change> {
    let answers = *answers;
    let now = assess(protocol, &answers);
    path(protocol, &answers)
        .filter_map(move |question| changes_of(protocol, answers, question).find(|change| is_more(change, &now)))
}

/// The single answers that would ask for less, in the order of the path: what would have to get better.
/// Per question, only the most severe answer that changes it is named.
pub fn lowers(protocol: &Protocol, answers: &Answers) -> impl Iterator<Item = Change> {
    let answers = *answers;
    let now = assess(protocol, &answers);
    path(protocol, &answers).filter_map(move |question| {
        changes_of(protocol, answers, question).filter(|change| is_less(change, &now)).last()
    })
}

fn is_more(change: &Change, now: &Assessment) -> bool {
    (change.first_step, change.setting) > (now.first_step(), now.setting)
}

fn is_less(change: &Change, now: &Assessment) -> bool {
    (change.first_step, change.setting) < (now.first_step(), now.setting)
}

/// What each other option of a question would lead to. Options are in the order of the protocol, least
/// severe first; declining is no change of circumstances, so it is not among them.
fn changes_of(protocol: &Protocol, answers: Answers, question: QuestionIx) -> impl Iterator<Item = Change> {
    let given = answers.options(question);
    let asked = question.of(protocol);
    let options = asked.map_or(0, |q| q.options.len());
    (0..options as u8).map(OptionSet::one).filter_map(move |option| {
        let q = asked?;
        if given.meets(option) {
            return None;
        }
        let chosen = match q.kind {
            QuestionKind::One => option,
            QuestionKind::Several => q.pick(given, option),
        };
        let then = assess(protocol, &answers.with(question, chosen));
        Some(Change { question, option, first_step: then.first_step(), setting: then.setting })
    })
}
