//! What arrives on paper: pages as the browsers print them into a PDF, read and looked at with poppler.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::{picture, tools};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    A4,
    Letter,
}

impl Paper {
    pub const ALL: [Self; 2] = [Self::A4, Self::Letter];

    /// Width and height in centimetres.
    pub fn size(self) -> (f64, f64) {
        match self {
            Self::A4 => (21.0, 29.7),
            Self::Letter => (21.59, 27.94),
        }
    }
}

/// Something printed. Its file goes with it.
pub struct Printed {
    folder: PathBuf,
}

#[derive(Debug)]
pub struct Page {
    /// In points, of which an inch has 72.
    pub width: f64,
    pub height: f64,
    pub words: Vec<Word>,
}

#[derive(Debug)]
pub struct Word {
    pub text: String,
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

/// How finely pages are looked at, in dots per inch: the stem of a letter is wider than one dot.
const LOOKED_AT: u32 = 150;

/// The lightest grey that has 4.5:1 on white.
const DARK: u8 = 118;

impl Printed {
    /// A place for a PDF that is still to come.
    pub fn nothing_yet() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("care-check-paper-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).expect("a temporary folder");
        Self { folder }
    }

    pub fn new(pdf: &[u8]) -> Self {
        let printed = Self::nothing_yet();
        fs::write(printed.file(), pdf).expect("the temporary folder takes a file");
        printed
    }

    pub fn file(&self) -> PathBuf {
        self.folder.join("printed.pdf")
    }

    /// A PDF has come, and its end as well.
    pub fn is_whole(&self) -> bool {
        fs::read(self.file()).is_ok_and(|pdf| pdf.trim_ascii_end().ends_with(b"%%EOF"))
    }

    /// The pages with their words, in the order in which they were drawn.
    pub fn pages(&self) -> Vec<Page> {
        let read = poppler("pdftotext", &["-raw", "-bbox"], &[self.file(), "-".into()]);
        let mut pages = Vec::new();
        for line in String::from_utf8_lossy(&read).lines().map(str::trim) {
            if line.starts_with("<page ") {
                pages.push(Page { width: number(line, "width"), height: number(line, "height"), words: Vec::new() });
            } else if let (true, Some(page)) = (line.starts_with("<word "), pages.last_mut()) {
                page.words.push(word(line));
            }
        }
        assert!(!pages.is_empty(), "{} has no page", self.file().display());
        pages
    }

    /// A picture of each page, as PNG.
    pub fn pictures(&self, dots_per_inch: u32) -> Vec<Vec<u8>> {
        let resolution = dots_per_inch.to_string();
        poppler("pdftoppm", &["-png", "-r", &resolution], &[self.file(), self.folder.join("page")]);
        let files = fs::read_dir(&self.folder).into_iter().flatten().flatten().map(|entry| entry.path());
        // The numbers of pages are all equally long.
        let mut files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|kind| kind == "png")).collect();
        files.sort();
        files.iter().filter_map(|file| fs::read(file).ok()).collect()
    }

    /// Words that are not dark on white, for which a printer without colours has no use.
    pub fn pale_words(&self) -> Vec<String> {
        let mut pale = Vec::new();
        for (page, seen) in self.pages().iter().zip(self.pictures(LOOKED_AT)) {
            let seen = picture::Greys::of(&seen);
            let dots = |points: f64| (points * f64::from(LOOKED_AT) / 72.0).max(0.0) as usize;
            for word in &page.words {
                let shades = seen.within(dots(word.left)..dots(word.right), dots(word.top)..dots(word.bottom));
                let (darkest, lightest) =
                    shades.fold((u8::MAX, 0), |(dark, light), grey| (dark.min(grey), light.max(grey)));
                if darkest > DARK || lightest < 250 {
                    pale.push(format!("{} ({darkest} on {lightest})", word.text));
                }
            }
        }
        pale
    }
}

impl Drop for Printed {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl Page {
    /// What stands on the page, [`squeezed`].
    pub fn text(&self) -> String {
        self.words.iter().map(|word| squeezed(&word.text)).collect()
    }

    /// Words that reach over the edges of what is printed, which lie this many points inside of the paper's.
    pub fn cut_words(&self, edge: f64) -> Vec<&Word> {
        // Letters lean a little over the box that they stand in.
        let edge = edge - 1.5;
        let inside = |word: &&Word| {
            word.left >= edge
                && word.top >= edge
                && word.right <= self.width - edge
                && word.bottom <= self.height - edge
        };
        self.words.iter().filter(|word| !inside(word)).collect()
    }
}

/// A text without what printing changes: spaces, where lines break, bullets, and letters that are drawn as one.
pub fn squeezed(text: &str) -> String {
    let text = text.replace('ﬁ', "fi").replace('ﬂ', "fl").replace('ﬀ', "ff").replace('ﬃ', "ffi");
    text.chars().filter(|letter| !letter.is_whitespace() && *letter != '•').collect()
}

fn word(line: &str) -> Word {
    let text = line.split_once('>').and_then(|(_, rest)| rest.strip_suffix("</word>")).unwrap_or_default();
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'");
    let text = text.replace("&amp;", "&");
    let [left, top, right, bottom] = ["xMin", "yMin", "xMax", "yMax"].map(|name| number(line, name));
    Word { text, left, top, right, bottom }
}

fn number(tag: &str, attribute: &str) -> f64 {
    let value = tag.split_once(&format!(" {attribute}=\"")).and_then(|(_, rest)| rest.split_once('"'));
    value.and_then(|(value, _)| value.parse().ok()).unwrap_or_else(|| panic!("no {attribute} in {tag}"))
}

fn poppler(program: &str, options: &[&str], files: &[PathBuf]) -> Vec<u8> {
    let program = tools::given("PDFTOTEXT", "poppler-utils").with_file_name(program);
    let done = Command::new(&program).args(options).args(files).output();
    let done = done.unwrap_or_else(|error| panic!("cannot start {}: {error}", program.display()));
    assert!(done.status.success(), "{}: {}", program.display(), String::from_utf8_lossy(&done.stderr));
    done.stdout
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_with_their_places() {
        let read = word(r#"<word xMin="34.5" yMin="40" xMax="60.25" yMax="52">&lt;ﬁn&amp;&apos;s&gt;</word>"#);
        assert_eq!((read.left, read.top, read.right, read.bottom), (34.5, 40.0, 60.25, 52.0));
        assert_eq!(squeezed(&read.text), "<fin&'s>");
    }

    #[test]
    fn what_reaches_over_an_edge_is_told() {
        let at = |left, right| Word { text: String::new(), left, top: 50.0, right, bottom: 60.0 };
        let page = Page { width: 100.0, height: 100.0, words: vec![at(30.0, 70.0), at(20.0, 40.0), at(60.0, 80.0)] };
        assert_eq!(page.cut_words(30.0).len(), 2);
    }
}
