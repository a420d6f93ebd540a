//! Builds and serves the page through Trunk.

use crate::project::{self, TARGET_DIR_VARIABLE};
use crate::tools::{self, For};
use crate::versions::TARGET;
use anyhow::{Context, Result, ensure};
use std::env;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddrV4, TcpListener, TcpStream};
use std::os::unix::process::{CommandExt, parent_id};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

pub fn build(release: bool) -> Result<()> {
    tools::ensure_for(For::Building)?;
    let mut trunk = trunk("build", release)?;
    let status = trunk.status().context("cannot start trunk; `cargo xtask doctor` says what is missing")?;
    ensure!(status.success(), "the build failed; its message stands above");
    println!("built: {}", project::dist(release).join("index.html").display());
    Ok(())
}

pub fn serve(port: u16, release: bool) -> Result<()> {
    tools::ensure_for(For::Building)?;
    let address = SocketAddrV4::new(Ipv4Addr::LOCALHOST, port);
    TcpListener::bind(address).with_context(|| {
        format!("port {port} is taken; choose another: cargo xtask serve --port {}", port.wrapping_add(1))
    })?;

    println!("building the page; the first time takes a minute or two");
    let mut trunk = trunk("serve", release)?;
    trunk.args(["--address", "127.0.0.1", "--port", &port.to_string()]);
    // Someone else says when the page is up, because this process becomes Trunk: then a signal stops all of it.
    Command::new(env::current_exe()?).args(["announce", "--port", &port.to_string()]).stdin(Stdio::null()).spawn()?;
    let error = trunk.exec();
    Err(error).context("cannot start trunk; `cargo xtask doctor` says what is missing")
}

/// Waits until the sealed page is really being served, says so, and ends. Ends too when the server does.
pub fn announce(port: u16) -> Result<()> {
    let server = parent_id();
    while parent_id() == server {
        if serves_the_page(port) {
            println!("\ncare-check is at http://127.0.0.1:{port}/ (rebuilt when a file changes; Ctrl-C stops it)\n");
            return Ok(());
        }
        thread::sleep(Duration::from_millis(300));
    }
    Ok(())
}

fn serves_the_page(port: u16) -> bool {
    let ask = || -> Result<String> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        write!(stream, "GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(String::from_utf8_lossy(&answer).into_owned())
    };
    ask().is_ok_and(|answer| answer.starts_with("HTTP/1.1 200") && answer.contains(" srcdoc="))
}

fn trunk(task: &str, release: bool) -> Result<Command> {
    fetch_crates(release)?;
    let mut command = Command::new("trunk");
    command
        .arg(task)
        .current_dir(project::root())
        .env("PATH", project::path_with_tools()?)
        .arg("--dist")
        .arg(project::dist(release))
        .env("TRUNK_OFFLINE", "true")
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        .env("CARE_CHECK_XTASK", env::current_exe()?)
        .env(TARGET_DIR_VARIABLE, project::target_dir());
    // Trunk's own story of each step would bury what cargo and the seal step have to say.
    if env::var_os("RUST_LOG").is_none() {
        command.env("RUST_LOG", "warn");
    }
    command.env("RUST_BACKTRACE", "0");
    // Any value means "no colour" by convention, but Trunk takes only these words.
    if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        command.env("NO_COLOR", "true");
    }
    project::forget_outer_cargo(&mut command);
    wasm_settings(&mut command, release)?;
    if release {
        command.arg("--release");
    }
    Ok(command)
}

/// With the sources of std at hand, std is rebuilt without its panic messages: about a fifth less to load.
///
/// A stable compiler refuses that unless told that we know; the settings reach the wasm build alone.
fn wasm_settings(command: &mut Command, release: bool) -> Result<()> {
    command.env("CARGO_TARGET_DIR", project::target_dir());
    if release && tools::has_rust_source()? {
        command
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
            .env("CARGO_UNSTABLE_PANIC_IMMEDIATE_ABORT", "true")
            .env("CARGO_PROFILE_RELEASE_PANIC", "immediate-abort")
            // No folder of this machine in the program: the same bytes wherever it is built.
            .env("CARGO_UNSTABLE_TRIM_PATHS", "true")
            .env("CARGO_PROFILE_RELEASE_TRIM_PATHS", "all")
            // A folder of its own, so that the two kinds of build do not take turns throwing each other away.
            .env("CARGO_TARGET_DIR", project::target_dir().join("web-release"));
    }
    Ok(())
}

/// Trunk works offline so that it downloads nothing on its own account; so the crates have to be there before.
fn fetch_crates(release: bool) -> Result<()> {
    let mut command = project::cargo();
    wasm_settings(&mut command, release)?;
    let status = command.args(["fetch", "--quiet", "--target", TARGET]).status().context("cannot start cargo")?;
    ensure!(status.success(), "`cargo fetch` failed; check the network, then run the same command again");
    Ok(())
}
