//! The protocol book: everything a clinician reviews, written from the content that runs.
//!
//! The book and its drawings are generated and kept in `docs/`, so that a change of the content shows as a change
//! of the book.

mod beside;
mod cases;
mod diagram;
mod emergency;
mod helplines;
mod levels;
mod outcomes;
mod page;
mod questions;
mod register;
mod rules;
mod said;
mod svg;

use std::io;
use std::path::Path;

use super::Content;
use crate::words::Who;
pub use outcomes::grouped;
use page::{Page, anchor, plain};
use said::Said;

/// A generated file.
pub struct Generated {
    /// Its path below the project folder.
    pub name: &'static str,
    pub text: String,
}

/// The book, and the drawings it shows.
pub fn files(content: &Content) -> [Generated; 3] {
    let said = Said::new(content);
    [
        Generated { name: "docs/protocol-book.md", text: book(content) },
        Generated { name: "docs/diagrams/path.svg", text: diagram::path(&said) },
        Generated { name: "docs/diagrams/levels.svg", text: diagram::levels(&said) },
    ]
}

/// Writes the files that differ from what stands below `root`, and names them.
pub fn write_changed(content: &Content, root: &Path) -> io::Result<Vec<&'static str>> {
    let mut changed = Vec::new();
    for Generated { name, text } in files(content) {
        let file = root.join(name);
        if std::fs::read_to_string(&file).ok().as_ref() != Some(&text) {
            if let Some(folder) = file.parent() {
                std::fs::create_dir_all(folder)?;
            }
            std::fs::write(&file, text)?;
            changed.push(name);
        }
    }
    Ok(changed)
}

type Section = fn(&mut Page, &Said<'_>);

const SECTIONS: [(&str, Section); 11] = [
    ("The path at a glance", questions::path),
    ("The questions in full", questions::in_full),
    ("Emergency signs and red flags", emergency::section),
    ("The levels of care", levels::section),
    ("The rules", rules::section),
    ("Beside the level", beside::section),
    ("Helplines by region", helplines::section),
    ("Worked cases", cases::section),
    ("What the protocol answers", outcomes::section),
    ("Sources", register::sources),
    ("Not modelled", register::not_modelled),
];

/// The book as Markdown.
pub fn book(content: &Content) -> String {
    let said = Said::new(content);
    let mut page = Page::new("Protocol book");
    opening(&mut page, content, &said);
    let title = |position: usize, name: &str| format!("{}. {name}", position + 1);
    for (position, (name, _)) in SECTIONS.iter().enumerate() {
        page.item(0, &format!("[{}](#{})", title(position, name), anchor(&title(position, name))));
    }
    for (position, (name, write)) in SECTIONS.iter().enumerate() {
        page.heading(2, &title(position, name));
        write(&mut page, &said);
    }
    page.finish()
}

fn opening(page: &mut Page, content: &Content, said: &Said<'_>) {
    page.quote(
        "This file is generated from `protocol/` and `locales/en/` by `cargo protocol book --write`.\n\
         Change it there: a test writes it again and fails when it differs.",
    );
    page.table(
        ["protocol", content.protocol.version],
        [["SHA-256".to_owned(), format!("`{}`", content.digest)], ["state".to_owned(), state(content)]],
    );
    let spoken = content.speech(Who::Myself);
    page.prose(&format!(
        "The book holds the whole clinical content of the check: what is asked, what follows from the answers, what is \
         said, and where it comes from.\n\
         Texts are spoken as in the first region ({}; emergency number {}, crisis line {}); other regions have their \
         own numbers and a few words of their own.\n\
         Where a text reads differently for somebody who answers for another person, both are given.\n\
         The SHA-256 stands for the content without the worked cases; a sign-off names it and ends with any change.\n\
         [reviewing.md](reviewing.md) leads through the book in two hours.",
        helplines::first_region(said),
        spoken.emergency,
        spoken.crisis,
    ));
}

fn state(content: &Content) -> String {
    match &content.sign_off {
        Some(signed) if content.is_reviewed() => {
            format!("**reviewed** by {}, {}, on {}", plain(&signed.name), plain(&signed.role), signed.date)
        }
        Some(signed) => {
            format!("**draft**: the content has changed since {} signed it on {}", plain(&signed.name), signed.date)
        }
        None => "**draft**: no clinician has signed it".to_owned(),
    }
}
