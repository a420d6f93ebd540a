//! Answers written down as TOML: `question_id = "option_id"` or a list of them.

use super::problem::{Problem, Wrong};
use super::reader::{At, Entry, File, Problems};
use crate::answers::Answers;
use crate::model::{OptionSet, Protocol, Question, QuestionKind};

/// Reads answers from a text. Unanswered questions are left out.
pub fn parse(protocol: &Protocol, name: &str, text: &str) -> Result<Answers, Vec<Problem>> {
    let problems = Problems::default();
    let file = File { name: name.to_owned(), text: text.to_owned() };
    let answers = read(protocol, &file.parse(&problems));
    let found = problems.into_sorted();
    if found.is_empty() { Ok(answers) } else { Err(found) }
}

pub fn read(protocol: &Protocol, entry: &Entry<'_>) -> Answers {
    let mut answers = Answers::NONE;
    for (name, options) in entry.lists(&[]) {
        let found = protocol.question(&name.value);
        let Some((ix, question)) = found.and_then(|ix| Some((ix, ix.of(protocol)?))) else {
            entry.wrong(name.line, unknown_here("question", &name, protocol.questions.iter().map(|q| q.id)));
            continue;
        };
        if question.kind == QuestionKind::One && options.len() > 1 {
            entry.wrong(name.line, Wrong::WrongType { key: name.value.clone(), wanted: "one option" });
        }
        let mut chosen = OptionSet::EMPTY;
        for option in &options {
            let named = named_option(entry, question, option);
            if question.kind == QuestionKind::Several && options.len() > 1 && question.stands_alone(named) {
                entry.wrong(option.line, Wrong::NotAlone { option: option.value.clone() });
            }
            chosen = chosen.union(named);
        }
        answers.set(ix, chosen);
    }
    answers
}

fn named_option(entry: &Entry<'_>, question: &Question, option: &At<String>) -> OptionSet {
    question.option(&option.value).unwrap_or_else(|| {
        entry.wrong(option.line, unknown_here("option", option, question.option_ids()));
        OptionSet::EMPTY
    })
}

/// An unknown id lists the valid ones: whoever writes such a file has no other list at hand.
fn unknown_here<'a>(what: &'static str, id: &At<String>, valid: impl Iterator<Item = &'a str>) -> Wrong {
    Wrong::UnknownHere { what, id: id.value.clone(), valid: valid.collect::<Vec<_>>().join(", ") }
}
