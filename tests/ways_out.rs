//! The ways out of the page, as `docs/privacy.md` lists them and `tests/browser/attempts.toml` has them tried.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use toml::{Table, Value};

const FILE: &str = "tests/browser/attempts.toml";
const GUIDE: &str = "docs/privacy.md";
const BEGIN: &str = "<!-- begin: made by tests/ways_out.rs -->\n";
const END: &str = "<!-- end -->\n";
const BROWSERS: [&str; 3] = ["chromium", "firefox", "webkit"];

/// What stands in the file for what arrives, and what a reader calls it.
const REACHES: [(&str, &str); 6] = [
    ("nothing", "closed"),
    ("look-up", "**a look-up**"),
    ("connection", "**a connection**"),
    ("packet", "**a packet**"),
    ("request", "**a request**"),
    ("works", "**open**"),
];

#[test]
fn the_table_of_the_guide_is_what_is_tried() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(GUIDE);
    let guide = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{GUIDE}: {error}"));
    let (before, rest) = guide.split_once(BEGIN).unwrap_or_else(|| panic!("{GUIDE} has no place for the table"));
    let (_, after) = rest.split_once(END).unwrap_or_else(|| panic!("{GUIDE}: the place for the table has no end"));
    let now = format!("{before}{BEGIN}{}{END}{after}", table(&attempts()));
    if now != guide {
        fs::write(&path, now).unwrap_or_else(|error| panic!("{GUIDE}: {error}"));
        panic!("{GUIDE} did not match {FILE} and was written again: look at the difference and commit it");
    }
}

#[test]
fn every_attempt_gets_out_of_an_open_page_in_some_browser() {
    for attempt in attempts() {
        let open = BROWSERS.iter().any(|browser| reach(&attempt, browser, "open") != "nothing");
        assert!(open || text(&attempt, "closed_by") == "browser", "{} could not fail", text(&attempt, "id"));
    }
}

#[test]
fn no_two_attempts_are_called_the_same() {
    let attempts = attempts();
    for name in ["id", "what"] {
        let names: BTreeSet<&str> = attempts.iter().map(|attempt| text(attempt, name)).collect();
        assert_eq!(names.len(), attempts.len(), "{name}");
    }
}

/// "Nothing" stands in the way of what is open, and something of what is closed.
#[test]
fn what_is_open_is_called_open() {
    for attempt in attempts() {
        let open = BROWSERS.iter().all(|browser| reach(&attempt, browser, "whole") != "nothing");
        assert_eq!(text(&attempt, "closed_by") == "nothing", open, "{}", text(&attempt, "id"));
        // The gate takes nothing for itself that the browser holds back anyway.
        let by_walls = BROWSERS.iter().all(|browser| reach(&attempt, browser, "walls") == "nothing");
        assert_eq!(
            text(&attempt, "closed_by") == "gate",
            !open && !by_walls && !partly(&attempt),
            "{}",
            text(&attempt, "id")
        );
    }
}

/// Closed in one browser as it is, open in another.
fn partly(attempt: &Table) -> bool {
    BROWSERS.iter().any(|browser| reach(attempt, browser, "whole") != "nothing")
}

fn attempts() -> Vec<Table> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{FILE}: {error}"));
    let file: Table = text.parse().unwrap_or_else(|error| panic!("{FILE}: {error}"));
    let attempts = file["attempt"].as_array().unwrap_or_else(|| panic!("{FILE} has no attempts"));
    attempts.iter().filter_map(Value::as_table).cloned().collect()
}

fn text<'a>(attempt: &'a Table, name: &str) -> &'a str {
    attempt.get(name).and_then(Value::as_str).unwrap_or_else(|| panic!("{FILE}: an attempt has no {name}: {attempt}"))
}

fn reach<'a>(attempt: &'a Table, browser: &str, stage: &str) -> &'a str {
    let own = attempt.get(browser).and_then(|own| own.get(stage)).and_then(Value::as_str);
    own.unwrap_or(if stage == "open" { "request" } else { "nothing" })
}

fn table(attempts: &[Table]) -> String {
    let mut table = String::from(
        "| way out | Chromium: walls alone | Chromium: whole page | Firefox: walls alone | Firefox: whole page \
         | WebKitGTK: walls alone | WebKitGTK: whole page | closed by |\n\
         |---|---|---|---|---|---|---|---|\n",
    );
    for attempt in attempts {
        let _ = write!(table, "| {} ", text(attempt, "what"));
        for browser in BROWSERS {
            for stage in ["walls", "whole"] {
                let _ = write!(table, "| {} ", said(attempt, browser, stage));
            }
        }
        let _ = writeln!(table, "| {} |", text(attempt, "closed_by"));
    }
    table
}

fn said(attempt: &Table, browser: &str, stage: &str) -> &'static str {
    let leads_nowhere = ["open", "walls", "whole"].iter().all(|stage| reach(attempt, browser, stage) == "nothing");
    if leads_nowhere && text(attempt, "closed_by") != "browser" {
        return "does not exist";
    }
    let reach = reach(attempt, browser, stage);
    let known = REACHES.iter().find(|(name, _)| *name == reach);
    known.unwrap_or_else(|| panic!("{FILE}: nobody knows what {reach} is")).1
}
