//! The licences of everything that is in the page: the program's crates, Rust's own library, and this project.

use crate::project;
use crate::versions::TARGET;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The text of `licences.txt`: which parts there are, then each licence text once with the parts it belongs to.
pub fn text() -> Result<String> {
    let metadata = cargo(&["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", TARGET])?;
    let metadata: Value = serde_json::from_str(&metadata).context("`cargo metadata` did not print JSON")?;
    let crates = crates()?;
    let linked = list(&metadata["packages"]).filter(|package| crates.contains(&named(package)));
    let parts: Vec<Part> = linked.map(part).collect::<Result<_>>()?;
    ensure!(parts.len() == crates.len(), "`cargo metadata` describes {} of {} crates", parts.len(), crates.len());
    written(parts)
}

/// The crates that the program is made of, as name and version. Only `cargo tree` knows which features, and so which
/// crates, are for the program and which for the build; macros run at build and are not in it.
fn crates() -> Result<BTreeSet<(String, String)>> {
    let tree = cargo(&[
        "tree",
        "--package",
        "care-check",
        "--target",
        TARGET,
        "--edges",
        "normal,no-proc-macro",
        "--prefix",
        "none",
        "--format",
        "{p}",
        "--locked",
        "--offline",
    ])?;
    let name_and_version = |line: &str| {
        let (name, rest) = line.split_once(" v")?;
        Some((name.to_owned(), rest.split(' ').next()?.to_owned()))
    };
    Ok(tree.lines().filter_map(name_and_version).collect())
}

fn cargo(arguments: &[&str]) -> Result<String> {
    let output = project::cargo().args(arguments).output().context("cannot start cargo")?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "`cargo {}` failed: {said}", arguments[0]);
    String::from_utf8(output.stdout).context("cargo did not print UTF-8")
}

fn named(package: &Value) -> (String, String) {
    let field = |name: &str| package[name].as_str().unwrap_or_default().to_owned();
    (field("name"), field("version"))
}

/// Something that is in the page.
struct Part {
    name: String,
    licence: String,
    texts: Vec<String>,
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn part(package: &Value) -> Result<Part> {
    let field = |name: &str| package[name].as_str().unwrap_or_default();
    let name = format!("{} {}", field("name"), field("version"));
    ensure!(!field("license").is_empty(), "{name} does not say under which licence it is");
    let folder = Path::new(field("manifest_path")).parent().unwrap_or(Path::new("."));
    let mut texts = texts_in(folder)?;
    // The crates of this project have the licences in its root.
    if package["source"].is_null() {
        texts = texts_in(&project::root())?;
    }
    Ok(Part { name, licence: field("license").to_owned(), texts })
}

/// The licence files of a folder, with plain line ends.
fn texts_in(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files: Vec<_> =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_file()).collect();
    files.sort();
    let is_licence = |path: &&std::path::PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"].iter().any(|start| name.starts_with(start))
    };
    let read = |path: &std::path::PathBuf| {
        let text = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        let text = String::from_utf8_lossy(&text).replace("\r\n", "\n");
        Ok(text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim_matches('\n').to_owned())
    };
    files.iter().filter(is_licence).map(read).collect()
}

fn written(mut parts: Vec<Part>) -> Result<String> {
    parts.push(Part {
        name: "Rust's standard library".to_owned(),
        licence: "MIT OR Apache-2.0".to_owned(),
        texts: vec!["Copyright (c) The Rust Project Contributors".to_owned()],
    });
    parts.sort_by(|one, other| one.name.cmp(&other.name));
    let mut text = "What is in care-check.html and embed.js, and under which licences.\n\n".to_owned();
    let mut by_text: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for part in &parts {
        let note = if part.texts.is_empty() { " (its package holds no licence text)" } else { "" };
        text.push_str(&format!("{}: {}{note}\n", part.name, part.licence));
        for licence in &part.texts {
            by_text.entry(licence).or_default().push(&part.name);
        }
    }
    for (licence, names) in by_text {
        text.push_str(&format!("\n{}\n{}:\n\n{licence}\n", "=".repeat(72), names.join(", ")));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_s_crates_are_named_once_and_build_time_crates_are_not() {
        let text = text().unwrap();
        let named = |name: &str| text.lines().filter(|line| line.starts_with(name) && line.contains(": ")).count();
        for name in ["care-check 0", "care-check-engine 0", "yew 0", "wasm-bindgen 0", "web-sys 0", "Rust's standard"] {
            assert_eq!(named(name), 1, "{name}");
        }
        for name in ["yew-macro ", "serde_derive ", "toml ", "anyhow ", "proptest ", "futures-executor "] {
            assert_eq!(named(name), 0, "{name}");
        }
        assert!(text.contains("Permission is hereby granted"));
    }

    #[test]
    fn no_path_of_this_machine_stands_in_it() {
        let root = project::root().display().to_string();
        assert!(!text().unwrap().contains(&root));
    }
}
