//! A visit leaves no trace in the console.

use browser_tests::session::wait;
use browser_tests::visit::Shown;
use browser_tests::{Browser, Setup, Visit, cases};
use serde_json::json;

/// Firefox's driver cannot read the console.
#[test]
fn a_whole_visit_logs_no_error() {
    let visit = Visit::begin_with(Browser::Chromium, Setup { frame_in_own_process: false, ..Setup::default() });
    visit.answer_everything(&cases::most_severe());
    visit.suggestion();
    visit.clear();
    visit.expect(Shown::Start);
    let logged = visit.shell().logged();
    assert!(logged.is_empty(), "{}", logged.join("\n"));

    // And an error would have been heard, in either document.
    for (place, session) in [("program", Visit::program as fn(&Visit) -> &_), ("shell", Visit::shell)] {
        session(&visit).script("console.error('from the ' + arguments[0])", json!([place]));
        wait("the error to be logged", || visit.shell().logged().iter().any(|line| line.contains(place)));
    }
}
