//! The worked cases: every one lands on an acceptable first step, and no emergency or detox is missed.

use std::collections::BTreeMap;
use std::path::Path;

use care_check_engine::LevelIx;
use care_check_engine::load::vignettes::Tier;
use care_check_engine::load::{Content, load};

#[path = "support/cases.rs"]
mod cases;
use cases::{name, suggested};

fn content() -> Content {
    load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap_or_else(|problems| {
        panic!("the content has problems:\n{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })
}

#[test]
fn every_case_lands_on_an_acceptable_first_step() {
    let content = content();
    let p = content.protocol;
    let always = p.level("inpatient").expect("the protocol has the level inpatient");
    let mut table: BTreeMap<LevelIx, [usize; 4]> = BTreeMap::new();
    for case in cases::counted(&content.vignettes) {
        let found = suggested(p, case);
        let right = case.acceptable.contains(&found);
        let row = table.entry(case.expected).or_default();
        row[0] += 1;
        row[1] += usize::from(right);
        row[2] += usize::from(found == case.expected);
        row[3] += usize::from(case.acceptable.contains(&always));
    }
    println!("{:<18} {:>5} {:>10} {:>6} {:>17}", "expected", "cases", "acceptable", "exact", "always inpatient");
    for (level, [cases, right, exact, baseline]) in &table {
        println!("{:<18} {cases:>5} {right:>10} {exact:>6} {baseline:>17}", name(p, *level));
    }
    let total = |column: usize| table.values().map(|row| row[column]).sum::<usize>();
    println!("{:<18} {:>5} {:>10} {:>6} {:>17}", "all", total(0), total(1), total(2), total(3));
    for case in content.vignettes.iter().filter(|case| case.held_wrong.is_some()) {
        let why = case.held_wrong.as_deref().unwrap_or_default();
        println!("apart: {} suggested {}, {why}", case.id, name(p, suggested(p, case)));
    }
    let misses = cases::misses(p, &content.vignettes);
    assert!(misses.is_empty(), "{} cases missed:\n{}", misses.len(), misses.join("\n"));
    assert!(total(1) > total(3), "a tool that always answers inpatient does as well");
}

#[test]
fn no_emergency_and_no_detox_case_is_missed_not_even_one_held_wrong() {
    let content = content();
    holds(cases::missed_emergencies(content.protocol, &content.vignettes));
}

#[test]
fn every_public_and_derived_case_is_there() {
    let content = content();
    let count = |tier: Tier| content.vignettes.iter().filter(|case| case.tier == tier).count();
    assert_eq!((count(Tier::Public), count(Tier::Derived)), (15, 30));
}

#[test]
fn the_limits_say_how_many_cases_are_our_own() {
    let ours = content().vignettes.iter().filter(|case| case.tier == Tier::Ours).count();
    let limits = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/safety/limits.md"));
    let says = format!("and {ours} are our own, written from the rules");
    assert!(limits.expect("the known limits").contains(&says), "docs/safety/limits.md should say: {says}");
}

#[test]
fn every_rule_and_red_flag_decides_a_case_and_has_a_near_miss() {
    let content = content();
    holds(cases::uncovered(content.protocol, &content.vignettes));
}

#[test]
fn a_case_shows_what_it_says_it_shows() {
    let content = content();
    holds(cases::untrue(content.protocol, &content.vignettes));
}

#[test]
fn a_case_is_told_what_it_says_it_is_told() {
    let content = content();
    assert!(content.vignettes.iter().any(|case| case.told.modifiers.is_some()), "no case says what stands beside it");
    holds(cases::untold(content.protocol, &content.vignettes));
}

fn holds(findings: Vec<String>) {
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}
