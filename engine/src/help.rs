//! Whom to call, by region. Numbers stand in `protocol/helplines.toml` and nowhere else.

use alloc::string::{String, ToString};

use crate::words::Vocabulary;

/// Regions, helplines and finders.
#[derive(Debug, PartialEq)]
pub struct Directory {
    pub regions: &'static [Region],
    pub helplines: &'static [Helpline],
    pub finders: &'static [Finder],
}

#[derive(Debug, PartialEq)]
pub struct Region {
    pub id: &'static str,
    pub vocabulary: Vocabulary,
    /// Browser languages that suggest this region, for example "en-GB".
    pub locales: &'static [&'static str],
    /// The emergency number as displayed and dialled.
    pub emergency: &'static str,
    /// Index of the crisis line that texts name.
    pub crisis: u8,
    /// Indexes of helplines in the order shown, crisis lines first.
    pub helplines: &'static [u8],
    /// Indexes of public finders of services.
    pub finders: &'static [u8],
}

#[derive(Debug, PartialEq)]
pub struct Helpline {
    pub id: &'static str,
    pub kind: HelplineKind,
    /// The number as displayed.
    pub call: Option<&'static str>,
    pub text: Option<TextLine>,
    /// Id of a text with the hours; `None` means at any hour of any day.
    pub hours: Option<&'static str>,
    /// The number was read on a page of the service or of a public body.
    pub confirmed: bool,
    /// ISO date of the last check.
    pub last_checked: &'static str,
    /// Languages spoken, as tags.
    pub languages: &'static [&'static str],
}

/// A number that takes text messages, with the word to send where one is needed.
#[derive(Debug, PartialEq)]
pub struct TextLine {
    pub number: &'static str,
    pub keyword: Option<&'static str>,
}

impl TextLine {
    /// As displayed: the number, with the word to send where one is needed.
    pub fn display(&self) -> String {
        self.keyword.map_or_else(|| self.number.to_string(), |word| [self.number, " (", word, ")"].concat())
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelplineKind {
    Crisis,
    Drugs,
    Family,
}

/// A public page that finds services, never a ranking.
#[derive(Debug, PartialEq)]
pub struct Finder {
    pub id: &'static str,
    pub url: &'static str,
    pub confirmed: bool,
    pub last_checked: &'static str,
}

impl Directory {
    pub fn region(&self, id: &str) -> Option<&'static Region> {
        self.regions.iter().find(|r| r.id == id)
    }

    /// The helplines of a region in the order shown.
    pub fn helplines_of(&self, region: &Region) -> impl Iterator<Item = &'static Helpline> {
        let all = self.helplines;
        region.helplines.iter().filter_map(move |i| all.get(usize::from(*i)))
    }

    pub fn finders_of(&self, region: &Region) -> impl Iterator<Item = &'static Finder> {
        let all = self.finders;
        region.finders.iter().filter_map(move |i| all.get(usize::from(*i)))
    }

    pub fn crisis_line(&self, region: &Region) -> Option<&'static Helpline> {
        self.helplines.get(usize::from(region.crisis))
    }
}
