//! Refuses a program that could send, store or navigate, and markup that could not work under the policy.
//!
//! Wasm can do nothing but call its imports, so a list of imports that somebody has read is a strong statement.
//! It does not cover `Reflect`, which can name a property at run time; the policy, the sandbox and the gate do.

use crate::wasm;
use anyhow::{Result, ensure};
use std::collections::BTreeSet;

/// Words that have no business in the glue, whatever stands around them.
const FORBIDDEN_WORDS: [(&str, &str); 6] = [
    (
        "sends",
        "fetch fetchLater XMLHttpRequest sendBeacon WebSocket WebSocketStream WebTransport EventSource Request \
         RTCPeerConnection Worker SharedWorker serviceWorker BroadcastChannel submit requestSubmit share",
    ),
    (
        "stores",
        "localStorage sessionStorage indexedDB caches cookie cookieStore storage credentials showSaveFilePicker",
    ),
    ("navigates", "location navigation navigate open opener href URL action formAction title replace assign reload"),
    ("loads", "src srcset srcdoc import importScripts data_src setAttributeNS FontFace Image Audio"),
    ("runs text as code", "eval Function write writeln insertAdjacentHTML setHTMLUnsafe parseHTMLUnsafe DOMParser"),
    ("asks the device", "geolocation mediaDevices getUserMedia speechSynthesis clipboardData referrer"),
];

/// The texts the glue has anyway, in which a forbidden word is only a text.
const HARMLESS: [&str; 2] = ["`Function(${val.name})`", "'Function'"];

const LIST: &str = "xtask/allowed-imports.txt";

/// Everything that is wrong with the program, all at once. A lean program uses all that it is allowed.
pub fn program(program: &[u8], glue: &str, list: &str, lean: bool) -> Result<()> {
    let (page, development) = list.split_once("[development]").unwrap_or((list, ""));
    let mut allowed = allowed_names(page);
    let mut unused = allowed.clone();
    if !lean {
        allowed.extend(allowed_names(development));
    }
    let mut problems = Vec::new();
    for (module, name) in wasm::imports(program)? {
        if !module.starts_with("./") || !module.ends_with("_bg.js") {
            problems.push(format!("the wasm imports `{name}` from `{module}` instead of the glue"));
        }
        let plain = plain_name(&name);
        unused.remove(plain);
        if !allowed.contains(plain) {
            problems.push(format!(
                "the wasm imports `{plain}`, which is not on the list in {LIST}; \
                 if it can neither send, store nor navigate, add it there"
            ));
        }
    }
    if lean {
        problems.extend(unused.iter().map(|name| format!("{LIST} allows `{name}`, which nothing uses; take it out")));
    }
    problems.extend(forbidden_words(glue));
    problems.sort();
    problems.dedup();
    ensure!(
        problems.is_empty(),
        "the program could break the promise that no answer leaves the page:\n  {}",
        problems.join("\n  ")
    );
    Ok(())
}

/// A folder of the machine it was built on would make the bytes of each machine different, and tell whose it was.
pub fn no_machine_path(wasm: &[u8], root: &str) -> Result<()> {
    for path in [root, "/.cargo/registry", "/.rustup/"] {
        let found = wasm.windows(path.len()).any(|bytes| bytes == path.as_bytes());
        ensure!(!found, "the wasm holds the path {path}; see wasm_settings in xtask/src/serve.rs");
    }
    Ok(())
}

fn forbidden_words(glue: &str) -> Vec<String> {
    let mut problems = Vec::new();
    for (number, line) in glue.lines().enumerate().filter(|(_, line)| !line.trim().starts_with("//")) {
        let mut line = line.to_owned();
        for text in HARMLESS {
            line = line.replace(text, "");
        }
        let words: BTreeSet<&str> =
            line.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_' && letter != '$').collect();
        for (what, forbidden) in FORBIDDEN_WORDS {
            for word in forbidden.split_whitespace().filter(|word| words.contains(word)) {
                problems.push(format!("`{word}` in line {} of the glue {what}: {}", number + 1, line.trim()));
            }
        }
    }
    problems
}

fn allowed_names(list: &str) -> BTreeSet<&str> {
    list.lines().map(|line| line.split('#').next().unwrap_or_default()).flat_map(str::split_whitespace).collect()
}

/// `__wbg_createElement_de4a31ed2fb252be` is `createElement`.
fn plain_name(import: &str) -> &str {
    let name = import.strip_prefix("__wbg_").unwrap_or(import);
    match name.rsplit_once('_') {
        Some((plain, hash)) if hash.len() == 16 && hash.bytes().all(|digit| digit.is_ascii_hexdigit()) => plain,
        _ => name,
    }
}

/// Markup of the shell. It may link, because the shell never learns an answer, but nothing in it may run or load.
pub fn shell_markup(html: &str) -> Result<()> {
    markup("the shell's markup", html, &["<script", "<iframe", "<form", "<img", "<link", "<base", "<meta", "<object"])
}

/// Markup of the program's first screen. A link there would end the program, or the visitor's privacy.
pub fn program_markup(html: &str) -> Result<()> {
    let tags = ["<script", "<iframe", "<form", "<img", "<link", "<base", "<meta", "<object", "<a ", "<style"];
    markup("the first screen's markup", html, &tags)
}

fn markup(name: &str, html: &str, tags: &[&str]) -> Result<()> {
    let lower = html.to_lowercase();
    let mut problems: Vec<String> =
        tags.iter().filter(|tag| lower.contains(*tag)).map(|tag| format!("`{tag}`")).collect();
    for tag in lower.split('<').filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag) {
        for attribute in tag.split_whitespace().skip(1).filter_map(|word| word.split_once('=')).map(|(name, _)| name) {
            let handler = attribute.starts_with("on") && attribute.bytes().all(|letter| letter.is_ascii_lowercase());
            if handler || ["style", "src", "srcset"].contains(&attribute) {
                problems.push(format!("the attribute `{attribute}` in `<{tag}>`"));
            }
        }
    }
    ensure!(
        problems.is_empty(),
        "{name} holds what the page's policy blocks: {}. Use classes for looks and the program for behaviour.",
        problems.join(", ")
    );
    Ok(())
}

/// A style sheet may not load anything; the policy would block it, and the page would look broken.
pub fn style(name: &str, css: &str) -> Result<()> {
    let lower = css.to_lowercase();
    for harmful in ["@import", "</style", "expression("] {
        ensure!(!lower.contains(harmful), "{name} contains `{harmful}`");
    }
    for address in lower.split("url(").skip(1) {
        let address = address.trim_start_matches(['"', '\'', ' ']);
        ensure!(
            address.starts_with("data:"),
            "{name} loads `{}`; only `data:` addresses work in the page",
            address.chars().take(40).collect::<String>()
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glue;
    use crate::wasm::tests::wasm_importing;

    const REAL: &str = include_str!("../fixtures/glue-0.2.130.js");
    const ALLOWED: &str = include_str!("../allowed-imports.txt");

    #[test]
    fn every_problem_is_named_at_once() {
        let wasm = wasm_importing(&[
            ("./care-check_bg.js", "__wbg_setAttribute_f75317b2b5cabfb4"),
            ("./care-check_bg.js", "__wbg_fetch_f75317b2b5cabfb4"),
            ("./snippets/talk.js", "__wbg_then_f75317b2b5cabfb4"),
        ]);
        let glue = "const ret = fetch(arg0);\nconst ret = arg0.localStorage;\narg0.href = 'x';\nnew Function(x);";
        let error = program(&wasm, glue, ALLOWED, false).unwrap_err().to_string();
        for part in ["imports `fetch`", "snippets/talk.js", "`localStorage`", "`href`", "`Function`", "line 1"] {
            assert!(error.contains(part), "{part} is missing in: {error}");
        }
        assert!(!error.contains("setAttribute"));
    }

    #[test]
    fn the_page_may_import_only_what_it_uses_and_nothing_of_development() {
        let list = "focus blur # comment\n[development]\nstack";
        let importing = |names: &[&str]| {
            wasm_importing(&names.iter().map(|name| ("./care-check_bg.js", *name)).collect::<Vec<_>>())
        };
        program(&importing(&["focus", "blur"]), "", list, true).unwrap();
        program(&importing(&["focus", "stack"]), "", list, false).unwrap();
        let error = program(&importing(&["focus", "stack"]), "", list, true).unwrap_err().to_string();
        assert!(error.contains("imports `stack`") && error.contains("allows `blur`"), "{error}");
        assert!(!error.contains("focus") && !error.contains("allows `stack`"), "{error}");
    }

    #[test]
    fn real_glue_passes_only_without_its_loader() {
        let kept = glue::without_loader(REAL).unwrap();
        assert_eq!(forbidden_words(kept), Vec::<String>::new());
        assert!(!forbidden_words(REAL).is_empty());
    }

    #[test]
    fn a_path_of_the_machine_is_noticed() {
        no_machine_path(b"\0asm/src/lib.rs", "/home/me/care-check").unwrap();
        assert!(no_machine_path(b"\0asm/home/me/care-check/src/lib.rs", "/home/me/care-check").is_err());
        assert!(no_machine_path(b"\0asm/root/.cargo/registry/src/yew", "/home/me/care-check").is_err());
    }

    #[test]
    fn names_lose_prefix_and_hash() {
        assert_eq!(plain_name("__wbg_set_value_651c5a714f0a7b56"), "set_value");
        assert_eq!(plain_name("__wbindgen_init_externref_table"), "__wbindgen_init_externref_table");
        assert_eq!(plain_name("__wbindgen_generic_0000000000000001"), "__wbindgen_generic");
        assert_eq!(plain_name("__wbg___wbindgen_throw_4c88d8bf264fd984"), "__wbindgen_throw");
    }

    #[test]
    fn markup_that_could_run_or_load_is_refused() {
        shell_markup("<p class=\"a\">1 <a data-link href=\"tel:911\">911</a> on = style= </p>").unwrap();
        program_markup("<main><input type=\"radio\"></main>").unwrap();
        for html in ["<p style=\"color:red\">", "<p onclick=\"x()\">", "<script>", "<input src=\"x\">"] {
            assert!(shell_markup(html).is_err(), "{html}");
        }
        assert!(program_markup("<a href=\"tel:911\">").is_err());
    }

    #[test]
    fn styles_that_load_are_refused() {
        style("css", "a { background: url(\"data:image/svg+xml,x\") }").unwrap();
        assert!(style("css", "a { background: url(https://example.org/a.png) }").is_err());
        assert!(style("css", "@import 'a.css';").is_err());
    }
}
