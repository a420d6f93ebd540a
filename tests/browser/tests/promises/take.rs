//! What a visitor takes along by their own act: picked, written, printed, copied, saved, and forgotten again.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use browser_tests::session::{key, wait};
use browser_tests::visit::{REGION, region, texts};
use browser_tests::{Browser, Setup, Shown, Visit, cases, in_both_browsers};
use care_check::content::{DIGEST, PLAN};
use serde_json::{Value, json};

in_both_browsers![
    the_plan_shows_what_is_picked_and_written,
    a_whole_plan_by_keyboard_alone,
    what_is_saved_arrives_as_a_file_and_holds_what_was_picked,
    what_is_saved_arrives_from_inside_another_site_too,
    the_summary_arrives_as_text_and_for_a_health_record,
    what_is_copied_can_be_pasted,
    printing_is_asked_of_the_browser_once,
    without_somebody_pressing_nothing_is_saved_or_copied_and_the_text_stands_there,
    the_gate_lets_no_other_file_through,
    clear_forgets_the_plan,
    reload_forgets_the_plan,
];

/// At the result, with answers of several kinds.
fn at_the_result(visit: &Visit) {
    visit.answer_everything(&cases::leading_to(cases::level("iop")));
    visit.suggestion();
}

fn at_the_plan(visit: &Visit) {
    at_the_result(visit);
    visit.act("plan");
    visit.expect(Shown::Plan);
}

fn trigger(place: usize) -> String {
    format!("#trigger-{}", PLAN.triggers[place].id)
}

fn sign(place: usize) -> String {
    format!("#sign-{}", PLAN.signs[place].id)
}

/// The label of an input, as a visitor reads it.
fn label(visit: &Visit, selector: &str) -> String {
    let look = "return document.querySelector(arguments[0]).labels[0].textContent.trim()";
    visit.program().script(look, json!([selector])).as_str().unwrap_or_default().to_owned()
}

fn sheet(visit: &Visit) -> String {
    let look = "return document.querySelector('.sheet').innerText";
    visit.program().script(look, json!([])).as_str().unwrap_or_default().to_owned()
}

/// What the page says became of the last try.
fn told(visit: &Visit) -> String {
    let look = "return document.querySelector('[role=status]').textContent";
    visit.program().script(look, json!([])).as_str().unwrap_or_default().to_owned()
}

fn take(visit: &Visit, way: &str) {
    visit.press(&format!("button[data-take=\"{way}\"]"));
}

/// A folder of its own for one test, which goes with it.
struct Downloads(PathBuf);

impl Downloads {
    fn of(visit: &Visit) -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("care-check-downloads-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).expect("a temporary folder");
        visit.shell().downloads_into(&folder);
        Self(folder)
    }

    /// Waits for a file and returns what is in it.
    #[track_caller]
    fn file(&self, name: &str) -> String {
        let path = self.0.join(name);
        let mut text = String::new();
        wait(&format!("{name} among {:?}", self.names()), || {
            text = fs::read_to_string(&path).unwrap_or_default();
            !text.is_empty() && !self.names().iter().any(|name| name.ends_with("part") || name.ends_with("download"))
        });
        text
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).into_iter().flatten().flatten();
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    }
}

impl Drop for Downloads {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all::<&Path>(&self.0);
    }
}

fn the_plan_shows_what_is_picked_and_written(browser: Browser) {
    let visit = Visit::begin(browser);
    at_the_plan(&visit);
    let picked = label(&visit, &trigger(1));
    assert!(!sheet(&visit).contains(&picked), "nothing is picked yet");
    visit.press(&trigger(1));
    wait("the trigger in the plan", || sheet(&visit).contains(&picked));
    // The way that is proposed, and another one.
    let ways = format!("#way-{}", PLAN.triggers[1].id);
    let options = "return Array.from(document.querySelector(arguments[0]).options, (option) => option.text)";
    let options = texts(&visit.program().script(options, json!([ways])));
    assert_eq!(options.len(), PLAN.triggers[1].ways.len());
    assert!(sheet(&visit).contains(&format!("{picked}: {}", options[0])), "{}", sheet(&visit));
    visit.program().select(&ways, "1");
    wait("the other way", || sheet(&visit).contains(&format!("{picked}: {}", options[1])));
    visit.press(&sign(0));
    let picked = label(&visit, &sign(0));
    wait("the sign in the plan", || sheet(&visit).contains(&picked));
    for (input, words) in [("own-trigger", "Payday"), ("own-way", "Ask Ana to come"), ("trusted", "Ana, 555 0100")] {
        visit.program().type_into(&format!("#{input}"), words);
        wait(words, || sheet(&visit).contains(words));
    }
    assert!(sheet(&visit).contains("Payday: Ask Ana to come"));
    // Unpicking takes it out again, and going back and coming again keeps the rest.
    visit.press(&sign(0));
    wait("the sign to go", || !sheet(&visit).contains(&picked));
    let before = sheet(&visit);
    visit.act("back");
    visit.expect(Shown::Result);
    visit.act("plan");
    visit.expect(Shown::Plan);
    assert_eq!(sheet(&visit), before);
    let written = "return document.querySelector('#own-trigger').value";
    assert_eq!(visit.program().script(written, json!([])), "Payday");
    // The browser's Back button leads to the result as well.
    visit.shell().back();
    visit.expect(Shown::Result);
}

fn a_whole_plan_by_keyboard_alone(browser: Browser) {
    let visit = Visit::begin(browser);
    at_the_result(&visit);
    tab_to(&visit, "plan");
    visit.program().press(&[key::ENTER]);
    visit.expect(Shown::Plan);
    wait("the focus on the heading", || visit.focus() == "screen-title");
    let first = trigger(0).replace('#', "");
    tab_to(&visit, &first);
    visit.program().press(&[key::SPACE]);
    wait("the way to cope", || visit.program().script(HAS, json!([".way-to-cope select"])) == true);
    tab_to(&visit, "own-trigger");
    visit.program().press(&["P", "a", "y"]);
    wait("what was typed", || sheet(&visit).contains("Pay"));
    assert_eq!(visit.focus(), "own-trigger", "the focus stays where one writes");
    tab_to(&visit, "back");
    visit.program().press(&[key::ENTER]);
    visit.expect(Shown::Result);
}

const HAS: &str = "return document.querySelector(arguments[0]) !== null";

#[track_caller]
fn tab_to(visit: &Visit, wanted: &str) {
    for _ in 0..150 {
        if visit.focus() == wanted {
            return;
        }
        visit.program().press(&[key::TAB]);
    }
    panic!("Tab does not reach {wanted}; the focus is at {}", visit.focus());
}

fn what_is_saved_arrives_as_a_file_and_holds_what_was_picked(browser: Browser) {
    let visit = Visit::begin(browser);
    let downloads = Downloads::of(&visit);
    at_the_plan(&visit);
    save_a_plan(&visit, &downloads);
}

fn what_is_saved_arrives_from_inside_another_site_too(browser: Browser) {
    let visit = Visit::on_host(browser, Setup::default(), "one");
    visit.expect(Shown::Start);
    visit.let_it_settle();
    let downloads = Downloads::of(&visit);
    at_the_plan(&visit);
    save_a_plan(&visit, &downloads);
    take(&visit, "copy");
    wait("the word that it is copied", || told(&visit).contains("Copied"));
}

fn save_a_plan(visit: &Visit, downloads: &Downloads) {
    visit.press(&trigger(2));
    visit.press("#own-way");
    visit.program().type_into("#own-way", "Água, ñandú & <b>");
    let picked = label(visit, &trigger(2));
    wait("the plan", || sheet(visit).contains(&picked) && sheet(visit).contains("ñandú"));
    take(visit, "save");
    let file = downloads.file("plan.txt");
    assert!(file.contains(&picked) && file.contains("Água, ñandú & <b>"), "{file}");
    assert!(file.contains(region(REGION).emergency));
    assert_eq!(downloads.names(), ["plan.txt"]);
    wait("the word that it is saved", || !told(visit).is_empty());
    visit.expect(Shown::Plan);
}

fn the_summary_arrives_as_text_and_for_a_health_record(browser: Browser) {
    let visit = Visit::begin(browser);
    let downloads = Downloads::of(&visit);
    let answers = cases::leading_to(cases::level("iop"));
    visit.answer_everything(&answers);
    let reviewed = visit.reviewed();
    visit.suggestion();
    visit.act("summary");
    visit.expect(Shown::Summary);
    take(&visit, "save");
    let file = downloads.file("summary.txt");
    for (question, given) in reviewed {
        for label in given {
            assert!(file.contains(&label), "{question}: {label} is not in\n{file}");
        }
    }
    assert!(file.contains(&DIGEST[..12]));
    take(&visit, "record");
    let record: Value = serde_json::from_str(&downloads.file("summary.json")).expect("JSON");
    assert_eq!(record["resourceType"], "QuestionnaireResponse");
    assert_eq!(record["status"], "completed");
    assert!(record.get("authored").is_none() && record.get("subject").is_none(), "no date and no name");
}

fn what_is_copied_can_be_pasted(browser: Browser) {
    let visit = Visit::begin(browser);
    at_the_plan(&visit);
    visit.press(&trigger(0));
    let picked = label(&visit, &trigger(0));
    wait("the plan", || sheet(&visit).contains(&picked));
    let place = "const place = document.querySelector('[role=status]');
        return [place.textContent, place.checkVisibility(), getSelection().anchorNode === document.activeElement]";
    let before = visit.program().script(place, json!([]));
    assert_eq!(
        (&before[0], &before[1]),
        (&json!(""), &json!(true)),
        "words are announced in a place that is there already"
    );
    take(&visit, "copy");
    wait("the word that it is copied", || !told(&visit).is_empty());
    let after = visit.program().script(place, json!([]));
    assert_eq!(after[2], true, "reading goes on from what was pressed");
    assert_eq!(visit.program().script(HAS, json!(["textarea"])), false, "{}", told(&visit));
    // An input takes one line; what was copied begins with the sheet's title.
    visit.press("#own-trigger");
    visit.program().press_with("\u{e009}", "v");
    let pasted = "return document.querySelector('#own-trigger').value";
    let title = sheet(&visit).lines().next().unwrap_or_default().to_owned();
    wait("what was pasted", || {
        visit.program().script(pasted, json!([])).as_str().is_some_and(|value| value.starts_with(&title))
    });
    wait("the word to go with the next change", || told(&visit).is_empty());
}

fn printing_is_asked_of_the_browser_once(browser: Browser) {
    let visit = Visit::begin(browser);
    at_the_result(&visit);
    let count = "window.asked = 0; window.print = () => { window.asked += 1; }";
    visit.program().script(count, json!([]));
    for (expected, screen) in (1..).zip([None, Some("plan"), Some("summary")]) {
        if let Some(screen) = screen {
            visit.act(screen);
            wait("the next screen", || visit.screen() != Shown::Result);
        }
        take(&visit, "print");
        wait("the browser to be asked", || visit.program().script("return window.asked", json!([])) == expected);
        wait("a word on it", || !told(&visit).is_empty());
        if screen.is_some() {
            visit.act("back");
            visit.expect(Shown::Result);
        }
    }
}

fn without_somebody_pressing_nothing_is_saved_or_copied_and_the_text_stands_there(browser: Browser) {
    let visit = Visit::begin(browser);
    let downloads = Downloads::of(&visit);
    at_the_plan(&visit);
    for way in ["save", "copy"] {
        // The browser forgets a press after some seconds.
        wait("the press to be forgotten", || {
            visit.program().script("return navigator.userActivation.isActive", json!([])) == false
        });
        // As a script would: a timer runs outside of what the driver counts as a press.
        let press = "const button = document.querySelector(arguments[0]); setTimeout(() => button.click())";
        visit.program().script(press, json!([format!("button[data-take={way}]")]));
        wait("the text to be copied by hand", || visit.program().script(HAS, json!(["textarea"])) == true);
        let text = "return document.querySelector('textarea').value";
        let text = visit.program().script(text, json!([]));
        assert!(text.as_str().is_some_and(|text| text.contains(region(REGION).emergency)), "{text}");
        // The word goes with the next change.
        visit.press(&sign(0));
        wait("the text to go", || visit.program().script(HAS, json!(["textarea"])) == false);
    }
    assert!(downloads.names().is_empty(), "{:?}", downloads.names());
}

fn the_gate_lets_no_other_file_through(browser: Browser) {
    let visit = Visit::begin(browser);
    let downloads = Downloads::of(&visit);
    visit.act("begin");
    let tried = "const other = ['plan.exe', '../plan', 'constructor', 'toString', ''].map((name) => careCheckSave(name, 'x'));
        let replaced = false;
        try { 'use strict'; window.careCheckSave = () => true; replaced = careCheckSave('other', '') === true; } catch {}
        return [other, replaced, typeof URL.createObjectURL, typeof document.execCommand, typeof navigator.clipboard]";
    let seen = visit.program().script(tried, json!([]));
    let gone = "undefined";
    assert_eq!(seen, json!([[false, false, false, false, false], false, gone, gone, gone]));
    assert!(downloads.names().is_empty(), "{:?}", downloads.names());
}

fn clear_forgets_the_plan(browser: Browser) {
    let visit = Visit::begin(browser);
    at_the_plan(&visit);
    fill_in(&visit);
    visit.clear();
    visit.expect(Shown::Start);
    assert_nothing_is_left(&visit);
}

fn reload_forgets_the_plan(browser: Browser) {
    let visit = Visit::begin(browser);
    at_the_plan(&visit);
    fill_in(&visit);
    visit.shell().reload();
    visit.came_again();
    visit.expect(Shown::Start);
    visit.let_it_settle();
    assert_nothing_is_left(&visit);
}

const WRITTEN: &str = "Nobody-else-knows-this";

fn fill_in(visit: &Visit) {
    visit.press(&trigger(0));
    visit.press(&sign(1));
    for input in ["own-trigger", "own-way", "own-sign", "own-deed", "trusted"] {
        visit.program().type_into(&format!("#{input}"), WRITTEN);
    }
    wait("the plan", || sheet(visit).matches(WRITTEN).count() == 5);
    // Nothing of it is in what the browser keeps of a page.
    for session in [visit.shell(), visit.program()] {
        let kept = "return JSON.stringify([location.href, document.title, history.state, window.name])";
        let kept = session.script(kept, json!([])).to_string();
        assert!(!kept.contains(WRITTEN), "{kept}");
    }
    let stored = "try { return localStorage.length + sessionStorage.length } catch { return 0 }";
    assert_eq!(visit.shell().script(stored, json!([])), 0);
}

fn assert_nothing_is_left(visit: &Visit) {
    at_the_plan(visit);
    assert!(!sheet(visit).contains(WRITTEN));
    let look = "return Array.from(document.querySelectorAll('.picks input'), (input) =>
        input.type === 'checkbox' ? input.checked : input.value !== '').filter((filled) => filled).length";
    assert_eq!(visit.program().script(look, json!([])), 0);
}
