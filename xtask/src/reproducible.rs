//! Builds the distribution a second time, in another folder and from nothing, and compares every byte.

use crate::project;
use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

const SUMS: &str = "SHA256SUMS";

/// `dist/` has to be there. The other folder has another path of another length, and a target folder of its own.
pub fn check() -> Result<()> {
    let here = project::dist(true).join(SUMS);
    ensure!(here.exists(), "there is no {}; run `cargo xtask dist` first", here.display());
    let elsewhere = project::target_dir().join("built-a-second-time/in-another-folder");
    copy_sources(&elsewhere)?;
    let status = Command::new("cargo")
        .args(["run", "--quiet", "--package", "xtask", "--", "dist"])
        .current_dir(&elsewhere)
        .env("CARGO_TARGET_DIR", elsewhere.join("target"))
        .env_remove(project::TARGET_DIR_VARIABLE)
        .status()
        .context("cannot start cargo")?;
    ensure!(status.success(), "the second build failed; its message stands above");
    let there = elsewhere.join("dist").join(SUMS);
    let (one, other) = (fs::read_to_string(here)?, fs::read_to_string(there)?);
    let different = differences(&one, &other);
    if !different.is_empty() {
        bail!("built in two folders, these differ: {}", different.join(", "));
    }
    println!("{} files are the same, byte for byte, from both folders", one.lines().count());
    Ok(())
}

/// The names whose sums are not the same, or that only one side has.
fn differences(one: &str, other: &str) -> Vec<String> {
    let read = |sums: &str| -> BTreeMap<String, String> {
        let pairs = sums.lines().filter_map(|line| line.split_once("  "));
        pairs.map(|(sum, name)| (name.to_owned(), sum.to_owned())).collect()
    };
    let (one, other) = (read(one), read(other));
    let mut names: Vec<&String> = one.keys().chain(other.keys()).collect();
    names.sort_unstable();
    names.dedup();
    names.into_iter().filter(|name| one.get(*name) != other.get(*name)).cloned().collect()
}

/// What git knows, as it is now, and the tools.
fn copy_sources(to: &Path) -> Result<()> {
    let listed = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(project::root())
        .output()
        .context("cannot start git")?;
    ensure!(listed.status.success(), "git cannot list the files of this project");
    if to.exists() {
        fs::remove_dir_all(to).with_context(|| format!("cannot empty {}", to.display()))?;
    }
    let names = String::from_utf8(listed.stdout).context("a file of this project has a name that is not UTF-8")?;
    for name in names.split('\0').filter(|name| !name.is_empty()) {
        let (source, target) = (project::root().join(name), to.join(name));
        // A file that was deleted and not committed yet is still listed.
        if source.is_file() {
            fs::create_dir_all(target.parent().unwrap_or(to))?;
            fs::copy(&source, &target).with_context(|| format!("cannot copy {name}"))?;
        }
    }
    std::os::unix::fs::symlink(project::tools_dir(), to.join(".tools")).context("cannot link the tools")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_differs_or_is_missing_is_named() {
        let one = "aa  page\nbb  script\n";
        assert!(differences(one, one).is_empty());
        assert_eq!(differences(one, "aa  page\ncc  script\n"), ["script"]);
        assert_eq!(differences(one, "aa  page\n"), ["script"]);
    }
}
