//! Reads rendered markup as a visitor meets it: the texts on the screen, and those in attributes.

/// Attributes that are read out or shown.
const SAID: [&str; 7] =
    ["aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "title", "placeholder", "alt"];

/// Elements that stand within a line of text; any other one begins a line of its own.
const WITHIN_A_LINE: [&str; 6] = ["a", "span", "strong", "em", "button", "option"];

const WITHOUT_CONTENT: [&str; 3] = ["input", "br", "hr"];

/// Something a visitor can read.
#[derive(Clone, Debug)]
pub struct Piece {
    pub text: String,
    /// The attribute it stands in; `None` for a text of its own.
    pub attribute: Option<&'static str>,
    /// The language that the nearest element around it names.
    pub lang: String,
    /// The direction that the nearest element around it names.
    pub dir: String,
    /// Texts of the same number stand in one line: a paragraph, an item of a list, a heading.
    pub line: usize,
    /// A hidden element, or one for the eye alone or for nobody, stands around it.
    pub hidden: bool,
}

#[derive(Clone)]
struct Open {
    tag: String,
    lang: String,
    dir: String,
    hidden: bool,
}

/// Everything that can be read in some markup.
pub fn pieces(markup: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut open: Vec<Open> = vec![Open { tag: String::new(), lang: String::new(), dir: String::new(), hidden: false }];
    let mut line = 0;
    let mut rest = markup;
    while !rest.is_empty() {
        let Some(inside) = rest.strip_prefix('<') else {
            let end = rest.find('<').unwrap_or(rest.len());
            let at = open.last().expect("the outermost element stays");
            let text = plain(&rest[..end]);
            if !text.trim().is_empty() {
                found.push(piece(at, text, None, line));
            }
            rest = &rest[end..];
            continue;
        };
        let end = inside.find('>').expect("a tag ends");
        let (tag, after) = (&inside[..end], &inside[end + 1..]);
        rest = after;
        if tag.starts_with('!') {
            continue;
        }
        let name = tag.trim_matches('/').split([' ', '/']).next().unwrap_or_default();
        if !WITHIN_A_LINE.contains(&name) {
            line += 1;
        }
        if tag.starts_with('/') {
            let closed = open.pop().expect("an element that closes was open");
            assert_eq!(closed.tag, name, "elements close in the order in which they opened");
            continue;
        }
        let around = open.last().expect("the outermost element stays");
        let element = Open {
            tag: name.to_owned(),
            lang: attribute(tag, "lang").unwrap_or_else(|| around.lang.clone()),
            dir: attribute(tag, "dir").unwrap_or_else(|| around.dir.clone()),
            hidden: around.hidden || has(tag, "hidden") || attribute(tag, "aria-hidden").is_some(),
        };
        for said in SAID {
            if let Some(text) = attribute(tag, said).filter(|text| !text.trim().is_empty()) {
                found.push(piece(&element, text, Some(said), line));
            }
        }
        if !tag.ends_with('/') && !WITHOUT_CONTENT.contains(&name) {
            open.push(element);
        }
    }
    found
}

fn piece(at: &Open, text: String, attribute: Option<&'static str>, line: usize) -> Piece {
    Piece { text, attribute, lang: at.lang.clone(), dir: at.dir.clone(), line, hidden: at.hidden }
}

/// The value of an attribute in an opening tag.
pub fn attribute(tag: &str, name: &str) -> Option<String> {
    let value = tag.split(&format!(" {name}=\"")).nth(1)?.split('"').next()?;
    Some(plain(value))
}

fn has(tag: &str, name: &str) -> bool {
    tag.split(' ').any(|word| word == name || word.starts_with(&format!("{name}=")))
}

fn plain(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#x27;", "'");
    text.replace("&#x2F;", "/").replace("&#39;", "'").replace("&amp;", "&")
}
