//! Mistakes on purpose: in the protocol by a test of the project, in the engine by cargo-mutants.
//!
//! What came out is written into `docs/mutants.md`.

use crate::project::{self, cargo, root, target_dir};
use crate::test::run;
use crate::tools::{self, For};
use crate::versions::CARGO_MUTANTS;
use anyhow::{Context, Result, bail, ensure};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

const REPORT: &str = "docs/mutants.md";
const BEGIN: &str = "<!-- changes of the engine: written by `cargo xtask mutants --engine` -->\n";
const END: &str = "<!-- end of what the command writes -->\n";

/// Changes of the engine that no test can notice, because they change nothing: the file and what is changed, as
/// cargo-mutants names them without their place, and why.
const EXPLAINED: [(&str, &str); 0] = [];

/// Changes that are compiled and tested at the same time, each in a copy of the project.
const JOBS: &str = "2";

/// How cargo-mutants ends when every change was tried: all noticed, some missed, some stopped for their time.
const TRIED: [i32; 3] = [0, 2, 3];

pub fn mutants(data: bool, engine: bool) -> Result<()> {
    if data {
        run(cargo().args(["test", "--test", "mutants"]))?;
    }
    if engine {
        of_engine()?;
    }
    Ok(())
}

fn of_engine() -> Result<()> {
    tools::ensure_for(For::Mutants)?;
    let program = tools::place_of(&tools::survey()?, CARGO_MUTANTS.program)?;
    let folder = target_dir().join("mutants");
    fs::create_dir_all(&folder)?;
    println!("Changing the engine in every small way (usually 10 to 20 minutes)");
    let mut command = Command::new(program);
    command
        .args(["mutants", "--package", "care-check-engine", "--no-shuffle", "--jobs", JOBS, "--output"])
        .arg(&folder);
    command.current_dir(root());
    project::forget_outer_cargo(&mut command);
    // Each change is compiled in a copy of the project, which has a folder of its own for that.
    command.env_remove("CARGO_TARGET_DIR");
    let status = command.status().context("cannot start cargo-mutants")?;
    ensure!(
        status.code().is_some_and(|code| TRIED.contains(&code)),
        "cargo-mutants {status}; its log is in {}",
        folder.display()
    );
    let found = Found::read(&folder.join("mutants.out"))?;
    let unexplained = found.unexplained();
    write_report(&found)?;
    print!("{}", found.in_words());
    if !unexplained.is_empty() {
        bail!(
            "no test notices:\n  {}\nWrite a test that does, into tests/engine.rs or beside the code; or explain in \
             EXPLAINED of xtask/src/mutants.rs why the change changes nothing.",
            unexplained.join("\n  ")
        );
    }
    Ok(())
}

/// What became of the changes, each as cargo-mutants names it.
#[derive(Default)]
struct Found {
    caught: Vec<String>,
    missed: Vec<String>,
    stopped: Vec<String>,
    unviable: Vec<String>,
}

impl Found {
    fn read(folder: &Path) -> Result<Self> {
        let list = |name: &str| -> Result<Vec<String>> {
            let path = folder.join(name);
            let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            Ok(text.lines().map(str::to_owned).collect())
        };
        let found = Self {
            caught: list("caught.txt")?,
            missed: list("missed.txt")?,
            stopped: list("timeout.txt")?,
            unviable: list("unviable.txt")?,
        };
        ensure!(!found.caught.is_empty(), "cargo-mutants changed nothing that a test noticed; that cannot be");
        Ok(found)
    }

    fn unexplained(&self) -> Vec<&str> {
        let is_explained = |change: &str| EXPLAINED.iter().any(|(known, _)| *known == without_place(change));
        self.missed.iter().map(String::as_str).filter(|change| !is_explained(change)).collect()
    }

    fn in_words(&self) -> String {
        let made = self.caught.len() + self.missed.len() + self.stopped.len() + self.unviable.len();
        let mut text = format!(
            "| made | do not compile | noticed by a failing test | noticed by tests that never end | not noticed |\n\
             |---|---|---|---|---|\n| {made} | {} | {} | {} | {} |\n",
            self.unviable.len(),
            self.caught.len(),
            self.stopped.len(),
            self.missed.len()
        );
        for change in &self.stopped {
            let _ = writeln!(text, "\nTests never end with: `{}`.", without_place(change));
        }
        for change in &self.missed {
            let change = without_place(change);
            let why = EXPLAINED.iter().find(|(known, _)| *known == change).map_or("not explained", |(_, why)| why);
            let _ = writeln!(text, "\nNot noticed: `{change}`: {why}.");
        }
        text
    }
}

/// `engine/src/path.rs:13:9: replace && with ||` without the line and the column, which move.
fn without_place(change: &str) -> String {
    let mut parts = change.splitn(4, ':');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(file), Some(_), Some(_), Some(what)) => format!("{file}:{what}"),
        _ => change.to_owned(),
    }
}

fn write_report(found: &Found) -> Result<()> {
    let path = root().join(REPORT);
    let text = fs::read_to_string(&path).with_context(|| format!("cannot read {REPORT}"))?;
    fs::write(&path, replaced(&text, &found.in_words())?)?;
    Ok(())
}

/// The report with this in the place of what the command wrote before.
fn replaced(report: &str, now: &str) -> Result<String> {
    let (before, rest) = report.split_once(BEGIN).with_context(|| format!("{REPORT} has no `{BEGIN}`"))?;
    let (_, after) = rest.split_once(END).with_context(|| format!("{REPORT} has no `{END}`"))?;
    Ok(format!("{before}{BEGIN}\n{now}\n{END}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_keeps_its_name_when_lines_move() {
        let name = "engine/src/path.rs:13:9: replace && with || in Condition::holds";
        assert_eq!(without_place(name), "engine/src/path.rs: replace && with || in Condition::holds");
        assert_eq!(without_place("nothing"), "nothing");
    }

    #[test]
    fn what_is_not_noticed_is_named() {
        let missed = vec!["engine/src/path.rs:13:9: replace && with ||".to_owned()];
        let found = Found { missed: missed.clone(), ..Found::default() };
        assert_eq!(found.unexplained(), missed);
        assert!(found.in_words().contains("Not noticed: `engine/src/path.rs: replace && with ||`: not explained"));
    }

    #[test]
    fn the_report_has_a_place_for_what_came_out() {
        let report = fs::read_to_string(root().join(REPORT)).unwrap();
        let written = replaced(&report, "| 1 |").unwrap();
        assert!(written.contains("\n| 1 |\n"));
        assert_eq!(replaced(&written, "| 1 |").unwrap(), written);
        assert!(replaced("nothing", "| 1 |").is_err());
    }
}
