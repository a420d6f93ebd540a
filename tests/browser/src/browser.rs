//! The browsers: how they are set up, started and ended.

use std::env;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::session::Session;
use crate::tools;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    Chromium,
    Firefox,
    /// WebKitGTK, the engine of Safari as Linux has it; not Safari.
    WebKit,
}

/// What is unusual about a browser. The default is what most visitors have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setup {
    /// The system asks for dark pages.
    pub dark: bool,
    /// Scripts run.
    pub scripts: bool,
    /// Text is twice as large as usual.
    pub large_text: bool,
    /// The system has a few colours of its own and lets pages have no others.
    pub forced_colours: bool,
    /// The languages the browser asks for, which suggest a region.
    pub languages: &'static str,
    /// The driver waits for the whole page to come before it does anything with it.
    pub waits_for_the_page: bool,
    /// Chromium puts a sandboxed frame into a process of its own, where the driver hears nothing of its errors.
    pub frame_in_own_process: bool,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            dark: false,
            scripts: true,
            large_text: false,
            forced_colours: false,
            languages: "en-US,en",
            waits_for_the_page: true,
            frame_in_own_process: true,
        }
    }
}

/// What the keeper is told to start.
#[derive(Debug, Serialize, Deserialize)]
pub struct Order {
    pub driver: PathBuf,
    pub arguments: Vec<String>,
    pub capabilities: Value,
    /// What a driver calls its port that neither chooses one nor says so.
    pub port: Option<String>,
    /// The server that makes a display of its own, for a browser that cannot do without one.
    pub display: Option<PathBuf>,
}

/// A browser with its driver. It ends when this is dropped, or with the process.
pub struct Running {
    keeper: Child,
    pub session: Session,
}

impl Browser {
    /// Starts a browser with a profile of its own.
    pub fn start(self, setup: Setup) -> Running {
        let mut keeper = Command::new(keeper_program())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            // Ctrl-C is for the tests; the keeper still has to tidy up then.
            .process_group(0)
            .spawn()
            .unwrap_or_else(|error| {
                panic!("cannot start browser-keeper ({error}); `cargo build --package browser-tests` builds it")
            });
        let answer = introduce(&mut keeper, &self.order(setup));
        match (answer["port"].as_u64().and_then(|port| u16::try_from(port).ok()), answer["session"].as_str()) {
            (Some(port), Some(id)) => Running { session: Session::new(self, port, id), keeper },
            _ => panic!("{self:?} did not start: {}", answer["fault"].as_str().unwrap_or("it gave no reason")),
        }
    }

    fn order(self, setup: Setup) -> Order {
        let named = |variable, what| tools::given(variable, what).display().to_string();
        let (driver, arguments, capabilities) = match self {
            Self::Chromium => (
                tools::given("CHROMEDRIVER", "chromedriver"),
                ["--port=0"].as_slice(),
                chromium(setup, &named("CHROMIUM", "Chromium")),
            ),
            Self::Firefox => (
                tools::given("GECKODRIVER", "geckodriver"),
                // The system access is for windows narrower than Firefox makes them by itself.
                ["--port", "0", "--allow-system-access"].as_slice(),
                firefox(setup, &named("FIREFOX", "Firefox")),
            ),
            Self::WebKit => (
                tools::given("WEBKITDRIVER", "WebKitWebDriver"),
                [].as_slice(),
                webkit(setup, &named("WEBKIT", "WebKitGTK's MiniBrowser")),
            ),
        };
        let needs_display = self == Self::WebKit;
        Order {
            driver,
            arguments: arguments.iter().map(ToString::to_string).collect(),
            capabilities,
            port: needs_display.then(|| "--port=".to_owned()),
            display: needs_display.then(|| tools::given("XVFB", "Xvfb")),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        let _ = self.keeper.wait();
    }
}

fn introduce(keeper: &mut Child, order: &Order) -> Value {
    if let Some(input) = &mut keeper.stdin {
        let _ = writeln!(input, "{}", json!(order));
    }
    let mut line = String::new();
    if let Some(output) = &mut keeper.stdout {
        let _ = BufReader::new(output).read_line(&mut line);
    }
    serde_json::from_str(&line).unwrap_or_default()
}

/// Cargo puts tests one folder below the programs of the same package.
fn keeper_program() -> PathBuf {
    let own = env::current_exe().unwrap_or_default();
    let name = "browser-keeper";
    own.ancestors().skip(1).take(2).map(|folder| folder.join(name)).find(|path| path.is_file()).unwrap_or(name.into())
}

fn page_load_strategy(setup: Setup) -> &'static str {
    if setup.waits_for_the_page { "normal" } else { "none" }
}

fn chromium(setup: Setup, binary: &str) -> Value {
    let mut arguments = vec![
        "--headless=new",
        // Debian's Chromium refuses to run as root with its own sandbox; the frame's sandbox is another thing.
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        // A page that is still gliding moves away under the mouse.
        "--force-prefers-reduced-motion",
    ];
    if setup.dark {
        arguments.push("--blink-settings=preferredColorScheme=0");
    }
    // What the browser would ask its maker by itself.
    let mut off = vec!["OptimizationHints", "OptimizationGuideModelDownloading", "MediaRouter"];
    if !setup.frame_in_own_process {
        off.push("IsolateSandboxedIframes");
    }
    let off = format!("--disable-features={}", off.join(","));
    arguments.push(&off);
    let scripts = if setup.scripts { 1 } else { 2 };
    let text = if setup.large_text { 32 } else { 16 };
    json!({
        "browserName": "chrome",
        "pageLoadStrategy": page_load_strategy(setup),
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": {
            "binary": binary,
            "args": arguments,
            "prefs": {
                "intl.accept_languages": setup.languages,
                "webkit.webprefs.default_font_size": text,
                "profile.managed_default_content_settings.javascript": scripts,
            },
        },
    })
}

fn firefox(setup: Setup, binary: &str) -> Value {
    json!({
        "browserName": "firefox",
        "pageLoadStrategy": page_load_strategy(setup),
        "moz:firefoxOptions": {
            "binary": binary,
            "args": ["-headless"],
            "prefs": {
                "intl.accept_languages": setup.languages,
                "javascript.enabled": setup.scripts,
                "font.size.variable.x-western": if setup.large_text { 32 } else { 16 },
                "ui.systemUsesDarkTheme": i32::from(setup.dark),
                "ui.prefersReducedMotion": 1,
                "browser.display.document_color_use": if setup.forced_colours { 2 } else { 0 },
            },
        },
    })
}

/// MiniBrowser takes its sizes, colours and languages from the desktop, so of these there are the usual ones only.
/// Its sandbox around its own processes stays off, which is how it starts: that one wants namespaces, and the frame's
/// sandbox is another thing.
fn webkit(setup: Setup, binary: &str) -> Value {
    let usual = setup.languages == Setup::default().languages && !setup.large_text && !setup.forced_colours;
    assert!(usual, "MiniBrowser cannot be set up so: {setup:?}");
    // As the other drivers have it, a page needs nobody's press to open a window.
    let mut arguments = vec!["--automation", "--javascript-can-open-windows-automatically=1"];
    if setup.dark {
        arguments.push("--dark-mode");
    }
    if !setup.scripts {
        arguments.push("--enable-javascript=0");
    }
    json!({ "webkitgtk:browserOptions": { "binary": binary, "args": arguments } })
}
