//! A whole visit, as one state machine.
//!
//! `Session` holds what a visitor said and where they are; everything else (the path, the suggestion, the red
//! flags) is derived from the answers each time. An [`Action`] leads to the next session. Nothing here touches
//! the browser, so a visit can be played on any machine.
//!
//! ```text
//! Start ─▶ Question … Question ─▶ Review ─▶ Result
//!              │   ▲                ▲ │        ▲ │
//!   red flag   ▼   │ go back        └─┘ change └─┘ plan or summary to take along
//!            Emergency
//! ```

use care_check_engine::assess::has_red_flag;
use care_check_engine::help::Region;
use care_check_engine::words::Who;
use care_check_engine::{Answers, Assessment, OptionSet, QuestionIx, QuestionKind, assess, path};

use crate::content::{DIRECTORY, LOCALES, Locale, PROTOCOL};
use crate::take::notes::{Note, Notes};
use crate::voice::Voice;

/// Where the visitor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// Whom it is for, where, and what it is.
    Start,
    /// One question of the path.
    Question(QuestionIx),
    /// Check your answers.
    Review,
    /// The suggestion and everything that belongs to it.
    Result,
    /// A plan to take along, from the result.
    Plan,
    /// A summary for a professional, from the result.
    Summary,
    /// A red flag stopped the questionnaire. The question is the one to go back to.
    Emergency(QuestionIx),
}

/// What a visitor does.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "one lives at a time, and what a visitor does stays a value to copy")]
pub enum Action {
    /// Whom the answers are about.
    For(Who),
    /// Leave the start screen.
    Begin,
    /// Pick or unpick an option of a question.
    Pick(QuestionIx, OptionSet),
    /// Go on: to the next question, or to what comes after the last.
    Next,
    /// Go back to what was shown before.
    Back,
    /// From the review: give this question another answer.
    Change(QuestionIx),
    /// From the result: make a plan to take along.
    Plan,
    /// From the result: make a summary for a professional.
    Summary,
    /// Pick or write something for the plan.
    Note(Note),
    /// Forget every answer and begin again.
    Clear,
    /// Say where one is; `None` for no region.
    Region(Option<&'static str>),
    /// Go on in another language.
    Language(&'static Locale),
}

/// A visit: what was answered, picked and written, and what is shown. It is copied, never kept.
#[derive(Clone, Copy, Debug)]
pub struct Session {
    answers: Answers,
    /// What was picked and written for the plan.
    notes: Notes,
    screen: Screen,
    /// A radio button that would raise a red flag, until the visitor goes on. Arrow keys pass over radio
    /// buttons, and passing over one is not an answer.
    draft: Option<(QuestionIx, OptionSet)>,
    /// The visitor came from the review to change an answer, and goes back there.
    changing: bool,
    /// The visitor tried to go on without an answer.
    missing: bool,
    /// Counts screens shown, so that a view can tell that the screen is new.
    turn: u32,
    who: Who,
    region: Option<&'static Region>,
    locale: &'static Locale,
}

impl Default for Session {
    fn default() -> Self {
        Self {
            answers: Answers::NONE,
            notes: Notes::NONE,
            screen: Screen::Start,
            draft: None,
            changing: false,
            missing: false,
            turn: 0,
            who: Who::Myself,
            region: None,
            locale: LOCALES[0],
        }
    }
}

impl Session {
    /// The screen to show. Whatever led here, no result is shown beside a red flag.
    pub fn screen(&self) -> Screen {
        match self.screen {
            Screen::Review | Screen::Result | Screen::Plan | Screen::Summary if self.has_red_flag() => {
                Screen::Emergency(self.flagged_question())
            }
            screen => screen,
        }
    }

    /// What was picked and written for the plan.
    pub fn notes(&self) -> &Notes {
        &self.notes
    }

    /// Every answer, those to questions that became moot included; the engine leaves them out itself.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// What is chosen at a question, a draft included.
    pub fn chosen(&self, question: QuestionIx) -> OptionSet {
        match self.draft {
            Some((drafted, options)) if drafted == question => options,
            _ => self.answers.options(question),
        }
    }

    /// What follows from the answers as they are.
    pub fn assessment(&self) -> Assessment {
        assess(&PROTOCOL, &self.answers)
    }

    /// The questions that apply to the answers as they are, in order.
    pub fn path(&self) -> impl DoubleEndedIterator<Item = QuestionIx> + use<> {
        path::path(&PROTOCOL, &self.answers)
    }

    /// The visitor tried to go on without an answer.
    pub fn is_missing_answer(&self) -> bool {
        self.missing
    }

    /// The visitor is changing an answer and goes back to the review from here.
    pub fn is_changing(&self) -> bool {
        self.changing
    }

    /// A number that is another one on every screen that is shown anew.
    pub fn turn(&self) -> u32 {
        self.turn
    }

    /// Whom the answers are about.
    pub fn who(&self) -> Who {
        self.who
    }

    /// Where the visitor says they are; `None` until they do and no site did.
    pub fn region(&self) -> Option<&'static Region> {
        self.region
    }

    /// How texts are said in this visit.
    pub fn voice(&self) -> Voice {
        Voice { locale: self.locale, region: self.region, who: self.who }
    }

    /// Whether an emergency sign is among the answers.
    pub fn has_red_flag(&self) -> bool {
        has_red_flag(&PROTOCOL, &self.answers)
    }

    /// The session after an action.
    #[must_use]
    pub fn after(mut self, action: Action) -> Self {
        let before = self.screen();
        // What is said on a screen stays when only its voice changes.
        self.missing &= matches!(action, Action::For(_) | Action::Region(_) | Action::Language(_));
        match action {
            Action::For(who) => self.who = who,
            Action::Region(id) => self.region = id.and_then(|id| DIRECTORY.region(id)),
            Action::Language(locale) => self.locale = locale,
            Action::Pick(question, option) => self.pick(question, option),
            Action::Note(note) => self.notes = self.notes.after(note),
            Action::Clear => {
                let kept = Self { region: self.region, locale: self.locale, turn: self.turn, ..Self::default() };
                self = kept;
                self.turn += 1;
            }
            Action::Begin | Action::Next | Action::Back | Action::Change(_) | Action::Plan | Action::Summary => {
                self.leave(action);
            }
        }
        if self.screen() != before {
            self.turn += 1;
        }
        self
    }

    fn pick(&mut self, question: QuestionIx, option: OptionSet) {
        let Some(asked) = question.of(&PROTOCOL) else { return };
        let chosen = asked.pick(self.chosen(question), option);
        let picked = chosen.contains(option);
        let raises_flag = picked && has_red_flag(&PROTOCOL, &Answers::NONE.with(question, option));
        if let Some((drafted, options)) = self.draft.take().filter(|(drafted, _)| *drafted != question) {
            self.answers.set(drafted, options);
        }
        match asked.kind {
            QuestionKind::One if raises_flag => self.draft = Some((question, chosen)),
            _ => self.answers.set(question, chosen),
        }
        // A tick cannot be passed over, so a ticked sign stops the questionnaire at once.
        if raises_flag && self.draft.is_none() {
            self.screen = Screen::Emergency(question);
        }
    }

    /// Goes on, back, or to a question; a draft becomes an answer first.
    fn leave(&mut self, action: Action) {
        if let Some((question, options)) = self.draft.take() {
            self.answers.set(question, options);
            self.screen = Screen::Emergency(question);
            return;
        }
        self.screen = match (self.screen(), action) {
            (Screen::Start, Action::Begin | Action::Next) => {
                self.question_or_review(path::first(&PROTOCOL, &self.answers))
            }
            (Screen::Question(question), Action::Next) => self.after_question(question),
            (Screen::Question(question), Action::Back) => self.before_question(question),
            (Screen::Review, Action::Next) => match path::first_unanswered(&PROTOCOL, &self.answers) {
                Some(question) => {
                    self.changing = true;
                    Screen::Question(question)
                }
                None => Screen::Result,
            },
            (Screen::Review, Action::Back) => self.path().next_back().map_or(Screen::Start, Screen::Question),
            (Screen::Review | Screen::Result, Action::Change(question)) if self.path().any(|q| q == question) => {
                self.changing = true;
                Screen::Question(question)
            }
            (Screen::Result, Action::Back) => Screen::Review,
            (Screen::Result, Action::Plan) => Screen::Plan,
            (Screen::Result, Action::Summary) => Screen::Summary,
            (Screen::Plan | Screen::Summary, Action::Back) => Screen::Result,
            (Screen::Emergency(question), Action::Back) => Screen::Question(question),
            (screen, _) => screen,
        };
    }

    fn question_or_review(&self, question: Option<QuestionIx>) -> Screen {
        question.map_or(Screen::Review, Screen::Question)
    }

    fn after_question(&mut self, question: QuestionIx) -> Screen {
        if self.has_red_flag() {
            return Screen::Emergency(self.flagged_question());
        }
        if !self.answers.is_answered(question) {
            self.missing = true;
            return Screen::Question(question);
        }
        if self.changing {
            // The change may have brought questions that were not asked before.
            let unanswered = path::first_unanswered(&PROTOCOL, &self.answers);
            self.changing = unanswered.is_some();
            return self.question_or_review(unanswered);
        }
        self.question_or_review(path::next(&PROTOCOL, &self.answers, question))
    }

    fn before_question(&mut self, question: QuestionIx) -> Screen {
        if self.changing {
            self.changing = false;
            return Screen::Review;
        }
        path::previous(&PROTOCOL, &self.answers, question).map_or(Screen::Start, Screen::Question)
    }

    /// The question whose answer raises the first red flag.
    fn flagged_question(&self) -> QuestionIx {
        let flag = self.assessment().red_flags().next().and_then(|flag| flag.of(&PROTOCOL));
        flag.and_then(|flag| flag.when.clauses().next()).map_or(QuestionIx(0), |clause| clause.question)
    }
}
