//! Reads the worked cases of `protocol/vignettes/`.

use std::collections::BTreeSet;
use std::path::Path;

use super::answer_file;
use super::problem::Wrong;
use super::protocol::unknown;
use super::reader::{File, Problems};
use crate::answers::Answers;
use crate::model::{LevelIx, Protocol};

/// A worked case: what is known of a person, and where they should begin.
#[derive(Clone, Debug)]
pub struct Vignette {
    pub id: String,
    pub title: String,
    pub facts: String,
    pub tier: Tier,
    pub substances: Vec<String>,
    /// The first step the case's source names.
    pub expected: LevelIx,
    /// The first steps that count as right.
    pub acceptable: Vec<LevelIx>,
    pub answers: Answers,
    pub source: String,
    pub note: Option<String>,
    /// Why we hold the case itself to be wrong; such a case is counted apart.
    pub held_wrong: Option<String>,
    /// The rule or red flag this case was written to show deciding.
    pub decides: Option<String>,
    /// The rule or red flag that this case nearly meets and does not.
    pub near_miss_of: Option<String>,
    pub file: String,
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
        file: file.name.clone(),
        id: id.value,
    }
}
