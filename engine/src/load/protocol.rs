//! Reads `protocol/` into the engine's model, checking every reference on the way.

use std::collections::{BTreeMap, BTreeSet};

use super::plan;
use super::problem::{Wrong, nearest};
use super::reader::{At, Entry, File, Problems, keep, keep_all};
use crate::model::*;
use crate::plan::Plan;

/// A source as the protocol book shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// `S41`, `K3`, `E7` or a name: what entries cite.
    pub id: String,
    /// What it is.
    pub kind: SourceKind,
    /// For readings: which document and lines.
    pub of: Option<String>,
    /// What the book calls it.
    pub title: String,
    /// An emergency sign that the documents do not name and that was added for safety.
    pub added: bool,
    /// A page to open.
    pub address: Option<String>,
    /// What to know when citing it.
    pub note: Option<String>,
    /// Where it stands in `protocol/sources.toml`.
    pub line: usize,
}

/// What a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// One of the documents that the content rests on.
    Document,
    /// A passage of a document.
    Reading,
    /// A claim of the documents that is handled with care.
    Handling,
    /// An emergency sign.
    Sign,
    /// Something published elsewhere: rules, studies, pages of public bodies.
    Published,
}

impl SourceKind {
    /// Each with its name in the file.
    pub const ALL: [(&'static str, Self); 5] = [
        ("document", Self::Document),
        ("reading", Self::Reading),
        ("handling", Self::Handling),
        ("sign", Self::Sign),
        ("published", Self::Published),
    ];
}

/// Something the documents or the published rules say and the protocol leaves out on purpose.
#[derive(Clone, Debug, PartialEq)]
pub struct NotModelled {
    /// Its permanent id.
    pub id: String,
    /// What is said there.
    pub what: String,
    /// Why the protocol leaves it out.
    pub why: String,
    /// Where it is said.
    pub sources: Vec<String>,
    /// Who accepted that it is left out; `draft` until a clinician does.
    pub accepted: String,
}

/// Who signed the content, and which content.
#[derive(Clone, Debug, PartialEq)]
pub struct SignOff {
    /// The name to be shown.
    pub name: String,
    /// What the person is, for example a profession.
    pub role: String,
    /// ISO date.
    pub date: String,
    /// The digest that was signed, in hexadecimal.
    pub sha256: String,
}

/// The protocol with what only the host needs: sources, the register of what is left out, prose on declining.
pub struct Loaded {
    pub protocol: &'static Protocol,
    /// What can be picked for a plan to take along.
    pub plan: &'static Plan,
    pub sources: Vec<Source>,
    pub not_modelled: Vec<NotModelled>,
    pub sign_off: Option<SignOff>,
    /// Who signed which translation: the language tag with its line, and the sign-off.
    pub translations: Vec<(At<String>, SignOff)>,
    /// Question id → how the rules treat "prefer not to say".
    pub decline: BTreeMap<&'static str, String>,
}

/// The files of the protocol.
pub struct Files {
    pub protocol: File,
    pub levels: File,
    pub questions: File,
    pub red_flags: File,
    pub rules: File,
    pub modifiers: File,
    pub alternatives: File,
    pub plan: File,
    pub sources: File,
    pub not_modelled: File,
}

impl Files {
    pub const NAMES: [&'static str; 10] = [
        "protocol/protocol.toml",
        "protocol/levels.toml",
        "protocol/questions.toml",
        "protocol/red_flags.toml",
        "protocol/rules.toml",
        "protocol/modifiers.toml",
        "protocol/alternatives.toml",
        "protocol/plan.toml",
        "protocol/sources.toml",
        "protocol/not_modelled.toml",
    ];

    pub fn read(root: &std::path::Path, problems: &Problems) -> Self {
        let [protocol, levels, questions, red_flags, rules, modifiers, alternatives, plan, sources, not_modelled] =
            Self::NAMES.map(|name| File::read(root, name, problems));
        Self { protocol, levels, questions, red_flags, rules, modifiers, alternatives, plan, sources, not_modelled }
    }
}

/// Ids that are cited or defined, shared by the files while they are read.
pub(super) struct Names {
    sources: BTreeSet<String>,
    cited: BTreeSet<String>,
}

impl Names {
    /// The cited sources of an entry; there must be at least one, and each must exist.
    pub(super) fn cite(&mut self, entry: &Entry<'_>, of: &str) -> &'static [&'static str] {
        let ids = entry.strs("sources");
        if ids.is_empty() {
            entry.wrong(entry.line(), Wrong::NoSource { id: of.to_owned() });
        }
        for id in &ids {
            if !self.sources.contains(&id.value) {
                entry.wrong(id.line, unknown("source", &id.value, self.sources.iter().map(String::as_str)));
            }
            self.cited.insert(id.value.clone());
        }
        keep_all(ids.iter().map(|id| keep(&id.value)).collect())
    }
}

pub fn unknown<'a>(what: &'static str, id: &str, known: impl IntoIterator<Item = &'a str>) -> Wrong {
    Wrong::Unknown { what, id: id.to_owned(), nearest: nearest(id, known) }
}

/// An id that is well formed and not used before in this list.
pub(super) fn fresh_id(entry: &Entry<'_>, seen: &mut BTreeSet<String>) -> &'static str {
    let id = entry.str("id");
    let letters = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let formed = id.value.starts_with(|c: char| c.is_ascii_alphabetic()) && id.value.chars().all(letters);
    if !formed && !id.value.is_empty() {
        entry.wrong(id.line, Wrong::BadId { id: id.value.clone() });
    }
    if !seen.insert(id.value.clone()) {
        entry.wrong(id.line, Wrong::DuplicateId { id: id.value.clone() });
    }
    keep(&id.value)
}

/// An index into a list that is known to be short; the limit is reported once for the list.
pub(super) fn index(position: usize) -> u8 {
    u8::try_from(position).unwrap_or(u8::MAX)
}

pub(super) fn at_most(file: &File, problems: &Problems, what: &'static str, found: usize, most: usize) {
    if found > most {
        problems.add(&file.name, 1, Wrong::TooMany { what, most });
    }
}

pub fn read(files: &Files, problems: &Problems) -> Loaded {
    let sources = read_sources(&files.sources, problems);
    let mut names = Names { sources: sources.iter().map(|s| s.id.clone()).collect(), cited: BTreeSet::new() };

    let levels = read_levels(&files.levels, problems, &mut names);
    let (questions, decline) = read_questions(&files.questions, problems, &mut names);
    let red_flags = read_red_flags(&files.red_flags, problems, &mut names, questions);
    let rules = read_rules(&files.rules, problems, &mut names, questions, levels);
    let modifiers = read_modifiers(&files.modifiers, problems, &mut names, questions);
    let alternatives = read_alternatives(&files.alternatives, problems, &mut names, questions, levels);
    let plan = plan::read(&files.plan, problems, &mut names);
    let not_modelled = read_not_modelled(&files.not_modelled, problems, &mut names);
    let head = files.protocol.parse(problems);
    head.expect_keys(&["version", "coming_down_open", "sign_off"]);
    let version = keep(&head.str("version").value);
    let coming_down_open = condition_at(&head, "coming_down_open", questions, Emptiness::Wrong);
    let (sign_off, translations) = read_sign_offs(&head);

    for source in &sources {
        let read_from = |other: &Source| other.of.as_ref().is_some_and(|of| of.contains(&source.id));
        if !names.cited.contains(&source.id) && !sources.iter().any(read_from) {
            problems.add(&files.sources.name, source.line, Wrong::UncitedSource { id: source.id.clone() });
        }
    }

    let protocol = Protocol { version, questions, red_flags, rules, levels, modifiers, alternatives, coming_down_open };
    check_declines(files, problems, &protocol, &decline);
    Loaded { protocol: Box::leak(Box::new(protocol)), plan, sources, not_modelled, sign_off, translations, decline }
}

/// The entries of a file that holds nothing else. Any other table is a problem: a misspelt one would drop what
/// it holds, and a sign-off stands in `protocol.toml` alone.
fn entries<'a>(file: &'a File, problems: &'a Problems, key: &'static str) -> Vec<Entry<'a>> {
    let head = file.parse(problems);
    head.expect_keys(&[key]);
    head.tables(key)
}

/// Who signed the content, and who signed which translation.
fn read_sign_offs(head: &Entry<'_>) -> (Option<SignOff>, Vec<(At<String>, SignOff)>) {
    let signed = head.maybe_table("sign_off");
    let sign_off =
        signed.as_ref().map(|entry| read_sign_off(entry, &["name", "role", "date", "sha256", "translations"]));
    let translations = signed.and_then(|entry| entry.maybe_table("translations")).map_or_else(Vec::new, |table| {
        let read = |tag: At<String>| {
            let signed = read_sign_off(&table.maybe_table(&tag.value)?, &["name", "role", "date", "sha256"]);
            Some((tag, signed))
        };
        table.keys().into_iter().filter_map(read).collect()
    });
    (sign_off, translations)
}

fn read_sign_off(entry: &Entry<'_>, keys: &[&str]) -> SignOff {
    entry.expect_keys(keys);
    SignOff {
        name: entry.str("name").value,
        role: entry.str("role").value,
        date: entry.date("date"),
        sha256: entry.str("sha256").value,
    }
}

fn read_sources(file: &File, problems: &Problems) -> Vec<Source> {
    let mut seen = BTreeSet::new();
    let entries = entries(file, problems, "source");
    let read = |entry: Entry<'_>| {
        entry.expect_keys(&["id", "kind", "of", "title", "added", "where", "note"]);
        let kind = entry.str("kind");
        let found = SourceKind::ALL.iter().find(|(name, _)| *name == kind.value);
        if found.is_none() {
            entry.wrong(kind.line, unknown("kind of source", &kind.value, SourceKind::ALL.map(|(name, _)| name)));
        }
        Source {
            id: fresh_id(&entry, &mut seen).to_owned(),
            kind: found.map_or(SourceKind::Published, |(_, kind)| *kind),
            of: entry.maybe_str("of").map(|at| at.value),
            title: entry.str("title").value,
            added: entry.maybe_bool("added").unwrap_or(false),
            address: entry.maybe_str("where").map(|at| at.value),
            note: entry.maybe_str("note").map(|at| at.value),
            line: entry.line(),
        }
    };
    entries.into_iter().map(read).collect()
}

fn read_levels(file: &File, problems: &Problems, names: &mut Names) -> &'static [Level] {
    const ROLES: [(&str, Role); 4] = [
        ("sustaining", Role::Sustaining),
        ("treatment", Role::Treatment),
        ("first_step", Role::FirstStep),
        ("emergency", Role::Emergency),
    ];
    let entries = entries(file, problems, "level");
    at_most(file, problems, "levels", entries.len(), 31);
    let ids: Vec<String> = entries.iter().map(|e| e.str("id").value).collect();
    let mut seen = BTreeSet::new();
    let mut rank = 0;
    let mut levels = Vec::new();
    for entry in entries {
        entry.expect_keys(&["id", "role", "then_at_least", "sources"]);
        let id = fresh_id(&entry, &mut seen);
        let role = entry.str("role");
        let found = ROLES.iter().position(|(name, _)| *name == role.value);
        if found.is_none() {
            entry.wrong(role.line, unknown("role", &role.value, ROLES.map(|(name, _)| name)));
        }
        let position = found.unwrap_or(rank);
        if position < rank {
            entry.wrong(role.line, Wrong::LevelOrder { level: id.to_owned() });
        }
        rank = position;
        let then = entry.maybe_str("then_at_least").map(|then| {
            let at = ids.iter().position(|known| *known == then.value);
            if at.is_none() {
                entry.wrong(then.line, unknown("level", &then.value, ids.iter().map(String::as_str)));
            }
            LevelIx(index(at.unwrap_or(0)))
        });
        let role = ROLES[position].1;
        if !role.is_setting() && then.is_none() {
            entry.wrong(entry.line(), Wrong::NoFollowingLevel { level: id.to_owned() });
        }
        levels.push(Level { id, role, then_at_least: then, sources: names.cite(&entry, id) });
    }
    for (name, role) in [("sustaining", Role::Sustaining), ("emergency", Role::Emergency)] {
        let found = levels.iter().filter(|l| l.role == role).count();
        if found != 1 {
            problems.add(&file.name, 1, Wrong::RoleCount { role: name, found });
        }
    }
    keep_all(levels)
}

type Declines = BTreeMap<&'static str, String>;

fn read_questions(file: &File, problems: &Problems, names: &mut Names) -> (&'static [Question], Declines) {
    let entries = entries(file, problems, "question");
    at_most(file, problems, "questions", entries.len(), MAX_QUESTIONS);
    let mut seen = BTreeSet::new();
    let mut decline = Declines::new();
    let mut questions: Vec<Question> = Vec::new();
    let mut skips: Vec<Option<Entry<'_>>> = Vec::new();
    for entry in &entries {
        entry.expect_keys(&["id", "kind", "options", "decline", "skip_when", "sources"]);
        let id = fresh_id(entry, &mut seen);
        let kind = entry.str("kind");
        let parsed = match kind.value.as_str() {
            "one" => QuestionKind::One,
            "several" => QuestionKind::Several,
            other => {
                entry.wrong(kind.line, unknown("kind of question", other, ["one", "several"]));
                QuestionKind::One
            }
        };
        let options = read_options(entry, id, parsed);
        if let Some(prose) = entry.maybe_str("decline") {
            decline.insert(id, prose.value);
        }
        skips.push(entry.maybe_table("skip_when"));
        questions.push(Question {
            id,
            kind: parsed,
            options,
            may_decline: decline.contains_key(id),
            skip_when: None,
            sources: names.cite(entry, id),
        });
    }
    // Conditions need all questions, so that a later one can be told apart from one that does not exist.
    for (position, skip) in skips.into_iter().enumerate() {
        let Some(entry) = skip else { continue };
        let condition = read_condition(&entry, &questions, Emptiness::Wrong);
        for clause in condition.clauses() {
            if usize::from(clause.question.0) >= position {
                let later = questions[usize::from(clause.question.0)].id.to_owned();
                let question = questions[position].id.to_owned();
                entry.wrong(entry.line(), Wrong::DependsOnLater { question, later });
            }
        }
        if !condition.any.is_empty() || !condition.of.is_empty() {
            entry.wrong(entry.line(), Wrong::SkipIsNotPlain { question: questions[position].id.to_owned() });
        }
        questions[position].skip_when = Some(condition);
    }
    (keep_all(questions), decline)
}

fn read_options(entry: &Entry<'_>, question: &str, kind: QuestionKind) -> &'static [Choice] {
    let mut seen = BTreeSet::new();
    let mut options = Vec::new();
    for option in entry.tables("options") {
        option.expect_keys(&["id", "alone"]);
        let id = fresh_id(&option, &mut seen);
        if id == DECLINED_ID {
            option.wrong(option.line(), Wrong::BadId { id: id.to_owned() });
        }
        let alone = option.maybe_bool("alone").unwrap_or(false);
        if alone && kind == QuestionKind::One {
            option.wrong(option.line(), Wrong::AloneInOne { question: question.to_owned() });
        }
        options.push(Choice { id, alone });
    }
    if options.len() < 2 {
        entry.wrong(entry.line(), Wrong::NoOptions { question: question.to_owned() });
    }
    at_most(entry.file, entry.problems, "options of one question", options.len(), 31);
    keep_all(options)
}

/// Whether a condition without clauses is meant or a mistake.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Emptiness {
    Allowed,
    Wrong,
}

fn read_condition(entry: &Entry<'_>, questions: &[Question], empty: Emptiness) -> Condition {
    let all = read_clauses(entry, &["any", "at_least", "of"], questions);
    let any = entry.maybe_table("any").map_or_else(Vec::new, |t| read_clauses(&t, &[], questions));
    let of = entry.maybe_table("of").map_or_else(Vec::new, |t| read_clauses(&t, &[], questions));
    let at_least = entry.maybe_count("at_least").map_or(0, |n| n.value);
    if of.is_empty() && at_least > 0 {
        entry.wrong(entry.line(), Wrong::MissingKey { key: "of" });
    }
    if !of.is_empty() && at_least == 0 {
        entry.wrong(entry.line(), Wrong::MissingKey { key: "at_least" });
    }
    if all.is_empty() && any.is_empty() && of.is_empty() && empty == Emptiness::Wrong {
        entry.wrong(entry.line(), Wrong::EmptyCondition);
    }
    Condition { all: keep_all(all), any: keep_all(any), at_least, of: keep_all(of) }
}

fn read_clauses(entry: &Entry<'_>, besides: &[&str], questions: &[Question]) -> Vec<Clause> {
    let mut clauses = Vec::new();
    for (name, options) in entry.lists(besides) {
        let Some(position) = questions.iter().position(|q| q.id == name.value) else {
            entry.wrong(name.line, unknown("question", &name.value, questions.iter().map(|q| q.id)));
            continue;
        };
        let question = &questions[position];
        let any_of = options.iter().fold(OptionSet::EMPTY, |set, option| set.union(option_of(entry, question, option)));
        if options.is_empty() {
            entry.wrong(name.line, Wrong::EmptyCondition);
        }
        clauses.push(Clause { question: QuestionIx(index(position)), any_of });
    }
    clauses.sort_by_key(|clause| clause.question);
    clauses
}

/// The option a text names; "declined" counts where the question offers it.
fn option_of(entry: &Entry<'_>, question: &Question, option: &At<String>) -> OptionSet {
    question.option(&option.value).unwrap_or_else(|| {
        entry.wrong(option.line, unknown("option", &option.value, question.option_ids()));
        OptionSet::EMPTY
    })
}

fn condition_at(entry: &Entry<'_>, key: &'static str, questions: &[Question], empty: Emptiness) -> Condition {
    let none = Condition { all: &[], any: &[], at_least: 0, of: &[] };
    match entry.maybe_table(key) {
        Some(when) => read_condition(&when, questions, empty),
        None => {
            entry.wrong(entry.line(), Wrong::MissingKey { key });
            none
        }
    }
}

fn level_at(entry: &Entry<'_>, key: &'static str, levels: &[Level]) -> LevelIx {
    let name = entry.str(key);
    let found = levels.iter().position(|l| l.id == name.value);
    if found.is_none() && !name.value.is_empty() {
        entry.wrong(name.line, unknown("level", &name.value, levels.iter().map(|l| l.id)));
    }
    LevelIx(index(found.unwrap_or(0)))
}

fn read_red_flags(
    file: &File,
    problems: &Problems,
    names: &mut Names,
    questions: &'static [Question],
) -> &'static [RedFlag] {
    let entries = entries(file, problems, "red_flag");
    at_most(file, problems, "red flags", entries.len(), MAX_SET);
    let mut seen = BTreeSet::new();
    let mut flags = Vec::new();
    for entry in entries {
        entry.expect_keys(&["id", "when", "act", "sources"]);
        let id = fresh_id(&entry, &mut seen);
        let when = condition_at(&entry, "when", questions, Emptiness::Wrong);
        for clause in when.clauses() {
            let asked = &questions[usize::from(clause.question.0)];
            if asked.skip_when.is_some() {
                let wrong = Wrong::SkippableRedFlag { flag: id.to_owned(), question: asked.id.to_owned() };
                entry.wrong(entry.line(), wrong);
            }
        }
        let act: Vec<&'static str> = entry.strs("act").iter().map(|a| keep(&a.value)).collect();
        if act.is_empty() {
            entry.wrong(entry.line(), Wrong::MissingKey { key: "act" });
        }
        flags.push(RedFlag { id, when, act: keep_all(act), sources: names.cite(&entry, id) });
    }
    keep_all(flags)
}

fn read_rules(
    file: &File,
    problems: &Problems,
    names: &mut Names,
    questions: &'static [Question],
    levels: &'static [Level],
) -> &'static [Rule] {
    let entries = entries(file, problems, "rule");
    at_most(file, problems, "rules", entries.len(), MAX_SET);
    let mut seen = BTreeSet::new();
    let mut rules = Vec::new();
    let mut floor = false;
    for entry in entries {
        entry.expect_keys(&["id", "level", "when", "sources"]);
        let id = fresh_id(&entry, &mut seen);
        let level = level_at(&entry, "level", levels);
        if levels.get(usize::from(level.0)).is_some_and(|l| l.role == Role::Emergency) {
            entry.wrong(entry.line(), Wrong::RuleLeadsToEmergency { rule: id.to_owned() });
        }
        let emptiness = if level == LevelIx(0) { Emptiness::Allowed } else { Emptiness::Wrong };
        let when = condition_at(&entry, "when", questions, emptiness);
        floor |= level == LevelIx(0) && when.clauses().next().is_none();
        rules.push(Rule { id, level, when, sources: names.cite(&entry, id) });
    }
    if !floor {
        problems.add(&file.name, 1, Wrong::NoFloor);
    }
    keep_all(rules)
}

fn read_modifiers(
    file: &File,
    problems: &Problems,
    names: &mut Names,
    questions: &'static [Question],
) -> &'static [Modifier] {
    let entries = entries(file, problems, "modifier");
    at_most(file, problems, "modifiers", entries.len(), MAX_SET);
    let mut seen = BTreeSet::new();
    let mut read = |entry: Entry<'_>| {
        entry.expect_keys(&["id", "urgent", "crisis_line", "when", "sources"]);
        let id = fresh_id(&entry, &mut seen);
        Modifier {
            id,
            urgent: entry.maybe_bool("urgent").unwrap_or(false),
            crisis_line: entry.maybe_bool("crisis_line").unwrap_or(false),
            when: condition_at(&entry, "when", questions, Emptiness::Wrong),
            sources: names.cite(&entry, id),
        }
    };
    keep_all(entries.into_iter().map(&mut read).collect())
}

fn read_alternatives(
    file: &File,
    problems: &Problems,
    names: &mut Names,
    questions: &'static [Question],
    levels: &'static [Level],
) -> &'static [Alternative] {
    let entries = entries(file, problems, "alternative");
    at_most(file, problems, "alternatives", entries.len(), MAX_SET);
    let mut seen = BTreeSet::new();
    let mut read = |entry: Entry<'_>| {
        entry.expect_keys(&["id", "setting", "when", "instead", "sources"]);
        let id = fresh_id(&entry, &mut seen);
        Alternative {
            id,
            setting: level_at(&entry, "setting", levels),
            when: condition_at(&entry, "when", questions, Emptiness::Wrong),
            instead: level_at(&entry, "instead", levels),
            sources: names.cite(&entry, id),
        }
    };
    keep_all(entries.into_iter().map(&mut read).collect())
}

fn read_not_modelled(file: &File, problems: &Problems, names: &mut Names) -> Vec<NotModelled> {
    let mut seen = BTreeSet::new();
    let mut read = |entry: Entry<'_>| {
        entry.expect_keys(&["id", "what", "why", "sources", "accepted"]);
        let id = fresh_id(&entry, &mut seen);
        NotModelled {
            id: id.to_owned(),
            what: entry.str("what").value,
            why: entry.str("why").value,
            sources: names.cite(&entry, id).iter().map(ToString::to_string).collect(),
            accepted: entry.str("accepted").value,
        }
    };
    entries(file, problems, "entry").into_iter().map(&mut read).collect()
}

/// "Prefer not to say" is either named by a condition or said to raise nothing, never forgotten.
fn check_declines(files: &Files, problems: &Problems, protocol: &Protocol, decline: &Declines) {
    let rules = protocol.rules.iter().map(|r| &r.when);
    let flags = protocol.red_flags.iter().map(|f| &f.when);
    let modifiers = protocol.modifiers.iter().map(|m| &m.when);
    let heeded: BTreeSet<QuestionIx> = rules
        .chain(flags)
        .chain(modifiers)
        .flat_map(Condition::clauses)
        .filter(|clause| clause.any_of.meets(OptionSet::DECLINED))
        .map(|clause| clause.question)
        .collect();
    for (position, question) in protocol.questions.iter().enumerate() {
        let Some(prose) = decline.get(question.id) else { continue };
        if !heeded.contains(&QuestionIx(index(position))) && !prose.starts_with("Raises nothing") {
            let line = files.questions.text.find(prose.as_str()).map_or(1, |at| files.questions.line(at));
            problems.add(&files.questions.name, line, Wrong::UnheededDecline { question: question.id.to_owned() });
        }
    }
}
