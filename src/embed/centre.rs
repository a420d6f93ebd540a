//! The centre on whose site the page is shown: its name, what it offers, and how to reach it.
//!
//! `assets/site.js` judges the same values before it makes links of them. They are judged here again, because this
//! is what stands on the screen, and nothing a site says may pass for a number to call in danger.

use care_check_engine::{Assessment, LevelIx};

use super::message::Config;
use crate::content::{DIRECTORY, PROTOCOL};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Centre {
    pub name: Option<String>,
    /// As displayed; the shell holds the link.
    pub phone: Option<String>,
    /// The shell holds a link to its site.
    pub has_site: bool,
    /// `None` when the site does not say.
    offers: Option<Vec<LevelIx>>,
}

/// In bytes: sixty letters of most scripts.
const LONGEST_NAME: usize = 180;
const LONGEST_PHONE: usize = 24;

impl Centre {
    /// `None` without a way to reach it.
    pub fn read(config: &Config) -> Option<Self> {
        let name = Some(&config.centre_name).filter(|name| is_name(name)).cloned();
        let phone = Some(&config.centre_phone).filter(|phone| is_phone(phone)).cloned();
        let has_site = config.centre_site == "yes";
        let offered: Vec<LevelIx> = config.offers.split(' ').filter_map(|id| PROTOCOL.level(id)).collect();
        let offers = (!offered.is_empty()).then_some(offered);
        (phone.is_some() || has_site).then_some(Self { name, phone, has_site, offers })
    }

    /// What is suggested and cannot be had there; `None` when the site does not say what it offers.
    pub fn lacks(&self, assessment: &Assessment) -> Option<Vec<LevelIx>> {
        let offers = self.offers.as_ref()?;
        let mut needed = vec![assessment.first_step(), assessment.setting];
        needed.dedup();
        needed.retain(|level| !offers.contains(level));
        Some(needed)
    }
}

/// A name has letters, and names no number that people are told to call.
fn is_name(name: &str) -> bool {
    name.len() <= LONGEST_NAME
        && name.chars().any(|c| c.is_ascii_alphabetic() || !c.is_ascii())
        && !name.chars().any(is_markup_or_control)
        && !name.split(|c| !is_of_a_number(c)).any(|run| is_public(&digits(run)))
}

/// Marks that turn the direction of writing can make a number read as another one.
fn is_markup_or_control(c: char) -> bool {
    c.is_control()
        || matches!(c, '<' | '>' | ':' | '@' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn is_of_a_number(c: char) -> bool {
    matches!(c, '0'..='9' | ' ' | '.' | '(' | ')' | '-')
}

fn is_phone(phone: &str) -> bool {
    let local = phone.strip_prefix('+').unwrap_or(phone);
    phone.len() <= LONGEST_PHONE
        && local.chars().all(is_of_a_number)
        && (6..=15).contains(&digits(phone).len())
        && !poses(phone)
}

/// The number is one that people are told to call in danger, or a telephone would dial that one first.
fn poses(phone: &str) -> bool {
    let dialled = digits(phone);
    public_numbers().any(|number| {
        let number = digits(number);
        match number.len() {
            0..=6 => !phone.starts_with('+') && dialled.starts_with(&number),
            // However the country and the area are written.
            length => dialled.ends_with(&number[length.saturating_sub(8)..]),
        }
    })
}

fn is_public(dialled: &str) -> bool {
    public_numbers().any(|number| digits(number) == dialled)
}

/// Emergency numbers and helplines of every region.
fn public_numbers() -> impl Iterator<Item = &'static str> {
    let emergency = DIRECTORY.regions.iter().map(|region| region.emergency);
    let calls = DIRECTORY.helplines.iter().filter_map(|line| line.call);
    let texts = DIRECTORY.helplines.iter().filter_map(|line| line.text.as_ref()).map(|text| text.number);
    emergency.chain(calls).chain(texts)
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> Config {
        Config { centre_name: name.to_owned(), centre_site: "yes".to_owned(), ..Config::default() }
    }

    fn called(phone: &str) -> Config {
        Config { centre_phone: phone.to_owned(), ..Config::default() }
    }

    #[test]
    fn a_centre_says_its_name_and_its_number() {
        for name in ["Harbor Clinic", "Zentrum für Genesung", "St. Mary's (North) & Sons", "Recovery 2000"] {
            assert_eq!(Centre::read(&named(name)).and_then(|c| c.name).as_deref(), Some(name));
        }
        for phone in ["(555) 010-0199", "+44 20 7946 0000", "020.7946.0000", "+91 11 4000 0000"] {
            assert_eq!(Centre::read(&called(phone)).and_then(|c| c.phone).as_deref(), Some(phone));
        }
    }

    #[test]
    fn markup_scripts_and_absurd_lengths_are_no_name() {
        let long = "x".repeat(181);
        for name in ["<b>Clinic</b>", "javascript:alert(1)", "a\u{202e}b", "a\u{1}b", "12345", "", &long, "Call\n911"] {
            assert_eq!(Centre::read(&named(name)).and_then(|c| c.name), None, "{name:?}");
        }
    }

    #[test]
    fn no_emergency_number_or_helpline_stands_in_a_name() {
        for number in public_numbers().map(digits) {
            for name in [format!("Call {number}"), format!("{number} Clinic")] {
                assert_eq!(Centre::read(&named(&name)).and_then(|c| c.name), None, "{name}");
            }
        }
        assert_eq!(Centre::read(&named("Call 9 1 1 now")).and_then(|c| c.name), None);
    }

    #[test]
    fn no_emergency_number_or_helpline_is_a_centre_s_number_however_it_is_written() {
        for number in public_numbers().map(digits) {
            let spaced: String = number.chars().flat_map(|digit| [digit, ' ']).collect();
            for phone in [number.clone(), spaced, format!("{number}00000"), format!("({number})-000000")] {
                let long_with_more = number.len() >= 7 && digits(&phone) != number;
                assert!(long_with_more || Centre::read(&called(&phone)).is_none(), "{phone} of {number}");
            }
            if number.len() >= 8 {
                let abroad = format!("+1{number}");
                assert!(Centre::read(&called(&abroad)).is_none(), "{abroad}");
            }
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for phone in [
            "tel:5550100199",
            "<b>5550100199",
            "555010019955501001995550",
            "555",
            "555 010 0199 ext 5",
            "+",
            "5+550100199",
        ] {
            assert_eq!(Centre::read(&called(phone)), None, "{phone}");
        }
    }

    #[test]
    fn without_a_contact_there_is_no_centre() {
        let config = Config { centre_name: "Harbor Clinic".into(), offers: "iop php".into(), ..Config::default() };
        assert_eq!(Centre::read(&config), None);
    }

    #[test]
    fn unknown_levels_are_not_offered() {
        let config = Config { offers: "everything <b> 911 iop".into(), ..called("(555) 010-0199") };
        assert_eq!(Centre::read(&config).and_then(|c| c.offers), Some(vec![PROTOCOL.level("iop").unwrap()]));
        let config = Config { offers: "everything".into(), ..called("(555) 010-0199") };
        assert_eq!(Centre::read(&config).and_then(|c| c.offers), None);
    }
}
