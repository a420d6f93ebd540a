//! The questions in full, and the path through them.

use super::page::{Page, anchor, plain};
use super::said::{Said, links};
use crate::model::*;
use crate::words::Who;

/// The path in words, for whoever cannot see the diagram.
pub fn path(page: &mut Page, said: &Said<'_>) {
    page.prose(
        "![The questions in order, with those that can be skipped and the exits to the emergency screen](diagrams/path.svg)",
    );
    page.table(
        ["question", "answers", "skipped when", "emergency exits"],
        QuestionIx::all(said.protocol).filter_map(|ix| {
            let question = ix.of(said.protocol)?;
            let skip = question.skip_when.as_ref().map_or_else(|| "never".to_owned(), |s| said.short_condition(s));
            Some([
                format!("[{}. {}](#{})", ix.0 + 1, said.question_short(ix), anchor(&said.question_heading(ix))),
                kind(question).to_owned(),
                skip,
                links(flags_at(said.protocol, ix).map(|flag| flag.id)),
            ])
        }),
    );
    page.prose("How answers become a suggestion:");
    page.items(how(said));
    page.prose("Said to visitors before they begin:");
    page.items(said.list("start-not-for").into_iter().flat_map(|item| item.items()));
    page.prose("Said to visitors with every suggestion:");
    page.quote(&said.text("not-a-diagnosis"));
}

/// The engine's rules in sentences; levels are named from the protocol.
fn how(said: &Said<'_>) -> Vec<String> {
    let p = said.protocol;
    let follows = LevelIx::all(p).filter_map(|ix| {
        let then = ix.of(p)?.then_at_least?;
        Some(format!("after {} at least {}", said.level_link(ix), said.level_link(then)))
    });
    let follows = follows.collect::<Vec<_>>().join(", ");
    vec![
        "A question that is skipped counts as not asked, even when it was answered before.".to_owned(),
        "A red flag ends the questions at once with the emergency screen, whatever else is answered.".to_owned(),
        "A rule is a floor: when its condition holds, at least its level is suggested. \
         The most intensive level of all rules that hold is taken; nothing is added up."
            .to_owned(),
        format!(
            "The first step is emergency when a red flag holds, or else detox when a rule asks for it. \
             The setting that follows is the most intensive one that a rule asks for, and {follows}. \
             Detox that stands behind an emergency counts for the setting as well."
        ),
        "Without a first step, care begins in the setting itself.".to_owned(),
        "A question that is not answered meets no condition. \
         “Not sure” or “rather not say” meets the conditions that name it as *declined*, and no other."
            .to_owned(),
        "Modifiers and alternatives stand beside the level and never change it.".to_owned(),
    ]
}

pub fn kind(question: &Question) -> &'static str {
    match question.kind {
        QuestionKind::One => "one",
        QuestionKind::Several => "any number",
    }
}

/// The red flags that an answer to this question can raise.
pub fn flags_at(protocol: &Protocol, question: QuestionIx) -> impl Iterator<Item = &'static RedFlag> {
    protocol.red_flags.iter().filter(move |flag| flag.when.clauses().any(|clause| clause.question == question))
}

pub fn in_full(page: &mut Page, said: &Said<'_>) {
    page.prose(
        "Options stand from least to most severe.\n\
         Where any number can be chosen, visitors see the most severe first and “none of these” last.\n\
         “Counts in” names every red flag, rule, modifier and alternative that the option is part of.",
    );
    for ix in QuestionIx::all(said.protocol) {
        if let Some(question) = ix.of(said.protocol) {
            one(page, said, ix, question);
        }
    }
}

fn one(page: &mut Page, said: &Said<'_>, ix: QuestionIx, question: &Question) {
    page.heading(3, &said.question_heading(ix));
    let text = format!("question-{}", question.id);
    page.items(said.both(&text).items().iter().map(|line| format!("**{line}**")));
    let hint = format!("{text}.hint");
    if said.has(&hint) {
        page.items(said.both(&hint).about("Hint"));
    }
    page.item(0, &format!("Id `{}`; {} can be chosen.", question.id, kind(question)));
    if let Some(skip) = &question.skip_when {
        page.item(0, "Skipped when");
        for (depth, line) in said.condition(skip) {
            page.item(depth + 1, &line);
        }
    }
    options_table(page, said, ix, question);
    if let Some(prose) = said.content.decline.get(question.id) {
        let label = plain(&said.label(question, OptionSet::DECLINED, Who::Myself));
        page.prose(&format!("What “{label}” does: {}", plain(prose)));
    }
    page.prose("Sources:");
    page.items(question.sources.iter().map(|id| said.cited(id)));
}

/// The options with both wordings; the second has no column of its own where every option reads the same.
fn options_table(page: &mut Page, said: &Said<'_>, ix: QuestionIx, question: &Question) {
    let offered = OptionSet((1 << question.options.len()) - 1)
        .singles()
        .chain(question.may_decline.then_some(OptionSet::DECLINED))
        .map(|option| {
            let label = |who| plain(&said.label(question, option, who));
            let alone = option.positions().any(|p| question.options[usize::from(p)].alone);
            let id = question.option_id(option);
            let name = if alone { format!("{id} (stands alone)") } else { id.to_owned() };
            (name, label(Who::Myself), label(Who::Other), said.uses(ix, option))
        })
        .collect::<Vec<_>>();
    if offered.iter().all(|(_, myself, other, _)| myself == other) {
        page.table(
            ["option", "wording, for oneself and for someone else", "counts in"],
            offered.into_iter().map(|(id, label, _, uses)| [id, label, uses]),
        );
    } else {
        page.table(
            ["option", "wording for oneself", "wording for someone else", "counts in"],
            offered.into_iter().map(|(id, myself, other, uses)| [id, myself, other, uses]),
        );
    }
}
