//! What follows from the answers: red flags, the pathway, the reasons, and what stands beside it.
//!
//! The most severe need decides. Nothing is added up, nothing is averaged, and no rule is first.

use crate::answers::Answers;
use crate::model::{AlternativeIx, LevelIx, ModifierIx, Protocol, RedFlagIx, Role, RuleIx};
use crate::path::on_path;

/// A set of rules, red flags, modifiers or alternatives, as bits in the order of the protocol.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct IndexSet(pub u64);

impl IndexSet {
    /// Whether nothing is in it.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether the one at this place of the protocol is in it.
    pub fn contains(self, index: u8) -> bool {
        self.0.checked_shr(u32::from(index)).is_some_and(|bits| bits & 1 == 1)
    }

    fn insert(&mut self, index: u8) {
        self.0 |= 1u64.checked_shl(u32::from(index)).unwrap_or(0);
    }

    /// The places of what is in it, in the order of the protocol.
    pub fn iter(self) -> impl DoubleEndedIterator<Item = u8> {
        (0..64).filter(move |i| self.contains(*i))
    }
}

/// The suggestion and everything that led to it.
///
/// The pathway is *first step → setting → sustaining*, as the source documents describe it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Assessment {
    /// The red flags that hold; when there is one, the first step is the emergency room.
    pub red_flags: IndexSet,
    /// Short care that comes first: the emergency room or detox. `None` when care starts in the setting.
    pub before_setting: Option<LevelIx>,
    /// The treatment setting, or recovery support when nothing asks for more.
    pub setting: LevelIx,
    /// Every rule that holds.
    pub rules: IndexSet,
    /// The rules among them that reached the first step or the setting.
    pub deciding: IndexSet,
    /// What stands beside the level.
    pub modifiers: IndexSet,
    /// Workable plans beside the suggestion.
    pub alternatives: IndexSet,
}

impl Assessment {
    /// The most urgent thing to do: the emergency room, detox, or else the setting.
    pub fn first_step(&self) -> LevelIx {
        self.before_setting.unwrap_or(self.setting)
    }

    /// The red flags that hold, in the order of the protocol.
    pub fn red_flags(&self) -> impl Iterator<Item = RedFlagIx> {
        self.red_flags.iter().map(RedFlagIx)
    }

    /// The deciding rules, those of the most intensive level first.
    pub fn reasons(&self, protocol: &Protocol) -> impl Iterator<Item = RuleIx> {
        let (levels, rules) = (protocol.levels.len() as u8, protocol.rules);
        let deciding = self.deciding;
        (0..levels).rev().flat_map(move |level| {
            deciding
                .iter()
                .map(RuleIx)
                .filter(move |rule| rules.get(usize::from(rule.0)).is_some_and(|r| r.level == LevelIx(level)))
        })
    }

    /// The rules that hold but ask for less than what is suggested.
    pub fn supporting(&self) -> impl Iterator<Item = RuleIx> {
        IndexSet(self.rules.0 & !self.deciding.0).iter().map(RuleIx)
    }

    /// What stands beside the level, in the order of the protocol.
    pub fn modifiers(&self) -> impl Iterator<Item = ModifierIx> {
        self.modifiers.iter().map(ModifierIx)
    }

    /// The plans beside the suggestion, in the order of the protocol.
    pub fn alternatives(&self) -> impl Iterator<Item = AlternativeIx> {
        self.alternatives.iter().map(AlternativeIx)
    }
}

/// Whether any red flag holds. Cheap enough to ask after every answer.
pub fn has_red_flag(protocol: &Protocol, answers: &Answers) -> bool {
    let counted = on_path(protocol, answers);
    protocol.red_flags.iter().any(|flag| flag.when.holds(&counted))
}

/// Assesses the answers. Total: whatever is answered, there is exactly one suggestion.
pub fn assess(protocol: &Protocol, answers: &Answers) -> Assessment {
    let counted = on_path(protocol, answers);
    let role = |level: LevelIx| level.of(protocol).map_or(Role::Sustaining, |l| l.role);

    let mut red_flags = IndexSet::default();
    for (index, flag) in protocol.red_flags.iter().enumerate() {
        if flag.when.holds(&counted) {
            red_flags.insert(index as u8);
        }
    }

    let mut rules = IndexSet::default();
    let mut setting = LevelIx(0);
    let mut first_step = None;
    for (index, rule) in protocol.rules.iter().enumerate() {
        if rule.when.holds(&counted) {
            rules.insert(index as u8);
            if role(rule.level).is_setting() {
                setting = setting.max(rule.level);
            } else {
                first_step = first_step.max(Some(rule.level));
            }
        }
    }

    let before_setting = if red_flags.is_empty() { first_step } else { Some(protocol.emergency()) };
    // Detox stands behind an emergency as well: whoever needed it before still needs it after.
    for step in [first_step, before_setting].into_iter().flatten() {
        let follows = step.of(protocol).and_then(|level| level.then_at_least);
        setting = setting.max(follows.unwrap_or(setting));
    }

    let mut deciding = IndexSet::default();
    for index in rules.iter() {
        let level = RuleIx(index).of(protocol).map(|rule| rule.level);
        if level == first_step || level == Some(setting) {
            deciding.insert(index);
        }
    }

    let mut modifiers = IndexSet::default();
    for (index, modifier) in protocol.modifiers.iter().enumerate() {
        if modifier.when.holds(&counted) {
            modifiers.insert(index as u8);
        }
    }

    let mut alternatives = IndexSet::default();
    for (index, alternative) in protocol.alternatives.iter().enumerate() {
        if alternative.setting == setting && alternative.when.holds(&counted) {
            alternatives.insert(index as u8);
        }
    }

    Assessment { red_flags, before_setting, setting, rules, deciding, modifiers, alternatives }
}
