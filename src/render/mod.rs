//! Host only: renders the shell and any screen as static markup, for the sealed page and for tests.

pub mod shell;

use yew::ServerRenderer;
use yew::prelude::*;

use crate::session::Session;
use crate::ui::{self, View};

#[derive(Properties)]
struct ScreenProps {
    session: Session,
}

// A session is never the same twice: static markup is rendered once.
impl PartialEq for ScreenProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

#[function_component(StaticScreen)]
fn static_screen(props: &ScreenProps) -> Html {
    ui::screen(&View {
        session: &props.session,
        voice: props.session.voice(),
        act: Callback::noop(),
        open: Callback::noop(),
    })
}

/// The program's markup for a session.
pub fn screen(session: Session) -> String {
    let renderer = ServerRenderer::<StaticScreen>::with_props(move || ScreenProps { session });
    futures::executor::block_on(renderer.hydratable(false).render())
}

/// The page a visitor sees: the shell with the program's screen in its place.
pub fn page(session: Session) -> String {
    shell::markup().replace(shell::PROGRAM_MARK, &screen(session))
}

/// Markup that needs no session.
fn markup(html: fn() -> Html) -> String {
    #[derive(Properties)]
    struct MarkupProps {
        html: fn() -> Html,
    }
    // Static markup is rendered once, so no two of these are ever compared for a change.
    impl PartialEq for MarkupProps {
        fn eq(&self, _: &Self) -> bool {
            false
        }
    }
    #[function_component(Markup)]
    fn markup_component(props: &MarkupProps) -> Html {
        (props.html)()
    }
    let renderer = ServerRenderer::<Markup>::with_props(move || MarkupProps { html });
    futures::executor::block_on(renderer.hydratable(false).render())
}
