//! Why: every rule that reached the suggestion, by which answers, from which source.

use care_check_engine::explain::because;
use care_check_engine::{Condition, RuleIx};
use yew::prelude::*;

use super::View;
use crate::content::{PROTOCOL, RULE_WORDS, SOURCES, say};
use crate::voice::question_words;

/// The deciding rules, and under a fold those that hold as well.
pub fn reasons(view: &View<'_>) -> Html {
    let assessment = view.session.assessment();
    let supporting: Vec<RuleIx> = assessment
        .supporting()
        // The floor holds for everyone, which is no reason of this visitor's.
        .filter(|rule| rule.of(&PROTOCOL).is_some_and(|r| r.when.clauses().next().is_some()))
        .collect();
    html! {
        <>
            <ul class="reasons">{ for assessment.reasons(&PROTOCOL).map(|rule| reason(view, rule)) }</ul>
            { (!supporting.is_empty()).then(|| html! {
                <details>
                    <summary>{ view.voice.say(say::WHY_SUPPORTING) }</summary>
                    <ul class="reasons folded">{ for supporting.into_iter().map(|rule| reason(view, rule)) }</ul>
                </details>
            }) }
        </>
    }
}

fn reason(view: &View<'_>, index: RuleIx) -> Html {
    let Some(rule) = index.of(&PROTOCOL) else { return Html::default() };
    let text = RULE_WORDS.get(usize::from(index.0)).map(|msg| view.voice.say(*msg));
    html! {
        <li class="reason" data-rule={rule.id}>
            <p>{ text }</p>
            { answers(view, &rule.when) }
            { sources(view, rule.sources) }
        </li>
    }
}

/// The visitor's own answers that the rule rests on.
fn answers(view: &View<'_>, when: &Condition) -> Html {
    let voice = &view.voice;
    let said = because(&PROTOCOL, view.session.answers(), when);
    let rows: Vec<Html> = said
        .map(|(question, options)| {
            let labels: Vec<String> = voice.options(question, options).iter().map(ToString::to_string).collect();
            html! {
                <li><span class="short">{ voice.say(question_words(question).short) }</span>{ ": " }{ labels.join("; ") }</li>
            }
        })
        .collect();
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <div class="because">
            <p class="fine">{ voice.say(say::WHY_YOU_SAID) }</p>
            <ul>{ for rows }</ul>
        </div>
    }
}

fn sources(view: &View<'_>, ids: &[&str]) -> Html {
    let rows = ids.iter().filter_map(|id| SOURCES.iter().find(|s| s.id == *id)).map(|source| {
        let documents = source.documents.join("; ");
        html! {
            <li>
                <span class="source-id">{ source.id }</span>{ " " }{ source.title }
                { (!documents.is_empty()).then(|| html! { <>{ " — " }<em>{ documents }</em></> }) }
            </li>
        }
    });
    html! {
        <details class="sources">
            <summary>{ view.voice.say(say::WHY_SOURCES) }</summary>
            <ul class="folded">{ for rows }</ul>
        </details>
    }
}
