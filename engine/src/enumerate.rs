//! Every answer a visitor can give, and every set of answers, up to what conditions can tell apart.
//!
//! A condition sees an answer only through its clauses: whether one of the clause's options was given. Two
//! answers to a question that give every clause the same truth are one to the engine. [`Space`] puts such
//! answers in groups, so that walking one answer of each group walks them all.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::ops::Range;

use crate::answers::Answers;
use crate::model::{Condition, OptionSet, Protocol, Question, QuestionIx, QuestionKind};

/// Every answer that picking options can lead to, beginning with none. "Declined" comes last.
pub fn possible_answers(question: &Question) -> Vec<OptionSet> {
    let picks: Vec<OptionSet> = question.pickable().collect();
    let mut found = Vec::from([OptionSet::EMPTY]);
    match question.kind {
        QuestionKind::One => found.extend(&picks),
        QuestionKind::Several => {
            let mut looked_at = 0;
            let mut seen = alloc::collections::BTreeSet::from([OptionSet::EMPTY]);
            while let Some(chosen) = found.get(looked_at).copied() {
                looked_at += 1;
                for picked in &picks {
                    let then = question.pick(chosen, *picked);
                    if seen.insert(then) {
                        found.push(then);
                    }
                }
            }
        }
    }
    found.sort();
    found
}

/// The answers to one question, in groups that are alike.
#[derive(Clone, Debug)]
pub struct Grouped {
    /// Each group with its answers in order; the group of "unanswered" comes first.
    pub groups: Vec<Vec<OptionSet>>,
    /// How far apart two neighbouring groups of this question stand in the numbering of the space.
    pub stride: u64,
}

impl Grouped {
    /// The answer that stands for a group; no group is empty.
    fn standing_for(&self, group: usize) -> OptionSet {
        self.groups.get(group).and_then(|group| group.first()).copied().unwrap_or_default()
    }
}

/// Every set of answers: one group of answers for each question, numbered from zero.
#[derive(Clone, Debug)]
pub struct Space {
    /// In the order of the protocol.
    pub questions: Vec<Grouped>,
    /// How many sets there are when one answer stands for its group.
    pub size: u64,
}

impl Space {
    /// The space that tells answers apart by what they mean to each question's part of `seen`.
    pub fn new<K: Ord>(protocol: &Protocol, seen: impl Fn(QuestionIx, OptionSet) -> K) -> Self {
        let group = |question: QuestionIx| {
            let answers = question.of(protocol).map_or_else(Vec::new, possible_answers);
            let mut groups: Vec<Vec<OptionSet>> = Vec::new();
            let mut known: BTreeMap<K, usize> = BTreeMap::new();
            for answer in answers {
                let at = *known.entry(seen(question, answer)).or_insert(groups.len());
                match groups.get_mut(at) {
                    Some(group) => group.push(answer),
                    None => groups.push(Vec::from([answer])),
                }
            }
            groups
        };
        let mut size = 1;
        let mut questions = Vec::new();
        // The last question changes fastest, as in counting.
        for question in QuestionIx::all(protocol).rev() {
            let groups = group(question);
            let count = groups.len() as u64;
            questions.push(Grouped { groups, stride: size });
            size *= count;
        }
        questions.reverse();
        Self { questions, size }
    }

    /// Tells answers apart by every clause there is: whole assessments are the same within a group.
    pub fn of_assessments(protocol: &Protocol) -> Self {
        let conditions: Vec<&Condition> = skips(protocol)
            .chain(protocol.red_flags.iter().map(|flag| &flag.when))
            .chain(protocol.rules.iter().map(|rule| &rule.when))
            .chain(protocol.modifiers.iter().map(|modifier| &modifier.when))
            .chain(protocol.alternatives.iter().map(|alternative| &alternative.when))
            .collect();
        Self::new(protocol, |question, answer| truths(&conditions, question, answer))
    }

    /// Tells answers apart by what can change the first step or the setting: the rules, what is skipped, and
    /// whether there is a red flag. Which red flag it is changes neither, and what stands beside the level is
    /// read from the answers apart from the level.
    pub fn of_levels(protocol: &Protocol) -> Self {
        let (single, joint): (Vec<&Condition>, Vec<&Condition>) = protocol
            .red_flags
            .iter()
            .map(|flag| &flag.when)
            .partition(|when| when.of.is_empty() && when.clauses().count() == 1);
        let conditions: Vec<&Condition> =
            skips(protocol).chain(protocol.rules.iter().map(|rule| &rule.when)).chain(joint).collect();
        Self::new(protocol, |question, answer| {
            let flagged = truths(&single, question, answer).contains(&true);
            (flagged, truths(&conditions, question, answer))
        })
    }

    /// How many sets of answers the groups stand for.
    pub fn represented(&self) -> u128 {
        self.questions.iter().map(|q| q.groups.iter().map(|g| g.len() as u128).sum::<u128>()).product()
    }

    /// The group of each question in the set with this number.
    pub fn groups_of(&self, number: u64) -> Vec<usize> {
        self.questions.iter().map(|q| (number / q.stride % q.groups.len().max(1) as u64) as usize).collect()
    }

    /// The group an answer is in.
    pub fn group(&self, question: QuestionIx, answer: OptionSet) -> Option<usize> {
        self.questions.get(usize::from(question.0))?.groups.iter().position(|group| group.contains(&answer))
    }

    /// The set with this number, each group standing for by its first answer.
    pub fn answers(&self, number: u64) -> Answers {
        let mut answers = Answers::NONE;
        for ((question, grouped), group) in self.questions.iter().enumerate().zip(self.groups_of(number)) {
            answers.set(QuestionIx(question as u8), grouped.standing_for(group));
        }
        answers
    }

    /// Counts through a range of the space. The visitor gets the number, the group of each question, and the
    /// first question whose group is not the one of the set before.
    pub fn walk(&self, range: Range<u64>, mut visit: impl FnMut(u64, &[usize], usize)) {
        let mut groups = self.groups_of(range.start);
        let mut changed = 0;
        for number in range {
            visit(number, &groups, changed);
            for (place, (group, question)) in groups.iter_mut().zip(&self.questions).enumerate().rev() {
                changed = place;
                *group += 1;
                if *group < question.groups.len() {
                    break;
                }
                *group = 0;
            }
        }
    }

    /// The same with the answers themselves, each group standing for by its first answer.
    pub fn walk_answers(&self, range: Range<u64>, mut visit: impl FnMut(u64, &Answers)) {
        let mut answers = Answers::NONE;
        self.walk(range, |number, groups, changed| {
            for (place, (question, group)) in self.questions.iter().zip(groups).enumerate().skip(changed) {
                answers.set(QuestionIx(place as u8), question.standing_for(*group));
            }
            visit(number, &answers);
        });
    }
}

fn skips(protocol: &Protocol) -> impl Iterator<Item = &Condition> {
    protocol.questions.iter().filter_map(|question| question.skip_when.as_ref())
}

/// The truth of each clause that names the question.
fn truths(conditions: &[&Condition], question: QuestionIx, answer: OptionSet) -> Vec<bool> {
    let clauses = conditions.iter().flat_map(|condition| condition.clauses());
    clauses.filter(|clause| clause.question == question).map(|clause| answer.meets(clause.any_of)).collect()
}
