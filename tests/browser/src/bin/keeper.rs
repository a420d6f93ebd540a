//! Starts one driver with one browser, and ends both when its own input closes.
//!
//! A test process has no moment in which to tidy up: it may pass, fail, or be stopped. Its end closes the pipe to
//! this program either way.
//!
//! `browser-keeper DRIVER ARGUMENT…`: the wanted capabilities come as one line of JSON; the answer is one line,
//! `{"port": …, "session": …}` or `{"fault": …}`.

use std::io::{BufRead, BufReader, Read, Write, stdin, stdout};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::{env, fs, process, thread};

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
    let mut arguments = env::args().skip(1);
    let program = arguments.next().ok_or("no driver is named")?;
    let mut wanted = String::new();
    stdin().read_line(&mut wanted).map_err(|error| error.to_string())?;
    let wanted: Value = serde_json::from_str(&wanted).map_err(|error| error.to_string())?;
    let mut driver = Command::new(&program)
        .args(arguments)
        .env("TMPDIR", folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("cannot start {program}: {error}"))?;
    let result = drive(&mut driver, &program, &wanted);
    let _ = driver.kill();
    let _ = driver.wait();
    result
}

fn drive(driver: &mut Child, program: &str, wanted: &Value) -> Result<(), String> {
    let output = driver.stdout.take().ok_or("the driver has no output")?;
    let port = announced_port(output).ok_or_else(|| format!("{program} did not name its port"))?;
    let session = webdriver::begin(port, wanted).map_err(|fault| format!("{program}: {fault}"))?;
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

/// Both drivers choose a free port and say so: "… started successfully on port 1234." and "Listening on 127.0.0.1:1234".
fn announced_port(output: ChildStdout) -> Option<u16> {
    let mut lines = BufReader::new(output).lines().map_while(Result::ok);
    let announcement = lines.find(|line| line.contains("successfully on port") || line.contains("Listening on"));
    // A pipe nobody reads would stop the driver when it is full.
    thread::spawn(move || lines.for_each(drop));
    let line = announcement?;
    line.split(|c: char| !c.is_ascii_digit()).rfind(|word| !word.is_empty())?.parse().ok()
}
