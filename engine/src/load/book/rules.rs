//! The rules, by the level they ask for.

use super::page::{Page, link};
use super::said::Said;
use crate::model::*;

pub fn section(page: &mut Page, said: &Said<'_>) {
    page.prose(
        "Each rule says: when these answers hold, at least this level.\n\
         The table names options by their ids; below it each rule has their labels.",
    );
    let rules = by_level(said.protocol);
    page.table(
        ["rule", "level", "holds when", "reason"],
        rules.iter().map(|rule| {
            [
                link(rule.id, rule.id),
                said.level_link(rule.level),
                said.short_condition(&rule.when),
                said.text(&format!("rule-{}", rule.id)),
            ]
        }),
    );
    for rule in rules {
        one(page, said, rule);
    }
}

/// The rules by the level they ask for, least intensive first, and within it in the order of the protocol.
fn by_level(protocol: &'static Protocol) -> Vec<&'static Rule> {
    let mut rules: Vec<&Rule> = protocol.rules.iter().collect();
    rules.sort_by_key(|rule| rule.level);
    rules
}

fn one(page: &mut Page, said: &Said<'_>, rule: &Rule) {
    page.heading(3, rule.id);
    page.quote(&said.both(&format!("rule-{}", rule.id)).items().join("\n\n"));
    let level = said.level_link(rule.level);
    if rule.when.clauses().next().is_none() {
        page.prose(&format!("At least {level}, always."));
    } else {
        page.prose(&format!("At least {level}, when"));
        for (depth, line) in said.condition(&rule.when) {
            page.item(depth, &line);
        }
    }
    page.prose("Sources:");
    page.items(rule.sources.iter().map(|id| said.cited(id)));
    super::cases::of(page, said, rule.id);
}
