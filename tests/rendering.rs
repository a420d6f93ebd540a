//! Every screen as markup: the emergency panel is there with a number, and every word comes from the locales.

use care_check::content::{DIRECTORY, LOCALES, Locale, PROTOCOL, REVIEWED, say};
use care_check::embed::links;
use care_check::render::{page, screen, shell};
use care_check::session::{Action, Screen, Session};
use care_check::voice::{Voice, question_words};
use care_check_engine::words::Who;
use care_check_engine::{LevelIx, OptionSet, QuestionIx};
use screens::{every_screen, severe_answers};

#[path = "support/screens.rs"]
mod screens;

/// The part of the page for one language and one region, as text.
fn block<'a>(page: &'a str, within: &str, locale: &Locale, region: &str) -> &'a str {
    let from = page.find(within).unwrap_or_else(|| panic!("the page has {within}"));
    let block = tags(&page[from..], "div").find(|(_, tag)| tag.contains(&format!(" lang=\"{}\"", locale.tag)));
    let from = from + block.unwrap_or_else(|| panic!("{within} has no block for {}", locale.tag)).0;
    let start = page[from..].find(&format!("data-region=\"{region}\"")).expect("every region has a block") + from;
    let end = page[start + 1..].find("data-region=").map_or(page.len(), |at| at + start + 1);
    &page[start..end]
}

/// The opening tags of an element, each with its place.
fn tags<'a>(markup: &'a str, element: &str) -> impl Iterator<Item = (usize, &'a str)> {
    let opened = markup.match_indices(&format!("<{element} ")).map(|(at, _)| at).collect::<Vec<_>>();
    opened.into_iter().map(|at| (at, markup[at..].split('>').next().unwrap_or_default()))
}

#[test]
fn every_screen_stands_beside_the_emergency_panel_with_a_number_for_every_region() {
    let signs = Voice::default().signs();
    assert!(signs.len() >= 12, "only {} signs", signs.len());
    for (number, session) in every_screen().into_iter().enumerate() {
        // Every screen stands in the same shell, so each of them meets it in one of the languages.
        let locale = LOCALES[number % LOCALES.len()];
        let page = page(session.after(Action::Language(locale)));
        for region in DIRECTORY.regions.iter().map(Some).chain([None]) {
            let id = region.map_or("", |r| r.id);
            let panel = block(&page, "id=\"emergency-signs\"", locale, id);
            for (sign, _) in &signs {
                assert!(panel.contains(&format!("data-sign=\"{sign}\"")), "{:?} {id} lacks {sign}", session.screen());
            }
            assert!(panel.contains("data-sign=\"self_harm\""), "{:?} {id}", session.screen());
            let bar = block(&page, "class=\"bar\"", locale, id);
            let numbers: Vec<&str> = match region {
                Some(region) => vec![region.emergency],
                None => DIRECTORY.regions.iter().map(|r| r.emergency).collect(),
            };
            for number in numbers {
                let link = format!("href=\"{}\"", links::call(number));
                assert!(panel.contains(&link) && bar.contains(&link), "{:?} {id} lacks {number}", session.screen());
            }
        }
    }
}

/// Panel and bar stand beside every screen, and the shell learns no answer, not even for whom it is given: who
/// finds somebody else in danger reads the same words.
#[test]
fn the_signs_in_the_panel_and_in_the_bar_fit_whoever_is_in_danger() {
    for locale in LOCALES {
        let [mine, theirs] = [Who::Myself, Who::Other].map(|who| {
            let voice = Voice { locale, who, ..Voice::default() };
            let short = say::EMERGENCY_SHORT.iter().map(|(_, msg)| *msg);
            let others = short.chain([say::EMERGENCY_SELF_HARM]).map(|msg| ("", voice.say(msg)));
            voice.signs().into_iter().chain(others).collect::<Vec<_>>()
        });
        assert_eq!(mine, theirs, "in {}", locale.tag);
    }
}

/// "How is the body doing?" leaves somebody who answers for another person to wonder whose body is meant.
#[test]
fn every_question_is_asked_in_other_words_about_somebody_else() {
    for locale in LOCALES {
        for question in QuestionIx::all(&PROTOCOL) {
            let [mine, theirs] = [Who::Myself, Who::Other]
                .map(|who| Voice { locale, who, ..Voice::default() }.say(question_words(question).ask));
            assert_ne!(mine, theirs, "in {}", locale.tag);
        }
    }
}

/// Most of the file is the program, and on a slow line it takes seconds.
#[test]
fn the_signs_and_the_numbers_come_before_the_program_in_the_file() {
    let page = shell::markup(LOCALES);
    let (first, rest) = page.split_once(shell::PROGRAM_MARK).expect("a place for the program");
    let counted =
        |part: &str| ["data-sign=", "class=\"bar-call\"", "class=\"call\""].map(|what| part.matches(what).count());
    assert!(counted(first).iter().all(|count| *count > 0), "{:?}", counted(first));
    assert_eq!(counted(rest), [0, 0, 0]);
}

#[test]
fn the_emergency_screen_names_the_number_and_what_to_do() {
    let mut seen = 0;
    for (question, option) in severe_answers() {
        for region in DIRECTORY.regions {
            let session = Session::default()
                .after(Action::Region(Some(region.id)))
                .after(Action::Begin)
                .after(Action::Pick(question, option))
                .after(Action::Next);
            if !matches!(session.screen(), Screen::Emergency(_)) {
                continue;
            }
            seen += 1;
            let markup = screen(session);
            let link = links::emergency(region).expect("the shell has a link for every emergency number");
            assert!(markup.contains(&format!("data-link=\"{link}\"")), "{:?}", region.id);
            assert!(markup.contains(region.emergency));
            assert!(markup.contains("data-act="), "no first aid for {question:?} {option:?}");
        }
    }
    let flagging = PROTOCOL.red_flags.len();
    assert!(seen >= flagging * DIRECTORY.regions.len(), "{seen} emergency screens for {flagging} red flags");
}

/// A person who comes to help needs it for nearly every sign; F09 asks for it in its own words.
#[test]
fn what_was_taken_is_told_for_every_sign_but_violence_and_never_before_what_saves_a_life() {
    let told = "tell_what_taken";
    let acts = |session: Session| -> Vec<String> {
        let markup = screen(session);
        let found = tags(&markup, "li").filter_map(|(_, tag)| tag.split("data-act=\"").nth(1));
        found.filter_map(|act| act.split('"').next()).map(str::to_owned).collect()
    };
    let silent: Vec<&str> = PROTOCOL.red_flags.iter().filter(|f| !f.act.contains(&told)).map(|f| f.id).collect();
    assert_eq!(silent, ["F09", "F13"]);
    let danger = PROTOCOL.question("danger_now").expect("the protocol asks about signs");
    let asked = danger.of(&PROTOCOL).expect("the question exists");
    let mut all = Session::default().after(Action::Begin);
    let mut seen = 0;
    for sign in asked.pickable().filter(|sign| *sign != OptionSet::one(0) && *sign != OptionSet::DECLINED) {
        let one = acts(Session::default().after(Action::Begin).after(Action::Pick(danger, sign)));
        seen += usize::from(one.last().is_some_and(|act| act == told));
        assert!(!one.is_empty() && one.iter().rev().skip(1).all(|act| act != told), "{sign:?}: {one:?}");
        all = all.after(Action::Pick(danger, sign)).after(Action::Back);
    }
    assert!(seen >= 10, "only {seen} signs ask what was taken");
    let all = acts(all.after(Action::Next));
    assert_eq!(all.first().map(String::as_str), Some("naloxone"), "{all:?}");
    assert_eq!(all.last().map(String::as_str), Some(told), "{all:?}");
}

#[test]
fn a_crisis_line_stands_on_the_question_about_suicide_before_anything_is_answered() {
    let question = PROTOCOL.question("suicide_thoughts").expect("the protocol asks about suicide");
    let asked = |region: Option<&'static str>| {
        let begun = Session::default().after(Action::Region(region)).after(Action::Begin);
        let session = begun.after(Action::Pick(QuestionIx(0), OptionSet::one(0))).after(Action::Next);
        assert_eq!(session.screen(), Screen::Question(question));
        session
    };
    let nowhere = asked(None);
    let how_to_see_it = nowhere.voice().say(say::HELP_CHOOSE_REGION);
    assert!(screen(nowhere).contains(how_to_see_it.as_str()), "without a region the question says how to see it");
    for region in DIRECTORY.regions {
        let session = asked(Some(region.id));
        let line = DIRECTORY.crisis_line(region).expect("every region has a crisis line");
        assert!(screen(session).contains(&format!("data-helpline=\"{}\"", line.id)), "{}", region.id);
    }
}

#[test]
fn every_result_marks_its_level_among_all_and_gives_a_reason_with_a_source() {
    let mut levels = Vec::new();
    for session in every_screen().into_iter().filter(|s| s.screen() == Screen::Result) {
        let markup = screen(session);
        let assessment = session.assessment();
        levels.push(assessment.first_step());
        for level in LevelIx::all(&PROTOCOL).filter_map(|l| l.of(&PROTOCOL)) {
            assert!(markup.contains(&format!("data-level=\"{}\"", level.id)), "{} is not shown", level.id);
        }
        let reasons: Vec<_> = assessment.reasons(&PROTOCOL).filter_map(|r| r.of(&PROTOCOL)).collect();
        assert!(!reasons.is_empty());
        for reason in reasons {
            assert!(markup.contains(&format!("data-rule=\"{}\"", reason.id)));
            assert!(reason.sources.iter().any(|source| markup.contains(source)));
        }
    }
    levels.sort_unstable();
    levels.dedup();
    assert!(levels.len() >= 5, "the sample reaches only {levels:?}");
}

#[test]
fn every_screen_says_that_it_is_no_diagnosis_and_whether_somebody_signed_the_protocol() {
    let voice = Voice::default();
    let state = if REVIEWED { say::FOOTER_REVIEWED } else { say::FOOTER_DRAFT };
    for session in every_screen() {
        let markup = screen(session);
        for text in [say::NOT_A_DIAGNOSIS, state] {
            assert!(
                markup.contains(voice.say(text).as_str()),
                "{:?} does not say {}",
                session.screen(),
                voice.say(text)
            );
        }
    }
}

#[test]
fn every_modifier_that_holds_stands_on_the_result_and_the_urgent_ones_above_the_reasons() {
    let mut urgent_seen = Vec::new();
    for session in every_screen().into_iter().filter(|s| s.screen() == Screen::Result) {
        let markup = screen(session);
        let reasons = markup.find("class=\"why\"").expect("every result says why");
        for modifier in session.assessment().modifiers().filter_map(|m| m.of(&PROTOCOL)) {
            let place = markup.find(&format!("data-modifier=\"{}\"", modifier.id));
            let place = place.unwrap_or_else(|| panic!("{} holds and is not shown", modifier.id));
            if modifier.urgent {
                assert!(place < reasons, "{} stands below the reasons", modifier.id);
                urgent_seen.push(modifier.id);
            }
        }
    }
    for modifier in PROTOCOL.modifiers.iter().filter(|m| m.urgent) {
        assert!(urgent_seen.contains(&modifier.id), "the sample shows no {}", modifier.id);
    }
}

#[test]
fn no_screen_has_an_empty_text_or_a_code_left_in_it() {
    for who in [Who::Myself, Who::Other] {
        for region in DIRECTORY.regions {
            for session in every_screen() {
                let markup = screen(session.after(Action::For(who)).after(Action::Region(Some(region.id))));
                for empty in [
                    "<p></p>",
                    "<li></li>",
                    "<h1 id=\"screen-title\" tabindex=\"-1\"></h1>",
                    "<h2></h2>",
                    "<span></span>",
                ] {
                    assert!(!markup.contains(empty), "{empty} on {:?}", session.screen());
                }
                assert!(!markup.chars().any(|c| c.is_control() && c != '\n'), "{:?}", session.screen());
            }
        }
    }
}

#[test]
fn no_screen_needs_what_the_policy_and_the_gate_refuse() {
    for session in every_screen() {
        let markup = screen(session);
        for refused in [" style=", "href=", " src=", "<a ", "<img", "<form", "<script", " onclick="] {
            assert!(!markup.contains(refused), "{refused} on {:?}", session.screen());
        }
    }
}

/// The words of a list in `assets/gate.js`.
fn gate_words(list: &str) -> std::collections::BTreeSet<&'static str> {
    let gate = include_str!("../assets/gate.js");
    let opened = gate.split(&format!("const {list} = words(")).nth(1).expect("the gate has the list");
    let quote = opened.chars().next().expect("the list is quoted");
    opened[1..].split(quote).next().unwrap_or_default().split_whitespace().collect()
}

#[test]
fn every_element_of_every_screen_passes_the_gate() {
    let (html, svg) = (gate_words("htmlTags"), gate_words("svgTags"));
    assert!(html.contains("main") && svg.contains("path"), "the lists were read");
    for (who, region) in [Who::Myself, Who::Other].into_iter().zip(DIRECTORY.regions) {
        for session in every_screen() {
            let markup = screen(session.after(Action::For(who)).after(Action::Region(Some(region.id))));
            let tags = markup.split('<').skip(1).filter(|piece| piece.starts_with(|c: char| c.is_ascii_alphabetic()));
            for tag in tags.filter_map(|piece| piece.split([' ', '>', '/']).next()) {
                assert!(html.contains(tag) || svg.contains(tag), "{tag} on {:?}", session.screen());
            }
        }
    }
}

#[test]
fn every_link_of_the_program_stands_in_the_shell_at_its_place() {
    let shell = shell::markup(LOCALES);
    let hrefs: Vec<&str> = shell
        .split("<a ")
        .filter(|tag| tag.contains("data-link"))
        .filter_map(|tag| tag.split("href=\"").nth(1)?.split('"').next())
        .collect();
    assert_eq!(hrefs, links::all());
    assert!(links::all().iter().all(|l| l.starts_with("tel:") || l.starts_with("sms:") || l.starts_with("https://")));
}

#[test]
fn the_leaflet_names_every_level_in_every_language_without_the_program() {
    let shell = shell::markup(LOCALES);
    let leaflet = shell.split("data-leaflet").nth(1).expect("the shell has a leaflet");
    for level in PROTOCOL.levels {
        let named = leaflet.matches(&format!("data-level=\"{}\"", level.id)).count();
        assert_eq!(named, LOCALES.len(), "{}", level.id);
    }
}

#[test]
fn without_scripts_the_numbers_of_every_country_are_shown_in_every_language() {
    let shell = shell::markup(LOCALES);
    for locale in LOCALES {
        for within in ["class=\"bar\"", "id=\"emergency-signs\""] {
            for region in DIRECTORY.regions {
                let tag = block(&shell, within, locale, region.id).split('>').next().unwrap_or_default();
                assert!(tag.contains("hidden"), "{} is shown without scripts", region.id);
            }
            let tag = block(&shell, within, locale, "").split('>').next().unwrap_or_default();
            assert!(!tag.contains("hidden"), "the block for every country is hidden in {within}");
        }
    }
    // Nothing is hidden because of its language.
    let of_a_language = ["div", "span"].into_iter().flat_map(|element| tags(&shell, element));
    let hidden = of_a_language.filter(|(_, tag)| tag.contains("data-lang=") && tag.contains("hidden"));
    assert_eq!(hidden.count(), 0);
}

#[test]
fn every_text_of_the_interface_is_used() {
    let texts = care_check_engine::load::load(std::path::Path::new(env!("CARGO_MANIFEST_DIR")))
        .ok()
        .and_then(|content| content.reference().map(|w| w.texts.keys().cloned().collect::<Vec<_>>()))
        .expect("the content loads");
    let sources = source_text(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let derived = care_check_engine::load::DERIVED_PREFIXES;
    let unused: Vec<&String> = texts
        .iter()
        .filter(|id| !derived.iter().any(|prefix| id.starts_with(prefix)) && !id.starts_with("emergency-short-"))
        .filter(|id| {
            let name = format!("say::{}", id.to_uppercase().replace(['-', '.'], "_"));
            !sources.split(&name).skip(1).any(|rest| !rest.starts_with(|c: char| c.is_ascii_uppercase() || c == '_'))
        })
        .collect();
    assert!(unused.is_empty(), "no screen says {unused:?}");
    assert_eq!(LOCALES[0].tag, "en");
}

fn source_text(folder: &std::path::Path) -> String {
    let entries = std::fs::read_dir(folder).expect("src can be read").flatten();
    entries
        .map(|entry| {
            let path = entry.path();
            if path.is_dir() { source_text(&path) } else { std::fs::read_to_string(&path).unwrap_or_default() }
        })
        .collect()
}
