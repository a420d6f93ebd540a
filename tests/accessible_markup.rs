//! What assistive technology is told about every screen, in every language and voice and for every region.
//!
//! Browsers say more: see `tests/browser/tests/promises/`. `docs/accessibility.md` says which criterion of the
//! guidelines each of these tests is for.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use care_check::content::{DIRECTORY, LOCALES, PROTOCOL, say};
use care_check::render::{page, screen, shell};
use care_check::session::{Action, Screen, Session};
use care_check::ui::{MISSING_ID, TITLE_ID};
use care_check_engine::path::progress;
use care_check_engine::words::Who;

#[path = "support/screens.rs"]
mod screens;
#[path = "support/tree.rs"]
mod tree;

use screens::every_screen;
use tree::{Element, Node};

/// A screen and what it was rendered from, for messages.
struct Rendered {
    name: String,
    session: Session,
    root: Element,
}

/// Every screen in every language and voice. The regions take turns, because all of them for every screen would be
/// thousands; so does no region.
static RENDERED: LazyLock<Vec<Rendered>> = LazyLock::new(|| {
    let regions: Vec<Option<&str>> = DIRECTORY.regions.iter().map(|region| Some(region.id)).chain([None]).collect();
    let mut turns = regions.iter().cycle();
    let mut rendered = Vec::new();
    for locale in LOCALES {
        for who in [Who::Myself, Who::Other] {
            for session in every_screen() {
                let region = turns.next().copied().flatten();
                let missing = session.is_missing_answer();
                let session =
                    session.after(Action::For(who)).after(Action::Language(locale)).after(Action::Region(region));
                let session = if missing { session.after(Action::Next) } else { session };
                let name = format!("{:?}, {}, {who:?}, {region:?}", session.screen(), locale.tag);
                rendered.push(Rendered { name, root: Element::parse(&screen(session)), session });
            }
        }
    }
    rendered
});

/// Asks every screen and the shell whether something is so, and names each place where it is not.
#[track_caller]
fn everywhere(wrong: impl Fn(&Element) -> Vec<String>) {
    // Scripts show one language of the shell.
    let shells: Vec<Element> = LOCALES.chunks(1).map(|locale| Element::parse(&shell::markup(locale))).collect();
    let documents = RENDERED.iter().map(|rendered| (rendered.name.as_str(), &rendered.root));
    let documents = documents.chain(shells.iter().map(|shell| ("shell", shell)));
    let found: BTreeSet<String> = documents
        .flat_map(|(name, root)| wrong(root).into_iter().map(move |wrong| format!("{wrong}, first on {name}")))
        .collect();
    assert!(found.is_empty(), "{} places:\n{}", found.len(), found.into_iter().collect::<Vec<_>>().join("\n"));
}

fn shown(element: &Element) -> String {
    let id = element.attribute("id").or(element.attribute("class")).unwrap_or_default();
    format!("<{} {id}> {:?}", element.tag, element.text().chars().take(40).collect::<String>())
}

fn is_control(element: &Element) -> bool {
    matches!(element.tag.as_str(), "button" | "input" | "select" | "summary" | "textarea") || is_link(element)
}

fn is_link(element: &Element) -> bool {
    element.tag == "a" && element.attribute("data-link").is_none()
}

fn named_by(root: &Element, control: &Element) -> String {
    let label_of = |id: &str| {
        let labels = root.all_of("label").into_iter().filter(|label| label.attribute("for") == Some(id));
        labels.map(Element::text).collect::<String>()
    };
    let around = || {
        let around =
            root.all_of("label").into_iter().find(|l| l.all().iter().any(|inner| std::ptr::eq(*inner, control)));
        around.map(Element::text).unwrap_or_default()
    };
    match control.tag.as_str() {
        "input" | "select" | "textarea" => control.attribute("id").map_or_else(around, label_of),
        _ => control.text(),
    }
}

#[test]
fn every_control_has_a_name_that_is_seen() {
    everywhere(|root| {
        let controls = root.all().into_iter().filter(|element| is_control(element));
        let nameless = controls.filter(|control| {
            // A name beside the one that is seen would be another one for people who speak to the page.
            named_by(root, control).trim().is_empty() || control.attribute("aria-label").is_some()
        });
        nameless.map(shown).collect()
    });
}

#[test]
fn every_screen_has_one_first_heading_and_skips_no_level() {
    everywhere(|root| {
        let levels: Vec<u32> =
            root.all().into_iter().filter_map(|element| element.tag.strip_prefix('h')?.parse().ok()).collect();
        let mut wrong = Vec::new();
        if levels.iter().filter(|level| **level == 1).count() != 1 {
            wrong.push(format!("first headings: {levels:?}"));
        }
        if levels.windows(2).any(|pair| pair[1] > pair[0] + 1) {
            wrong.push(format!("a level is skipped: {levels:?}"));
        }
        wrong
    });
}

/// A list of headings leads to what is folded as well; only where every item of a list or table has its own fold it
/// would be full of them.
#[test]
fn what_is_folded_has_a_heading() {
    let mut seen = 0;
    for Rendered { name, root, .. } in &*RENDERED {
        let in_items: Vec<&Element> = ["li", "td"].iter().flat_map(|tag| root.all_of(tag)).collect();
        let in_items: Vec<&Element> = in_items.into_iter().flat_map(|item| item.all_of("summary")).collect();
        for summary in root.all_of("summary") {
            let within: Vec<&str> = summary.elements().map(|part| part.tag.as_str()).collect();
            let repeated = in_items.iter().any(|item| std::ptr::eq(*item, summary));
            seen += usize::from(!repeated);
            assert!(repeated || matches!(within[..], ["h2" | "h3"]), "{name}: {within:?} in {}", shown(summary));
        }
    }
    assert!(seen > 20, "only {seen} parts are folded");
}

#[test]
fn every_heading_and_every_list_item_says_something() {
    everywhere(|root| {
        let of_text = ["h1", "h2", "h3", "h4", "li", "dt", "dd", "th", "td", "caption", "legend", "label", "summary"];
        let all = root.all().into_iter().filter(|element| of_text.contains(&element.tag.as_str()));
        all.filter(|element| element.text().trim().is_empty()).map(shown).collect()
    });
}

#[test]
fn every_id_is_there_once_and_every_reference_leads_to_one() {
    everywhere(|root| {
        let all = root.all();
        let ids: Vec<&str> = all.iter().filter_map(|element| element.attribute("id")).collect();
        let twice = ids.iter().filter(|id| ids.iter().filter(|other| other == id).count() > 1);
        let mut wrong: Vec<String> = twice.map(|id| format!("{id} is there more than once")).collect();
        for element in &all {
            for name in ["for", "aria-describedby", "aria-labelledby", "aria-controls"] {
                let references = element.attribute(name).into_iter().flat_map(|ids| ids.split(' '));
                let lost = references.filter(|id| !ids.contains(id));
                wrong.extend(lost.map(|id| format!("{name}={id:?} leads nowhere")));
            }
            let target = element.attribute("href").and_then(|href| href.strip_prefix('#'));
            wrong.extend(target.filter(|id| !ids.contains(id)).map(|id| format!("#{id} leads nowhere")));
        }
        wrong
    });
}

#[test]
fn options_stand_in_a_group_whose_first_words_are_the_question() {
    let is_option = |input: &&Element| matches!(input.attribute("type"), Some("radio" | "checkbox"));
    everywhere(|root| {
        let mut grouped = 0;
        let mut wrong = Vec::new();
        for group in root.all_of("fieldset") {
            let options: Vec<&Element> = group.all_of("input").into_iter().filter(is_option).collect();
            grouped += options.len();
            if group.elements().next().is_none_or(|first| first.tag != "legend") {
                wrong.push(format!("no legend first: {}", shown(group)));
            }
            let names: BTreeSet<_> = options.iter().map(|option| option.attribute("name")).collect();
            if names.len() > 1 {
                wrong.push(format!("not one group: {names:?}"));
            }
        }
        if root.all_of("input").into_iter().filter(is_option).count() > grouped {
            wrong.push("an option stands outside its question".into());
        }
        wrong
    });
}

#[test]
fn the_heading_of_a_question_says_how_far_along_it_is() {
    for Rendered { name, session, root } in &*RENDERED {
        let Screen::Question(question) = session.screen() else { continue };
        let at = progress(&PROTOCOL, session.answers(), question);
        let heading = with_id(root, TITLE_ID).expect("a heading");
        let beside = heading.attribute("aria-describedby").and_then(|id| with_id(root, id));
        let expected = session.voice().say_of(say::PROGRESS, at.position, at.total);
        assert_eq!(beside.map(Element::text).as_deref(), Some(expected.as_str()), "{name}");
    }
}

fn with_id<'a>(root: &'a Element, id: &str) -> Option<&'a Element> {
    root.all().into_iter().find(|element| element.attribute("id") == Some(id))
}

#[test]
fn a_missing_answer_is_said_and_belongs_to_its_question() {
    let mut seen = 0;
    for Rendered { name, session, root } in &*RENDERED {
        if !matches!(session.screen(), Screen::Question(_)) {
            continue;
        }
        let words = with_id(root, MISSING_ID).expect("a place for the words");
        assert_eq!(words.text().is_empty(), !session.is_missing_answer(), "{name}");
        if session.is_missing_answer() {
            seen += 1;
            let described = root.all_of("fieldset")[0].attribute("aria-describedby").unwrap_or_default();
            assert!(described.split(' ').any(|part| part == MISSING_ID), "{name}: {described}");
            assert_eq!(words.attribute("tabindex"), Some("-1"), "{name}: they can take the focus, which says them");
        }
    }
    assert!(seen > 20, "only {seen} screens miss an answer");
}

#[test]
fn drawings_are_passed_over_or_named() {
    everywhere(|root| {
        let drawings =
            root.all().into_iter().filter(|element| matches!(element.tag.as_str(), "svg" | "progress" | "img"));
        let hidden = |element: &&Element| {
            element.attribute("aria-hidden") == Some("true") || element.elements().any(|child| child.tag == "title")
        };
        drawings.filter(|element| !hidden(element)).map(shown).collect()
    });
}

#[test]
fn nothing_that_takes_the_focus_is_hidden_from_screen_readers() {
    everywhere(|root| {
        let hidden = root.all().into_iter().filter(|element| element.attribute("aria-hidden") == Some("true"));
        let with_all_in_it = hidden.flat_map(|element| element.all().into_iter().chain([element]));
        with_all_in_it
            .filter(|element| is_control(element) || element.attribute("tabindex").is_some())
            .map(shown)
            .collect()
    });
}

#[test]
fn the_order_of_reading_is_the_order_of_the_tab_key() {
    everywhere(|root| {
        let all = root.all().into_iter();
        let moved = all.filter(|element| {
            element.attribute("tabindex").is_some_and(|index| index != "-1")
                || element.attribute("accesskey").is_some()
                || element.attribute("autofocus").is_some()
        });
        moved.map(shown).collect()
    });
}

#[test]
fn tables_have_a_caption_and_every_cell_its_headings() {
    let mut tables = 0;
    for Rendered { name, root, .. } in &*RENDERED {
        for table in root.all_of("table") {
            tables += 1;
            let caption = table.elements().next().expect("a table is not empty");
            assert_eq!(caption.tag, "caption", "{name}");
            let scopes = table.all_of("th").into_iter().map(|heading| heading.attribute("scope"));
            assert!(scopes.clone().all(|scope| matches!(scope, Some("col" | "row"))), "{name}");
            let columns = scopes.filter(|scope| *scope == Some("col")).count();
            for row in table.all_of("tr") {
                assert_eq!(row.elements().count(), columns, "{name}: a row is shorter or longer than its headings");
                assert_eq!(row.elements().next().map(|cell| cell.tag.as_str()), Some("th"), "{name}");
            }
        }
    }
    assert!(tables > 20, "only {tables} tables");
}

#[test]
fn lists_hold_items_and_items_stand_in_lists() {
    everywhere(|root| {
        let mut wrong = Vec::new();
        for parent in root.all() {
            for child in &parent.children {
                let tag = match child {
                    Node::Element(element) => element.tag.as_str(),
                    Node::Text(text) if text.trim().is_empty() => continue,
                    Node::Text(_) => "text",
                };
                let fits = match parent.tag.as_str() {
                    "ul" | "ol" => tag == "li",
                    "dl" => matches!(tag, "div" | "dt" | "dd"),
                    "tr" => matches!(tag, "th" | "td"),
                    _ => tag != "li",
                };
                if !fits {
                    wrong.push(format!("{tag} in {}", shown(parent)));
                }
            }
            if matches!(parent.tag.as_str(), "ul" | "ol" | "dl") && parent.children.is_empty() {
                wrong.push(format!("an empty list in {}", shown(parent)));
            }
        }
        wrong
    });
}

#[test]
fn a_description_list_pairs_every_name_with_what_it_names() {
    let mut rows = 0;
    for Rendered { name, root, .. } in &*RENDERED {
        for row in root.all_of("dl").iter().flat_map(|list| list.elements()) {
            rows += 1;
            let tags: Vec<&str> = row.elements().map(|part| part.tag.as_str()).collect();
            assert!(tags.first() == Some(&"dt") && tags[1..].iter().all(|tag| *tag == "dd"), "{name}: {tags:?}");
        }
    }
    assert!(rows > 20, "only {rows} rows");
}

#[test]
fn every_way_to_change_an_answer_says_which() {
    let mut seen = 0;
    for Rendered { name, session, root } in &*RENDERED {
        if session.screen() == Screen::Review {
            seen += 1;
            let buttons = root.all_of("button").into_iter().filter(|button| button.attribute("data-change").is_some());
            let said: Vec<String> = buttons.map(Element::text).collect();
            let different: BTreeSet<&String> = said.iter().collect();
            assert!(said.len() > 5 && different.len() == said.len(), "{name}: {said:?}");
        }
    }
    assert!(seen > 0);
}

#[test]
fn every_document_has_one_main_part_and_every_other_part_a_name() {
    everywhere(|root| {
        let mut wrong = Vec::new();
        let mains = root.all_of("main").len();
        if mains != 1 {
            wrong.push(format!("{mains} main parts"));
        }
        let named = |element: &&Element| {
            element
                .attribute("aria-label")
                .or(element.attribute("aria-labelledby"))
                .is_some_and(|name| !name.is_empty())
        };
        let parts = root.all().into_iter().filter(|element| {
            matches!(element.tag.as_str(), "aside" | "nav") || element.attribute("role") == Some("region")
        });
        wrong.extend(parts.filter(|part| !named(part)).map(shown));
        wrong
    });
}

#[test]
fn every_screen_says_its_language_and_its_direction() {
    for Rendered { name, session, root } in &*RENDERED {
        let main = root.all_of("main")[0];
        assert_eq!(main.attribute("lang"), Some(session.voice().locale.tag), "{name}");
        assert!(matches!(main.attribute("dir"), Some("ltr" | "rtl")), "{name}");
    }
}

#[test]
fn titles_of_english_sources_are_marked_as_english_where_the_page_is_not() {
    let mut seen = 0;
    for Rendered { name, session, root } in &*RENDERED {
        for id in root.all().into_iter().filter(|element| element.has_class("source-id")) {
            let item = root.all_of("li").into_iter().filter(|item| item.elements().any(|part| std::ptr::eq(part, id)));
            for item in item {
                seen += usize::from(session.voice().locale.tag != "en");
                assert_eq!(item.attribute("lang"), Some("en"), "{name}: {}", shown(item));
            }
        }
    }
    assert!(seen > 20, "only {seen} sources on pages in other languages");
}

#[test]
fn every_page_has_a_title_and_a_language() {
    let (language, title, about) = shell::head();
    assert!(LOCALES.iter().any(|locale| locale.tag == language));
    assert!(!title.is_empty() && !about.is_empty());
    assert!(shell::titles().values().all(|title| !title.is_empty()));
    assert_eq!(shell::titles().len(), LOCALES.len());
}

/// What a pointer or the focus rests on may look different, and that is all: nothing comes up that could cover something
/// or would have to be sent away. The browser's own note of a `title` is the one exception, and there is one of those.
#[test]
fn nothing_appears_where_the_pointer_or_the_focus_rests() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let files: Vec<_> = std::fs::read_dir(folder).expect("assets can be read").flatten().map(|f| f.path()).collect();
    let of_kind = |kind: &str| {
        let files = files.iter().filter(|path| path.extension().is_some_and(|end| end == kind));
        files.map(|path| std::fs::read_to_string(path).expect("a text")).collect::<Vec<String>>()
    };
    let mut rules = 0;
    for rule in of_kind("css").iter().flat_map(|sheet| sheet.split('}')) {
        let Some((selector, declarations)) = rule.rsplit_once('{') else { continue };
        if selector.contains(":hover") || selector.contains(":focus") {
            rules += 1;
            for property in declarations.split(';').filter_map(|declaration| declaration.trim().split_once(':')) {
                let look = ["outline", "outline-offset", "border-radius", "border-color", "background"];
                assert!(look.contains(&property.0), "{} sets {}", selector.trim(), property.0);
            }
        }
    }
    assert!(rules > 8, "only {rules} rules");
    for script in of_kind("js") {
        assert!(!["mouseover", "mouseenter", "pointerover", "pointerenter"].iter().any(|event| script.contains(event)));
    }
    everywhere(|root| {
        let titled = root.all().into_iter().filter(|element| element.attribute("title").is_some());
        titled.filter(|element| element.attribute("data-leave").is_none()).map(shown).collect()
    });
}

/// Scripts may wait for the program, and for nothing a visitor does.
#[test]
fn nothing_runs_out_while_somebody_reads() {
    let timers = |source: &str| source.matches("setTimeout").count() + source.matches("setInterval").count();
    // One shows the leaflet when the program does not come, one empties the frame of a host that does not leave.
    assert_eq!(timers(include_str!("../assets/shell.js")), 2);
    assert_eq!(timers(include_str!("../assets/site.js")), 0);
    let program = [include_str!("../src/ui/app.rs"), include_str!("../src/session.rs"), include_str!("../src/main.rs")];
    assert!(program.iter().all(|source| !source.contains("timers") && !source.contains("set_timeout")));
    assert!(!page(Session::default()).contains("http-equiv=\"refresh\""));
}
