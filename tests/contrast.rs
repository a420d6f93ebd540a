//! Every colour of `assets/tokens.css` can be told from every ground it may stand on, in both themes.
//!
//! The colours that a site may set are tried in `tests/browser/tests/promises/colours.rs`, where the script is that
//! makes them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const TOKENS: &str = include_str!("../assets/tokens.css");

/// Name and text of every style sheet.
fn sheets() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let files = fs::read_dir(folder).expect("assets can be read").flatten().map(|entry| entry.path());
    let styles = files.filter(|path| path.extension().is_some_and(|extension| extension == "css"));
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a style sheet can be read");
        (path.file_name().unwrap_or_default().to_string_lossy().into_owned(), text)
    };
    let found: Vec<_> = styles.map(read).collect();
    assert!(found.len() >= 4, "only {} style sheets", found.len());
    found
}

/// Large areas that anything may stand on.
const GROUNDS: [&str; 5] = ["ground", "surface", "accent-wash", "alarm-wash", "care-wash"];
/// Colours that text has on them.
const TEXTS: [&str; 4] = ["ink", "ink-soft", "accent-strong", "alarm-strong"];
/// Colours that alone tell where a control or a mark begins, or that something has the focus.
const MARKS: [&str; 6] = ["accent", "accent-strong", "alarm", "alarm-strong", "line-strong", "focus"];
/// Filled areas, and the colour of text on them.
const FILLED: [(&str, &str); 4] =
    [("on-accent", "accent"), ("on-accent", "accent-strong"), ("on-alarm", "alarm"), ("on-alarm", "alarm-strong")];
/// Lines between parts that the space around them tells apart as well.
const DECORATION: [&str; 3] = ["line", "alarm-line", "care-line"];

/// WCAG 2.2, 1.4.3 and 1.4.11.
const OF_TEXT: f64 = 4.5;
const OF_MARKS: f64 = 3.0;

/// Name to the colours in the light and in the dark.
fn colours() -> BTreeMap<&'static str, [&'static str; 2]> {
    let colour = |line: &'static str| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(": var(--light, ")?;
        let (light, value) = value.split_once(") var(--dark, ")?;
        Some((name, [light, value.strip_suffix(");")?]))
    };
    TOKENS.lines().filter_map(colour).collect()
}

/// Contrast as the guidelines define it.
fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let part = u8::from_str_radix(&colour[at..at + 2], 16).expect("a colour is written #rrggbb");
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

#[track_caller]
fn expect_contrast(front: &str, back: &str, at_least: f64) {
    let colours = colours();
    let of = |name: &str| colours.get(name).unwrap_or_else(|| panic!("tokens.css has no colour {name}"));
    for (theme, place) in [("light", 0), ("dark", 1)] {
        let found = contrast(of(front)[place], of(back)[place]);
        assert!(found >= at_least, "{front} on {back}, {theme}: {found:.2}, should be {at_least}");
    }
}

#[test]
fn every_text_can_be_read_on_every_ground() {
    for ground in GROUNDS {
        for text in TEXTS {
            expect_contrast(text, ground, OF_TEXT);
        }
    }
    for (text, filled) in FILLED {
        expect_contrast(text, filled, OF_TEXT);
    }
}

#[test]
fn every_mark_and_the_focus_can_be_told_from_every_ground() {
    for ground in GROUNDS {
        for mark in MARKS {
            expect_contrast(mark, ground, OF_MARKS);
        }
    }
    // How far the visitor has come.
    expect_contrast("accent", "line", OF_MARKS);
}

#[test]
fn no_style_uses_a_colour_in_a_way_that_nobody_measured() {
    let filled = FILLED.map(|(_, area)| area);
    let on_filled = FILLED.map(|(text, _)| text);
    let texts: BTreeSet<&str> = [&TEXTS[..], &on_filled[..], &["accent", "alarm"][..]].concat().into_iter().collect();
    let areas: BTreeSet<&str> =
        [&GROUNDS[..], &filled[..], &["line", "line-strong"][..]].concat().into_iter().collect();
    let lines: BTreeSet<&str> = [&MARKS[..], &DECORATION[..], &filled[..]].concat().into_iter().collect();
    let mut uses = 0;
    let sheets = sheets();
    for declaration in sheets.iter().flat_map(|(_, sheet)| sheet.split(['{', '}', ';'])) {
        let Some((property, value)) = declaration.trim().split_once(':') else { continue };
        let known = match property {
            "color" => &texts,
            "background" | "background-color" | "fill" => &areas,
            "stroke" => &lines,
            _ if property.starts_with("border") || property.starts_with("outline") => &lines,
            _ => continue,
        };
        for name in value.split("var(--").skip(1).filter_map(|rest| rest.split(')').next()) {
            if colours().contains_key(name) {
                uses += 1;
                assert!(known.contains(name), "`{}` is measured nowhere", declaration.trim());
            }
        }
    }
    assert!(uses > 80, "only {uses} uses of colours were found");
}

#[test]
fn no_style_has_a_colour_of_its_own() {
    for (name, sheet) in sheets().into_iter().filter(|(name, _)| name != "tokens.css") {
        let on_screen = without_print(&sheet);
        let values = on_screen.split(['{', '}', ';']).filter_map(|declaration| declaration.split_once(':'));
        let own = values.map(|(_, value)| value).find(|value| value.contains('#') || value.contains("rgb"));
        assert_eq!(own, None, "{name}: a colour belongs into tokens.css");
    }
}

#[test]
fn no_style_has_an_animation() {
    for (name, sheet) in sheets() {
        assert!(!sheet.contains("@keyframes") && !sheet.contains("animation"), "{name}");
    }
}

#[test]
fn no_style_asks_for_an_orientation() {
    for (name, sheet) in sheets() {
        assert!(!sheet.contains("orientation"), "{name}");
    }
}

/// On paper everything is black on white, so these rules name their colours.
fn without_print(sheet: &str) -> String {
    let Some((before, after)) = sheet.split_once("@media print") else { return sheet.to_owned() };
    let mut depth = 0;
    let end = after.find(|c| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        c == '}' && depth == 0
    });
    before.to_owned() + &without_print(&after[end.map_or(after.len(), |end| end + 1)..])
}
