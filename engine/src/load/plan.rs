//! Reads `protocol/plan.toml`: what a visitor can pick for a plan to take along.

use std::collections::BTreeSet;

use super::problem::Wrong;
use super::protocol::{Names, at_most, fresh_id, index, unknown};
use super::reader::{Entry, File, Problems, keep_all};
use crate::plan::{Group, MAX_PEOPLE, MAX_TRIGGERS, Pick, Plan, Trigger};

const GROUPS: [(&str, Group); 3] =
    [("emotional", Group::Emotional), ("social", Group::Social), ("environmental", Group::Environmental)];

/// As many as a set of options has room for.
const MOST: usize = 31;

pub(super) fn read(file: &File, problems: &Problems, names: &mut Names) -> &'static Plan {
    let head = file.parse(problems);
    head.expect_keys(&["way", "trigger", "sign", "person"]);
    let mut picks = |key, what, most| {
        let entries = head.tables(key);
        at_most(file, problems, what, entries.len(), most);
        read_picks(&entries, names)
    };
    let ways = picks("way", "ways to cope", MOST);
    let signs = picks("sign", "warning signs", MOST);
    let people = picks("person", "people", MAX_PEOPLE);
    let entries = head.tables("trigger");
    at_most(file, problems, "triggers", entries.len(), MAX_TRIGGERS);
    let triggers = read_triggers(&entries, names, ways);
    Box::leak(Box::new(Plan { ways, triggers, signs, people }))
}

fn read_picks(entries: &[Entry<'_>], names: &mut Names) -> &'static [Pick] {
    let mut seen = BTreeSet::new();
    let mut read = |entry: &Entry<'_>| {
        entry.expect_keys(&["id", "sources"]);
        let id = fresh_id(entry, &mut seen);
        Pick { id, sources: names.cite(entry, id) }
    };
    keep_all(entries.iter().map(&mut read).collect())
}

fn read_triggers(entries: &[Entry<'_>], names: &mut Names, ways: &[Pick]) -> &'static [Trigger] {
    let mut seen = BTreeSet::new();
    let mut read = |entry: &Entry<'_>| {
        entry.expect_keys(&["id", "group", "ways", "sources"]);
        let id = fresh_id(entry, &mut seen);
        let group = entry.str("group");
        let found = GROUPS.iter().find(|(name, _)| *name == group.value);
        if found.is_none() && !group.value.is_empty() {
            entry.wrong(group.line, unknown("group of triggers", &group.value, GROUPS.map(|(name, _)| name)));
        }
        let group = found.map_or(Group::Emotional, |(_, group)| *group);
        Trigger { id, group, ways: read_ways(entry, ways), sources: names.cite(entry, id) }
    };
    keep_all(entries.iter().map(&mut read).collect())
}

/// The positions of the ways that an entry names; there is at least one to propose.
fn read_ways(entry: &Entry<'_>, ways: &[Pick]) -> &'static [u8] {
    let named = entry.strs("ways");
    if named.is_empty() {
        entry.wrong(entry.line(), Wrong::MissingKey { key: "ways" });
    }
    let mut found = Vec::new();
    for name in named {
        match ways.iter().position(|way| way.id == name.value) {
            Some(place) => found.push(index(place)),
            None => entry.wrong(name.line, unknown("way to cope", &name.value, ways.iter().map(|way| way.id))),
        }
    }
    keep_all(found)
}
