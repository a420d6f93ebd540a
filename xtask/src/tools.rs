//! The tools: which are there, in which version, and how to get the others.

use crate::project::{self, cargo, root, tools_dir};
use crate::steps::Step;
use crate::versions::{
    AXE, BINARYEN, Browser, CARGO_MUTANTS, CHROMEDRIVER, CHROMIUM, Crate, FHIR, FHIR_R4, FIREFOX, GECKODRIVER, IPROUTE,
    NODE_AT_LEAST, POPPLER, PYTHON_AT_LEAST, Package, PythonPackage, RUST_AT_LEAST, TARGET, TRUNK, WASM_BINDGEN,
    WEBKIT, WEBKITDRIVER, XVFB,
};
use anyhow::{Context, Result, bail, ensure};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a task is about to do decides which tools have to be there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum For {
    Building,
    Fhir,
    BrowserTests,
    Mutants,
}

impl For {
    /// Whether a tool that is needed so far is to be installed for this purpose. Without a need of its own, it is
    /// for everything that is built here.
    fn wants(self, needed: Option<Self>) -> bool {
        match self {
            Self::Building | Self::Fhir | Self::BrowserTests => needed.is_none_or(|needed| needed <= self),
            Self::Mutants => needed == Some(Self::Mutants),
        }
    }
}

pub struct Tool {
    pub name: &'static str,
    pub wanted: String,
    pub found: Option<Found>,
    pub needed: Option<For>,
    how: How,
}

impl Tool {
    /// Nothing that everybody does fails without it.
    fn is_optional(&self) -> bool {
        self.needed.is_none_or(|needed| needed == For::Mutants)
    }
}

pub struct Found {
    pub version: String,
    pub path: PathBuf,
}

#[derive(Clone, Copy)]
enum How {
    ByHand(&'static str),
    RustTarget,
    RustSource,
    Cargo(&'static Crate),
    Npm(&'static Package),
    Pip(&'static PythonPackage),
    Debian(&'static Browser),
}

pub fn survey() -> Result<Vec<Tool>> {
    let sysroot = output("rustc", &["--print", "sysroot"]).map(PathBuf::from);
    let in_sysroot = |inside: &str| {
        let path = sysroot.as_ref()?.join(inside);
        path.exists().then(|| Found { version: "installed".to_owned(), path })
    };
    let bindgen = wasm_bindgen_version()?;
    let version_of = |tool: &Crate| tool.version.unwrap_or(&bindgen).to_owned();

    let mut tools = vec![
        Tool {
            name: "rustc",
            wanted: format!("{}.{} or newer", RUST_AT_LEAST.0, RUST_AT_LEAST.1),
            found: located("rustc").filter(|found| at_least(&found.version, RUST_AT_LEAST)),
            needed: Some(For::Building),
            how: How::ByHand("Install Rust from https://rustup.rs, or run `rustup update stable`."),
        },
        Tool {
            name: TARGET,
            wanted: "any".to_owned(),
            found: in_sysroot(&format!("lib/rustlib/{TARGET}/lib")),
            needed: Some(For::Building),
            how: How::RustTarget,
        },
        Tool {
            name: "rust-src",
            wanted: "any (smaller release)".to_owned(),
            found: in_sysroot("lib/rustlib/src/rust/library/std/Cargo.toml"),
            needed: None,
            how: How::RustSource,
        },
        Tool {
            name: "node",
            wanted: format!("{NODE_AT_LEAST} or newer"),
            found: located("node").filter(|found| at_least(&found.version, (NODE_AT_LEAST, 0))),
            needed: Some(For::Building),
            how: How::ByHand(
                "Install Node.js with npm, for example `apt-get install nodejs npm`; wasm-opt runs in it.",
            ),
        },
    ];
    for (tool, needed) in [
        (&TRUNK, For::Building),
        (&WASM_BINDGEN, For::Building),
        (&GECKODRIVER, For::BrowserTests),
        (&CARGO_MUTANTS, For::Mutants),
    ] {
        let wanted = version_of(tool);
        tools.push(Tool {
            name: tool.program,
            found: located(tool.program).filter(|found| found.version == wanted),
            wanted,
            needed: Some(needed),
            how: How::Cargo(tool),
        });
    }
    for (package, needed) in [(&BINARYEN, For::Building), (&FHIR_R4, For::Fhir), (&AXE, For::BrowserTests)] {
        tools.push(Tool {
            name: package.name,
            wanted: package.version.to_owned(),
            found: npm_package(package).filter(|found| found.version == package.version),
            needed: Some(needed),
            how: How::Npm(package),
        });
    }
    tools.push(Tool {
        name: "python3",
        wanted: format!("{}.{} or newer", PYTHON_AT_LEAST.0, PYTHON_AT_LEAST.1),
        found: located("python3").filter(|found| at_least(&found.version, PYTHON_AT_LEAST)),
        needed: Some(For::Fhir),
        how: How::ByHand(
            "Install Python with pip, for example `apt-get install python3 python3-pip`; the FHIR files are checked in it.",
        ),
    });
    tools.push(Tool {
        name: FHIR.name,
        wanted: FHIR.version.to_owned(),
        found: python_package(&FHIR),
        needed: Some(For::Fhir),
        how: How::Pip(&FHIR),
    });
    let chromium = browser(&CHROMIUM);
    let driver_for = chromium.as_ref().map(|found| major(&found.version).to_owned());
    let driver = browser(&CHROMEDRIVER)
        .filter(|found| driver_for.as_deref().is_none_or(|wanted| major(&found.version) == wanted));
    for (debian, wanted, found) in [
        (&CHROMIUM, "any".to_owned(), chromium),
        (&CHROMEDRIVER, driver_for.map_or("any".to_owned(), |major| format!("{major}.x")), driver),
        (&FIREFOX, "any".to_owned(), browser(&FIREFOX)),
        // These tell no version, or none in the form of the others.
        (&WEBKIT, "any".to_owned(), installed(&WEBKIT)),
        (&WEBKITDRIVER, "any".to_owned(), installed(&WEBKITDRIVER)),
        (&XVFB, "any".to_owned(), installed(&XVFB)),
        (&POPPLER, "any".to_owned(), installed(&POPPLER)),
        (&IPROUTE, "any".to_owned(), unversioned(located_path("ip"))),
    ] {
        tools.push(Tool {
            name: debian.package,
            wanted,
            found,
            needed: Some(For::BrowserTests),
            how: How::Debian(debian),
        });
    }
    Ok(tools)
}

/// Prints the table; an error names what is missing.
pub fn doctor() -> Result<()> {
    let tools = survey()?;
    print!("{}", table(&tools));
    let missing: Vec<&str> =
        tools.iter().filter(|tool| !tool.is_optional() && tool.found.is_none()).map(|tool| tool.name).collect();
    ensure!(
        missing.is_empty(),
        "missing: {}. `cargo xtask tools` installs what it can into .tools and names the rest.",
        missing.join(", ")
    );
    Ok(())
}

fn table(tools: &[Tool]) -> String {
    let mut text = format!("{:<24} {:<22} {:<18} {}\n", "tool", "wanted", "found", "where");
    for tool in tools {
        let (version, place) = match &tool.found {
            Some(found) => (found.version.as_str(), shorten(&found.path)),
            None if tool.is_optional() => ("missing (optional)", String::new()),
            None => ("MISSING", String::new()),
        };
        let line = format!("{:<24} {:<22} {version:<18} {place}", tool.name, tool.wanted);
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn shorten(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

/// Installs what the purpose needs and is not there. Says nothing when all is there.
pub fn ensure_for(purpose: For) -> Result<()> {
    let wanted = |tool: &Tool| purpose.wants(tool.needed);
    let missing: Vec<Tool> = survey()?.into_iter().filter(|tool| tool.found.is_none() && wanted(tool)).collect();

    let mut from_debian = Vec::new();
    for tool in &missing {
        match tool.how {
            How::ByHand(advice) => bail!("{} {} is missing. {advice}", tool.name, tool.wanted),
            How::RustTarget => rustup(&["target", "add", TARGET], tool.name)?,
            How::RustSource => {
                // Only the size of the release depends on it, and a toolchain that is not rustup's cannot add it.
                if let Err(error) = rustup(&["component", "add", "rust-src"], tool.name) {
                    println!("  Going on without rust-src; the release will be about a fifth larger. {error}");
                }
            }
            How::Cargo(source) => cargo_install(source, &tool.wanted)?,
            How::Npm(package) => npm_install(package)?,
            How::Pip(package) => pip_install(package)?,
            How::Debian(source) => from_debian.push(source.package),
        }
    }
    if !from_debian.is_empty() {
        debian_install(&from_debian)?;
    }
    if missing.is_empty() {
        return Ok(());
    }
    if build_dir().exists() {
        std::fs::remove_dir_all(build_dir())?;
    }
    let still: Vec<String> = survey()?
        .iter()
        .filter(|tool| tool.found.is_none() && tool.needed.is_some() && wanted(tool))
        .map(|tool| format!("{} ({})", tool.name, tool.wanted))
        .collect();
    ensure!(
        still.is_empty(),
        "installed, but not found afterwards: {}. `cargo xtask doctor` shows where each tool was looked for.",
        still.join(", ")
    );
    Ok(())
}

/// Where a tool is, for the tests that start it.
pub fn place_of(tools: &[Tool], name: &str) -> Result<PathBuf> {
    tools
        .iter()
        .find(|tool| tool.name == name)
        .and_then(|tool| tool.found.as_ref())
        .map(|found| found.path.clone())
        .with_context(|| format!("{name} is missing; run `cargo xtask tools`"))
}

pub fn has_rust_source() -> Result<bool> {
    Ok(survey_has(&survey()?, "rust-src"))
}

fn survey_has(tools: &[Tool], name: &str) -> bool {
    tools.iter().any(|tool| tool.name == name && tool.found.is_some())
}

/// Where programs that run in Node find the packages of the tools folder.
pub fn node_modules() -> PathBuf {
    tools_dir().join("npm/node_modules")
}

pub fn wasm_opt() -> Result<PathBuf> {
    npm_package(&BINARYEN).map(|found| found.path).context("wasm-opt is missing; run `cargo xtask tools`")
}

fn rustup(arguments: &[&str], name: &str) -> Result<()> {
    Step {
        what: &format!("Adding {name} to the Rust toolchain"),
        usually: "under a minute",
        advice: "It comes with rustup (https://rustup.rs); a Rust from elsewhere needs its own package for it.",
    }
    .run(Command::new("rustup").args(arguments))
}

/// Kept when an installation fails, so that the next attempt goes on from there.
fn build_dir() -> PathBuf {
    tools_dir().join("build")
}

fn cargo_install(source: &Crate, version: &str) -> Result<()> {
    let folder = tools_dir();
    let mut command = cargo();
    command
        .args(["install", source.name, "--version", version, "--force", "--root"])
        .arg(&folder)
        // A folder of its own, or the tools would share one with the project and rebuild each other.
        .env("CARGO_TARGET_DIR", build_dir())
        // Outside the project, so that its cargo settings do not reach the tools.
        .current_dir(env::temp_dir());
    // The tools wait for other programs most of the time; compiling them less well saves minutes here.
    for (setting, value) in [("OPT_LEVEL", "1"), ("LTO", "off"), ("CODEGEN_UNITS", "16"), ("DEBUG", "0")] {
        command.env(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
    }
    if source.locked {
        command.arg("--locked");
    }
    Step {
        what: &format!("Installing {} {version} into .tools", source.name),
        usually: source.usually,
        advice: "It is compiled from crates.io: check the network and the free disk space, then run the same command again; it goes on where it stopped.",
    }
    .run(&mut command)
}

fn npm_install(package: &Package) -> Result<()> {
    let folder = tools_dir().join("npm");
    std::fs::create_dir_all(&folder)?;
    Step {
        what: &format!("Installing {} {} into .tools/npm", package.name, package.version),
        usually: "under a minute",
        advice: "It comes from the npm registry: check that `npm --version` works and the registry can be reached, then run the same command again.",
    }
    .run(
        Command::new("npm")
            .args(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--save-exact", "--prefix"])
            .arg(&folder)
            .arg(format!("{}@{}", package.name, package.version))
            .current_dir(&folder),
    )
}

/// The folder that Python is told to look in first.
pub fn python_dir() -> PathBuf {
    tools_dir().join("python")
}

/// Into a folder of its own and without looking for more than is written down, so that no virtual environment is
/// needed and every machine gets the same versions.
fn pip_install(package: &PythonPackage) -> Result<()> {
    let folder = python_dir();
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    Step {
        what: &format!("Installing {} {} into .tools/python", package.name, package.version),
        usually: "under a minute",
        advice: "It comes from PyPI: check that `python3 -m pip --version` works (Debian: `apt-get install python3-pip`) and that PyPI can be reached, then run the same command again.",
    }
    .run(
        Command::new("python3")
            .args(["-m", "pip", "install", "--disable-pip-version-check", "--no-deps", "--only-binary", ":all:"])
            .arg("--target")
            .arg(&folder)
            .arg(format!("{}=={}", package.name, package.version))
            .args(package.with),
    )
}

fn debian_install(packages: &[&str]) -> Result<()> {
    let by_hand = format!("apt-get install {}", packages.join(" "));
    let own = [CHROMIUM, CHROMEDRIVER, FIREFOX, WEBKIT, WEBKITDRIVER, XVFB].map(|source| source.variable).join(", ");
    let advice =
        format!("Install them by hand: `{by_hand}` as root, or name copies of your own in these variables: {own}.");
    ensure!(located_path("apt-get").is_some(), "the browser tests need {}. {advice}", packages.join(", "));
    for (what, arguments) in [
        ("Reading Debian's package lists", vec!["update", "-q"]),
        (
            "Installing the browsers and what reads their pages from Debian",
            [&["install", "-y", "-q", "--no-install-recommends"], packages].concat(),
        ),
    ] {
        let mut command = if is_root() {
            Command::new("apt-get")
        } else {
            let mut sudo = Command::new("sudo");
            // Without a question nobody would see, since the output is gathered.
            sudo.args(["-n", "apt-get"]);
            sudo
        };
        Step { what, usually: "1 to 2 minutes", advice: &advice }
            .run(command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))?;
    }
    Ok(())
}

fn is_root() -> bool {
    output("id", &["-u"]).as_deref() == Some("0")
}

/// The version of the library decides the version of the command line tool.
pub fn wasm_bindgen_version() -> Result<String> {
    let path = root().join("Cargo.lock");
    let lock = std::fs::read_to_string(&path)
        .with_context(|| format!("cannot read {}; `cargo fetch` writes it", path.display()))?;
    locked_version(&lock, "wasm-bindgen").context("Cargo.lock names no version of wasm-bindgen; run `cargo fetch`")
}

fn locked_version(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

fn browser(source: &Browser) -> Option<Found> {
    if let Some(own) = env::var_os(source.variable) {
        let path = PathBuf::from(own);
        return version_of(&path).map(|version| Found { version, path });
    }
    source.programs.iter().find_map(|program| located(program))
}

/// The same for a program that is not asked for its version.
fn installed(source: &Browser) -> Option<Found> {
    let own = env::var_os(source.variable).map(PathBuf::from);
    let path = match own {
        Some(own) => own.is_file().then_some(own),
        None => source.programs.iter().find_map(|program| located_path(program).or_else(|| beside_libraries(program))),
    };
    unversioned(path)
}

fn unversioned(path: Option<PathBuf>) -> Option<Found> {
    path.map(|path| Found { version: "installed".to_owned(), path })
}

/// Debian keeps libraries in a folder for each kind of processor.
fn beside_libraries(program: &str) -> Option<PathBuf> {
    let folders = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    folders.map(|folder| folder.path().join(program)).find(|path| path.is_file())
}

fn npm_package(package: &Package) -> Option<Found> {
    let folder = node_modules().join(package.name);
    let description = std::fs::read_to_string(folder.join("package.json")).ok()?;
    let description: serde_json::Value = serde_json::from_str(&description).ok()?;
    let path = folder.join(package.file);
    path.exists().then(|| Found { version: description["version"].as_str().unwrap_or_default().to_owned(), path })
}

/// The package, when it and everything it needs are there in the very versions asked for.
fn python_package(package: &PythonPackage) -> Option<Found> {
    let path = python_dir();
    let own = format!("{}=={}", package.name, package.version);
    let is_there = |pin: &str| path.join(installed_as(pin)).is_dir();
    let all = is_there(&own) && package.with.iter().all(|pin| is_there(pin));
    all.then(|| Found { version: package.version.to_owned(), path })
}

/// The folder in which pip describes what it installed: `fhir_core-1.1.12.dist-info` for `fhir-core==1.1.12`.
fn installed_as(pin: &str) -> String {
    let (name, version) = pin.split_once("==").unwrap_or((pin, ""));
    format!("{}-{version}.dist-info", name.replace(['-', '.'], "_"))
}

fn located(program: &str) -> Option<Found> {
    let path = located_path(program)?;
    version_of(&path).map(|version| Found { version, path })
}

fn located_path(program: &str) -> Option<PathBuf> {
    let folders = project::path_with_tools().ok()?;
    env::split_paths(&folders).map(|folder| folder.join(program)).find(|path| path.is_file())
}

fn version_of(program: &Path) -> Option<String> {
    // A command of cargo's own kind is called by its name, as cargo does.
    let command = program.file_name()?.to_str()?.strip_prefix("cargo-");
    let arguments: Vec<&str> = command.into_iter().chain(["--version"]).collect();
    let printed = output(program, &arguments)?;
    first_version(&printed)
}

/// The first word that looks like a version, as in `Chromium 156.0.8078.79 built on Debian` or `v20.20.2`.
fn first_version(printed: &str) -> Option<String> {
    printed
        .split_whitespace()
        .map(|word| word.trim_start_matches('v'))
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()) && word.contains('.'))
        .map(str::to_owned)
}

fn major(version: &str) -> &str {
    version.split('.').next().unwrap_or_default()
}

fn at_least(version: &str, (wanted_major, wanted_minor): (u32, u32)) -> bool {
    let mut numbers = version.split('.').map_while(|part| part.parse::<u32>().ok());
    let found = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    found >= (wanted_major, wanted_minor)
}

fn output(program: impl AsRef<std::ffi::OsStr>, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_what_programs_print() {
        for (printed, version) in [
            ("trunk 0.21.14", "0.21.14"),
            ("v20.20.2", "20.20.2"),
            ("Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)", "156.0.8078.79"),
            ("Mozilla Firefox 153.7.0esr", "153.7.0esr"),
            ("rustc 1.95.0 (59807616e 2026-04-14)", "1.95.0"),
        ] {
            assert_eq!(first_version(printed).as_deref(), Some(version));
        }
        assert_eq!(first_version("no number here"), None);
    }

    #[test]
    fn newer_is_enough_and_older_is_not() {
        assert!(at_least("1.95.0", (1, 95)));
        assert!(at_least("2.0.0", (1, 95)));
        assert!(!at_least("1.94.9", (1, 95)));
    }

    #[test]
    fn a_package_of_python_is_looked_for_under_the_name_that_pip_gives_it() {
        assert_eq!(installed_as("fhir.resources==8.3.0"), "fhir_resources-8.3.0.dist-info");
        assert_eq!(installed_as("pydantic-core==2.50.5"), "pydantic_core-2.50.5.dist-info");
    }

    #[test]
    fn the_lock_file_names_the_library_not_its_relatives() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(lock, "yew"), None);
    }

    #[test]
    fn nobody_installs_what_their_purpose_does_not_need() {
        let all = [None, Some(For::Building), Some(For::Fhir), Some(For::BrowserTests), Some(For::Mutants)];
        let wanted = |purpose: For| all.map(|needed| purpose.wants(needed));
        assert_eq!(wanted(For::Building), [true, true, false, false, false]);
        assert_eq!(wanted(For::BrowserTests), [true, true, true, true, false]);
        assert_eq!(wanted(For::Mutants), [false, false, false, false, true]);
    }

    #[test]
    fn the_table_says_what_is_missing() {
        let tool = |name, needed| Tool { name, wanted: "1".to_owned(), found: None, needed, how: How::RustSource };
        let table = table(&[tool("trunk", Some(For::Building)), tool("rust-src", None)]);
        assert!(table.contains("trunk                    1                      MISSING"));
        assert!(table.contains("missing (optional)"));
    }
}
