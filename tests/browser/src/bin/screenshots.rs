//! Pictures of every kind of screen, for people: `screenshots FOLDER`.
//!
//! Chromium, the whole page, in three widths, light and dark: `result-320-dark.png`.

use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs};

use browser_tests::{Browser, Setup, Visit, cases, tour};
use serde_json::json;

const WIDTHS: [u32; 3] = [320, 390, 1280];

/// The stops of the tour, and what their pictures are called.
const TAKEN: [(&str, &str); 7] = [
    ("start", "start"),
    ("question-one", "question"),
    ("emergency", "emergency"),
    ("review", "review"),
    ("result", "result"),
    ("plan", "plan"),
    ("summary", "summary"),
];

fn main() -> ExitCode {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("screenshots FOLDER: into which folder?");
        return ExitCode::FAILURE;
    };
    if let Err(error) = fs::create_dir_all(&folder) {
        eprintln!("cannot make {}: {error}", folder.display());
        return ExitCode::FAILURE;
    }
    // Neither the shortest nor the longest result.
    let answers = cases::leading_to(cases::level("iop"));
    for (theme, dark) in [("light", false), ("dark", true)] {
        let take = |visit: &Visit, screen: &str| {
            // As on a phone, where scroll bars take no room.
            visit.shell().devtools("Emulation.setScrollbarsHidden", json!({ "hidden": true }));
            for width in WIDTHS {
                visit.window(width, 844);
                let height = visit.shell().script("return document.documentElement.scrollHeight", json!([]));
                let height = height.as_u64().and_then(|height| u32::try_from(height).ok()).unwrap_or(844);
                visit.window(width, height);
                let path = folder.join(format!("{screen}-{width}-{theme}.png"));
                match fs::write(&path, visit.shell().screenshot()) {
                    Ok(()) => println!("{}", path.display()),
                    Err(error) => eprintln!("cannot write {}: {error}", path.display()),
                }
            }
        };
        let visit = Visit::begin_with(Browser::Chromium, Setup { dark, ..Setup::default() });
        tour::with_answers(&visit, &answers, |screen| {
            if let Some((_, name)) = TAKEN.iter().find(|(stop, _)| *stop == screen) {
                take(&visit, name);
            }
        });
        let leaflet = Visit::open(Browser::Chromium, Setup { dark, scripts: false, ..Setup::default() });
        take(&leaflet, "leaflet");
    }
    ExitCode::SUCCESS
}
