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
    use std::collections::BTreeSet;

    const SOURCE: &str = include_str!("../../assets/embed.js");
    const GUIDE: &str = include_str!("../../docs/embedding.md");

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
        assert!(![EXIT, TITLES].iter().any(|mark| script.contains(mark)), "{script}");
    }

    #[test]
    fn a_script_without_its_marks_is_refused() {
        assert!(script(&rendered(), &SOURCE.replace("@exit@", "https://example.com/")).is_err());
    }

    #[test]
    fn every_attribute_is_documented_and_every_documented_attribute_exists() {
        let list = SOURCE.split_once("PASSED_ON = [").unwrap().1.split_once(']').unwrap().0;
        let passed_on = list.split('"').skip(1).step_by(2);
        let read_here = SOURCE.split("getAttribute(\"").skip(1).filter_map(|rest| rest.split('"').next());
        let known: BTreeSet<&str> = passed_on.chain(read_here).collect();
        let table = GUIDE.split_once("## Attributes").unwrap().1.split_once("\n## ").unwrap().0;
        let documented: BTreeSet<&str> =
            table.lines().filter_map(|row| row.strip_prefix("| `")?.split('`').next()).collect();
        assert_eq!(known, documented);
        assert!(known.len() >= 9, "{known:?}");
        // What is handed on is judged by the page.
        let judge = include_str!("../../assets/site.js");
        for name in known.iter().filter(|name| **name != "exit-url") {
            assert!(judge.contains(&format!("take(\"{name}\",")), "assets/site.js does not judge {name}");
        }
    }

    #[test]
    fn the_documented_page_to_leave_to_is_the_one_that_is_built_in() {
        let rendered = include_str!("../../src/render/shell.rs");
        let exit = rendered.split_once("EXIT: &str = \"").unwrap().1.split_once('"').unwrap().0;
        assert!(GUIDE.contains(exit), "docs/embedding.md does not name {exit}");
    }

    #[test]
    fn the_accent_is_judged_against_the_grounds_of_the_page() {
        let (judge, tokens) = (include_str!("../../assets/site.js"), include_str!("../../assets/tokens.css"));
        for (constant, token, theme) in [
            ("LIGHT_GROUND", "--ground", "--light"),
            ("DARK_SURFACE", "--surface", "--dark"),
            ("ON_DARK_ACCENT", "--on-accent", "--dark"),
        ] {
            let colour = judge.split_once(&format!("{constant} = \"")).unwrap().1.split_once('"').unwrap().0;
            let line = tokens.lines().find(|line| line.trim().starts_with(&format!("{token}:"))).unwrap();
            assert!(line.contains(&format!("var({theme}, {colour})")), "{constant}: {line}");
        }
    }

    /// Where an editor takes the script or the element away, this is all that visitors get; where an optimizer moves the
    /// script, the link says where the page is.
    #[test]
    fn the_snippet_says_a_number_and_where_the_page_is_between_the_tags() {
        let words = GUIDE.split_once("<care-check").unwrap().1.split_once("</care-check>").unwrap().0;
        let words = words.split_once('>').unwrap().1;
        assert!(words.contains("href=\"tel:911\"") && words.contains("/care-check.html\""), "{words}");
    }

    /// Only the page's own vocabulary reaches a host site, and the script needs nothing that could send or store.
    #[test]
    fn the_script_asks_the_browser_for_nothing_that_could_send_or_store() {
        for word in ["fetch", "XMLHttpRequest", "Beacon", "WebSocket", "localStorage", "cookie", "eval", "innerHTML"] {
            assert!(!SOURCE.contains(word), "{word}");
        }
    }
}
