//! A visit: what a visitor can see and do, by the protocol's ids.

use std::cell::Cell;
use std::env;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use care_check::content::{DIRECTORY, PROTOCOL};
use care_check::embed::message::ToShell;
use care_check_engine::help::Region;
use care_check_engine::{Answers, OptionSet, QuestionIx, path};
use serde_json::{Value, json};

use crate::browser::{Browser, Setup};
use crate::paper::{Paper, Printed};
use crate::pool::{self, Lent};
use crate::server;
use crate::session::{PATIENCE, Session, wait};

/// The screen that the program shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    Start,
    Question(QuestionIx),
    Review,
    Result,
    Plan,
    Summary,
    Emergency,
}

/// One of the documents of a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Top,
    Shell,
    Program,
}

pub struct Visit {
    lent: Lent,
    /// Where commands go just now.
    place: Cell<Place>,
    /// Which `<care-check>` of a host page the shell is in; `None` when the shell is the page itself.
    embedded: Option<usize>,
}

/// The result screen.
#[derive(Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub level: String,
    /// Ids of the rules given as reasons.
    pub reasons: Vec<String>,
    /// Ids of the rules under the fold.
    pub supporting: Vec<String>,
}

/// The region that the tests' browsers suggest by their language.
pub const REGION: &str = "us";

impl Visit {
    /// A visit at the first screen, in a fresh tab.
    #[track_caller]
    pub fn begin(browser: Browser) -> Self {
        Self::begin_with(browser, Setup::default())
    }

    #[track_caller]
    pub fn begin_with(browser: Browser, setup: Setup) -> Self {
        let visit = Self::open(browser, setup);
        visit.expect(Shown::Start);
        visit.let_it_settle();
        visit
    }

    /// The page, whatever it shows.
    pub fn open(browser: Browser, setup: Setup) -> Self {
        Self::open_with(browser, setup, "")
    }

    /// The page by an address that asks for something: `?…` or `#…`.
    pub fn open_with(browser: Browser, setup: Setup, asked: &str) -> Self {
        let visit = Self { lent: pool::lend(browser, setup), place: Cell::new(Place::Top), embedded: None };
        visit.lent.go(&(server::page() + asked));
        visit
    }

    /// A page of `tests/browser/hosts/`; commands to the shell go to its first `<care-check>`.
    pub fn on_host(browser: Browser, setup: Setup, host: &str) -> Self {
        Self::at(browser, setup, &server::host(host))
    }

    /// The same with any page that holds a `<care-check>`.
    pub fn at(browser: Browser, setup: Setup, address: &str) -> Self {
        let visit = Self { lent: pool::lend(browser, setup), place: Cell::new(Place::Top), embedded: Some(0) };
        visit.lent.go(address);
        visit
    }

    /// The same visit in another `<care-check>` of the page.
    pub fn in_element(&mut self, place: usize) {
        self.embedded = Some(place);
        self.came_again();
    }

    /// The page of the host site; the next command to shell or program goes back into the frame.
    pub fn host(&self) -> &Session {
        self.came_again();
        &self.lent
    }

    pub fn is_embedded(&self) -> bool {
        self.embedded.is_some()
    }

    #[track_caller]
    fn enter_shell(&self) {
        self.lent.out_of_frames();
        if let Some(place) = self.embedded {
            let frame = format!("document.querySelectorAll('care-check')[{place}].shadowRoot.querySelector('iframe')");
            wait("the element's frame", || self.lent.into_frame_by(&frame).is_ok());
        }
    }

    pub fn browser(&self) -> Browser {
        self.lent.browser
    }

    /// The page around the program.
    pub fn shell(&self) -> &Session {
        if self.place.replace(Place::Shell) != Place::Shell {
            self.enter_shell();
        }
        &self.lent
    }

    /// What a script says in the page around the program, or nothing where that page never came.
    pub fn try_shell(&self, body: &str, arguments: Value) -> Value {
        let place = self.embedded.unwrap_or_default();
        let frame = format!("document.querySelectorAll('care-check')[{place}].shadowRoot.querySelector('iframe')");
        self.came_again();
        let entered = self.lent.into_frame_by(&frame);
        let said = entered.and_then(|()| self.lent.try_script(body, arguments));
        self.came_again();
        said.unwrap_or_default()
    }

    /// The program in its frame.
    #[track_caller]
    pub fn program(&self) -> &Session {
        if self.place.replace(Place::Program) != Place::Program {
            self.enter_shell();
            wait("the program's frame", || self.lent.into_frame("iframe").is_ok());
        }
        &self.lent
    }

    /// After the page went and came again, its frame is another one.
    pub fn came_again(&self) {
        self.place.set(Place::Top);
        self.lent.out_of_frames();
    }

    /// The screen of the program itself; `None` while there is only the one rendered at build.
    fn shown(&self) -> Option<Shown> {
        let look = "const screen = document.querySelector('body > main[data-screen]');
            const question = screen && screen.querySelector('fieldset[data-question]');
            return screen && [screen.dataset.screen, question ? question.dataset.question : '']";
        let frame = self.program();
        let Ok(seen) = frame.try_script(look, json!([])) else {
            self.came_again();
            return None;
        };
        let question = || PROTOCOL.question(seen[1].as_str()?).map(Shown::Question);
        match seen[0].as_str()? {
            "start" => Some(Shown::Start),
            "question" => question(),
            "review" => Some(Shown::Review),
            "result" => Some(Shown::Result),
            "plan" => Some(Shown::Plan),
            "summary" => Some(Shown::Summary),
            "emergency" => Some(Shown::Emergency),
            other => panic!("the program shows a screen {other}, which these tests do not know"),
        }
    }

    /// Waits for a screen.
    #[track_caller]
    pub fn expect(&self, screen: Shown) {
        let mut seen = None;
        let what = || format!("{} in {:?}", name(Some(screen)), self.browser());
        let begun = Instant::now();
        loop {
            let now = self.shown();
            if now == Some(screen) {
                return;
            }
            seen = now.or(seen);
            assert!(begun.elapsed() < PATIENCE, "waited for {}, saw {}", what(), name(seen));
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// The screen that is shown now, once the program is up.
    #[track_caller]
    pub fn screen(&self) -> Shown {
        let mut seen = None;
        wait("the program", || {
            seen = self.shown();
            seen.is_some()
        });
        seen.unwrap_or(Shown::Start)
    }

    /// Chooses a language in the shell, and waits until shell and program speak it.
    #[track_caller]
    pub fn speak(&self, tag: &str) {
        self.shell().click(&format!("button[data-speak][lang=\"{tag}\"]"));
        self.expect_language(tag);
    }

    /// Waits until shell and program speak a language.
    #[track_caller]
    pub fn expect_language(&self, tag: &str) {
        let screen = "const { lang } = document.documentElement;
            const screen = document.querySelector('body > main[data-screen]'); return [lang, screen && screen.lang]";
        wait(&format!("the program to speak {tag}"), || self.program().script(screen, json!([])) == json!([tag, tag]));
        let blocks = "return [document.documentElement.lang, ...new Set(
            Array.from(document.querySelectorAll('[data-lang]:not([hidden])'), (block) => block.lang))]";
        assert_eq!(self.shell().script(blocks, json!([])), json!([tag, tag]));
    }

    /// Writes both documents in a direction, as a language of it would.
    #[track_caller]
    pub fn turn(&self, direction: &str) {
        let turn = "for (const element of document.querySelectorAll(':root, [dir]')) element.dir = arguments[0];
            return getComputedStyle(document.querySelector('main, .bar')).direction";
        for session in [Self::shell, Self::program] {
            assert_eq!(session(self).script(turn, json!([direction])), direction);
        }
        self.let_it_settle();
    }

    /// Clicks a button: "begin", "next", "back", "plan" or "summary".
    #[track_caller]
    pub fn act(&self, action: &str) {
        self.press(&button(action));
    }

    /// Forgets every answer, which takes two presses.
    #[track_caller]
    pub fn clear(&self) {
        self.press("details.clear > summary");
        self.act("clear");
    }

    /// Clicks something in the program.
    #[track_caller]
    pub fn press(&self, selector: &str) {
        if self.embedded.is_some() || self.browser() != Browser::Chromium {
            self.reveal(selector);
        }
        self.program().click(selector);
    }

    /// Scrolls to something in the program, one document after the other: the drivers of Firefox and WebKit scroll
    /// one alone.
    #[track_caller]
    fn reveal(&self, selector: &str) {
        let middle = "const element = document.querySelector(arguments[0]);
            const { top, height } = element ? element.getBoundingClientRect() : { top: 0, height: 0 };
            return top + height / 2";
        let middle = self.program().script(middle, json!([selector]));
        let around = "const frame = document.querySelector('iframe').getBoundingClientRect();
            scrollTo(0, scrollY + frame.top + arguments[0] - innerHeight / 2)";
        self.shell().script(around, json!([middle]));
        if let Some(place) = self.embedded {
            let element = "document.querySelectorAll('care-check')[arguments[0]].scrollIntoView({ block: 'nearest' })";
            self.host().script(element, json!([place]));
        }
        // Until two frames later, a click goes to where things were before.
        let drawn = "return new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(() => then())))";
        self.shell().script(drawn, json!([]));
    }

    /// Clicks an option of the question that is shown.
    #[track_caller]
    pub fn pick(&self, question: QuestionIx, option: OptionSet) {
        self.press(&format!("#{}", input_id(question, option)));
    }

    /// Gives the question that is shown this answer and no other.
    #[track_caller]
    pub fn answer(&self, question: QuestionIx, wanted: OptionSet) {
        let before = self.chosen(question);
        for option in pickable(question) {
            if wanted.contains(option) && !before.contains(option) {
                self.pick(question, option);
            }
        }
        if !before.without(wanted).is_empty() {
            // What another pick has not already unpicked.
            let left = self.chosen(question).without(wanted);
            for option in pickable(question).into_iter().filter(|option| left.contains(*option)) {
                self.pick(question, option);
            }
        }
        wait("the answer to be chosen", || self.chosen(question) == wanted);
    }

    /// What is chosen at the question that is shown.
    #[track_caller]
    pub fn chosen(&self, question: QuestionIx) -> OptionSet {
        let look = "return Array.from(document.querySelectorAll('fieldset input:checked'), (input) => input.id)";
        let checked = texts(&self.program().script(look, json!([])));
        let ids = pickable(question).into_iter().filter(|option| checked.contains(&input_id(question, *option)));
        ids.fold(OptionSet::EMPTY, OptionSet::union)
    }

    /// From the first screen through every question to the review.
    #[track_caller]
    pub fn answer_everything(&self, answers: &Answers) {
        self.act("begin");
        for question in path::path(&PROTOCOL, answers) {
            self.expect(Shown::Question(question));
            self.answer(question, answers.options(question));
            self.act("next");
        }
        self.expect(Shown::Review);
    }

    /// From the review to the result.
    #[track_caller]
    pub fn suggestion(&self) -> Suggestion {
        self.act("next");
        self.expect(Shown::Result);
        self.read_suggestion()
    }

    /// What the result screen says.
    pub fn read_suggestion(&self) -> Suggestion {
        let look = "const rules = Array.from(document.querySelectorAll('li[data-rule]'));
            const folded = (rule) => rule.parentElement.closest('details') !== null;
            const level = document.querySelector('[data-level]');
            return [level && level.dataset.level, rules.filter((rule) => !folded(rule)).map((rule) => rule.dataset.rule),
                rules.filter(folded).map((rule) => rule.dataset.rule)]";
        let seen = self.program().script(look, json!([]));
        Suggestion {
            level: seen[0].as_str().unwrap_or_default().to_owned(),
            reasons: texts(&seen[1]),
            supporting: texts(&seen[2]),
        }
    }

    /// The review's rows: the question's id and the answers given.
    pub fn reviewed(&self) -> Vec<(String, Vec<String>)> {
        let look = "return Array.from(document.querySelectorAll('main [data-question]'), (row) =>
            [row.dataset.question, Array.from(row.querySelectorAll('.given span'), (given) => given.textContent)])";
        let rows = self.program().script(look, json!([]));
        let row = |row: &Value| (row[0].as_str().unwrap_or_default().to_owned(), texts(&row[1]));
        rows.as_array().into_iter().flatten().map(row).collect()
    }

    /// Gives the page a window of this many CSS pixels inside.
    #[track_caller]
    pub fn window(&self, width: u32, height: u32) {
        // A frame that is out of sight takes its time.
        self.shell().script("window.scrollTo(0, 0)", json!([]));
        self.shell().window(width, height);
        self.let_it_settle();
    }

    /// Waits until the frame is as wide as its place and as tall as what is in it: the shell hears of the height a
    /// moment later, and until then everything is still on its way to another place.
    #[track_caller]
    pub fn let_it_settle(&self) {
        let outside = "const frame = document.querySelector('iframe');
            return frame && frame.checkVisibility() && [frame.clientWidth, frame.style.height]";
        let inside = "return [innerWidth, Math.ceil(document.body.getBoundingClientRect().height)]";
        let begun = Instant::now();
        loop {
            let frame = self.shell().script(outside, json!([]));
            if !frame.is_array() {
                return;
            }
            let program = self.program().script(inside, json!([]));
            let height = program[1].as_u64().and_then(|height| u32::try_from(height).ok()).unwrap_or(0);
            let told = ToShell::Height(height).to_string().replace("height:", "") + "px";
            if frame[0] == program[0] && frame[1] == told {
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "the frame stays {frame} around a program of {program}");
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// What the program's button puts on paper: its document as a page of its own, because drivers print whole tabs
    /// alone. It is the same as from the button, as far as a browser lets that be seen; see
    /// `what_the_button_prints_is_the_same`.
    pub fn printed(&self, paper: Paper) -> Printed {
        let copy = "const copy = document.documentElement.cloneNode(true);
            for (const script of copy.querySelectorAll('script')) script.remove();
            return '<!doctype html>' + copy.outerHTML";
        let copy = self.program().script(copy, json!([]));
        let host = self.host();
        let own = host.one_more_tab();
        host.go(&server::elsewhere());
        let write = "document.open(); document.write(arguments[0]); document.close()";
        host.script(write, json!([copy]));
        let printed = host.printed(paper);
        host.to_tab(&own);
        host.close_others();
        printed
    }

    /// The id of what has the focus, or its action, or its tag in capitals; "IFRAME" in the shell is the program.
    #[track_caller]
    pub fn focus(&self) -> String {
        let look = "const at = document.activeElement; if (!at) return '';
            const { action, change, link } = at.dataset;
            return at.id || action || (change && 'change ' + change) || (link && 'link ' + link) || at.tagName";
        let of = |session: &Session| session.script(look, json!([])).as_str().unwrap_or_default().to_owned();
        let outer = of(self.shell());
        if outer == "IFRAME" { of(self.program()) } else { format!("shell: {outer}") }
    }
}

/// Going round with Tab. In WebKitGTK nothing but the page takes the focus, so the first stop follows the last; in the
/// other browsers the focus is nowhere then.
impl Visit {
    /// Takes the focus away from wherever it is, so that the next stop is the page's first.
    pub fn leave_focus(&self) {
        self.shell().script("window.focus(); document.activeElement.blur()", json!([]));
    }

    pub fn begin_round(&self) {
        self.shell().script("window.passed = new Set()", json!([]));
    }

    /// Whether the focus is at a stop of the shell where it was in this round before.
    pub fn went_round(&self) -> bool {
        // A key may not have moved it yet.
        let look = "const at = document.activeElement, before = window.passed.has(at) && at !== window.last;
            window.passed.add(window.last = at);
            return before && at.localName !== 'iframe' && at !== document.body";
        self.browser() == Browser::WebKit && self.shell().script(look, json!([])) == true
    }
}

impl Drop for Visit {
    /// A failed test leaves a picture of what it saw.
    fn drop(&mut self) {
        if !thread::panicking() {
            return;
        }
        let folder = target_folder().join("browser-failures");
        let name = thread::current().name().unwrap_or("test").replace("::", "-");
        let path = folder.join(name).with_extension("png");
        if std::fs::create_dir_all(&folder).is_ok() {
            self.lent.save_screenshot(&path);
            eprintln!("what was seen: {}", path.display());
        }
    }
}

/// Tests run from `target/<profile>/deps`.
pub fn target_folder() -> PathBuf {
    let own = env::current_exe().unwrap_or_default();
    own.ancestors().nth(3).map_or_else(env::temp_dir, PathBuf::from)
}

pub fn button(action: &str) -> String {
    format!("button[data-action=\"{action}\"]")
}

/// The id of an option's input.
pub fn input_id(question: QuestionIx, option: OptionSet) -> String {
    let asked = question.of(&PROTOCOL);
    asked.map_or_else(|| "?".to_owned(), |q| format!("{}-{}", q.id, q.option_id(option)))
}

pub fn pickable(question: QuestionIx) -> Vec<OptionSet> {
    question.of(&PROTOCOL).into_iter().flat_map(|q| q.pickable()).collect()
}

pub fn region(id: &str) -> &'static Region {
    DIRECTORY.region(id).unwrap_or_else(|| panic!("there is no region {id}"))
}

/// The texts of a JSON list.
pub fn texts(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(|text| text.as_str().map(str::to_owned)).collect()
}

fn name(screen: Option<Shown>) -> String {
    match screen {
        Some(Shown::Question(question)) => format!("the question {}", question.of(&PROTOCOL).map_or("?", |q| q.id)),
        Some(other) => format!("the screen {other:?}"),
        None => "no screen of the program".to_owned(),
    }
}
