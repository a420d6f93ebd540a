//! Browsers with the usual setup, lent to one test after another: a fresh tab is quicker than a fresh browser.

use std::ops::Deref;
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;

use serde_json::json;

use crate::browser::{Browser, Running, Setup};
use crate::session::Session;

/// More browsers at once than this make each other slow.
const AT_ONCE: usize = 2;

struct Pool {
    state: Mutex<State>,
    returned: Condvar,
}

struct State {
    idle: Vec<Running>,
    lent: usize,
}

static CHROMIUM: Pool = Pool::new();
static FIREFOX: Pool = Pool::new();
static WEBKIT: Pool = Pool::new();

impl Pool {
    const fn new() -> Self {
        Self { state: Mutex::new(State { idle: Vec::new(), lent: 0 }), returned: Condvar::new() }
    }

    fn of(browser: Browser) -> &'static Self {
        match browser {
            Browser::Chromium => &CHROMIUM,
            Browser::Firefox => &FIREFOX,
            Browser::WebKit => &WEBKIT,
        }
    }
}

/// A browser until the end of a test.
pub struct Lent {
    /// `None` only while it is given back.
    running: Option<Running>,
    /// Whose turn it was; a browser with a setup of its own is nobody's.
    pool: Option<&'static Pool>,
}

/// A browser with a fresh tab.
pub fn lend(browser: Browser, setup: Setup) -> Lent {
    if setup != Setup::default() {
        let lent = Lent { running: Some(browser.start(setup)), pool: None };
        if browser == Browser::Chromium && setup.forced_colours {
            let forced = json!({ "name": "forced-colors", "value": "active" });
            lent.devtools("Emulation.setEmulatedMedia", json!({ "features": [forced] }));
        }
        return lent;
    }
    let pool = Pool::of(browser);
    let state = pool.state.lock().unwrap_or_else(PoisonError::into_inner);
    let busy = |state: &mut State| state.idle.is_empty() && state.lent >= AT_ONCE;
    let mut state = pool.returned.wait_while(state, busy).unwrap_or_else(PoisonError::into_inner);
    let idle = state.idle.pop();
    state.lent += 1;
    drop(state);
    // From here on, what goes wrong gives the turn back.
    let mut lent = Lent { running: idle, pool: Some(pool) };
    let is_new = lent.running.is_none();
    let running = lent.running.get_or_insert_with(|| browser.start(setup));
    // WebKit's first tab has one entry less in its history than the others, so nobody gets it.
    if !is_new || browser == Browser::WebKit {
        running.session.fresh_tab();
    }
    if browser == Browser::Chromium {
        // A tab that is not the browser's first has no focus in a browser without a window, and loses keys.
        lent.devtools("Emulation.setFocusEmulationEnabled", json!({ "enabled": true }));
    }
    lent
}

impl Deref for Lent {
    type Target = Session;

    fn deref(&self) -> &Session {
        &self.running.as_ref().expect("a browser is there until the end").session
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        let Some(pool) = self.pool else { return };
        let mut state = pool.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.lent -= 1;
        // After a failure nobody knows what state the browser is in.
        if !thread::panicking() {
            state.idle.extend(self.running.take());
        }
        drop(state);
        pool.returned.notify_one();
    }
}
