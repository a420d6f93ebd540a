//! The pathway: first step, setting, sustaining recovery.

use care_check_engine::LevelIx;
use yew::prelude::*;

use super::View;
use super::markup::{el, none, text, with};
use crate::content::{Msg, PROTOCOL, say};
use crate::voice::level_words;

pub fn pathway(view: &View<'_>) -> Html {
    let assessment = view.session.assessment();
    let sustaining = PROTOCOL.sustaining();
    let now = assessment.first_step();
    // Without a step before it, treatment is what comes first.
    let treatment = if assessment.before_setting.is_some() { say::PATH_SETTING } else { say::PATH_TREATMENT };
    let steps = [
        assessment.before_setting.map(|level| (say::PATH_FIRST, level)),
        (assessment.setting != sustaining).then_some((treatment, assessment.setting)),
        Some((say::PATH_SUSTAINING, sustaining)),
    ];
    el(
        "ol",
        "pathway",
        steps.into_iter().flatten().map(|(phase, level)| step(view, phase, level, level == now)).collect(),
    )
}

fn step(view: &View<'_>, phase: Msg, level: LevelIx, now: bool) -> Html {
    let words = level_words(level);
    let id = level.of(&PROTOCOL).map_or("", |l| l.id);
    let parts = vec![
        text("span", "phase", view.voice.say(phase)),
        text("strong", "", view.voice.say(words.plain)),
        text("span", "fine", view.voice.say(words.name)),
        if now { text("span", "here", view.voice.say(say::PATH_NOW)) } else { none() },
    ];
    let step = with(el("li", if now { "step now" } else { "step" }, parts), "data-level", id);
    if now { with(step, "aria-current", "step") } else { step }
}
