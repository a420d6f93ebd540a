//! Texts as data, and how they are spoken.
//!
//! A text is a message of `locales/`, put together at build into one coded string. It may differ by whom it is
//! about, by the words a region uses and by a number; nothing else can vary. The code is made of control
//! characters, which no message can contain:
//!
//! | code | meaning |
//! |---|---|
//! | `1` + letter | a value: `e` emergency number, `c` crisis line, `n`, `t` total, `m` name |
//! | `2` + letter | the variants of a selector begin: `w` for `$who`, `v` for `$words`, `n` for `$n` |
//! | `3` | the next variant begins |
//! | `4` | the selector ends |
//! | `5` | the text ends, where several stand after each other |

use alloc::string::{String, ToString};
use core::str::Chars;

/// A message as a coded string.
pub type Text = &'static str;

/// The control characters of a coded text.
pub mod code {
    /// A value follows, by its letter.
    pub const VALUE: char = '\u{1}';
    /// A selector follows, by its letter, with its variants.
    pub const SELECT: char = '\u{2}';
    /// The next variant begins.
    pub const NEXT: char = '\u{3}';
    /// The selector ends.
    pub const END: char = '\u{4}';
    /// The text ends.
    pub const END_OF_TEXT: char = '\u{5}';
}

/// The values a text can fill in: the variable's name in Fluent and its letter in the code.
pub const VALUES: [(&str, char); 5] = [("emergency", 'e'), ("crisis", 'c'), ("n", 'n'), ("total", 't'), ("name", 'm')];

/// What a text can select on: the variable's name, its letter in the code, and its variants in order. The
/// variant that Fluent marks as the default is the one at the last position.
pub const SELECTORS: [(&str, char, &[&str], usize); 3] =
    [("who", 'w', &["self", "other"], 0), ("words", 'v', &["us", "uk", "au"], 0), ("n", 'n', &["one", "other"], 1)];

/// Whom the answers are about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Who {
    /// The visitor.
    #[default]
    Myself,
    /// Somebody the visitor cares about.
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
    /// Whom the answers are about.
    pub who: Who,
    /// Which words the region uses.
    pub vocabulary: Vocabulary,
    /// As displayed, for example "911".
    pub emergency: &'a str,
    /// The number of the region's crisis line, as displayed.
    pub crisis: &'a str,
    /// A count; it chooses between one and many where a text does.
    pub n: u8,
    /// What `n` counts towards.
    pub total: u8,
    /// A name or number that a text is made with, such as that of a helpline.
    pub name: &'a str,
}

impl Speech<'_> {
    /// The text in words.
    pub fn say(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        self.write(&mut text.chars(), true, &mut out);
        out
    }

    /// Writes up to the end of the variant or of the text, and tells which character ended it. What is not
    /// `spoken` is read over.
    fn write(&self, rest: &mut Chars<'_>, spoken: bool, out: &mut String) -> Option<char> {
        while let Some(letter) = rest.next() {
            match letter {
                code::VALUE => {
                    let value = rest.next();
                    if spoken {
                        self.write_value(value, out);
                    }
                }
                code::SELECT => {
                    let chosen = self.chosen_variant(rest.next());
                    let mut variant = 0;
                    while self.write(rest, spoken && variant == chosen, out) == Some(code::NEXT) {
                        variant += 1;
                    }
                }
                code::NEXT | code::END => return Some(letter),
                plain if spoken => out.push(plain),
                _ => {}
            }
        }
        None
    }

    fn write_value(&self, letter: Option<char>, out: &mut String) {
        match letter {
            Some('e') => out.push_str(self.emergency),
            Some('c') => out.push_str(self.crisis),
            Some('n') => out.push_str(&self.n.to_string()),
            Some('t') => out.push_str(&self.total.to_string()),
            Some('m') => out.push_str(self.name),
            _ => {}
        }
    }

    /// The position of the variant to speak, in the order of [`SELECTORS`].
    fn chosen_variant(&self, letter: Option<char>) -> usize {
        match letter {
            Some('w') => self.who as usize,
            Some('v') => self.vocabulary as usize,
            _ => usize::from(self.n != 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_spoken_by_who_by_region_and_with_its_values() {
        let text = "Call \u{1}e\u{2}w for you\u{3} for them, at the \u{2}vER\u{3}A&E\u{3}ED\u{4}\u{4}.";
        let mine = Speech { emergency: "911", ..Speech::default() };
        assert_eq!(mine.say(text), "Call 911 for you.");
        let theirs = Speech { who: Who::Other, vocabulary: Vocabulary::Uk, emergency: "999", ..mine };
        assert_eq!(theirs.say(text), "Call 999 for them, at the A&E.");
    }

    #[test]
    fn every_value_is_spoken_in_its_place() {
        let said = Speech { emergency: "911", crisis: "988", n: 2, total: 7, name: "Rose", ..Speech::default() };
        assert_eq!(said.say("\u{1}e \u{1}c \u{1}n \u{1}t \u{1}m"), "911 988 2 7 Rose");
    }

    #[test]
    fn the_region_chooses_its_word_whatever_the_number() {
        for n in [0, 1, 2] {
            let speech = |vocabulary| Speech { vocabulary, n, ..Speech::default() };
            assert_eq!(speech(Vocabulary::default()).say("\u{2}vER\u{3}A&E\u{4}"), "ER");
            assert_eq!(speech(Vocabulary::Uk).say("\u{2}vER\u{3}A&E\u{4}"), "A&E");
        }
    }

    #[test]
    fn a_number_chooses_its_form() {
        let text = "\u{1}n \u{2}nday\u{3}days\u{4} of \u{1}t";
        assert_eq!(Speech { n: 1, total: 7, ..Speech::default() }.say(text), "1 day of 7");
        assert_eq!(Speech { n: 2, total: 7, ..Speech::default() }.say(text), "2 days of 7");
    }
}
