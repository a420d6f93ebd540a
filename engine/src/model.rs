//! The protocol as data: questions, red flags, rules, levels, and what stands beside a level.
//!
//! Everything is `&'static`, because the build turns `protocol/` into statics; the host-only loader
//! leaks what it reads to get the same types, so that one engine serves both.

use alloc::vec::Vec;

/// The most questions a protocol may have; [`crate::Answers`] has room for this many.
pub const MAX_QUESTIONS: usize = 24;

/// The most rules, red flags or modifiers a protocol may have; they are reported as bit sets.
pub const MAX_SET: usize = 64;

/// The id of "prefer not to say / not sure" in every question that offers it. No option is called so.
pub const DECLINED_ID: &str = "declined";

macro_rules! index {
    ($(#[$doc:meta])* $name:ident, $field:ident, $item:ty) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u8);

        impl $name {
            /// The item itself; `None` only for an index of another protocol.
            pub fn of(self, protocol: &Protocol) -> Option<&'static $item> {
                protocol.$field.get(usize::from(self.0))
            }

            /// Every index of this kind, in the order of the protocol.
            pub fn all(protocol: &Protocol) -> impl DoubleEndedIterator<Item = Self> + use<> {
                (0..protocol.$field.len()).map(|i| Self(i as u8))
            }
        }
    };
}

index!(
    /// Which question.
    QuestionIx, questions, Question
);
index!(
    /// Which level of care; a larger index is a more intensive level.
    LevelIx, levels, Level
);
index!(
    /// Which rule.
    RuleIx, rules, Rule
);
index!(
    /// Which red flag.
    RedFlagIx, red_flags, RedFlag
);
index!(
    /// Which modifier.
    ModifierIx, modifiers, Modifier
);
index!(
    /// Which alternative.
    AlternativeIx, alternatives, Alternative
);

/// A set of options of one question, as bits; bit 31 stands for "declined".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OptionSet(pub u32);

impl OptionSet {
    /// No option: not asked, or not answered yet.
    pub const EMPTY: Self = Self(0);
    /// The visitor was asked and chose "prefer not to say / not sure".
    pub const DECLINED: Self = Self(1 << 31);

    /// The set with the option at this position alone; empty past the last possible position.
    pub const fn one(position: u8) -> Self {
        if position < 31 { Self(1 << position) } else { Self::EMPTY }
    }

    /// Whether nothing is chosen, not even "declined".
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The options of either set.
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The options of this set that the other has not.
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether the sets have an option in common.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether every option of the other set is in this one; true of the empty set.
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// The positions of the chosen options, least severe first; "declined" is not among them.
    pub fn positions(self) -> impl Iterator<Item = u8> {
        (0..31).filter(move |p| self.meets(Self::one(*p)))
    }

    /// Each chosen option by itself, least severe first, "declined" last.
    pub fn singles(self) -> impl Iterator<Item = Self> {
        let declined = self.meets(Self::DECLINED).then_some(Self::DECLINED);
        self.positions().map(Self::one).chain(declined)
    }
}

/// The whole clinical content with its version.
#[derive(Debug, PartialEq)]
pub struct Protocol {
    /// The version of the content, as `protocol/protocol.toml` gives it; it rises with every clinical change.
    pub version: &'static str,
    /// In the order asked, at most [`MAX_QUESTIONS`].
    pub questions: &'static [Question],
    /// What ends the questionnaire at once; at most [`MAX_SET`].
    pub red_flags: &'static [RedFlag],
    /// What asks for a level; at most [`MAX_SET`]. Their order means nothing.
    pub rules: &'static [Rule],
    /// Least to most intensive.
    pub levels: &'static [Level],
    /// What stands beside the level; at most [`MAX_SET`].
    pub modifiers: &'static [Modifier],
    /// The plans beside a suggestion somebody cannot follow; at most [`MAX_SET`].
    pub alternatives: &'static [Alternative],
    /// The advice on coming down matters today: it stands open on the result, and is folded otherwise.
    pub coming_down_open: Condition,
}

/// One question. What it says stands in `locales/`, by its id.
#[derive(Debug, PartialEq)]
pub struct Question {
    /// Its permanent id in `protocol/questions.toml`.
    pub id: &'static str,
    /// Whether one answer is given or several.
    pub kind: QuestionKind,
    /// Least to most severe.
    pub options: &'static [Choice],
    /// "Prefer not to say / not sure" is offered.
    pub may_decline: bool,
    /// When this holds over the earlier questions, the question is moot and is not asked.
    pub skip_when: Option<Condition>,
    /// The sources it rests on: ids of `protocol/sources.toml`, never none.
    pub sources: &'static [&'static str],
}

/// How many options an answer may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionKind {
    /// Exactly one option can be chosen.
    One,
    /// Any number of options can be chosen.
    Several,
}

/// One option of a question.
#[derive(Debug, PartialEq)]
pub struct Choice {
    /// Unique within its question; written `question.id` where it stands alone.
    pub id: &'static str,
    /// In a question of several: choosing it unchooses the others ("none of these").
    pub alone: bool,
}

impl Question {
    /// The option with this id; "declined" only where the question offers it.
    pub fn option(&self, id: &str) -> Option<OptionSet> {
        if id == DECLINED_ID {
            return self.may_decline.then_some(OptionSet::DECLINED);
        }
        self.options.iter().position(|option| option.id == id).map(|place| OptionSet::one(place as u8))
    }

    /// The id of a single option.
    pub fn option_id(&self, option: OptionSet) -> &'static str {
        let place = option.positions().next();
        place.and_then(|place| self.options.get(usize::from(place))).map_or(DECLINED_ID, |option| option.id)
    }

    /// The ids that an answer may name.
    pub fn option_ids(&self) -> impl Iterator<Item = &'static str> {
        self.options.iter().map(|option| option.id).chain(self.may_decline.then_some(DECLINED_ID))
    }

    /// What is chosen after the visitor picks or unpicks `picked`.
    ///
    /// A question of one option replaces; a question of several toggles, where an option that stands
    /// alone, and "declined", never stand beside another.
    pub fn pick(&self, chosen: OptionSet, picked: OptionSet) -> OptionSet {
        match self.kind {
            QuestionKind::One => picked,
            QuestionKind::Several if chosen.contains(picked) => chosen.without(picked),
            QuestionKind::Several if self.stands_alone(picked) => picked,
            QuestionKind::Several => {
                let kept = chosen.positions().map(OptionSet::one).filter(|o| !self.stands_alone(*o));
                kept.fold(picked, OptionSet::union)
            }
        }
    }

    /// Whether nothing else can be chosen beside this option: "none of these", "declined".
    pub fn stands_alone(&self, option: OptionSet) -> bool {
        option == OptionSet::DECLINED
            || option.positions().any(|p| self.options.get(usize::from(p)).is_some_and(|o| o.alone))
    }

    /// The single answers a visitor can point at, in the order shown: each option, then "declined" where it is
    /// offered. A question of several shows the most severe first and "none of these" last, so that nobody
    /// passes over a sign that stands below it.
    pub fn pickable(&self) -> impl Iterator<Item = OptionSet> {
        let count = self.options.len();
        let shown = move |place: usize| match self.kind {
            QuestionKind::One => place,
            QuestionKind::Several => count - 1 - place,
        };
        let declined = self.may_decline.then_some(OptionSet::DECLINED);
        (0..count).map(move |place| OptionSet::one(shown(place) as u8)).chain(declined)
    }
}

/// "This question is answered with one of these options."
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clause {
    /// The question that is looked at.
    pub question: QuestionIx,
    /// The options that count; "declined" may be among them.
    pub any_of: OptionSet,
}

/// All of `all`, and one of `any` when there are any, and at least `at_least` of `of`.
///
/// There is no negation, no arithmetic and no nesting: what this cannot say is not modelled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Condition {
    /// Each of these must be met.
    pub all: &'static [Clause],
    /// One of these must be met, when there are any.
    pub any: &'static [Clause],
    /// How many of `of` must be met, from 1 to 20; 0 when `of` is empty.
    pub at_least: u8,
    /// What `at_least` counts.
    pub of: &'static [Clause],
}

impl Condition {
    /// Every clause of the condition, whatever its part.
    pub fn clauses(&self) -> impl Iterator<Item = &'static Clause> + use<> {
        self.all.iter().chain(self.any).chain(self.of)
    }
}

/// A sign that ends the questionnaire at once, whatever else is answered.
#[derive(Debug, PartialEq)]
pub struct RedFlag {
    /// Its permanent id in `protocol/red_flags.toml`. Begins with F.
    pub id: &'static str,
    /// The answers that raise it, as soon as they are given.
    pub when: Condition,
    /// Ids of the first-aid texts that the emergency screen shows for it.
    pub act: &'static [&'static str],
    /// The sources it rests on: ids of `protocol/sources.toml`, never none.
    pub sources: &'static [&'static str],
}

/// A floor: when the answers hold, at least this level.
#[derive(Debug, PartialEq)]
pub struct Rule {
    /// Its permanent id in `protocol/rules.toml`. Begins with R.
    pub id: &'static str,
    /// The least that is suggested when the rule holds.
    pub level: LevelIx,
    /// The answers that make it hold.
    pub when: Condition,
    /// The sources it rests on: ids of `protocol/sources.toml`, never none.
    pub sources: &'static [&'static str],
}

/// A level of care, one of those the sources describe.
#[derive(Debug, PartialEq)]
pub struct Level {
    /// Its permanent id in `protocol/levels.toml`.
    pub id: &'static str,
    /// What the level is in a pathway.
    pub role: Role,
    /// For a first step: the lowest setting that follows it.
    pub then_at_least: Option<LevelIx>,
    /// The sources that describe it: ids of `protocol/sources.toml`, never none.
    pub sources: &'static [&'static str],
}

/// What a level is in the pathway *first step → setting → sustaining*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A setting that holds on to recovery.
    Sustaining,
    /// A setting in which treatment happens.
    Treatment,
    /// Short care that comes before a setting.
    FirstStep,
    /// Reached by red flags alone.
    Emergency,
}

impl Role {
    /// Somebody can be in this level for weeks, as opposed to passing through it.
    pub fn is_setting(self) -> bool {
        matches!(self, Self::Sustaining | Self::Treatment)
    }
}

/// What stands beside the level without changing it.
#[derive(Debug, PartialEq)]
pub struct Modifier {
    /// Its permanent id in `protocol/modifiers.toml`.
    pub id: &'static str,
    /// Shown above the reasons.
    pub urgent: bool,
    /// Shown with the region's crisis line.
    pub crisis_line: bool,
    /// The answers that make it stand beside the level.
    pub when: Condition,
    /// The sources it rests on: ids of `protocol/sources.toml`, never none.
    pub sources: &'static [&'static str],
}

/// The nearest workable plan beside a suggestion somebody cannot or will not follow.
#[derive(Debug, PartialEq)]
pub struct Alternative {
    /// Its permanent id in `protocol/alternatives.toml`. Begins with A.
    pub id: &'static str,
    /// The suggested setting it stands beside.
    pub setting: LevelIx,
    /// The answers that make it worth offering.
    pub when: Condition,
    /// The setting it offers.
    pub instead: LevelIx,
    /// The sources it rests on: ids of `protocol/sources.toml`, never none.
    pub sources: &'static [&'static str],
}

impl Protocol {
    /// The question with this id; `None` when the protocol has none.
    pub fn question(&self, id: &str) -> Option<QuestionIx> {
        QuestionIx::all(self).find(|q| q.of(self).is_some_and(|q| q.id == id))
    }

    /// The level with this id; `None` when the protocol has none.
    pub fn level(&self, id: &str) -> Option<LevelIx> {
        LevelIx::all(self).find(|l| l.of(self).is_some_and(|l| l.id == id))
    }

    /// The level that red flags lead to: the one with that role, which the checks ask for.
    pub fn emergency(&self) -> LevelIx {
        self.level_with(Role::Emergency)
    }

    /// The level that goes on after treatment.
    pub fn sustaining(&self) -> LevelIx {
        self.level_with(Role::Sustaining)
    }

    /// Ids of the first-aid texts in the order in which they are shown. A text that several flags name stands where
    /// the last of them has it, so that what is common to many comes after what saves a life.
    pub fn first_aid(&self) -> Vec<&'static str> {
        let mut acts: Vec<&'static str> = Vec::new();
        for act in self.red_flags.iter().flat_map(|flag| flag.act) {
            acts.retain(|earlier| earlier != act);
            acts.push(*act);
        }
        acts
    }

    fn level_with(&self, role: Role) -> LevelIx {
        LevelIx::all(self).find(|l| l.of(self).is_some_and(|l| l.role == role)).unwrap_or(LevelIx(0))
    }
}
