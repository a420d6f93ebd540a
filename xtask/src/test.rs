//! Everything that has to hold, in order, each part under its own heading.

use crate::project::{cargo, root, shipped_page, tools_dir};
use crate::tools::{self, For};
use crate::versions::{AXE, CHROMEDRIVER, CHROMIUM, FIREFOX, GECKODRIVER, POPPLER, TARGET, WEBKIT, WEBKITDRIVER, XVFB};
use crate::{dist, fhir, reproducible, seal};
use anyhow::{Context, Result, bail, ensure};
use std::process::Command;
use std::time::Instant;

pub struct Options {
    pub browser: bool,
    pub keep_going: bool,
    pub only: Option<String>,
}

struct Part {
    name: &'static str,
    what: &'static str,
    run: fn() -> Result<()>,
}

const PARTS: [Part; 9] = [
    Part { name: "fmt", what: "the code is formatted", run: || run(cargo().args(["fmt", "--all", "--check"])) },
    Part {
        name: "clippy",
        what: "no warning on the host",
        run: || run(cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])),
    },
    Part {
        name: "clippy-web",
        what: "no warning in the program",
        run: || {
            let program = ["clippy", "--target", TARGET, "--lib", "--bin", "care-check", "--", "-D", "warnings"];
            run(cargo().args(program))
        },
    },
    Part { name: "native", what: "the tests that need no browser", run: || run(cargo().arg("test")) },
    Part { name: FHIR_FILES, what: "the FHIR files as others read them", run: fhir::check },
    Part { name: "dist", what: "the page that ships, and what goes with it", run: dist::dist },
    Part { name: "size", what: "the page keeps to its budget", run: || seal::check_budget(&shipped_page()) },
    Part { name: BROWSER, what: "the page in real browsers", run: browser },
    Part { name: "reproducible", what: "another folder, the same bytes", run: reproducible::check },
];
const BROWSER: &str = "browser";
const FHIR_FILES: &str = "fhir";

pub fn test(options: &Options) -> Result<()> {
    let parts = chosen(options)?;
    tools::ensure_for(purpose(&parts))?;

    let mut passed = 0;
    let mut failed = Vec::new();
    for part in &parts {
        println!("\n=== {}: {} ===", part.name, part.what);
        let started = Instant::now();
        let result = (part.run)();
        let seconds = started.elapsed().as_secs_f32();
        match result {
            Ok(()) => {
                passed += 1;
                println!("--- {} passed in {seconds:.1} s", part.name);
            }
            Err(error) => {
                println!("--- {} FAILED after {seconds:.1} s: {error:#}", part.name);
                failed.push(part.name);
                if !options.keep_going {
                    break;
                }
            }
        }
    }

    let left = parts.len() - passed - failed.len();
    let not_run = if left > 0 { format!(", {left} not run") } else { String::new() };
    println!("\n{passed} passed, {} failed{not_run}", failed.len());
    if !failed.is_empty() {
        bail!("failed: {}; once more alone with `cargo xtask test --only {}`", failed.join(", "), failed[0]);
    }
    Ok(())
}

fn chosen(options: &Options) -> Result<Vec<&'static Part>> {
    let parts: Vec<&Part> = PARTS
        .iter()
        .filter(|part| options.only.as_ref().is_none_or(|only| only == part.name))
        .filter(|part| options.browser || part.name != BROWSER)
        .collect();
    let names = PARTS.map(|part| part.name).join(", ");
    ensure!(!parts.is_empty(), "nothing to test; the steps are: {names}");
    Ok(parts)
}

fn purpose(parts: &[&Part]) -> For {
    let needed = |part: &&Part| match part.name {
        BROWSER => For::BrowserTests,
        FHIR_FILES => For::Fhir,
        _ => For::Building,
    };
    parts.iter().map(needed).max().unwrap_or(For::Building)
}

pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start {:?}", command.get_program()))?;
    ensure!(status.success(), "{} {status}", described(command));
    Ok(())
}

fn described(command: &Command) -> String {
    let mut words = vec![command.get_program()];
    words.extend(command.get_args());
    words.iter().map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

fn browser() -> Result<()> {
    run(with_browsers(cargo().args(["test", "--package", "browser-tests"]))?)
}

/// Those tests in browsers whose names hold one of these, on the page that is in dist/ already.
pub fn browser_tests_named(names: &[String]) -> Result<()> {
    tools::ensure_for(For::BrowserTests)?;
    let tests = ["test", "--package", "browser-tests", "--test", "promises", "--test", "network", "--"];
    run(with_browsers(cargo().args(tests).args(names))?)
}

/// Pictures of every kind of screen of the page in dist/, in these languages or in all.
pub fn screenshots(languages: &[String]) -> Result<()> {
    with_program("screenshots", |command| command.arg(root().join("docs/screenshots")).args(languages))
}

/// How quick the page in dist/ is on a slow device.
pub fn bench() -> Result<()> {
    with_program("bench", |command| command)
}

/// Runs a program of the browser tests' package.
fn with_program(name: &str, told: impl FnOnce(&mut Command) -> &mut Command) -> Result<()> {
    tools::ensure_for(For::BrowserTests)?;
    // The program starts browsers through another one of its package, which has to lie beside it.
    run(cargo().args(["build", "--quiet", "--package", "browser-tests", "--bins"]))?;
    let mut command = cargo();
    told(command.args(["run", "--quiet", "--package", "browser-tests", "--bin", name, "--"]));
    run(with_browsers(&mut command)?)
}

/// The command, told where the page, the browsers and their drivers are.
fn with_browsers(command: &mut Command) -> Result<&mut Command> {
    let page = shipped_page();
    ensure!(page.exists(), "there is no {}; run `cargo xtask build --release` first", page.display());
    let tools = tools::survey()?;
    command.env("CARE_CHECK_PAGE", page).env("CARE_CHECK_TOOLS", tools_dir());
    for (variable, tool) in [
        ("CHROMEDRIVER", CHROMEDRIVER.package),
        ("CHROMIUM", CHROMIUM.package),
        ("GECKODRIVER", GECKODRIVER.program),
        ("FIREFOX", FIREFOX.package),
        ("WEBKIT", WEBKIT.package),
        ("WEBKITDRIVER", WEBKITDRIVER.package),
        ("XVFB", XVFB.package),
        ("PDFTOTEXT", POPPLER.package),
        ("AXE", AXE.name),
    ] {
        command.env(variable, tools::place_of(&tools, tool)?);
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(browser: bool, only: Option<&str>) -> Vec<&'static str> {
        let options = Options { browser, keep_going: false, only: only.map(str::to_owned) };
        chosen(&options).map(|parts| parts.iter().map(|part| part.name).collect()).unwrap_or_default()
    }

    #[test]
    fn the_steps_run_in_order_and_can_be_chosen() {
        assert_eq!(
            names(true, None),
            ["fmt", "clippy", "clippy-web", "native", "fhir", "dist", "size", "browser", "reproducible"]
        );
        assert!(!names(false, None).contains(&"browser"));
        assert_eq!(names(true, Some("native")), ["native"]);
    }

    #[test]
    fn an_unknown_step_is_refused_rather_than_passed() {
        assert!(names(true, Some("nothing")).is_empty());
        assert!(names(false, Some("browser")).is_empty());
    }
}
