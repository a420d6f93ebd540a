//! `cargo protocol` as the README shows it.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

/// The README names no digest in full, because every word of the content changes it.
const SHORTENED: &str = "4fdba141…";

#[test]
fn assess_prints_what_the_readme_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the engine lies in the project");
    let readme = fs::read_to_string(root.join("README.md")).expect("the README");
    let visit = env::temp_dir().join(format!("care-check-readme-{}.toml", std::process::id()));
    fs::write(&visit, block(&readme, "toml")).expect("a place for the example");
    let run = Command::new(env!("CARGO_BIN_EXE_protocol")).arg("assess").arg(&visit).current_dir(root).output();
    let run = run.expect("the command line runs");
    fs::remove_file(&visit).expect("the example is there");

    let printed = String::from_utf8(run.stdout).expect("text");
    let digest = digest_in(&printed);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    assert_eq!(printed.replace(digest, SHORTENED), block(&readme, "json"));
}

/// The one block of a language in a Markdown file.
fn block<'a>(markdown: &'a str, language: &str) -> &'a str {
    let fence = format!("```{language}\n");
    let mut blocks = markdown.split(&fence).skip(1);
    let block = blocks.next().and_then(|rest| rest.split("```").next()).expect("a block of this language");
    assert!(blocks.next().is_none(), "several blocks of {language}");
    block
}

fn digest_in(json: &str) -> &str {
    let digest = json.split("\"sha256\": \"").nth(1).and_then(|rest| rest.split('"').next()).expect("a digest");
    assert_eq!(digest.len(), 64, "{digest}");
    digest
}
