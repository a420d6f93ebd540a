//! What a visitor can take along from the result: a plan for hard moments, and a summary for a professional.
//!
//! Both are a [`Sheet`]: the same pieces become markup on the screen and on paper (`src/ui/take.rs`), and plain
//! text to copy or save ([`plain`]). The summary can also be saved for a health record ([`fhir`]). Nothing is kept:
//! what is taken is made when the visitor asks for it.

pub mod fhir;
mod json;
pub mod notes;
mod plan;
#[cfg(not(target_arch = "wasm32"))]
pub mod questionnaire;
mod summary;

use yew::AttrValue;

use crate::content::{Msg, say};
use crate::session::{Screen, Session};
use crate::voice::Voice;

/// What a piece is on its sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Title,
    Heading,
    Text,
    /// An item of a list.
    Item,
    /// An item with the names of its sources, which are in English whatever the page speaks.
    Sourced,
}

/// A piece of what is taken along.
#[derive(Debug, PartialEq)]
pub struct Piece {
    pub kind: Kind,
    pub words: AttrValue,
    /// What belongs to it: the way to cope with a trigger, the answer to a question. May be empty.
    pub then: AttrValue,
}

/// All pieces, in the order in which they are read.
pub type Sheet = Vec<Piece>;

/// How something is taken along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// On paper, by the browser's own dialog.
    Print,
    /// As text, to the clipboard.
    Copy,
    /// As a text file, to the downloads.
    Save,
    /// The summary for a health record.
    SaveRecord,
}

/// What became of it, for the visitor to hear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// The browser was asked to print.
    Printing,
    /// It is in the clipboard.
    Copied,
    /// It is in the downloads.
    Saved,
    /// The browser did not do it; the visitor has to copy the text.
    ByHand,
}

/// What the screen has to take along; empty where there is nothing.
pub fn sheet(session: &Session, voice: &Voice) -> Sheet {
    let mut writer = Writer { voice, sheet: Vec::new() };
    match session.screen() {
        Screen::Plan => plan::write(session, &mut writer),
        Screen::Summary => summary::write(session, &mut writer),
        _ => {}
    }
    writer.sheet
}

/// The number to call. While nobody has said where they are, every number with its countries.
pub fn emergency(voice: &Voice) -> Sheet {
    let mut writer = Writer { voice, sheet: Vec::new() };
    writer.emergency();
    writer.sheet
}

struct Writer<'a> {
    voice: &'a Voice,
    sheet: Sheet,
}

impl Writer<'_> {
    fn put(&mut self, kind: Kind, words: AttrValue, then: AttrValue) {
        self.sheet.push(Piece { kind, words, then });
    }

    fn item(&mut self, words: AttrValue, then: AttrValue) {
        self.put(Kind::Item, words, then);
    }

    fn say(&mut self, kind: Kind, msg: Msg) {
        self.put(kind, self.voice.say(msg), AttrValue::default());
    }

    /// Begins a part; the one before it goes again when nothing was written in it.
    fn part(&mut self, heading: Msg) {
        self.end_part();
        self.say(Kind::Heading, heading);
    }

    fn end_part(&mut self) {
        self.sheet.pop_if(|last| last.kind == Kind::Heading);
    }

    fn emergency(&mut self) {
        self.say(Kind::Text, say::TAKE_EMERGENCY);
        if self.voice.region.is_none() {
            for (number, countries) in self.voice.numbers_with_countries() {
                self.item(number.into(), countries.into());
            }
        }
    }
}

/// The same as plain text, for the clipboard and for a file. What it is read in breaks the lines: a message on a
/// telephone is narrower than a file on a computer.
pub fn plain(sheet: &[Piece]) -> String {
    let mut text = String::new();
    for piece in sheet {
        // A list begins right under what it belongs to; everything else stands apart from what is before it.
        if matches!(piece.kind, Kind::Item | Kind::Sourced) {
            text.push_str("- ");
        } else if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&piece.words);
        if !piece.then.is_empty() {
            text.push_str(if piece.kind == Kind::Sourced { " " } else { ": " });
            text.push_str(&piece.then);
        }
        text.push('\n');
    }
    text
}
