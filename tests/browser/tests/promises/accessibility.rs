//! axe finds nothing wrong, on any screen, on phones and desks, light or dark, in any language.

use browser_tests::session::wait;
use browser_tests::{Browser, Setup, Visit, axe, in_both_browsers, tour};
use care_check::content::LOCALES;
use serde_json::json;

in_both_browsers![
    axe_finds_nothing_in_the_light,
    axe_finds_nothing_in_the_dark,
    axe_finds_nothing_in_the_light_in_another_language,
    axe_finds_nothing_in_the_dark_in_another_language,
    axe_finds_nothing_in_the_leaflet,
];

fn axe_finds_nothing_in_the_light(browser: Browser) {
    assert_no_violations(&Visit::begin(browser));
}

fn axe_finds_nothing_in_the_dark(browser: Browser) {
    assert_no_violations(&in_the_dark(browser));
}

fn axe_finds_nothing_in_the_light_in_another_language(browser: Browser) {
    assert_no_violations_in_other_languages(|| Visit::begin(browser));
}

fn axe_finds_nothing_in_the_dark_in_another_language(browser: Browser) {
    assert_no_violations_in_other_languages(|| in_the_dark(browser));
}

fn in_the_dark(browser: Browser) -> Visit {
    let visit = Visit::begin_with(browser, Setup { dark: true, ..Setup::default() });
    let dark = "return matchMedia('(prefers-color-scheme: dark)').matches";
    assert_eq!(visit.program().script(dark, json!([])), true);
    visit
}

fn assert_no_violations_in_other_languages(begin: impl Fn() -> Visit) {
    for locale in &LOCALES[1..] {
        let visit = begin();
        visit.speak(locale.tag);
        assert_no_violations(&visit);
    }
}

/// axe is a script, so the leaflet is shown by what shows it when the program breaks.
fn axe_finds_nothing_in_the_leaflet(browser: Browser) {
    for dark in [false, true] {
        let visit = Visit::begin_with(browser, Setup { dark, ..Setup::default() });
        visit.program().script("parent.postMessage('failed', '*')", json!([]));
        let shown = "return document.querySelector('[data-leaflet]').checkVisibility()";
        wait("the leaflet", || visit.shell().script(shown, json!([])) == true);
        let found = axe::shell_violations(&visit);
        assert!(found.is_empty(), "{browser:?}, {} violations:\n{}", found.len(), found.join("\n"));
    }
}

/// A narrow phone, a usual one, and a desk.
const WINDOWS: [(u32, u32); 3] = [(320, 568), (390, 844), (1280, 800)];

fn assert_no_violations(visit: &Visit) {
    let mut found = Vec::new();
    tour::of_every_screen(visit, |screen| {
        for (width, height) in WINDOWS {
            visit.window(width, height);
            let wrong = axe::violations(visit);
            found.extend(wrong.into_iter().map(|violation| format!("{screen}, {width} wide, {violation}")));
        }
    });
    assert!(found.is_empty(), "{:?}, {} violations:\n{}", visit.browser(), found.len(), found.join("\n"));
}
