//! Every text is calm, easy to read, without words that hurt and without numbers to call, in both voices and
//! in the words of every region.

use std::fs;
use std::path::Path;

use care_check_engine::load::lint::{self, Formula};
use care_check_engine::load::reader::Problems;
use care_check_engine::load::{Content, load};

#[path = "support/edited.rs"]
mod edited;
use edited::Edited;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn content() -> Content {
    load(root()).unwrap_or_else(|problems| {
        panic!("the content has problems:\n{}", problems.iter().map(|p| format!("{p}\n")).collect::<String>())
    })
}

#[test]
fn every_text_is_calm_and_easy_to_read() {
    let content = content();
    let problems = Problems::default();
    for words in &content.languages {
        lint::check(root(), words, content.protocol, &problems);
    }
    let found = problems.into_sorted();
    assert!(found.is_empty(), "{}", found.iter().map(|p| format!("{p}\n")).collect::<String>());
}

/// The rules of every language know such words; that no text holds one is what the test above says.
#[test]
fn no_text_sends_anyone_to_a_place_or_a_colour_on_the_screen() {
    let english = ["Press the green button.", "Choose at the top of the page.", "It is on the right.", "See below."];
    let spanish = ["Pulsa el botón verde.", "Elige arriba en la página.", "Está a la derecha.", "Mira abajo."];
    for (tag, sound, sentences) in [("en", "Think of them.", english), ("es", "Piensa en esa persona.", spanish)] {
        for sentence in sentences {
            let edited = Edited::small();
            let rules = lint::file(tag);
            fs::copy(root().join(&rules), edited.path().join(&rules)).expect("a folder that can be written");
            edited.replace(&format!("locales/{tag}/texts.ftl"), sound, sentence);
            let problems = load(edited.path()).err().unwrap_or_default();
            assert!(problems.iter().any(|problem| problem.to_string().contains("is avoided here")), "{sentence}");
        }
    }
}

#[test]
fn every_language_says_how_it_is_written() {
    for words in content().languages {
        assert!(root().join(lint::file(&words.tag)).is_file(), "{} has no lint.toml", words.tag);
    }
}

#[test]
fn what_is_watched_holds_the_rules_of_writing() {
    let watched = care_check_engine::load::watched_files(root());
    assert!(watched.contains(&root().join(lint::file("en"))));
}

fn assert_syllables(formula: Formula, spoken: &[(usize, &str)]) {
    for (syllables, words) in spoken {
        for word in words.split(' ') {
            assert_eq!(formula.syllables(word), *syllables, "{word}");
        }
    }
}

#[test]
fn english_syllables_are_counted_as_they_are_spoken() {
    let spoken = [
        (1, "time used friends hours breathe through sleep stopped times"),
        (2, "cocaine people needed places being going quiet doctor little someone sometimes tired"),
        (3, "media period medical overdose suicide however naloxone easier anyone"),
        (4, "emergency January"),
        (5, "university hospitality"),
    ];
    assert_syllables(Formula::FleschKincaid, &spoken);
    // Numbers and short abbreviations are spoken sign by sign.
    for (sign, syllables) in [("911", 3), ("GP", 2), ("IOP", 3), ("A&E", 2), ("7", 1), ("HELLO", 2)] {
        assert_eq!(Formula::FleschKincaid.syllables(sign), syllables, "{sign}");
    }
}

#[test]
fn spanish_syllables_are_counted_as_they_are_spoken() {
    let spoken = [
        (1, "pan voy tren buey"),
        (2, "casa cuida quiere guerra día agua reír"),
        (3, "ayuda consumo médico línea"),
        (4, "emergencia cocaína"),
    ];
    assert_syllables(Formula::SzigrisztPazos, &spoken);
}

#[test]
fn every_formula_asks_for_the_same_school_grade_and_for_one_less_where_there_is_danger() {
    let limits = |formula: Formula| (formula.limit(), formula.urgent());
    assert_eq!(limits(Formula::FleschKincaid), (6.0, 5.0));
    // Points, of which more are easier: what readers of twelve years, and of eleven, read with ease.
    assert_eq!(limits(Formula::SzigrisztPazos), (65.0, 75.0));
}

#[test]
fn the_measure_of_a_text_is_the_formula() {
    // Nine words of one syllable each, in one sentence and in two.
    let one = Formula::FleschKincaid.measure("The cat sat on the mat and looked up.");
    let two = Formula::FleschKincaid.measure("The cat sat on the mat. It looked up.");
    assert_eq!(one, Some(0.39 * 9.0 + 11.8 - 15.59));
    assert_eq!(two, Some(0.39 * 4.5 + 11.8 - 15.59));
    // A short text is not measured, whatever its words.
    assert_eq!(Formula::FleschKincaid.measure("Partial hospitalization or residential detoxification"), None);
    let easy = Formula::SzigrisztPazos.measure("Ven a la sala y pide pan con sal.");
    let hard = Formula::SzigrisztPazos
        .measure("La desintoxicación hospitalaria requiere supervisión especializada y continuada siempre.");
    assert!(easy > Some(100.0) && hard < Some(20.0), "{easy:?} {hard:?}");
}
