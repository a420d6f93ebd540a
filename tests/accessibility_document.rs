//! `docs/accessibility.md` has a row for every criterion, and every test that it names exists.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const DOCUMENT: &str = include_str!("../docs/accessibility.md");

/// WCAG 2.2, levels A and AA.
const CRITERIA: &str = "1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 \
    1.4.10 1.4.11 1.4.12 1.4.13 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11 \
    2.5.1 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8 3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8 \
    4.1.2 4.1.3";

/// The cells of the rows about a criterion.
fn rows() -> Vec<Vec<&'static str>> {
    let rows = DOCUMENT.lines().filter(|line| line.starts_with('|'));
    let cells = rows.map(|row| row.trim_matches('|').split('|').map(str::trim).collect::<Vec<_>>());
    cells.filter(|cells| cells[0].starts_with(|c: char| c.is_ascii_digit()) && cells[0].contains(" (A")).collect()
}

#[test]
fn every_criterion_has_a_row() {
    let wanted: BTreeSet<&str> = CRITERIA.split_whitespace().collect();
    assert_eq!(wanted.len(), 55);
    let found: Vec<&str> = rows().iter().filter_map(|cells| cells[0].split(' ').next()).collect();
    assert_eq!(found.len(), wanted.len(), "a criterion stands there twice, or not at all");
    assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), wanted);
}

#[test]
fn every_criterion_has_a_test_or_says_that_it_has_none() {
    for cells in rows() {
        let (how, shown) = (cells[1], cells[2]);
        let named = shown.contains('`') || shown.contains("by hand: not done yet");
        assert!(named || how.starts_with("does not apply: "), "{}: {shown:?}", cells[0]);
    }
}

#[test]
fn every_test_that_is_named_exists() {
    let sources = sources(Path::new(env!("CARGO_MANIFEST_DIR")));
    let words = DOCUMENT.split('`').skip(1).step_by(2);
    let is_test = |word: &&str| word.contains('_') && word.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    let mut named = 0;
    for test in words.filter(is_test) {
        named += 1;
        assert!(sources.iter().any(|source| source.contains(&format!("fn {test}("))), "there is no test {test}");
    }
    assert!(named > 40, "only {named} tests are named");
}

/// The text of every test of the product.
fn sources(root: &Path) -> Vec<String> {
    let mut folders: Vec<PathBuf> = vec![root.join("tests")];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder of tests can be read").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(fs::read_to_string(&path).expect("a test can be read"));
            }
        }
    }
    found
}
