//! What arrives on paper, read from the pages that the browsers print: a number to call first, every sign, nothing cut
//! and nothing lost.

use browser_tests::paper::{Page, Paper, Printed, Word, squeezed};
use browser_tests::session::{Session, wait};
use browser_tests::visit::{REGION, region, texts};
use browser_tests::{Browser, Setup, Shown, Visit, cases, in_both_browsers, server};
use care_check::content::{DIRECTORY, LOCALES, Locale, PLAN, say};
use care_check::take::notes::LONGEST;
use care_check::voice::Voice;
use care_check_engine::QuestionKind;
use care_check_engine::help::Region;
use care_check_engine::words::Who;
use serde_json::json;

in_both_browsers![
    the_fullest_plan_is_one_page_with_the_number_first,
    the_summary_is_whole_with_the_number_first,
    the_result_is_whole_with_the_number_and_the_signs_first,
    what_is_printed_in_the_dark_is_black_on_white,
    the_whole_page_has_the_number_and_the_signs_on_its_first_sheet,
    without_scripts_the_number_and_the_signs_come_first,
    a_site_that_prints_puts_the_number_and_the_signs_on_paper,
];

/// The margins of `assets/take.css`, 12 mm, in points; the shell has those of the browser, 10 mm.
const EDGE: f64 = 34.0;
const EDGE_OF_SHELL: f64 = 28.0;

/// Every language and voice in a region.
fn voices(region: &'static Region) -> impl Iterator<Item = Voice> {
    LOCALES.iter().flat_map(move |locale: &&'static Locale| {
        [Who::Myself, Who::Other].map(|who| Voice { locale, who, region: Some(region) })
    })
}

/// The region that has the most lines to call.
fn fullest() -> &'static Region {
    DIRECTORY.regions.iter().max_by_key(|region| DIRECTORY.helplines_of(region).count()).expect("a region")
}

/// A visit that speaks so, at the result.
fn at_the_result(browser: Browser, voice: &Voice) -> Visit {
    let id = voice.region.map_or("", |region| region.id);
    let asked = format!("#lang={}&region={id}", voice.locale.tag);
    let visit = Visit::open_with(browser, Setup::default(), &asked);
    visit.expect_language(voice.locale.tag);
    finish(&visit, voice.who);
    visit
}

fn finish(visit: &Visit, who: Who) {
    if who == Who::Other {
        visit.press("#other");
    }
    visit.answer_everything(&cases::most_severe());
    visit.suggestion();
    visit.let_it_settle();
}

/// What is read on the screen, piece by piece: the texts of these elements.
fn seen(visit: &Visit, selector: &str) -> Vec<String> {
    let look = "return Array.from(document.querySelectorAll(arguments[0])).filter((piece) => piece.checkVisibility())
        .map((piece) => piece.innerText)";
    let pieces: Vec<String> = texts(&visit.program().script(look, json!([selector])));
    assert!(!pieces.is_empty(), "{selector} shows nothing");
    pieces
}

/// Each of these stands on one of the pages as a whole.
#[track_caller]
fn assert_whole(pages: &[Page], pieces: &[String], what: &str) {
    for piece in pieces {
        let wanted = squeezed(piece);
        assert!(pages.iter().any(|page| page.text().contains(&wanted)), "{what}: {piece:?} is not whole on any page");
    }
}

#[track_caller]
fn assert_nothing_is_cut(pages: &[Page], edge: f64, what: &str) {
    for (place, page) in pages.iter().enumerate() {
        let cut = page.cut_words(edge);
        assert!(cut.is_empty(), "{what}, page {}: over the edge: {cut:?}", place + 1);
    }
}

#[track_caller]
fn assert_dark(printed: &Printed, what: &str) {
    let pale = printed.pale_words();
    assert!(pale.is_empty(), "{what}: pale on paper: {pale:?}");
}

/// The number, then every sign, on this page.
#[track_caller]
fn assert_signs(page: &Page, voice: &Voice, what: &str) {
    let text = page.text();
    let number = squeezed(&voice.say(say::CALL_EMERGENCY));
    let own = voice.region.map(|region| region.emergency).expect("a region");
    assert!(text.contains(&number) || text.contains(&squeezed(&voice.say(say::TAKE_EMERGENCY))), "{what}: {own}");
    let mut signs: Vec<String> = voice.signs().into_iter().map(|(_, sign)| sign.to_string()).collect();
    signs.push(voice.say(say::EMERGENCY_SELF_HARM).to_string());
    for sign in signs {
        assert!(text.contains(&squeezed(&sign)), "{what}: {sign} is not on the page:\n{text}");
    }
}

/// A page ends with no heading, which would stand alone then.
#[track_caller]
fn assert_no_heading_stands_alone(visit: &Visit, pages: &[Page], what: &str) {
    let headings = seen(visit, "h2, h3, h4");
    for (place, page) in pages.iter().enumerate() {
        let alone = headings.iter().find(|heading| page.text().ends_with(&squeezed(heading)));
        assert_eq!(alone, None, "{what}, page {}: a heading at its end", place + 1);
    }
}

fn the_fullest_plan_is_one_page_with_the_number_first(browser: Browser) {
    for voice in voices(fullest()) {
        let visit = at_the_result(browser, &voice);
        visit.act("plan");
        visit.expect(Shown::Plan);
        fill_in(&visit);
        let pieces = seen(&visit, ".sheet > :not(ul), .sheet li");
        assert!(pieces.len() > PLAN.triggers.len() + PLAN.signs.len() + PLAN.people.len());
        for paper in Paper::ALL {
            let what = format!("{browser:?}, {}, {:?}, {paper:?}", voice.locale.tag, voice.who);
            let printed = visit.printed(paper);
            let pages = printed.pages();
            assert_eq!(pages.len(), 1, "{what}: pages");
            let first = squeezed(&[voice.say(say::PLAN_SHEET), voice.say(say::TAKE_EMERGENCY)].concat());
            assert!(pages[0].text().starts_with(&first), "{what}: {}", pages[0].text());
            assert_eq!(pages[0].text(), squeezed(&pieces.concat()), "{what}: as on the screen, and nothing else");
            assert_nothing_is_cut(&pages, EDGE, &what);
            assert_dark(&printed, &what);
        }
    }
}

/// Everything picked, and every input as full as it can be.
fn fill_in(visit: &Visit) {
    let fill = "for (const box of document.querySelectorAll('.picks input[type=checkbox]:not(:checked)')) box.click();
        const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
        for (const input of document.querySelectorAll('.picks input[type=text]')) {
            set.call(input, arguments[0]);
            input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }";
    let words: String = "Ask Ana to come ".chars().cycle().take(LONGEST).collect();
    visit.program().script(fill, json!([words]));
    let inputs = 4 + PLAN.people.len();
    wait("everything in the plan", || seen(visit, ".sheet").concat().matches(words.trim()).count() == inputs);
}

fn the_summary_is_whole_with_the_number_first(browser: Browser) {
    for voice in voices(fullest()) {
        let visit = at_the_result(browser, &voice);
        visit.act("summary");
        visit.expect(Shown::Summary);
        let pieces = seen(&visit, ".sheet > :not(ul), .sheet li");
        for paper in Paper::ALL {
            let what = format!("{browser:?}, {}, {:?}, {paper:?}", voice.locale.tag, voice.who);
            let printed = visit.printed(paper);
            let pages = printed.pages();
            // With the most answers and reasons that there can be; a usual one is one page.
            assert!(pages.len() <= 3, "{what}: {} pages", pages.len());
            let first = squeezed(&[voice.say(say::SUMMARY_TITLE), voice.say(say::TAKE_EMERGENCY)].concat());
            assert!(pages[0].text().starts_with(&first), "{what}: {}", pages[0].text());
            assert_whole(&pages, &pieces, &what);
            assert_no_heading_stands_alone(&visit, &pages, &what);
            assert_nothing_is_cut(&pages, EDGE, &what);
            assert_dark(&printed, &what);
        }
    }
}

fn the_result_is_whole_with_the_number_and_the_signs_first(browser: Browser) {
    for voice in voices(region(REGION)) {
        let visit = at_the_result(browser, &voice);
        // The numbers of the ladder are drawn by the style and not read here.
        let pieces = seen(&visit, "main :is(h1, h2, h3, h4, p, li):not(:has(p, li), .offer *, .ladder *, summary *)");
        let own = voice.region.expect("a region");
        for paper in Paper::ALL {
            let what = format!("{browser:?}, {}, {:?}, {paper:?}", voice.locale.tag, voice.who);
            let printed = visit.printed(paper);
            let pages = printed.pages();
            let first = squeezed(&voice.say(say::TAKE_EMERGENCY));
            assert!(pages[0].text().starts_with(&first), "{what}: {}", pages[0].text());
            assert_signs(&pages[0], &voice, &what);
            assert!(pages[0].text().contains(&squeezed(&seen(&visit, "h1").concat())), "{what}: the suggestion");
            assert_whole(&pages, &pieces, &what);
            assert_whole(&pages, &addresses(own), &what);
            assert_no_heading_stands_alone(&visit, &pages, &what);
            assert_nothing_is_cut(&pages, EDGE, &what);
            assert_dark(&printed, &what);
        }
    }
}

/// Where a finder is, for somebody who cannot press anything.
fn addresses(region: &'static Region) -> Vec<String> {
    let addresses: Vec<String> = DIRECTORY.finders_of(region).map(|finder| finder.url.to_owned()).collect();
    assert!(!addresses.is_empty(), "{} has no finder to print", region.id);
    addresses
}

fn what_is_printed_in_the_dark_is_black_on_white(browser: Browser) {
    let visit = Visit::begin_with(browser, Setup { dark: true, ..Setup::default() });
    finish(&visit, Who::Myself);
    assert_dark(&visit.printed(Paper::A4), "the result");
    visit.act("plan");
    visit.expect(Shown::Plan);
    assert_dark(&visit.printed(Paper::A4), "the plan");
}

fn the_whole_page_has_the_number_and_the_signs_on_its_first_sheet(browser: Browser) {
    for voice in voices(region(REGION)).filter(|voice| voice.who == Who::Myself) {
        let visit = at_the_result(browser, &voice);
        let level = seen(&visit, "h1").concat();
        for paper in Paper::ALL {
            let what = format!("{browser:?}, {}, {paper:?}", voice.locale.tag);
            let printed = visit.host().printed(paper);
            let pages = printed.pages();
            assert_signs(&pages[0], &voice, &what);
            assert_whole(&pages, std::slice::from_ref(&level), &what);
            assert_whole(&pages, &addresses(voice.region.expect("a region")), &what);
            // Further down, the end of a sheet may cut the frame in the middle of a line.
            assert_nothing_is_cut(&pages[..1], EDGE_OF_SHELL, &what);
        }
    }
}

fn without_scripts_the_number_and_the_signs_come_first(browser: Browser) {
    let visit = Visit::open(browser, Setup { scripts: false, ..Setup::default() });
    for paper in Paper::ALL {
        let what = format!("{browser:?}, {paper:?}");
        let printed = visit.host().printed(paper);
        let pages = printed.pages();
        let text: String = pages.iter().map(Page::text).collect();
        for locale in LOCALES {
            let voice = Voice { locale, ..Voice::default() };
            for (number, countries) in voice.numbers_with_countries() {
                assert!(pages[0].text().contains(&squeezed(&[number, &countries].concat())), "{what}: {number}");
            }
            let leaflet = text.find(&squeezed(&voice.say(say::LEAFLET_TITLE))).expect("the leaflet");
            for (_, sign) in voice.signs() {
                let place = text.find(&squeezed(&sign)).unwrap_or_else(|| panic!("{what}: {sign} is missing"));
                assert!(place < leaflet, "{what}: {sign} comes after the leaflet");
            }
        }
        // Firefox cuts rows of the leaflet's table further down.
        assert_nothing_is_cut(&pages[..1], EDGE_OF_SHELL, &what);
    }
}

/// A frame on paper is as tall as it was on the screen, so of a tall screen the end is missing; never the beginning.
fn a_site_that_prints_puts_the_number_and_the_signs_on_paper(browser: Browser) {
    let voice = Voice { region: Some(region(REGION)), ..Voice::default() };
    let visit = Visit::at(browser, Setup::default(), &server::fault("still"));
    let expect = |what: &str| {
        let pages = visit.host().printed(Paper::A4).pages();
        assert_signs(&pages[0], &voice, &format!("{browser:?}, {what}"));
    };
    visit.expect(Shown::Start);
    visit.let_it_settle();
    expect("at the start");
    visit.act("begin");
    let first = cases::first_of(QuestionKind::Several, &cases::mildest());
    visit.expect(Shown::Question(first));
    visit.pick(first, cases::signs(first)[0]);
    visit.expect(Shown::Emergency);
    visit.let_it_settle();
    expect("in an emergency");
    visit.act("back");
    visit.expect(Shown::Question(first));
    visit.act("back");
    visit.expect(Shown::Start);
    finish(&visit, Who::Myself);
    expect("at the result");
    let shell: &Session = visit.shell();
    shell.script("scrollTo(0, document.documentElement.scrollHeight)", json!([]));
    wait("the end of the result", || visit.shell().script("return scrollY", json!([])).as_f64() > Some(1000.0));
    expect("at the end of the result");
}

/// Chromium without a window prints nothing that a page asks for.
#[test]
fn what_the_button_prints_is_the_same() {
    let visit = Visit::begin(Browser::Firefox);
    finish(&visit, Who::Myself);
    for screen in [Shown::Result, Shown::Plan, Shown::Summary] {
        match screen {
            Shown::Plan => visit.act("plan"),
            Shown::Summary => visit.act("summary"),
            _ => {}
        }
        visit.expect(screen);
        let expected = visit.printed(Paper::Letter).pages();
        let printed = Printed::nothing_yet();
        visit.shell().prints_into(&printed, Paper::Letter);
        visit.press("button[data-take=\"print\"]");
        wait("the paper", || printed.is_whole());
        let pages = printed.pages();
        let is_in_margin = |word: &&Word| word.bottom < EDGE;
        let words = |pages: &[Page]| {
            let words = pages.iter().flat_map(|page| &page.words).filter(|word| !is_in_margin(word));
            let mut words: Vec<String> = words.map(|word| squeezed(&word.text)).collect();
            words.sort();
            words
        };
        // Its dialogue leaves a little more room on a page than the driver does, so pages may end elsewhere, and what
        // stands side by side is read in another order.
        assert_eq!(words(&pages), words(&expected), "{screen:?}");
        let margins = pages.iter().flat_map(|page| &page.words).filter(is_in_margin);
        let margins: String = margins.map(|word| squeezed(&word.text)).collect();
        assert!(margins.contains("care-check"), "{screen:?}: {margins}");
        assert!(!margins.to_lowercase().contains("coca"), "{screen:?}: what it is about stands above it: {margins}");
        if screen != Shown::Result {
            visit.act("back");
            visit.expect(Shown::Result);
        }
    }
}
