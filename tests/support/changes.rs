//! Every small mistake there can be in the files of the protocol: one thing dropped, added, or moved by one step.
//!
//! A change is made in the text of a file, as a slip of the hand would make it, and read by the project's own
//! reader. Texts, titles, sources and helplines are left alone: nothing follows from them.

use std::collections::BTreeMap;
use std::path::Path;

use toml::{Table, Value};

/// One change: what kind it is, what it does, and the file as it reads then.
pub struct Change {
    pub kind: Kind,
    pub what: String,
    pub file: &'static str,
    pub text: String,
}

/// Kinds of changes in the order of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Entry,
    Clause,
    Narrower,
    Wider,
    Joint,
    Level,
    Following,
    Beside,
    FirstAid,
    Path,
    Question,
}

impl Kind {
    pub const ALL: [(Self, &'static str); 11] = [
        (Self::Entry, "a rule, red flag, modifier or alternative is gone"),
        (Self::Clause, "a part of a condition is gone"),
        (Self::Narrower, "a condition takes one answer less"),
        (Self::Wider, "a condition takes one answer more"),
        (Self::Joint, "“and” and “one of” are confused, or a number is one off"),
        (Self::Level, "a rule or an alternative names the next level up or down, or two levels change places"),
        (Self::Following, "after a first step follows the next setting up or down, or none"),
        (Self::Beside, "a modifier is urgent or shows the crisis line, and should not, or the other way round"),
        (Self::FirstAid, "a first-aid text is gone or is another one"),
        (Self::Path, "a question is always asked"),
        (Self::Question, "an option is gone, options change places, one stands alone or not, declining is not offered"),
    ];
}

const QUESTIONS: &str = "questions.toml";
const RED_FLAGS: &str = "red_flags.toml";
const RULES: &str = "rules.toml";
const MODIFIERS: &str = "modifiers.toml";
const ALTERNATIVES: &str = "alternatives.toml";
const LEVELS: &str = "levels.toml";

/// Question id → the ids of its options, "declined" among them where it is offered.
type Options = BTreeMap<String, Vec<String>>;

/// All changes of the protocol below a folder.
pub fn all(root: &Path) -> Vec<Change> {
    let questions = Book::read(root, QUESTIONS, "question");
    let options: Options = questions.entries().map(|question| (text(question, "id"), answers(question))).collect();
    let levels = Book::read(root, LEVELS, "level");
    let ladder: Vec<String> = levels.entries().map(|level| text(level, "id")).collect();
    let mut all = Vec::new();
    for (file, key) in
        [(RULES, "rule"), (RED_FLAGS, "red_flag"), (MODIFIERS, "modifier"), (ALTERNATIVES, "alternative")]
    {
        let book = Book::read(root, file, key);
        for (at, entry) in book.entries().enumerate() {
            let id = text(entry, "id");
            all.push(book.without(at, Kind::Entry, format!("{id} is gone")));
            for (kind, what, when) in conditions(table(entry, "when"), &options) {
                all.push(book.with(at, kind, format!("{id}: {what}"), |entry| {
                    entry.insert("when".to_owned(), Value::Table(when));
                }));
            }
            for key in ["level", "setting", "instead"].into_iter().filter(|key| entry.contains_key(*key)) {
                all.extend(neighbours(&book, at, Kind::Level, key, &ladder));
            }
        }
        if file == RED_FLAGS {
            all.extend(first_aid(&book));
        }
        if file == MODIFIERS {
            all.extend(beside(&book));
        }
    }
    all.extend(of_levels(&levels, &ladder));
    all.extend(of_questions(&questions, &options));
    all
}

/// A file of the protocol as tables.
struct Book {
    file: &'static str,
    key: &'static str,
    whole: Table,
}

impl Book {
    fn read(root: &Path, file: &'static str, key: &'static str) -> Self {
        let path = root.join("protocol").join(file);
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let whole = text.parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        Self { file, key, whole }
    }

    fn list(whole: &Table, key: &str) -> Vec<Table> {
        let entries = whole[key].as_array().expect("a list of tables").iter();
        entries.map(|entry| entry.as_table().expect("a table").clone()).collect()
    }

    fn entries(&self) -> impl Iterator<Item = &Table> {
        let entries = self.whole[self.key].as_array().expect("a list of tables").iter();
        entries.map(|entry| entry.as_table().expect("a table"))
    }

    fn changed(&self, kind: Kind, what: String, change: impl FnOnce(&mut Vec<Table>)) -> Change {
        let mut entries = Self::list(&self.whole, self.key);
        change(&mut entries);
        let mut whole = self.whole.clone();
        whole.insert(self.key.to_owned(), Value::Array(entries.into_iter().map(Value::Table).collect()));
        let text = toml::to_string(&whole).expect("tables that were read can be written");
        Change { kind, what, file: self.file, text }
    }

    fn with(&self, at: usize, kind: Kind, what: String, change: impl FnOnce(&mut Table)) -> Change {
        self.changed(kind, what, |entries| change(&mut entries[at]))
    }

    fn without(&self, at: usize, kind: Kind, what: String) -> Change {
        self.changed(kind, what, |entries| {
            entries.remove(at);
        })
    }
}

fn text(entry: &Table, key: &str) -> String {
    entry[key].as_str().expect("a text").to_owned()
}

fn table<'a>(entry: &'a Table, key: &str) -> &'a Table {
    entry[key].as_table().expect("a table")
}

fn texts(list: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    list.as_array().map_or_else(|| vec![text(list)], |list| list.iter().map(text).collect())
}

fn list(items: &[String]) -> Value {
    Value::Array(items.iter().cloned().map(Value::String).collect())
}

fn answers(question: &Table) -> Vec<String> {
    let options = question["options"].as_array().expect("a list").iter();
    let ids = options.map(|option| text(option.as_table().expect("a table"), "id"));
    ids.chain(question.contains_key("decline").then(|| "declined".to_owned())).collect()
}

/// A condition with each of its parts dropped, narrowed or widened by one answer, or joined in another way.
fn conditions(when: &Table, options: &Options) -> Vec<(Kind, String, Table)> {
    let mut changed = Vec::new();
    for part in [None, Some("any"), Some("of")] {
        let Some(clauses) = part.map_or(Some(when), |part| when.get(part).and_then(Value::as_table)) else { continue };
        // The clauses of this part become others.
        let mut with = |kind: Kind, what: String, change: &dyn Fn(&mut Table)| {
            let mut clauses = clauses.clone();
            change(&mut clauses);
            let mut whole = when.clone();
            match part {
                None => whole = clauses,
                Some(part) if clauses.is_empty() => {
                    whole.remove(part);
                }
                Some(part) => {
                    whole.insert(part.to_owned(), Value::Table(clauses));
                }
            }
            changed.push((kind, what, whole));
        };
        for (question, named) in named(clauses) {
            with(Kind::Clause, format!("without {question}"), &|clauses| {
                clauses.remove(&question);
            });
            for option in &options[&question] {
                let (kind, verb) =
                    if named.contains(option) { (Kind::Narrower, "without") } else { (Kind::Wider, "also") };
                let then: Vec<String> = match kind {
                    Kind::Narrower => named.iter().filter(|other| *other != option).cloned().collect(),
                    _ => named.iter().chain([option]).cloned().collect(),
                };
                // Without its only answer, the clause is gone: that is the change before.
                if !then.is_empty() {
                    with(kind, format!("{question} {verb} {option}"), &|clauses| {
                        clauses.insert(question.clone(), list(&then));
                    });
                }
            }
        }
    }
    changed.extend(joined(when).map(|(what, when)| (Kind::Joint, what, when)));
    changed
}

/// The clauses of one part: questions with the options that count.
fn named(clauses: &Table) -> impl Iterator<Item = (String, Vec<String>)> {
    let plain = clauses.iter().filter(|(key, _)| !["any", "of", "at_least"].contains(&key.as_str()));
    plain.map(|(question, options)| (question.clone(), texts(options)))
}

/// The condition with "and" where it says "one of", the other way round, and with its number one off.
fn joined(when: &Table) -> impl Iterator<Item = (String, Table)> {
    let mut changed = Vec::new();
    if let Some(any) = when.get("any").and_then(Value::as_table) {
        let mut all = when.clone();
        all.remove("any");
        // A question that stands in both parts is not asked of twice.
        if any.len() > 1 && any.keys().all(|question| !all.contains_key(question)) {
            all.extend(any.clone());
            changed.push(("all of what any of was enough for".to_owned(), all));
        }
    } else if named(when).count() > 1 {
        let any = Table::from_iter([("any".to_owned(), Value::Table(when.clone()))]);
        changed.push(("any of what all of was needed for".to_owned(), any));
    }
    if let Some(number) = when.get("at_least").and_then(Value::as_integer) {
        for other in [number - 1, number + 1] {
            let mut then = when.clone();
            then.insert("at_least".to_owned(), Value::Integer(other));
            changed.push((format!("at least {other}"), then));
        }
    }
    changed.into_iter()
}

/// The entry with the next level down and up at a key.
fn neighbours(book: &Book, at: usize, kind: Kind, key: &'static str, ladder: &[String]) -> Vec<Change> {
    let entry = book.entries().nth(at).expect("an entry of this file");
    let (id, now) = (text(entry, "id"), text(entry, key));
    let place = ladder.iter().position(|level| *level == now).expect("a level that exists");
    let others = [place.checked_sub(1), Some(place + 1)].into_iter().flatten().filter_map(|other| ladder.get(other));
    let change = |other: &String| {
        book.with(at, kind, format!("{id}: {key} {other} instead of {now}"), |entry| {
            entry.insert(key.to_owned(), Value::String(other.clone()));
        })
    };
    others.map(change).collect()
}

fn first_aid(book: &Book) -> Vec<Change> {
    let mut acts: Vec<String> = book.entries().flat_map(|flag| texts(&flag["act"])).collect();
    acts.dedup();
    let mut changes = Vec::new();
    for (at, flag) in book.entries().enumerate() {
        let (id, own) = (text(flag, "id"), texts(&flag["act"]));
        for act in &own {
            let rest: Vec<String> = own.iter().filter(|other| *other != act).cloned().collect();
            let with = |what: String, then: Vec<String>| {
                book.with(at, Kind::FirstAid, format!("{id}: {what}"), |flag| {
                    flag.insert("act".to_owned(), list(&then));
                })
            };
            changes.push(with(format!("without {act}"), rest.clone()));
            // The text of the sign before it, as when an entry is copied.
            let place = acts.iter().position(|other| other == act).unwrap_or(0);
            let other = acts[(place + acts.len() - 1) % acts.len()].clone();
            let replaced = own.iter().map(|own| if own == act { other.clone() } else { own.clone() }).collect();
            changes.push(with(format!("{other} instead of {act}"), replaced));
        }
    }
    changes
}

fn beside(book: &Book) -> Vec<Change> {
    let mut changes = Vec::new();
    for (at, modifier) in book.entries().enumerate() {
        for key in ["urgent", "crisis_line"] {
            let then = !modifier.get(key).and_then(Value::as_bool).unwrap_or(false);
            changes.push(book.with(at, Kind::Beside, format!("{}: {key} {then}", text(modifier, "id")), |modifier| {
                modifier.insert(key.to_owned(), Value::Boolean(then));
            }));
        }
    }
    changes
}

fn of_levels(book: &Book, ladder: &[String]) -> Vec<Change> {
    let mut changes = Vec::new();
    for (at, level) in book.entries().enumerate() {
        let id = text(level, "id");
        if level.contains_key("then_at_least") {
            changes.push(book.with(at, Kind::Following, format!("{id}: nothing follows"), |level| {
                level.remove("then_at_least");
            }));
            changes.extend(neighbours(book, at, Kind::Following, "then_at_least", ladder));
        }
        if at > 0 {
            let what = format!("{id} stands below {}", ladder[at - 1]);
            changes.push(book.changed(Kind::Level, what, |levels| levels.swap(at - 1, at)));
        }
    }
    changes
}

fn of_questions(book: &Book, options: &Options) -> Vec<Change> {
    let mut changes = Vec::new();
    for (at, question) in book.entries().enumerate() {
        let id = text(question, "id");
        if let Some(skip) = question.get("skip_when").and_then(Value::as_table) {
            changes.push(book.with(at, Kind::Path, format!("{id} is always asked"), |question| {
                question.remove("skip_when");
            }));
            for (kind, what, when) in conditions(skip, options) {
                changes.push(book.with(at, kind, format!("{id} is not asked: {what}"), |question| {
                    question.insert("skip_when".to_owned(), Value::Table(when));
                }));
            }
        }
        if question.contains_key("decline") {
            changes.push(book.with(at, Kind::Question, format!("{id} cannot be declined"), |question| {
                question.remove("decline");
            }));
        }
        let several = text(question, "kind") == "several";
        let other = if several { "one" } else { "several" };
        changes.push(book.with(at, Kind::Question, format!("{id} takes {other}"), |question| {
            question.insert("kind".to_owned(), Value::String(other.to_owned()));
        }));
        let choices = question["options"].as_array().expect("a list");
        let with = |what: String, change: &dyn Fn(&mut Vec<Value>)| {
            book.with(at, Kind::Question, format!("{id}: {what}"), |question| {
                change(question["options"].as_array_mut().expect("a list"));
            })
        };
        for (place, option) in choices.iter().enumerate() {
            let own = text(option.as_table().expect("a table"), "id");
            changes.push(with(format!("{own} is gone"), &|options| {
                options.remove(place);
            }));
            if place > 0 {
                changes.push(with(format!("{own} stands one place earlier"), &|options| {
                    options.swap(place - 1, place);
                }));
            }
            if several {
                let alone = option.get("alone").and_then(Value::as_bool).unwrap_or(false);
                let what = format!("{own} {}", if alone { "does not stand alone" } else { "stands alone" });
                changes.push(with(what, &|options| {
                    let option = options[place].as_table_mut().expect("a table");
                    option.insert("alone".to_owned(), Value::Boolean(!alone));
                }));
            }
        }
    }
    changes
}
