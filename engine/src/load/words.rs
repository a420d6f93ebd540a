//! Reads `locales/<language>/*.ftl` into texts.
//!
//! A small closed part of Fluent is used: see `locales/README.md`. Terms and references are put in place
//! here, so that the browser needs no lookup.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};

use super::problem::Wrong;
use super::reader::{File, Problems, keep};
use crate::words::{SELECTORS, Speech, Text, VALUES, Vocabulary, Who, code};

/// All texts of one language by id; an attribute's id is `message.attribute`.
#[derive(Debug)]
pub struct Words {
    /// The language tag, which is the folder's name.
    pub tag: String,
    pub texts: BTreeMap<String, Message>,
}

/// A text with the place it stands in.
#[derive(Clone, Debug)]
pub struct Message {
    pub text: Text,
    pub file: String,
    pub line: usize,
}

impl Words {
    pub fn get(&self, id: &str) -> Option<Text> {
        self.texts.get(id).map(|message| message.text)
    }
}

/// The languages there are: the folders of `locales/`.
pub fn languages(root: &Path) -> Vec<String> {
    let folders = std::fs::read_dir(root.join("locales")).into_iter().flatten().flatten();
    let mut tags: Vec<String> = folders
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    tags.sort();
    tags
}

/// The Fluent files of a language, as names below the project folder.
pub fn files(root: &Path, tag: &str) -> Vec<String> {
    let folder = std::fs::read_dir(root.join("locales").join(tag)).into_iter().flatten().flatten();
    let mut names: Vec<String> = folders_files(folder, tag);
    names.sort();
    names
}

fn folders_files(folder: impl Iterator<Item = std::fs::DirEntry>, tag: &str) -> Vec<String> {
    folder
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".ftl"))
        .map(|name| format!("locales/{tag}/{name}"))
        .collect()
}

pub fn read(root: &Path, tag: &str, problems: &Problems) -> Words {
    let files: Vec<File> = files(root, tag).iter().map(|name| File::read(root, name, problems)).collect();
    let parsed: Vec<_> = files.iter().map(|file| (file, parse(file, problems))).collect();

    let mut raw: BTreeMap<String, Raw<'_>> = BTreeMap::new();
    for (file, entries) in &parsed {
        for entry in entries {
            for (id, pattern, at) in patterns(entry) {
                let line = file.line(offset(file, at));
                if raw.insert(id.clone(), Raw { pattern, file, line }).is_some() {
                    problems.add(&file.name, line, Wrong::DuplicateText { id });
                }
            }
        }
    }

    let mut texts = BTreeMap::new();
    for (id, source) in raw.iter().filter(|(id, _)| !id.starts_with('-')) {
        let mut building = Building { raw: &raw, problems, open: vec![id.as_str()] };
        let text = keep(&building.text(source, source.pattern));
        let message = Message { text, file: source.file.name.clone(), line: source.line };
        texts.insert(id.clone(), message);
    }
    Words { tag: tag.to_owned(), texts }
}

/// A pattern that is not put together yet.
#[derive(Clone, Copy)]
struct Raw<'a> {
    pattern: &'a Pattern<&'a str>,
    file: &'a File,
    line: usize,
}

fn parse<'a>(file: &'a File, problems: &Problems) -> Vec<Entry<&'a str>> {
    match fluent_syntax::parser::parse(file.text.as_str()) {
        Ok(resource) => resource.body,
        Err((resource, errors)) => {
            for error in errors {
                let line = file.line(error.pos.start);
                problems.add(&file.name, line, Wrong::Syntax { why: error.kind.to_string() });
            }
            resource.body
        }
    }
}

/// Every pattern of an entry with its flattened id and the piece of source that names it.
fn patterns<'a>(entry: &'a Entry<&'a str>) -> Vec<(String, &'a Pattern<&'a str>, &'a str)> {
    let (prefix, id, value, attributes) = match entry {
        Entry::Message(m) => ("", m.id.name, m.value.as_ref(), &m.attributes),
        Entry::Term(t) => ("-", t.id.name, Some(&t.value), &t.attributes),
        _ => return Vec::new(),
    };
    let own = value.map(|pattern| (format!("{prefix}{id}"), pattern, id));
    let rest = attributes.iter().map(|a| (format!("{prefix}{id}.{}", a.id.name), &a.value, a.id.name));
    own.into_iter().chain(rest).collect()
}

/// Where a piece of a file's text begins. The parser's nodes borrow from the text, so the addresses tell.
fn offset(file: &File, piece: &str) -> usize {
    (piece.as_ptr() as usize).saturating_sub(file.text.as_ptr() as usize)
}

struct Building<'a> {
    raw: &'a BTreeMap<String, Raw<'a>>,
    problems: &'a Problems,
    /// The messages being put together, so that one that names itself is noticed.
    open: Vec<&'a str>,
}

impl<'a> Building<'a> {
    fn wrong(&self, at: &Raw<'_>, kind: Wrong) {
        self.problems.add(&at.file.name, at.line, kind);
    }

    fn text(&mut self, at: &Raw<'a>, pattern: &'a Pattern<&'a str>) -> String {
        let mut coded = String::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => coded.push_str(value),
                PatternElement::Placeable { expression } => coded.push_str(&self.expression(at, expression)),
            }
        }
        coded
    }

    fn expression(&mut self, at: &Raw<'a>, expression: &'a Expression<&'a str>) -> String {
        match expression {
            Expression::Inline(inline) => self.inline(at, inline),
            Expression::Select { selector: InlineExpression::VariableReference { id }, variants } => {
                self.select(at, id.name, variants)
            }
            Expression::Select { .. } => {
                self.wrong(at, Wrong::UnsupportedFluent { what: "selecting on anything but $who, $words or $n" });
                String::new()
            }
        }
    }

    fn inline(&mut self, at: &Raw<'a>, inline: &'a InlineExpression<&'a str>) -> String {
        match inline {
            InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
                if value.contains('\\') {
                    self.wrong(at, Wrong::UnsupportedFluent { what: "an escape; write the character itself" });
                }
                (*value).to_owned()
            }
            InlineExpression::VariableReference { id } => match VALUES.iter().find(|(name, _)| *name == id.name) {
                Some((_, letter)) => format!("{}{letter}", code::VALUE),
                None => {
                    self.wrong(at, Wrong::UnknownVariable { name: id.name.to_owned() });
                    String::new()
                }
            },
            InlineExpression::TermReference { id, attribute, arguments } => {
                if attribute.is_some() || arguments.is_some() {
                    self.wrong(at, Wrong::UnsupportedFluent { what: "an attribute or an argument of a term" });
                }
                self.referred(at, &format!("-{}", id.name))
            }
            InlineExpression::MessageReference { id, attribute } => {
                let name = attribute.as_ref().map_or_else(|| id.name.to_owned(), |a| format!("{}.{}", id.name, a.name));
                self.referred(at, &name)
            }
            InlineExpression::Placeable { expression } => self.expression(at, expression),
            InlineExpression::FunctionReference { .. } => {
                self.wrong(at, Wrong::UnsupportedFluent { what: "a function" });
                String::new()
            }
        }
    }

    fn referred(&mut self, at: &Raw<'a>, id: &str) -> String {
        let raw = self.raw;
        let Some((key, target)) = raw.get_key_value(id) else {
            self.wrong(at, Wrong::UnknownTerm { name: id.to_owned() });
            return String::new();
        };
        if self.open.contains(&key.as_str()) {
            self.wrong(at, Wrong::UnsupportedFluent { what: "a text that contains itself" });
            return String::new();
        }
        self.open.push(key);
        let text = self.text(target, target.pattern);
        self.open.pop();
        text
    }

    fn select(&mut self, at: &Raw<'a>, variable: &str, variants: &'a [Variant<&'a str>]) -> String {
        let Some((_, letter, allowed, default)) = SELECTORS.iter().find(|(name, ..)| *name == variable) else {
            self.wrong(at, Wrong::UnknownVariable { name: variable.to_owned() });
            return String::new();
        };
        let default = allowed[*default];
        let mut found: BTreeMap<&str, String> = BTreeMap::new();
        for variant in variants {
            let (VariantKey::Identifier { name } | VariantKey::NumberLiteral { value: name }) = variant.key;
            if !allowed.contains(&name) {
                self.wrong(at, Wrong::UnknownVariant { name: name.to_owned(), allowed: allowed.join(", ") });
                continue;
            }
            if variant.default && name != default {
                self.wrong(at, Wrong::UnsupportedDefault { wanted: default });
            }
            let text = self.text(at, &variant.value);
            found.insert(name, text);
        }
        // A variant that is left out says what the default says, as in Fluent.
        let said = |name: &str| found.get(name).or(found.get(default)).cloned().unwrap_or_default();
        let variants: Vec<String> = allowed.iter().map(|name| said(name)).collect();
        format!("{}{letter}{}{}", code::SELECT, variants.join(&code::NEXT.to_string()), code::END)
    }
}

/// The values a text fills in, for comparing languages.
pub fn values(text: Text) -> BTreeSet<&'static str> {
    let letters = text.split(code::VALUE).skip(1).filter_map(|rest| rest.chars().next());
    letters.filter_map(|found| VALUES.iter().find(|(_, letter)| *letter == found)).map(|(name, _)| *name).collect()
}

/// Every way to say a text: in both voices, in the words of every region, for one and for several.
pub fn every_speech(value: &str) -> Vec<Speech<'_>> {
    let mut ways = Vec::new();
    for who in [Who::Myself, Who::Other] {
        for vocabulary in [Vocabulary::Us, Vocabulary::Uk, Vocabulary::Au] {
            for n in [1, 2] {
                ways.push(Speech { who, vocabulary, emergency: value, crisis: value, n, total: 9, name: value });
            }
        }
    }
    ways
}

/// Whether the lines of a text are the items of a list; in every other text a line break is a space.
fn is_list(id: &str, message: &Message) -> bool {
    const PARTS_OF_A_LEVEL: [&str; 4] = [".good", ".hard", ".there", ".today"];
    let of_a_level = id.starts_with("level-") && PARTS_OF_A_LEVEL.iter().any(|part| id.ends_with(part));
    of_a_level || id == "start-not-for" || message.file.ends_with("/guide.ftl")
}

/// The numbers of items of two lists in the first way to say them in which they differ.
fn different_items(here: Text, there: Text) -> Option<(usize, usize)> {
    let items = |speech: &Speech<'_>, text| speech.say(text).lines().filter(|line| !line.trim().is_empty()).count();
    let mut counted = every_speech("…").into_iter().map(|speech| (items(&speech, here), items(&speech, there)));
    counted.find(|(found, reference)| found != reference)
}

/// Which ids the protocol asks of a language.
pub struct Expected {
    pub required: BTreeSet<String>,
    pub optional: BTreeSet<String>,
    /// Ids that begin so belong to the protocol: one that is not expected is a leftover or a slip.
    /// Any other id is the interface's own.
    pub prefixes: &'static [&'static str],
}

impl Words {
    pub fn check_ids(&self, expected: &Expected, problems: &Problems) {
        for id in &expected.required {
            if !self.texts.contains_key(id) {
                let file = format!("locales/{}", self.tag);
                problems.add(&file, 1, Wrong::MissingText { id: id.clone() });
            }
        }
        for (id, message) in &self.texts {
            let known = expected.required.contains(id) || expected.optional.contains(id);
            if !known && expected.prefixes.iter().any(|prefix| id.starts_with(prefix)) {
                problems.add(&message.file, message.line, Wrong::UnusedText { id: id.clone() });
            }
        }
    }

    /// A translation fills in the same values and has the same number of list items as the reference.
    pub fn compare(&self, reference: &Words, problems: &Problems) {
        for (id, message) in &self.texts {
            let Some(original) = reference.texts.get(id) else {
                problems.add(&message.file, message.line, Wrong::UnusedText { id: id.clone() });
                continue;
            };
            let (here, there) = (values(message.text), values(original.text));
            if here != there {
                let show = |set: &BTreeSet<&str>| {
                    if set.is_empty() {
                        "nothing".to_owned()
                    } else {
                        set.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ")
                    }
                };
                let wrong = Wrong::DifferentValues { id: id.clone(), reference: show(&there), found: show(&here) };
                problems.add(&message.file, message.line, wrong);
            }
            let items = is_list(id, original).then(|| different_items(message.text, original.text)).flatten();
            if let Some((found, reference)) = items {
                problems.add(&message.file, message.line, Wrong::DifferentItems { id: id.clone(), reference, found });
            }
        }
        for (id, original) in &reference.texts {
            if !self.texts.contains_key(id) {
                let file = original.file.replace(&format!("/{}/", reference.tag), &format!("/{}/", self.tag));
                problems.add(&file, 1, Wrong::MissingText { id: id.clone() });
            }
        }
    }
}
