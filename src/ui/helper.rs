//! For somebody who answers about another person: what they can do, what they cannot, and help for them.

use yew::prelude::*;

use super::View;
use super::icons;
use super::parts::{bullets, folded, heading, part};
use crate::content::say;

pub fn guide(view: &View<'_>) -> Html {
    let body = vec![
        heading(view, "h3", say::HELPER_CAN_TITLE),
        bullets(view, say::HELPER_CAN),
        folded(view, "", "h3", say::HELPER_START_TITLE, vec![bullets(view, say::HELPER_START)]),
        folded(view, "", "h3", say::HELPER_REFUSE_TITLE, vec![bullets(view, say::HELPER_REFUSE)]),
        heading(view, "h3", say::HELPER_CANNOT_TITLE),
        bullets(view, say::HELPER_CANNOT),
        heading(view, "h3", say::HELPER_CARE_TITLE),
        bullets(view, say::HELPER_CARE),
    ];
    part(view, icons::PEOPLE, "helper", say::HELPER_TITLE, body)
}
