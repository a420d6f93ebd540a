//! The closed vocabulary between program and shell. Nothing else passes, and nothing in it can carry an answer.
//!
//! | direction | message | meaning |
//! |---|---|---|
//! | program → shell | `ready` | the program stands; the shell answers with `start` |
//! | | `height:N` | the program's height in CSS pixels, rounded up to [`HEIGHT_STEP`] |
//! | | `top` | a new screen: bring its beginning into view |
//! | | `see:N` | what a keyboard led to is out of sight, N CSS pixels down, rounded down to 100 (sent by `assets/boot.js`) |
//! | | `open:N` | follow link N of [`super::links`] |
//! | | `region:ID` | the visitor chose a region |
//! | | `lang:TAG` | the screen speaks the language that the shell named |
//! | | `centre:call`, `centre:visit` | follow the shell's link to the centre on whose site this is |
//! | | `exit` | leave the page for a neutral one (sent by `assets/leave-key.js`, not by the program) |
//! | | `failed` | the program broke (sent by the page around it, not by the program) |
//! | shell → program | `start:…` | what the site asks for: a line for each field of [`Config`], any of them empty |
//! | | `region:ID` | the visitor chose a region in the shell; may be empty |
//! | | `lang:TAG` | the visitor chose a language in the shell |
//! | shell → host | `height:N`, `top`, `ready`, `failed`, `exit` | the page's height in the same steps and at most 1000, a new screen, whether the program stands, and that the visitor leaves |
//! | | `lang:TAG` | the language that the page speaks, so that the name of its frame follows |

use std::fmt;

use serde::Deserialize;
use serde::de::value::{Error, MapDeserializer};

/// Heights are rounded up to this many CSS pixels, because the exact height of a screen would tell a host
/// page which screen it is.
pub const HEIGHT_STEP: u32 = 100;

/// From the program to the shell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToShell {
    /// The program stands and can be shown.
    Ready,
    /// In CSS pixels, before rounding.
    Height(u32),
    /// A new screen began: what is shown starts at its top.
    Top,
    /// Position in the list of links.
    Open(usize),
    /// The visitor chose this region, by its id; empty for none.
    Region(&'static str),
    /// The visitor chose this language, by its tag.
    Language(&'static str),
    /// The visitor presses what leads to the centre.
    Centre(Contact),
    /// The visitor leaves.
    Exit,
}

/// How to reach the centre on whose site this is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contact {
    /// By telephone.
    Call,
    /// On its site.
    Visit,
}

impl fmt::Display for ToShell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ready => f.write_str("ready"),
            Self::Height(pixels) => write!(f, "height:{}", pixels.div_ceil(HEIGHT_STEP) * HEIGHT_STEP),
            Self::Top => f.write_str("top"),
            Self::Open(link) => write!(f, "open:{link}"),
            Self::Region(id) => write!(f, "region:{id}"),
            Self::Language(tag) => write!(f, "lang:{tag}"),
            Self::Centre(Contact::Call) => f.write_str("centre:call"),
            Self::Centre(Contact::Visit) => f.write_str("centre:visit"),
            Self::Exit => f.write_str("exit"),
        }
    }
}

/// What the page around the program asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Config {
    /// A language tag; empty when the page does not say.
    pub lang: String,
    /// A region id; empty when it is not known.
    pub region: String,
    /// `light`, `dark`, or anything else for what the system says.
    pub theme: String,
    /// Colours as in `assets/tokens.css`, with `;` between: accent, stronger accent, wash.
    pub accent: String,
    /// Ids of levels that the centre offers, with spaces between.
    pub offers: String,
    /// The name of the centre on whose site this is; empty for none. Checked before it is shown.
    pub centre_name: String,
    /// Its number, for the label of the button; the shell dials. Checked before it is shown.
    pub centre_phone: String,
    /// `yes` when the shell has a link to the centre's site.
    pub centre_site: String,
}

/// From the shell to the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FromShell {
    /// Sent once, before the first screen.
    Start(Config),
    /// Empty when the visitor chose no region.
    Region(String),
    /// A language tag.
    Language(String),
}

impl FromShell {
    /// `None` for anything that is not of the vocabulary.
    pub fn parse(text: &str) -> Option<Self> {
        let (name, rest) = text.split_once(':')?;
        match name {
            "start" => {
                let pairs = rest.split('\n').filter_map(|pair| pair.split_once('='));
                let config = Config::deserialize(MapDeserializer::<_, Error>::new(pairs)).ok()?;
                Some(Self::Start(config))
            }
            "region" => Some(Self::Region(rest.to_owned())),
            "lang" => Some(Self::Language(rest.to_owned())),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_start_message_is_read_field_by_field() {
        let config = Config { lang: "en".into(), region: "uk_england".into(), ..Config::default() };
        assert_eq!(FromShell::parse("start:lang=en\nregion=uk_england"), Some(FromShell::Start(config)));
        assert_eq!(FromShell::parse("start:"), Some(FromShell::Start(Config::default())));
        let later = Config { lang: "en".into(), centre_name: "Hill & Sons".into(), ..Config::default() };
        let start = "start:lang=en\nregion=\nunheard=of\ncentre-name=Hill & Sons";
        assert_eq!(FromShell::parse(start), Some(FromShell::Start(later)));
    }

    #[test]
    fn a_chosen_region_and_a_chosen_language_are_read() {
        assert_eq!(FromShell::parse("region:ie"), Some(FromShell::Region("ie".to_owned())));
        assert_eq!(FromShell::parse("region:"), Some(FromShell::Region(String::new())));
        assert_eq!(FromShell::parse("lang:es"), Some(FromShell::Language("es".to_owned())));
    }

    #[test]
    fn what_is_not_of_the_vocabulary_is_ignored() {
        for text in ["", "start", "answers:all", "javascript:alert(1)", "{\"start\":1}"] {
            assert_eq!(FromShell::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_height_says_only_a_step() {
        assert_eq!(ToShell::Height(1).to_string(), "height:100");
        assert_eq!(ToShell::Height(100).to_string(), "height:100");
        assert_eq!(ToShell::Height(101).to_string(), "height:200");
    }
}
