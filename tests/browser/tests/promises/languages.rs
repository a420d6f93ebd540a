//! The language can be changed at any moment, costs nothing, and is told to nobody but the page around.

use browser_tests::session::{Session, wait};
use browser_tests::visit::region;
use browser_tests::{Browser, Setup, Shown, Visit, cases, in_every_browser, layout, server, tour};
use care_check::content::{LOCALES, Locale, say};
use care_check::embed::links;
use care_check::render::{screen, shell};
use care_check::session::Action;
use care_check::voice::Voice;
use care_check_engine::{OptionSet, path};
use serde_json::{Value, json};

#[allow(dead_code, reason = "the native tests use more of it")]
#[path = "../../../support/pseudo.rs"]
mod pseudo;
#[allow(dead_code, reason = "the native tests use more of it")]
#[path = "../../../support/screens.rs"]
mod screens;

in_every_browser![
    another_language_keeps_answers_and_place_on_every_screen,
    another_language_moves_neither_the_view_nor_the_focus_out_of_its_place,
    another_language_asks_for_nothing_and_leaves_nothing_behind,
    the_frame_s_name_in_another_page_follows;
    not_in_webkit:
    the_language_can_be_changed_at_both_ends_of_every_screen,
    the_address_the_browser_and_the_region_are_heard,
    a_language_chosen_before_the_program_stands_is_the_one_it_begins_with,
    the_leaflet_changes_its_language_too,
    from_right_to_left_the_page_is_mirrored_and_fits_a_narrow_phone,
];

/// A language that the tests' browsers do not ask for.
fn other() -> &'static Locale {
    LOCALES[1]
}

fn own() -> &'static Locale {
    LOCALES[0]
}

fn titled(locale: &'static Locale) -> String {
    Voice { locale, ..Voice::default() }.say(say::PAGE_TITLE).to_string()
}

fn another_language_keeps_answers_and_place_on_every_screen(browser: Browser) {
    let look = "return [document.querySelector('main').dataset.screen, document.querySelector('[data-question]')?.dataset.question,
        Array.from(document.querySelectorAll('input:checked'), (input) => input.id),
        document.querySelector('[data-level]')?.dataset.level,
        Array.from(document.querySelectorAll('main [data-rule], main [data-act], main [data-link]'), (at) => JSON.stringify(at.dataset)),
        document.getElementById('missing')?.textContent !== '']";
    let words = "return document.querySelector('main').textContent";
    let visit = Visit::begin(browser);
    tour::of_every_screen(&visit, |place| {
        let before = visit.program().script(look, json!([]));
        let english = visit.program().script(words, json!([]));
        visit.speak(other().tag);
        assert_eq!(visit.program().script(look, json!([])), before, "{place}");
        assert_ne!(visit.program().script(words, json!([])), english, "{place}");
        visit.speak(own().tag);
        assert_eq!(visit.program().script(look, json!([])), before, "{place}, and back");
        assert_eq!(visit.program().script(words, json!([])), english, "{place}, and back");
    });
}

fn the_language_can_be_changed_at_both_ends_of_every_screen(browser: Browser) {
    // Where the first and the last control of the page are, and what speaks another language.
    let look = "const [end] = arguments;
        scrollTo(0, end * document.documentElement.scrollHeight);
        const buttons = Array.from(document.querySelectorAll('[data-speak]')).filter((button) => button.checkVisibility());
        const button = buttons.at(-end);
        const { top, bottom } = button.getBoundingClientRect();
        const bar = document.querySelector('.bar').getBoundingClientRect();
        return [buttons.length, top >= (end ? bar.bottom : 0) && bottom <= innerHeight]";
    let press = "const button = Array.from(document.querySelectorAll('[data-speak]')).filter((button) => button.checkVisibility()).at(-1);
        button.focus();
        button.click()";
    let place = "const at = document.activeElement; return [at.closest('footer') !== null, at.matches('[data-speak]'), at.lang]";
    let visit = Visit::begin(browser);
    tour::of_every_screen(&visit, |screen| {
        for (width, height) in [(320, 568), (1280, 800)] {
            visit.window(width, height);
            for end in [0, 1] {
                let seen = visit.shell().script(look, json!([end]));
                assert_eq!(seen, json!([(LOCALES.len() - 1) * 2, true]), "{browser:?}, {screen}, {width}, {end}");
            }
        }
    });
    visit.shell().script(press, json!([]));
    visit.expect_language(other().tag);
    assert_eq!(visit.shell().script(place, json!([])), json!([true, true, own().tag]), "the way back has the focus");
}

fn another_language_moves_neither_the_view_nor_the_focus_out_of_its_place(browser: Browser) {
    let answers = cases::mildest();
    let first = path::first(&care_check::content::PROTOCOL, &answers).expect("a first question");
    let visit = Visit::begin(browser);
    visit.window(1280, 800);
    visit.act("begin");
    visit.expect(Shown::Question(first));
    // Going on without an answer puts the focus on what says so, once and not at every change after that.
    for answered in [false, true] {
        if answered {
            visit.pick(first, OptionSet::one(0));
        } else {
            visit.act("next");
        }
        visit.let_it_settle();
        language_changes_in_its_place(&visit);
        visit.speak(own().tag);
    }
}

/// The answer is somewhere in the middle of the page when the language changes.
fn language_changes_in_its_place(visit: &Visit) {
    let press = "scrollTo(0, 150);
        const button = document.querySelector('[data-speak]:not([hidden])');
        button.focus({ preventScroll: true });
        button.click();
        return scrollY";
    let view = visit.shell().script(press, json!([]));
    visit.expect_language(other().tag);
    visit.let_it_settle();
    assert_eq!(visit.shell().script("return scrollY", json!([])), view);
    let at = "const at = document.activeElement; return [at.matches('[data-speak]'), at.lang]";
    assert_eq!(visit.shell().script(at, json!([])), json!([true, own().tag]), "the way back has the focus");
    // A screen that is read out again would have the focus on its heading.
    let heading = "return document.activeElement && document.activeElement.id";
    assert_ne!(visit.program().script(heading, json!([])), "screen-title");
    assert_eq!(visit.shell().script("return document.title", json!([])), titled(other()));
    assert_eq!(visit.shell().script("return document.querySelector('iframe').title", json!([])), titled(other()));
    let tall =
        "const { width, height } = document.activeElement.getBoundingClientRect(); return Math.min(width, height)";
    let size = visit.shell().script(tall, json!([])).as_f64().unwrap_or_default();
    assert!(size >= 44.0, "the button is {size} small");
}

fn another_language_asks_for_nothing_and_leaves_nothing_behind(browser: Browser) {
    let traces = "return [performance.getEntriesByType('resource').length, document.cookie, localStorage.length,
        sessionStorage.length, history.length, location.href, JSON.stringify(history.state)]";
    let visit = Visit::begin(browser);
    visit.answer_everything(&cases::mildest());
    let before = visit.shell().script(traces, json!([]));
    for locale in [other(), own(), other()] {
        visit.speak(locale.tag);
    }
    assert_eq!(visit.shell().script(traces, json!([])), before);
    // After a reload the browser's language counts again: nothing remembers the choice.
    visit.shell().reload();
    visit.came_again();
    visit.expect(Shown::Start);
    visit.expect_language(own().tag);
}

fn the_address_the_browser_and_the_region_are_heard(browser: Browser) {
    let asked = Visit::open_with(browser, Setup::default(), &format!("#lang={}", other().tag));
    asked.expect(Shown::Start);
    asked.expect_language(other().tag);
    // A language that does not exist is not asked for.
    let unknown = Visit::open_with(browser, Setup::default(), "#lang=xx");
    unknown.expect(Shown::Start);
    unknown.expect_language(own().tag);
    let spoken = Visit::open(browser, Setup { languages: "es-US,es", ..Setup::default() });
    spoken.expect(Shown::Start);
    spoken.expect_language("es");
    let numbers = "return Array.from(document.querySelectorAll('.bar a[href^=\"tel:\"]'))
        .filter((link) => link.checkVisibility()).map((link) => link.getAttribute('href'))";
    assert_eq!(spoken.shell().script(numbers, json!([])), json!([links::call(region("us").emergency)]));
}

/// The page comes in two halves: the switch of languages is in the first, the program is in the second.
fn a_language_chosen_before_the_program_stands_is_the_one_it_begins_with(browser: Browser) {
    let visit = Visit::open(browser, Setup { waits_for_the_page: false, ..Setup::default() });
    visit.shell().go(&server::held(browser));
    let press = "const button = document.querySelector('[data-speak]:not([hidden])');
        if (document.querySelector('iframe') || !button?.checkVisibility()) return null;
        button.click();
        return document.readyState";
    wait("the switch of languages", || {
        visit.shell().try_script(press, json!([])).is_ok_and(|state| state == "loading")
    });
    assert_eq!(visit.shell().script("return document.documentElement.lang", json!([])), other().tag);
    server::let_go(browser);
    visit.came_again();
    visit.expect(Shown::Start);
    visit.expect_language(other().tag);
}

fn the_leaflet_changes_its_language_too(browser: Browser) {
    let visit = Visit::begin(browser);
    visit.program().script("parent.postMessage('failed', '*')", json!([]));
    let shown = "return Array.from(document.querySelectorAll('[data-leaflet] h1'))
        .filter((heading) => heading.checkVisibility()).map((heading) => heading.textContent)";
    let titled = |locale| json!([Voice { locale, ..Voice::default() }.say(say::LEAFLET_TITLE).to_string()]);
    wait("the leaflet", || visit.shell().script(shown, json!([])) == titled(own()));
    visit.shell().click(&format!("button[data-speak][lang=\"{}\"]", other().tag));
    assert_eq!(visit.shell().script(shown, json!([])), titled(other()));
    // Signs and numbers as well, and in this language alone.
    let panel = "return Array.from(document.querySelectorAll('#emergency-signs [data-sign], .bar-signs'))
        .filter((sign) => sign.checkVisibility()).map((sign) => sign.closest('[data-lang]').lang)";
    let langs = visit.shell().script(panel, json!([]));
    let langs: Vec<&str> = langs.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert!(langs.len() > 10 && langs.iter().all(|lang| *lang == other().tag), "{langs:?}");
}

fn the_frame_s_name_in_another_page_follows(browser: Browser) {
    let name = "return document.querySelector('care-check').shadowRoot.querySelector('iframe').title";
    let visit = Visit::on_host(browser, Setup::default(), "one");
    visit.expect(Shown::Start);
    visit.let_it_settle();
    assert_eq!(visit.host().script(name, json!([])), titled(own()));
    visit.shell().script("document.querySelector('[data-speak]:not([hidden])').click()", json!([]));
    visit.expect_language(other().tag);
    wait("the frame to be called otherwise", || visit.host().script(name, json!([])) == titled(other()));
}

/// No language of the page is written so, therefore one is made up, and its screens are shown as they are rendered.
fn from_right_to_left_the_page_is_mirrored_and_fits_a_narrow_phone(browser: Browser) {
    let locale = pseudo::right_to_left();
    let tokens = include_str!("../../../../assets/tokens.css");
    let program =
        [tokens, include_str!("../../../../assets/program.css"), include_str!("../../../../assets/result.css")]
            .concat();
    let around = [tokens, include_str!("../../../../assets/shell.css")].concat();
    let visit = Visit::open(browser, Setup::default());
    let page = visit.shell();
    page.go(&server::elsewhere());
    let mut sessions = screens::every_screen();
    // One of each kind of screen, and of the results the last.
    sessions.reverse();
    sessions.dedup_by_key(|session| std::mem::discriminant(&session.screen()));
    let sessions =
        sessions.into_iter().map(|session| session.after(Action::Language(locale)).after(Action::Region(Some("us"))));
    let mut pages: Vec<(String, String, &str)> =
        sessions.map(|session| (format!("{:?}", session.screen()), screen(session), program.as_str())).collect();
    assert!(pages.len() >= 4, "too few kinds of screens");
    pages.push(("the shell".to_owned(), shell::markup(vec![locale].leak()), around.as_str()));
    let mut wrong = Vec::new();
    for (width, height) in [(320, 568), (1280, 800)] {
        page.window(width, height);
        for (name, markup, style) in &pages {
            show(page, markup, style);
            let found = layout::cut_off(page).into_iter().chain(layout::not_mirrored(page));
            wrong.extend(found.map(|what| format!("{name}, {width}: {what}")));
        }
    }
    assert!(wrong.is_empty(), "{browser:?}:\n{}", wrong.join("\n"));
}

fn show(page: &Session, markup: &str, style: &str) {
    let put = "const [markup, style] = arguments;
        document.documentElement.lang = 'he';
        document.documentElement.dir = 'rtl';
        document.head.innerHTML = '<meta charset=utf-8><meta name=viewport content=\"width=device-width, initial-scale=1\"><style></style>';
        document.querySelector('style').textContent = style;
        document.body.innerHTML = markup";
    page.script(put, json!([markup, style]));
}
