//! Texts as data, and how they are spoken.
//!
//! A text is a message of `locales/`, parsed at build. It may differ by who is asked about, by the words a
//! region uses and by a number; nothing else can vary, so a text needs no parser in the browser.

use alloc::string::{String, ToString};

/// A message: its parts in order.
pub type Text = &'static [Part];

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Part {
    Plain(&'static str),
    Value(Value),
    /// `$who`: the visitor answers about themselves, or about somebody else.
    ByWho {
        myself: Text,
        other: Text,
    },
    /// `$words`: the vocabulary of the region.
    ByWords {
        us: Text,
        uk: Text,
        au: Text,
    },
    /// `$n`: one, or any other number.
    ByNumber {
        one: Text,
        other: Text,
    },
}

/// What can be filled into a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// The emergency number of the region.
    Emergency,
    /// The crisis line of the region.
    Crisis,
    N,
    Total,
    Name,
}

/// Whom the answers are about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Who {
    #[default]
    Myself,
    Other,
}

/// Which vocabulary: "emergency room", "A&E" or "emergency department".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Vocabulary {
    /// United States and Canada.
    #[default]
    Us,
    /// United Kingdom and Ireland.
    Uk,
    /// Australia and New Zealand.
    Au,
}

/// Everything a text can depend on.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Speech<'a> {
    pub who: Who,
    pub vocabulary: Vocabulary,
    /// As displayed, for example "911".
    pub emergency: &'a str,
    pub crisis: &'a str,
    pub n: u8,
    pub total: u8,
    pub name: &'a str,
}

impl Speech<'_> {
    /// The text in words.
    pub fn say(&self, text: Text) -> String {
        let mut out = String::new();
        self.write(text, &mut out);
        out
    }

    fn write(&self, text: Text, out: &mut String) {
        for part in text {
            match part {
                Part::Plain(plain) => out.push_str(plain),
                Part::Value(Value::Emergency) => out.push_str(self.emergency),
                Part::Value(Value::Crisis) => out.push_str(self.crisis),
                Part::Value(Value::N) => out.push_str(&self.n.to_string()),
                Part::Value(Value::Total) => out.push_str(&self.total.to_string()),
                Part::Value(Value::Name) => out.push_str(self.name),
                Part::ByWho { myself, other } => self.write(
                    match self.who {
                        Who::Myself => myself,
                        Who::Other => other,
                    },
                    out,
                ),
                Part::ByWords { us, uk, au } => self.write(
                    match self.vocabulary {
                        Vocabulary::Us => us,
                        Vocabulary::Uk => uk,
                        Vocabulary::Au => au,
                    },
                    out,
                ),
                Part::ByNumber { one, other } => self.write(if self.n == 1 { one } else { other }, out),
            }
        }
    }
}
