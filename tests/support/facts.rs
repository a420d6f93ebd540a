//! The engine's answers as facts of the naive reading, and the comparison of what both say.

use care_check_engine::{Answers, OptionSet, Protocol, Question, QuestionIx, assess};

use crate::naive::{Fact, Naive, Suggestion};

/// The answers of the engine as facts of the naive reading, matched by id.
pub struct Facts {
    /// For each question, each option with its fact.
    options: Vec<Vec<(OptionSet, Fact)>>,
}

impl Facts {
    pub fn of(p: &Protocol, naive: &Naive) -> Self {
        let of_question = |q: &Question| {
            let options =
                q.options.iter().enumerate().map(|(at, o)| (OptionSet::one(at as u8), naive.fact(q.id, o.id)));
            let declined = q.may_decline.then(|| (OptionSet::DECLINED, naive.fact(q.id, "declined")));
            options.chain(declined).collect()
        };
        Self { options: p.questions.iter().map(of_question).collect() }
    }

    pub fn say(&self, ix: QuestionIx, answer: OptionSet, said: &mut [bool]) {
        for (option, fact) in &self.options[usize::from(ix.0)] {
            said[*fact] = answer.meets(*option);
        }
    }
}

/// Fails when engine and naive reading differ in anything that follows from the answers.
pub fn compare(p: &Protocol, naive: &Naive, answers: &Answers, expected: &Suggestion, words: impl Fn() -> String) {
    let found = assess(p, answers);
    let bits = |list: &[bool; 64]| (0..64).fold(0, |bits, at| bits | u64::from(list[at]) << at);
    let same = usize::from(found.first_step().0) == expected.first_step
        && usize::from(found.setting.0) == expected.setting
        && found.red_flags.0 == bits(&expected.red_flags)
        && found.rules.0 == bits(&expected.rules)
        && found.deciding.0 == bits(&expected.deciding)
        && found.modifiers.0 == bits(&expected.modifiers)
        && found.alternatives.0 == bits(&expected.alternatives);
    assert!(
        same,
        "the naive reading says {} then {}, the engine {found:?}, for\n  {}",
        naive.level(expected.first_step),
        naive.level(expected.setting),
        words()
    );
}
