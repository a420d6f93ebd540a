//! axe-core in the shell and in the program.

use std::fs;
use std::sync::LazyLock;

use serde_json::{Value, json};

use crate::session::Session;
use crate::tools;
use crate::visit::{Visit, texts};

/// axe asks how the document spells the name of a link to tell HTML from XHTML. In the program's frame links cannot
/// be made, so it asks about a paragraph.
static SOURCE: LazyLock<String> = LazyLock::new(|| {
    let path = tools::given("AXE", "axe-core");
    let source = fs::read_to_string(&path).unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()));
    let (asks, asks_instead) = (r#""A"===e.createElement("A")"#, r#""P"===e.createElement("P")"#);
    assert!(source.contains(asks), "axe-core has changed: it does not ask {asks} any more");
    source.replace(asks, asks_instead)
});

/// Rules that axe leaves out unless asked: the size of targets of WCAG 2.2, and that what is spoken to a control is
/// what can be read on it.
const ASKED_FOR: [&str; 2] = ["target-size", "label-content-name-mismatch"];

/// Rules about a page as a whole. Run on the shell alone, axe does not see that the main part and the first heading
/// are in the frame; run on the program, it looks for them there.
const OF_THE_WHOLE_PAGE: [&str; 2] = ["landmark-one-main", "page-has-heading-one"];

/// What axe finds wrong with the page as it is, in both documents.
pub fn violations(visit: &Visit) -> Vec<String> {
    let mut found = run(visit.shell(), &OF_THE_WHOLE_PAGE, "shell");
    found.extend(run(visit.program(), &[], "program"));
    found
}

/// What axe finds wrong with the shell when there is no program.
pub fn shell_violations(visit: &Visit) -> Vec<String> {
    run(visit.shell(), &[], "shell")
}

fn run(session: &Session, without: &[&str], place: &str) -> Vec<String> {
    // It stays in a document, and sending half a megabyte again takes longer than asking it.
    if session.script("return typeof window.axe === 'object'", json!([])) != true {
        session.script(&SOURCE, json!([]));
    }
    let script = "const [rules, done] = arguments;
        try {
            window.axe.run(document, { iframes: false, preload: false, rules }).then(
                ({ violations }) => done(violations.map(({ id, nodes }) =>
                    `${id} at ${nodes.length} places, first ${nodes[0].html.slice(0, 200)}: ${nodes[0].failureSummary}`)),
                (error) => done('axe failed: ' + error + error.stack));
        } catch (error) { done('axe did not start: ' + error + error.stack); }";
    let off = without.iter().map(|rule| (*rule, false));
    let on = ASKED_FOR.iter().map(|rule| (*rule, true));
    let rules: Value = off.chain(on).map(|(rule, enabled)| (rule.to_owned(), json!({ "enabled": enabled }))).collect();
    let found = session.script_later(script, json!([rules]));
    if let Some(failure) = found.as_str() {
        panic!("{:?}, {place}: {failure}", session.browser);
    }
    texts(&found).into_iter().map(|violation| format!("{place}: {violation}")).collect()
}
