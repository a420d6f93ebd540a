//! The ways out of the page: `attempts.toml`, which says what they are and what has to come of each.

use serde::Deserialize;

use crate::browser::Browser;
use crate::stages::Stage;

/// One way out.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attempt {
    pub id: String,
    pub what: String,
    /// What stands in the way.
    pub closed_by: String,
    script: String,
    /// An expression on the site's page that changes when the attempt works.
    pub host: Option<String>,
    /// The attempt may replace a page.
    #[serde(default)]
    pub leaves: bool,
    #[serde(default)]
    chromium: Expected,
    #[serde(default)]
    firefox: Expected,
    #[serde(default)]
    webkit: Expected,
}

/// How far an attempt gets, from nothing to everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    Nothing,
    LookUp,
    Connection,
    Packet,
    Request,
    Works,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Expected {
    open: Reach,
    walls: Reach,
    whole: Reach,
}

impl Default for Expected {
    fn default() -> Self {
        Self { open: Reach::Request, walls: Reach::Nothing, whole: Reach::Nothing }
    }
}

impl Attempt {
    pub fn expected(&self, browser: Browser, stage: Stage) -> Reach {
        let expected = match browser {
            Browser::Chromium => self.chromium,
            Browser::Firefox => self.firefox,
            Browser::WebKit => self.webkit,
        };
        match stage {
            Stage::Open => expected.open,
            Stage::Walls => expected.walls,
            Stage::Whole => expected.whole,
            Stage::Headed => Reach::Nothing,
        }
    }

    /// What runs in the program's frame: a function of where to, and of what takes the result.
    pub fn body(&self) -> String {
        format!(
            "const [to, done] = arguments;
            const add = (tag, attributes) => {{
                const element = document.createElement(tag);
                for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
                document.body.append(element);
                return element;
            }};
            const attempt = async () => {{ {}\n }};
            setTimeout(() => done('no answer'), 1000);
            // Not at once: what a driver runs has permissions of its own.
            setTimeout(() => attempt().then((result) => done(result ?? 'done'), (error) => done('refused: ' + error)));",
            self.script
        )
    }
}

/// Every attempt, in the order of the file.
pub fn all() -> Vec<Attempt> {
    #[derive(Deserialize)]
    struct File {
        attempt: Vec<Attempt>,
    }
    let text = include_str!("../attempts.toml");
    toml::from_str::<File>(text).unwrap_or_else(|error| panic!("tests/browser/attempts.toml: {error}")).attempt
}
