//! Languages: nothing is said that does not come from the locales, a change of language loses nothing, and a page
//! that is written from right to left is set from right to left.

use std::collections::BTreeSet;

use care_check::content::{DIGEST, DIRECTORY, LOCALES, Locale, Msg, say};
use care_check::embed::centre::Centre;
use care_check::embed::message::Config;
use care_check::render::{screen, screen_for, shell};
use care_check::session::{Action, Screen, Session};
use care_check::voice::Voice;
use care_check_engine::help::Region;
use care_check_engine::words::{Vocabulary, Who};
use markup::Piece;
use screens::every_screen;

#[allow(dead_code, reason = "the test of the reading level uses more of it")]
#[path = "support/markup.rs"]
mod markup;
#[path = "support/pseudo.rs"]
mod pseudo;
#[path = "support/screens.rs"]
mod screens;

const VOICES: [Who; 2] = [Who::Myself, Who::Other];

fn every_region() -> Vec<Option<&'static Region>> {
    DIRECTORY.regions.iter().map(Some).chain([None]).collect()
}

/// Every screen in both voices; the regions take turns.
fn every_screen_in(locale: &'static Locale) -> impl Iterator<Item = Session> {
    let regions = every_region();
    let voices = VOICES.into_iter().flat_map(|who| every_screen().into_iter().map(move |session| (who, session)));
    voices.enumerate().map(move |(number, (who, session))| {
        let region = regions[number % regions.len()].map(|region| region.id);
        session.after(Action::Language(locale)).after(Action::For(who)).after(Action::Region(region))
    })
}

fn only(locale: &'static Locale) -> &'static [&'static Locale] {
    vec![locale].leak()
}

/// What a text may say outside of the locales: names of sources, which stand in an element of their own language,
/// words that have to be sent to a number as they are, the addresses of finders, and which content spoke.
fn may_be_said_by_anyone(piece: &Piece, locale: &Locale, outside: &str) -> bool {
    let keywords: BTreeSet<&str> = DIRECTORY.helplines.iter().filter_map(|line| line.text.as_ref()?.keyword).collect();
    let mut words = outside.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().any(char::is_alphabetic));
    piece.lang != locale.tag && !piece.lang.is_empty()
        || DIRECTORY.finders.iter().any(|finder| finder.url == piece.text)
        || words.all(|word| keywords.contains(word) || DIGEST.get(..12) == Some(word))
}

#[test]
fn every_word_on_every_screen_and_in_the_shell_comes_from_the_locale() {
    for locale in [pseudo::accented(), pseudo::right_to_left()] {
        let mut read = 0;
        let shell = shell::markup(only(locale));
        let pages = every_screen_in(locale).map(|session| (format!("{:?}", session.screen()), screen(session)));
        for (place, markup) in pages.chain([("the shell".to_owned(), shell)]) {
            for piece in markup::pieces(&markup) {
                read += 1;
                let outside = pseudo::outside(&piece.text);
                assert!(
                    may_be_said_by_anyone(&piece, locale, &outside),
                    "{place}, {}: {:?} is not from the locale: {outside:?}",
                    piece.attribute.unwrap_or("text"),
                    piece.text
                );
            }
        }
        assert!(read > 20_000, "only {read} texts were read");
    }
}

#[test]
fn the_place_of_a_centre_says_its_name_and_otherwise_the_words_of_the_locale() {
    let locale = pseudo::accented();
    let config = Config {
        centre_name: "Harbor".to_owned(),
        centre_phone: "(555) 010-0199".to_owned(),
        centre_site: "yes".to_owned(),
        offers: "outpatient".to_owned(),
        ..Config::default()
    };
    let results = every_screen_in(locale).filter(|session| session.screen() == Screen::Result);
    for session in results.take(20) {
        let markup = screen_for(session, Centre::read(&config));
        assert!(markup.contains("Harbor"));
        for piece in markup::pieces(&markup).into_iter().filter(|piece| piece.text != "Harbor") {
            let outside = pseudo::outside(&piece.text);
            assert!(may_be_said_by_anyone(&piece, locale, &outside), "{:?}", piece.text);
        }
    }
}

#[test]
fn a_word_that_is_not_from_the_locale_is_noticed() {
    let locale = pseudo::accented();
    let said = |markup: &str| {
        let pieces = markup::pieces(markup);
        pieces.iter().all(|piece| may_be_said_by_anyone(piece, locale, &pseudo::outside(&piece.text)))
    };
    assert!(said("<main lang=\"accented\"><p>⟦Cáll⟧ 911</p></main>"));
    assert!(!said("<main lang=\"accented\"><p>⟦Cáll⟧ me</p></main>"));
    assert!(!said("<main lang=\"accented\"><p aria-label=\"Call\">⟦Cáll⟧</p></main>"));
    assert!(!said("<p>Call</p>"));
}

#[test]
fn every_text_stands_in_an_element_that_names_its_language_and_direction() {
    for locale in LOCALES.iter().copied().chain([pseudo::right_to_left()]) {
        let direction = Voice { locale, ..Voice::default() }.direction();
        let shell = shell::markup(only(locale));
        let pages = every_screen_in(locale).step_by(7).map(screen).chain([shell]);
        for markup in pages {
            for piece in markup::pieces(&markup) {
                assert_eq!(piece.dir, direction, "{:?}", piece.text);
                assert!(piece.lang == locale.tag || piece.lang == "en", "{:?} is in {:?}", piece.text, piece.lang);
            }
        }
    }
    assert_eq!(Voice { locale: pseudo::right_to_left(), ..Voice::default() }.direction(), "rtl");
}

#[test]
fn the_shell_says_everything_in_every_language() {
    let shell = markup::pieces(&shell::markup(LOCALES));
    let said = |locale: &'static Locale| {
        // Notes on a language are the only texts that one has and another has not.
        let notes =
            [say::FOOTER_TRANSLATION, say::OTHER_LANGUAGE].map(|msg| Voice { locale, ..Voice::default() }.say(msg));
        let texts = shell.iter().filter(|piece| piece.lang == locale.tag);
        texts.filter(|piece| !notes.iter().any(|note| piece.text == note.as_str())).count()
    };
    let counts: BTreeSet<usize> = LOCALES.iter().map(|locale| said(locale)).collect();
    assert_eq!(counts.len(), 1, "{counts:?}");
    for locale in LOCALES {
        let voice = Voice { locale, ..Voice::default() };
        for msg in [say::LANGUAGE_NAME, say::PAGE_TITLE, say::LEAVE, say::LEAVE_HINT, say::LOADING, say::LEAFLET_TITLE]
        {
            let text = voice.say(msg);
            let found = shell.iter().any(|piece| piece.text.trim() == text.as_str() && piece.lang == locale.tag);
            assert!(found, "the shell does not say {text:?}");
        }
    }
}

/// Names that are the same in every language, and texts of which nothing is left to translate.
#[test]
fn a_translation_translates_everything_but_names() {
    let english = LOCALES[0];
    let voice = |locale| Voice { locale, ..Voice::default() };
    let names: BTreeSet<String> = care_check_engine::load::load(std::path::Path::new(env!("CARGO_MANIFEST_DIR")))
        .ok()
        .and_then(|content| {
            let named = |id: &&String| {
                !id.contains('.') && ["helpline-", "finder-", "region-"].iter().any(|p| id.starts_with(p))
            };
            Some(content.reference()?.texts.keys().filter(named).cloned().collect())
        })
        .expect("the content loads");
    let ids = ids();
    for locale in LOCALES.iter().copied().filter(|locale| locale.tag != english.tag) {
        for (index, id) in ids.iter().enumerate() {
            let msg = Msg(index as u16);
            let (theirs, ours) = (voice(locale).say(msg), voice(english).say(msg));
            let words = ours.chars().filter(|c| c.is_alphabetic()).count();
            let may_be_the_same = names.contains(id) || msg == say::LANGUAGE_DIRECTION || words < 4;
            assert!(theirs != ours || may_be_the_same, "{id} says {ours:?} in {} as well", locale.tag);
        }
    }
}

/// The ids of all texts in the order of the tables.
fn ids() -> Vec<String> {
    let content = care_check_engine::load::load(std::path::Path::new(env!("CARGO_MANIFEST_DIR"))).ok();
    let ids: Vec<String> =
        content.and_then(|c| Some(c.reference()?.texts.keys().cloned().collect())).expect("the content loads");
    assert_eq!(ids.len(), LOCALES[0].len());
    ids
}

#[test]
fn another_language_changes_neither_screen_nor_answers() {
    let [english, .., other] = LOCALES else { panic!("there is one language only") };
    for session in every_screen() {
        let there = session.after(Action::Language(other));
        assert_eq!(there.screen(), session.screen());
        assert_eq!(there.turn(), session.turn(), "a new turn would move the focus and read the screen again");
        assert_eq!(there.answers(), session.answers());
        assert_eq!(there.is_missing_answer(), session.is_missing_answer(), "what was pointed out stays");
        assert_eq!(there.is_changing(), session.is_changing());
        if let Screen::Question(question) = session.screen() {
            assert_eq!(there.chosen(question), session.chosen(question), "a draft stays");
        }
        assert_ne!(screen(there), screen(session), "{:?} is said in the other language", session.screen());
        let back = there.after(Action::Language(english));
        assert_eq!(screen(back), screen(session), "{:?}", session.screen());
    }
}

#[test]
fn another_region_changes_neither_screen_nor_answers() {
    for session in every_screen() {
        for region in DIRECTORY.regions {
            let there = session.after(Action::Region(Some(region.id)));
            assert_eq!((there.screen(), there.turn()), (session.screen(), session.turn()));
            assert_eq!(there.answers(), session.answers());
            assert_eq!(there.is_missing_answer(), session.is_missing_answer());
        }
    }
}

#[test]
fn numbers_and_words_follow_the_region_on_every_screen_in_every_language() {
    let emergency: BTreeSet<&str> = DIRECTORY.regions.iter().map(|region| region.emergency).collect();
    let ids = ids();
    let messages: Vec<Msg> = (0..ids.len()).map(|index| Msg(index as u16)).collect();
    for locale in LOCALES {
        for region in DIRECTORY.regions {
            let own = Voice { locale, region: Some(region), who: Who::Myself };
            // What another region would say in other words. Numbers are looked at by themselves.
            let foreign: Vec<_> = DIRECTORY
                .regions
                .iter()
                .filter(|other| other.vocabulary != region.vocabulary)
                .flat_map(|other| messages.iter().map(move |msg| (other, *msg)))
                .map(|(other, msg)| (Voice { region: Some(other), ..own }.say(msg), own.say(msg)))
                .filter(|(theirs, ours)| theirs != ours && !theirs.contains(|c: char| c.is_ascii_digit()))
                .collect();
            // One country's emergency number can be another country's helpline.
            let helplines = DIRECTORY.helplines_of(region).filter_map(|line| line.call);
            let own_numbers: BTreeSet<&str> = helplines.chain([region.emergency]).collect();
            for session in every_screen().into_iter().step_by(3) {
                let session = session.after(Action::Language(locale)).after(Action::Region(Some(region.id)));
                let place = format!("{:?}, {}, {}", session.screen(), region.id, locale.tag);
                let pieces = markup::pieces(&screen(session));
                for piece in pieces.iter().filter(|piece| piece.lang == locale.tag) {
                    let words = piece.text.split(|c: char| !c.is_alphanumeric()).collect::<Vec<_>>();
                    let called = words.iter().find(|word| emergency.contains(**word));
                    assert!(called.is_none_or(|number| own_numbers.contains(number)), "{place}: {:?}", piece.text);
                    let wrong = foreign.iter().find(|(theirs, _)| piece.text == theirs.as_str());
                    assert!(wrong.is_none(), "{place} says {wrong:?}");
                }
            }
        }
    }
    let vocabularies: BTreeSet<u8> = DIRECTORY.regions.iter().map(|region| region.vocabulary as u8).collect();
    assert_eq!(vocabularies.len(), [Vocabulary::Us, Vocabulary::Uk, Vocabulary::Au].len());
}

#[test]
fn a_line_that_may_not_speak_the_visitor_s_language_says_so_and_no_other_line_does() {
    let mut counted = [0, 0];
    for locale in LOCALES {
        let shell = shell::markup(only(locale));
        let results = every_screen_in(locale).filter(|session| session.screen() == Screen::Result).map(screen);
        let note = Voice { locale, ..Voice::default() }.say(say::OTHER_LANGUAGE);
        for page in results.chain([shell]) {
            for shown in page.split("data-helpline=\"").skip(1) {
                let id = shown.split('"').next().unwrap_or_default();
                let line = DIRECTORY.helplines.iter().find(|line| line.id == id).expect("a line of the directory");
                // Up to the calls, with which the description of a line ends.
                let described = shown.split("\"calls\"").next().unwrap_or_default();
                let speaks = line.languages.contains(&locale.tag);
                counted[usize::from(speaks)] += 1;
                assert_eq!(described.contains(note.as_str()), !speaks, "{id} in {}", locale.tag);
            }
        }
    }
    assert!(counted.iter().all(|times| *times > 20), "{counted:?}");
}

#[test]
fn a_translation_that_nobody_signed_says_so_under_every_screen_and_in_the_leaflet() {
    for locale in LOCALES {
        let note = Voice { locale, ..Voice::default() }.say(say::FOOTER_TRANSLATION);
        let said = |markup: &str| markup::pieces(markup).iter().any(|piece| piece.text == note.as_str());
        for session in every_screen() {
            let markup = screen(session.after(Action::Language(locale)));
            assert_eq!(said(&markup), locale.unreviewed_translation, "{:?} in {}", session.screen(), locale.tag);
        }
        assert_eq!(said(&shell::markup(only(locale))), locale.unreviewed_translation);
    }
    assert!(!LOCALES[0].unreviewed_translation, "the reference is no translation");
}

/// Style sheets by name.
fn style_sheets() -> Vec<(String, String)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let files = std::fs::read_dir(folder).expect("assets can be read").flatten().map(|entry| entry.path());
    let sheets = files.filter(|path| path.extension().is_some_and(|end| end == "css"));
    sheets.map(|path| (path.display().to_string(), std::fs::read_to_string(&path).expect("a style sheet"))).collect()
}

/// What a declaration says about left and right, where a language may turn them round.
fn one_sided(property: &str, value: &str) -> bool {
    let physical = ["left", "right", "top", "bottom"];
    let sided = property.split('-').any(|part| physical.contains(&part));
    let parts: Vec<&str> = value.split_whitespace().collect();
    let box_of_four = ["margin", "padding", "inset", "border-width", "border-style", "border-color", "border-radius"];
    let uneven = box_of_four.contains(&property) && parts.len() == 4 && parts[1] != parts[3];
    let aligned = ["text-align", "float", "clear", "justify-content", "justify-items", "justify-self"];
    let to_a_side = aligned.contains(&property) && parts.iter().any(|part| physical.contains(part));
    let inset_shadow = property == "box-shadow" && parts.first() == Some(&"inset") && parts.get(1) != Some(&"0");
    sided || uneven || to_a_side || inset_shadow || value.contains("translateX") || value.contains("to right")
}

#[test]
fn no_style_knows_left_and_right() {
    // The sign for "done" is drawn by two sides of a box, and is the same in every script.
    const ALLOWED: [&str; 1] = ["border-width: 0 2px 2px 0"];
    let sheets = style_sheets();
    assert!(sheets.len() >= 4, "{sheets:?}");
    let mut read = 0;
    for (name, sheet) in sheets {
        for declaration in sheet.split(['{', '}', ';']).map(str::trim) {
            let Some((property, value)) = declaration.split_once(": ") else { continue };
            read += 1;
            let wrong = one_sided(property, value) && !ALLOWED.contains(&declaration);
            assert!(!wrong, "{name}: `{declaration}` does not turn round; use a logical property");
        }
    }
    assert!(read > 500, "only {read} declarations were read");
}

#[test]
fn a_one_sided_style_is_noticed() {
    for (property, value) in [
        ("margin-left", "1rem"),
        ("border-top-right-radius", "2px"),
        ("left", "0"),
        ("text-align", "left"),
        ("padding", "0 0 1rem 2rem"),
        ("box-shadow", "inset 4px 0 0 red"),
        ("transform", "translateX(4px)"),
    ] {
        assert!(one_sided(property, value), "{property}: {value}");
    }
    for (property, value) in [("margin-inline-start", "1rem"), ("padding", "0 1rem 2rem 1rem"), ("text-align", "start")]
    {
        assert!(!one_sided(property, value), "{property}: {value}");
    }
}
