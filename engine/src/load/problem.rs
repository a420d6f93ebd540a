//! What can be wrong with the content, said to the person who can mend it.

use std::fmt;

/// One problem, where it stands, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Path below the project folder.
    pub file: String,
    /// Counted from one; 1 when the whole file is meant.
    pub line: usize,
    pub kind: Wrong,
}

/// The kinds of problem.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wrong {
    Unreadable {
        why: String,
    },
    Syntax {
        why: String,
    },
    MissingKey {
        key: &'static str,
    },
    UnknownKey {
        key: String,
        known: String,
    },
    WrongType {
        key: String,
        wanted: &'static str,
    },
    BadId {
        id: String,
    },
    DuplicateId {
        id: String,
    },
    /// An id that nothing has: which kind of thing was meant, and the nearest id there is.
    Unknown {
        what: &'static str,
        id: String,
        nearest: Option<String>,
    },
    /// The same, where the valid ids are few enough to list.
    UnknownHere {
        what: &'static str,
        id: String,
        valid: String,
    },
    TooMany {
        what: &'static str,
        most: usize,
    },
    NoOptions {
        question: String,
    },
    AloneInOne {
        question: String,
    },
    NotAlone {
        option: String,
    },
    EmptyCondition,
    DependsOnLater {
        question: String,
        later: String,
    },
    SkippableRedFlag {
        flag: String,
        question: String,
    },
    SkipIsNotPlain {
        question: String,
    },
    UnreachableQuestion {
        question: String,
    },
    OptionOrder {
        option: String,
        milder: String,
    },
    RuleLeadsToEmergency {
        rule: String,
    },
    RoleCount {
        role: &'static str,
        found: usize,
    },
    LevelOrder {
        level: String,
    },
    NoFollowingLevel {
        level: String,
    },
    NoFloor,
    UnheededDecline {
        question: String,
    },
    UncitedSource {
        id: String,
    },
    NoSource {
        id: String,
    },
    OnlyUnconfirmed {
        region: String,
        kind: &'static str,
    },
    CrisisLineNotShown {
        region: String,
    },
    PhoneOrAddressInText {
        found: String,
    },
    AvoidedWord {
        word: String,
        instead: &'static str,
    },
    ExclamationMark,
    HardToRead {
        measure: String,
        limit: String,
    },
    MissingText {
        id: String,
    },
    UnusedText {
        id: String,
    },
    DuplicateText {
        id: String,
    },
    UnknownVariable {
        name: String,
    },
    UnknownTerm {
        name: String,
    },
    UnknownVariant {
        name: String,
        allowed: String,
    },
    UnsupportedFluent {
        what: &'static str,
    },
    UnsupportedDefault {
        wanted: &'static str,
    },
    DifferentValues {
        id: String,
        reference: String,
        found: String,
    },
    /// A list with more or fewer items than in the reference language, in one of the ways to say it.
    DifferentItems {
        id: String,
        reference: usize,
        found: usize,
    },
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (message, help) = self.kind.describe();
        write!(f, "{}:{}: {message}\n    help: {help}", self.file, self.line)
    }
}

impl Wrong {
    /// The name of the variant, so that a test can list the fixtures that are still missing.
    pub fn name(&self) -> String {
        let debug = format!("{self:?}");
        debug.split([' ', '{']).next().unwrap_or_default().to_owned()
    }

    fn describe(&self) -> (String, String) {
        use Wrong::*;
        let said = |message: String, help: &str| (message, help.to_owned());
        match self {
            Unreadable { why } => said(format!("cannot be read: {why}"), "check that the file is there and is UTF-8"),
            Syntax { why } => said(format!("cannot be parsed: {why}"), "mend the syntax at this line"),
            MissingKey { key } => (format!("`{key}` is missing"), format!("add `{key} = …` to this entry")),
            UnknownKey { key, known } => (format!("`{key}` means nothing here"), format!("known here: {known}")),
            WrongType { key, wanted } => (format!("`{key}` should be {wanted}"), format!("write {wanted}")),
            BadId { id } => said(
                format!("`{id}` is no id"),
                "ids are words of lower-case letters, digits and underscores; rules, flags and sources begin with a capital",
            ),
            DuplicateId { id } => said(
                format!("`{id}` is already used"),
                "every id stands once in its file; ids that are gone are not used again",
            ),
            Unknown { what, id, nearest } => (
                format!("there is no {what} `{id}`"),
                nearest.as_ref().map_or_else(
                    || format!("define the {what} or mend the name"),
                    |near| format!("did you mean `{near}`?"),
                ),
            ),
            UnknownHere { what, id, valid } => (format!("there is no {what} `{id}`"), format!("valid: {valid}")),
            TooMany { what, most } => said(
                format!("more than {most} {what}"),
                "raise the limit in the engine's model, with its reason, or use fewer",
            ),
            NoOptions { question } => said(
                format!("question `{question}` has fewer than two options"),
                "list at least two options, least to most severe",
            ),
            AloneInOne { question } => said(
                format!("`alone` has no meaning in `{question}`, which takes one answer"),
                "remove `alone`, or use kind = \"several\"",
            ),
            NotAlone { option } => said(
                format!("`{option}` stands beside other answers, which nobody can give"),
                "name it alone, or leave it out",
            ),
            EmptyCondition => said(
                "this condition always holds".into(),
                "name at least one question; only the floor rule has no condition",
            ),
            DependsOnLater { question, later } => said(
                format!("`{question}` depends on `{later}`, which is asked later"),
                "skip_when may name earlier questions only; reorder the questions or change the condition",
            ),
            SkippableRedFlag { flag, question } => said(
                format!("red flag {flag} asks for `{question}`, which can be skipped"),
                "a question behind a red flag is always asked: remove its skip_when",
            ),
            SkipIsNotPlain { question } => said(
                format!("the skip_when of `{question}` has `any` or `of`"),
                "name what has to hold together; drawings and books say nothing else about a path",
            ),
            UnreachableQuestion { question } => said(
                format!("nobody is ever asked `{question}`: its skip_when holds whatever is answered"),
                "let some answer lead to it, or remove the question",
            ),
            OptionOrder { option, milder } => said(
                format!("`{option}` asks for less than `{milder}`, which stands before it"),
                "options stand least to most severe: move one of them, or change the rules that name them",
            ),
            RuleLeadsToEmergency { rule } => said(
                format!("rule {rule} leads to the emergency level"),
                "emergencies are red flags: move it to red_flags.toml",
            ),
            RoleCount { role, found } => {
                said(format!("{found} levels have the role `{role}`"), "exactly one level has this role")
            }
            LevelOrder { level } => said(
                format!("level `{level}` stands in the wrong place"),
                "order: sustaining, treatment, first_step, emergency",
            ),
            NoFollowingLevel { level } => said(
                format!("nothing follows level `{level}`"),
                "a first step and the emergency name the setting that follows in then_at_least",
            ),
            NoFloor => {
                said("no rule holds for every visitor".into(), "keep one rule with `when = {}` at the lowest level")
            }
            UnheededDecline { question } => said(
                format!("no condition names \"declined\" for `{question}`, and its `decline` does not say so"),
                "name \"declined\" in a condition, or begin `decline` with \"Raises nothing\"",
            ),
            UncitedSource { id } => {
                said(format!("nothing cites source `{id}`"), "cite it where it is used, or remove it")
            }
            NoSource { id } => said(
                format!("`{id}` cites no source"),
                "every rule, flag, level and question rests on a source: add `sources`",
            ),
            OnlyUnconfirmed { region, kind } => said(
                format!("region `{region}` has only unconfirmed {kind} helplines"),
                "an unconfirmed number is never the only one shown: confirm it or add another",
            ),
            CrisisLineNotShown { region } => said(
                format!("the crisis line of region `{region}` is not first among its helplines"),
                "list the crisis line first in `helplines`",
            ),
            PhoneOrAddressInText { found } => said(
                format!("`{found}` looks like a phone number or an address"),
                "numbers and addresses stand in protocol/helplines.toml; use { $emergency } or { $crisis }",
            ),
            AvoidedWord { word, instead } => {
                (format!("the word \"{word}\" is avoided here"), format!("write {instead}"))
            }
            ExclamationMark => said("there is an exclamation mark".into(), "say it calmly, with a full stop"),
            HardToRead { measure, limit } => said(
                format!("this reads {measure}, and the limit is {limit}"),
                "use shorter sentences and more common words",
            ),
            MissingText { id } => (format!("the text `{id}` is missing"), format!("add `{id} = …`")),
            UnusedText { id } => said(format!("nothing uses the text `{id}`"), "remove it, or mend its id"),
            DuplicateText { id } => said(format!("the text `{id}` is defined twice"), "keep one of them"),
            UnknownVariable { name } => said(
                format!("there is no variable `${name}`"),
                "known: $emergency, $crisis, $n, $total, $name; to select: $who, $words, $n",
            ),
            UnknownTerm { name } => {
                said(format!("there is no term or message `{name}`"), "define it in this language's folder")
            }
            UnknownVariant { name, allowed } => {
                (format!("`[{name}]` is no variant here"), format!("allowed: {allowed}"))
            }
            UnsupportedFluent { what } => said(
                format!("{what} is not supported"),
                "locales use the small part of Fluent described in locales/README.md",
            ),
            UnsupportedDefault { wanted } => {
                (format!("the default variant should be `*[{wanted}]`"), format!("mark `*[{wanted}]` as the default"))
            }
            DifferentValues { id, reference, found } => said(
                format!("`{id}` fills in {found}, the reference language fills in {reference}"),
                "use the same variables in every language",
            ),
            DifferentItems { id, reference, found } => said(
                format!("`{id}` has {found} list items, the reference language has {reference}"),
                "keep the number of items, in both voices and in the words of every region",
            ),
        }
    }
}

/// The id nearest to a mistyped one, if one is near enough to be meant.
pub fn nearest<'a>(id: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    known
        .into_iter()
        .map(|k| (distance(id, k), k))
        .min()
        .filter(|(d, k)| *d <= 2.max(k.len() / 3))
        .map(|(_, k)| k.to_owned())
}

/// How many single-letter edits lie between two words.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, cb) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(ca != *cb);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}
