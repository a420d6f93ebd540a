//! `cargo protocol diff` tells every change of level between two versions, tells none that is not there, and
//! tells it in few words.

use std::collections::BTreeSet;
use std::path::Path;

use care_check_engine::enumerate::possible_answers;
use care_check_engine::load::diff::{Change, Diff, Part, Pattern, diff, read};
use care_check_engine::load::{Content, load};
use care_check_engine::path::on_path;
use care_check_engine::{Answers, LevelIx, OptionSet, Protocol, QuestionIx, RedFlag, Rule, assess};

#[path = "support/edited.rs"]
mod edited;
use edited::Edited;

const RULES: &str = "protocol/rules.toml";
const QUESTIONS: &str = "protocol/questions.toml";
const LEVELS: &str = "protocol/levels.toml";

/// The difference from the smallest sound content to the same with some edits, in its words.
fn told(edits: &[(&str, &str, &str)]) -> String {
    let (old, new) = (Edited::small(), Edited::small());
    for (file, from, to) in edits {
        new.replace(file, from, to);
    }
    let version = |folder: &Edited| read(folder.path()).unwrap_or_else(|problems| panic!("{problems:?}"));
    let content = load(old.path()).unwrap_or_else(|problems| panic!("{problems:?}"));
    let found = diff(version(&old), version(&new));
    let words = found.in_words(content.reference());
    // The command ends with success exactly when it says so.
    assert_eq!(found.is_empty(), words == "no change in level\n", "{words}");
    words
}

#[test]
fn equal_versions_have_no_change_in_level() {
    assert_eq!(told(&[]), "no change in level\n");
}

#[test]
fn what_changes_no_level_is_no_change() {
    let renamed = [(RULES, "id = \"R02\"", "id = \"R07\"")];
    assert_eq!(told(&renamed), "no change in level\n");
    let split = [(
        RULES,
        "id = \"R02\"\nlevel = \"visits\"\nwhen = { place = [\"using\"] }",
        "id = \"R02\"\nlevel = \"visits\"\nwhen = { place = [\"using\"], amount = [\"little\", \"some\"] }\n\
         sources = [\"S1\"]\n\n[[rule]]\nid = \"R04\"\nlevel = \"visits\"\n\
         when = { place = [\"using\"], amount = [\"much\", \"declined\"] }",
    )];
    assert_eq!(told(&split), "no change in level\n");
    let hidden = [(
        RULES,
        "when = { amount = [\"much\"] }",
        "when = { amount = [\"much\"] }\nsources = [\"S1\"]\n\n[[rule]]\nid = \"R04\"\nlevel = \"visits\"\n\
         when = { amount = [\"some\", \"much\"] }",
    )];
    assert_eq!(told(&hidden), "no change in level\n", "whoever is asked the amount has visits already");
}

#[test]
fn a_wider_rule_is_one_pattern() {
    let wider = [(RULES, "amount = [\"much\"]", "amount = [\"some\", \"much\", \"declined\"]")];
    assert_eq!(
        told(&wider),
        "1 pattern of answers changes level.\n\
         Where other answers ask for as much, they decide as before and nothing changes.\n\
         \n\
         1. When\n   \
            Place: \"Still using\"\n   \
            Amount: \"Some\" or \"Not sure\"\n   \
            → first step Detox instead of Visits\n"
    );
}

#[test]
fn a_red_flag_on_one_of_several_answers_is_told_with_that_answer() {
    let narrower = [("protocol/red_flags.toml", "\"faint\", \"fit\", \"declined\"", "\"faint\", \"declined\"")];
    assert_eq!(
        told(&narrower),
        "1 pattern of answers changes level.\n\
         Where other answers ask for as much, they decide as before and nothing changes.\n\
         \n\
         1. When\n   \
            Danger: with \"A fit\"\n   \
            Danger: without \"Faint\" or \"Not sure\"\n   \
            → first step Detox instead of Emergency room\n   \
            → first step Support instead of Emergency room\n   \
            → first step Visits instead of Emergency room\n   \
            → setting Support instead of Visits\n"
    );
}

#[test]
fn a_change_of_what_is_skipped_or_of_what_follows_a_step_is_told() {
    let asked = [(QUESTIONS, "skip_when = { place = [\"stopped\"] }\n", "")];
    assert!(told(&asked).contains(
        "Place: \"Stopped\"\n   Amount: \"Much\"\n   → first step Detox instead of Support\n   \
         → setting Visits instead of Support\n"
    ));
    let follows = [(
        LEVELS,
        "role = \"emergency\"\nthen_at_least = \"visits\"",
        "role = \"emergency\"\nthen_at_least = \"support\"",
    )];
    assert!(
        told(&follows)
            .contains("Danger: with \"Faint\" or \"A fit\" or \"Not sure\"\n   → setting Support instead of Visits\n")
    );
}

#[test]
fn what_only_one_version_has_is_told_as_such() {
    let option = [
        (QUESTIONS, "  { id = \"fit\" },\n", "  { id = \"fit\" },\n  { id = \"fall\" },\n"),
        ("protocol/red_flags.toml", "\"faint\", \"fit\"", "\"faint\", \"fit\", \"fall\""),
    ];
    assert_eq!(
        told(&option),
        "only the new version has the option fall of danger\n\
         no change in level for the answers that both versions have\n"
    );
    let question = [(QUESTIONS, "\n[[question]]\nid = \"mood\"", "\n[[question]]\nid = \"spirits\"")];
    assert_eq!(
        told(&question),
        "only the new version asks spirits\nonly the old version asks mood\n\
         no change in level for the answers that both versions have\n"
    );
    let order = [
        (LEVELS, "id = \"support\"", "id = \"x\""),
        (LEVELS, "id = \"visits\"", "id = \"support\""),
        (LEVELS, "id = \"x\"", "id = \"visits\""),
        (RULES, "level = \"support\"", "level = \"x\""),
        (RULES, "level = \"visits\"", "level = \"support\""),
        (RULES, "level = \"x\"", "level = \"visits\""),
    ];
    assert!(told(&order).starts_with("the levels stand in another order"));
}

// Exactness, on the shipped content with one thing changed.

#[test]
fn every_change_of_level_is_told_and_none_that_is_not_there() {
    let content = shipped();
    let old = content.protocol;
    let mut most = (0, String::new());
    let mut told = 0;
    for (name, new) in versions(old) {
        let found = diff(old, &new);
        check(&content, old, &new, &found, &name);
        told += found.patterns.len();
        // What is asked of more people touches every rule that names it; one rule or red flag is told in few words.
        if found.patterns.len() > most.0 && !name.ends_with(ALWAYS_ASKED) {
            most = (found.patterns.len(), name);
        }
    }
    println!("{told} patterns, at most {} for one rule or red flag: {}", most.0, most.1);
    // "Three of five" is ten patterns, and cannot be said in fewer.
    assert!(most.0 <= 10, "{} takes {} patterns to tell", most.1, most.0);
}

const ALWAYS_ASKED: &str = "always asked";

#[test]
fn a_version_with_everything_changed_is_told_one_rule_after_the_other() {
    let content = shipped();
    let old = content.protocol;
    let top = LevelIx::all(old).rfind(|ix| ix.of(old).is_some_and(|l| l.role.is_setting()));
    let raised = |rule: &Rule| Rule { level: top.unwrap_or(rule.level), ..*rule };
    let rules = old.rules.iter().map(|r| if r.when.clauses().count() > 0 { raised(r) } else { Rule { ..*r } });
    let new = Protocol { rules: Box::leak(rules.collect()), ..*old };
    let found = diff(old, &new);
    assert!(found.one_by_one && found.patterns.iter().all(|pattern| pattern.of.is_some()));
}

fn shipped() -> Content {
    load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// The shipped protocol without each rule, with each rule one level higher, without each red flag, and
/// without each skipping of a question.
fn versions(old: &'static Protocol) -> Vec<(String, Protocol)> {
    let rules = |change: &dyn Fn(usize, &Rule) -> Option<Rule>| {
        let changed = old.rules.iter().enumerate().filter_map(|(at, rule)| change(at, rule));
        Protocol { rules: Box::leak(changed.collect()), ..*old }
    };
    let mut versions = Vec::new();
    for (gone, rule) in old.rules.iter().enumerate().filter(|(_, rule)| rule.when.clauses().count() > 0) {
        let without = rules(&|at, rule| (at != gone).then_some(Rule { ..*rule }));
        versions.push((format!("without {}", rule.id), without));
        let higher = LevelIx(rule.level.0 + 1);
        if higher < old.emergency() {
            let raise = |rule: &Rule| Rule { level: higher, ..*rule };
            let raised = rules(&|at, rule| Some(if at == gone { raise(rule) } else { Rule { ..*rule } }));
            versions.push((format!("{} one level higher", rule.id), raised));
        }
    }
    for (gone, flag) in old.red_flags.iter().enumerate() {
        let kept = old.red_flags.iter().enumerate().filter(|(at, _)| *at != gone).map(|(_, f)| RedFlag { ..*f });
        versions.push((format!("without {}", flag.id), Protocol { red_flags: Box::leak(kept.collect()), ..*old }));
    }
    for (always, question) in old.questions.iter().enumerate().filter(|(_, q)| q.skip_when.is_some()) {
        let asked = old.questions.iter().enumerate().map(|(at, q)| care_check_engine::Question {
            options: q.options,
            skip_when: q.skip_when.filter(|_| at != always),
            ..*q
        });
        versions.push((
            format!("{} {ALWAYS_ASKED}", question.id),
            Protocol { questions: Box::leak(asked.collect()), ..*old },
        ));
    }
    versions
}

/// Tries visits that chance chooses: each change of level is told by a pattern, and each pattern shows.
fn check(content: &Content, old: &Protocol, new: &Protocol, found: &Diff, name: &str) {
    let answers: Vec<Vec<OptionSet>> = old
        .questions
        .iter()
        .map(|question| possible_answers(question).into_iter().filter(|answer| !answer.is_empty()).collect())
        .collect();
    let mut chance = Chance(name.bytes().fold(1, |seed: u64, byte| seed.wrapping_mul(31).wrapping_add(byte.into())));
    let mut visit = |wanted: Option<&Pattern>| {
        let mut visit = Answers::NONE;
        for (ix, answers) in QuestionIx::all(old).zip(&answers) {
            let fits = |answer: &OptionSet| wanted.is_none_or(|pattern| covers(old, pattern, ix, *answer));
            let fitting: Vec<OptionSet> = answers.iter().copied().filter(fits).collect();
            // Mild answers leave room for one change to be seen.
            let mild = chance.below(3) > 0;
            visit.set(ix, fitting[if mild { 0 } else { chance.below(fitting.len()) }]);
        }
        visit
    };
    for _ in 0..1500 {
        let visit = visit(None);
        if let Some(change) = changed(old, new, &visit) {
            let told = found.patterns.iter().any(|p| fits(old, p, &visit) && p.changes.contains(&change));
            assert!(told, "{name}: {change:?} is not told for {:?}", named(content, &visit));
        }
    }
    for pattern in &found.patterns {
        let mut seen = BTreeSet::new();
        for _ in 0..3000 {
            let visit = visit(Some(pattern));
            if let Some(change) = changed(old, new, &visit) {
                assert!(pattern.changes.contains(&change), "{name}: {change:?} is not in {pattern:?}");
                seen.insert(change);
            }
            if seen.len() == pattern.changes.len() {
                break;
            }
        }
        assert!(!seen.is_empty(), "{name}: nobody changes by {pattern:?}");
    }
}

fn changed(old: &Protocol, new: &Protocol, visit: &Answers) -> Option<Change> {
    let levels = |protocol: &Protocol| {
        let found = assess(protocol, visit);
        let id = |level: LevelIx| level.of(protocol).map_or("", |l| l.id);
        (id(found.first_step()), id(found.setting))
    };
    let change = Change { before: levels(old), after: levels(new) };
    (change.before != change.after).then_some(change)
}

fn fits(protocol: &Protocol, pattern: &Pattern, visit: &Answers) -> bool {
    let heard = on_path(protocol, visit);
    QuestionIx::all(protocol).all(|ix| !heard.is_answered(ix) || covers(protocol, pattern, ix, heard.options(ix)))
}

/// Whether an answer is one that a pattern asks for.
fn covers(protocol: &Protocol, pattern: &Pattern, ix: QuestionIx, answer: OptionSet) -> bool {
    let Some(question) = ix.of(protocol) else { return false };
    let set = |ids: &[&str]| {
        let options = question.options.iter().enumerate().filter(|(_, o)| ids.contains(&o.id));
        let declined = if ids.contains(&"declined") { OptionSet::DECLINED } else { OptionSet::EMPTY };
        options.fold(declined, |set, (at, _)| set.union(OptionSet::one(at as u8)))
    };
    pattern.when.iter().all(|part| match part {
        Part::OneOf { question: of, options } | Part::With { question: of, options } if *of == question.id => {
            answer.meets(set(options))
        }
        Part::Without { question: of, options } if *of == question.id => !answer.meets(set(options)),
        _ => true,
    })
}

fn named(content: &Content, visit: &Answers) -> Vec<String> {
    let ids = |ix: QuestionIx| {
        let question = ix.of(content.protocol)?;
        let chosen = visit.options(ix);
        let options = chosen.positions().filter_map(|at| question.options.get(usize::from(at))).map(|o| o.id);
        Some(format!("{} {}", question.id, options.collect::<Vec<_>>().join("+")))
    };
    QuestionIx::all(content.protocol).filter_map(ids).collect()
}

/// Numbers that look random and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound.max(1)
    }
}
