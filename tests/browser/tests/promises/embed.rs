//! The page inside another site's page, by `<care-check>`.

use browser_tests::session::{key, wait};
use browser_tests::visit::texts;
use browser_tests::{Browser, Setup, Shown, Visit, cases, in_every_browser, server};
use care_check::content::PROTOCOL;
use care_check_engine::path;
use serde_json::{Value, json};
use std::time::Instant;

in_every_browser![
    a_whole_visit_inside_another_page_ends_with_the_centre_s_place,
    no_centre_stands_on_an_emergency_screen,
    number_and_way_out_are_in_the_window_wherever_the_site_is_scrolled_to,
    bars_of_the_site_hide_neither_number_nor_way_out,
    several_on_one_page_keep_to_themselves,
    the_site_s_own_words_show_until_the_page_stands_and_when_it_cannot,
    leaving_leaves_the_site_too_and_back_shows_no_answer,
    shift_three_times_in_a_row_leaves,
    unfit_values_change_nothing,
];

fn begin(browser: Browser, host: &str) -> Visit {
    let visit = Visit::on_host(browser, Setup::default(), host);
    visit.expect(Shown::Start);
    // The site's words make room, and the page puts on what the site asks for.
    visit.let_it_settle();
    visit
}

fn a_whole_visit_inside_another_page_ends_with_the_centre_s_place(browser: Browser) {
    let visit = begin(browser, "one");
    visit.answer_everything(&cases::leading_to(cases::level("inpatient")));
    visit.suggestion();
    let look = "const place = document.querySelector('section.centre'), help = document.querySelector('section.help');
        return [place.querySelector('h3').textContent,
            Boolean(help.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING),
            Array.from(place.querySelectorAll('[data-lacks]'), (level) => level.dataset.lacks),
            Array.from(place.querySelectorAll('[data-centre]'), (contact) => contact.dataset.centre)]";
    let seen = visit.program().script(look, json!([]));
    assert_eq!(seen, json!(["Harbor Clinic", true, ["inpatient"], ["call", "visit"]]));
    let links = "return Array.from(document.querySelectorAll('a[data-centre]'), (link) => link.getAttribute('href'))";
    assert_eq!(visit.shell().script(links, json!([])), json!(["tel:5550100199", "https://clinic.example/"]));
    // The theme and the colour that the site asked for.
    let colours = "const style = getComputedStyle(document.documentElement);
        return [style.getPropertyValue('--accent').trim(), document.documentElement.dataset.theme]";
    for session in [visit.program(), visit.shell()] {
        assert_eq!(session.script(colours, json!([])), json!(["#5b21b6", "light"]));
    }
}

fn no_centre_stands_on_an_emergency_screen(browser: Browser) {
    let visit = begin(browser, "one");
    visit.act("begin");
    let first = cases::first_of(care_check_engine::QuestionKind::Several, &cases::mildest());
    visit.expect(Shown::Question(first));
    visit.pick(first, cases::signs(first)[0]);
    visit.expect(Shown::Emergency);
    let contacts = "return document.querySelectorAll('[data-centre]').length";
    assert_eq!(visit.program().script(contacts, json!([])), 0);
}

fn number_and_way_out_are_in_the_window_wherever_the_site_is_scrolled_to(browser: Browser) {
    let visit = begin(browser, "one");
    visit.answer_everything(&cases::most_severe());
    visit.suggestion();
    for (width, height) in [(390, 844), (1280, 800)] {
        visit.host().window(width, height);
        expect_bar_at_every_place(&visit, height, &[0, height / 2, height - 200]);
    }
}

fn bars_of_the_site_hide_neither_number_nor_way_out(browser: Browser) {
    let visit = begin(browser, "bars");
    for (width, height) in [(1280, 800), (390, 844)] {
        visit.host().window(width, height);
        visit.act("begin");
        for question in path::path(&PROTOCOL, &cases::mildest()).take(3) {
            visit.expect(Shown::Question(question));
            visit.answer(question, cases::mildest().options(question));
            // Where the new screen leaves the site, nobody has scrolled.
            visit.act("next");
            wait_for_bar(&visit, 0.0, height, &format!("after {question:?}"));
        }
        // Further, the bars would hide all of it.
        expect_bar_at_every_place(&visit, height, &[0, 30, height / 2]);
        visit.clear();
        visit.expect(Shown::Start);
    }
}

#[track_caller]
fn expect_bar_at_every_place(visit: &Visit, height: u32, offsets: &[u32]) {
    // How far the element's beginning is from the window's beginning.
    for offset in offsets {
        for inner in [0.0, 0.5, 1.0] {
            for sign in [1, -1] {
                let at = i64::from(*offset) * sign;
                visit.host().script(SCROLL_HOST, json!([at]));
                wait_for_bar(visit, inner, height, &format!("scrolled by {at}"));
            }
        }
    }
}

/// The number to call, and the way out.
const IN_THE_BAR: [&str; 2] = [".bar a[href^=\"tel:\"]", ".bar [data-leave]"];

/// Waits until number and way out are in the window, and nothing of the site lies over them.
#[track_caller]
fn wait_for_bar(visit: &Visit, inner: f64, height: u32, place: &str) {
    let begun = Instant::now();
    for what in IN_THE_BAR {
        loop {
            let bar = visit.shell().script(BAR, json!([inner, what]));
            let [left, top, bottom] = [0, 1, 2].map(|at| bar[at].as_f64().unwrap_or(f64::NAN));
            let seen = visit.host().script(OVER_THE_BAR, json!([left, top, bottom]));
            let [from, to] = [0, 1].map(|at| seen[at].as_f64().unwrap_or(f64::NAN));
            if from >= -1.0 && to <= f64::from(height) + 1.0 && seen[2] == true {
                break;
            }
            assert!(begun.elapsed().as_secs() < 5, "{:?}, {height} high, {place}, {what}: {seen}", visit.browser());
        }
    }
}

const SCROLL_HOST: &str = "
    const element = document.querySelector('care-check');
    scrollTo({ top: scrollY + element.getBoundingClientRect().top + arguments[0], behavior: 'instant' })";

const OVER_THE_BAR: &str = "
    const [left, top, bottom] = arguments;
    const element = document.querySelector('care-check');
    const frame = element.shadowRoot.querySelector('iframe').getBoundingClientRect();
    const over = document.elementFromPoint(frame.left + left, frame.top + (top + bottom) / 2);
    return [frame.top + top, frame.top + bottom, over === element, over && over.id]";

const BAR: &str = "
    const page = document.scrollingElement;
    page.scrollTop = arguments[0] * (page.scrollHeight - innerHeight);
    const found = Array.from(document.querySelectorAll(arguments[1])).find((one) => one.checkVisibility());
    const { left, width, top, bottom } = found.getBoundingClientRect();
    return [left + width / 2, top, bottom]";

fn several_on_one_page_keep_to_themselves(browser: Browser) {
    let mut visit = begin(browser, "several");
    visit.act("begin");
    let regions = ["us", "uk_england"].map(|region| {
        visit.in_element(usize::from(region != "us"));
        visit.screen();
        visit.shell().script("return document.documentElement.dataset.region", json!([]))
    });
    assert_eq!(regions, ["us", "uk_england"]);
    visit.expect(Shown::Start);
}

fn the_site_s_own_words_show_until_the_page_stands_and_when_it_cannot(browser: Browser) {
    let shown = "const { height } = document.querySelector('#fallback').getBoundingClientRect(); return height > 0";
    let framed = "return document.querySelector('care-check').shadowRoot.querySelector('iframe').checkVisibility()";
    let visit = begin(browser, "one");
    wait("the site's words to make room", || visit.host().script(shown, json!([])) == false);
    // The program breaks in the middle of a visit.
    let broken = "const event = new ErrorEvent('error', { message: 'broken on purpose' }); window.dispatchEvent(event)";
    visit.program().script(broken, json!([]));
    wait("the site's words to come back", || visit.host().script(shown, json!([])) == true);
    assert_eq!(visit.host().script(framed, json!([])), true, "the leaflet stays");

    // Its browser is for others too: who waits for a second one while holding the first may wait for ever.
    drop(visit);
    let visit = Visit::on_host(browser, Setup::default(), "no-page");
    assert_eq!(visit.host().script(shown, json!([])), true);
    wait("the useless frame to go", || visit.host().script(framed, json!([])) == false);
    assert_eq!(visit.host().script(shown, json!([])), true);
    // In the site's own type and colour: what is dark on dark cannot be read.
    let look = "return ['#fallback', 'body'].map((selector) => {
        const { color, font } = getComputedStyle(document.querySelector(selector));
        return [color, font];
    })";
    let looks = visit.host().script(look, json!([]));
    assert_eq!(looks[0], looks[1]);
    assert_eq!(looks[1][0], "rgb(238, 238, 238)");
}

fn leaving_leaves_the_site_too_and_back_shows_no_answer(browser: Browser) {
    let visit = begin(browser, "one");
    visit.answer_everything(&cases::most_severe());
    visit.shell().click("[data-leave]");
    wait("another page", || visit.host().address() == server::elsewhere());
    assert_eq!(visit.host().script("return document.referrer", json!([])), "");
    visit.host().back();
    if visit.host().address() == server::host("one") {
        visit.expect(Shown::Start);
    }
}

fn shift_three_times_in_a_row_leaves(browser: Browser) {
    let here = server::host("one");
    let visit = begin(browser, "one");
    visit.act("begin");
    for others in [[key::SHIFT, key::SHIFT, key::TAB, key::SHIFT], [key::SHIFT, key::TAB, key::SHIFT, key::SHIFT]] {
        visit.program().press(&others);
        visit.program().press(&[key::TAB]);
    }
    assert_eq!(visit.host().address(), here, "another key in between");
    visit.program().press_and_leave(&[key::SHIFT, key::SHIFT, key::SHIFT]);
    wait("another page", || visit.host().address() == server::elsewhere());

    // In the shell as well.
    drop(visit);
    let visit = begin(browser, "one");
    visit.shell().script("document.querySelector('[data-leave]').focus()", json!([]));
    visit.shell().press_and_leave(&[key::SHIFT, key::SHIFT, key::SHIFT]);
    wait("another page", || visit.host().address() == server::elsewhere());
}

fn unfit_values_change_nothing(browser: Browser) {
    let visit = begin(browser, "bad-values");
    let look = "const { region, lang, theme } = document.documentElement.dataset;
        return [region, lang, theme, document.documentElement.style.getPropertyValue('--accent'),
            document.querySelectorAll('a[data-centre]').length]";
    assert_eq!(visit.shell().script(look, json!([])), json!(["us", "en", "auto", "", 0]));
    visit.answer_everything(&cases::mildest());
    visit.suggestion();
    assert_eq!(visit.program().script("return document.querySelector('section.centre')", json!([])), Value::Null);
}

/// Firefox's driver cannot read the console.
#[test]
fn each_unfit_value_is_named_in_one_warning() {
    let setup = Setup { frame_in_own_process: false, ..Setup::default() };
    let visit = Visit::on_host(Browser::Chromium, setup, "bad-values");
    visit.expect(Shown::Start);
    let logged = visit.host().logged();
    let attributes = "return document.querySelector('care-check').getAttributeNames()";
    for name in texts(&visit.host().script(attributes, json!([]))) {
        let said = format!("care-check: {name} is ");
        let times = logged.iter().filter(|line| line.contains(&said) && line.contains("allowed: ")).count();
        assert_eq!(times, 1, "{name}: {logged:#?}");
    }
}
