//! The page on a narrow phone, and enlarged four times.

use browser_tests::session::{key, wait};
use browser_tests::{Browser, Setup, Shown, Visit, cases, in_both_browsers, layout, tour};
use care_check::content::{LOCALES, PROTOCOL};
use care_check_engine::path;
use serde_json::json;

in_both_browsers![
    no_screen_is_wider_than_a_narrow_phone,
    the_leaflet_is_no_wider_than_a_narrow_phone,
    text_twice_as_large_is_not_cut_off,
    text_with_wider_spacing_is_not_cut_off,
    a_new_screen_begins_below_the_bar,
    the_bar_leaves_two_thirds_of_the_window,
    the_way_out_is_at_hand_at_every_scroll_position_and_apart_from_the_number,
    every_country_s_number_in_the_bar_comes_into_view_for_the_keyboard,
];

/// A narrow phone; and 1280x1024 at 400 %.
const SMALL: [(u32, u32); 2] = [(320, 568), (320, 256)];

fn no_screen_is_wider_than_a_narrow_phone(browser: Browser) {
    assert_nothing_is_cut_off(&Visit::begin(browser), &SMALL);
}

fn text_twice_as_large_is_not_cut_off(browser: Browser) {
    let visit = Visit::begin_with(browser, Setup { large_text: true, ..Setup::default() });
    assert_nothing_is_cut_off(&visit, &[(1280, 1024)]);
}

/// As far apart as WCAG 2.2, 1.4.12, asks that text may be set.
fn text_with_wider_spacing_is_not_cut_off(browser: Browser) {
    assert_nothing_is_cut_off_when(&Visit::begin(browser), &[(320, 568), (1280, 800)], |visit| {
        for session in [Visit::shell, Visit::program] {
            assert_eq!(session(visit).script(SPACED, json!([])), true);
        }
        visit.let_it_settle();
    });
}

const SPACED: &str = "
    const spacing = { 'line-height': '1.5', 'letter-spacing': '0.12em', 'word-spacing': '0.16em' };
    for (const element of document.body.querySelectorAll('*')) {
        for (const [name, value] of Object.entries(spacing)) element.style.setProperty(name, value, 'important');
        if (element.localName === 'p') element.style.setProperty('margin-bottom', '2em', 'important');
    }
    return getComputedStyle(document.querySelector('p')).letterSpacing !== 'normal'";

fn assert_nothing_is_cut_off(visit: &Visit, windows: &[(u32, u32)]) {
    assert_nothing_is_cut_off_when(visit, windows, |_| {});
}

/// In every writing: words of another language are longer, and from right to left things stick out at the left.
fn assert_nothing_is_cut_off_when(visit: &Visit, windows: &[(u32, u32)], prepare: impl Fn(&Visit)) {
    let mut wrong = Vec::new();
    tour::of_every_screen(visit, |screen| {
        for (width, height) in windows.iter().copied() {
            visit.window(width, height);
            let mut look = |writing: &str| {
                prepare(visit);
                for (place, session) in [("shell", Visit::shell as fn(&Visit) -> &_), ("program", Visit::program)] {
                    let found = layout::cut_off(session(visit)).into_iter();
                    wrong.extend(found.map(|what| format!("{screen}, {writing}, {width}x{height}, {place}: {what}")));
                }
            };
            look(LOCALES[0].tag);
            tour::in_every_other_writing(visit, look);
        }
    });
    assert!(wrong.is_empty(), "{:?}:\n{}", visit.browser(), wrong.join("\n"));
}

fn the_leaflet_is_no_wider_than_a_narrow_phone(browser: Browser) {
    let visit = Visit::open(browser, Setup { scripts: false, ..Setup::default() });
    for (width, height) in SMALL {
        visit.window(width, height);
        let found = layout::cut_off(visit.shell());
        assert!(found.is_empty(), "{browser:?}, {width}x{height}:\n{}", found.join("\n"));
    }
}

fn a_new_screen_begins_below_the_bar(browser: Browser) {
    for (width, height) in [(320, 568), (320, 256), (1280, 800)] {
        let visit = Visit::begin(browser);
        visit.window(width, height);
        let answers = cases::mildest();
        visit.act("begin");
        // The button that leads on is far down, so each screen has to be brought back into view.
        for question in path::path(&PROTOCOL, &answers).take(3) {
            visit.expect(Shown::Question(question));
            expect_heading_in_view(&visit, &format!("{browser:?}, {width}x{height}"));
            visit.answer(question, answers.options(question));
            visit.act("next");
        }
    }
}

#[track_caller]
fn expect_heading_in_view(visit: &Visit, place: &str) {
    let heading = "const { top, height } = document.querySelector('#screen-title').getBoundingClientRect();
        return [top, parseFloat(getComputedStyle(document.querySelector('#screen-title')).lineHeight) || height]";
    let window = "return [document.querySelector('iframe').getBoundingClientRect().top,
        document.querySelector('.bar').getBoundingClientRect().bottom, innerHeight]";
    let mut seen = String::new();
    let mut in_view = || {
        let inside = visit.program().script(heading, json!([]));
        let outside = visit.shell().script(window, json!([]));
        let number = |value: &serde_json::Value| value.as_f64().unwrap_or(f64::NAN);
        let top = number(&outside[0]) + number(&inside[0]);
        let bottom_of_first_line = top + number(&inside[1]);
        let (bar, window) = (number(&outside[1]), number(&outside[2]));
        seen =
            format!("the heading's first line is at {top}..{bottom_of_first_line}, between {bar} and {window} is free");
        top >= bar - 1.0 && bottom_of_first_line <= window
    };
    let begun = std::time::Instant::now();
    while !in_view() {
        assert!(begun.elapsed().as_secs() < 3, "{place}: {seen}");
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    visit.let_it_settle();
}

/// Where nobody knows the country, a low window has no room for all of the numbers at once.
fn every_country_s_number_in_the_bar_comes_into_view_for_the_keyboard(browser: Browser) {
    const NUMBERS: &str = "const bar = document.querySelector('.bar');
        const numbers = Array.from(bar.querySelectorAll('a[href^=\"tel:\"]')).filter((link) => link.checkVisibility());
        const isSeen = (link) => {
            const { top, bottom, left, right } = link.getBoundingClientRect(), box = bar.getBoundingClientRect();
            return top >= Math.max(0, box.top) - 1 && bottom <= Math.min(innerHeight, box.bottom) + 1 && left >= 0 && right <= innerWidth;
        };
        return [numbers.length, numbers.indexOf(document.activeElement), isSeen(document.activeElement), isSeen(numbers[0])]";
    let visit = Visit::begin(browser);
    visit.shell().select("[data-region-select]", "");
    for (width, height) in [(320, 256), (320, 568), (390, 664), (1280, 800)] {
        visit.window(width, height);
        let place = format!("{browser:?}, {width}x{height}");
        visit.shell().script(
            "document.querySelector('.bar').scrollTop = 0; document.querySelector('.leave').focus()",
            json!([]),
        );
        let look = || visit.shell().script(NUMBERS, json!([]));
        assert_eq!(look()[3], true, "{place}: the first number is out of sight");
        let all = look()[0].as_i64().unwrap_or_default();
        assert!(all > 2, "{place}: {all} numbers");
        let reached = |number: i64| {
            let seen = look();
            seen[1] == number && seen[2] == true
        };
        // The link to all signs comes before them where there is room for it, and in Firefox a bar that scrolls.
        for _ in 0..3 {
            if look()[1] == -1 {
                visit.shell().press(&[key::TAB]);
            }
        }
        for number in 0..all {
            wait(&format!("{place}: number {number} of {all}"), || reached(number));
            visit.shell().press(&[key::TAB]);
        }
    }
}

fn the_bar_leaves_two_thirds_of_the_window(browser: Browser) {
    let visit = Visit::begin(browser);
    let regions = care_check::content::DIRECTORY.regions.iter().map(|region| region.id).chain([""]);
    for region in regions {
        visit.shell().select("[data-region-select]", region);
        for (width, height) in [(320, 256), (320, 568), (390, 844), (1280, 800)] {
            visit.window(width, height);
            let look = "const bar = document.querySelector('.bar'); const { height } = bar.getBoundingClientRect();
                const number = Array.from(bar.querySelectorAll('a[href^=\"tel:\"]')).find((link) => link.checkVisibility());
                return [height, number.getBoundingClientRect().bottom <= bar.getBoundingClientRect().bottom]";
            let seen = visit.shell().script(look, json!([]));
            let bar = seen[0].as_f64().unwrap_or(f64::NAN);
            assert!(
                bar * 3.0 <= f64::from(height) && seen[1] == true,
                "{browser:?}, {region:?}, {width}x{height}: the bar is {bar} tall, {seen}"
            );
        }
    }
}

fn the_way_out_is_at_hand_at_every_scroll_position_and_apart_from_the_number(browser: Browser) {
    const LOOK: &str = "const page = document.scrollingElement;
        page.scrollTop = arguments[0] * (page.scrollHeight - innerHeight);
        const seen = (all) => Array.from(document.querySelectorAll(all)).filter((one) => one.checkVisibility());
        const [leave] = seen('[data-leave]');
        const { left, right, top, bottom } = leave.getBoundingClientRect();
        const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        // How far each number is from it, in CSS pixels.
        const apart = seen('.bar a[href^=\"tel:\"]').map((number) => number.getBoundingClientRect().left - right);
        return [top >= 0 && bottom <= innerHeight && over === leave, Math.min(...apart)]";
    for locale in LOCALES {
        for region in ["us", "uk_england", ""] {
            let asked = format!("#lang={}&region={region}", locale.tag);
            let visit = Visit::open_with(browser, Setup::default(), &asked);
            visit.expect_language(locale.tag);
            if region.is_empty() {
                let nowhere = "const select = document.querySelector('[data-region-select]');
                    select.value = ''; select.dispatchEvent(new Event('change', { bubbles: true }))";
                visit.shell().script(nowhere, json!([]));
            }
            for (width, height) in [(320, 568), (320, 256), (390, 844), (1280, 800)] {
                visit.window(width, height);
                for place in [0.0, 0.5, 1.0] {
                    let seen = visit.shell().script(LOOK, json!([place]));
                    let apart = seen[1].as_f64().unwrap_or(f64::NAN);
                    let place = format!("{browser:?}, {asked}, {width}x{height}, at {place}");
                    assert!(seen[0] == true && apart >= 8.0, "{place}: {seen}");
                }
            }
        }
    }
}
