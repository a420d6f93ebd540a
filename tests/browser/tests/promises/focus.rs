//! Where the focus is, it can be seen: nothing of the page lies over it.

use std::thread::sleep;
use std::time::{Duration, Instant};

use browser_tests::session::key;
use browser_tests::{Browser, Setup, Shown, Visit, cases, in_every_browser, tour};
use care_check::content::LOCALES;
use care_check_engine::QuestionKind;
use serde_json::{Value, json};

in_every_browser![
    what_has_the_focus_is_never_under_the_bar;
    not_in_webkit: inside_another_page_what_has_the_focus_is_never_under_the_bar
];

/// More presses than any screen has stops.
const PRESSES_AT_MOST: usize = 160;

fn what_has_the_focus_is_never_under_the_bar(browser: Browser) {
    let visit = Visit::begin_with(browser, Setup::default());
    tour::of_every_screen(&visit, |screen| {
        if !["start", "question-several", "result", "plan", "summary"].contains(&screen) {
            return;
        }
        // A phone, where the bar is taller in another language; and a desk at 400 %, where it has no words.
        for (width, height, locale) in [(390, 664, LOCALES[1]), (320, 256, LOCALES[0])] {
            // WebKit's driver presses nothing in a window as low as the second.
            visit.window(390, 664);
            visit.speak(locale.tag);
            visit.window(width, height);
            expect_free_stops(&visit, &format!("{browser:?}, {screen}, {width}x{height}"));
        }
    });
}

/// There the bar is at the beginning or at the end of the frame, whichever is in the window.
fn inside_another_page_what_has_the_focus_is_never_under_the_bar(browser: Browser) {
    let several = cases::first_of(QuestionKind::Several, &cases::mildest());
    for (width, height) in [(390, 664), (1280, 600)] {
        let visit = Visit::on_host(browser, Setup::default(), "one");
        visit.host().window(width, height);
        visit.expect(Shown::Start);
        visit.act("begin");
        visit.expect(Shown::Question(several));
        visit.let_it_settle();
        expect_free_stops(&visit, &format!("{browser:?}, a question inside another page, {width}x{height}"));
    }
}

/// On the way down and up through everything that takes the focus.
#[track_caller]
fn expect_free_stops(visit: &Visit, place: &str) {
    let down = walk(visit, place, |visit| visit.shell().press(&[key::TAB]));
    let up = walk(visit, place, |visit| visit.shell().press_with(key::SHIFT, key::TAB));
    assert!(down > 2 && up > 2, "{place}: {down} stops on the way down, {up} on the way up");
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
    place: Span,
    /// What stands in the bar is on it, not under it.
    bar: Option<Span>,
    /// The page is as large as the window, or as much of a frame as is in the window.
    window: Span,
}

/// From one height to another.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Span(f64, f64);

impl Span {
    fn overlap(self, other: Self) -> f64 {
        (self.1.min(other.1) - self.0.max(other.0)).max(0.0)
    }

    fn down(self, by: f64) -> Self {
        Self(self.0 + by, self.1 + by)
    }
}

impl Stop {
    /// Nothing of it is under the bar, and half of it or as much as a fingertip is in the window. What is larger than
    /// the room that there is may go on under it.
    fn is_free(&self) -> bool {
        let height = self.place.1 - self.place.0;
        let under = self.bar.map_or(0.0, |bar| self.place.overlap(bar));
        let room = self.window.1 - self.window.0 - self.bar.map_or(0.0, |bar| self.window.overlap(bar));
        let seen = self.place.overlap(self.window) - under;
        (under <= 1.0 || height > room) && seen >= (height / 2.0).min(22.0)
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
            (Some(last), Some(now)) => last.name == now.name && last.place == now.place && last.bar == now.bar,
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
        const bar = at.closest('.bar') ? null : document.querySelector('.bar')?.getBoundingClientRect();
        return { frame: at.localName === 'iframe', top, bottom, bar: bar && [bar.top, bar.bottom], height: innerHeight,
            name: `${at.id} ${at.textContent.trim().slice(0, 40)}` }";
    let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
    // A frame that has lost the focus may still name what had it.
    let is_here = "return document.activeElement.localName === 'care-check'";
    if visit.is_embedded() && visit.host().script(is_here, json!([])) != true {
        return None;
    }
    // In WebKit what had the focus in the shell before is still called active when the program has it.
    let in_program =
        visit.browser() == Browser::WebKit && visit.program().script("return document.hasFocus()", json!([])) == true;
    let outer = visit.shell().script(look, json!([in_program]));
    let in_frame = outer["frame"] == true;
    let inner = if in_frame { visit.program().script(look, json!([false])) } else { outer.clone() };
    if inner.is_null() {
        return None;
    }
    let shift = if in_frame { number(&outer["top"]) } else { 0.0 };
    let (around, window) = surroundings(visit, number(&outer["height"]));
    Some(Stop {
        name: inner["name"].as_str().unwrap_or_default().to_owned(),
        place: Span(number(&inner["top"]), number(&inner["bottom"])).down(shift + around),
        bar: outer["bar"].is_array().then(|| Span(number(&outer["bar"][0]), number(&outer["bar"][1])).down(around)),
        window,
    })
}

/// Where the page begins in the window, and what of the window it has.
fn surroundings(visit: &Visit, height: f64) -> (f64, Span) {
    if !visit.is_embedded() {
        return (0.0, Span(0.0, height));
    }
    let look = "const frame = document.querySelector('care-check').shadowRoot.querySelector('iframe');
        return [frame.getBoundingClientRect().top, innerHeight]";
    let seen = visit.host().script(look, json!([]));
    let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
    let top = number(&seen[0]);
    (top, Span(top.max(0.0), (top + height).min(number(&seen[1]))))
}
