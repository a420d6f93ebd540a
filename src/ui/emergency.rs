//! A red flag: what to do now. Nothing else stands on this screen.

use care_check_engine::explain::because;
use care_check_engine::{QuestionIx, RedFlag};
use yew::prelude::*;

use super::parts::{button, title};
use super::{View, help};
use crate::content::{ACT_WORDS, PROTOCOL, say};
use crate::session::Action;

pub fn screen(view: &View<'_>, _question: QuestionIx) -> Html {
    let voice = &view.voice;
    let assessment = view.session.assessment();
    let flags: Vec<&RedFlag> = assessment.red_flags().filter_map(|flag| flag.of(&PROTOCOL)).collect();
    let mut acts: Vec<&str> = flags.iter().flat_map(|flag| flag.act.iter().copied()).collect();
    acts.dedup();
    let crisis =
        flags.iter().any(|flag| flag.when.clauses().any(|clause| help::belongs_to_crisis_line(clause.question)));
    let said = flags.iter().flat_map(|flag| because(&PROTOCOL, view.session.answers(), &flag.when));
    html! {
        <>
            { title(voice.say(say::EMERGENCY_TITLE)) }
            { help::emergency_call(view) }
            <p class="lead">{ voice.say(say::EMERGENCY_LEAD) }</p>
            <section class="said">
                <h2>{ voice.say(say::EMERGENCY_BECAUSE) }</h2>
                <ul>
                    { for said.flat_map(|(question, options)| voice.options(question, options))
                        .map(|label| html! { <li>{ label }</li> }) }
                </ul>
            </section>
            <section class="acts">
                <h2>{ voice.say(say::EMERGENCY_WHILE_WAITING) }</h2>
                <ul>
                    { for acts.iter().filter_map(|act| ACT_WORDS.iter().find(|(id, _)| id == act))
                        .map(|(id, text)| html! { <li data-act={*id}>{ voice.say(*text) }</li> }) }
                </ul>
            </section>
            { crisis.then(|| help::crisis(view)) }
            <p>{ voice.say(say::EMERGENCY_UNSURE) }</p>
            <div class="actions">
                { button(view, "secondary", "back", say::EMERGENCY_BACK, Action::Back) }
            </div>
        </>
    }
}
