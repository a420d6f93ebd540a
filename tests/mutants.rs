//! Whether a mistake in the protocol would be noticed: every small change there can be is made, and held against
//! the checks that the shipped protocol has to pass.
//!
//! A change that nothing notices fails here, unless it is proved to change nothing for anybody. What came out
//! stands in `docs/mutants.md`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::time::Instant;

use care_check_engine::enumerate::Space;
use care_check_engine::explain::because;
use care_check_engine::load::problem::{Problem, Wrong};
use care_check_engine::load::protocol::{self, Files};
use care_check_engine::load::reader::{File, Problems};
use care_check_engine::load::vignettes::{self, Vignette};
use care_check_engine::load::{Content, book, load, sense};
use care_check_engine::path::on_path;
use care_check_engine::{Condition, Protocol};

#[path = "support/cases.rs"]
mod cases;
#[path = "support/changes.rs"]
mod changes;
#[path = "support/promises.rs"]
mod promises;
use changes::{Change, Kind};
use promises::{answers_over, grouped, in_parts, named, say};

const REPORT: &str = "docs/mutants.md";
const BEGIN: &str = "<!-- changes of the protocol: written by the test -->\n";
const END: &str = "<!-- end of what the test writes -->\n";

/// What became of a change, in the order in which it is tried.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    /// The reader of the content refuses it.
    Refused,
    /// A worked case no longer comes out as it says.
    Case,
    /// A promise that holds for every visit is broken.
    Promise,
    /// It changes nothing for anybody: proved over this many sets of answers.
    Nothing(u64),
    /// Only the generated book reads differently.
    Book,
    Unnoticed,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn shipped() -> Content {
    load(root()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

#[test]
fn every_small_mistake_in_the_protocol_is_noticed() {
    let start = Instant::now();
    let all = changes::all(root());
    let parts = in_parts(all.len() as u64, |range| {
        let mut content = shipped();
        let sound = pages(&content);
        let all = &all[range.start as usize..range.end as usize];
        all.iter().map(|change| verdict(change, &mut content, &sound)).collect::<Vec<_>>()
    });
    let found: Vec<(&Change, Verdict)> = all.iter().zip(parts.into_iter().flatten()).collect();
    say(&format!("{} changes of the protocol, in {:.1} s", found.len(), start.elapsed().as_secs_f32()));
    let unnoticed: Vec<String> = found
        .iter()
        .filter(|(_, verdict)| *verdict == Verdict::Unnoticed)
        .map(|(change, _)| in_words(change))
        .collect();
    assert!(unnoticed.is_empty(), "{} changes that nothing notices:\n{}", unnoticed.len(), unnoticed.join("\n"));
    up_to_date(&report(&found));
}

fn in_words(change: &Change) -> String {
    format!("{}: {}", change.file, change.what)
}

/// Holds a changed protocol against every check, the strongest first.
fn verdict(change: &Change, content: &mut Content, sound: &str) -> Verdict {
    let Some((changed, worked)) = read(change, content) else { return Verdict::Refused };
    let of_cases = [cases::misses, cases::missed_emergencies, cases::uncovered, cases::untrue, cases::untold];
    if of_cases.iter().any(|check| !check(changed, &worked).is_empty()) {
        return Verdict::Case;
    }
    if promises::ALL.iter().any(|check| !check(changed).is_empty()) {
        return Verdict::Promise;
    }
    if let Some(walked) = same_for_everybody(content.protocol, changed) {
        return Verdict::Nothing(walked);
    }
    let kept = std::mem::replace(&mut content.protocol, changed);
    let differs = pages(content) != sound;
    content.protocol = kept;
    if differs { Verdict::Book } else { Verdict::Unnoticed }
}

/// The changed protocol with the worked cases, read as the project reads them; `None` when that names a problem.
fn read(change: &Change, content: &Content) -> Option<(&'static Protocol, Vec<Vignette>)> {
    let problems = Problems::default();
    let mut files = Files::read(root(), &problems);
    let slots = [
        &mut files.levels,
        &mut files.questions,
        &mut files.red_flags,
        &mut files.rules,
        &mut files.modifiers,
        &mut files.alternatives,
    ];
    let file = slots.into_iter().find(|file| file.name.ends_with(&format!("/{}", change.file)));
    let file: &mut File = file.expect("a file of the protocol");
    file.text.clone_from(&change.text);
    let changed = protocol::read(&files, &problems).protocol;
    sense::check(&files.questions, changed, &problems);
    // Cases are known by the places of levels and options, so where those move they are read again.
    let moved = ["levels.toml", "questions.toml"].contains(&change.file);
    let worked = if moved { vignettes::read(root(), changed, &problems) } else { content.vignettes.clone() };
    // A source that is no longer cited would go with its rule.
    let counts = |problem: &Problem| !matches!(problem.kind, Wrong::UncitedSource { .. });
    (!problems.into_sorted().iter().any(counts)).then_some((changed, worked))
}

/// The book, as the test of the book compares it.
fn pages(content: &Content) -> String {
    book::files(content).into_iter().map(|file| file.text).collect()
}

/// Proves that two versions are the same for everybody, by the number of sets of answers walked; `None` when they
/// are not.
///
/// What follows from answers follows from which conditions hold, so it is enough that every condition that reads
/// differently holds for the same answers and names the same of them. A condition sees the questions it names, and
/// whether those are asked: every set of answers to these questions is walked, up to what either version can
/// tell apart.
fn same_for_everybody(old: &Protocol, new: &Protocol) -> Option<u64> {
    let pairs = differing(old, new)?;
    let conditions: Vec<&Condition> = promises::conditions(old).chain(promises::conditions(new)).collect();
    let space = Space::new(old, |question, answer| {
        let clauses = conditions.iter().flat_map(|condition| condition.clauses());
        clauses.filter(|c| c.question == question).map(|c| answer.meets(c.any_of)).collect::<Vec<bool>>()
    });
    let mut walked = 0;
    for (one, two) in pairs {
        let mut questions = named(old, one);
        questions.extend(named(new, two));
        for answers in answers_over(old, &space, &questions) {
            walked += 1;
            let (before, after) = (one.holds(&on_path(old, &answers)), two.holds(&on_path(new, &answers)));
            let alike = || because(old, &answers, one).eq(because(new, &answers, two));
            if before != after || before && !alike() {
                return None;
            }
        }
    }
    Some(walked)
}

/// The conditions that read differently in two versions that are otherwise equal; `None` when more differs.
fn differing<'a>(old: &'a Protocol, new: &'a Protocol) -> Option<Vec<(&'a Condition, &'a Condition)>> {
    let mut pairs = Vec::new();
    let mut pair = |one: &'a Condition, two: &'a Condition| {
        if one != two {
            pairs.push((one, two));
        }
    };
    let equal_lengths = old.rules.len() == new.rules.len()
        && old.red_flags.len() == new.red_flags.len()
        && old.modifiers.len() == new.modifiers.len()
        && old.alternatives.len() == new.alternatives.len();
    if !equal_lengths || old.levels != new.levels || old.questions.len() != new.questions.len() {
        return None;
    }
    for (one, two) in old.questions.iter().zip(new.questions) {
        let rest = |q: &care_check_engine::Question| (q.id, q.kind, q.may_decline, q.skip_when.is_some());
        if rest(one) != rest(two) || one.options != two.options {
            return None;
        }
        if let (Some(one), Some(two)) = (&one.skip_when, &two.skip_when) {
            pair(one, two);
        }
    }
    for (one, two) in old.rules.iter().zip(new.rules) {
        pair(&one.when, &two.when);
        if (one.id, one.level) != (two.id, two.level) {
            return None;
        }
    }
    for (one, two) in old.red_flags.iter().zip(new.red_flags) {
        pair(&one.when, &two.when);
        if (one.id, one.act) != (two.id, two.act) {
            return None;
        }
    }
    for (one, two) in old.modifiers.iter().zip(new.modifiers) {
        pair(&one.when, &two.when);
        if (one.id, one.urgent, one.crisis_line) != (two.id, two.urgent, two.crisis_line) {
            return None;
        }
    }
    for (one, two) in old.alternatives.iter().zip(new.alternatives) {
        pair(&one.when, &two.when);
        if (one.id, one.setting, one.instead) != (two.id, two.setting, two.instead) {
            return None;
        }
    }
    Some(pairs)
}

// The report.

/// What came out, in the words of the report.
fn report(found: &[(&Change, Verdict)]) -> String {
    let mut text = String::new();
    let columns: [fn(&Verdict) -> bool; 6] = [
        |_| true,
        |verdict| *verdict == Verdict::Refused,
        |verdict| *verdict == Verdict::Case,
        |verdict| *verdict == Verdict::Promise,
        |verdict| *verdict == Verdict::Book,
        |verdict| matches!(verdict, Verdict::Nothing(_)),
    ];
    text += "| change | made | refused on reading | noticed by a case | by a promise | by the book alone | changes nothing |\n";
    text += "|---|---|---|---|---|---|---|\n";
    let mut row = |name: &str, of: &dyn Fn(Kind) -> bool| {
        let counts = columns.map(|column| found.iter().filter(|(change, v)| of(change.kind) && column(v)).count());
        let _ = writeln!(text, "| {name} | {} |", counts.map(|count| count.to_string()).join(" | "));
    };
    for (kind, name) in Kind::ALL {
        row(name, &|of| of == kind);
    }
    row("all", &|_| true);
    let listed = |wanted: &dyn Fn(&Verdict) -> Option<String>| {
        let mut lines = String::new();
        for (change, verdict) in found {
            if let Some(how) = wanted(verdict) {
                let _ = writeln!(lines, "- {}{how}", in_words(change));
            }
        }
        if lines.is_empty() { "None.\n".to_owned() } else { lines }
    };
    let _ = write!(
        text,
        "\n### Changes that change nothing\n\n{}",
        listed(&|verdict| match verdict {
            Verdict::Nothing(walked) => Some(format!(" ({} sets of answers walked)", grouped((*walked).into()))),
            _ => None,
        })
    );
    let _ = write!(
        text,
        "\n### Changes that the book alone shows\n\n{}",
        listed(&|verdict| (*verdict == Verdict::Book).then(String::new))
    );
    text
}

/// Holds the written report against what came out, and writes it again where they differ.
fn up_to_date(now: &str) {
    let path = root().join(REPORT);
    let written = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let (before, rest) = written.split_once(BEGIN).unwrap_or_else(|| panic!("{REPORT} has no `{BEGIN}`"));
    let (stands, after) = rest.split_once(END).unwrap_or_else(|| panic!("{REPORT} has no `{END}`"));
    if stands.trim() == now.trim() {
        return;
    }
    std::fs::write(&path, format!("{before}{BEGIN}\n{now}\n{END}{after}")).expect("the report can be written");
    panic!("{REPORT} did not say what came out and was written again; look at the difference and commit it");
}

#[test]
fn a_change_that_matters_to_somebody_is_not_proved_away() {
    let content = shipped();
    let mut by_kind: BTreeMap<Kind, usize> = BTreeMap::new();
    for change in changes::all(root()) {
        *by_kind.entry(change.kind).or_default() += 1;
        // Whoever is told another first step shows that the change matters.
        let Some((changed, worked)) = read(&change, &content) else { continue };
        if !cases::misses(changed, &worked).is_empty() {
            assert_eq!(same_for_everybody(content.protocol, changed), None, "{}", in_words(&change));
        }
    }
    assert_eq!(by_kind.len(), Kind::ALL.len(), "a kind of change is never made: {by_kind:?}");
}
