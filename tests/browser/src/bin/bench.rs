//! How quick the page is on a slow device: `bench`.
//!
//! Chromium with its processor slowed to a quarter, the page in dist/, whole visits. Shell and program share a
//! process here, because Chromium slows one process only. The numbers are of this machine, and of no telephone.

use std::process::ExitCode;

use browser_tests::{Browser, Setup, Shown, Visit, cases};
use serde_json::{Value, json};

const SLOWED: u32 = 4;
const VISITS: usize = 5;

/// Runs in shell and program before anything of theirs. A question counts as shown when the frame after it was drawn.
const WATCH: &str = "
    const seen = { shown: [], changed: [], long: [], up: 0 };
    Object.defineProperty(window, 'careCheckBench', { value: seen });
    const { port1, port2 } = new MessageChannel();
    let clicked = 0, question = '';
    port2.onmessage = ({ data }) => seen.shown.push(performance.now() - data);
    addEventListener('click', (event) => { clicked = event.timeStamp; }, true);
    new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) seen.long.push([startTime, duration]);
    }).observe({ type: 'longtask', buffered: true });
    new MutationObserver(() => {
        const screen = document.querySelector('body > main[data-screen]');
        if (screen && !seen.up) requestAnimationFrame(() => { seen.up = performance.now(); });
        const asked = screen && screen.querySelector('fieldset[data-question]');
        const now = asked ? asked.dataset.question : '';
        if (now === question) return;
        question = now;
        if (!now || !clicked) return;
        const since = clicked;
        seen.changed.push(performance.now() - since);
        requestAnimationFrame(() => port1.postMessage(since));
    }).observe(document, { childList: true, subtree: true });
";

/// What one visit took, in milliseconds.
#[derive(Default)]
struct Measured {
    first_paint: Vec<f64>,
    /// From the beginning of the frame's document to the program's own first screen.
    start: Vec<f64>,
    /// From a click to the next question in the document, and on the screen.
    changed: Vec<f64>,
    shown: Vec<f64>,
    /// Tasks over 50 ms after the start, and the visits that had none are not in it.
    long: Vec<f64>,
}

fn main() -> ExitCode {
    let mut measured = Measured::default();
    for _ in 0..VISITS {
        measure(&mut measured);
    }
    if measured.shown.is_empty() || measured.first_paint.is_empty() {
        eprintln!("nothing was measured: the page shows no question after a click, or paints nothing");
        return ExitCode::FAILURE;
    }
    println!("Chromium, processor slowed {SLOWED} times, {VISITS} visits; milliseconds on this machine\n");
    println!("{:<46} {:>7} {:>7} {:>7} {:>7}", "", "times", "median", "worst", "aim");
    row("first paint, with the emergency signs", &measured.first_paint, "-");
    row("from the frame's beginning to the program", &measured.start, "-");
    row("from a click to the next question's elements", &measured.changed, "16");
    row("from a click to the next question on the screen", &measured.shown, "-");
    row("tasks over 50 ms after the start", &measured.long, "none");
    ExitCode::SUCCESS
}

fn measure(measured: &mut Measured) {
    let visit = Visit::begin_with(Browser::Chromium, Setup { frame_in_own_process: false, ..Setup::default() });
    visit.window(390, 844);
    let shell = visit.shell();
    let watch = shell.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH }));
    shell.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWED }));
    shell.reload();
    visit.came_again();
    visit.expect(Shown::Start);
    visit.let_it_settle();
    let began = number(&visit.program().script("return performance.now()", json!([])));
    visit.answer_everything(&cases::leading_to(cases::level("iop")));
    let paint = "return performance.getEntriesByName('first-contentful-paint').map((paint) => paint.startTime)";
    measured.first_paint.extend(numbers(&visit.shell().script(paint, json!([]))));
    let seen = visit.program().script("return window.careCheckBench", json!([]));
    measured.start.push(number(&seen["up"]));
    measured.changed.extend(numbers(&seen["changed"]));
    measured.shown.extend(numbers(&seen["shown"]));
    let long = seen["long"].as_array().into_iter().flatten();
    measured.long.extend(long.filter(|task| number(&task[0]) > began).map(|task| number(&task[1])));
    // The browser is used again, by visits that are not to be watched twice.
    let shell = visit.shell();
    shell.devtools("Page.removeScriptToEvaluateOnNewDocument", json!({ "identifier": watch["identifier"] }));
    shell.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 1 }));
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_default()
}

fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().into_iter().flatten().map(number).collect()
}

fn row(what: &str, times: &[f64], aim: &str) {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let said = |time: Option<&f64>| time.map_or("-".to_owned(), |time| format!("{time:.1}"));
    let (median, worst) = (said(sorted.get(sorted.len() / 2)), said(sorted.last()));
    println!("{what:<46} {:>7} {median:>7} {worst:>7} {aim:>7}", times.len());
}
