//! The script that site owners include: `assets/embed.js` with the words and addresses that stand elsewhere.

use crate::glue;
use crate::page::Rendered;
use anyhow::{Result, ensure};
use serde_json::json;

/// What stands in the script for the neutral page, and for the page's title in each language.
const EXIT: &str = "\"@exit@\"";
const TITLES: &str = "\"@titles@\"";

pub fn script(rendered: &Rendered, source: &str) -> Result<String> {
    let mut script = glue::squeezed_script("assets/embed.js", source)?;
    for (mark, value) in [(EXIT, json!(rendered.exit)), (TITLES, json!(rendered.titles))] {
        ensure!(script.matches(mark).count() == 1, "assets/embed.js has to hold {mark} exactly once");
        script = script.replace(mark, &value.to_string());
    }
    Ok(format!("/*! care-check {}, MIT OR Apache-2.0 */\n{script}", env!("CARGO_PKG_VERSION")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = include_str!("../../assets/embed.js");

    fn rendered() -> Rendered {
        Rendered::from_json(
            r#"{ "lang": "en", "title": "Care", "shell_html": "", "first_screen_html": "", "css_shell": "",
                 "css_program": "", "exit": "https://example.org/", "titles": { "en": "\"Care\"", "es": "Cuidado" } }"#,
        )
        .unwrap()
    }

    #[test]
    fn the_marks_are_filled_in() {
        let script = script(&rendered(), SOURCE).unwrap();
        assert!(script.contains("const NEUTRAL = \"https://example.org/\";"), "{script}");
        assert!(script.contains(r#"const titles = {"en":"\"Care\"","es":"Cuidado"};"#), "{script}");
        assert!(!script.contains('@'));
    }

    #[test]
    fn a_script_without_its_marks_is_refused() {
        assert!(script(&rendered(), &SOURCE.replace("@exit@", "https://example.com/")).is_err());
    }

    /// Only the page's own vocabulary reaches a host site, and the script needs nothing that could send or store.
    #[test]
    fn the_script_asks_the_browser_for_nothing_that_could_send_or_store() {
        for word in ["fetch", "XMLHttpRequest", "Beacon", "WebSocket", "localStorage", "cookie", "eval", "innerHTML"] {
            assert!(!SOURCE.contains(word), "{word}");
        }
    }
}
