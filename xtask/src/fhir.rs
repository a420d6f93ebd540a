//! The FHIR files: the Questionnaire for `dist/`, and the test in which implementations that are not ours read them.

use crate::project::{cargo, root, target_dir};
use crate::{test, tools};
use anyhow::{Context, Result, ensure};
use std::process::Command;

/// The Questionnaire that the responses of the page belong to.
pub fn questionnaire() -> Result<String> {
    let command = ["run", "--quiet", "--bin", "questionnaire"];
    let output = cargo().args(command).output().context("cannot start cargo")?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "`cargo run --bin questionnaire` failed: {said}");
    String::from_utf8(output.stdout).context("the questionnaire is not UTF-8")
}

/// `tests/fhir.rs` writes the files, and two programs of `tests/fhir/` read them, each with an implementation of its own.
pub fn check() -> Result<()> {
    let folder = target_dir().join("fhir");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    test::run(cargo().args(["test", "--package", "care-check", "--test", "fhir"]).env("CARE_CHECK_FHIR", &folder))?;
    let reader = |name: &str| root().join("tests/fhir").join(name);
    let mut node = Command::new("node");
    test::run(node.arg(reader("check_r4.js")).arg(&folder).env("NODE_PATH", tools::node_modules()))?;
    // Neither packages of the machine nor files left in the sources: `-s` and `-B`.
    let mut python = Command::new("python3");
    python.args(["-s", "-B"]).arg(reader("check.py")).arg(&folder);
    test::run(python.env("PYTHONPATH", tools::python_dir()))
}
