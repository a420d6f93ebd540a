//! Why: every rule that reached the suggestion, by which answers, from which source.

use care_check_engine::explain::because;
use care_check_engine::{Condition, RuleIx};
use yew::prelude::*;

use super::View;
use super::markup::{el, none, text, with, words};
use super::parts::{folded, named, p};
use crate::content::{PROTOCOL, RULE_WORDS, SOURCES, Source, say};
use crate::voice::question_words;

/// The deciding rules, and under a fold those that hold as well.
pub fn reasons(view: &View<'_>) -> Vec<Html> {
    let assessment = view.session.assessment();
    let (mut deciding, mut supporting) = (Vec::new(), Vec::new());
    for rule in assessment.reasons(&PROTOCOL) {
        deciding.push(reason(view, rule));
    }
    for rule in assessment.supporting() {
        // The floor holds for everyone, which is no reason of this visitor's.
        if rule.of(&PROTOCOL).is_some_and(|r| r.when.clauses().next().is_some()) {
            supporting.push(reason(view, rule));
        }
    }
    let mut parts = vec![el("ul", "reasons", deciding)];
    if !supporting.is_empty() {
        parts.push(folded(view, "", "h3", say::WHY_SUPPORTING, vec![el("ul", "reasons", supporting)]));
    }
    parts
}

fn reason(view: &View<'_>, index: RuleIx) -> Html {
    let (Some(rule), Some(sentence)) = (index.of(&PROTOCOL), RULE_WORDS.get(usize::from(index.0))) else {
        return none();
    };
    let parts = vec![p(view, "", *sentence), answers(view, &rule.when), sources(view, rule.sources)];
    with(el("li", "reason", parts), "data-rule", rule.id)
}

/// The visitor's own answers that the rule rests on.
fn answers(view: &View<'_>, when: &Condition) -> Html {
    let voice = &view.voice;
    let rows: Vec<Html> = because(&PROTOCOL, view.session.answers(), when)
        .map(|(question, options)| {
            let given = voice.options_in_one(question, options);
            el("li", "", named(voice.say(question_words(question).short), given))
        })
        .collect();
    if rows.is_empty() {
        return none();
    }
    el("div", "because", vec![p(view, "fine", say::WHY_YOU_SAID), el("ul", "", rows)])
}

fn sources(view: &View<'_>, ids: &[&str]) -> Html {
    folded(view, "sources", "span", say::WHY_SOURCES, vec![cited(ids)])
}

/// The sources of these ids, as a list. Their titles are English in every language.
pub fn cited(ids: &[&str]) -> Html {
    let found = ids.iter().filter_map(|id| SOURCES.iter().find(|source| source.id == *id));
    with(el("ul", "", found.map(source).collect()), "lang", "en")
}

fn source(source: &Source) -> Html {
    let mut parts = vec![text("span", "source-id", source.id.into()), words(" ".into()), words(source.title.into())];
    if !source.documents.is_empty() {
        parts.push(words(" — ".into()));
        parts.push(text("em", "", source.documents.join("; ").into()));
    }
    with(el("li", "", parts), "lang", "en")
}
