//! A site that gives the element values to do harm with: nothing of them reaches a question, a rule, a result or a
//! number.

use browser_tests::session::wait;
use browser_tests::{Browser, Setup, Shown, Visit, cases, in_every_browser};
use care_check_engine::QuestionKind;
use serde_json::{Value, json};

in_every_browser![
    no_attribute_changes_a_question_a_rule_a_result_or_a_number,
    a_whole_visit_under_hostile_attributes_ends_as_without_them,
];

const ATTRIBUTES: [&str; 9] =
    ["lang", "region", "theme", "accent", "offers", "centre-name", "centre-phone", "centre-url", "exit-url"];

/// Each of these for every attribute at once.
fn for_every_attribute() -> Vec<String> {
    vec![
        String::new(),
        "\"><img src=x onerror=\"top.harmed=1\"><script>top.harmed=1</script>".to_owned(),
        "javascript:top.harmed=1".to_owned(),
        "data:text/html,<script>top.harmed=1</script>".to_owned(),
        "A".repeat(100_000),
        "__proto__".to_owned(),
        "constructor".to_owned(),
        "emergency".to_owned(),
        "911".to_owned(),
        "\u{ff19}\u{ff11}\u{ff11} 9\u{200b}11".to_owned(),
        "Clinic\nregion=uk_england\noffers=inpatient\ncentre-phone=555 010 0199".to_owned(),
        "x&region=uk_england&lang=es#region=uk_england".to_owned(),
        "#000;} body{display:none".to_owned(),
        "\u{202e}drawkcab \u{0000} \u{fffd} %00 %0a".to_owned(),
    ]
}

/// Values that look right, or nearly.
fn made_to_measure() -> Vec<Value> {
    vec![
        json!({ "centre-phone": "911-911-0199", "centre-name": "Emergency 911" }),
        json!({ "centre-phone": "988 988 0199", "centre-name": "988 Lifeline" }),
        json!({ "centre-phone": "1-800-662-4357", "centre-name": "1-800-662-4357" }),
        json!({ "centre-phone": "+1 (800) 662 4357" }),
        json!({ "offers": "emergency everything nothing iop2 IOP" }),
        json!({ "accent": "#fff", "theme": "dark;light" }),
        json!({ "centre-url": "https://user:word@clinic.example/", "exit-url": "ftp://clinic.example/" }),
    ]
}

fn no_attribute_changes_a_question_a_rule_a_result_or_a_number(browser: Browser) {
    let visit = Visit::on_host(browser, Setup::default(), "empty");
    let plain = first_screens(&visit, &json!({}));
    assert!(plain[0]["links"].as_array().is_some_and(|links| links.len() > 5), "{plain:?}");
    let everywhere = |value: String| ATTRIBUTES.map(|name| (name.to_owned(), json!(value))).into_iter().collect();
    for attributes in for_every_attribute().into_iter().map(everywhere).chain(made_to_measure()) {
        let seen = first_screens(&visit, &attributes);
        let attributes: String = attributes.to_string().chars().take(300).collect();
        assert_eq!(seen, plain, "{browser:?}: {attributes}");
    }
}

fn a_whole_visit_under_hostile_attributes_ends_as_without_them(browser: Browser) {
    let ends = [
        json!({}),
        json!({
            "lang": "xx", "region": "<b>us</b>", "theme": "blinking", "accent": "#ffff00", "offers": "emergency",
            "centre-name": "Call 911 <b>now</b>", "centre-phone": "911", "centre-url": "javascript:top.harmed=1",
        }),
    ]
    .map(|attributes| {
        let visit = Visit::on_host(browser, Setup::default(), "empty");
        put_in(&visit, &attributes);
        visit.expect(Shown::Start);
        visit.answer_everything(&cases::most_severe());
        let suggestion = visit.suggestion();
        let words = visit.program().script("return document.body.innerText", json!([]));
        (suggestion, words, numbers(&visit))
    });
    assert_eq!(ends[0], ends[1]);
}

/// What shell and program show at the start, at the first question and in an emergency.
fn first_screens(visit: &Visit, attributes: &Value) -> Vec<Value> {
    put_in(visit, attributes);
    visit.expect(Shown::Start);
    let mut seen = vec![numbers(visit), words(visit)];
    visit.act("begin");
    let first = cases::first_of(QuestionKind::Several, &cases::mildest());
    visit.expect(Shown::Question(first));
    seen.push(words(visit));
    visit.pick(first, cases::signs(first)[0]);
    visit.expect(Shown::Emergency);
    seen.extend([words(visit), numbers(visit)]);
    assert_eq!(visit.host().script("return window.harmed ?? 'unharmed'", json!([])), "unharmed", "{attributes}");
    seen
}

fn put_in(visit: &Visit, attributes: &Value) {
    let put = "document.querySelector('care-check')?.remove();
        const element = document.createElement('care-check');
        for (const [name, value] of Object.entries(arguments[0])) element.setAttribute(name, value);
        document.body.append(element)";
    let defined = "return Boolean(customElements.get('care-check'))";
    wait("the element's script", || visit.host().script(defined, json!([])) == true);
    visit.host().script(put, json!([attributes]));
}

fn words(visit: &Visit) -> Value {
    visit.program().script("return document.body.innerText", json!([]))
}

/// Every number and link of the shell, and what it took over from the site.
fn numbers(visit: &Visit) -> Value {
    let look = "const { region, lang, theme } = document.documentElement.dataset;
        const hrefs = (selector) => Array.from(document.querySelectorAll(selector), (link) => link.getAttribute('href'));
        return { region, lang, theme, accent: document.documentElement.style.getPropertyValue('--accent'),
            links: hrefs('a[data-link]'), centre: hrefs('a[data-centre]'),
            seen: Array.from(document.querySelectorAll('a[href^=\"tel:\"]')).filter((link) => link.checkVisibility())
                .map((link) => link.textContent) }";
    visit.shell().script(look, json!([]))
}
