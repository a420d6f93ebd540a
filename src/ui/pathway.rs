//! The pathway: first step, setting, sustaining recovery.

use care_check_engine::LevelIx;
use yew::prelude::*;

use super::View;
use crate::content::{Msg, PROTOCOL, say};
use crate::voice::level_words;

pub fn pathway(view: &View<'_>) -> Html {
    let assessment = view.session.assessment();
    let sustaining = PROTOCOL.sustaining();
    let now = assessment.first_step();
    let steps = [
        assessment.before_setting.map(|level| (say::PATH_FIRST, level)),
        (assessment.setting != sustaining).then_some((say::PATH_SETTING, assessment.setting)),
        Some((say::PATH_SUSTAINING, sustaining)),
    ];
    html! {
        <ol class="pathway">{ for steps.into_iter().flatten().map(|(phase, level)| step(view, phase, level, level == now)) }</ol>
    }
}

fn step(view: &View<'_>, phase: Msg, level: LevelIx, now: bool) -> Html {
    let words = level_words(level);
    let id = level.of(&PROTOCOL).map_or("", |l| l.id);
    html! {
        <li class={classes!("step", now.then_some("now"))} aria-current={now.then_some("step")} data-level={id}>
            <span class="phase">{ view.voice.say(phase) }</span>
            <strong>{ view.voice.say(words.plain) }</strong>
            <span class="fine">{ view.voice.say(words.name) }</span>
            { now.then(|| html! { <span class="here">{ view.voice.say(say::PATH_NOW) }</span> }) }
        </li>
    }
}
