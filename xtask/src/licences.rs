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
    let output = project::cargo()
        .args(["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", TARGET])
        .stderr(std::process::Stdio::inherit())
        .output()
        .context("cannot start cargo")?;
    ensure!(output.status.success(), "`cargo metadata` failed; its message stands above");
    let metadata: Value = serde_json::from_slice(&output.stdout).context("`cargo metadata` did not print JSON")?;
    written(parts(&metadata, "care-check")?)
}

/// Something that is in the page.
struct Part {
    name: String,
    licence: String,
    texts: Vec<String>,
}

/// The crates that the program is made of. Macros run at build and are not in it.
fn parts(metadata: &Value, program: &str) -> Result<Vec<Part>> {
    let packages: BTreeMap<&str, &Value> = list(&metadata["packages"]).map(|package| (id(package), package)).collect();
    let nodes: BTreeMap<&str, &Value> = list(&metadata["resolve"]["nodes"]).map(|node| (id(node), node)).collect();
    let own = packages.values().find(|package| package["name"] == program);
    let mut waiting = vec![id(own.with_context(|| format!("there is no package {program}"))?)];
    let mut seen = BTreeSet::new();
    let mut parts = Vec::new();
    while let Some(next) = waiting.pop() {
        let package = packages.get(next).with_context(|| format!("cargo does not describe {next}"))?;
        if !seen.insert(next) || is_macro(package) {
            continue;
        }
        parts.push(part(package)?);
        let dependencies = nodes.get(next).into_iter().flat_map(|node| list(&node["deps"]));
        let linked = dependencies.filter(|dep| list(&dep["dep_kinds"]).any(|kind| kind["kind"].is_null()));
        waiting.extend(linked.filter_map(|dep| dep["pkg"].as_str()));
    }
    Ok(parts)
}

fn id(value: &Value) -> &str {
    value["id"].as_str().unwrap_or_default()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn is_macro(package: &Value) -> bool {
    list(&package["targets"]).any(|target| list(&target["kind"]).any(|kind| kind == "proc-macro"))
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
