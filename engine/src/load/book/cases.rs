//! The worked cases: what is expected of each, what the protocol suggests, and by which rules.

use super::page::{Page, link, plain, target};
use super::said::{Said, links, words};
use crate::assess::assess;
use crate::load::vignettes::{Tier, Vignette};
use crate::model::*;

/// The level that the tool we compare with gives to everybody.
const ALWAYS: &str = "inpatient";

const TIERS: [(Tier, &str, &str); 3] = [
    (Tier::Public, "C", "Synthetic cases from public repositories; no panel of experts stands behind them."),
    (Tier::Derived, "D", "Derived from a published statement about such a case."),
    (Tier::Ours, "O", "Our own, each written to show one rule or red flag deciding, or nearly met."),
];

pub fn section(page: &mut Page, said: &Said<'_>) {
    page.prose(
        "**The cases cover the rules and prove no clinical validity.**\n\
         They show that the rules do what they say, not that they are right: our own cases were written from the rules, \
         and nothing here compares a suggestion with how a person fared.\n\
         Deciding are the red flags and rules that reached the first step or the setting.\n\
         A near miss differs in one answer from a case that the rule or red flag decides.",
    );
    page.heading(3, "Score by level");
    page.prose(&format!(
        "A case counts as right when the suggested first step is an acceptable one.\n\
         “Always {ALWAYS}” is how a tool that gives everybody that level would score.\n\
         Cases held to be wrong themselves are left out."
    ));
    page.table(["expected", "cases", "acceptable", "exact", "always inpatient"], scores(said));
    apart(page, said);
    for (tier, letter, about) in TIERS {
        page.heading(3, &format!("Tier {letter}"));
        page.prose(about);
        let cases = || said.content.vignettes.iter().filter(move |case| case.tier == tier);
        page.table(
            ["case", "tier", "title", "expected", "acceptable", "suggested", "deciding"],
            cases().map(|case| row(said, case, letter)),
        );
        page.prose("The cases in words:");
        for case in cases() {
            in_words(page, said, case);
        }
    }
}

/// One row a level with what the cases expect there, and a sum.
fn scores(said: &Said<'_>) -> Vec<[String; 5]> {
    let always = said.protocol.level(ALWAYS);
    let counted = || said.content.vignettes.iter().filter(|case| case.held_wrong.is_none());
    let score = |name: String, of: &dyn Fn(&Vignette) -> bool| {
        let number = |right: &dyn Fn(&Vignette) -> bool| counted().filter(|c| of(c) && right(c)).count().to_string();
        let found = |case: &Vignette| assess(said.protocol, &case.answers).first_step();
        [
            name,
            number(&|_| true),
            number(&|case| case.acceptable.contains(&found(case))),
            number(&|case| case.expected == found(case)),
            number(&|case| always.is_some_and(|level| case.acceptable.contains(&level))),
        ]
    };
    let levels = LevelIx::all(said.protocol).filter(|level| counted().any(|case| case.expected == *level));
    let rows = levels.map(|level| score(said.level_link(level), &|case| case.expected == level));
    rows.chain([score("all".to_owned(), &|_| true)]).collect()
}

/// Cases that we hold to be wrong stand by themselves and say why.
fn apart(page: &mut Page, said: &Said<'_>) {
    page.heading(3, "Cases held wrong");
    let held: Vec<_> = said.content.vignettes.iter().filter_map(|c| Some((c, c.held_wrong.as_ref()?))).collect();
    if held.is_empty() {
        page.prose("None.");
    }
    for (case, why) in held {
        let found = said.level_word(assess(said.protocol, &case.answers).first_step());
        let expected = said.level_word(case.expected);
        page.item(0, &format!("{}: expected {expected}, suggested {found}. {}", link(&case.id, &case.id), plain(why)));
    }
}

fn row(said: &Said<'_>, case: &Vignette, tier: &str) -> [String; 7] {
    let found = assess(said.protocol, &case.answers).first_step();
    let right = if case.acceptable.contains(&found) { "" } else { " (not acceptable)" };
    let acceptable: Vec<String> = case.acceptable.iter().map(|level| said.level_word(*level)).collect();
    [
        target(&case.id),
        tier.to_owned(),
        plain(&case.title),
        said.level_word(case.expected),
        acceptable.join(", "),
        format!("{}{right}", said.level_word(found)),
        links(deciding(said.protocol, case)),
    ]
}

/// The facts; and where they were turned into answers by judgement, those answers.
fn in_words(page: &mut Page, said: &Said<'_>, case: &Vignette) {
    let shows = case.decides.as_ref().map(|id| format!(" Shows {} deciding.", link(id, id)));
    let misses = case.near_miss_of.as_ref().map(|id| format!(" A near miss of {}.", link(id, id)));
    let ours = shows.or(misses).unwrap_or_default();
    page.item(0, &format!("{}: {}{ours}", case.id, plain(&case.facts)));
    if case.tier != Tier::Ours {
        page.item(1, &format!("Answers: {}.", answers(said, case)));
        page.item(1, &format!("Source: {}", plain(&case.source)));
    }
    if let Some(note) = &case.note {
        page.item(1, &format!("Note: {}", plain(note)));
    }
}

fn answers(said: &Said<'_>, case: &Vignette) -> String {
    let given = QuestionIx::all(said.protocol).filter_map(|ix| {
        let question = ix.of(said.protocol)?;
        let chosen: Vec<String> =
            case.answers.options(ix).singles().map(|option| words(question.option_id(option))).collect();
        (!chosen.is_empty()).then(|| format!("{}: *{}*", said.question_short(ix), chosen.join(", ")))
    });
    given.collect::<Vec<_>>().join("; ")
}

/// Ids of the red flags and rules that reached the first step or the setting of a case.
fn deciding(protocol: &Protocol, case: &Vignette) -> Vec<&'static str> {
    let found = assess(protocol, &case.answers);
    let flags = found.red_flags().filter_map(|flag| flag.of(protocol)).map(|flag| flag.id);
    flags.chain(found.reasons(protocol).filter_map(|rule| rule.of(protocol)).map(|rule| rule.id)).collect()
}

/// The cases of one rule or red flag: those it decides, and those that nearly meet it.
pub fn of(page: &mut Page, said: &Said<'_>, id: &str) {
    let cases = || said.content.vignettes.iter();
    let decided = cases().filter(|case| deciding(said.protocol, case).contains(&id));
    let near = cases().filter(|case| case.near_miss_of.as_deref() == Some(id));
    page.prose("Cases:");
    page.item(0, &format!("Decided: {}", titles(decided)));
    page.item(0, &format!("Near misses: {}", titles(near)));
}

/// Cases with their titles; of a long list the ids alone, since the titles stand in the tables.
fn titles<'a>(cases: impl Iterator<Item = &'a Vignette>) -> String {
    let cases: Vec<&Vignette> = cases.collect();
    match cases.len() {
        0 => "none, since it always holds.".to_owned(),
        1..=6 => {
            let named = cases.iter().map(|case| format!("{} {}", link(&case.id, &case.id), plain(&case.title)));
            format!("{}.", named.collect::<Vec<_>>().join("; "))
        }
        many => format!("{many} cases, {}.", links(cases.iter().map(|case| case.id.as_str()))),
    }
}
