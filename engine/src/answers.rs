//! What a visitor has said so far.

use crate::model::{MAX_QUESTIONS, OptionSet, QuestionIx};

/// One question's answer, as a person would say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Not asked, or not answered yet.
    Unanswered,
    /// Asked, and the visitor preferred not to say or was not sure.
    Declined,
    /// At least one option is chosen.
    Chosen(OptionSet),
}

/// Every answer of a visit. Copying it is cheap; it forgets nothing and derives nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Answers([OptionSet; MAX_QUESTIONS]);

impl Answers {
    /// Nothing is answered.
    pub const NONE: Self = Self([OptionSet::EMPTY; MAX_QUESTIONS]);

    /// The raw options of a question, as conditions see them.
    pub fn options(&self, question: QuestionIx) -> OptionSet {
        self.0.get(usize::from(question.0)).copied().unwrap_or(OptionSet::EMPTY)
    }

    /// The answer as a person would say it.
    pub fn get(&self, question: QuestionIx) -> Answer {
        match self.options(question) {
            OptionSet::EMPTY => Answer::Unanswered,
            OptionSet::DECLINED => Answer::Declined,
            chosen => Answer::Chosen(chosen),
        }
    }

    /// Whether there is an answer; "declined" is one.
    pub fn is_answered(&self, question: QuestionIx) -> bool {
        !self.options(question).is_empty()
    }

    /// Puts this answer in the place of what was there; an empty set takes it away.
    pub fn set(&mut self, question: QuestionIx, options: OptionSet) {
        if let Some(slot) = self.0.get_mut(usize::from(question.0)) {
            *slot = options;
        }
    }

    /// The same answers with this one in place.
    #[must_use]
    pub fn with(mut self, question: QuestionIx, options: OptionSet) -> Self {
        self.set(question, options);
        self
    }

    /// Whether nothing is answered.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|o| o.is_empty())
    }
}
