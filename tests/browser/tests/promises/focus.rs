//! Where the focus is, it can be seen: nothing of the page lies over it.

use std::thread::sleep;
use std::time::{Duration, Instant};

use browser_tests::session::key;
use browser_tests::{Browser, Setup, Visit, in_every_browser, tour};
use serde_json::{Value, json};

in_every_browser![what_has_the_focus_is_never_under_the_bar];

/// More presses than any screen has stops.
const PRESSES_AT_MOST: usize = 160;

fn what_has_the_focus_is_never_under_the_bar(browser: Browser) {
    let visit = Visit::begin_with(browser, Setup::default());
    tour::of_every_screen(&visit, |screen| {
        // A phone, and a desk at 400 %.
        for (width, height) in [(390, 664), (320, 256)] {
            if !["start", "question-several", "result", "plan", "summary"].contains(&screen) {
                continue;
            }
            visit.window(width, height);
            let place = format!("{browser:?}, {screen}, {width}x{height}");
            let down = walk(&visit, &place, |visit| visit.shell().press(&[key::TAB]));
            let up = walk(&visit, &place, |visit| visit.shell().press_with(key::SHIFT, key::TAB));
            assert!(down > 2 && up > 2, "{place}: {down} stops on the way down, {up} on the way up");
        }
    });
}

/// How many stops there are until the focus leaves the page's controls.
fn walk(visit: &Visit, place: &str, press: impl Fn(&Visit)) -> usize {
    visit.begin_round();
    for stops in 0..PRESSES_AT_MOST {
        press(visit);
        let Some(stop) = settled_stop(visit).filter(|_| !visit.went_round()) else { return stops };
        assert!(stop.is_free(), "{place}: {stop:?}");
    }
    panic!("{place}: the focus goes on for ever");
}

/// What has the focus and where it is in the window, in CSS pixels.
#[derive(Debug)]
struct Stop {
    name: String,
    top: f64,
    bottom: f64,
    bar: f64,
    window: f64,
}

impl Stop {
    /// Nothing of it is under the bar, and half of it or as much as a fingertip is in the window. What is larger than
    /// the room that there is may go on above it.
    fn is_free(&self) -> bool {
        let (height, room) = (self.bottom - self.top, self.window - self.bar);
        let seen = self.bottom.min(self.window) - self.top.max(self.bar);
        let below_the_bar = self.top >= self.bar - 1.0 || height > room;
        below_the_bar && seen >= (height / 2.0).min(22.0)
    }
}

/// The stop once the focus has arrived and the page has scrolled; `None` when it has left the page.
fn settled_stop(visit: &Visit) -> Option<Stop> {
    let begun = Instant::now();
    let mut last = stop(visit);
    loop {
        sleep(Duration::from_millis(30));
        let now = stop(visit);
        let same = match (&last, &now) {
            (Some(last), Some(now)) => last.name == now.name && last.top == now.top,
            _ => false,
        };
        let settled = same && now.as_ref().is_some_and(Stop::is_free);
        // On its way into or out of a frame the focus is nowhere for a moment.
        if settled || begun.elapsed() > Duration::from_secs(2) {
            return now;
        }
        last = now;
    }
}

fn stop(visit: &Visit) -> Option<Stop> {
    let look = "const at = arguments[0] ? document.querySelector('iframe') : document.activeElement;
        if (!at || at === document.body || at === document.documentElement) return null;
        const { top, bottom } = (at.closest('label') ?? at).getBoundingClientRect();
        const bar = document.querySelector('.bar');
        return [at.localName, top, bottom, bar ? bar.getBoundingClientRect().bottom : 0, innerHeight,
            `${at.id} ${at.textContent.trim().slice(0, 40)}`, Boolean(at.closest('.bar, .top'))]";
    let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
    // In WebKit what had the focus in the shell before is still called active when the program has it.
    let in_program =
        visit.browser() == Browser::WebKit && visit.program().script("return document.hasFocus()", json!([])) == true;
    let outer = visit.shell().script(look, json!([in_program]));
    let in_frame = outer[0] == "iframe";
    let inner = if in_frame { visit.program().script(look, json!([false])) } else { outer.clone() };
    if inner.is_null() {
        return None;
    }
    let shift = if in_frame { number(&outer[1]) } else { 0.0 };
    // What stands in the bar is on it, not under it.
    let bar = if outer[6] == true { 0.0 } else { number(&outer[3]) };
    Some(Stop {
        name: inner[5].as_str().unwrap_or_default().to_owned(),
        top: shift + number(&inner[1]),
        bottom: shift + number(&inner[2]),
        bar,
        window: number(&outer[4]),
    })
}
