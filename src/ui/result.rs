//! The suggestion: which level, why, the pathway, what to do today, whom to call, and what would change it.

use care_check_engine::explain::{Change, lowers, raises};
use care_check_engine::words::Who;
use care_check_engine::{Assessment, ModifierIx};
use yew::prelude::*;

use super::parts::{bullets, button, folded, section, title};
use super::pathway::pathway;
use super::reasons::reasons;
use super::{View, help, options};
use crate::content::{ALTERNATIVE_WORDS, PROTOCOL, say};
use crate::session::Action;
use crate::voice::{level_words, modifier_words, question_words};

/// How many changes are named in either direction: what matters most stands early in the questions.
const CHANGES_SHOWN: usize = 4;

pub fn screen(view: &View<'_>) -> Html {
    let voice = &view.voice;
    let assessment = view.session.assessment();
    let first = assessment.first_step();
    let words = level_words(first);
    let id = first.of(&PROTOCOL).map_or("", |l| l.id);
    let suggested = [first, assessment.setting];
    // The crisis line comes before everything else when it is needed at all.
    let (urgent, beside): (Vec<ModifierIx>, Vec<ModifierIx>) =
        assessment.modifiers().partition(|m| m.of(&PROTOCOL).is_some_and(|m| URGENT.contains(&m.id)));
    html! {
        <>
            <p class="kicker">{ voice.say(say::RESULT_KICKER) }</p>
            { title(voice.say(words.plain)) }
            <p class="level-name" data-level={id}>{ voice.say(words.name) }</p>
            <p class="lead">{ voice.say(words.what) }</p>
            { for urgent.iter().map(|modifier| urgent_note(view, *modifier)) }
            { section(view, "why", say::WHY_TITLE, reasons(view)) }
            { section(view, "path", say::PATH_TITLE, pathway(view)) }
            { section(view, "today", say::TODAY_TITLE, bullets(view, words.today)) }
            { section(view, "help", say::HELP_TITLE, help::directory(view)) }
            { (!beside.is_empty()).then(|| section(view, "beside", say::BESIDE_TITLE, html! {
                { for beside.iter().map(|modifier| note(view, *modifier)) }
            })) }
            { alternatives(view) }
            { section(view, "there", say::THERE_TITLE, html! {
                <>
                    { bullets(view, words.there) }
                    { folded(view, "", say::ASK_TITLE, bullets(view, say::ASK_PROGRAMME)) }
                    { folded(view, "", say::CHOOSE_TITLE, bullets(view, say::CHOOSE_PLACE)) }
                </>
            }) }
            { coming_down(view) }
            { (view.session.who() == Who::Other).then(|| helper(view)) }
            { section(view, "all", say::COMPARE_TITLE, options::table(view, &suggested)) }
            { section(view, "changes", say::CHANGES_TITLE, changes(view)) }
            <div class="actions">
                { button(view, "secondary", "back", say::BACK_TO_ANSWERS, Action::Back) }
            </div>
        </>
    }
}

/// Modifiers that stand above the reasons.
const URGENT: [&str; 2] = ["crisis_line", "no_sudden_stop"];

fn urgent_note(view: &View<'_>, modifier: ModifierIx) -> Html {
    let words = modifier_words(modifier);
    let id = modifier.of(&PROTOCOL).map_or("", |m| m.id);
    html! {
        <section class="urgent" data-modifier={id}>
            <h2>{ view.voice.say(words.title) }</h2>
            <p>{ view.voice.say(words.text) }</p>
            { (id == "crisis_line").then(|| help::crisis(view)) }
        </section>
    }
}

fn note(view: &View<'_>, modifier: ModifierIx) -> Html {
    let words = modifier_words(modifier);
    html! {
        <div class="note" data-modifier={modifier.of(&PROTOCOL).map_or("", |m| m.id)}>
            <h3>{ view.voice.say(words.title) }</h3>
            <p>{ view.voice.say(words.text) }</p>
        </div>
    }
}

fn alternatives(view: &View<'_>) -> Html {
    let assessment = view.session.assessment();
    let found: Vec<Html> = assessment
        .alternatives()
        .filter_map(|index| Some((index.of(&PROTOCOL)?, ALTERNATIVE_WORDS.get(usize::from(index.0))?)))
        .map(|(alternative, text)| {
            html! {
                <li data-alternative={alternative.id}>
                    <strong>{ view.voice.say(level_words(alternative.instead).plain) }</strong>{ ". " }
                    { view.voice.say(*text) }
                </li>
            }
        })
        .collect();
    if found.is_empty() {
        return Html::default();
    }
    section(
        view,
        "alternatives",
        say::ALTERNATIVES_TITLE,
        html! {
            <>
                <p>{ view.voice.say(say::ALTERNATIVES_LEAD) }</p>
                <ul>{ for found }</ul>
            </>
        },
    )
}

fn coming_down(view: &View<'_>) -> Html {
    html! {
        <>
            { folded(view, "guide", say::COMING_DOWN_TITLE, html! {
                <>
                    { bullets(view, say::COMING_DOWN) }
                    <h3>{ view.voice.say(say::AVOID_TITLE) }</h3>
                    { bullets(view, say::AVOID) }
                </>
            }) }
            { folded(view, "guide", say::NALOXONE_TITLE, bullets(view, say::NALOXONE)) }
            { folded(view, "guide", say::SELF_CARE_TITLE, bullets(view, say::SELF_CARE)) }
        </>
    }
}

fn helper(view: &View<'_>) -> Html {
    let body = html! {
        <>
            <h3>{ view.voice.say(say::HELPER_CAN_TITLE) }</h3>
            { bullets(view, say::HELPER_CAN) }
            <h3>{ view.voice.say(say::HELPER_CANNOT_TITLE) }</h3>
            { bullets(view, say::HELPER_CANNOT) }
            <h3>{ view.voice.say(say::HELPER_CARE_TITLE) }</h3>
            { bullets(view, say::HELPER_CARE) }
        </>
    };
    section(view, "helper", say::HELPER_TITLE, body)
}

fn changes(view: &View<'_>) -> Html {
    let answers = view.session.answers();
    let now = view.session.assessment();
    let more: Vec<Html> = raises(&PROTOCOL, answers).take(CHANGES_SHOWN).map(|c| change(view, &now, &c)).collect();
    let less: Vec<Html> = lowers(&PROTOCOL, answers).take(CHANGES_SHOWN).map(|c| change(view, &now, &c)).collect();
    let list = |heading, items: Vec<Html>| {
        (!items.is_empty()).then(|| {
            html! {
                <>
                    <h3>{ view.voice.say(heading) }</h3>
                    <ul>{ for items }</ul>
                </>
            }
        })
    };
    html! {
        <>
            { list(say::CHANGES_MORE, more) }
            { list(say::CHANGES_LESS, less) }
            <p>{ view.voice.say(say::CHANGES_AGAIN) }</p>
        </>
    }
}

fn change(view: &View<'_>, now: &Assessment, change: &Change) -> Html {
    let voice = &view.voice;
    // What changes is named: the first step, or behind the same first step the setting.
    let then = if change.first_step == now.first_step() { change.setting } else { change.first_step };
    html! {
        <li>
            <span class="short">{ voice.say(question_words(change.question).short) }</span>{ ": " }
            { voice.option(change.question, change.option) }{ " → " }
            <strong>{ voice.say(level_words(then).plain) }</strong>
        </li>
    }
}
