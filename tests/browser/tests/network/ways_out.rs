//! Every way out of the page, tried from inside: `attempts.toml` says what has to come of it, and nothing else may.

use std::collections::BTreeMap;
use std::thread;
use std::time::{Duration, Instant};

use browser_tests::attempts::{self, Attempt, Reach};
use browser_tests::collectors::{Arrival, Collectors, Kind};
use browser_tests::server;
use browser_tests::stages::Stage;
use browser_tests::{Browser, Setup, Shown, Visit, in_every_browser, private_network};
use serde_json::json;

in_every_browser![every_way_out_is_as_open_as_the_table_says];

fn every_way_out_is_as_open_as_the_table_says(browser: Browser) {
    private_network::inside(|| {
        let attempts = attempts::all();
        let mut trial = Trial::new(browser);
        let wrong: Vec<String> = Stage::TABLE.into_iter().flat_map(|stage| trial.wrong_in(stage, &attempts)).collect();
        assert!(wrong.is_empty(), "{browser:?}:\n{}", wrong.join("\n"));
    });
}

/// What the page itself leaves open on the network, the server that delivers it can close in Chromium.
#[test]
fn the_headers_of_the_guide_close_what_is_left_in_chromium() {
    private_network::inside(|| {
        let left = |attempt: &Attempt| {
            let reach = attempt.expected(Browser::Chromium, Stage::Whole);
            reach != Reach::Nothing && reach != Reach::Works
        };
        let attempts: Vec<Attempt> = attempts::all().into_iter().filter(left).collect();
        assert!(!attempts.is_empty());
        let mut trial = Trial::new(Browser::Chromium);
        for stage in [Stage::Open, Stage::Headed] {
            assert_eq!(trial.wrong_in(stage, &attempts), [""; 0], "{}", stage.name());
        }
    });
}

/// How long nothing has to arrive before nothing more is expected, at least.
const QUIET: Duration = Duration::from_secs(2);
/// And after an attempt that may take the page away, which is the only one on its page.
const QUIET_ALONE: Duration = Duration::from_secs(1);
/// How much longer than in the open something may take to arrive.
const LONGER: u32 = 3;

struct Trial {
    collectors: Collectors,
    visit: Visit,
    /// How long each attempt took to arrive in the open.
    delays: BTreeMap<String, Duration>,
}

impl Trial {
    fn new(browser: Browser) -> Self {
        let visit = Visit::at(browser, Setup::default(), &server::stage(Stage::Open));
        Self { collectors: Collectors::start(), visit, delays: BTreeMap::new() }
    }

    /// Where what comes of the attempts is not what is expected.
    fn wrong_in(&mut self, stage: Stage, attempts: &[Attempt]) -> Vec<String> {
        let browser = self.visit.browser();
        let tried = self.all_in(stage, attempts);
        let compared = attempts.iter().filter_map(|attempt| {
            let (expected, one) = (attempt.expected(browser, stage), &tried[attempt.id.as_str()]);
            let reach = one.reach(&self.collectors);
            let wrong =
                || format!("{}, {}: {reach:?} instead of {expected:?} ({})", stage.name(), attempt.id, one.said);
            (reach != expected).then(wrong)
        });
        let wrong = compared.collect();
        if stage == Stage::Open {
            let delay = |(id, one): (&&str, &Tried)| Some(((*id).to_owned(), one.delay(&self.collectors)?));
            self.delays = tried.iter().filter_map(delay).collect();
        }
        wrong
    }

    /// Tries everything in one stage, and waits until nothing more comes of it.
    fn all_in<'a>(&self, stage: Stage, attempts: &'a [Attempt]) -> BTreeMap<&'a str, Tried> {
        let mut tried = BTreeMap::new();
        // Its history has room for entries that can be counted.
        self.visit.host().fresh_tab();
        self.open(stage);
        for attempt in attempts.iter().filter(|attempt| !attempt.leaves) {
            tried.insert(attempt.id.as_str(), self.one(stage, attempt));
        }
        self.wait_for_what_is_on_its_way();
        for attempt in attempts.iter().filter(|attempt| attempt.leaves) {
            self.open(stage);
            let one = self.one(stage, attempt);
            self.wait_for_the_only(&one, attempt, stage);
            self.visit.host().close_others();
            tried.insert(attempt.id.as_str(), one);
        }
        self.wait_for_what_is_on_its_way();
        tried
    }

    fn open(&self, stage: Stage) {
        self.visit.host().go(&server::stage(stage));
        self.visit.expect(Shown::Start);
    }

    fn one(&self, stage: Stage, attempt: &Attempt) -> Tried {
        let name = format!("{}-{}", attempt.id, stage.name());
        let port = self.collectors.door(&name);
        let host = format!("{name}.out.test");
        let own = format!("/out/{name}");
        let to = json!({
            "url": format!("http://{host}:{port}/"),
            "local": format!("http://127.0.0.1:{port}/"),
            "own": format!("{}{own}", server::page().trim_end_matches('/')),
            "host": host,
            "address": private_network::ADDRESS,
            "port": port,
        });
        let look = attempt.host.as_ref().map(|look| format!("return {look}"));
        let noticed = || look.as_ref().map(|look| self.visit.host().script(look, json!([])));
        let before = noticed();
        let begun = Instant::now();
        let said = self.visit.program().try_script_later(&attempt.body(), json!([to]));
        let mut works = said.as_ref().is_ok_and(|said| *said == true);
        while before.is_some() && !works && begun.elapsed() < QUIET_ALONE {
            works = noticed() != before;
        }
        let said = said.map_or_else(|fault| fault.to_string(), |said| said.to_string());
        Tried { begun, name, host, own, works, said }
    }

    /// Until what is expected has come, or nothing for much longer than it took in the open.
    fn wait_for_the_only(&self, one: &Tried, attempt: &Attempt, stage: Stage) {
        let expected = attempt.expected(self.visit.browser(), stage);
        let delay = self.delays.get(&attempt.id).copied().unwrap_or_default();
        let patience = QUIET_ALONE.max(delay * LONGER);
        let come = || expected != Reach::Nothing && one.reach(&self.collectors) >= expected;
        while one.begun.elapsed() < patience && !come() {
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Until nothing has come for much longer than anything took in the open.
    fn wait_for_what_is_on_its_way(&self) {
        let slowest = self.delays.values().max().copied().unwrap_or_default();
        let patience = QUIET.max(slowest * LONGER);
        let begun = Instant::now();
        while self.collectors.arrived().last().map_or(begun, |last| last.at.max(begun)).elapsed() < patience {
            thread::sleep(Duration::from_millis(50));
        }
    }
}

/// An attempt that was made.
struct Tried {
    begun: Instant,
    name: String,
    host: String,
    own: String,
    works: bool,
    said: String,
}

impl Tried {
    /// How far it got by now.
    fn reach(&self, collectors: &Collectors) -> Reach {
        if self.works {
            return Reach::Works;
        }
        let at_home = server::requests().iter().any(|request| request.contains(&self.own));
        let reached = collectors.arrived().iter().filter_map(|arrival| self.reached(arrival)).max();
        if at_home { Reach::Request } else { reached.unwrap_or(Reach::Nothing) }
    }

    /// How long it took until something of it arrived.
    fn delay(&self, collectors: &Collectors) -> Option<Duration> {
        let arrived = collectors.arrived();
        let first = arrived.iter().find(|arrival| self.reached(arrival).is_some())?;
        Some(first.at.saturating_duration_since(self.begun))
    }

    fn reached(&self, arrival: &Arrival) -> Option<Reach> {
        match arrival.kind {
            Kind::LookUp => self.is_asked(&arrival.at_door).then_some(Reach::LookUp),
            _ if arrival.at_door != self.name => None,
            Kind::Connection => Some(Reach::Connection),
            Kind::Packet => Some(Reach::Packet),
            Kind::Request => Some(Reach::Request),
        }
    }

    /// Browsers ask for the name itself and for what stands beside it, as in `_8080._https.name`.
    fn is_asked(&self, name: &str) -> bool {
        name.strip_suffix(&self.host).is_some_and(|before| before.is_empty() || before.ends_with('.'))
    }
}
