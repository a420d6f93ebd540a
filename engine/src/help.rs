//! Whom to call, by region. Numbers stand in `protocol/helplines.toml` and nowhere else.

use alloc::string::{String, ToString};

use crate::words::Vocabulary;

/// Regions, helplines and finders.
#[derive(Debug, PartialEq)]
pub struct Directory {
    /// In the order in which a visitor can choose them.
    pub regions: &'static [Region],
    /// Every helpline there is; regions name theirs by index.
    pub helplines: &'static [Helpline],
    /// Every finder there is; regions name theirs by index.
    pub finders: &'static [Finder],
}

/// Where somebody is, as far as numbers and words differ by it.
#[derive(Debug, PartialEq)]
pub struct Region {
    /// Its permanent id in `protocol/helplines.toml`, for example `uk_wales`. Sites set it as `region`.
    pub id: &'static str,
    /// The words that its people use for the same things.
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

/// A number to call or to write to. A page shows no number that is not one of these or an emergency number.
#[derive(Debug, PartialEq)]
pub struct Helpline {
    /// Its permanent id in `protocol/helplines.toml`. Its name and what it is for stand in `locales/`, by this id.
    pub id: &'static str,
    /// Whom it is there for.
    pub kind: HelplineKind,
    /// The number as displayed.
    pub call: Option<&'static str>,
    /// The number for text messages, where it takes them.
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
    /// The number as displayed and sent to.
    pub number: &'static str,
    /// The word to send; `None` where any message will do.
    pub keyword: Option<&'static str>,
}

impl TextLine {
    /// As displayed: the number, with the word to send where one is needed.
    pub fn display(&self) -> String {
        self.keyword.map_or_else(|| self.number.to_string(), |word| [self.number, " (", word, ")"].concat())
    }
}

/// Whom a helpline is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelplineKind {
    /// Whoever thinks of suicide or cannot bear it.
    Crisis,
    /// Whoever asks about drugs and care.
    Drugs,
    /// Whoever cares about somebody who uses.
    Family,
}

/// A public page that finds services, never a ranking.
#[derive(Debug, PartialEq)]
pub struct Finder {
    /// Its permanent id in `protocol/helplines.toml`. Its name stands in `locales/`, by this id.
    pub id: &'static str,
    /// Where it is: an `https` address, opened without opener or referrer.
    pub url: &'static str,
    /// The address was read on a page of the service or of a public body.
    pub confirmed: bool,
    /// ISO date of the last check.
    pub last_checked: &'static str,
}

impl Directory {
    /// The region with this id; `None` when there is none.
    pub fn region(&self, id: &str) -> Option<&'static Region> {
        self.regions.iter().find(|r| r.id == id)
    }

    /// The helplines of a region in the order shown.
    pub fn helplines_of(&self, region: &Region) -> impl Iterator<Item = &'static Helpline> {
        let all = self.helplines;
        region.helplines.iter().filter_map(move |i| all.get(usize::from(*i)))
    }

    /// The finders of a region in the order shown; there may be none.
    pub fn finders_of(&self, region: &Region) -> impl Iterator<Item = &'static Finder> {
        let all = self.finders;
        region.finders.iter().filter_map(move |i| all.get(usize::from(*i)))
    }

    /// The crisis line that the texts of a region name; `None` only for a region of another directory.
    pub fn crisis_line(&self, region: &Region) -> Option<&'static Helpline> {
        self.helplines.get(usize::from(region.crisis))
    }
}
