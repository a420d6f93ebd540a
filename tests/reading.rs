//! Every screen as a whole is easy to read, in both voices, in every region's words and in every language.
//!
//! `cargo protocol check` measures each text by itself; here a screen is measured as people meet it, with the lines
//! that are too short to be measured alone. Headings, labels and buttons of a word or two make any formula friendly,
//! so that the running words count alone as well.

use std::path::Path;

use care_check::content::{DIRECTORY, LOCALES, Locale};
use care_check::render::{screen, shell};
use care_check::session::{Action, Screen, Session};
use care_check_engine::help::Region;
use care_check_engine::load::lint::{self, Formula};
use care_check_engine::words::Who;
use markup::Piece;
use screens::every_screen;

#[allow(dead_code, reason = "the tests of languages use more of it")]
#[path = "support/markup.rs"]
mod markup;
#[allow(dead_code, reason = "the tests of screens use more of it")]
#[path = "support/screens.rs"]
mod screens;

/// A line of fewer words is a label.
const FEWEST_WORDS_OF_A_SENTENCE: usize = 4;
const WORST_NAMED: usize = 5;

fn formula(locale: &Locale) -> Formula {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    lint::formula(root, locale.tag).unwrap_or_else(|| panic!("{} names no formula", locale.tag))
}

/// What somebody reads, a line each. Names of sources are what they are, and are in a language of their own.
fn lines(pieces: &[Piece], locale: &Locale) -> Vec<String> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    for piece in pieces.iter().filter(|piece| piece.attribute.is_none() && !piece.hidden && piece.lang == locale.tag) {
        match lines.last_mut() {
            Some((line, text)) if *line == piece.line => *text = format!("{text} {}", piece.text),
            _ => lines.push((piece.line, piece.text.clone())),
        }
    }
    lines.into_iter().map(|(_, text)| text).collect()
}

fn is_running(line: &&String) -> bool {
    line.split_whitespace().count() >= FEWEST_WORDS_OF_A_SENTENCE
}

/// The measures of a screen: everything on it, and the running words alone.
fn measures(lines: &[String], formula: Formula) -> [Option<f64>; 2] {
    let running: Vec<&str> = lines.iter().filter(is_running).map(String::as_str).collect();
    [formula.measure(&lines.join("\n")), formula.measure(&running.join("\n"))]
}

/// What is wrong with a screen, with the sentences that make it so.
fn too_hard(place: &str, lines: &[String], formula: Formula, limit: f64) -> Option<String> {
    let over = measures(lines, formula).into_iter().flatten().find(|measure| formula.is_harder(*measure, limit))?;
    let text = lines.join("\n");
    let mut sentences: Vec<(f64, &str)> =
        lint::sentences(&text).filter_map(|sentence| Some((formula.measure(sentence)?, sentence.trim()))).collect();
    sentences.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    if formula.is_harder(1.0, 0.0) {
        sentences.reverse();
    }
    let worst: String =
        sentences.iter().take(WORST_NAMED).map(|(measure, words)| format!("\n    {measure:.1}: {words}")).collect();
    Some(format!("{place} measures {over:.1}, the limit is {limit}; the hardest:{worst}"))
}

/// A region for each vocabulary, and nobody's.
fn vocabularies() -> Vec<Option<&'static Region>> {
    let mut regions: Vec<&Region> = DIRECTORY.regions.iter().collect();
    regions.sort_by_key(|region| region.vocabulary as u8);
    regions.dedup_by_key(|region| region.vocabulary as u8);
    regions.into_iter().map(Some).chain([None]).collect()
}

#[test]
fn every_screen_is_easy_to_read_in_every_voice_region_and_language() {
    let mut found = Vec::new();
    let mut measured = 0;
    for locale in LOCALES {
        let formula = formula(locale);
        for who in [Who::Myself, Who::Other] {
            for region in vocabularies() {
                for session in every_screen() {
                    let session = spoken(session, locale, who, region);
                    let lines = lines(&markup::pieces(&screen(session)), locale);
                    let urgent = matches!(session.screen(), Screen::Emergency(_));
                    let limit = if urgent { formula.urgent() } else { formula.limit() };
                    let place =
                        format!("{:?}, {who:?}, {}, {}", session.screen(), region.map_or("-", |r| r.id), locale.tag);
                    measured += 1;
                    found.extend(too_hard(&place, &lines, formula, limit));
                }
            }
        }
    }
    assert!(measured > 1_000, "only {measured} screens were measured");
    assert!(found.is_empty(), "{} of {measured} screens are too hard:\n{}", found.len(), found.join("\n"));
}

fn spoken(session: Session, locale: &'static Locale, who: Who, region: Option<&Region>) -> Session {
    let region = region.map(|region| region.id);
    session.after(Action::Language(locale)).after(Action::For(who)).after(Action::Region(region))
}

/// The words of the bar, the panel with the emergency signs, and everything that the shell says.
#[test]
fn the_emergency_panel_is_easier_still_and_the_shell_as_easy_as_a_screen() {
    let mut found = Vec::new();
    let mut measured = 0;
    for locale in LOCALES {
        let formula = formula(locale);
        let shell = shell::markup(vec![*locale].leak());
        for region in DIRECTORY.regions.iter().map(|region| region.id).chain([""]) {
            let block = format!("data-region=\"{region}\"");
            let bar = within(within(within(&shell, "class=\"bar\""), &block), "class=\"bar-signs\"");
            let panel = within(within(&shell, "id=\"emergency-signs\""), &block);
            for (name, markup) in [("the bar", bar), ("the panel", panel)] {
                let mut pieces = markup::pieces(markup);
                assert!(pieces.len() >= 3, "{name} of {region} says {pieces:?}");
                pieces.iter_mut().for_each(|piece| piece.lang = locale.tag.to_owned());
                let place = format!("{name}, {region}, {}", locale.tag);
                measured += 1;
                found.extend(too_hard(&place, &lines(&pieces, locale), formula, formula.urgent()));
            }
        }
        let lines = lines(&markup::pieces(&shell), locale);
        found.extend(too_hard(&format!("the shell, {}", locale.tag), &lines, formula, formula.limit()));
    }
    assert_eq!(measured, LOCALES.len() * (DIRECTORY.regions.len() + 1) * 2);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// What stands in the first element whose tag holds these words.
fn within<'a>(markup: &'a str, holds: &str) -> &'a str {
    let at = markup.find(holds).unwrap_or_else(|| panic!("the shell has no {holds}"));
    let start = markup[..at].rfind('<').expect("an attribute stands in a tag");
    let name = markup[start + 1..].split(' ').next().unwrap_or_default();
    let (opening, closing) = (format!("<{name}"), format!("</{name}>"));
    let mut depth = 0usize;
    let mut end = start;
    loop {
        let rest = &markup[end..];
        let close = rest.find(&closing).expect("the element closes");
        match rest.find(&opening).filter(|open| *open < close) {
            Some(open) => {
                depth += 1;
                end += open + opening.len();
            }
            None => {
                depth -= 1;
                end += close + closing.len();
                if depth == 0 {
                    let inside = &markup[start..end - closing.len()];
                    return &inside[inside.find('>').expect("a tag ends") + 1..];
                }
            }
        }
    }
}

#[test]
fn a_screen_that_is_too_hard_is_named_with_its_hardest_sentence() {
    let hard =
        "Comprehensive psychosocial rehabilitation necessitates interdisciplinary collaboration and supervision.";
    let lines = vec!["Call now.".to_owned(), "You can rest here for a while with us.".to_owned(), hard.to_owned()];
    let said = too_hard("a screen", &lines, Formula::FleschKincaid, 6.0).expect("it is too hard");
    assert!(said.contains("a screen") && said.contains(hard.trim_end_matches('.')), "{said}");
    assert_eq!(too_hard("a screen", &lines[..2], Formula::FleschKincaid, 6.0), None);
}
