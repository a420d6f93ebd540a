//! `cargo xtask …`: the project's own tasks.

mod audit;
mod csp;
mod dist;
mod embed;
mod fhir;
mod glue;
mod licences;
mod messages;
mod mutants;
mod names;
mod page;
mod project;
mod reproducible;
mod seal;
mod serve;
mod steps;
mod test;
mod tools;
mod versions;
mod wasm;

use anyhow::{Context, Result, bail};
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask doctor                         which tools are there, and which are missing
cargo xtask tools                          install what is missing into .tools
cargo xtask serve [--port 8080] [--release]   build the page, serve it, rebuild it when a file changes
cargo xtask build [--release]              build the sealed page: into target/development, with --release into dist/
cargo xtask dist                           the page that ships and all that goes with it, into dist/
cargo xtask test [--no-browser] [--only STEP] [--keep-going]
                                           check everything; steps: fmt, clippy, clippy-web, native, fhir, dist, size,
                                           browser, reproducible
cargo xtask browser [NAME …]               tests in browsers whose names hold NAME, on the page in dist/
cargo xtask mutants [--data] [--engine]    make mistakes on purpose and see that the tests notice; both without a flag
cargo xtask screenshots [LANGUAGE …]       pictures of every kind of screen of the page in dist/, into docs/screenshots
cargo xtask bench                          how quick the page in dist/ is on a slow device";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let (task, rest) = arguments.split_first().context(USAGE)?;
    let mut flags = Flags(rest.to_vec());
    match task.as_str() {
        "doctor" => flags.none_left().and_then(|()| tools::doctor()),
        "tools" => {
            flags.none_left()?;
            tools::ensure_for(tools::For::BrowserTests)?;
            tools::doctor()
        }
        "build" => {
            let release = flags.take("--release");
            flags.none_left()?;
            serve::build(release)
        }
        "dist" => flags.none_left().and_then(|()| dist::dist()),
        "serve" => {
            let release = flags.take("--release");
            let port = flags.port()?;
            flags.none_left()?;
            serve::serve(port, release)
        }
        // Called by `serve`.
        "announce" => serve::announce(flags.port()?),
        // Called by Trunk.
        "seal" => flags.none_left().and_then(|()| seal::staged()),
        "test" => {
            let options = test::Options {
                browser: !flags.take("--no-browser"),
                keep_going: flags.take("--keep-going"),
                only: flags.value("--only")?,
            };
            flags.none_left()?;
            test::test(&options)
        }
        "browser" => test::browser_tests_named(rest),
        "mutants" => {
            let (data, engine) = (flags.take("--data"), flags.take("--engine"));
            flags.none_left()?;
            mutants::mutants(data || !engine, engine || !data)
        }
        "bench" => flags.none_left().and_then(|()| test::bench()),
        "screenshots" => test::screenshots(rest),
        _ => bail!("there is no task `{task}`\n{USAGE}"),
    }
}

struct Flags(Vec<String>);

impl Flags {
    fn take(&mut self, flag: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|given| given != flag);
        self.0.len() < before
    }

    fn value(&mut self, flag: &str) -> Result<Option<String>> {
        let Some(place) = self.0.iter().position(|given| given == flag) else {
            return Ok(None);
        };
        self.0.remove(place);
        if place == self.0.len() {
            bail!("{flag} needs a value\n{USAGE}");
        }
        Ok(Some(self.0.remove(place)))
    }

    fn port(&mut self) -> Result<u16> {
        self.value("--port")?.map_or(Ok(8080), |port| port.parse().with_context(|| format!("`{port}` is no port")))
    }

    fn none_left(&self) -> Result<()> {
        match self.0.first() {
            Some(unknown) => bail!("`{unknown}` is not understood\n{USAGE}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flags(given: &[&str]) -> Flags {
        Flags(given.iter().map(|&flag| flag.to_owned()).collect())
    }

    #[test]
    fn flags_are_taken_once_and_leftovers_refused() {
        let mut given = flags(&["--only", "fmt", "--no-browser", "--nonsense"]);
        assert_eq!(given.value("--only").unwrap().as_deref(), Some("fmt"));
        assert!(given.take("--no-browser"));
        assert!(!given.take("--no-browser"));
        assert!(given.none_left().unwrap_err().to_string().contains("--nonsense"));
        assert!(flags(&["--port"]).port().is_err());
        assert_eq!(flags(&[]).port().unwrap(), 8080);
    }
}
