//! One browser session: the few WebDriver commands that the tests need.
//!
//! A command that cannot fail in a healthy page panics when it does, and names itself.

use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::paper::{Paper, Printed};
use crate::webdriver::{Fault, call};

/// How long a page may take to do what it was asked to.
pub const PATIENCE: Duration = Duration::from_secs(15);

/// Keys as WebDriver names them.
pub mod key {
    pub const TAB: &str = "\u{e004}";
    pub const SHIFT: &str = "\u{e008}";
    pub const ENTER: &str = "\u{e007}";
    pub const SPACE: &str = " ";
    pub const DOWN: &str = "\u{e015}";
    pub const UP: &str = "\u{e013}";
}

/// The name under which WebDriver hands out elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

#[derive(Clone, Debug)]
pub struct Session {
    pub browser: Browser,
    port: u16,
    id: String,
}

impl Session {
    pub fn new(browser: Browser, port: u16, id: &str) -> Self {
        Self { browser, port, id: id.to_owned() }
    }

    fn send(&self, method: &str, command: &str, body: Option<Value>) -> Result<Value, Fault> {
        call(self.port, method, &format!("/session/{}/{command}", self.id), body.as_ref())
    }

    #[track_caller]
    fn must(&self, method: &str, command: &str, body: Option<Value>) -> Value {
        self.send(method, command, body).unwrap_or_else(|fault| panic!("{:?}, {command}: {fault}", self.browser))
    }

    pub fn go(&self, address: &str) {
        self.must("POST", "url", Some(json!({ "url": address })));
    }

    pub fn address(&self) -> String {
        self.must("GET", "url", None).as_str().unwrap_or_default().to_owned()
    }

    /// The browser's Back button.
    pub fn back(&self) {
        self.travel("back", "gBrowser.goBack()");
    }

    /// The browser's Forward button.
    pub fn forward(&self) {
        self.travel("forward", "gBrowser.goForward()");
    }

    /// The drivers of Firefox and WebKit wait for the whole page to come, also where only the frame's entry changes. So
    /// Firefox's own button is pressed, and in WebKit, whose buttons are out of reach, the page's script does the same.
    fn travel(&self, command: &str, button: &str) {
        match self.browser {
            Browser::Chromium => drop(self.must("POST", command, Some(json!({})))),
            Browser::Firefox => self.chrome(button, json!([])),
            // The page may go before its script has answered.
            Browser::WebKit => drop(self.try_script(&format!("history.{command}()"), json!([]))),
        }
    }

    /// Runs a script in Firefox's own window.
    fn chrome(&self, body: &str, arguments: Value) {
        self.must("POST", "moz/context", Some(json!({ "context": "chrome" })));
        let done = self.try_script(body, arguments);
        self.must("POST", "moz/context", Some(json!({ "context": "content" })));
        done.unwrap_or_else(|fault| panic!("Firefox's window, {body}: {fault}"));
    }

    pub fn reload(&self) {
        self.must("POST", "refresh", Some(json!({})));
    }

    /// A tab without a history, instead of the present one.
    pub fn fresh_tab(&self) {
        let fresh = self.must("POST", "window/new", Some(json!({ "type": "tab" })));
        self.must("DELETE", "window", None);
        self.must("POST", "window", Some(json!({ "handle": fresh["handle"] })));
    }

    /// Opens one more tab and goes there; returns the present one.
    pub fn one_more_tab(&self) -> Value {
        let own = self.tab();
        // WebKit's driver opens tabs behind the present one, where nothing is drawn.
        let kind = if self.browser == Browser::WebKit { "window" } else { "tab" };
        let fresh = self.must("POST", "window/new", Some(json!({ "type": kind })));
        self.to_tab(&fresh["handle"]);
        own
    }

    /// The present tab.
    pub fn tab(&self) -> Value {
        self.must("GET", "window", None)
    }

    pub fn to_tab(&self, handle: &Value) {
        self.must("POST", "window", Some(json!({ "handle": handle })));
    }

    /// The tabs and windows there are besides the present one.
    pub fn other_tabs(&self) -> Vec<Value> {
        let own = self.tab();
        let all = self.must("GET", "window/handles", None);
        all.as_array().into_iter().flatten().filter(|handle| **handle != own).cloned().collect()
    }

    /// Closes every tab and window but the present one.
    pub fn close_others(&self) {
        let own = self.tab();
        for other in self.other_tabs() {
            self.to_tab(&other);
            self.must("DELETE", "window", None);
        }
        self.to_tab(&own);
    }

    pub fn into_frame(&self, selector: &str) -> Result<(), Fault> {
        let frame = self.find(selector)?;
        self.send("POST", "frame", Some(json!({ "id": { ELEMENT: frame } }))).map(drop)
    }

    /// Into a frame that only a script can reach, given as an expression.
    pub fn into_frame_by(&self, expression: &str) -> Result<(), Fault> {
        let frame = self.try_script(&format!("return {expression}"), json!([]))?;
        self.send("POST", "frame", Some(json!({ "id": frame }))).map(drop)
    }

    pub fn out_of_frames(&self) {
        self.must("POST", "frame", Some(json!({ "id": null })));
    }

    fn find(&self, selector: &str) -> Result<String, Fault> {
        let found = self.send("POST", "element", Some(json!({ "using": "css selector", "value": selector })))?;
        Ok(found[ELEMENT].as_str().unwrap_or_default().to_owned())
    }

    /// A real click in the middle of an element.
    #[track_caller]
    pub fn click(&self, selector: &str) {
        let element = self.in_view(selector);
        self.click_element(&element);
    }

    /// Brings an element into the middle of the window, and waits until it is there. Firefox clicks where the element
    /// would be if the page around the frame were not scrolled to it.
    #[track_caller]
    fn in_view(&self, selector: &str) -> Value {
        let into_view = "const [selector, done] = arguments; const element = document.querySelector(selector);
            if (element) element.scrollIntoView({ block: 'center' });
            requestAnimationFrame(() => requestAnimationFrame(() => done(element)))";
        let element = self.script_later(into_view, json!([selector]));
        assert!(element.is_object(), "{:?}: there is no {selector} to click", self.browser);
        element
    }

    /// Presses the mouse button on an element and lets it go just below it.
    #[track_caller]
    pub fn press_and_move_off(&self, selector: &str) {
        let element = self.in_view(selector);
        let height = self.script("return arguments[0].offsetHeight", json!([element])).as_i64().unwrap_or_default();
        let to = |y: i64| json!({ "type": "pointerMove", "x": 0, "y": y, "origin": element });
        let actions = json!([to(0), { "type": "pointerDown", "button": 0 }, to(height / 2 + 4), { "type": "pointerUp", "button": 0 }]);
        let mouse = json!({ "type": "pointer", "id": "mouse", "actions": actions });
        let moved = self.send("POST", "actions", Some(json!({ "actions": [mouse] })));
        moved.unwrap_or_else(|fault| panic!("{:?}, {selector}: {fault}", self.browser));
    }

    /// A real click on an element that a script returned.
    #[track_caller]
    pub fn click_element(&self, element: &Value) {
        let id = element[ELEMENT].as_str().unwrap_or_default();
        self.must("POST", &format!("element/{id}/click"), Some(json!({})));
    }

    /// Chooses an option of a `<select>` as a visitor does.
    #[track_caller]
    pub fn select(&self, selector: &str, value: &str) {
        self.click(&format!("{selector} option[value=\"{value}\"]"));
    }

    /// Presses and releases keys, one after the other, wherever the focus is.
    #[track_caller]
    pub fn press(&self, keys: &[&str]) {
        let strokes = keys.iter().flat_map(|key| [("keyDown", *key), ("keyUp", *key)]);
        self.strokes(strokes);
    }

    /// The same, where a key may take the page away before it is released.
    pub fn press_and_leave(&self, keys: &[&str]) {
        let strokes = keys.iter().flat_map(|key| [("keyDown", *key), ("keyUp", *key)]);
        let _ = self.send("POST", "actions", Some(keyboard(strokes)));
    }

    /// Presses a key while another is held.
    #[track_caller]
    pub fn press_with(&self, held: &str, key: &str) {
        self.strokes([("keyDown", held), ("keyDown", key), ("keyUp", key), ("keyUp", held)]);
    }

    #[track_caller]
    fn strokes<'a>(&self, strokes: impl IntoIterator<Item = (&'a str, &'a str)>) {
        self.must("POST", "actions", Some(keyboard(strokes)));
    }

    /// The body of a function, run in the page.
    #[track_caller]
    pub fn script(&self, body: &str, arguments: Value) -> Value {
        self.must("POST", "execute/sync", Some(json!({ "script": body, "args": arguments })))
    }

    /// The same, where the page may be in the middle of going away.
    pub fn try_script(&self, body: &str, arguments: Value) -> Result<Value, Fault> {
        self.send("POST", "execute/sync", Some(json!({ "script": body, "args": arguments })))
    }

    /// The body of a function whose last argument takes the result.
    #[track_caller]
    pub fn script_later(&self, body: &str, arguments: Value) -> Value {
        self.must("POST", "execute/async", Some(json!({ "script": body, "args": arguments })))
    }

    /// The same, where the page may be in the middle of going away.
    pub fn try_script_later(&self, body: &str, arguments: Value) -> Result<Value, Fault> {
        self.send("POST", "execute/async", Some(json!({ "script": body, "args": arguments })))
    }

    /// Gives the page a window of this many CSS pixels inside.
    pub fn window(&self, width: u32, height: u32) {
        match self.browser {
            Browser::Chromium => {
                let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
                self.devtools("Emulation.setDeviceMetricsOverride", metrics);
            }
            Browser::Firefox => {
                // Firefox makes no window narrower than 500 pixels, so the page gets a part of one.
                self.must("POST", "window/rect", Some(json!({ "width": 1400, "height": 1000 })));
                let fit = "const [width, height] = arguments; const style = gBrowser.selectedBrowser.style;
                    style.width = width + 'px'; style.height = height + 'px';
                    style.minWidth = '0'; style.flex = 'none'; style.alignSelf = 'start'";
                self.chrome(fit, json!([width, height]));
            }
            Browser::WebKit => {
                // The window is higher than the page by its bars.
                let bars = self.script("return outerHeight - innerHeight", json!([])).as_u64().unwrap_or(0);
                self.must("POST", "window/rect", Some(json!({ "width": width, "height": u64::from(height) + bars })));
            }
        }
        wait(&format!("the window to be {width} by {height}"), || {
            self.script("return [innerWidth, innerHeight]", json!([])) == json!([width, height])
        });
    }

    /// Types a text into an input, as keys do.
    #[track_caller]
    pub fn type_into(&self, selector: &str, text: &str) {
        self.click(selector);
        let found = self.find(selector).unwrap_or_else(|fault| panic!("{:?}, {selector}: {fault}", self.browser));
        self.must("POST", &format!("element/{found}/value"), Some(json!({ "text": text })));
    }

    /// Lets what the page saves arrive in a folder, without asking.
    pub fn downloads_into(&self, folder: &Path) {
        let folder = folder.display().to_string();
        match self.browser {
            Browser::Chromium => {
                let to = json!({ "behavior": "allow", "downloadPath": folder });
                self.devtools("Browser.setDownloadBehavior", to);
            }
            Browser::Firefox => {
                let prefer = "Services.prefs.setIntPref('browser.download.folderList', 2);
                    Services.prefs.setStringPref('browser.download.dir', arguments[0]);
                    Services.prefs.setBoolPref('browser.download.useDownloadDir', true);
                    Services.prefs.setBoolPref('browser.download.alwaysOpenPanel', false)";
                self.chrome(prefer, json!([folder]));
            }
            Browser::WebKit => panic!("{:?}'s driver does not say where files go", self.browser),
        }
    }

    /// The whole tab on paper, as its browser's own menu prints it, without the colours of grounds.
    pub fn printed(&self, paper: Paper) -> Printed {
        let (width, height) = paper.size();
        let page = json!({ "page": { "width": width, "height": height }, "background": false });
        Printed::new(&decoded(&self.must("POST", "print", Some(page))))
    }

    /// Lets what the page itself prints arrive in a file, with its title above and nothing else in the margins. Firefox
    /// alone does that; Chromium without a window prints nothing then.
    pub fn prints_into(&self, printed: &Printed, paper: Paper) {
        let prefer = "const [file, paper] = arguments; const printer = 'Mozilla Save to PDF';
            const of = 'print.printer_' + printer.replaceAll(' ', '_') + '.';
            Services.prefs.setBoolPref('print.always_print_silent', true);
            Services.prefs.setStringPref('print_printer', printer);
            Services.prefs.setBoolPref(of + 'print_to_file', true);
            Services.prefs.setStringPref(of + 'print_to_filename', file);
            Services.prefs.setStringPref(of + 'print_paper_id', paper);
            for (const place of ['headerright', 'footerleft', 'footerright']) {
                Services.prefs.setStringPref(of + 'print_' + place, '');
            }";
        let name = match paper {
            Paper::A4 => "iso_a4",
            Paper::Letter => "na_letter",
        };
        self.chrome(prefer, json!([printed.file(), name]));
    }

    /// A command of Chromium's own protocol.
    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.must("POST", "goog/cdp/execute", Some(json!({ "cmd": command, "params": parameters })))
    }

    /// What the page logged since the last call; Chromium alone can say.
    pub fn logged(&self) -> Vec<String> {
        let entries = self.must("POST", "se/log", Some(json!({ "type": "browser" })));
        let said = |entry: &Value| {
            format!(
                "{}: {}",
                entry["level"].as_str().unwrap_or_default(),
                entry["message"].as_str().unwrap_or_default()
            )
        };
        entries.as_array().into_iter().flatten().map(said).collect()
    }

    /// What is on the screen, as PNG.
    pub fn screenshot(&self) -> Vec<u8> {
        decoded(&self.must("GET", "screenshot", None))
    }

    pub fn save_screenshot(&self, path: &Path) {
        if let Ok(taken) = self.send("GET", "screenshot", None) {
            let _ = std::fs::write(path, decoded(&taken));
        }
    }
}

/// Strokes as WebDriver takes them.
fn keyboard<'a>(strokes: impl IntoIterator<Item = (&'a str, &'a str)>) -> Value {
    let actions: Vec<Value> = strokes.into_iter().map(|(what, key)| json!({ "type": what, "value": key })).collect();
    json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] })
}

fn decoded(picture: &Value) -> Vec<u8> {
    STANDARD.decode(picture.as_str().unwrap_or_default()).unwrap_or_default()
}

/// Waits until something is so.
#[track_caller]
pub fn wait(what: &str, mut so: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !so() {
        assert!(begun.elapsed() < PATIENCE, "waited {} s for {what}", PATIENCE.as_secs());
        sleep(Duration::from_millis(20));
    }
}
