//! Reads `protocol/helplines.toml`: whom to call, by region.

use std::collections::BTreeSet;

use super::problem::Wrong;
use super::protocol::{at_most, fresh_id, unknown};
use super::reader::{At, Entry, File, Problems, keep, keep_all};
use crate::help::{Directory, Finder, Helpline, HelplineKind, Region, TextLine};
use crate::words::Vocabulary;

pub const FILE: &str = "protocol/helplines.toml";

const KINDS: [(&str, HelplineKind); 3] =
    [("crisis", HelplineKind::Crisis), ("drugs", HelplineKind::Drugs), ("family", HelplineKind::Family)];

const VOCABULARIES: [(&str, Vocabulary); 3] = [("us", Vocabulary::Us), ("uk", Vocabulary::Uk), ("au", Vocabulary::Au)];

pub fn read(file: &File, problems: &Problems) -> &'static Directory {
    let head = file.parse(problems);
    head.expect_keys(&["region", "helpline", "finder"]);
    let [mut lines_seen, mut finders_seen, mut regions_seen] = [const { BTreeSet::new() }; 3];
    let helplines: Vec<Helpline> =
        head.tables("helpline").iter().map(|entry| read_helpline(entry, &mut lines_seen)).collect();
    let finders: Vec<Finder> =
        head.tables("finder").iter().map(|entry| read_finder(entry, &mut finders_seen)).collect();
    let region = |entry: &Entry<'_>| read_region(entry, &mut regions_seen, &helplines, &finders);
    let regions: Vec<Region> = head.tables("region").iter().map(region).collect();
    for (what, found) in [("regions", regions.len()), ("helplines", helplines.len()), ("finders", finders.len())] {
        at_most(file, problems, what, found, 200);
    }
    Box::leak(Box::new(Directory {
        regions: keep_all(regions),
        helplines: keep_all(helplines),
        finders: keep_all(finders),
    }))
}

fn named<T: Copy>(entry: &Entry<'_>, name: &At<String>, what: &'static str, known: &[(&'static str, T)]) -> T {
    let found = known.iter().find(|(n, _)| *n == name.value);
    if found.is_none() {
        entry.wrong(name.line, unknown(what, &name.value, known.iter().map(|(n, _)| *n)));
    }
    found.unwrap_or(&known[0]).1
}

fn read_helpline(entry: &Entry<'_>, seen: &mut BTreeSet<String>) -> Helpline {
    entry.expect_keys(&[
        "id",
        "kind",
        "call",
        "text",
        "keyword",
        "hours",
        "confirmed",
        "last_checked",
        "source",
        "languages",
    ]);
    let hours = entry.str("hours").value;
    let keyword = entry.maybe_str("keyword").map(|k| keep(&k.value));
    // The source is for who checks the number; the widget does not show it.
    entry.str("source");
    let call = entry.maybe_str("call").map(|c| telephone(entry, "call", &c));
    let text = entry.maybe_str("text").map(|t| TextLine { number: telephone(entry, "text", &t), keyword });
    if keyword.is_some() && text.is_none() {
        entry.wrong(entry.line(), Wrong::MissingKey { key: "text" });
    }
    if call.is_none() && text.is_none() {
        entry.wrong(entry.line(), Wrong::MissingKey { key: "call" });
    }
    Helpline {
        id: fresh_id(entry, seen),
        kind: named(entry, &entry.str("kind"), "kind of helpline", &KINDS),
        call,
        text,
        hours: (hours != "always").then(|| keep(&hours)),
        confirmed: confirmed(entry),
        last_checked: keep(&entry.date("last_checked")),
        languages: keep_all(entry.strs("languages").iter().map(|l| keep(&l.value)).collect()),
    }
}

fn confirmed(entry: &Entry<'_>) -> bool {
    entry.maybe_bool("confirmed").unwrap_or_else(|| {
        entry.wrong(entry.line(), Wrong::MissingKey { key: "confirmed" });
        false
    })
}

fn read_finder(entry: &Entry<'_>, seen: &mut BTreeSet<String>) -> Finder {
    entry.expect_keys(&["id", "url", "confirmed", "last_checked"]);
    let url = entry.str("url");
    if !url.value.starts_with("https://") {
        entry.wrong(url.line, Wrong::WrongType { key: "url".into(), wanted: "an address that begins with https://" });
    }
    Finder {
        id: fresh_id(entry, seen),
        url: keep(&url.value),
        confirmed: confirmed(entry),
        last_checked: keep(&entry.date("last_checked")),
    }
}

/// A number that a telephone can call, as people write it.
fn telephone(entry: &Entry<'_>, key: &str, number: &At<String>) -> &'static str {
    let digits = number.value.chars().filter(char::is_ascii_digit).count();
    if digits < 3 || !number.value.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | ' ' | '-')) {
        entry.wrong(number.line, Wrong::WrongType { key: key.into(), wanted: "a number of three digits or more" });
    }
    keep(&number.value)
}

fn read_region(entry: &Entry<'_>, seen: &mut BTreeSet<String>, helplines: &[Helpline], finders: &[Finder]) -> Region {
    entry.expect_keys(&["id", "words", "locales", "emergency", "crisis", "helplines", "finders"]);
    let id = fresh_id(entry, seen);
    let position = |name: &At<String>, what: &'static str, known: Vec<&str>| {
        let found = known.iter().position(|k| *k == name.value);
        if found.is_none() {
            entry.wrong(name.line, unknown(what, &name.value, known));
        }
        found.map(|p| u8::try_from(p).unwrap_or(u8::MAX))
    };
    let helpline_ids = || helplines.iter().map(|h| h.id).collect::<Vec<_>>();
    let finder_ids = || finders.iter().map(|f| f.id).collect::<Vec<_>>();
    let lines: Vec<u8> =
        entry.strs("helplines").iter().filter_map(|n| position(n, "helpline", helpline_ids())).collect();
    let crisis = position(&entry.str("crisis"), "helpline", helpline_ids()).unwrap_or(0);
    if lines.first() != Some(&crisis) {
        entry.wrong(entry.line(), Wrong::CrisisLineNotShown { region: id.to_owned() });
    }
    let shown = || lines.iter().filter_map(|i| helplines.get(usize::from(*i)));
    for (name, kind) in KINDS {
        let mut of_kind = shown().filter(|h| h.kind == kind).peekable();
        if of_kind.peek().is_some() && !of_kind.any(|h| h.confirmed) {
            entry.wrong(entry.line(), Wrong::OnlyUnconfirmed { region: id.to_owned(), kind: name });
        }
    }
    Region {
        vocabulary: named(entry, &entry.str("words"), "vocabulary", &VOCABULARIES),
        locales: keep_all(entry.strs("locales").iter().map(|l| keep(&l.value)).collect()),
        emergency: telephone(entry, "emergency", &entry.str("emergency")),
        crisis,
        helplines: keep_all(lines),
        finders: keep_all(entry.strs("finders").iter().filter_map(|n| position(n, "finder", finder_ids())).collect()),
        id,
    }
}
