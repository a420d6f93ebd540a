//! Every problem the content checker knows is found, by file and line, when it is the only thing wrong.
//!
//! Each case takes the smallest sound content (`tests/fixtures/small`), changes one thing and states what the
//! checker says. A kind of problem without a case fails here.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use care_check_engine::load::problem::Problem;
use care_check_engine::load::{Content, load};

#[path = "support/edited.rs"]
mod edited;
use edited::Edited;

/// What is changed in the sound content.
enum Change {
    /// In this file, this text, which stands there once, becomes another.
    Text(&'static str, &'static str, String),
    Remove(&'static str),
}

/// A change, and the problem it makes: name, file and line.
struct Case(Change, &'static str, &'static str, usize);

const PROTOCOL: &str = "protocol/protocol.toml";
const LEVELS: &str = "protocol/levels.toml";
const QUESTIONS: &str = "protocol/questions.toml";
const RED_FLAGS: &str = "protocol/red_flags.toml";
const RULES: &str = "protocol/rules.toml";
const MODIFIERS: &str = "protocol/modifiers.toml";
const ALTERNATIVES: &str = "protocol/alternatives.toml";
const PLAN: &str = "protocol/plan.toml";
const NOT_MODELLED: &str = "protocol/not_modelled.toml";
const SOURCES: &str = "protocol/sources.toml";
const HELPLINES: &str = "protocol/helplines.toml";
const VIGNETTE: &str = "protocol/vignettes/o01.toml";
const TEXTS: &str = "locales/en/texts.ftl";
const EMERGENCY: &str = "locales/en/emergency.ftl";
const SPANISH: &str = "locales/es/texts.ftl";
const LINT: &str = "locales/en/lint.toml";

fn text(file: &'static str, from: &'static str, to: impl Into<String>) -> Change {
    Change::Text(file, from, to.into())
}

fn cases() -> Vec<Case> {
    let many_flags: String = (2..=70)
        .map(|n| {
            format!(
                "[[red_flag]]\nid = \"F{n}\"\nwhen = {{ danger = [\"fit\"] }}\nact = [\"call\"]\nsources = [\"S1\"]\n"
            )
        })
        .collect();
    vec![
        // Files.
        Case(Change::Remove("locales/es/lint.toml"), "Unreadable", "locales/es/lint.toml", 1),
        Case(text(PROTOCOL, "[\"using\"] }", "[\"using\"] }\nedition"), "Syntax", PROTOCOL, 4),
        Case(text(TEXTS, "question-amount =", "question-amount"), "Syntax", TEXTS, 22),
        // Keys and values.
        Case(text(RULES, "level = \"detox\"\n", ""), "MissingKey", RULES, 13),
        Case(text(MODIFIERS, "at_least = 1, ", ""), "MissingKey", MODIFIERS, 3),
        Case(text(HELPLINES, "call = \"988\"\n", ""), "MissingKey", HELPLINES, 10),
        Case(text(HELPLINES, "\"988\"\n", "\"988\"\nkeyword = \"HI\"\n"), "MissingKey", HELPLINES, 10),
        Case(text(PROTOCOL, "coming_down_open = { place = [\"using\"] }", ""), "MissingKey", PROTOCOL, 1),
        Case(text(PROTOCOL, "version = \"1\"", "version = \"1\"\nedition = \"2\""), "UnknownKey", PROTOCOL, 3),
        Case(text(VIGNETTE, "[answers]", "[told]\nmodifers = []\n\n[answers]"), "UnknownKey", VIGNETTE, 11),
        Case(text(QUESTIONS, "\"none\", alone = true", "\"none\", alone = \"yes\""), "WrongType", QUESTIONS, 7),
        Case(text(HELPLINES, "https://example.org/\"", "example.org\""), "WrongType", HELPLINES, 32),
        Case(text(HELPLINES, "\"911\"", "\"\""), "WrongType", HELPLINES, 5),
        Case(text(HELPLINES, "\"988\"", "\"none\""), "WrongType", HELPLINES, 13),
        Case(text(VIGNETTE, "acceptable = [\"detox\"]", "acceptable = [\"visits\"]"), "WrongType", VIGNETTE, 6),
        Case(text(PLAN, "ways = [\"walk\"]\n", ""), "MissingKey", PLAN, 5),
        // Ids.
        Case(text(ALTERNATIVES, "id = \"A01\"", "id = \"A 01\""), "BadId", ALTERNATIVES, 2),
        Case(text(HELPLINES, "id = \"map\"", "id = \"a map\""), "BadId", HELPLINES, 31),
        Case(text(RULES, "id = \"R03\"", "id = \"R02\""), "DuplicateId", RULES, 14),
        Case(text(HELPLINES, "id = \"advisers\"\nkind", "id = \"listeners\"\nkind"), "DuplicateId", HELPLINES, 21),
        Case(text(RULES, "place = [\"using\"]", "place = [\"usng\"]"), "Unknown", RULES, 10),
        Case(text(PROTOCOL, "place = [\"using\"]", "place = [\"usng\"]"), "Unknown", PROTOCOL, 3),
        Case(text(PLAN, "group = \"emotional\"", "group = \"moods\""), "Unknown", PLAN, 7),
        Case(text(PLAN, "ways = [\"walk\"]", "ways = [\"walks\"]"), "Unknown", PLAN, 8),
        Case(text(LINT, "flesch_kincaid", "flesch"), "Unknown", LINT, 1),
        Case(text(ALTERNATIVES, "sources = [\"S1\"]", "sources = [\"S2\"]"), "Unknown", ALTERNATIVES, 6),
        Case(text(VIGNETTE, "amount = \"much\"", "amount = \"lots\""), "UnknownHere", VIGNETTE, 13),
        Case(
            text(RED_FLAGS, "id = \"F01\"", format!("id = \"F01\"\n{END_OF_FLAG}{many_flags}{BEGIN_OF_FLAG}")),
            "TooMany",
            RED_FLAGS,
            1,
        ),
        // Questions and conditions.
        Case(text(QUESTIONS, "  { id = \"low\" },\n", ""), "NoOptions", QUESTIONS, 33),
        Case(
            text(QUESTIONS, "{ id = \"stopped\" }", "{ id = \"stopped\", alone = true }"),
            "AloneInOne",
            QUESTIONS,
            17,
        ),
        Case(text(VIGNETTE, "danger = [\"none\"]", "danger = [\"none\", \"fit\"]"), "NotAlone", VIGNETTE, 11),
        Case(text(RULES, "when = { amount = [\"much\"] }", "when = {}"), "EmptyCondition", RULES, 16),
        Case(
            text(QUESTIONS, "skip_when = { place = [\"stopped\"] }", "skip_when = { amount = [\"little\"] }"),
            "DependsOnLater",
            QUESTIONS,
            24,
        ),
        Case(
            text(
                RED_FLAGS,
                "when = { danger = [\"faint\", \"fit\", \"declined\"] }",
                "when = { any = { danger = [\"faint\", \"declined\"], amount = [\"much\"] } }",
            ),
            "SkippableRedFlag",
            RED_FLAGS,
            1,
        ),
        Case(
            text(QUESTIONS, "skip_when = { place = [\"stopped\"] }", "skip_when = { any = { place = [\"stopped\"] } }"),
            "SkipIsNotPlain",
            QUESTIONS,
            24,
        ),
        Case(
            text(
                QUESTIONS,
                "skip_when = { place = [\"stopped\"] }",
                "skip_when = { place = [\"stopped\", \"using\"] }",
            ),
            "UnreachableQuestion",
            QUESTIONS,
            22,
        ),
        Case(
            text(RULES, "when = { place = [\"using\"] }", "when = { place = [\"stopped\"] }"),
            "OptionOrder",
            QUESTIONS,
            18,
        ),
        Case(text(QUESTIONS, "\"Raises nothing by itself.\"", "\"Counts as much.\""), "UnheededDecline", QUESTIONS, 25),
        // Levels and rules.
        Case(text(RULES, "level = \"detox\"", "level = \"emergency\""), "RuleLeadsToEmergency", RULES, 13),
        Case(text(LEVELS, "role = \"treatment\"", "role = \"sustaining\""), "RoleCount", LEVELS, 1),
        Case(text(LEVELS, TREATMENT_THEN_STEP, STEP_THEN_TREATMENT), "LevelOrder", LEVELS, 14),
        Case(
            text(LEVELS, "role = \"first_step\"\nthen_at_least = \"visits\"", "role = \"first_step\""),
            "NoFollowingLevel",
            LEVELS,
            11,
        ),
        Case(
            text(RULES, "level = \"support\"\nwhen = {}", "level = \"support\"\nwhen = { place = [\"stopped\"] }"),
            "NoFloor",
            RULES,
            1,
        ),
        // Sources.
        Case(
            text(
                SOURCES,
                "[[source]]\nid = \"K1\"",
                "[[source]]\nid = \"S2\"\nkind = \"reading\"\ntitle = \"More\"\n\n[[source]]\nid = \"K1\"",
            ),
            "UncitedSource",
            SOURCES,
            12,
        ),
        Case(text(ALTERNATIVES, "sources = [\"S1\"]", "sources = []"), "NoSource", ALTERNATIVES, 1),
        // Helplines.
        Case(
            text(HELPLINES, "hours = \"daytime\"\nconfirmed = true", "hours = \"daytime\"\nconfirmed = false"),
            "OnlyUnconfirmed",
            HELPLINES,
            1,
        ),
        Case(
            text(HELPLINES, "[\"listeners\", \"advisers\"]", "[\"advisers\", \"listeners\"]"),
            "CrisisLineNotShown",
            HELPLINES,
            1,
        ),
        // How texts are written.
        Case(text(TEXTS, ".about = To ask.", ".about = To ask. Call 555 0100."), "PhoneOrAddressInText", TEXTS, 82),
        Case(
            text(TEXTS, ".about = Finds help.", ".about = Finds help at example.org."),
            "PhoneOrAddressInText",
            TEXTS,
            85,
        ),
        Case(text(TEXTS, "[other] Think of them.", "[other] Think of the addict."), "AvoidedWord", TEXTS, 15),
        Case(text(SPANISH, "Piensa en esa persona.", "Piensa en el adicto."), "AvoidedWord", SPANISH, 15),
        Case(
            text(TEXTS, "rule-R01 = Support is good for all.", "rule-R01 = Support is good for all!"),
            "ExclamationMark",
            TEXTS,
            71,
        ),
        Case(
            text(
                TEXTS,
                "rule-R02 = Use is a reason for visits.",
                "rule-R02 = Continuing consumption necessitates regular professional appointments and monitoring.",
            ),
            "HardToRead",
            TEXTS,
            72,
        ),
        // What is easy enough elsewhere can be too hard in an emergency.
        Case(
            text(
                EMERGENCY,
                "Stay on the phone, and do not go to sleep.",
                "Stay on the phone until help is there, and never sleep or take any other medicines or alcohol.",
            ),
            "HardToRead",
            EMERGENCY,
            1,
        ),
        Case(
            text(
                SPANISH,
                "Con tanto consumo es bueno parar con ayuda cerca.",
                "Semejante consumo continuado recomienda desintoxicación hospitalaria especializada inmediatamente.",
            ),
            "HardToRead",
            SPANISH,
            73,
        ),
        // Which texts there are.
        Case(text(TEXTS, "  .fit = A fit\n", ""), "MissingText", "locales/en", 1),
        Case(text(SPANISH, "progress = Pregunta { $n } de { $total }\n", ""), "MissingText", SPANISH, 1),
        Case(text(TEXTS, "rule-R03 =", "rule-R04 = Gone.\nrule-R03 ="), "UnusedText", TEXTS, 73),
        Case(text(SPANISH, "progress =", "progreso = Sobra.\nprogress ="), "UnusedText", SPANISH, 86),
        Case(text(TEXTS, "progress =", "region-here = There\nprogress ="), "DuplicateText", TEXTS, 86),
        // What stands in a text.
        Case(text(TEXTS, "Question { $n }", "Question { $m }"), "UnknownVariable", TEXTS, 86),
        Case(text(TEXTS, "Visits to a { -clinic }.", "Visits to a { -klinik }."), "UnknownTerm", TEXTS, 42),
        Case(text(TEXTS, "    [other] Think of them.", "    [others] Think of them."), "UnknownVariant", TEXTS, 15),
        Case(
            text(TEXTS, "alternative-A01 = Start with talks.", "alternative-A01 = Start with { NUMBER($n) } talks."),
            "UnsupportedFluent",
            TEXTS,
            76,
        ),
        Case(
            text(TEXTS, "Visits to a { -clinic }.", "Visits to a { -clinic(case: \"of\") }."),
            "UnsupportedFluent",
            TEXTS,
            42,
        ),
        Case(
            text(TEXTS, "alternative-A01 = Start with talks.", "alternative-A01 = Start with{ \"\\u00A0\" }talks."),
            "UnsupportedFluent",
            TEXTS,
            76,
        ),
        Case(
            text(
                TEXTS,
                "    [other] Think of them.\n   *[self] Think of you.",
                "   *[other] Think of them.\n    [self] Think of you.",
            ),
            "UnsupportedDefault",
            TEXTS,
            15,
        ),
        Case(text(SPANISH, "de { $total }", "de todas"), "DifferentValues", SPANISH, 86),
        Case(text(SPANISH, ".good = Cerca.", ".good =\n    Cerca.\n    Fácil."), "DifferentItems", SPANISH, 44),
        // One voice, and the words of one region, are enough to miss an item or to have one too many.
        Case(
            text(SPANISH, ".hard = Largo.", ".hard = { $who ->\n   [other] Largo.\n     Caro.\n  *[self] Largo.\n  }"),
            "DifferentItems",
            SPANISH,
            45,
        ),
        Case(
            text(SPANISH, ".good = Rápido.", ".good = { $words ->\n   [au] {\"\"}\n  *[us] Rápido.\n  }"),
            "DifferentItems",
            SPANISH,
            64,
        ),
    ]
}

const TREATMENT_THEN_STEP: &str = "role = \"treatment\"\nsources = [\"S1\"]\n\n[[level]]\nid = \"detox\"\nrole = \"first_step\"\nthen_at_least = \"visits\"";
const STEP_THEN_TREATMENT: &str = "role = \"first_step\"\nthen_at_least = \"support\"\nsources = [\"S1\"]\n\n[[level]]\nid = \"detox\"\nrole = \"treatment\"";

/// Closes the entry that an edit stands in, and opens one for what is left of it.
const END_OF_FLAG: &str =
    "when = { danger = [\"faint\", \"fit\", \"declined\"] }\nact = [\"call\"]\nsources = [\"S1\"]\n";
const BEGIN_OF_FLAG: &str = "[[red_flag]]\nid = \"F99\"";

#[test]
fn the_smallest_content_is_sound() {
    let problems = load(Edited::small().path()).err().unwrap_or_default();
    assert!(problems.is_empty(), "{}", in_words(&problems));
}

#[test]
fn every_case_makes_its_problem_and_only_what_follows_from_it() {
    // What is gone or has another name is missed by whatever points to it.
    const FOLLOWS: [&str; 5] = ["Unknown", "UnknownHere", "MissingText", "UnusedText", "DifferentValues"];
    let mut failures = Vec::new();
    for Case(change, name, file, line) in &cases() {
        let folder = Edited::small();
        apply(change, &folder);
        let problems = load(folder.path()).err().unwrap_or_default();
        let (its, others): (Vec<&Problem>, Vec<&Problem>) =
            problems.iter().partition(|p| p.kind.name() == *name && p.file == *file && p.line == *line);
        if its.len() != 1 || !others.iter().all(|other| FOLLOWS.contains(&other.kind.name().as_str())) {
            failures.push(format!("{name} in {file}:{line}, but found\n{}", in_words(&problems)));
        }
        for problem in its {
            let said = problem.to_string();
            let helps = said.split_once("\n    help: ").is_some_and(|(_, help)| help.len() > 10);
            assert!(helps, "{name} does not say what to do: {said}");
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

#[test]
fn no_kind_of_problem_lacks_a_case() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let source = fs::read_to_string(root.join("engine/src/load/problem.rs")).expect("the kinds of problem");
    let kinds =
        source.split("pub enum Wrong {\n").nth(1).and_then(|rest| rest.split("\n}\n").next()).expect("the enum");
    let names =
        kinds.lines().filter_map(|line| line.strip_prefix("    ")).filter(|l| l.starts_with(char::is_uppercase));
    let known: BTreeSet<&str> = names.filter_map(|line| line.split([' ', ',', '{']).next()).collect();
    let cased: BTreeSet<&str> = cases().iter().map(|Case(_, name, ..)| *name).collect();
    assert!(known.len() > 30, "the kinds of problem are written in another way than this test reads");
    assert_eq!(known, cased);
}

#[test]
fn every_problem_is_said_at_once() {
    let folder = Edited::small();
    folder.replace(RULES, "place = [\"using\"]", "place = [\"usng\"]");
    folder.replace(TEXTS, "progress = Question", "progress = Question!");
    folder.replace(HELPLINES, "kind = \"drugs\"", "kind = \"drugz\"");
    let problems = load(folder.path()).err().unwrap_or_default();
    let files: Vec<&str> = problems.iter().map(|problem| problem.file.as_str()).collect();
    assert_eq!(files, [TEXTS, HELPLINES, RULES], "{}", in_words(&problems));
    assert!(problems[1].to_string().contains("did you mean `drugs`?"), "{}", problems[1]);
}

#[test]
fn no_file_of_the_protocol_passes_over_a_table_it_does_not_know() {
    for file in
        [PROTOCOL, LEVELS, QUESTIONS, RED_FLAGS, RULES, MODIFIERS, ALTERNATIVES, PLAN, SOURCES, NOT_MODELLED, HELPLINES]
    {
        for table in ["[[rull]]\nid = \"R99\"\n", "[stray]\nid = \"x\"\n"] {
            let folder = Edited::small();
            append(&folder, file, table);
            let problems = load(folder.path()).err().unwrap_or_default();
            let told = problems.iter().any(|p| p.kind.name() == "UnknownKey" && p.file == file);
            assert!(told, "{file} with {table}: {}", in_words(&problems));
        }
    }
}

#[test]
fn signed_content_is_reviewed_and_any_change_to_it_makes_it_a_draft_again() {
    let signed = || {
        let folder = Edited::small();
        let digest = loaded(&folder).digest;
        let who = "name = \"A\"\nrole = \"B\"\ndate = 2026-01-01\n";
        append(&folder, PROTOCOL, &format!("[sign_off]\n{who}sha256 = \"{digest}\"\n"));
        assert!(loaded(&folder).is_reviewed());
        folder
    };
    assert!(!loaded(&Edited::small()).is_reviewed(), "nobody signed this");
    for (file, from, to) in [
        (RULES, "level = \"visits\"", "level = \"support\""),
        (TEXTS, "progress = Question", "progress = Step"),
        (PROTOCOL, "version = \"1\"", "version = \"2\""),
    ] {
        let folder = signed();
        folder.replace(file, from, to);
        assert!(!loaded(&folder).is_reviewed(), "{file} with {to} still counts as signed");
    }
}

#[test]
fn a_signed_translation_is_reviewed_until_it_or_what_it_translates_changes() {
    let who = "name = \"A\"\nrole = \"B\"\ndate = 2026-01-01\n";
    let signed = |tag: &str| {
        let folder = Edited::small();
        let content = loaded(&folder);
        let translation = content.translations.first().expect("the fixture has a translation");
        assert!(content.is_unreviewed_translation(&translation.tag) && !content.is_unreviewed_translation("en"));
        let whole = format!("[sign_off]\n{who}sha256 = \"{}\"\n", content.digest);
        let of_it = format!("[sign_off.translations.{tag}]\n{who}sha256 = \"{}\"\n", translation.digest);
        append(&folder, PROTOCOL, &format!("{whole}\n{of_it}"));
        folder
    };
    let folder = signed("es");
    assert!(loaded(&folder).is_reviewed() && !loaded(&folder).is_unreviewed_translation("es"));
    for file in ["locales/es/texts.ftl", TEXTS] {
        let folder = signed("es");
        append(&folder, file, "# One more comment.\n");
        assert!(loaded(&folder).is_unreviewed_translation("es"), "{file} has changed and still counts as signed");
    }
    let problems = load(signed("xx").path()).err().unwrap_or_default();
    assert!(problems.iter().any(|p| p.kind.name() == "UnknownKey" && p.file == PROTOCOL), "{}", in_words(&problems));
}

#[test]
fn a_sign_off_in_another_file_hides_nothing_and_is_a_problem() {
    for file in [LEVELS, QUESTIONS, RED_FLAGS, RULES, MODIFIERS, ALTERNATIVES, PLAN, SOURCES, NOT_MODELLED, HELPLINES] {
        let folder = Edited::small();
        append(&folder, file, "[sign_off]\nname = \"A\"\n");
        let problems = load(folder.path()).err().unwrap_or_default();
        assert!(problems.iter().any(|p| p.kind.name() == "UnknownKey" && p.file == file), "{}", in_words(&problems));
    }
}

fn loaded(folder: &Edited) -> Content {
    load(folder.path()).unwrap_or_else(|problems| panic!("{}", in_words(&problems)))
}

fn append(folder: &Edited, file: &str, text: &str) {
    let path = folder.path().join(file);
    let before = fs::read_to_string(&path).expect("a file of the fixture");
    fs::write(&path, format!("{before}\n{text}")).expect("a folder that can be written");
}

fn apply(change: &Change, folder: &Edited) {
    match change {
        Change::Remove(file) => fs::remove_file(folder.path().join(file)).expect("a file of the fixture"),
        Change::Text(file, from, to) => folder.replace(file, from, to),
    }
}

fn in_words(problems: &[Problem]) -> String {
    if problems.is_empty() { "no problem".to_owned() } else { problems.iter().map(|p| format!("{p}\n")).collect() }
}
