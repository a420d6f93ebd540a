//! `cargo protocol` as the documents show it.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

/// The documents name no digest in full, because every word of the content changes it.
const SHORTENED: &str = "4fdba141…";

#[test]
fn assess_prints_what_the_readme_says() {
    let readme = document("README.md");
    let visit = env::temp_dir().join(format!("care-check-readme-{}.toml", std::process::id()));
    fs::write(&visit, block(&readme, "```toml\n")).expect("a place for the example");
    let printed = printed_by(&["assess", &visit.display().to_string()]);
    fs::remove_file(&visit).expect("the example is there");
    assert_eq!(printed, block(&readme, "```json\n"));
}

#[test]
fn check_prints_what_the_guide_to_the_content_says() {
    let guide = document("docs/CONTENT.md");
    assert_eq!(printed_by(&["check"]), "protocol ".to_owned() + block(&guide, "```text\nprotocol "));
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the engine lies in the project")
}

fn document(name: &str) -> String {
    fs::read_to_string(root().join(name)).expect("the document is there")
}

/// What follows the one place where a block begins like this, up to the end of the block.
fn block<'a>(markdown: &'a str, beginning: &str) -> &'a str {
    let mut blocks = markdown.split(beginning).skip(1);
    let block = blocks.next().and_then(|rest| rest.split("```").next()).expect("a block that begins like this");
    assert!(blocks.next().is_none(), "several blocks begin with {beginning}");
    block
}

fn printed_by(arguments: &[&str]) -> String {
    let run = Command::new(env!("CARGO_BIN_EXE_protocol")).args(arguments).current_dir(root()).output();
    let run = run.expect("the command line runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let printed = String::from_utf8(run.stdout).expect("text");
    let is_digest = |word: &&str| word.len() == 64 && word.chars().all(|c| c.is_ascii_hexdigit());
    let words = printed.split(|c: char| !c.is_ascii_alphanumeric());
    words.filter(is_digest).fold(printed.clone(), |text, digest| text.replace(digest, SHORTENED))
}
