//! The wasm-bindgen glue, cut down to what a page without network needs, and scripts without their comments.

use anyhow::{Context, Result, bail, ensure};

/// The functions of the glue that `assets/boot.js` calls.
const KEPT: [&str; 2] = ["\nfunction __wbg_finalize_init(instance, module) {", "function __wbg_get_imports() {"];
/// From here to the end the glue only loads the wasm, in ways that fetch.
const LOADER: &str = "\nasync function __wbg_load(module, imports) {";
const END: &str = "\nexport { initSync, __wbg_init as default };";

const CHANGED: &str = "the text of the wasm-bindgen glue has changed; read the new glue, then adapt xtask/src/glue.rs";

/// Leaves the imports and helpers; `assets/boot.js` takes the place of the loader.
pub fn without_loader(glue: &str) -> Result<&str> {
    for part in KEPT.iter().chain([&LOADER, &END]) {
        let times = glue.matches(part).count();
        ensure!(times == 1, "{CHANGED}: `{}` stands {times} times instead of once", part.trim());
    }
    ensure!(glue.trim_end().ends_with(END.trim()), "{CHANGED}: something follows the export line");
    let (kept, _) = glue.split_once(LOADER).context(CHANGED)?;
    for part in KEPT {
        ensure!(kept.contains(part), "{CHANGED}: `{}` stands after the loader", part.trim());
    }
    if let Some(line) = kept.lines().find(|line| line.starts_with("import ") || line.starts_with("export ")) {
        bail!(
            "the glue has the line `{line}`: the program may neither bring scripts of its own \
             (`#[wasm_bindgen(module = …)]`, `inline_js`) nor export functions"
        );
    }
    Ok(kept)
}

/// Drops whole-line comments, indentation and blank lines.
pub fn squeezed_script(name: &str, script: &str) -> Result<String> {
    let mut squeezed = String::with_capacity(script.len());
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        if in_comment {
            ensure!(!line.contains("*/") || line.ends_with("*/"), "{name}: code after a comment: `{line}`");
            in_comment = !line.ends_with("*/");
        } else if line.starts_with("/*") {
            in_comment = !line.ends_with("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            // Inside a text of several lines, what looks like indentation or a comment would be part of it.
            ensure!(
                line.matches('`').count() % 2 == 0 || name != GLUE,
                "{CHANGED}: a template text over several lines: `{line}`"
            );
            squeezed.push_str(line);
            squeezed.push('\n');
        }
    }
    let harmful = ["</script", "<!--"].into_iter().find(|text| squeezed.to_lowercase().contains(text));
    if let Some(text) = harmful {
        bail!("{name} contains `{text}`, which would end or change the inline script it becomes part of");
    }
    Ok(squeezed)
}

pub const GLUE: &str = "the wasm-bindgen glue";

/// Drops comments and indentation.
pub fn squeezed_style(name: &str, style: &str) -> Result<String> {
    let mut bare = String::with_capacity(style.len());
    let mut rest = style;
    while let Some((before, comment)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = comment.split_once("*/").with_context(|| format!("{name}: a comment does not end"))?.1;
    }
    bare.push_str(rest);
    Ok(bare.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const REAL: &str = include_str!("../fixtures/glue-0.2.130.js");

    #[test]
    fn the_loader_goes_and_the_imports_stay() {
        let kept = without_loader(REAL).unwrap();
        for gone in ["fetch", "import.meta", "export ", "instantiateStreaming", "new URL"] {
            assert!(REAL.contains(gone), "the fixture should contain {gone}");
            assert!(!kept.contains(gone), "{gone} is still there");
        }
        assert!(kept.contains("createElement"));
        assert!(kept.contains("wasm.__wbindgen_start();"));
    }

    #[test]
    fn changed_glue_is_refused_with_the_place() {
        let error = without_loader(&REAL.replace("__wbg_load", "__wbg_load_it")).unwrap_err().to_string();
        assert!(error.contains("has changed") && error.contains("__wbg_load(module, imports)"), "{error}");
        let error = without_loader(&format!("{REAL}\nmore();")).unwrap_err().to_string();
        assert!(error.contains("follows the export line"), "{error}");
    }

    #[test]
    fn scripts_and_exports_of_the_program_are_refused() {
        for line in ["import { talk } from './snippets/talk.js';", "export function answer() {}"] {
            let error = without_loader(&format!("{line}\n{REAL}")).unwrap_err().to_string();
            assert!(error.contains(line), "{error}");
        }
    }

    #[test]
    fn squeezing_keeps_every_statement() {
        let script = "// why\nconst a = 1;\n\n/**\n * doc\n */\n    b(`x`); // kept\n";
        assert_eq!(squeezed_script("test", script).unwrap(), "const a = 1;\nb(`x`); // kept\n");
        assert!(squeezed_script(GLUE, "const a = `one\ntwo`;").is_err());
        assert!(squeezed_script("test", "const a = '</Script>';").is_err());
    }

    #[test]
    fn styles_lose_comments_and_indentation() {
        assert_eq!(
            squeezed_style("test", "/* why */\na {\n  color: red; /* x */\n}\n").unwrap(),
            "a {\ncolor: red;\n}"
        );
        assert!(squeezed_style("test", "a {} /* open").is_err());
    }
}
