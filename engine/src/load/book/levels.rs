//! The levels of care with all their texts, least to most intensive.

use super::page::{Page, count};
use super::said::{Said, links};
use crate::model::*;

/// The single texts of a level's description, with what each is about.
const PARTS: [(&str, &str); 4] =
    [("plain", "In plain words"), ("what", "What it is"), ("who", "For whom"), ("cost", "Cost and time")];

/// The lists of a level's description, with what each is about.
const LISTS: [(&str, &str); 5] = [
    ("there", "What happens there"),
    ("first-day", "The first day there"),
    ("good", "Good sides"),
    ("hard", "Hard sides"),
    ("today", "What to do today"),
];

pub fn section(page: &mut Page, said: &Said<'_>) {
    page.prose("![The settings from recovery support up to inpatient care, and which of them follows a first step](diagrams/levels.svg)");
    page.table(
        ["level", "name", "in plain words", "role", "then at least", "rules"],
        LevelIx::all(said.protocol).filter_map(|ix| {
            let level = ix.of(said.protocol)?;
            Some([
                said.level_link(ix),
                said.level_name(ix),
                said.text(&format!("level-{}.plain", level.id)),
                role(level.role).to_owned(),
                level.then_at_least.map(|then| said.level_link(then)).unwrap_or_default(),
                reached_by(said.protocol, ix, level),
            ])
        }),
    );
    for ix in LevelIx::all(said.protocol) {
        if let Some(level) = ix.of(said.protocol) {
            one(page, said, ix, level);
        }
    }
}

pub fn role(role: Role) -> &'static str {
    match role {
        Role::Sustaining => "setting that keeps people well",
        Role::Treatment => "setting for treatment",
        Role::FirstStep => "first step",
        Role::Emergency => "first step, by red flags alone",
    }
}

/// How many rules, or for the emergency level red flags, lead to a level.
pub fn reached_by(protocol: &Protocol, ix: LevelIx, level: &Level) -> String {
    match level.role {
        Role::Emergency => count(protocol.red_flags.len(), "red flag"),
        _ => count(protocol.rules.iter().filter(|rule| rule.level == ix).count(), "rule"),
    }
}

fn one(page: &mut Page, said: &Said<'_>, ix: LevelIx, level: &Level) {
    page.heading(3, &said.level_name(ix));
    let text = |part: &str| format!("level-{}.{part}", level.id);
    page.item(0, &format!("Id `{}`; {}.", level.id, role(level.role)));
    for (part, about) in PARTS {
        page.items(said.both(&text(part)).about(about));
    }
    for (part, about) in LISTS {
        page.item(0, &format!("{about}:"));
        let lines = said.list(&text(part)).into_iter().flat_map(|item| item.items());
        lines.for_each(|line| page.item(1, &line));
    }
    if let Some(then) = level.then_at_least {
        page.item(0, &format!("Afterwards: at least {}.", said.level_link(then)));
    }
    let rules = said.protocol.rules.iter().filter(|rule| rule.level == ix).map(|rule| rule.id);
    let ids: Vec<&str> = match level.role {
        Role::Emergency => said.protocol.red_flags.iter().map(|flag| flag.id).collect(),
        _ => rules.collect(),
    };
    page.item(0, &format!("Reached by {}.", links(ids)));
    page.item(0, "Sources:");
    level.sources.iter().for_each(|id| page.item(1, &said.cited(id)));
}
