//! The generated protocol book: up to date, complete, and readable.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use care_check_engine::load::book::{files, write_changed};
use care_check_engine::load::{Content, load};
use care_check_engine::words::{Speech, Who};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn content() -> Content {
    load(root()).unwrap_or_else(|problems| {
        panic!("the content has problems:\n{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })
}

/// The generated files, made once: the outcomes take a second to count.
fn generated() -> &'static [(&'static str, String)] {
    static FILES: OnceLock<Vec<(&'static str, String)>> = OnceLock::new();
    FILES.get_or_init(|| files(&content()).into_iter().map(|file| (file.name, file.text)).collect())
}

fn book() -> &'static str {
    &generated()[0].1
}

#[test]
fn the_book_says_what_the_content_says() {
    let changed = write_changed(&content(), root()).expect("the book can be written");
    assert!(
        changed.is_empty(),
        "these files did not match the content and were written again:\n  {}\n\
         look at the difference (git diff docs) and commit it with the change of the content",
        changed.join("\n  ")
    );
}

/// A text that stands nowhere in the book would be signed unread.
#[test]
fn every_text_about_care_stands_in_the_book() {
    let content = content();
    let book = book().replace('\\', "");
    let words = content.reference().expect("there is a reference language");
    let mut missing = Vec::new();
    for (id, message) in &words.texts {
        let file = message.file.rsplit('/').next().unwrap_or_default();
        if ["ui.ftl", "words.ftl"].contains(&file) {
            continue;
        }
        for who in [Who::Myself, Who::Other] {
            let said = Speech { who, emergency: "911", crisis: "988", ..Speech::default() }.say(message.text);
            missing.extend(said.lines().filter(|line| !book.contains(line)).map(|line| format!("{id}: {line}")));
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    assert!(!book.contains("(no text"), "the book asks for a text that does not exist");
}

#[test]
fn every_entry_of_the_protocol_stands_in_the_book() {
    let content = content();
    let p = content.protocol;
    let book = book();
    let headings = p.rules.iter().map(|r| r.id).chain(p.red_flags.iter().map(|f| f.id));
    let headings = headings.chain(p.alternatives.iter().map(|a| a.id)).map(|id| format!("# {id}\n"));
    let rows = content.sources.iter().map(|s| &s.id).chain(content.vignettes.iter().map(|v| &v.id));
    let rows = rows.map(|id| format!("</a>{id} |"));
    let entries = content.not_modelled.iter().map(|entry| entry.why.clone());
    let missing: Vec<String> = headings.chain(rows).chain(entries).filter(|part| !book.contains(part)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_link_of_the_book_leads_to_one_place() {
    let book = book();
    let headings = book.lines().filter(|line| line.starts_with('#')).map(|line| {
        let title = line.trim_start_matches('#').trim();
        let kept = title.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c));
        kept.collect::<String>().to_lowercase().replace(' ', "-")
    });
    let targets = book.split("<a id=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned);
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for place in headings.chain(targets) {
        *places.entry(place).or_default() += 1;
    }
    let linked = book.split("](#").skip(1).filter_map(|rest| rest.split(')').next());
    let wrong: Vec<&str> = linked.filter(|name| places.get(*name) != Some(&1)).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn the_book_is_readable_as_text() {
    let book = book();
    for (number, line) in book.lines().enumerate() {
        assert_eq!(line, line.trim_end(), "line {} ends in a space", number + 1);
        for cell in line.split(" | ").filter(|_| line.starts_with('|')) {
            let read = without_links(cell);
            assert!(read.chars().count() <= 210, "a cell of line {} is too long to read: {read}", number + 1);
        }
    }
    let columns = |line: &str| line.matches(" | ").count();
    for (line, below) in book.lines().zip(book.lines().skip(1)) {
        if line.starts_with('|') && below.starts_with('|') {
            assert_eq!(columns(line), columns(below), "the columns differ:\n{line}\n{below}");
        }
    }
}

/// What a reader sees of a cell: the text of links without their targets.
fn without_links(cell: &str) -> String {
    let mut parts = cell.split("](");
    let first = parts.next().unwrap_or_default().to_owned();
    let seen = parts.fold(first, |seen, rest| seen + rest.split_once(')').map_or("", |(_, after)| after));
    let seen = seen.split("</a>").last().unwrap_or_default();
    seen.replace('[', "")
}

#[test]
fn the_drawings_are_small_and_named() {
    for (name, text) in generated().iter().filter(|(name, _)| name.ends_with(".svg")) {
        assert!(text.len() <= 12_288, "{name} has {} bytes", text.len());
        assert!(text.contains("<title id=") && text.contains("<desc id="), "{name} has no name");
        assert!(!text.contains("(no text"), "{name} asks for a text that does not exist");
    }
}
