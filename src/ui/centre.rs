//! The place of the centre whose site shows the page: on the result, after public help, and nowhere else.

use yew::prelude::*;

use super::View;
use super::markup::{el, none, text, with, words};
use super::parts::{p, pressing, section};
use crate::content::{PROTOCOL, say};
use crate::embed::centre::Centre;
use crate::embed::message::Contact;
use crate::voice::level_words;

pub fn place(view: &View<'_>) -> Html {
    let Some(centre) = view.centre else { return none() };
    let mut body = vec![p(view, "", say::CENTRE_LEAD)];
    body.extend(centre.name.clone().map(|name| text("h3", "", name.into())));
    body.push(what_it_offers(view, centre));
    body.push(el("p", "calls", contacts(view, centre)));
    section(view, "centre", say::CENTRE_TITLE, body)
}

/// Whether what is suggested can be had there. A site that does not say gets no benefit of the doubt.
fn what_it_offers(view: &View<'_>, centre: &Centre) -> Html {
    let Some(missing) = centre.lacks(&view.session.assessment()) else { return p(view, "", say::CENTRE_ASK) };
    if missing.is_empty() {
        return p(view, "", say::CENTRE_OFFERS);
    }
    let item = |level: &care_check_engine::LevelIx| {
        let id = level.of(&PROTOCOL).map_or("", |l| l.id);
        with(text("li", "", view.voice.say(level_words(*level).plain)), "data-lacks", id)
    };
    let list = el("ul", "", missing.iter().map(item).collect());
    el("div", "note", vec![p(view, "", say::CENTRE_LACKS), list, p(view, "", say::CENTRE_LACKS_ELSE)])
}

fn contacts(view: &View<'_>, centre: &Centre) -> Vec<Html> {
    let call = centre.phone.as_ref().map(|phone| {
        let label = view.voice.say_named(say::CALL_NUMBER, phone);
        contact(view, "call", label, Contact::Call)
    });
    let visit = centre.has_site.then(|| contact(view, "visit", view.voice.say(say::OPEN_IN_NEW_TAB), Contact::Visit));
    call.into_iter().chain(visit).collect()
}

fn contact(view: &View<'_>, id: &'static str, label: AttrValue, contact: Contact) -> Html {
    let reach = view.reach.clone();
    with(pressing("secondary", words(label), Callback::from(move |_| reach.emit(contact))), "data-centre", id)
}
