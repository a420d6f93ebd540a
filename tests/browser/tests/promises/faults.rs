//! What goes wrong on other people's sites and devices: `faults/` has a host page for each. Whatever it is, a number to
//! call is in sight, and the visit goes on where it can.

use browser_tests::session::wait;
use browser_tests::visit::{REGION, region};
use browser_tests::{Browser, Setup, Shown, Visit, cases, in_every_browser, server};
use care_check::content::PROTOCOL;
use care_check::embed::links;
use care_check_engine::{OptionSet, QuestionKind};
use serde_json::json;

in_every_browser![
    the_number_is_in_sight_when_the_page_cannot_come,
    the_signs_are_in_sight_before_the_program_has_come,
    the_signs_are_in_sight_when_the_program_cannot_start,
    the_signs_are_in_sight_when_the_program_breaks_in_the_middle,
    a_visit_goes_on_in_sites_of_every_kind,
    coming_back_to_a_site_shows_no_answer,
    two_tabs_know_nothing_of_each_other,
    a_followed_link_tells_nobody_where_the_visitor_was,
    a_call_leaves_site_and_answers_as_they_are,
];

/// Of these the site's visitor gets the site's own words, and of some the page's bar besides.
fn the_number_is_in_sight_when_the_page_cannot_come(browser: Browser) {
    for fault in ["truncated", "no-scripts", "frame-blocked", "not-framed", "wrong-script"] {
        let visit = Visit::at(browser, Setup::default(), &server::fault(fault));
        assert!(Sight::of(&visit).number(), "{browser:?}, {fault}: at the beginning");
        // And when everybody has given up waiting.
        let gone = "const root = document.querySelector('care-check').shadowRoot;
            const frame = root && root.querySelector('iframe');
            return !frame || !frame.checkVisibility() || frame.dataset.heard === 'yes'";
        wait("the useless frame to go", || visit.host().script(gone, json!([])) == true);
        wait(&format!("the site's own words, {fault}"), || Sight::of(&visit).words);
    }
}

/// Most of the file is the program, so the signs have to be in what comes before it.
fn the_signs_are_in_sight_before_the_program_has_come(browser: Browser) {
    let visit = Visit::open(browser, Setup::default());
    visit.host().go(&server::first_half());
    let seen = visit.host().script(BAR_AND_SIGNS, json!([links::call(region(REGION).emergency)]));
    assert_eq!(seen[0], true, "{browser:?}: the number");
    assert!(seen[1].as_u64() >= Some(PROTOCOL.red_flags.len() as u64 - 1), "{browser:?}: {seen}");
}

fn the_signs_are_in_sight_when_the_program_cannot_start(browser: Browser) {
    for fault in ["no-memory", "full-memory", "no-wasm"] {
        let visit = Visit::at(browser, Setup::default(), &server::fault(fault));
        assert!(Sight::of(&visit).number(), "{browser:?}, {fault}: at the beginning");
        if browser == Browser::WebKit && fault == "no-wasm" {
            // WebKit asks no policy before it runs WebAssembly, so there the visit goes on.
            visit.expect(Shown::Start);
        } else {
            expect_leaflet(&visit, fault);
        }
    }
}

fn the_signs_are_in_sight_when_the_program_breaks_in_the_middle(browser: Browser) {
    let visit = begin(browser, "still");
    visit.act("begin");
    let first = cases::first_of(QuestionKind::Several, &cases::mildest());
    visit.expect(Shown::Question(first));
    visit.answer(first, OptionSet::one(0));
    // The program panics when the browser has no more elements for it.
    let break_it = "Document.prototype.createElement = () => { throw new Error('no more elements'); }";
    visit.program().script(break_it, json!([]));
    visit.act("next");
    expect_leaflet(&visit, "a panic");
}

const SITES: [&str; 8] = [
    "resize-loop",
    "quirks",
    "right-to-left",
    "loud-styles",
    "host-policy",
    "page-headers",
    "paragraphs",
    "merged-script",
];

fn a_visit_goes_on_in_sites_of_every_kind(browser: Browser) {
    for site in SITES {
        let visit = begin(browser, site);
        let sight = Sight::of(&visit);
        assert!(sight.bar && sight.signs, "{browser:?}, {site}: {sight:?}");
        visit.answer_everything(&cases::leading_to(cases::level("iop")));
        assert_eq!(visit.suggestion().level, "iop", "{browser:?}, {site}");
        assert!(Sight::of(&visit).bar, "{browser:?}, {site}: at the result");
    }
}

fn coming_back_to_a_site_shows_no_answer(browser: Browser) {
    let visit = begin(browser, "still");
    visit.answer_everything(&cases::most_severe());
    visit.suggestion();
    visit.host().go(&server::elsewhere());
    visit.host().back();
    wait("the site again", || visit.host().address() == server::fault("still"));
    visit.expect(Shown::Start);
    let checked = "return Array.from(document.querySelectorAll('input:checked'), (input) => input.id)";
    assert_eq!(visit.program().script(checked, json!([])), json!(["self"]));
    assert!(Sight::of(&visit).bar);
}

fn two_tabs_know_nothing_of_each_other(browser: Browser) {
    let visit = begin(browser, "still");
    visit.act("begin");
    let first = cases::first_of(QuestionKind::Several, &cases::mildest());
    visit.expect(Shown::Question(first));
    visit.answer(first, OptionSet::one(0));

    let one = visit.host().one_more_tab();
    visit.host().go(&server::fault("still"));
    visit.expect(Shown::Start);
    visit.act("begin");
    visit.expect(Shown::Question(first));
    assert_eq!(visit.chosen(first), OptionSet::EMPTY, "the other tab's answer");
    visit.shell().click("[data-leave]");
    wait("another page", || visit.host().address() == server::elsewhere());

    visit.host().to_tab(&one);
    visit.expect(Shown::Question(first));
    assert_eq!(visit.chosen(first), OptionSet::one(0), "the answer of before");
    visit.host().close_others();
}

fn a_followed_link_tells_nobody_where_the_visitor_was(browser: Browser) {
    let visit = begin(browser, "still");
    let finder = links::all().iter().position(|link| link.starts_with("https:")).expect("a finder");
    // The finder's place is taken by a page that is there, and that can be asked what it knows.
    let lead = "const link = document.querySelectorAll('a[data-link]')[arguments[0]]; link.href = arguments[1]";
    visit.shell().script(lead, json!([finder, server::elsewhere()]));
    visit.program().script("parent.postMessage('open:' + arguments[0], '*')", json!([finder]));
    wait("a new tab", || !visit.host().other_tabs().is_empty());
    let [other] = &visit.host().other_tabs()[..] else { panic!("more than one new tab") };
    let knows = "return [location.href, window.opener, document.referrer]";
    let host = visit.host();
    let own = host.tab();
    host.to_tab(other);
    wait("the finder's page", || host.address() == server::elsewhere());
    assert_eq!(host.script(knows, json!([])), json!([server::elsewhere(), null, ""]));
    host.to_tab(&own);
    host.close_others();
    visit.expect(Shown::Start);
}

fn a_call_leaves_site_and_answers_as_they_are(browser: Browser) {
    let visit = begin(browser, "still");
    visit.act("begin");
    let first = cases::first_of(QuestionKind::Several, &cases::mildest());
    visit.expect(Shown::Question(first));
    visit.answer(first, OptionSet::one(0));
    let address = visit.host().address();
    for (number, link) in links::all().iter().enumerate().filter(|(_, link)| !link.starts_with("https:")).take(4) {
        let look =
            "const link = document.querySelectorAll('a[data-link]')[arguments[0]]; return link.getAttribute('href')";
        assert_eq!(visit.shell().script(look, json!([number])), json!(link));
        visit.program().script("parent.postMessage('open:' + arguments[0], '*')", json!([number]));
        visit.expect(Shown::Question(first));
    }
    assert_eq!(visit.host().address(), address);
    assert_eq!(visit.chosen(first), OptionSet::one(0));
    assert!(Sight::of(&visit).bar);
    visit.host().close_others();
}

fn begin(browser: Browser, site: &str) -> Visit {
    let visit = Visit::at(browser, Setup::default(), &server::fault(site));
    visit.expect(Shown::Start);
    visit.let_it_settle();
    visit
}

/// The leaflet with the levels of care, the signs, and the site's own words.
#[track_caller]
fn expect_leaflet(visit: &Visit, fault: &str) {
    let leaflet =
        "const leaflet = document.querySelector('[data-leaflet]'); return leaflet && leaflet.checkVisibility()";
    wait(&format!("the leaflet, {fault}"), || visit.shell().script(leaflet, json!([])) == true);
    wait(&format!("the site's own words, {fault}"), || Sight::of(visit).words);
    let sight = Sight::of(visit);
    assert!(sight.bar && sight.signs, "{:?}, {fault}: {sight:?}", visit.browser());
}

/// Where a visitor sees what to do in an emergency.
#[derive(Debug)]
struct Sight {
    /// The site's own words with the number.
    words: bool,
    /// The bar with the number, inside the frame's window.
    bar: bool,
    /// The panel with every sign.
    signs: bool,
}

impl Sight {
    fn of(visit: &Visit) -> Self {
        let outside = "const shown = (element) => Boolean(element) && element.checkVisibility({ checkOpacity: true,
                checkVisibilityCSS: true }) && element.getBoundingClientRect().height > 1;
            const root = document.querySelector('care-check').shadowRoot;
            return [shown(document.querySelector('#fallback a')), shown(root && root.querySelector('iframe'))]";
        let seen = visit.host().script(outside, json!([]));
        let mut sight = Self { words: seen[0] == true, bar: false, signs: false };
        if seen[1] == true {
            let inside = visit.try_shell(BAR_AND_SIGNS, json!([links::call(region(REGION).emergency)]));
            sight.bar = inside[0] == true;
            sight.signs = inside[1].as_u64() >= Some(PROTOCOL.red_flags.len() as u64 - 1);
        }
        sight
    }

    fn number(&self) -> bool {
        self.words || self.bar
    }
}

const BAR_AND_SIGNS: &str = "
    const shown = (element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
    const inWindow = (element) => {
        const { top, bottom, width } = element.getBoundingClientRect();
        return width > 1 && top >= 0 && bottom <= innerHeight + 1;
    };
    const all = (selector) => Array.from(document.querySelectorAll(selector)).filter(shown);
    const calls = all('.bar a[href^=\"tel:\"]').filter((link) => link.getAttribute('href') === arguments[0]);
    return [calls.some(inWindow), all('#emergency-signs [data-sign]').length]";
