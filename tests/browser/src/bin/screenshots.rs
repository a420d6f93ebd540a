//! Pictures of every kind of screen, for people: `screenshots FOLDER LANGUAGE …`.
//!
//! Chromium, the whole page, in three widths, light and dark: `es/result-320-light.png`; what can be taken along, as it
//! is on paper: `es/plan-paper.png`; and what a phone shows at first of three screens, for the README: `start.png`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use browser_tests::paper::Paper;
use browser_tests::{Browser, Setup, Visit, cases, picture, tour};
use care_check::content::LOCALES;
use serde_json::json;

const WIDTHS: [u32; 3] = [320, 390, 1280];
const PHONE: (u32, u32) = (390, 844);

/// The stops of the tour, and what their pictures are called.
const TAKEN: [(&str, &str); 10] = [
    ("start", "start"),
    ("question-several", "question-several"),
    ("missing", "missing"),
    ("question-one", "question"),
    ("emergency", "emergency"),
    ("review", "review"),
    ("result", "result"),
    ("result-unfolded", "result-unfolded"),
    ("plan", "plan"),
    ("summary", "summary"),
];

/// The stops whose sheet is shown on paper as well.
const ON_PAPER: [&str; 2] = ["plan", "summary"];

/// Enough to read a page of paper on a screen.
const DOTS_PER_INCH: u32 = 80;

/// What the README shows.
const SHOWN: [&str; 3] = ["start", "question", "result"];

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1);
    let Some(folder) = arguments.next().map(PathBuf::from) else {
        eprintln!("screenshots FOLDER LANGUAGE …: into which folder?");
        return ExitCode::FAILURE;
    };
    let wanted: Vec<String> = arguments.filter_map(|tag| tag.into_string().ok()).collect();
    let unknown = wanted.iter().find(|tag| LOCALES.iter().all(|locale| locale.tag != **tag));
    if let Some(unknown) = unknown {
        eprintln!("there is no language {unknown}");
        return ExitCode::FAILURE;
    }
    for locale in LOCALES.iter().filter(|locale| wanted.is_empty() || wanted.iter().any(|tag| tag == locale.tag)) {
        if let Err(error) = in_language(&folder, locale.tag) {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn in_language(folder: &Path, tag: &str) -> Result<(), String> {
    let own = folder.join(tag);
    fs::create_dir_all(&own).map_err(|error| format!("cannot make {}: {error}", own.display()))?;
    // Neither the shortest nor the longest result.
    let answers = cases::leading_to(cases::level("iop"));
    let asked = format!("#lang={tag}");
    let mut failed = None;
    for (theme, dark) in [("light", false), ("dark", true)] {
        let mut take = |visit: &Visit, screen: &str| {
            if !dark && tag == LOCALES[0].tag && SHOWN.contains(&screen) {
                let taken = at_first(visit);
                failed = failed.take().or(written(&folder.join(format!("{screen}.png")), &taken).err());
            }
            if !dark && ON_PAPER.contains(&screen) {
                for (place, taken) in visit.printed(Paper::A4).pictures(DOTS_PER_INCH).iter().enumerate() {
                    let page = if place == 0 { String::new() } else { format!("-{}", place + 1) };
                    let path = own.join(format!("{screen}-paper{page}.png"));
                    failed = failed.take().or(written(&path, taken).err());
                }
            }
            for width in WIDTHS {
                let taken = whole(visit, width);
                let path = own.join(format!("{screen}-{width}-{theme}.png"));
                failed = failed.take().or(written(&path, &taken).err());
            }
        };
        let setup = Setup { dark, ..Setup::default() };
        let visit = Visit::open_with(Browser::Chromium, setup, &asked);
        visit.expect_language(tag);
        // As on a phone, where scroll bars take no room.
        visit.shell().devtools("Emulation.setScrollbarsHidden", json!({ "hidden": true }));
        tour::with_answers(&visit, &answers, |screen| {
            if let Some((_, name)) = TAKEN.iter().find(|(stop, _)| *stop == screen) {
                take(&visit, name);
            }
        });
        // What shows the leaflet when the program breaks.
        visit.program().script("parent.postMessage('failed', '*')", json!([]));
        take(&visit, "leaflet");
    }
    failed.map_or(Ok(()), Err)
}

/// The page in a window as tall as all of it.
fn whole(visit: &Visit, width: u32) -> Vec<u8> {
    visit.window(width, PHONE.1);
    let height = visit.shell().script("return document.documentElement.scrollHeight", json!([]));
    let height = height.as_u64().and_then(|height| u32::try_from(height).ok()).unwrap_or(PHONE.1);
    visit.window(width, height);
    visit.shell().screenshot()
}

/// What a phone shows before anybody scrolls.
fn at_first(visit: &Visit) -> Vec<u8> {
    visit.window(PHONE.0, PHONE.1);
    visit.shell().screenshot()
}

fn written(path: &Path, taken: &[u8]) -> Result<(), String> {
    fs::write(path, picture::with_few_colours(taken))
        .map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    println!("{}", path.display());
    Ok(())
}
