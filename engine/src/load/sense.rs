//! Questions and options that are well formed and make no sense: a question nobody is ever asked, an option
//! that stands among milder ones. What only shows in the whole space of answers is left to the tests.

use super::problem::Wrong;
use super::reader::{File, Problems};
use crate::answers::Answers;
use crate::enumerate::possible_answers;
use crate::model::{Condition, LevelIx, OptionSet, Protocol, Question, QuestionIx, QuestionKind};
use crate::path::path;

/// Checks the questions; `file` is where they stand.
pub fn check(file: &File, protocol: &Protocol, problems: &Problems) {
    for (ix, question) in QuestionIx::all(protocol).zip(protocol.questions) {
        let at = file.text.find(&format!("\nid = \"{}\"", question.id)).map_or(0, |before| before + 1);
        if question.skip_when.is_some() && !is_ever_asked(protocol, ix) {
            problems.add(&file.name, file.line(at), Wrong::UnreachableQuestion { question: question.id.to_owned() });
        }
        if question.kind == QuestionKind::One {
            for (milder, option) in out_of_order(protocol, ix, question) {
                let own = file.text[at..].find(&format!("id = \"{option}\"")).unwrap_or(0);
                let wrong = Wrong::OptionOrder { option: option.to_owned(), milder: milder.to_owned() };
                problems.add(&file.name, file.line(at + own), wrong);
            }
        }
    }
}

/// Whether some way to answer the earlier questions leads to this one.
fn is_ever_asked(protocol: &Protocol, asked: QuestionIx) -> bool {
    let mut deciding: Vec<QuestionIx> = Vec::new();
    let mut open = vec![asked];
    while let Some(ix) = open.pop() {
        let skip = ix.of(protocol).and_then(|question| question.skip_when.as_ref());
        for clause in skip.into_iter().flat_map(Condition::clauses) {
            if !deciding.contains(&clause.question) {
                deciding.push(clause.question);
                open.push(clause.question);
            }
        }
    }
    deciding.sort();
    let mut visits = vec![Answers::NONE];
    for ix in deciding {
        let answers = ix.of(protocol).map_or_else(Vec::new, possible_answers);
        let given: Vec<OptionSet> = answers.into_iter().filter(|answer| !answer.is_empty()).collect();
        visits = visits.iter().flat_map(|visit| given.iter().map(|answer| visit.with(ix, *answer))).collect();
    }
    visits.iter().any(|visit| path(protocol, visit).any(|ix| ix == asked))
}

/// Options that by themselves ask for less than the one before them, each with that one.
fn out_of_order(
    protocol: &Protocol,
    ix: QuestionIx,
    question: &Question,
) -> impl Iterator<Item = (&'static str, &'static str)> {
    let alone: Vec<_> =
        (0..question.options.len()).map(|at| asks_for(protocol, ix, OptionSet::one(at as u8))).collect();
    let options = question.options;
    (1..options.len())
        .filter(move |at| alone[*at].0 < alone[at - 1].0 || alone[*at].1 < alone[at - 1].1)
        .map(move |at| (options[at - 1].id, options[at].id))
}

/// The first step and the setting that an answer asks for whatever else is answered.
fn asks_for(protocol: &Protocol, ix: QuestionIx, answer: OptionSet) -> (Option<LevelIx>, Option<LevelIx>) {
    let enough = |when: &Condition| {
        when.of.is_empty()
            && when.clauses().count() == 1
            && when.clauses().all(|clause| clause.question == ix && answer.meets(clause.any_of))
    };
    let flagged = protocol.red_flags.iter().any(|flag| enough(&flag.when));
    let levels = protocol.rules.iter().filter(|rule| enough(&rule.when)).map(|rule| rule.level);
    let is_setting = |level: &LevelIx| level.of(protocol).is_some_and(|l| l.role.is_setting());
    let (settings, steps): (Vec<LevelIx>, Vec<LevelIx>) = levels.partition(is_setting);
    let emergency = flagged.then(|| protocol.emergency());
    (steps.into_iter().chain(emergency).max(), settings.into_iter().max())
}
