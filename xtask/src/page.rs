//! Puts the sealed page together: the shell, and the program in a frame inside it.

use crate::{audit, csp, glue, messages};
use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::Read;

const MARKER: &str = "<!--program-->";
const WASM_MARKER: &str = "@wasm@";
const SANDBOX: &str = "allow-scripts allow-modals allow-downloads";

/// What `render-static` prints.
pub struct Rendered {
    pub lang: String,
    pub title: String,
    /// The title in each language.
    pub titles: BTreeMap<String, String>,
    /// The neutral page that a visitor leaves to.
    pub exit: String,
    /// One sentence about the page, for lists of links; optional.
    pub about: Option<String>,
    pub shell_html: String,
    pub first_screen_html: String,
    pub css_shell: String,
    pub css_program: String,
}

pub struct Scripts {
    /// Stands before `shell` and before `gate`.
    pub leave_key: String,
    /// Stands before `shell`.
    pub site: String,
    pub shell: String,
    pub gate: String,
    pub boot: String,
}

impl Rendered {
    pub fn from_json(json: &str) -> Result<Self> {
        let value: Value = serde_json::from_str(json).context("`render-static` did not print JSON")?;
        let text = |field: &str| {
            value[field]
                .as_str()
                .map(str::to_owned)
                .with_context(|| format!("the JSON of `render-static` has no text `{field}`"))
        };
        Ok(Self {
            lang: text("lang")?,
            title: text("title")?,
            titles: serde_json::from_value(value["titles"].clone())
                .context("the JSON of `render-static` has no `titles`")?,
            exit: text("exit")?,
            about: value["about"].as_str().map(str::to_owned),
            shell_html: text("shell_html")?,
            first_screen_html: text("first_screen_html")?,
            css_shell: text("css_shell")?,
            css_program: text("css_program")?,
        })
    }
}

/// How hard to compress the program.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// For development, where a page is made at every save.
    Quick,
    /// Takes seconds and finds a twentieth less than the best zlib level.
    Smallest,
}

pub fn assemble(rendered: &Rendered, scripts: &Scripts, glue: &str, wasm: &[u8], effort: Effort) -> Result<String> {
    let program = program(rendered, scripts, glue, &packed(wasm, effort)?)?;
    shell(rendered, scripts, &program)
}

/// The document in the frame, and what the policies have to list of it.
struct Program {
    html: String,
    script_hashes: Vec<String>,
    style_hash: String,
}

fn program(rendered: &Rendered, scripts: &Scripts, glue: &str, packed: &str) -> Result<Program> {
    audit::program_markup(&rendered.first_screen_html)?;
    let style = glue::squeezed_style("the program's style", &rendered.css_program)?;
    audit::style("the program's style", &style)?;
    let gate = leave_key(scripts)? + &glue::squeezed_script("assets/gate.js", &scripts.gate)?;
    let boot = glue::squeezed_script("assets/boot.js", &scripts.boot)?;
    ensure!(
        boot.matches(WASM_MARKER).count() == 1,
        "assets/boot.js has to name {WASM_MARKER} exactly once, where the program goes"
    );
    let module = glue::squeezed_script(glue::GLUE, glue)? + &boot.replace(WASM_MARKER, packed);

    let script_hashes = vec![csp::hash(&gate), csp::hash(&module)];
    let style_hash = csp::hash(&style);
    // Firefox prints this title above a sheet, where it must not say what the sheet is about. A screen reader reads that
    // of the frame around it.
    let html = format!(
        "<!doctype html><html lang=\"{lang}\"><head><meta charset=\"utf-8\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{COMMON}\
         <title>care-check</title><script>{gate}</script><style>{style}</style></head>\
         <body>{first}<script type=\"module\">{module}</script></body></html>",
        lang = attribute(&rendered.lang),
        policy = csp::program(&script_hashes, std::slice::from_ref(&style_hash)),
        first = rendered.first_screen_html,
    );
    Ok(Program { html, script_hashes, style_hash })
}

fn shell(rendered: &Rendered, scripts: &Scripts, program: &Program) -> Result<String> {
    messages::check(&scripts.shell)?;
    audit::shell_markup(&rendered.shell_html)?;
    let style = glue::squeezed_style("the shell's style", &rendered.css_shell)?;
    audit::style("the shell's style", &style)?;
    let site = glue::squeezed_script("assets/site.js", &scripts.site)?;
    let script = leave_key(scripts)? + &site + &glue::squeezed_script("assets/shell.js", &scripts.shell)?;

    let mut script_hashes = vec![csp::hash(&script)];
    script_hashes.extend_from_slice(&program.script_hashes);
    let policy = csp::shell(&script_hashes, &[csp::hash(&style), program.style_hash.clone()]);

    let frame = format!(
        "<iframe class=\"program\" title=\"{}\" hidden sandbox=\"{SANDBOX}\" \
         srcdoc=\"{}\"></iframe>",
        attribute(&rendered.title),
        attribute(&program.html),
    );
    let places = rendered.shell_html.matches(MARKER).count();
    ensure!(places == 1, "the shell's markup has to hold {MARKER} exactly once, not {places} times");

    let about = rendered
        .about
        .as_deref()
        .map_or_else(String::new, |about| format!("<meta name=\"description\" content=\"{}\">\n", attribute(about)));
    Ok(format!(
        "<!doctype html>\n<html lang=\"{lang}\" data-exit=\"{exit}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n{COMMON}\n\
         <link rel=\"icon\" href=\"data:,\">\n<title>{title}</title>\n{about}\
         <style>{style}</style>\n<script>{script}</script>\n</head>\n<body>\n{body}\n</body>\n</html>\n",
        lang = attribute(&rendered.lang),
        exit = attribute(&rendered.exit),
        title = text(&rendered.title),
        body = rendered.shell_html.replace(MARKER, &frame),
    ))
}

fn leave_key(scripts: &Scripts) -> Result<String> {
    glue::squeezed_script("assets/leave-key.js", &scripts.leave_key)
}

/// In both documents. Firefox looks up the names of plain links beforehand unless it is told not to.
const COMMON: &str = "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
    <meta name=\"referrer\" content=\"no-referrer\"><meta http-equiv=\"x-dns-prefetch-control\" content=\"off\">";

fn packed(wasm: &[u8], effort: Effort) -> Result<String> {
    let mut deflated = Vec::new();
    if effort == Effort::Smallest {
        // Code, tables and words in turn: as many blocks as it takes, each packed in its own way.
        let options = zopfli::Options { maximum_block_splits: 0, ..zopfli::Options::default() };
        zopfli::compress(options, zopfli::Format::Deflate, wasm, &mut deflated)?;
    } else {
        flate2::read::DeflateEncoder::new(wasm, flate2::Compression::fast()).read_to_end(&mut deflated)?;
    }
    Ok(STANDARD.encode(deflated))
}

fn attribute(content: &str) -> String {
    content.replace('&', "&amp;").replace('"', "&quot;")
}

fn text(content: &str) -> String {
    content.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = include_str!("../fixtures/glue-0.2.130.js");

    fn rendered() -> Rendered {
        Rendered::from_json(
            r#"{ "lang": "en", "title": "Care & \"check\"", "shell_html": "<p>top</p><!--program--><p>end</p>",
                 "first_screen_html": "<h2 class=\"q\">What?</h2>", "css_shell": "p { color: red }",
                 "css_program": "h2 { color: blue }", "titles": { "en": "Care" }, "exit": "https://example.org/?a&b" }"#,
        )
        .unwrap()
    }

    fn scripts() -> Scripts {
        Scripts {
            leave_key: include_str!("../../assets/leave-key.js").to_owned(),
            site: include_str!("../../assets/site.js").to_owned(),
            shell: include_str!("../../assets/shell.js").to_owned(),
            gate: include_str!("../../assets/gate.js").to_owned(),
            boot: include_str!("../../assets/boot.js").to_owned(),
        }
    }

    fn page() -> String {
        let kept = glue::without_loader(GLUE).unwrap();
        assemble(&rendered(), &scripts(), kept, b"the program", Effort::Quick).unwrap()
    }

    fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
        text.split_once(start).unwrap().1.split_once(end).unwrap().0
    }

    fn inner(page: &str) -> String {
        between(page, "srcdoc=\"", "\"").replace("&quot;", "\"").replace("&amp;", "&")
    }

    #[test]
    fn every_inline_script_and_style_is_listed_by_its_hash() {
        let page = page();
        let inner = inner(&page);
        let shell_policy = between(&page, "Security-Policy\" content=\"", "\"");
        let inner_policy = between(&inner, "Security-Policy\" content=\"", "\"");
        for inline in [
            between(&inner, "<script>", "</script>"),
            between(&inner, "<script type=\"module\">", "</script>"),
            between(&inner, "<style>", "</style>"),
        ] {
            assert!(shell_policy.contains(&csp::hash(inline)));
            assert!(inner_policy.contains(&csp::hash(inline)));
        }
        for inline in [between(&page, "<script>", "</script>"), between(&page, "<style>", "</style>")] {
            assert!(shell_policy.contains(&csp::hash(inline)));
            assert!(!inner_policy.contains(&csp::hash(inline)));
        }
    }

    #[test]
    fn the_gate_runs_before_everything_else_in_the_frame() {
        let inner = inner(&page());
        let gate = inner.find("the gate refuses").unwrap();
        assert!(inner.find("Content-Security-Policy").unwrap() < gate);
        assert!(gate < inner.find("<body>").unwrap());
        assert!(gate < inner.find("__wbg_get_imports").unwrap());
    }

    #[test]
    fn the_program_comes_out_as_it_went_in() {
        let wasm = b"the program, the program".repeat(50);
        for effort in [Effort::Quick, Effort::Smallest] {
            let deflated = STANDARD.decode(packed(&wasm, effort).unwrap()).unwrap();
            let mut program = Vec::new();
            flate2::read::DeflateDecoder::new(&deflated[..]).read_to_end(&mut program).unwrap();
            assert_eq!(program, wasm);
        }
        assert!(
            inner(&page()).contains(&format!("const packed = \"{}\"", packed(b"the program", Effort::Quick).unwrap()))
        );
    }

    #[test]
    fn the_frame_is_closed_and_hidden_until_the_script_shows_it() {
        let page = page();
        assert!(page.contains("hidden sandbox=\"allow-scripts allow-modals allow-downloads\" srcdoc="));
        assert!(!page.contains("allow-same-origin"));
        assert!(page.contains("<title>Care &amp; \"check\"</title>"));
        assert!(page.contains("<html lang=\"en\" data-exit=\"https://example.org/?a&amp;b\">"));
    }

    #[test]
    fn a_missing_or_second_marker_is_refused() {
        for html in ["<p>no place</p>", "<!--program--><!--program-->"] {
            let rendered = Rendered { shell_html: html.to_owned(), ..rendered() };
            let error = assemble(&rendered, &scripts(), "", b"", Effort::Quick).unwrap_err().to_string();
            assert!(error.contains("<!--program-->"), "{error}");
        }
    }

    #[test]
    fn a_missing_field_is_named() {
        let error = Rendered::from_json(r#"{ "lang": "en" }"#).err().unwrap().to_string();
        assert!(error.contains("`title`"), "{error}");
    }
}
