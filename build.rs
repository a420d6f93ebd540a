//! Content to Rust statics: `protocol/` and `locales/` become one generated module.
//! Every problem in them fails the build here, all at once, with file and line.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{env, fs, process};

use care_check_engine::help::{Directory, TextLine};
use care_check_engine::load::protocol::{Source, SourceKind};
use care_check_engine::load::words::Words;
use care_check_engine::load::{Content, DERIVED_PREFIXES, LEVEL_PARTS, load, watched_files};
use care_check_engine::plan::{Pick, Plan};
use care_check_engine::words::code;
use care_check_engine::{Clause, Condition, LevelIx, Protocol, Question};

fn main() {
    let root = Path::new(".");
    for folder in ["protocol", "locales"] {
        println!("cargo::rerun-if-changed={folder}");
    }
    for file in watched_files(root) {
        println!("cargo::rerun-if-changed={}", file.display());
    }
    match load(root) {
        Ok(content) => write_statics(&content),
        Err(problems) => {
            for problem in &problems {
                for line in problem.to_string().lines() {
                    println!("cargo::error={line}");
                }
            }
            println!("cargo::error={} problems in the content", problems.len());
            process::exit(1);
        }
    }
}

fn write_statics(content: &Content) {
    let ids: Vec<&String> = content.reference().map(|words| words.texts.keys().collect()).unwrap_or_default();
    let messages: BTreeMap<&str, usize> = ids.iter().enumerate().map(|(i, id)| (id.as_str(), i)).collect();
    let mut out = String::new();
    emit_protocol(content.protocol, &mut out);
    emit_plan(content.plan, &mut out);
    emit_directory(content.directory, &mut out);
    emit_texts(content, &messages, &mut out);
    for words in &content.languages {
        emit_locale(content, words, &ids, &mut out);
    }
    emit_sources(content, &mut out);
    let locales: Vec<String> = content.languages.iter().map(|w| format!("&{}", locale_name(w))).collect();
    line(&mut out, &format!("pub static LOCALES: &[&Locale] = &[{}];", locales.join(", ")));
    line(&mut out, &format!("pub static DIGEST: &str = {:?};", content.digest));
    line(&mut out, &format!("pub static REVIEWED: bool = {};", content.is_reviewed()));

    // Cargo sets OUT_DIR for every build script, and a build that cannot write there cannot go on.
    let folder = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&folder).join("content.rs"), out).expect("OUT_DIR can be written");
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

fn list<T>(items: &[T], emit: impl Fn(&T) -> String) -> String {
    let items: Vec<String> = items.iter().map(emit).collect();
    format!("&[{}]", items.join(", "))
}

/// The sources of what no screen gives sources for; the protocol book names them.
const UNNAMED: &str = "&[]";

fn emit_protocol(protocol: &Protocol, out: &mut String) {
    let body = format!(
        "pub static PROTOCOL: Protocol = Protocol {{ version: {:?}, questions: {}, red_flags: {}, rules: {}, \
         levels: {}, modifiers: {}, alternatives: {}, coming_down_open: {} }};",
        protocol.version,
        list(protocol.questions, emit_question),
        list(protocol.red_flags, |f| format!(
            "RedFlag {{ id: {:?}, when: {}, act: {}, sources: {UNNAMED} }}",
            f.id,
            emit_condition(&f.when),
            list(f.act, |a| format!("{a:?}")),
        )),
        list(protocol.rules, |r| format!(
            "Rule {{ id: {:?}, level: {:?}, when: {}, sources: {} }}",
            r.id,
            r.level,
            emit_condition(&r.when),
            list(r.sources, |s| format!("{s:?}")),
        )),
        list(protocol.levels, |l| format!(
            "Level {{ id: {:?}, role: Role::{:?}, then_at_least: {}, sources: {} }}",
            l.id,
            l.role,
            l.then_at_least.map_or("None".to_owned(), |LevelIx(i)| format!("Some(LevelIx({i}))")),
            list(l.sources, |s| format!("{s:?}")),
        )),
        list(protocol.modifiers, |m| format!(
            "Modifier {{ id: {:?}, urgent: {}, crisis_line: {}, when: {}, sources: {UNNAMED} }}",
            m.id,
            m.urgent,
            m.crisis_line,
            emit_condition(&m.when),
        )),
        list(protocol.alternatives, |a| format!(
            "Alternative {{ id: {:?}, setting: {:?}, when: {}, instead: {:?}, sources: {UNNAMED} }}",
            a.id,
            a.setting,
            emit_condition(&a.when),
            a.instead,
        )),
        emit_condition(&protocol.coming_down_open),
    );
    line(out, &body);
}

fn emit_question(question: &Question) -> String {
    format!(
        "Question {{ id: {:?}, kind: QuestionKind::{:?}, options: {}, may_decline: {}, skip_when: {}, \
         sources: {UNNAMED} }}",
        question.id,
        question.kind,
        list(question.options, |o| format!("Choice {{ id: {:?}, alone: {} }}", o.id, o.alone)),
        question.may_decline,
        question.skip_when.as_ref().map_or("None".to_owned(), |c| format!("Some({})", emit_condition(c))),
    )
}

fn emit_condition(condition: &Condition) -> String {
    let clauses = |clauses: &[Clause]| {
        list(clauses, |c| format!("Clause {{ question: {:?}, any_of: OptionSet({:#b}) }}", c.question, c.any_of.0))
    };
    format!(
        "Condition {{ all: {}, any: {}, at_least: {}, of: {} }}",
        clauses(condition.all),
        clauses(condition.any),
        condition.at_least,
        clauses(condition.of),
    )
}

fn emit_plan(plan: &Plan, out: &mut String) {
    let picks = |picks: &[Pick]| {
        list(picks, |pick| {
            format!("Pick {{ id: {:?}, sources: {} }}", pick.id, list(pick.sources, |s| format!("{s:?}")))
        })
    };
    let triggers = list(plan.triggers, |t| {
        format!(
            "Trigger {{ id: {:?}, group: Group::{:?}, ways: &{:?}, sources: {} }}",
            t.id,
            t.group,
            t.ways,
            list(t.sources, |s| format!("{s:?}")),
        )
    });
    let body = format!(
        "pub static PLAN: Plan = Plan {{ ways: {}, triggers: {triggers}, signs: {}, people: {} }};",
        picks(plan.ways),
        picks(plan.signs),
        picks(plan.people),
    );
    line(out, &body);
}

fn emit_directory(directory: &Directory, out: &mut String) {
    let body = format!(
        "pub static DIRECTORY: Directory = Directory {{ regions: {}, helplines: {}, finders: {} }};",
        list(directory.regions, |r| format!(
            "Region {{ id: {:?}, vocabulary: Vocabulary::{:?}, locales: &{:?}, emergency: {:?}, crisis: {}, \
             helplines: &{:?}, finders: &{:?} }}",
            r.id, r.vocabulary, r.locales, r.emergency, r.crisis, r.helplines, r.finders,
        )),
        list(directory.helplines, |h| format!(
            "Helpline {{ id: {:?}, kind: HelplineKind::{:?}, call: {:?}, text: {}, hours: {:?}, confirmed: {}, \
             last_checked: {:?}, languages: &{:?} }}",
            h.id,
            h.kind,
            h.call,
            h.text.as_ref().map_or("None".to_owned(), emit_text_line),
            h.hours,
            h.confirmed,
            h.last_checked,
            h.languages,
        )),
        list(directory.finders, |f| format!(
            "Finder {{ id: {:?}, url: {:?}, confirmed: {}, last_checked: {:?} }}",
            f.id, f.url, f.confirmed, f.last_checked,
        )),
    );
    line(out, &body);
}

/// The sources that a reason, a level or the plan can name, for the reader who wants to know where it comes from.
fn emit_sources(content: &Content, out: &mut String) {
    let rules = content.protocol.rules.iter().flat_map(|r| r.sources);
    let levels = content.protocol.levels.iter().flat_map(|l| l.sources);
    let cited: BTreeSet<&str> = rules.chain(levels).copied().chain(content.plan.sources()).collect();
    let title = |id: &str| content.sources.iter().find(|s| s.id == id).map_or("", |s| s.title.as_str());
    let documents: Vec<&Source> = content.sources.iter().filter(|s| s.kind == SourceKind::Document).collect();
    let rows: Vec<String> = content
        .sources
        .iter()
        .filter(|source| cited.contains(source.id.as_str()))
        .map(|source| {
            let of = source.of.as_deref().unwrap_or_default();
            let documents: Vec<&str> = documents.iter().filter(|d| of.contains(&d.id)).map(|d| title(&d.id)).collect();
            format!("Source {{ id: {:?}, title: {:?}, documents: &{documents:?} }}", source.id, source.title)
        })
        .collect();
    line(out, &format!("pub static SOURCES: &[Source] = &[{}];", rows.join(", ")));
}

fn emit_text_line(text: &TextLine) -> String {
    format!("Some(TextLine {{ number: {:?}, keyword: {:?} }})", text.number, text.keyword)
}

/// Where each text stands in a language's table: by item of the protocol, and by name for the interface.
fn emit_texts(content: &Content, messages: &BTreeMap<&str, usize>, out: &mut String) {
    let protocol = content.protocol;
    let msg = |id: &str| messages.get(id).map_or("None".to_owned(), |i| format!("Some(Msg({i}))"));
    let sure = |id: &str| {
        // The loader has named what is missing by file and line; another text in its place would be worse than none.
        let place =
            messages.get(id).unwrap_or_else(|| panic!("the loader let content through that lacks the text `{id}`"));
        format!("Msg({place})")
    };
    let mut table =
        |name: &str, kind: &str, rows: String| line(out, &format!("pub static {name}: &[{kind}] = {rows};"));

    table(
        "QUESTION_WORDS",
        "QuestionWords",
        list(protocol.questions, |q| {
            let text = |part: &str| format!("question-{}{part}", q.id);
            let option = |o: &str| format!("options-{}.{o}", q.id);
            format!(
                "QuestionWords {{ ask: {}, short: {}, hint: {}, options: {}, declined: {} }}",
                sure(&text("")),
                sure(&text(".short")),
                msg(&text(".hint")),
                list(q.options, |o| sure(&option(o.id))),
                msg(&option("declined")),
            )
        }),
    );
    table(
        "LEVEL_WORDS",
        "LevelWords",
        list(protocol.levels, |l| {
            let field = |part: &str| part.replace('-', "_");
            let parts = LEVEL_PARTS.map(|part| format!("{}: {}", field(part), sure(&format!("level-{}.{part}", l.id))));
            format!("LevelWords {{ name: {}, {} }}", sure(&format!("level-{}", l.id)), parts.join(", "))
        }),
    );
    table("RULE_WORDS", "Msg", list(protocol.rules, |r| sure(&format!("rule-{}", r.id))));
    table(
        "MODIFIER_WORDS",
        "ModifierWords",
        list(protocol.modifiers, |m| {
            let id = format!("modifier-{}", m.id);
            format!("ModifierWords {{ title: {}, text: {} }}", sure(&id), sure(&format!("{id}.text")))
        }),
    );
    table("ALTERNATIVE_WORDS", "Msg", list(protocol.alternatives, |a| sure(&format!("alternative-{}", a.id))));
    table("ACT_WORDS", "(&str, Msg)", list(&content.acts, |act| format!("({act:?}, {})", sure(&format!("act-{act}")))));
    let of_plan = |kind: &str, id: &str| sure(&format!("plan-{kind}-{id}"));
    table("WAY_WORDS", "Msg", list(content.plan.ways, |way| of_plan("way", way.id)));
    table("TRIGGER_WORDS", "Msg", list(content.plan.triggers, |trigger| of_plan("trigger", trigger.id)));
    table("PERSON_WORDS", "Msg", list(content.plan.people, |person| of_plan("person", person.id)));
    table(
        "SIGN_WORDS",
        "ModifierWords",
        list(content.plan.signs, |s| {
            let text = of_plan("sign", &format!("{}.do", s.id));
            format!("ModifierWords {{ title: {}, text: {text} }}", of_plan("sign", s.id))
        }),
    );
    table("REGION_WORDS", "Msg", list(content.directory.regions, |r| sure(&format!("region-{}", r.id))));
    table(
        "HELPLINE_WORDS",
        "HelplineWords",
        list(content.directory.helplines, |h| {
            let id = format!("helpline-{}", h.id);
            let hours = h.hours.map_or("None".to_owned(), |hours| msg(&format!("hours-{hours}")));
            format!("HelplineWords {{ name: {}, about: {}, hours: {hours} }}", sure(&id), sure(&format!("{id}.about")))
        }),
    );
    table(
        "FINDER_WORDS",
        "ModifierWords",
        list(content.directory.finders, |f| {
            let id = format!("finder-{}", f.id);
            format!("ModifierWords {{ title: {}, text: {} }}", sure(&id), sure(&format!("{id}.about")))
        }),
    );

    // The interface's own texts have names of their own.
    line(out, "pub mod say {\n    use super::Msg;");
    let short = "emergency-short-";
    let signs: Vec<String> = messages
        .iter()
        .filter_map(|(id, index)| Some(format!("({:?}, Msg({index}))", id.strip_prefix(short)?)))
        .collect();
    line(out, "    /// Short names of emergency signs, by the option's id.");
    line(out, &format!("    pub const EMERGENCY_SHORT: &[(&str, Msg)] = &[{}];", signs.join(", ")));
    for (id, index) in messages.iter().filter(|(id, _)| !id.starts_with(short)) {
        if !DERIVED_PREFIXES.iter().any(|prefix| id.starts_with(prefix)) {
            let name = id.to_uppercase().replace(['-', '.'], "_");
            line(out, &format!("    pub const {name}: Msg = Msg({index});"));
        }
    }
    line(out, "}");
}

fn locale_name(words: &Words) -> String {
    format!("LOCALE_{}", words.tag.to_uppercase().replace('-', "_"))
}

/// All texts of a language as one string: half the bytes of a list of strings.
fn emit_locale(content: &Content, words: &Words, ids: &[&String], out: &mut String) {
    let mut texts = String::new();
    for id in ids {
        texts.push_str(words.get(id).unwrap_or_default());
        texts.push(code::END_OF_TEXT);
    }
    let name = locale_name(words);
    let unreviewed = content.is_unreviewed_translation(&words.tag);
    let body = format!("Locale::new({:?}, {unreviewed}, {texts:?})", words.tag);
    line(out, &format!("static {name}: Locale = {body};"));
}
