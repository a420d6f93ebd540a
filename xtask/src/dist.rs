//! `cargo xtask dist`: everything somebody needs to put the check on a site, in `dist/`, the same bytes every time.

use crate::{fhir, licences, project, serve};
use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// What the build leaves in `dist/`: the page under two names, the script that embeds it, and an example.
const BUILT: [&str; 4] = ["index.html", "care-check.html", "embed.js", "demo.html"];

/// What is written beside it. A new part of the distribution is a row here.
const WRITTEN: [Written; 2] = [
    Written { name: "licences.txt", make: licences::text },
    Written { name: "questionnaire.json", make: fhir::questionnaire },
];

struct Written {
    name: &'static str,
    make: fn() -> Result<String>,
}

const SUMS: &str = "SHA256SUMS";

pub fn dist() -> Result<()> {
    serve::build(true)?;
    write(&project::dist(true))?;
    println!("{}", state(&project::root())?);
    Ok(())
}

fn write(folder: &Path) -> Result<()> {
    for Written { name, make } in WRITTEN {
        fs::write(folder.join(name), make()?).with_context(|| format!("cannot write {name}"))?;
    }
    let mut names: Vec<&str> = BUILT.into_iter().chain(WRITTEN.map(|written| written.name)).collect();
    names.sort_unstable();
    fs::write(folder.join(SUMS), sums(folder, &names)?)?;
    println!("dist/ holds {} and {SUMS}", names.join(", "));
    Ok(())
}

/// In the form that `sha256sum --check` reads.
fn sums(folder: &Path, names: &[&str]) -> Result<String> {
    let mut sums = String::new();
    for name in names {
        let content = fs::read(folder.join(name)).with_context(|| format!("the build left no {name}"))?;
        for byte in Sha256::digest(content) {
            write!(sums, "{byte:02x}")?;
        }
        writeln!(sums, "  {name}")?;
    }
    Ok(sums)
}

/// Says in words whether a clinician stands behind what was built.
fn state(root: &Path) -> Result<String> {
    let output =
        project::cargo().args(["run", "--quiet", "--bin", "render-static"]).output().context("cannot start cargo")?;
    ensure!(output.status.success(), "`cargo run --bin render-static` failed");
    let facts: serde_json::Value = serde_json::from_slice(&output.stdout)?;
    let signed =
        fs::read_to_string(root.join("protocol/protocol.toml"))?.lines().any(|line| line.trim() == "[sign_off]");
    let digest = facts["digest"].as_str().context("`render-static` names no digest")?;
    Ok(said(facts["reviewed"] == true, signed, digest))
}

fn said(reviewed: bool, signed: bool, digest: &str) -> String {
    if reviewed {
        return format!("REVIEWED: the sign-off in protocol/protocol.toml is for this content ({digest}).");
    }
    let why = if signed {
        "the sign-off in protocol/protocol.toml is for other content"
    } else {
        "protocol/protocol.toml holds no sign-off"
    };
    format!("DRAFT: {why}; this content is {digest}. The page says so under every screen. See docs/reviewing.md.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_called_a_draft_with_the_reason() {
        assert!(said(false, false, "abc").starts_with("DRAFT: protocol/protocol.toml holds no sign-off"));
        assert!(said(false, true, "abc").contains("for other content; this content is abc"));
        assert!(said(true, true, "abc").starts_with("REVIEWED"));
    }

    #[test]
    fn sums_are_those_that_sha256sum_checks() {
        let folder = std::env::temp_dir().join(format!("care-check-sums-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("a"), "abc").unwrap();
        let sums = sums(&folder, &["a"]);
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(sums.unwrap(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a\n");
    }
}
