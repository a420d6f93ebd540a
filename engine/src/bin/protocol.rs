//! `cargo protocol`: the protocol for people who check it, without a browser.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use care_check_engine::explain::because;
use care_check_engine::load::problem::Problem;
use care_check_engine::load::words::Words;
use care_check_engine::load::{Content, answer_file, book, diff, load};
use care_check_engine::words::{Text, Who};
use care_check_engine::{
    Answers, Assessment, Condition, OptionSet, Protocol, Question, QuestionIx, QuestionKind, assess,
};
use serde_json::{Value, json};

const USAGE: &str = "\
usage: cargo protocol assess FILE.toml   what follows from the answers in FILE, as JSON
       cargo protocol questions          every question, option and wording
       cargo protocol check              the content checks
       cargo protocol book [--write]     the protocol book; --write puts it and its drawings into docs/
       cargo protocol diff OLD_DIR       which answers change level since the version in OLD_DIR;
                                         exit code 0 when none does, 1 when some do

FILE holds a line for each answered question: question_id = \"option_id\", or a list of option ids.
The content is read from the current folder, or from the folder named by --root DIR.
";

/// The content or the input is wrong; the message says where.
const WRONG_INPUT: u8 = 2;

/// Two versions differ, as in other tools that compare.
const DIFFERENT: u8 = 1;

fn main() -> ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let root = take_root(&mut arguments);
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["assess", file] => with_content(&root, |content| assess_file(content, Path::new(file))),
        ["questions"] => with_content(&root, |content| Ok(questions(content))),
        ["check"] => with_content(&root, |content| Ok(summary(content))),
        ["book"] => with_content(&root, |content| Ok(book::book(content))),
        ["book", "--write"] => write_book(&root),
        ["diff", old] => with_content(&root, |content| diff_from(content, Path::new(old))),
        ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            ExitCode::SUCCESS
        }
        _ => {
            eprint!("{USAGE}");
            ExitCode::from(WRONG_INPUT)
        }
    }
}

/// Takes `--root DIR` out of the arguments.
fn take_root(arguments: &mut Vec<String>) -> PathBuf {
    match arguments.iter().position(|a| a == "--root") {
        Some(at) if at + 1 < arguments.len() => {
            let root = arguments.remove(at + 1);
            arguments.remove(at);
            PathBuf::from(root)
        }
        _ => PathBuf::from("."),
    }
}

/// What a command says, and how it ends.
struct Report {
    text: String,
    code: ExitCode,
}

impl From<String> for Report {
    fn from(text: String) -> Self {
        Self { text, code: ExitCode::SUCCESS }
    }
}

fn with_content<R: Into<Report>>(root: &Path, run: impl FnOnce(&Content) -> Result<R, Vec<Problem>>) -> ExitCode {
    match load(root).and_then(|content| run(&content)) {
        Ok(report) => {
            let Report { text, code } = report.into();
            print!("{text}");
            code
        }
        Err(problems) => {
            for problem in &problems {
                eprintln!("{problem}");
            }
            let count = problems.len();
            eprintln!("\n{count} problem{}", if count == 1 { "" } else { "s" });
            ExitCode::from(WRONG_INPUT)
        }
    }
}

fn assess_file(content: &Content, file: &Path) -> Result<String, Vec<Problem>> {
    let name = file.display().to_string();
    let text = std::fs::read_to_string(file).map_err(|error| {
        use care_check_engine::load::problem::Wrong;
        vec![Problem { file: name.clone(), line: 1, kind: Wrong::Unreadable { why: error.to_string() } }]
    })?;
    let answers = answer_file::parse(content.protocol, &name, &text)?;
    let assessment = assess(content.protocol, &answers);
    let report = report(content, &answers, &assessment);
    Ok(format!("{}\n", serde_json::to_string_pretty(&report).unwrap_or_default()))
}

/// Writes the files of the book that changed, and names them.
fn write_book(root: &Path) -> ExitCode {
    let mut written = Ok(Vec::new());
    let loaded = with_content(root, |content| {
        written = book::write_changed(content, root);
        Ok(String::new())
    });
    match written {
        Ok(names) => {
            names.iter().for_each(|name| println!("wrote {name}"));
            loaded
        }
        Err(error) => {
            eprintln!("the book cannot be written below {}: {error}", root.display());
            ExitCode::from(WRONG_INPUT)
        }
    }
}

/// Says what changes since the version in another folder, which need not have today's words.
fn diff_from(content: &Content, old: &Path) -> Result<Report, Vec<Problem>> {
    let before = diff::read(old).map_err(|problems| {
        let in_folder = |problem: Problem| Problem { file: old.join(&problem.file).display().to_string(), ..problem };
        problems.into_iter().map(in_folder).collect::<Vec<_>>()
    })?;
    let found = diff::diff(before, content.protocol);
    let code = if found.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(DIFFERENT) };
    Ok(Report { text: found.in_words(content.reference()), code })
}

/// The assessment as JSON; the README describes its fields.
fn report(content: &Content, answers: &Answers, assessment: &Assessment) -> Value {
    let protocol = content.protocol;
    let level = |level: care_check_engine::LevelIx| level.of(protocol).map_or("", |l| l.id);
    let reason = |id: &str, text_id: String, when: &Condition, sources: &[&str]| {
        let text = content.reference().and_then(|words| words.get(&text_id));
        json!({
            "rule": id,
            "because": text.map(|text| content.speech(Who::Myself).say(text)),
            "answers": named_answers(protocol, answers, when),
            "sources": sources,
        })
    };
    let flags: Vec<_> = assessment.red_flags().filter_map(|flag| flag.of(protocol)).collect();
    let flag_reasons = flags.iter().map(|flag| {
        let because = named_answers(protocol, answers, &flag.when);
        let words: Vec<String> =
            content.reference().map(|w| option_words(content, w, answers, &flag.when)).unwrap_or_default();
        json!({ "rule": flag.id, "because": words.join("; "), "answers": because, "sources": flag.sources })
    });
    let rules = assessment.reasons(protocol).filter_map(|rule| rule.of(protocol));
    let rule_reasons = rules.map(|rule| reason(rule.id, format!("rule-{}", rule.id), &rule.when, rule.sources));
    let supporting = assessment.supporting().filter_map(|rule| rule.of(protocol));
    let alternatives = assessment.alternatives().filter_map(|a| a.of(protocol));
    json!({
        "first_step": level(assessment.first_step()),
        "setting": level(assessment.setting),
        "modifiers": assessment.modifiers().filter_map(|m| m.of(protocol)).map(|m| m.id).collect::<Vec<_>>(),
        "red_flags": flags.iter().map(|flag| flag.id).collect::<Vec<_>>(),
        "reasons": flag_reasons.chain(rule_reasons).collect::<Vec<_>>(),
        "supporting": supporting.map(|rule| rule.id).collect::<Vec<_>>(),
        "alternatives": alternatives
            .map(|a| json!({ "id": a.id, "instead": level(a.instead) }))
            .collect::<Vec<_>>(),
        "protocol": { "version": protocol.version, "sha256": content.digest, "reviewed": content.is_reviewed() },
    })
}

/// The answers that make a condition hold, by id: `{"question": ["option"]}`.
fn named_answers(protocol: &Protocol, answers: &Answers, when: &Condition) -> Value {
    let pairs = because(protocol, answers, when).filter_map(|(question, options)| {
        let question = question.of(protocol)?;
        Some((question.id.to_owned(), json!(option_ids(question, options))))
    });
    Value::Object(pairs.collect())
}

fn option_ids(question: &Question, options: OptionSet) -> Vec<&'static str> {
    options.singles().map(|option| question.option_id(option)).collect()
}

fn option_words(content: &Content, words: &Words, answers: &Answers, when: &Condition) -> Vec<String> {
    let protocol = content.protocol;
    because(protocol, answers, when)
        .filter_map(|(question, options)| Some((question.of(protocol)?, options)))
        .flat_map(|(question, options)| {
            option_ids(question, options).into_iter().map(|id| format!("options-{}.{id}", question.id))
        })
        .filter_map(|id| words.get(&id))
        .map(|text| content.speech(Who::Myself).say(text))
        .collect()
}

fn questions(content: &Content) -> String {
    let Some(words) = content.reference() else { return String::new() };
    let mut out = String::new();
    for ix in QuestionIx::all(content.protocol) {
        write_question(content, words, ix, &mut out);
    }
    out
}

fn write_question(content: &Content, words: &Words, ix: QuestionIx, out: &mut String) {
    let Some(question) = ix.of(content.protocol) else { return };
    let kind = match question.kind {
        QuestionKind::One => "one answer",
        QuestionKind::Several => "any number of answers",
    };
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{}. {}  ({kind})", ix.0 + 1, question.id);
    for part in ["", ".hint"] {
        if let Some(text) = words.get(&format!("question-{}{part}", question.id)) {
            write_both(content, out, "   ", text);
        }
    }
    if let Some(skip) = &question.skip_when {
        let named = skip.clauses().filter_map(|c| {
            let other = c.question.of(content.protocol)?;
            Some(format!("{} is {}", other.id, option_ids(other, c.any_of).join(" or ")))
        });
        let _ = writeln!(out, "   not asked when {}", named.collect::<Vec<_>>().join(" and "));
    }
    for option in question.options {
        let alone = if option.alone { "  (stands alone)" } else { "" };
        let _ = writeln!(out, "   - {}{alone}", option.id);
        if let Some(text) = words.get(&format!("options-{}.{}", question.id, option.id)) {
            write_both(content, out, "       ", text);
        }
    }
    if let Some(prose) = content.decline.get(question.id) {
        let _ = writeln!(out, "   - declined");
        if let Some(text) = words.get(&format!("options-{}.declined", question.id)) {
            write_both(content, out, "       ", text);
        }
        let _ = writeln!(out, "       {prose}");
    }
    let _ = writeln!(out);
}

/// Writes a text for oneself, and for someone else where that differs.
fn write_both(content: &Content, out: &mut String, indent: &str, text: Text) {
    let [myself, other] = [Who::Myself, Who::Other].map(|who| content.speech(who).say(text));
    let _ = writeln!(out, "{indent}{myself}");
    if other != myself {
        let _ = writeln!(out, "{indent}{other}  [for someone else]");
    }
}

fn summary(content: &Content) -> String {
    let p = content.protocol;
    let state = |reviewed| if reviewed { "reviewed" } else { "not reviewed" };
    let translations: String = content
        .translations
        .iter()
        .map(|t| format!("sha256 {} of the translation {}, {}\n", t.digest, t.tag, state(t.reviewed)))
        .collect();
    let texts: Vec<String> = content.languages.iter().map(|w| format!("{} {}", w.texts.len(), w.tag)).collect();
    format!(
        "protocol {}: {} questions, {} red flags, {} rules, {} levels, {} modifiers, {} alternatives\n\
         {} sources, {} things not modelled, {} vignettes, {} regions, {} helplines\n\
         texts: {}\n\
         sha256 {}, {}\n\
         {}\
         no problems\n",
        p.version,
        p.questions.len(),
        p.red_flags.len(),
        p.rules.len(),
        p.levels.len(),
        p.modifiers.len(),
        p.alternatives.len(),
        content.sources.len(),
        content.not_modelled.len(),
        content.vignettes.len(),
        content.directory.regions.len(),
        content.directory.helplines.len(),
        texts.join(", "),
        content.digest,
        if content.is_reviewed() { "reviewed" } else { "draft" },
        translations,
    )
}
