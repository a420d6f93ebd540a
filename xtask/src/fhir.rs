//! The FHIR files: the Questionnaire for `dist/`, and the test in which an implementation that is not ours reads them.

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

/// `tests/fhir.rs` writes the files, and `tests/fhir/check.py` reads them.
pub fn check() -> Result<()> {
    let folder = target_dir().join("fhir");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    test::run(cargo().args(["test", "--package", "care-check", "--test", "fhir"]).env("CARE_CHECK_FHIR", &folder))?;
    let check = root().join("tests/fhir/check.py");
    // Neither packages of the machine nor files left in the sources: `-s` and `-B`.
    test::run(Command::new("python3").args(["-s", "-B"]).arg(check).arg(&folder).env("PYTHONPATH", tools::python_dir()))
}
