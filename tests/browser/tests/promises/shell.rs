//! What shell and program share, the region; and the shell alone, without scripts.

use browser_tests::session::wait;
use browser_tests::visit::{REGION, region, texts};
use browser_tests::{Browser, Setup, Shown, Visit, cases, in_every_browser};
use care_check::content::{DIRECTORY, LOCALES, PROTOCOL};
use care_check::embed::links;
use care_check_engine::{LevelIx, QuestionIx, QuestionKind, path};
use serde_json::json;

in_every_browser![
    without_scripts_the_page_is_a_leaflet_with_signs_and_numbers,
    a_region_chosen_in_the_shell_reaches_the_program_and_keeps_the_answers,
    a_region_chosen_in_the_program_reaches_the_shell,
    the_signs_are_read_where_they_are_seen_after_the_program;
    not_in_webkit:
    without_a_known_region_every_emergency_number_is_there,
];

fn without_scripts_the_page_is_a_leaflet_with_signs_and_numbers(browser: Browser) {
    let visit = Visit::open(browser, Setup { scripts: false, ..Setup::default() });
    let ran = "return document.documentElement.classList.contains('js')";
    assert_eq!(visit.shell().script(ran, json!([])), false, "the page's scripts are off");
    let displayed = |selector: &str, name: &str| {
        let look = "return Array.from(document.querySelectorAll(arguments[0])).filter((element) =>
            element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
            && element.getBoundingClientRect().height > 1).map((element) => element.getAttribute(arguments[1]))";
        texts(&visit.shell().script(look, json!([selector, name])))
    };
    let levels: Vec<&str> = LevelIx::all(&PROTOCOL).filter_map(|l| l.of(&PROTOCOL)).map(|l| l.id).collect();
    let asked = path::first(&PROTOCOL, &cases::mildest()).and_then(|q| q.of(&PROTOCOL)).expect("a first question");
    // Nobody could say which language the visitor reads, so each of them is there.
    for locale in LOCALES {
        let of = |place: &str, what: &str| format!("{place} div[lang=\"{}\"] {what}", locale.tag);
        assert_eq!(displayed(&of("[data-leaflet]", "[data-level]"), "data-level"), levels);
        let signs = displayed(&of("#emergency-signs", "[data-sign]"), "data-sign");
        for option in asked.options.iter().filter(|option| !option.alone) {
            assert!(signs.iter().any(|sign| sign == option.id), "{} is not among {signs:?}", option.id);
        }
        // Nor where the visitor is, so every number is there.
        for place in [".bar", "#emergency-signs"] {
            let calls = displayed(&of(place, "a[href^=\"tel:\"]"), "href");
            for region in DIRECTORY.regions {
                let call = links::call(region.emergency);
                assert!(calls.contains(&call), "{call} of {} is not among {calls:?} in {place}", region.id);
            }
        }
    }
    assert!(displayed("iframe", "class").is_empty(), "an empty frame would only take the place");
}

fn a_region_chosen_in_the_shell_reaches_the_program_and_keeps_the_answers(browser: Browser) {
    let other = other_region();
    let answers = cases::mildest();
    let first = cases::first_of(QuestionKind::Several, &answers);
    let visit = Visit::begin(browser);
    visit.act("begin");
    visit.expect(Shown::Question(first));
    let sign = cases::signs(first)[0];
    visit.pick(first, sign);
    visit.expect(Shown::Emergency);
    expect_numbers_of(&visit, REGION);
    expect_program_calls(&visit, REGION);
    visit.shell().select("select[data-region-select]", other);
    expect_numbers_of(&visit, other);
    expect_program_calls(&visit, other);
    visit.expect(Shown::Emergency);
    visit.act("back");
    visit.expect(Shown::Question(first));
    assert_eq!(visit.chosen(first), sign, "the answer is kept");
    visit.act("back");
    visit.expect(Shown::Start);
    let chosen = "return document.querySelector('select#region').value";
    assert_eq!(visit.program().script(chosen, json!([])), other);
}

fn a_region_chosen_in_the_program_reaches_the_shell(browser: Browser) {
    let answers = cases::mildest();
    let visit = Visit::begin(browser);
    visit.answer_everything(&answers);
    back_to_start(&visit, path::path(&PROTOCOL, &answers).count());
    for region in DIRECTORY.regions {
        visit.program().select("select#region", region.id);
        // Neighbours may share a number, so the number alone does not tell that the shell has heard.
        let chosen = "return Array.from(document.querySelectorAll('select[data-region-select]'), ({ value }) => value)
            .every((value) => value === arguments[0])";
        wait(region.id, || visit.shell().script(chosen, json!([region.id])) == true);
        expect_numbers_of(&visit, region.id);
    }
    visit.act("begin");
    let first: QuestionIx = path::first(&PROTOCOL, &answers).expect("a first question");
    visit.expect(Shown::Question(first));
    assert_eq!(visit.chosen(first), answers.options(first), "the answers are kept");
}

fn without_a_known_region_every_emergency_number_is_there(browser: Browser) {
    let nowhere = Setup { languages: "eo", ..Setup::default() };
    let visit = Visit::begin_with(browser, nowhere);
    let look = "return Array.from(document.querySelectorAll('.bar a[href^=\"tel:\"]'))
        .filter((link) => link.checkVisibility()).map((link) => link.getAttribute('href'))";
    let calls = texts(&visit.shell().script(look, json!([])));
    for region in DIRECTORY.regions {
        assert!(calls.contains(&links::call(region.emergency)), "{}: {calls:?}", region.id);
    }
    let first = cases::first_of(QuestionKind::Several, &cases::mildest());
    visit.act("begin");
    visit.expect(Shown::Question(first));
    visit.pick(first, cases::signs(first)[0]);
    visit.expect(Shown::Emergency);
    let look = "return Array.from(document.querySelectorAll('main [data-link]'), (call) => call.dataset.link)";
    let calls = texts(&visit.program().script(look, json!([])));
    for region in DIRECTORY.regions {
        let position = links::emergency(region).expect("the emergency number is among the links");
        assert!(calls.contains(&position.to_string()), "{}: {calls:?}", region.id);
    }
}

/// A region with another emergency number than the tests' own.
fn other_region() -> &'static str {
    let own = region(REGION).emergency;
    DIRECTORY.regions.iter().find(|r| r.emergency != own).expect("a region with another number").id
}

/// The bar and the panel show this region's emergency number, and no other region's.
#[track_caller]
fn expect_numbers_of(visit: &Visit, id: &str) {
    let look = "return ['.bar', '#emergency-signs'].map((place) =>
        Array.from(document.querySelectorAll(place + ' a[href^=\"tel:\"]')).filter((link) => link.checkVisibility())
            .map((link) => link.getAttribute('href')))";
    let wanted = links::call(region(id).emergency);
    wait(&format!("the numbers of {id}"), || {
        let seen = visit.shell().script(look, json!([]));
        texts(&seen[0]) == [wanted.as_str()] && texts(&seen[1]).first() == Some(&wanted)
    });
}

/// The emergency screen calls this region's number.
#[track_caller]
fn expect_program_calls(visit: &Visit, id: &str) {
    let number = region(id).emergency;
    let position = links::emergency(region(id)).expect("the emergency number is among the links").to_string();
    let look = "const call = document.querySelector('main [data-link]'); return [call.dataset.link, call.textContent]";
    wait(&format!("the program to call {number}"), || {
        let seen = visit.program().script(look, json!([]));
        seen[0] == position && seen[1].as_str().is_some_and(|text| text.contains(number))
    });
}

fn back_to_start(visit: &Visit, questions: usize) {
    for _ in 0..=questions {
        let before = visit.screen();
        visit.act("back");
        wait("the screen before", || visit.screen() != before);
    }
    visit.expect(Shown::Start);
}

/// In the file they come first; a screen reader and the Tab key follow the page as it stands when it is there.
fn the_signs_are_read_where_they_are_seen_after_the_program(browser: Browser) {
    let visit = Visit::begin(browser);
    visit.window(390, 844);
    let places = "const [frame, panel] = ['iframe', '#emergency-signs'].map((name) => document.querySelector(name));
        const follows = frame.compareDocumentPosition(panel) & Node.DOCUMENT_POSITION_FOLLOWING;
        return [Boolean(follows), frame.getBoundingClientRect().bottom <= panel.getBoundingClientRect().top]";
    assert_eq!(visit.shell().script(places, json!([])), json!([true, true]));
}
