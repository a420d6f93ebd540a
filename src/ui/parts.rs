//! Small pieces that several screens share.

use yew::prelude::*;

use super::{TITLE_ID, View};
use crate::content::{DIGEST, Msg, PROTOCOL, REVIEWED, say};
use crate::session::{Action, Screen};

/// The heading of a screen. It can take the focus from the program, not from the Tab key.
pub fn title(text: AttrValue) -> Html {
    html! { <h1 id={TITLE_ID} tabindex="-1">{ text }</h1> }
}

/// A button that does something to the session.
pub fn button(view: &View<'_>, class: &'static str, id: &'static str, text: Msg, action: Action) -> Html {
    let act = view.act.clone();
    html! {
        <button type="button" class={class} data-action={id} onclick={move |_| act.emit(action)}>
            { view.voice.say(text) }
        </button>
    }
}

/// Something that opens a link of the shell. Inside the sandbox it must be a button; without a link there is
/// only the text, so that a number can still be read.
pub fn open_link(view: &View<'_>, class: &'static str, text: AttrValue, link: Option<usize>) -> Html {
    match link {
        Some(position) => {
            let open = view.open.clone();
            html! {
                <button type="button" class={class} data-link={position.to_string()} onclick={move |_| open.emit(position)}>
                    { text }
                </button>
            }
        }
        None => html! { <strong class="number">{ text }</strong> },
    }
}

/// A bulleted list from a text whose lines are items.
pub fn bullets(view: &View<'_>, text: Msg) -> Html {
    html! {
        <ul>{ for view.voice.list(text).into_iter().map(|item| html! { <li>{ item }</li> }) }</ul>
    }
}

/// A part of a screen under a heading of its own.
pub fn section(view: &View<'_>, class: &'static str, heading: Msg, body: Html) -> Html {
    html! {
        <section class={class}>
            <h2>{ view.voice.say(heading) }</h2>
            { body }
        </section>
    }
}

/// A part of a screen that opens on request.
pub fn folded(view: &View<'_>, class: &'static str, summary: Msg, body: Html) -> Html {
    html! {
        <details class={class}>
            <summary>{ view.voice.say(summary) }</summary>
            <div class="folded">{ body }</div>
        </details>
    }
}

/// What stands under every screen: that this is no diagnosis, which protocol spoke, and the way to forget it all.
pub fn footer(view: &View<'_>) -> Html {
    let version = view.voice.say_named(say::FOOTER_VERSION, PROTOCOL.version);
    let state = if REVIEWED { say::FOOTER_REVIEWED } else { say::FOOTER_DRAFT };
    let clear = (view.session.screen() != Screen::Start || !view.session.answers().is_empty())
        .then(|| button(view, "quiet", "clear", say::CLEAR, Action::Clear));
    html! {
        <footer>
            <p>{ view.voice.say(say::NOT_A_DIAGNOSIS) }</p>
            <p class="fine" data-digest={DIGEST}>{ version }{ " " }{ view.voice.say(state) }</p>
            { clear.unwrap_or_default() }
        </footer>
    }
}
