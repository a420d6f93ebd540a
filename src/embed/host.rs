//! Sends messages to the shell and hears its own. Only the shell is heard: the parent of this frame.

use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::MessageEvent;

use super::message::{FromShell, ToShell};

/// Sends a message to the page around the program. Without one, nothing happens.
pub fn send(message: ToShell) {
    if let Ok(Some(parent)) = window().parent() {
        // The shell may be a file on disk, whose origin cannot be named; the vocabulary holds no secret.
        let _ = parent.post_message(&JsValue::from_str(&message.to_string()), "*");
    }
}

/// Calls back for every message of the vocabulary that the shell sends.
pub fn listen(heard: impl Fn(FromShell) + 'static) -> EventListener {
    EventListener::new(&window(), "message", move |event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
        let parent = window().parent().ok().flatten();
        let from_shell = match (event.source(), &parent) {
            (Some(source), Some(parent)) => AsRef::<JsValue>::as_ref(&source) == AsRef::<JsValue>::as_ref(parent),
            _ => false,
        };
        if !from_shell {
            return;
        }
        if let Some(message) = event.data().as_string().as_deref().and_then(FromShell::parse) {
            heard(message);
        }
    })
}
