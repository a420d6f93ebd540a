//! Reads TOML tables with their places in the file, and collects every problem instead of stopping at the first.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::problem::{Problem, Wrong};

/// The problems found so far, shared by everything that reads.
#[derive(Default)]
pub struct Problems(RefCell<Vec<Problem>>);

impl Problems {
    pub fn add(&self, file: &str, line: usize, kind: Wrong) {
        self.0.borrow_mut().push(Problem { file: file.to_owned(), line, kind });
    }

    /// All problems, by file and line, each once.
    pub fn into_sorted(self) -> Vec<Problem> {
        let unique: BTreeSet<Problem> = self.0.into_inner().into_iter().collect();
        unique.into_iter().collect()
    }

    pub fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }
}

/// Leaks a string: the host reads the content once, and the engine wants it for as long as it runs.
pub fn keep(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

/// Leaks a list, for the same reason.
pub fn keep_all<T>(items: Vec<T>) -> &'static [T] {
    Box::leak(items.into_boxed_slice())
}

/// A file with its text and the name problems use for it.
pub struct File {
    pub name: String,
    pub text: String,
}

impl File {
    /// Reads `root/name`; an unreadable file is a problem and reads as empty.
    pub fn read(root: &Path, name: &str, problems: &Problems) -> Self {
        let text = std::fs::read_to_string(root.join(name)).unwrap_or_else(|error| {
            problems.add(name, 1, Wrong::Unreadable { why: error.to_string() });
            String::new()
        });
        Self { name: name.to_owned(), text }
    }

    /// The line, counted from one, in which a byte offset lies.
    pub fn line(&self, offset: usize) -> usize {
        self.text.as_bytes().iter().take(offset).filter(|b| **b == b'\n').count() + 1
    }

    pub fn parse<'a>(&'a self, problems: &'a Problems) -> Entry<'a> {
        let (table, errors) = DeTable::parse_recoverable(&self.text);
        for error in errors {
            let line = error.span().map_or(1, |span| self.line(span.start));
            problems.add(&self.name, line, Wrong::Syntax { why: error.message().to_owned() });
        }
        let span = table.span();
        Entry { file: self, problems, table: table.into_inner(), span }
    }
}

/// One table of a file.
#[derive(Clone)]
pub struct Entry<'a> {
    pub file: &'a File,
    pub problems: &'a Problems,
    pub table: DeTable<'a>,
    span: Range<usize>,
}

/// A value of the file with the line it stands in.
#[derive(Clone, Debug)]
pub struct At<T> {
    pub value: T,
    pub line: usize,
}

impl<'a> Entry<'a> {
    pub fn line(&self) -> usize {
        self.file.line(self.span.start)
    }

    pub fn wrong(&self, line: usize, kind: Wrong) {
        self.problems.add(&self.file.name, line, kind);
    }

    /// Reports every key that is not in this list.
    pub fn expect_keys(&self, known: &[&str]) {
        for key in self.table.keys() {
            if !known.contains(&key.get_ref().as_ref()) {
                let wrong = Wrong::UnknownKey { key: key.get_ref().to_string(), known: known.join(", ") };
                self.wrong(self.file.line(key.span().start), wrong);
            }
        }
    }

    /// The keys of a table whose keys are not known beforehand, with their lines.
    pub fn keys(&self) -> Vec<At<String>> {
        let at = |key: &Spanned<_>, name: String| At { value: name, line: self.file.line(key.span().start) };
        self.table.keys().map(|key| at(key, key.get_ref().to_string())).collect()
    }

    pub fn has(&self, key: &str) -> bool {
        self.value(key).is_some()
    }

    fn value(&self, key: &str) -> Option<&Spanned<DeValue<'a>>> {
        self.table.iter().find(|(k, _)| k.get_ref().as_ref() == key).map(|(_, v)| v)
    }

    /// Reads an optional value; a value of another type is a problem.
    fn read<T>(&self, key: &str, wanted: &'static str, take: impl Fn(&DeValue<'a>) -> Option<T>) -> Option<At<T>> {
        let found = self.value(key)?;
        let line = self.file.line(found.span().start);
        let taken = take(found.get_ref());
        if taken.is_none() {
            self.wrong(line, Wrong::WrongType { key: key.to_owned(), wanted });
        }
        taken.map(|value| At { value, line })
    }

    pub fn maybe_str(&self, key: &str) -> Option<At<String>> {
        self.read(key, "a text in quotes", |v| v.as_str().map(str::to_owned))
    }

    pub fn str(&self, key: &'static str) -> At<String> {
        if self.value(key).is_none() {
            self.wrong(self.line(), Wrong::MissingKey { key });
        }
        self.maybe_str(key).unwrap_or(At { value: String::new(), line: self.line() })
    }

    pub fn maybe_bool(&self, key: &str) -> Option<bool> {
        self.read(key, "true or false", DeValue::as_bool).map(|at| at.value)
    }

    pub fn maybe_count(&self, key: &str) -> Option<At<u8>> {
        self.read(key, "a whole number from 1 to 20", |v| {
            v.as_integer().and_then(|i| u8::from_str_radix(i.as_str(), i.radix()).ok()).filter(|n| (1..=20).contains(n))
        })
    }

    /// A date without quotes, as `2026-11-22`.
    pub fn date(&self, key: &'static str) -> String {
        if self.value(key).is_none() {
            self.wrong(self.line(), Wrong::MissingKey { key });
        }
        self.read(key, "a date such as 2026-11-22", |v| v.as_datetime().map(ToString::to_string))
            .map_or_else(String::new, |at| at.value)
    }

    fn array(&self, key: &str) -> Option<At<DeArray<'a>>> {
        self.read(key, "a list in brackets", |v| v.as_array().cloned())
    }

    pub fn strs(&self, key: &str) -> Vec<At<String>> {
        let Some(array) = self.array(key) else { return Vec::new() };
        array.value.iter().filter_map(|item| self.list_item(key, item)).collect()
    }

    fn list_item(&self, key: &str, item: &Spanned<DeValue<'a>>) -> Option<At<String>> {
        let line = self.file.line(item.span().start);
        let text = item.get_ref().as_str();
        if text.is_none() {
            self.wrong(line, Wrong::WrongType { key: key.to_owned(), wanted: "a list of texts in quotes" });
        }
        text.map(|t| At { value: t.to_owned(), line })
    }

    pub fn maybe_table(&self, key: &str) -> Option<Entry<'a>> {
        let found = self.value(key)?;
        let Some(table) = found.get_ref().as_table() else {
            let line = self.file.line(found.span().start);
            self.wrong(line, Wrong::WrongType { key: key.to_owned(), wanted: "a table" });
            return None;
        };
        Some(Entry { file: self.file, problems: self.problems, table: table.clone(), span: found.span() })
    }

    /// The tables of `[[key]]`, or of a list of inline tables.
    pub fn tables(&self, key: &'static str) -> Vec<Entry<'a>> {
        let Some(array) = self.array(key) else {
            if self.value(key).is_none() {
                self.wrong(self.line(), Wrong::MissingKey { key });
            }
            return Vec::new();
        };
        array
            .value
            .iter()
            .filter_map(|item| {
                let table = item.get_ref().as_table();
                if table.is_none() {
                    let line = self.file.line(item.span().start);
                    self.wrong(line, Wrong::WrongType { key: key.to_owned(), wanted: "a table" });
                }
                table.map(|t| Entry { file: self.file, problems: self.problems, table: t.clone(), span: item.span() })
            })
            .collect()
    }

    /// The keys of this table that hold lists or texts, with their items: `question = ["option"]`.
    pub fn lists(&self, besides: &[&str]) -> Vec<(At<String>, Vec<At<String>>)> {
        let mut lists: Vec<_> = self
            .table
            .iter()
            .filter(|(key, _)| !besides.contains(&key.get_ref().as_ref()))
            .map(|(key, value)| {
                let name = key.get_ref().to_string();
                let items = match value.get_ref() {
                    DeValue::Array(items) => items.iter().filter_map(|i| self.list_item(&name, i)).collect(),
                    _ => self.list_item(&name, value).into_iter().collect(),
                };
                (At { value: name, line: self.file.line(key.span().start) }, items)
            })
            .collect();
        lists.sort_by_key(|(key, _)| key.line);
        lists
    }
}
