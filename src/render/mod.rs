//! Host only: renders the shell and any screen as static markup, for the sealed page and for tests.

pub mod shell;

use std::rc::Rc;

use yew::ServerRenderer;
use yew::prelude::*;

use crate::content::LOCALES;
use crate::embed::centre::Centre;
use crate::session::Session;
use crate::ui::{self, View};

/// The program's markup for a session.
pub fn screen(session: Session) -> String {
    screen_for(session, None)
}

/// The program's markup on the site of a centre.
pub fn screen_for(session: Session, centre: Option<Centre>) -> String {
    markup(move || ui::screen(&View { centre: centre.as_ref(), ..View::still(&session, session.voice()) }))
}

/// The page a visitor sees: the shell with the program's screen in its place.
pub fn page(session: Session) -> String {
    shell::markup(LOCALES).replace(shell::PROGRAM_MARK, &screen(session))
}

/// Any markup as text.
fn markup(html: impl Fn() -> Html + Send + 'static) -> String {
    let renderer = ServerRenderer::<Static>::with_props(move || StaticProps { html: Rc::new(html) });
    futures::executor::block_on(renderer.hydratable(false).render())
}

#[derive(Properties)]
struct StaticProps {
    html: Rc<dyn Fn() -> Html>,
}

// Static markup is rendered once, so no two of these are ever compared for a change.
impl PartialEq for StaticProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

#[function_component(Static)]
fn static_markup(props: &StaticProps) -> Html {
    (props.html)()
}
