//! The page inside another site's page, by `<care-check>`.

use browser_tests::session::{key, wait};
use browser_tests::visit::texts;
use browser_tests::{Browser, Setup, Shown, Visit, cases, in_every_browser, server};
use serde_json::{Value, json};

in_every_browser![
    a_whole_visit_inside_another_page_ends_with_the_centre_s_place,
    no_centre_stands_on_an_emergency_screen,
    a_number_is_in_the_window_wherever_the_site_is_scrolled_to,
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

fn a_number_is_in_the_window_wherever_the_site_is_scrolled_to(browser: Browser) {
    let visit = begin(browser, "one");
    visit.answer_everything(&cases::most_severe());
    visit.suggestion();
    for (width, height) in [(390, 844), (1280, 800)] {
        visit.host().window(width, height);
        // How far the element's beginning is from the window's beginning.
        for offset in [0, height / 2, height - 200] {
            for inner in [0.0, 0.5, 1.0] {
                for sign in [1, -1] {
                    let at = i64::from(offset) * sign;
                    let mut seen = Value::Null;
                    let begun = std::time::Instant::now();
                    loop {
                        let frame = visit.host().script(SCROLL_HOST, json!([at]));
                        let bar = visit.shell().script(BAR, json!([inner]));
                        let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
                        let (top, bottom) = (number(&frame) + number(&bar[0]), number(&frame) + number(&bar[1]));
                        if top >= -1.0 && bottom <= f64::from(height) + 1.0 {
                            break;
                        }
                        assert!(
                            begun.elapsed().as_secs() < 5,
                            "{browser:?}, {width}x{height}, frame at {frame} for {at}: the number is at {top}..{bottom}, {seen}"
                        );
                        seen = bar;
                    }
                }
            }
        }
    }
}

const SCROLL_HOST: &str = "
    const element = document.querySelector('care-check');
    scrollTo(0, scrollY + element.getBoundingClientRect().top + arguments[0]);
    return element.shadowRoot.querySelector('iframe').getBoundingClientRect().top";

const BAR: &str = "
    const page = document.scrollingElement;
    page.scrollTop = arguments[0] * (page.scrollHeight - innerHeight);
    const link = Array.from(document.querySelectorAll('.bar a[href^=\"tel:\"]')).find((link) => link.checkVisibility());
    const { top, bottom } = link.getBoundingClientRect();
    return [top, bottom]";

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
