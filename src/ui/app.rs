//! The one component: it owns the session and speaks with the shell and the browser's history.

use yew::prelude::*;

use super::{MISSING_ID, TITLE_ID, View};
use crate::embed::centre::Centre;
use crate::embed::message::{Contact, FromShell, ToShell};
use crate::session::{Action, Screen, Session};
use crate::take::{Take, Told};
use crate::voice::language;

#[cfg(target_arch = "wasm32")]
use crate::embed::host;

#[allow(clippy::large_enum_variant, reason = "one lives at a time")]
pub enum Message {
    Do(Action),
    Open(usize),
    Reach(Contact),
    Take(Take),
    Heard(FromShell),
    /// The browser's Back button was pressed.
    WentBack,
    /// The program has another height.
    Resized,
}

pub struct App {
    session: Session,
    centre: Option<Centre>,
    /// What became of the last try to print, copy or save.
    told: Option<Told>,
    /// The turn whose heading has the focus.
    shown: u32,
    /// The visitor did something in the program and its screen is not up yet.
    acted: bool,
    /// The shell named a language and has not heard yet that the screen speaks it.
    asked: bool,
    #[cfg(target_arch = "wasm32")]
    _browser: browser::Browser,
}

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let _ = context;
        Self {
            session: Session::default(),
            centre: None,
            told: None,
            shown: 0,
            acted: false,
            asked: false,
            #[cfg(target_arch = "wasm32")]
            _browser: browser::Browser::new(context.link()),
        }
    }

    fn update(&mut self, _: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Do(action) => self.apply(action),
            Message::Open(link) => {
                send(ToShell::Open(link));
                return false;
            }
            Message::Reach(contact) => {
                send(ToShell::Centre(contact));
                return false;
            }
            Message::Take(take) => self.told = Some(self.take(take)),
            Message::Heard(FromShell::Start(config)) => {
                self.centre = Centre::read(&config);
                #[cfg(target_arch = "wasm32")]
                browser::dress(&config);
                self.choose_language(&config.lang);
                self.choose_region(&config.region);
            }
            Message::Heard(FromShell::Region(id)) => self.choose_region(&id),
            Message::Heard(FromShell::Language(tag)) => self.choose_language(&tag),
            Message::WentBack => {
                if self.session.screen() == Screen::Start {
                    return false;
                }
                self.apply(Action::Back);
            }
            Message::Resized => {
                send_height();
                return false;
            }
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let link = context.link();
        super::screen(&View {
            session: &self.session,
            voice: self.session.voice(),
            act: link.callback(Message::Do),
            open: link.callback(Message::Open),
            centre: self.centre.as_ref(),
            reach: link.callback(Message::Reach),
            take: link.callback(Message::Take),
            told: self.told,
        })
    }

    fn rendered(&mut self, _: &Context<Self>, first: bool) {
        if first {
            send(ToShell::Ready);
        }
        if std::mem::take(&mut self.asked) {
            send(ToShell::Language(self.session.voice().locale.tag));
        }
        send_height();
        let missing = std::mem::take(&mut self.acted) && self.session.is_missing_answer();
        if missing || self.shown != self.session.turn() {
            self.shown = self.session.turn();
            send(ToShell::Top);
            // What has to be read next may stand far above the button that was pressed.
            focus(if missing { MISSING_ID } else { TITLE_ID });
        }
        #[cfg(target_arch = "wasm32")]
        browser::guard(self.session.screen() != Screen::Start);
    }
}

impl App {
    fn apply(&mut self, action: Action) {
        self.told = None;
        self.acted = true;
        let before = self.session.region().map(|r| r.id);
        self.session = self.session.after(action);
        if self.shown != self.session.turn() {
            blur();
        }
        let after = self.session.region().map(|r| r.id);
        if after != before {
            send(ToShell::Region(after.unwrap_or_default()));
        }
    }

    /// The shell named a language. The screen stays the same one, so that neither focus nor view move.
    fn choose_language(&mut self, tag: &str) {
        self.asked = true;
        let Some(locale) = language(tag) else { return };
        self.session = self.session.after(Action::Language(locale));
        #[cfg(target_arch = "wasm32")]
        browser::speak(self.session.voice());
    }

    fn take(&self, take: Take) -> Told {
        let sheet = crate::take::sheet(&self.session, &self.session.voice());
        let text = || crate::take::plain(&sheet);
        let done = match take {
            Take::Print => return if hand::print() { Told::Printing } else { Told::ByHand },
            Take::Copy => hand::copy(&text()).then_some(Told::Copied),
            Take::Save => hand::save(file_name(self.session.screen()), &text()).then_some(Told::Saved),
            Take::SaveRecord => hand::save("fhir", &self.record()).then_some(Told::Saved),
        };
        done.unwrap_or(Told::ByHand)
    }

    fn record(&self) -> String {
        crate::take::fhir::response(self.session.answers(), &self.session.voice())
    }

    /// The shell named a region; it needs no echo.
    fn choose_region(&mut self, id: &str) {
        let region = crate::content::DIRECTORY.region(id).map(|r| r.id);
        self.session = self.session.after(Action::Region(region));
    }
}

/// Which of the files that the gate lets through.
fn file_name(screen: Screen) -> &'static str {
    if screen == Screen::Plan { "plan" } else { "summary" }
}

/// Hands something over to the printer, the clipboard or the folder of downloads, by the functions of the gate.
#[cfg(target_arch = "wasm32")]
mod hand {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_name = careCheckCopy)]
        pub fn copy(text: &str) -> bool;
        #[wasm_bindgen(js_name = careCheckSave)]
        pub fn save(name: &str, text: &str) -> bool;
    }

    pub fn print() -> bool {
        gloo::utils::window().print().is_ok()
    }
}

/// Without a browser nothing can be handed over.
#[cfg(not(target_arch = "wasm32"))]
mod hand {
    pub fn copy(_: &str) -> bool {
        false
    }
    pub fn save(_: &str, _: &str) -> bool {
        false
    }
    pub fn print() -> bool {
        false
    }
}

fn send(message: ToShell) {
    #[cfg(target_arch = "wasm32")]
    host::send(message);
    #[cfg(not(target_arch = "wasm32"))]
    let _ = message;
}

fn focus(id: &str) {
    #[cfg(target_arch = "wasm32")]
    browser::focus(id);
    #[cfg(not(target_arch = "wasm32"))]
    let _ = id;
}

/// Browsers lay out the old and the new screen together when an element with the focus is taken out.
fn blur() {
    #[cfg(target_arch = "wasm32")]
    browser::blur();
}

fn send_height() {
    #[cfg(target_arch = "wasm32")]
    if let Some(height) = browser::height() {
        send(ToShell::Height(height));
    }
}

/// What the component asks of the browser.
#[cfg(target_arch = "wasm32")]
mod browser {
    use gloo::events::EventListener;
    use gloo::utils::{body, document, window};
    use wasm_bindgen::prelude::*;
    use web_sys::{HtmlElement, ResizeObserver};
    use yew::html::Scope;

    use super::{App, Message};
    use crate::embed::host;
    use crate::embed::message::Config;
    use crate::voice::Voice;

    /// What listens for as long as the component lives.
    pub struct Browser {
        _messages: EventListener,
        _back: EventListener,
        _observer: Option<ResizeObserver>,
        _resized: Closure<dyn FnMut()>,
    }

    impl Browser {
        pub fn new(link: &Scope<App>) -> Self {
            let heard = link.callback(Message::Heard);
            let went_back = link.callback(|()| Message::WentBack);
            let resized = link.callback(|()| Message::Resized);
            let on_resize = Closure::<dyn FnMut()>::new(move || resized.emit(()));
            let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok();
            if let Some(observer) = &observer {
                observer.observe(&body());
            }
            Self {
                _messages: host::listen(move |message| heard.emit(message)),
                _back: EventListener::new(&window(), "popstate", move |_| went_back.emit(())),
                _observer: observer,
                _resized: on_resize,
            }
        }
    }

    /// One entry of the browser's history stands for the whole visit, so that Back goes a question back and
    /// the history's length tells a host page nothing about how many questions were answered.
    pub fn guard(wanted: bool) {
        if wanted
            && !history_is_guarded()
            && let Ok(history) = window().history()
        {
            let _ = history.push_state(&JsValue::TRUE, "");
        }
    }

    /// The current entry is the one this program added.
    fn history_is_guarded() -> bool {
        window().history().and_then(|h| h.state()).is_ok_and(|state| state.is_truthy())
    }

    /// Puts on the theme and the colours that the site asks for.
    pub fn dress(config: &Config) {
        let Some(root) = document().document_element().and_then(|root| root.dyn_into::<HtmlElement>().ok()) else {
            return;
        };
        let _ = root.set_attribute("data-theme", &config.theme);
        // The shell made these colours, and the policy lets no style load anything.
        for (name, colour) in ["--accent", "--accent-strong", "--accent-wash"].into_iter().zip(config.accent.split(';'))
        {
            let _ = root.style().set_property(name, colour);
        }
    }

    /// The document says which language it speaks, as the screen in it does.
    pub fn speak(voice: Voice) {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("lang", voice.locale.tag);
        }
    }

    /// Moves the focus, so that a screen reader begins at the new screen.
    pub fn focus(id: &str) {
        if let Some(element) = document().get_element_by_id(id) {
            let _ = element.unchecked_into::<HtmlElement>().focus();
        }
    }

    /// Takes the focus from whatever has it.
    pub fn blur() {
        if let Some(element) = document().active_element() {
            let _ = element.unchecked_into::<HtmlElement>().blur();
        }
    }

    /// The height of the program in CSS pixels.
    pub fn height() -> Option<u32> {
        Some(body().get_bounding_client_rect().height().ceil() as u32)
    }
}
