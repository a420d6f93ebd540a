//! Starts one driver with one browser, and ends both when its own input closes.
//!
//! A test process has no moment in which to tidy up: it may pass, fail, or be stopped. Its end closes the pipe to
//! this program either way.
//!
//! An `Order` comes as one line of JSON; the answer is one line, `{"port": …, "session": …}` or `{"fault": …}`.

use std::io::{BufRead, BufReader, Read, Write, stdin, stdout};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, process, thread};

use browser_tests::browser::Order;
use browser_tests::webdriver;
use serde_json::{Value, json};

fn main() {
    // Profiles are made in here, so that they go with it.
    let folder = env::temp_dir().join(format!("care-check-browser-{}", process::id()));
    let answer = fs::create_dir_all(&folder).map_err(|error| error.to_string()).and_then(|()| keep(&folder));
    let _ = fs::remove_dir_all(&folder);
    if let Err(fault) = answer {
        say(&json!({ "fault": fault }));
    }
}

fn keep(folder: &Path) -> Result<(), String> {
    let mut order = String::new();
    stdin().read_line(&mut order).map_err(|error| error.to_string())?;
    let order: Order = serde_json::from_str(&order).map_err(|error| error.to_string())?;
    let mut command = Command::new(&order.driver);
    command.args(&order.arguments).env("TMPDIR", folder);
    let Some(server) = &order.display else { return run(&mut command, &order) };
    let (mut display, number) = start_display(server)?;
    command.env("DISPLAY", format!(":{number}"));
    let result = settle_in(&mut command, folder).and_then(|()| run(&mut command, &order));
    end(&mut display);
    result
}

fn run(command: &mut Command, order: &Order) -> Result<(), String> {
    let program = order.driver.display();
    let port = order.port.as_ref().map(|name| free_port().map(|port| (name, port))).transpose()?;
    if let Some((name, port)) = port {
        command.arg(format!("{name}{port}"));
    }
    let mut driver = command
        .stdin(Stdio::null())
        .stdout(if port.is_some() { Stdio::null() } else { Stdio::piped() })
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("cannot start {program}: {error}"))?;
    let port = match port {
        Some((_, port)) => answers(port).then_some(port),
        None => driver.stdout.take().and_then(announced_port),
    };
    let result = port
        .ok_or_else(|| format!("{program} listens at no port"))
        .and_then(|port| drive(&driver, port, &order.capabilities).map_err(|fault| format!("{program}: {fault}")));
    end(&mut driver);
    result
}

fn end(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}

/// A display that nobody else looks at. The server itself finds a number that is free.
///
/// Nobody manages windows there, so the one with the pointer on it has the focus. The pointer rests in the middle of
/// the screen, and the screen is so small that every window has that place under its own bar.
fn start_display(server: &Path) -> Result<(Child, String), String> {
    let program = server.display();
    let mut display = Command::new(server)
        .args(["-displayfd", "1", "-screen", "0", "40x20x24", "-nolisten", "tcp"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("cannot start {program}: {error}"))?;
    let mut number = String::new();
    if let Some(output) = &mut display.stdout {
        let _ = BufReader::new(output).read_line(&mut number);
    }
    match number.trim() {
        "" => {
            end(&mut display);
            Err(format!("{program} made no display"))
        }
        number => {
            let number = number.to_owned();
            Ok((display, number))
        }
    }
}

/// Settings of a desktop that nobody has set up: no animations, and next to nothing around the page, because the
/// bar with the address makes no window narrower than 447 pixels otherwise.
fn settle_in(command: &mut Command, folder: &Path) -> Result<(), String> {
    let settings = folder.join("gtk-3.0");
    fs::create_dir_all(&settings).map_err(|error| error.to_string())?;
    for (name, text) in [
        ("settings.ini", "[Settings]\ngtk-enable-animations = 0\n"),
        ("gtk.css", "* { min-width: 0; min-height: 0; padding: 0; margin: 0; font-size: 1px; }\n"),
    ] {
        fs::write(settings.join(name), text).map_err(|error| error.to_string())?;
    }
    for variable in ["XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"] {
        command.env(variable, folder);
    }
    command
        // The language that pages are asked for: "en-US".
        .envs([("LANG", "C"), ("LC_ALL", "C"), ("LANGUAGE", "")])
        // Nobody's messages and no screen reader's, whose helpers would stay when the browser has ended.
        .envs([("DBUS_SESSION_BUS_ADDRESS", "disabled:"), ("NO_AT_BRIDGE", "1")]);
    Ok(())
}

fn drive(driver: &Child, port: u16, wanted: &Value) -> Result<(), webdriver::Fault> {
    let session = webdriver::begin(port, wanted)?;
    say(&json!({ "port": port, "session": session }));
    // Until the tests are over.
    let _ = stdin().read_to_end(&mut Vec::new());
    if webdriver::end(port, &session).is_err() {
        end_children(driver.id());
    }
    Ok(())
}

/// A driver that waits for a page that never comes does not end its browser. On other systems than Linux such a
/// browser stays.
fn end_children(driver: u32) {
    let threads = fs::read_dir(format!("/proc/{driver}/task")).into_iter().flatten().flatten();
    let children = threads.filter_map(|thread| fs::read_to_string(thread.path().join("children")).ok());
    for child in children.collect::<String>().split_whitespace() {
        let _ = Command::new("kill").arg(child).status();
    }
}

/// To the tests, if they are still there.
fn say(answer: &Value) {
    let _ = writeln!(stdout(), "{answer}");
}

fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr());
    listener.map(|address| address.port()).map_err(|error| error.to_string())
}

/// Whether somebody listens at a port before long.
fn answers(port: u16) -> bool {
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(15) {
        if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return true;
        }
        thread::sleep(Duration::from_millis(20));
    }
    false
}

/// The other drivers choose a free port and say so: "… started successfully on port 1234." and "Listening on 127.0.0.1:1234".
fn announced_port(output: ChildStdout) -> Option<u16> {
    let mut lines = BufReader::new(output).lines().map_while(Result::ok);
    let announcement = lines.find(|line| line.contains("successfully on port") || line.contains("Listening on"));
    // A pipe nobody reads would stop the driver when it is full.
    thread::spawn(move || lines.for_each(drop));
    let line = announcement?;
    line.split(|c: char| !c.is_ascii_digit()).rfind(|word| !word.is_empty())?.parse().ok()
}
