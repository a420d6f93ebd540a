//! Small pieces that several screens share.

use yew::prelude::*;

use super::icons::{Icon, icon};
use super::markup::{el, none, text, with, words};
use super::{TITLE_ID, View};
use crate::content::{DIGEST, Msg, PROTOCOL, REVIEWED, say};
use crate::session::{Action, Screen};

/// The heading of a screen. It can take the focus from the program, not from the Tab key.
pub fn title(heading: AttrValue) -> Html {
    with(with(text("h1", "", heading), "id", TITLE_ID), "tabindex", "-1")
}

/// A button that does something to the session.
pub fn button(view: &View<'_>, class: &'static str, id: &'static str, label: Msg, action: Action) -> Html {
    let act = view.act.clone();
    let pressed = Callback::from(move |_| act.emit(action));
    with(pressing(class, words(view.voice.say(label)), pressed), "data-action", id)
}

/// Any button.
pub fn pressing(class: &'static str, label: Html, onclick: Callback<MouseEvent>) -> Html {
    with(html! { <button type="button" {onclick}>{ label }</button> }, "class", class)
}

/// Something to choose: a radio button or a box to tick, with its label.
pub struct Choice {
    pub class: &'static str,
    /// The type of the input.
    pub kind: &'static str,
    /// Radio buttons of one name belong together.
    pub name: &'static str,
    pub id: AttrValue,
    pub value: &'static str,
    pub label: AttrValue,
    pub chosen: bool,
    pub action: Action,
}

impl Choice {
    pub fn show(self, view: &View<'_>) -> Html {
        let Self { class, kind, name, id, value, label, chosen, action } = self;
        let act = view.act.clone();
        let input = html! {
            <input type={kind} {name} id={id.clone()} {value} checked={chosen} onchange={move |_| act.emit(action)} />
        };
        with(el("label", class, vec![input, text("span", "", label)]), "for", id)
    }
}

/// Something that opens a link of the shell. Inside the sandbox it must be a button; without a link there is
/// only the text, so that a number can still be read.
pub fn open_link(view: &View<'_>, class: &'static str, label: AttrValue, link: Option<usize>) -> Html {
    let Some(position) = link else { return text("strong", "number", label) };
    let open = view.open.clone();
    let button = pressing(class, words(label), Callback::from(move |_| open.emit(position)));
    with(button, "data-link", position.to_string())
}

/// A bulleted list from a text whose lines are items.
pub fn bullets(view: &View<'_>, list: Msg) -> Html {
    el("ul", "", items("li", view.voice.list(list)))
}

/// Each text in an element of its own.
pub fn items(tag: &'static str, texts: Vec<AttrValue>) -> Vec<Html> {
    texts.into_iter().map(|item| text(tag, "", item)).collect()
}

/// A heading within a screen.
pub fn heading(view: &View<'_>, tag: &'static str, label: Msg) -> Html {
    text(tag, "", view.voice.say(label))
}

/// A paragraph.
pub fn p(view: &View<'_>, class: &'static str, paragraph: Msg) -> Html {
    text("p", class, view.voice.say(paragraph))
}

/// A part of a screen under a heading of its own.
pub fn section(view: &View<'_>, class: &'static str, label: Msg, body: Vec<Html>) -> Html {
    let mut children = vec![heading(view, "h2", label)];
    children.extend(body);
    el("section", class, children)
}

/// A part of a screen that a drawing beside its heading helps to find.
pub fn part(view: &View<'_>, mark: Icon, class: &'static str, label: Msg, body: Vec<Html>) -> Html {
    let mut children = vec![el("h2", "marked", vec![icon(mark), words(view.voice.say(label))])];
    children.extend(body);
    el("section", class, children)
}

/// A part of a screen that opens on request. Its words are a heading, so that a list of headings leads to it; a "span"
/// where every item of a list has one like it.
pub fn folded(view: &View<'_>, class: &'static str, tag: &'static str, label: Msg, body: Vec<Html>) -> Html {
    let summary = el("summary", "", vec![heading(view, tag, label)]);
    el("details", class, vec![summary, el("div", "folded", body)])
}

/// "Short name: what was answered".
pub fn named(short: AttrValue, said: AttrValue) -> Vec<Html> {
    vec![text("span", "short", short), words(": ".into()), words(said)]
}

/// What stands under every screen: that this is no diagnosis, which protocol spoke, and the way to forget it all,
/// which takes two presses, so that nobody loses the answers by accident.
pub fn footer(view: &View<'_>) -> Html {
    let version = view.voice.say_named(say::FOOTER_VERSION, PROTOCOL.version);
    let state = if REVIEWED { say::FOOTER_REVIEWED } else { say::FOOTER_DRAFT };
    let protocol = el("p", "fine", vec![words(version), words(" ".into()), words(view.voice.say(state))]);
    let something_to_clear = view.session.screen() != Screen::Start || !view.session.answers().is_empty();
    let clear = if something_to_clear {
        folded(view, "clear", "h2", say::CLEAR, vec![button(view, "", "clear", say::CLEAR_SURE, Action::Clear)])
    } else {
        none()
    };
    el(
        "footer",
        "",
        vec![p(view, "", say::NOT_A_DIAGNOSIS), with(protocol, "data-digest", DIGEST), translation(view), clear],
    )
}

/// A clinician who signs the English words says nothing about a translation.
pub fn translation(view: &View<'_>) -> Html {
    if view.voice.locale.unreviewed_translation { p(view, "fine", say::FOOTER_TRANSLATION) } else { none() }
}
