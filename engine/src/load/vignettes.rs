//! Reads the worked cases of `protocol/vignettes/`.

use std::collections::BTreeSet;
use std::path::Path;

use super::answer_file;
use super::problem::Wrong;
use super::protocol::unknown;
use super::reader::{Entry, File, Problems};
use crate::answers::Answers;
use crate::assess::assess;
use crate::model::{LevelIx, Protocol, QuestionIx};
use crate::path::path;

/// A worked case: what is known of a person, and where they should begin.
#[derive(Clone, Debug)]
pub struct Vignette {
    /// A tier and a number, for example `O01`; the name of its file.
    pub id: String,
    /// A few words.
    pub title: String,
    /// What is known of the person, in sentences.
    pub facts: String,
    /// Where the case is from.
    pub tier: Tier,
    /// What the person uses.
    pub substances: Vec<String>,
    /// The first step the case's source names.
    pub expected: LevelIx,
    /// The first steps that count as right.
    pub acceptable: Vec<LevelIx>,
    /// What they answer.
    pub answers: Answers,
    /// Where the case, or the expectation, is from.
    pub source: String,
    /// What a reader should know about it.
    pub note: Option<String>,
    /// Why we hold the case itself to be wrong; such a case is counted apart.
    pub held_wrong: Option<String>,
    /// The rule or red flag this case was written to show deciding.
    pub decides: Option<String>,
    /// The rule or red flag that this case nearly meets and does not.
    pub near_miss_of: Option<String>,
    /// What else the person is told, where the case says so.
    pub told: Told,
    /// Its file, below the project folder.
    pub file: String,
}

/// What a person is told besides the first step. What a case states here has to be told exactly; what it leaves
/// out is not compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The id of the setting that follows the first step.
    pub setting: Option<String>,
    /// The questions that are not asked.
    pub not_asked: Option<Vec<String>>,
    /// The red flags and the deciding rules, red flags first.
    pub reasons: Option<Vec<String>>,
    /// The rules that hold and ask for less, without the floor.
    pub supporting: Option<Vec<String>>,
    /// What stands beside the level.
    pub modifiers: Option<Vec<String>>,
    /// The modifiers among them that stand above the reasons.
    pub urgent: Option<Vec<String>>,
    /// The modifiers among them that come with the crisis line.
    pub crisis_line: Option<Vec<String>>,
    /// Each as "A04 outpatient": its id and the setting it offers.
    pub alternatives: Option<Vec<String>>,
    /// The first-aid texts of the emergency screen.
    pub first_aid: Option<Vec<String>>,
}

impl Told {
    const KEYS: [&str; 9] = [
        "setting",
        "not_asked",
        "reasons",
        "supporting",
        "modifiers",
        "urgent",
        "crisis_line",
        "alternatives",
        "first_aid",
    ];

    fn read(entry: &Entry<'_>) -> Self {
        entry.expect_keys(&Self::KEYS);
        let list = |key: &str| entry.has(key).then(|| entry.strs(key).into_iter().map(|item| item.value).collect());
        Self {
            setting: entry.maybe_str("setting").map(|setting| setting.value),
            not_asked: list("not_asked"),
            reasons: list("reasons"),
            supporting: list("supporting"),
            modifiers: list("modifiers"),
            urgent: list("urgent"),
            crisis_line: list("crisis_line"),
            alternatives: list("alternatives"),
            first_aid: list("first_aid"),
        }
    }

    /// Everything that a person with these answers is told besides the first step, in the order of the protocol.
    pub fn of(protocol: &Protocol, answers: &Answers) -> Self {
        let found = assess(protocol, answers);
        let ids = |ids: Vec<&str>| Some(ids.into_iter().map(str::to_owned).collect());
        let level = |ix: LevelIx| ix.of(protocol).map_or("", |level| level.id);
        let flags = || found.red_flags().filter_map(|flag| flag.of(protocol));
        let reasons = found.reasons(protocol).filter_map(|rule| rule.of(protocol)).map(|rule| rule.id);
        let supporting = found.supporting().filter_map(|rule| rule.of(protocol));
        let modifiers = || found.modifiers().filter_map(|modifier| modifier.of(protocol));
        let alternatives = found.alternatives().filter_map(|alternative| alternative.of(protocol));
        let mut first_aid = protocol.first_aid();
        first_aid.retain(|act| flags().any(|flag| flag.act.contains(act)));
        let asked: Vec<_> = path(protocol, answers).collect();
        let moot = QuestionIx::all(protocol).filter(|question| !asked.contains(question));
        Self {
            setting: Some(level(found.setting).to_owned()),
            not_asked: ids(moot.filter_map(|question| question.of(protocol)).map(|question| question.id).collect()),
            reasons: ids(flags().map(|flag| flag.id).chain(reasons).collect()),
            supporting: ids(supporting.filter(|r| r.when.clauses().next().is_some()).map(|r| r.id).collect()),
            modifiers: ids(modifiers().map(|modifier| modifier.id).collect()),
            urgent: ids(modifiers().filter(|modifier| modifier.urgent).map(|modifier| modifier.id).collect()),
            crisis_line: ids(modifiers().filter(|modifier| modifier.crisis_line).map(|modifier| modifier.id).collect()),
            alternatives: Some(alternatives.map(|a| format!("{} {}", a.id, level(a.instead))).collect()),
            first_aid: ids(first_aid),
        }
    }

    /// What is stated here and not told so: each with its key, what is stated, and what is told.
    pub fn differences(&self, told: &Self) -> Vec<String> {
        let setting = |told: &Self| told.setting.clone().map(|setting| vec![setting]);
        let parts = [
            (setting(self), setting(told)),
            (self.not_asked.clone(), told.not_asked.clone()),
            (self.reasons.clone(), told.reasons.clone()),
            (self.supporting.clone(), told.supporting.clone()),
            (self.modifiers.clone(), told.modifiers.clone()),
            (self.urgent.clone(), told.urgent.clone()),
            (self.crisis_line.clone(), told.crisis_line.clone()),
            (self.alternatives.clone(), told.alternatives.clone()),
            (self.first_aid.clone(), told.first_aid.clone()),
        ];
        let words = |list: &[String]| if list.is_empty() { "none".to_owned() } else { list.join(", ") };
        Self::KEYS
            .into_iter()
            .zip(parts)
            .filter_map(|(key, (stated, told))| {
                let (stated, told) = (stated?, told.unwrap_or_default());
                (stated != told).then(|| format!("{key} should be {}, but is {}", words(&stated), words(&told)))
            })
            .collect()
    }
}

/// Where a case comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Synthetic, from public repositories; no expert panel behind it.
    Public,
    /// Derived from a published decision statement.
    Derived,
    /// Our own, to show one rule at work.
    Ours,
}

const TIERS: [(&str, Tier); 3] = [("C", Tier::Public), ("D", Tier::Derived), ("O", Tier::Ours)];

/// The names of the vignette files below the project folder.
pub fn files(root: &Path) -> Vec<String> {
    let folder = std::fs::read_dir(root.join("protocol/vignettes")).into_iter().flatten().flatten();
    let mut names: Vec<String> = folder
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".toml"))
        .map(|name| format!("protocol/vignettes/{name}"))
        .collect();
    names.sort();
    names
}

pub fn read(root: &Path, protocol: &Protocol, problems: &Problems) -> Vec<Vignette> {
    let mut seen = BTreeSet::new();
    files(root).iter().map(|name| read_one(&File::read(root, name, problems), protocol, problems, &mut seen)).collect()
}

fn read_one(file: &File, protocol: &Protocol, problems: &Problems, seen: &mut BTreeSet<String>) -> Vignette {
    let entry = file.parse(problems);
    entry.expect_keys(&[
        "id",
        "title",
        "facts",
        "tier",
        "substances",
        "expected",
        "acceptable",
        "source",
        "note",
        "held_wrong",
        "decides",
        "near_miss_of",
        "told",
        "answers",
    ]);
    let id = entry.str("id");
    if !seen.insert(id.value.clone()) {
        entry.wrong(id.line, Wrong::DuplicateId { id: id.value.clone() });
    }
    let tier = entry.str("tier");
    let known_tier = TIERS.iter().find(|(name, _)| *name == tier.value);
    if known_tier.is_none() {
        entry.wrong(tier.line, unknown("tier", &tier.value, TIERS.map(|(name, _)| name)));
    }
    let level = |name: &str, line: usize| {
        let found = protocol.level(name);
        if found.is_none() {
            entry.wrong(line, unknown("level", name, protocol.levels.iter().map(|l| l.id)));
        }
        found.unwrap_or(LevelIx(0))
    };
    let expected = entry.str("expected");
    let acceptable = entry.strs("acceptable");
    if !acceptable.iter().any(|a| a.value == expected.value) {
        entry.wrong(
            expected.line,
            Wrong::WrongType { key: "acceptable".into(), wanted: "a list that holds the expected level" },
        );
    }
    let rule_or_flag = |key: &str| {
        let named = entry.maybe_str(key)?;
        let ids = || protocol.rules.iter().map(|r| r.id).chain(protocol.red_flags.iter().map(|f| f.id));
        if !ids().any(|id| id == named.value) {
            entry.wrong(named.line, unknown("rule or red flag", &named.value, ids()));
        }
        Some(named.value)
    };
    let answers = entry.maybe_table("answers");
    if answers.is_none() {
        entry.wrong(entry.line(), Wrong::MissingKey { key: "answers" });
    }
    Vignette {
        title: entry.str("title").value,
        facts: entry.str("facts").value,
        tier: known_tier.map_or(Tier::Ours, |(_, tier)| *tier),
        substances: entry.strs("substances").into_iter().map(|s| s.value).collect(),
        expected: level(&expected.value, expected.line),
        acceptable: acceptable.iter().map(|a| level(&a.value, a.line)).collect(),
        answers: answers.map_or(Answers::NONE, |table| answer_file::read(protocol, &table)),
        source: entry.str("source").value,
        note: entry.maybe_str("note").map(|n| n.value),
        held_wrong: entry.maybe_str("held_wrong").map(|n| n.value),
        decides: rule_or_flag("decides"),
        near_miss_of: rule_or_flag("near_miss_of"),
        told: entry.maybe_table("told").as_ref().map(Told::read).unwrap_or_default(),
        file: file.name.clone(),
        id: id.value,
    }
}
