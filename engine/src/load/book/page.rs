//! Writes Markdown: blank lines where they belong, no trailing spaces, headings that can be linked to.

/// What was written last, so that the blank lines between blocks come out right.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Block {
    List,
    Other,
}

/// A Markdown file in the making.
pub struct Page {
    text: String,
    last: Block,
}

impl Page {
    pub fn new(title: &str) -> Self {
        Self { text: format!("# {title}\n"), last: Block::Other }
    }

    pub fn heading(&mut self, depth: usize, title: &str) {
        self.block(&format!("{} {title}", "#".repeat(depth)));
    }

    /// A paragraph; one sentence stands on one line, so that a difference shows the sentence that changed.
    pub fn prose(&mut self, sentences: &str) {
        self.block(sentences);
    }

    /// What a visitor reads, set apart from what the book says about it.
    pub fn quote(&mut self, text: &str) {
        let lines: Vec<String> = text.lines().map(|line| format!("> {line}")).collect();
        self.block(&lines.join("\n"));
    }

    pub fn item(&mut self, depth: usize, text: &str) {
        if self.last != Block::List {
            self.text.push('\n');
        }
        self.line(&format!("{}- {text}", "  ".repeat(depth)));
        self.last = Block::List;
    }

    pub fn items(&mut self, texts: impl IntoIterator<Item = impl AsRef<str>>) {
        for text in texts {
            self.item(0, text.as_ref());
        }
    }

    pub fn table<const N: usize>(&mut self, head: [&str; N], rows: impl IntoIterator<Item = [String; N]>) {
        let row = |cells: [&str; N]| format!("| {} |", cells.join(" | "));
        let mut lines = vec![row(head), row(["---"; N])];
        lines.extend(rows.into_iter().map(|cells| row(cells.each_ref().map(String::as_str))));
        self.block(&lines.join("\n"));
    }

    fn block(&mut self, text: &str) {
        self.text.push('\n');
        for line in text.lines() {
            self.line(line);
        }
        self.last = Block::Other;
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    pub fn finish(self) -> String {
        self.text
    }
}

/// A text in which no character means anything to Markdown. An underscore between letters means nothing anyway.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if "\\*`[]<>|".contains(letter) {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

/// The anchor that a heading gets, by the rules of GitHub.
pub fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect::<String>().to_lowercase()
}

pub fn link(text: &str, heading: &str) -> String {
    format!("[{text}](#{})", anchor(heading))
}

/// A place in a table that can be linked to, as a heading can. A page holds each id once.
pub fn target(id: &str) -> String {
    format!("<a id=\"{}\"></a>{id}", anchor(id))
}

/// An address with its host as text: whole addresses are too long to read in a table.
pub fn page_of(address: &str) -> String {
    let host = address.split("://").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or(address);
    format!("[{}](<{address}>)", host.strip_prefix("www.").unwrap_or(host))
}

/// "a, b or c".
pub fn joined(items: &[String], last: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}

/// "1 rule", "2 rules".
pub fn count(number: usize, one: &str) -> String {
    format!("{number} {one}{}", if number == 1 { "" } else { "s" })
}
