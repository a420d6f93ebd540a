//! Where everything comes from, and what is left out on purpose.

use super::page::{Page, page_of, plain, target};
use super::said::{Said, links, words};
use crate::load::protocol::{Source, SourceKind};

const KINDS: [(SourceKind, &str, &str); 5] = [
    (SourceKind::Document, "Documents", "The three documents that the options and factors are drawn from."),
    (
        SourceKind::Published,
        "Published",
        "Rules, studies and guides of others. None of their owners endorses care-check.",
    ),
    (SourceKind::Sign, "Signs", "The emergency signs, and where each was read."),
    (SourceKind::Handling, "Handling", "Statements of the documents that need care, and what we do about them."),
    (SourceKind::Reading, "Readings", "What a document says, at these lines."),
];

pub fn sources(page: &mut Page, said: &Said<'_>) {
    page.prose(
        "Titles are our own short words; no source is copied.\n\
         Pages were read as stored copies, so each has to be opened once before a release.",
    );
    for (kind, title, about) in KINDS {
        page.heading(3, title);
        page.prose(about);
        let of_kind = || said.content.sources.iter().filter(move |source| source.kind == kind);
        match kind {
            SourceKind::Document => page.table(["id", "title"], of_kind().map(|s| [target(&s.id), plain(&s.title)])),
            SourceKind::Reading => page.table(
                ["id", "title", "documents and lines"],
                of_kind().map(|s| [target(&s.id), plain(&s.title), plain(s.of.as_deref().unwrap_or_default())]),
            ),
            _ => page.table(["id", "title", "where", "note"], of_kind().map(with_page)),
        }
    }
}

fn with_page(source: &Source) -> [String; 4] {
    let places = [source.of.as_deref().map(plain), source.address.as_deref().map(page_of)];
    let added = source.added.then(|| "added for safety, in none of the documents".to_owned());
    let notes = [added, source.note.as_deref().map(plain)];
    let all = |parts: [Option<String>; 2]| parts.into_iter().flatten().collect::<Vec<_>>().join("; ");
    [target(&source.id), plain(&source.title), all(places), all(notes)]
}

pub fn not_modelled(page: &mut Page, said: &Said<'_>) {
    page.prose(
        "What the documents or the published sources say and the protocol leaves out on purpose.\n\
         An entry is accepted by a named person; “draft” until a clinician signs.",
    );
    for entry in &said.content.not_modelled {
        page.item(0, &format!("**{}** ({})", plain(&entry.what), words(&entry.id)));
        page.item(1, &plain(&entry.why));
        let sources = links(entry.sources.iter().map(String::as_str));
        page.item(1, &format!("Sources: {sources}. Accepted: {}.", plain(&entry.accepted)));
    }
}
