//! What a visitor picks and writes for the plan. It stands in the session and goes with it.

use care_check_engine::OptionSet;
use care_check_engine::plan::{MAX_PEOPLE, MAX_TRIGGERS};

use crate::content::PLAN;

/// The longest text of a visitor's own, as the `maxlength` of an input counts: in units of UTF-16.
pub const LONGEST: usize = 80;

/// A short text of the visitor's own, of a fixed size: with the session it is copied, and overwritten by Clear.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    length: u8,
    letters: [char; LONGEST],
}

impl Line {
    /// Nothing written.
    pub const EMPTY: Self = Self { length: 0, letters: ['\0'; LONGEST] };

    /// As much of the text as there is room for, on one line.
    pub fn new(text: &str) -> Self {
        let mut line = Self::EMPTY;
        let mut units = 0;
        for letter in text.chars().filter(|letter| !letter.is_control()) {
            units += letter.len_utf16();
            let Some(place) = line.letters.get_mut(usize::from(line.length)).filter(|_| units <= LONGEST) else {
                break;
            };
            *place = letter;
            line.length += 1;
        }
        line
    }

    /// As it was written, spaces at its ends included, for the input it was written in.
    pub fn as_written(&self) -> String {
        self.letters().iter().collect()
    }

    /// Without spaces at its ends.
    pub fn text(&self) -> String {
        let mut letters = self.letters();
        while let [' ', rest @ ..] | [rest @ .., ' '] = letters {
            letters = rest;
        }
        letters.iter().collect()
    }

    fn letters(&self) -> &[char] {
        self.letters.get(..usize::from(self.length)).unwrap_or_default()
    }
}

/// Which input for own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// A trigger of one's own.
    Trigger,
    /// What to do about the trigger of one's own.
    Way,
    /// A warning sign of one's own.
    Sign,
    /// What to do about the sign of one's own.
    Deed,
    /// A person of the plan, by their place.
    Person(usize),
}

const FIELDS: usize = 4 + MAX_PEOPLE;

impl Field {
    fn place(self) -> usize {
        match self {
            Self::Trigger => 0,
            Self::Way => 1,
            Self::Sign => 2,
            Self::Deed => 3,
            Self::Person(place) => 4 + place,
        }
    }
}

/// A change to the notes.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "one lives at a time, and what a visitor does stays a value to copy")]
pub enum Note {
    /// Pick or unpick a trigger, by its place.
    Trigger(usize),
    /// Choose a way to cope with a trigger, by its place among those that fit.
    Way(usize, usize),
    /// Pick or unpick a warning sign, by its place.
    Sign(usize),
    /// What an input holds now.
    Write(Field, Line),
}

/// Everything that was picked and written for the plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Notes {
    triggers: OptionSet,
    ways: [u8; MAX_TRIGGERS],
    signs: OptionSet,
    own: [Line; FIELDS],
}

impl Notes {
    /// Nothing picked and nothing written.
    pub const NONE: Self = Self {
        triggers: OptionSet::EMPTY,
        ways: [0; MAX_TRIGGERS],
        signs: OptionSet::EMPTY,
        own: [Line::EMPTY; FIELDS],
    };

    /// Whether nothing is picked or written.
    pub fn is_empty(&self) -> bool {
        *self == Self::NONE
    }

    /// Whether the trigger at this place of the plan is picked.
    pub fn has_trigger(&self, place: usize) -> bool {
        self.triggers.meets(OptionSet::one(place as u8))
    }

    /// Whether the warning sign at this place of the plan is picked.
    pub fn has_sign(&self, place: usize) -> bool {
        self.signs.meets(OptionSet::one(place as u8))
    }

    /// The way to cope with a trigger, by its place among those that fit; the first until another is chosen.
    pub fn way(&self, trigger: usize) -> usize {
        self.ways.get(trigger).copied().unwrap_or_default().into()
    }

    /// What was written in an input.
    pub fn own(&self, field: Field) -> &Line {
        self.own.get(field.place()).unwrap_or(&Line::EMPTY)
    }

    /// The notes after a change; one that names nothing there is changes nothing.
    #[must_use]
    pub fn after(mut self, note: Note) -> Self {
        let toggled = |set: OptionSet, place: usize| OptionSet(set.0 ^ OptionSet::one(place as u8).0);
        match note {
            Note::Trigger(place) if place < PLAN.triggers.len() => self.triggers = toggled(self.triggers, place),
            Note::Sign(place) if place < PLAN.signs.len() => self.signs = toggled(self.signs, place),
            Note::Way(trigger, way) => {
                let fits = PLAN.triggers.get(trigger).is_some_and(|t| way < t.ways.len());
                if let Some(chosen) = self.ways.get_mut(trigger).filter(|_| fits) {
                    *chosen = way as u8;
                }
            }
            Note::Write(field, line) => {
                if let Some(own) = self.own.get_mut(field.place()) {
                    *own = line;
                }
            }
            _ => {}
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_keeps_what_was_written_up_to_its_length() {
        assert_eq!(Line::new("  Ana, 555 0100 ").text(), "Ana, 555 0100");
        assert_eq!(Line::new("  a ").as_written(), "  a ");
        assert_eq!(Line::new("one\ntwo\u{7}").text(), "onetwo");
        for letter in ["a", "ñ", "日", "😀"] {
            let line = Line::new(&letter.repeat(200));
            assert_eq!(line.text().encode_utf16().count(), LONGEST, "{letter}");
            assert!(letter.repeat(200).starts_with(&line.text()));
        }
    }

    #[test]
    fn a_change_that_names_nothing_there_is_changes_nothing() {
        for note in [Note::Trigger(256), Note::Trigger(31), Note::Sign(99), Note::Way(0, 256), Note::Way(99, 0)] {
            assert_eq!(Notes::NONE.after(note), Notes::NONE, "{note:?}");
        }
        assert_eq!(Notes::NONE.after(Note::Write(Field::Person(99), Line::new("a"))), Notes::NONE);
    }

    #[test]
    fn picking_twice_is_not_picking() {
        for note in [Note::Trigger(0), Note::Sign(0)] {
            assert!(!Notes::NONE.after(note).is_empty());
            assert!(Notes::NONE.after(note).after(note).is_empty());
        }
    }
}
