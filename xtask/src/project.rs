//! Where things are, and how cargo is called from inside a task.

use anyhow::{Context, Result};
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Trunk's hook runs with the environment of the wasm build; this carries the folder everything else is built in.
pub const TARGET_DIR_VARIABLE: &str = "CARE_CHECK_TARGET_DIR";

/// Settings that are for the wasm build alone.
pub const WASM_BUILD_VARIABLES: [&str; 6] = [
    "RUSTC_BOOTSTRAP",
    "CARGO_UNSTABLE_BUILD_STD",
    "CARGO_UNSTABLE_PANIC_IMMEDIATE_ABORT",
    "CARGO_PROFILE_RELEASE_PANIC",
    "CARGO_UNSTABLE_TRIM_PATHS",
    "CARGO_PROFILE_RELEASE_TRIM_PATHS",
];

pub fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_owned()
}

pub fn tools_dir() -> PathBuf {
    root().join(".tools")
}

/// Only the page that ships goes into dist/; a development build there could be taken for it, by a test or by a person.
pub fn dist(release: bool) -> PathBuf {
    if release { root().join("dist") } else { target_dir().join("development") }
}

pub fn shipped_page() -> PathBuf {
    dist(true).join("index.html")
}

pub fn asset(name: &str) -> Result<String> {
    let path = root().join("assets").join(name);
    std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
}

/// The folder for everything but the optimised wasm.
pub fn target_dir() -> PathBuf {
    env::var_os(TARGET_DIR_VARIABLE)
        .or_else(|| env::var_os("CARGO_TARGET_DIR"))
        .map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// Cargo in the project's root, as a person would call it: without what the outer cargo or the wasm build left behind.
pub fn cargo() -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(root()).env("CARGO_TARGET_DIR", target_dir());
    for variable in WASM_BUILD_VARIABLES {
        command.env_remove(variable);
    }
    forget_outer_cargo(&mut command);
    command
}

/// `cargo run` tells its child about the package; passed on, it would make build scripts run again for nothing.
pub fn forget_outer_cargo(command: &mut Command) {
    for (variable, _) in env::vars_os() {
        let name = variable.to_string_lossy();
        if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") || name == "CARGO_BIN_NAME" {
            command.env_remove(&variable);
        }
    }
}

/// The tools folder first, so that the versions the project is tested with win.
pub fn path_with_tools() -> Result<OsString> {
    let own = [tools_dir().join("bin"), tools_dir().join("npm/node_modules/.bin")];
    let inherited = env::var_os("PATH").unwrap_or_default();
    env::join_paths(own.into_iter().chain(env::split_paths(&inherited)))
        .context("a folder of this project has a character that PATH cannot hold; move the project")
}
