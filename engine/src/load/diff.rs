//! What a change of the protocol changes for people: the patterns of answers whose first step or setting
//! differs between two versions.
//!
//! Red flags and rules that both versions have are the ground; a change shows only where the ground does not
//! ask for as much by itself. So it is enough to walk the answers to the questions that the other red flags
//! and rules name, and to ask for each pattern which levels the ground can reach beside it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use super::problem::Problem;
use super::protocol::{self, Files};
use super::reader::{Problems, keep_all};
use super::words::Words;
use crate::answers::Answers;
use crate::enumerate::possible_answers;
use crate::model::*;
use crate::path::{on_path, path};
use crate::words::Speech;

/// What differs between two versions.
#[derive(Debug, Default)]
pub struct Diff {
    /// What only one version has, in words. Answers that name it cannot be compared.
    pub only_in_one: Vec<String>,
    pub patterns: Vec<Pattern>,
    /// So much changed that the patterns are those of one rule or red flag after the other.
    pub one_by_one: bool,
}

/// Answers that lead to another level than before.
#[derive(Debug)]
pub struct Pattern {
    /// The rule or red flag, where they are told one by one.
    pub of: Option<String>,
    /// What has to be answered; every other answer is free.
    pub when: Vec<Part>,
    /// First step and setting before and after, as ids, wherever other answers do not ask for as much.
    pub changes: BTreeSet<Change>,
}

/// First step and setting.
pub type Levels = (&'static str, &'static str);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    pub before: Levels,
    pub after: Levels,
}

/// What a pattern asks of one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// One of these options is the answer, "declined" among them.
    OneOf { question: &'static str, options: Vec<&'static str> },
    /// One of these options is among the answers.
    With { question: &'static str, options: Vec<&'static str> },
    /// None of these options is among the answers.
    Without { question: &'static str, options: Vec<&'static str> },
}

/// Reads the protocol of a project folder without its words, which an old version may have otherwise.
pub fn read(root: &Path) -> Result<&'static Protocol, Vec<Problem>> {
    let problems = Problems::default();
    let loaded = protocol::read(&Files::read(root, &problems), &problems);
    let found = problems.into_sorted();
    if found.is_empty() { Ok(loaded.protocol) } else { Err(found) }
}

/// More patterns than this are not walked at once.
const MOST_CELLS: usize = 1 << 18;

/// Compares two versions.
pub fn diff(old: &Protocol, new: &Protocol) -> Diff {
    let mut only_in_one = Vec::new();
    let Some(levels) = merged_levels(old, new, &mut only_in_one) else {
        return Diff { only_in_one, ..Diff::default() };
    };
    let questions = merged_questions(old, new, &mut only_in_one);
    if questions.len() > MAX_QUESTIONS {
        only_in_one.push("together the versions have too many questions to be compared".to_owned());
        return Diff { only_in_one, ..Diff::default() };
    }
    let (old, new) = (translated(old, &questions, &levels), translated(new, &questions, &levels));

    let (before, after) = (floors(&old), floors(&new));
    let ground: Vec<Floor> = before.iter().filter(|floor| after.iter().any(|a| a.is_same(floor))).cloned().collect();
    let gone = |from: &[Floor], to: &[Floor]| -> Vec<Floor> {
        from.iter().filter(|floor| !to.iter().any(|t| t.is_same(floor))).cloned().collect()
    };
    let (lost, gained) = (gone(&before, &after), gone(&after, &before));
    if lost.is_empty() && gained.is_empty() {
        return Diff { only_in_one, ..Diff::default() };
    }
    let whole = Step { old: &old, new: &new, ground: &ground, lost: &lost, gained: &gained };
    if whole.cells().is_some() {
        return Diff { only_in_one, patterns: whole.patterns(None), one_by_one: false };
    }
    // One id after the other, each on top of those before it.
    let mut patterns = Vec::new();
    let mut now = before.clone();
    let ids: BTreeSet<&str> = lost.iter().chain(&gained).map(|floor| floor.id).collect();
    for id in ids {
        let of_id = |floors: &[Floor]| -> Vec<Floor> { floors.iter().filter(|f| f.id == id).cloned().collect() };
        let (lost, gained) = (of_id(&lost), of_id(&gained));
        now.retain(|floor| !lost.iter().any(|gone| gone.is_same(floor)));
        patterns.extend(
            Step { old: &old, new: &new, ground: &now, lost: &lost, gained: &gained }.patterns(Some(id.to_owned())),
        );
        now.extend(gained);
    }
    Diff { only_in_one, patterns, one_by_one: true }
}

// Both versions with the same questions, options and levels.

/// The levels of both versions in one order; `None` when there is none.
fn merged_levels(old: &Protocol, new: &Protocol, notes: &mut Vec<String>) -> Option<Vec<&'static str>> {
    let has = |protocol: &Protocol, id: &str| protocol.level(id).is_some();
    let common = |protocol: &Protocol, other: &Protocol| -> Vec<&'static str> {
        protocol.levels.iter().map(|level| level.id).filter(|id| has(other, id)).collect()
    };
    if common(old, new) != common(new, old) {
        notes.push(format!(
            "the levels stand in another order ({} before, {} now), so that they cannot be compared",
            common(old, new).join(" < "),
            common(new, old).join(" < ")
        ));
        return None;
    }
    let mut merged: Vec<&'static str> = new.levels.iter().map(|level| level.id).collect();
    for (at, level) in old.levels.iter().enumerate().filter(|(_, level)| !has(new, level.id)) {
        let below = old.levels[..at].iter().rev().find_map(|lower| merged.iter().position(|id| *id == lower.id));
        merged.insert(below.map_or(0, |below| below + 1), level.id);
    }
    let only = |protocol: &Protocol, other: &Protocol, which: &str, notes: &mut Vec<String>| {
        for level in protocol.levels.iter().filter(|level| !has(other, level.id)) {
            notes.push(format!("only the {which} version has the level {}", level.id));
        }
    };
    only(old, new, "old", notes);
    only(new, old, "new", notes);
    Some(merged)
}

/// The questions of both versions with the options that can be compared: those both have, and all options of a
/// question that only one version has.
fn merged_questions(old: &Protocol, new: &Protocol, notes: &mut Vec<String>) -> Vec<Question> {
    let find = |protocol: &Protocol, id: &str| protocol.question(id).and_then(|ix| ix.of(protocol));
    let mut merged = Vec::new();
    for question in new.questions {
        let before = find(old, question.id);
        if before.is_none() {
            notes.push(format!("only the new version asks {}", question.id));
        }
        let has = |list: &[Choice], id: &str| list.iter().any(|option| option.id == id);
        if let Some(before) = before {
            let gone = before.options.iter().filter(|option| !has(question.options, option.id));
            notes.extend(gone.map(|o| format!("only the old version has the option {} of {}", o.id, question.id)));
            let come = question.options.iter().filter(|option| !has(before.options, option.id));
            notes.extend(come.map(|o| format!("only the new version has the option {} of {}", o.id, question.id)));
            for (which, this, that) in [("old", before, question), ("new", question, before)] {
                if this.may_decline && !that.may_decline {
                    notes.push(format!("only the {which} version lets people decline {}", question.id));
                }
            }
            if before.kind != question.kind {
                notes.push(format!("{} takes another number of answers than before", question.id));
            }
        }
        let kept = question.options.iter().filter(|option| before.is_none_or(|b| has(b.options, option.id)));
        merged.push(Question {
            options: keep_all(kept.map(|option| Choice { ..*option }).collect()),
            may_decline: question.may_decline && before.is_none_or(|b| b.may_decline),
            skip_when: None,
            ..*question
        });
    }
    for question in old.questions.iter().filter(|question| find(new, question.id).is_none()) {
        notes.push(format!("only the old version asks {}", question.id));
        merged.push(Question { skip_when: None, ..*question });
    }
    merged
}

/// A version in the questions, options and levels of both. What only the other one has is never named in it.
fn translated(protocol: &Protocol, questions: &[Question], levels: &[&'static str]) -> Protocol {
    let level = |ix: LevelIx| {
        let id = ix.of(protocol).map(|level| level.id);
        LevelIx(levels.iter().position(|known| Some(*known) == id).unwrap_or(0) as u8)
    };
    let clause = |clause: &Clause| {
        let own = clause.question.of(protocol)?;
        let at = questions.iter().position(|question| question.id == own.id)?;
        let options = clause.any_of.positions().filter_map(|position| own.options.get(usize::from(position)));
        let kept = options.filter_map(|option| questions[at].option(option.id));
        let declined = clause.any_of.meets(OptionSet::DECLINED) && questions[at].may_decline;
        let declined = if declined { OptionSet::DECLINED } else { OptionSet::EMPTY };
        Some(Clause { question: QuestionIx(at as u8), any_of: kept.fold(declined, OptionSet::union) })
    };
    let condition = |when: &Condition| {
        let part = |clauses: &[Clause]| {
            let mut clauses: Vec<Clause> = clauses.iter().filter_map(clause).collect();
            clauses.sort_by_key(|clause| clause.question);
            keep_all(clauses)
        };
        Condition { all: part(when.all), any: part(when.any), at_least: when.at_least, of: part(when.of) }
    };
    let own = |id: &str| protocol.question(id).and_then(|ix| ix.of(protocol));
    let all_questions = questions
        .iter()
        .map(|question| Question {
            options: keep_all(question.options.iter().map(|option| Choice { ..*option }).collect()),
            skip_when: own(question.id).and_then(|q| q.skip_when.as_ref()).map(condition),
            ..*question
        })
        .collect();
    let all_levels = levels.iter().map(|id| match protocol.level(id).and_then(|ix| ix.of(protocol)) {
        Some(known) => Level { then_at_least: known.then_at_least.map(level), ..*known },
        // Nothing of this version leads there.
        None => Level { id, role: Role::Treatment, then_at_least: None, sources: &[] },
    });
    let rules = protocol.rules.iter().map(|r| Rule { level: level(r.level), when: condition(&r.when), ..*r }).collect();
    let flags = protocol.red_flags.iter().map(|f| RedFlag { when: condition(&f.when), ..*f }).collect();
    Protocol {
        questions: keep_all(all_questions),
        levels: keep_all(all_levels.collect()),
        rules: keep_all(rules),
        red_flags: keep_all(flags),
        modifiers: &[],
        alternatives: &[],
        coming_down_open: condition(&protocol.coming_down_open),
        ..*protocol
    }
}

// What asks for a level.

/// A rule or red flag with all that its effect rests on.
#[derive(Clone, Debug)]
struct Floor {
    id: &'static str,
    level: LevelIx,
    role: Role,
    then_at_least: Option<LevelIx>,
    when: Condition,
    /// When the questions it names are not asked, and the questions that those conditions name.
    skips: Vec<(QuestionIx, Condition)>,
}

impl Floor {
    /// The same effect, whatever the id.
    fn is_same(&self, other: &Self) -> bool {
        (self.level, self.role, self.then_at_least) == (other.level, other.role, other.then_at_least)
            && self.when == other.when
            && self.skips == other.skips
    }

    fn questions(&self) -> impl Iterator<Item = QuestionIx> {
        let skips = self.skips.iter().map(|(_, skip)| skip);
        skips.chain([&self.when]).flat_map(Condition::clauses).map(|clause| clause.question)
    }
}

fn floors(protocol: &Protocol) -> Vec<Floor> {
    let emergency = protocol.emergency();
    let flags = protocol.red_flags.iter().map(|flag| (flag.id, emergency, flag.when));
    let rules = protocol.rules.iter().map(|rule| (rule.id, rule.level, rule.when));
    let floor = |(id, level, when): (&'static str, LevelIx, Condition)| {
        let known = level.of(protocol);
        let mut skips: BTreeMap<QuestionIx, Condition> = BTreeMap::new();
        let mut open: Vec<QuestionIx> = when.clauses().map(|clause| clause.question).collect();
        while let Some(ix) = open.pop() {
            if let Some(skip) = ix.of(protocol).and_then(|question| question.skip_when)
                && skips.insert(ix, skip).is_none()
            {
                open.extend(skip.clauses().map(|clause| clause.question));
            }
        }
        Floor {
            id,
            level,
            role: known.map_or(Role::Treatment, |l| l.role),
            then_at_least: known.and_then(|l| l.then_at_least),
            when,
            skips: skips.into_iter().collect(),
        }
    };
    flags.chain(rules).map(floor).collect()
}

/// What some red flags and rules ask for together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Asked {
    emergency: bool,
    step: Option<LevelIx>,
    setting: Option<LevelIx>,
}

impl Asked {
    fn by(floor: &Floor) -> Self {
        match floor.role {
            Role::Emergency => Self { emergency: true, ..Self::default() },
            Role::FirstStep => Self { step: Some(floor.level), ..Self::default() },
            Role::Sustaining | Role::Treatment => Self { setting: Some(floor.level), ..Self::default() },
        }
    }

    fn and(self, other: Self) -> Self {
        Self {
            emergency: self.emergency || other.emergency,
            step: self.step.max(other.step),
            setting: self.setting.max(other.setting),
        }
    }

    /// First step and setting in a version, as `assess` puts them together.
    fn levels(self, protocol: &Protocol) -> Levels {
        let before = if self.emergency { Some(protocol.emergency()) } else { self.step };
        let mut setting = self.setting.unwrap_or(LevelIx(0));
        for step in [self.step, before].into_iter().flatten() {
            setting = setting.max(step.of(protocol).and_then(|level| level.then_at_least).unwrap_or(setting));
        }
        let id = |level: LevelIx| level.of(protocol).map_or("", |l| l.id);
        (id(before.unwrap_or(setting)), id(setting))
    }
}

// The walk over what changed.

/// One change from a version to the next, on a common ground.
struct Step<'a> {
    old: &'a Protocol,
    new: &'a Protocol,
    ground: &'a [Floor],
    lost: &'a [Floor],
    gained: &'a [Floor],
}

/// Something that patterns tell apart: an answer's group, or in a question of several whether one of some
/// options is chosen.
struct Variable {
    question: QuestionIx,
    /// The answers of each value.
    values: Vec<Vec<OptionSet>>,
    /// The options of the value "chosen", in a question of several.
    options: Option<OptionSet>,
}

/// What holds in one cell of the walk.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cell {
    /// The same level, so no pattern may cover it.
    Same,
    /// Nobody's answers are there, or the change never shows, so that a pattern may cover it.
    Free,
    /// What the lost and the gained ones ask for.
    Changed(Asked, Asked),
}

impl Step<'_> {
    /// The questions that the change rests on.
    fn questions(&self) -> BTreeSet<QuestionIx> {
        self.lost.iter().chain(self.gained).flat_map(Floor::questions).collect()
    }

    fn conditions(&self) -> Vec<&Condition> {
        let changed = || self.lost.iter().chain(self.gained);
        changed().map(|floor| &floor.when).chain(changed().flat_map(|f| f.skips.iter().map(|(_, skip)| skip))).collect()
    }

    fn variables(&self) -> Vec<Variable> {
        let conditions = self.conditions();
        let met = |ix: QuestionIx, answer: OptionSet| -> Vec<bool> {
            let clauses = conditions.iter().flat_map(|when| when.clauses()).filter(|clause| clause.question == ix);
            clauses.map(|clause| answer.meets(clause.any_of)).collect()
        };
        let mut variables = Vec::new();
        for ix in self.questions() {
            let Some(question) = ix.of(self.new) else { continue };
            let answers = given_answers(question);
            match question.kind {
                QuestionKind::One => {
                    let values = groups_by(&answers, |answer| met(ix, answer));
                    variables.push(Variable { question: ix, values, options: None });
                }
                QuestionKind::Several => {
                    let options: Vec<OptionSet> = question.pickable().collect();
                    for class in groups_by(&options, |option| met(ix, option)) {
                        if !met(ix, class[0]).contains(&true) {
                            continue;
                        }
                        let options = class.into_iter().fold(OptionSet::EMPTY, OptionSet::union);
                        let (with, without) = answers.iter().partition(|answer| answer.meets(options));
                        variables.push(Variable { question: ix, values: vec![without, with], options: Some(options) });
                    }
                }
            }
        }
        variables
    }

    /// How many cells there are, when they can be walked.
    fn cells(&self) -> Option<usize> {
        let sizes = self.variables();
        let product = sizes.iter().try_fold(1usize, |product, variable| product.checked_mul(variable.values.len()));
        product.filter(|cells| *cells <= MOST_CELLS)
    }

    fn patterns(&self, of: Option<String>) -> Vec<Pattern> {
        let variables = self.variables();
        let size: usize = variables.iter().map(|variable| variable.values.len()).product();
        let mut shown: Vec<BTreeSet<Change>> = Vec::with_capacity(size);
        let mut cells = Vec::with_capacity(size);
        for cell in 0..size {
            let (kind, changes) = self.cell(&variables, &values_of(&variables, cell));
            cells.push(kind);
            shown.push(changes);
        }
        let boxes = fewest_boxes(&variables, &cells);
        boxes
            .into_iter()
            .map(|covered| Pattern {
                of: of.clone(),
                changes: cells_of(&variables, &covered).flat_map(|cell| shown[cell].iter().copied()).collect(),
                when: self.parts(&variables, &covered),
            })
            .collect()
    }

    /// What changes where the variables have these values.
    fn cell(&self, variables: &[Variable], values: &[usize]) -> (Cell, BTreeSet<Change>) {
        let mut allowed: Vec<Vec<OptionSet>> = self.new.questions.iter().map(given_answers).collect();
        for (variable, value) in variables.iter().zip(values) {
            let of_value = &variable.values[*value];
            allowed[usize::from(variable.question.0)].retain(|answer| of_value.contains(answer));
        }
        if allowed.iter().any(Vec::is_empty) {
            return (Cell::Free, BTreeSet::new());
        }
        let mut answers = Answers::NONE;
        for ix in self.questions() {
            answers.set(ix, allowed[usize::from(ix.0)][0]);
        }
        let ask = |protocol: &Protocol, floors: &[Floor]| {
            let counted = on_path(protocol, &answers);
            let holding = floors.iter().filter(|floor| floor.when.holds(&counted));
            holding.fold(Asked::default(), |asked, floor| asked.and(Asked::by(floor)))
        };
        let (lost, gained) = (ask(self.old, self.lost), ask(self.new, self.gained));
        if lost == gained && lost.levels(self.old) == gained.levels(self.new) {
            return (Cell::Same, BTreeSet::new());
        }
        let changes = self.changes_beside(&allowed, lost, gained);
        if changes.is_empty() { (Cell::Free, changes) } else { (Cell::Changed(lost, gained), changes) }
    }

    /// The changes that show beside some answers to all other questions.
    fn changes_beside(&self, allowed: &[Vec<OptionSet>], lost: Asked, gained: Asked) -> BTreeSet<Change> {
        let change = |ground: Asked| Change {
            before: ground.and(lost).levels(self.old),
            after: ground.and(gained).levels(self.new),
        };
        // Whether further answers can still let the change show. The ground only ever asks for more.
        let open = |ground: Asked| {
            let change = change(ground);
            ground.and(lost) != ground.and(gained) || change.before != change.after
        };
        let mut found = BTreeSet::new();
        for (allowed, asked) in self.ways_of_the_path(allowed) {
            let mut states = BTreeSet::from([State::default()]);
            for (at, answers) in allowed.iter().enumerate() {
                let ix = QuestionIx(at as u8);
                let unasked = [OptionSet::EMPTY];
                let answers: &[OptionSet] = if asked.contains(&ix) { answers } else { &unasked };
                let distinct = groups_by(answers, |answer| self.clauses_met(ix, answer));
                states = states
                    .iter()
                    .flat_map(|state| distinct.iter().map(|group| state.after(self.ground, ix, group[0])))
                    .filter(|state| open(state.asked))
                    .collect();
            }
            found.extend(states.iter().map(|state| change(state.asked)).filter(|c| c.before != c.after));
        }
        found
    }

    fn clauses_met(&self, ix: QuestionIx, answer: OptionSet) -> Vec<bool> {
        let clauses = self.ground.iter().flat_map(|floor| floor.when.clauses()).filter(|c| c.question == ix);
        clauses.map(|clause| answer.meets(clause.any_of)).collect()
    }

    /// The allowed answers, split so that within each part the same questions are asked.
    fn ways_of_the_path(&self, allowed: &[Vec<OptionSet>]) -> Vec<(Vec<Vec<OptionSet>>, BTreeSet<QuestionIx>)> {
        let skips: Vec<&Condition> = self.new.questions.iter().filter_map(|q| q.skip_when.as_ref()).collect();
        let met = |ix: QuestionIx, answer: OptionSet| -> Vec<bool> {
            let clauses = skips.iter().flat_map(|skip| skip.clauses()).filter(|clause| clause.question == ix);
            clauses.map(|clause| answer.meets(clause.any_of)).collect()
        };
        let mut ways = vec![Vec::new()];
        for (at, answers) in allowed.iter().enumerate() {
            let groups = groups_by(answers, |answer| met(QuestionIx(at as u8), answer));
            ways = ways
                .into_iter()
                .flat_map(|way: Vec<Vec<OptionSet>>| {
                    groups.iter().map(move |group| way.iter().cloned().chain([group.clone()]).collect())
                })
                .collect();
        }
        let with_path = |way: Vec<Vec<OptionSet>>| {
            let mut answers = Answers::NONE;
            for (at, group) in way.iter().enumerate() {
                answers.set(QuestionIx(at as u8), group[0]);
            }
            let asked = path(self.new, &answers).collect();
            (way, asked)
        };
        ways.into_iter().map(with_path).collect()
    }

    /// A box of cells as what it asks of each question.
    fn parts(&self, variables: &[Variable], covered: &[Vec<bool>]) -> Vec<Part> {
        let mut parts = Vec::new();
        for (variable, values) in variables.iter().zip(covered).filter(|(_, values)| values.contains(&false)) {
            let Some(asked) = variable.question.of(self.new) else { continue };
            let question = asked.id;
            let ids = |set: OptionSet| set.singles().map(|option| asked.option_id(option)).collect();
            parts.push(match variable.options {
                Some(options) if values[1] => Part::With { question, options: ids(options) },
                Some(options) => Part::Without { question, options: ids(options) },
                None => {
                    let chosen = variable.values.iter().zip(values).filter(|(_, covered)| **covered);
                    let set = chosen.flat_map(|(answers, _)| answers).fold(OptionSet::EMPTY, |set, a| set.union(*a));
                    Part::OneOf { question, options: ids(set) }
                }
            });
        }
        parts
    }
}

/// Every answer somebody can give, but no answer.
fn given_answers(question: &Question) -> Vec<OptionSet> {
    possible_answers(question).into_iter().filter(|answer| !answer.is_empty()).collect()
}

fn groups_by<K: Ord>(items: &[OptionSet], key: impl Fn(OptionSet) -> K) -> Vec<Vec<OptionSet>> {
    let mut at: BTreeMap<K, usize> = BTreeMap::new();
    let mut groups: Vec<Vec<OptionSet>> = Vec::new();
    for item in items {
        let group = *at.entry(key(*item)).or_insert(groups.len());
        if group == groups.len() {
            groups.push(Vec::new());
        }
        groups[group].push(*item);
    }
    groups
}

/// How far the ground has come after some of the questions.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct State {
    asked: Asked,
    /// The parts of the ground that have begun to hold: which, whether one of `any` is met, and how many of `of`.
    begun: Vec<(usize, bool, u8)>,
}

impl State {
    /// The state after one more question. A part of the ground that asks for nothing new is let go.
    fn after(&self, ground: &[Floor], ix: QuestionIx, answer: OptionSet) -> Self {
        let mut asked = self.asked;
        let mut begun = Vec::new();
        for (at, floor) in ground.iter().enumerate() {
            if asked.and(Asked::by(floor)) == asked {
                continue;
            }
            let when = &floor.when;
            let known = self.begun.iter().find(|(floor, ..)| *floor == at);
            let first = when.clauses().map(|clause| clause.question).min();
            let (mut any, mut count) = match known {
                Some((_, any, count)) => (*any, *count),
                None if first.is_none_or(|first| first >= ix) => (false, 0),
                // It has failed before.
                None => continue,
            };
            let here = |clauses: &'static [Clause]| clauses.iter().filter(move |clause| clause.question == ix);
            if here(when.all).any(|clause| !answer.meets(clause.any_of)) {
                continue;
            }
            any |= here(when.any).any(|clause| answer.meets(clause.any_of));
            count += here(when.of).filter(|clause| answer.meets(clause.any_of)).count() as u8;
            let later = when.clauses().any(|clause| clause.question > ix);
            if later {
                // Before its first question there is nothing to remember.
                if first.is_some_and(|first| first <= ix) {
                    begun.push((at, any, count));
                }
            } else if (when.any.is_empty() || any) && count >= when.at_least {
                asked = asked.and(Asked::by(floor));
            }
        }
        begun.retain(|(at, ..)| asked.and(Asked::by(&ground[*at])) != asked);
        Self { asked, begun }
    }
}

// Few patterns.

/// The value of each variable in a cell.
fn values_of(variables: &[Variable], mut cell: usize) -> Vec<usize> {
    let value = |variable: &Variable| {
        let value = cell % variable.values.len();
        cell /= variable.values.len();
        value
    };
    variables.iter().map(value).collect()
}

/// The cells of a box: for each variable, the values it covers.
fn cells_of(variables: &[Variable], covered: &[Vec<bool>]) -> impl Iterator<Item = usize> + use<> {
    let mut cells = vec![0];
    let mut stride = 1;
    for (variable, values) in variables.iter().zip(covered) {
        let chosen = (0..values.len()).filter(|value| values[*value]);
        cells = chosen.flat_map(|value| cells.iter().map(move |cell| cell + value * stride)).collect();
        stride *= variable.values.len();
    }
    cells.into_iter()
}

/// Few boxes that together cover every changed cell, each with one kind of change: beginning from a cell that
/// is not covered yet, a box is widened by one value after the other for as long as it stays of one kind.
fn fewest_boxes(variables: &[Variable], cells: &[Cell]) -> Vec<Vec<Vec<bool>>> {
    // Which variable is widened first decides how far the others go, so several orders are tried.
    let forwards: Vec<usize> = (0..variables.len()).collect();
    let orders = (0..variables.len().max(1)).flat_map(|turn| {
        let mut order = forwards.clone();
        order.rotate_left(turn);
        let backwards = order.iter().rev().copied().collect();
        [order, backwards]
    });
    let boxes = orders.map(|order| widened_boxes(variables, cells, &order));
    boxes.min_by_key(|boxes| (boxes.len(), parts_named(boxes))).unwrap_or_default()
}

fn parts_named(boxes: &[Vec<Vec<bool>>]) -> usize {
    boxes.iter().flatten().filter(|values| values.contains(&false)).count()
}

fn widened_boxes(variables: &[Variable], cells: &[Cell], order: &[usize]) -> Vec<Vec<Vec<bool>>> {
    let mut boxes: Vec<Vec<Vec<bool>>> = Vec::new();
    let mut is_covered = vec![false; cells.len()];
    for cell in 0..cells.len() {
        let kind = cells[cell];
        if is_covered[cell] || !matches!(kind, Cell::Changed(..)) {
            continue;
        }
        let mut covered: Vec<Vec<bool>> = variables.iter().map(|variable| vec![false; variable.values.len()]).collect();
        for (variable, value) in values_of(variables, cell).into_iter().enumerate() {
            covered[variable][value] = true;
        }
        for variable in order {
            for value in 0..covered[*variable].len() {
                if covered[*variable][value] {
                    continue;
                }
                let mut wider = covered.clone();
                wider[*variable].fill(false);
                wider[*variable][value] = true;
                if cells_of(variables, &wider).all(|cell| cells[cell] == kind || cells[cell] == Cell::Free) {
                    covered[*variable][value] = true;
                }
            }
        }
        for cell in cells_of(variables, &covered) {
            is_covered[cell] = true;
        }
        boxes.push(covered);
    }
    without_redundant(variables, cells, boxes)
}

/// Leaves out every box whose changed cells others cover as well.
fn without_redundant(variables: &[Variable], cells: &[Cell], boxes: Vec<Vec<Vec<bool>>>) -> Vec<Vec<Vec<bool>>> {
    let mut times = vec![0u32; cells.len()];
    let own: Vec<Vec<usize>> = boxes.iter().map(|covered| cells_of(variables, covered).collect()).collect();
    own.iter().flatten().for_each(|cell| times[*cell] += 1);
    let mut kept = Vec::new();
    for (covered, own) in boxes.into_iter().zip(own) {
        if own.iter().all(|cell| times[*cell] > 1 || !matches!(cells[*cell], Cell::Changed(..))) {
            own.iter().for_each(|cell| times[*cell] -= 1);
        } else {
            kept.push(covered);
        }
    }
    kept
}

// In words.

impl Diff {
    /// The levels are the same for all answers that both versions have, and they have the same ones.
    pub fn is_empty(&self) -> bool {
        self.patterns.is_empty() && self.only_in_one.is_empty()
    }

    /// The difference for people, with the words of one language.
    pub fn in_words(&self, words: Option<&Words>) -> String {
        let mut out = String::new();
        let say = |id: String, otherwise: &str| {
            let text = words.and_then(|words| words.get(&id));
            text.map_or_else(|| otherwise.to_owned(), |text| Speech::default().say(text))
        };
        for note in &self.only_in_one {
            let _ = writeln!(out, "{note}");
        }
        if self.patterns.is_empty() {
            let limits = if self.only_in_one.is_empty() { "" } else { " for the answers that both versions have" };
            let _ = writeln!(out, "no change in level{limits}");
            return out;
        }
        let count = self.patterns.len();
        let (many, one) = if count == 1 { ("", "s") } else { ("s", "") };
        let _ = writeln!(out, "{count} pattern{many} of answers change{one} level.");
        let _ = writeln!(out, "Where other answers ask for as much, they decide as before and nothing changes.");
        if self.one_by_one {
            let _ =
                writeln!(out, "Much has changed, so each rule or red flag is told by itself, on top of those before.");
        }
        for (number, pattern) in self.patterns.iter().enumerate() {
            let of = pattern.of.as_ref().map_or_else(String::new, |id| format!(" ({id})"));
            let _ = writeln!(out, "\n{}.{of} When", number + 1);
            if pattern.when.is_empty() {
                let _ = writeln!(out, "   anything is answered");
            }
            for part in &pattern.when {
                let (question, how, options) = match part {
                    Part::OneOf { question, options } => (question, "", options),
                    Part::With { question, options } => (question, "with ", options),
                    Part::Without { question, options } => (question, "without ", options),
                };
                let labels: Vec<String> =
                    options.iter().map(|id| format!("\"{}\"", say(format!("options-{question}.{id}"), id))).collect();
                let short = say(format!("question-{question}.short"), question);
                let _ = writeln!(out, "   {short}: {how}{}", labels.join(" or "));
            }
            let level = |id: &str| say(format!("level-{id}"), id);
            type Which = fn(Levels) -> &'static str;
            let kinds: [(&str, Which); 2] = [("first step", |levels| levels.0), ("setting", |levels| levels.1)];
            for (kind, which) in kinds {
                // What they had before, for each level they have now.
                let mut told: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
                for change in pattern.changes.iter().filter(|c| which(c.before) != which(c.after)) {
                    told.entry(which(change.after)).or_default().insert(which(change.before));
                }
                for (after, before) in told {
                    let before: Vec<String> = before.into_iter().map(level).collect();
                    let _ = writeln!(out, "   → {kind} {} instead of {}", level(after), before.join(" or "));
                }
            }
        }
        out
    }
}
