//! Long steps: says what runs and how long it usually takes, keeps saying so, and explains a failure.

use anyhow::{Context, Result, bail};
use std::collections::VecDeque;
use std::io::{BufRead, BufReader, IsTerminal, Read, Write};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

const TAIL: usize = 20;
/// A log that is not a terminal keeps every line, so it gets few of them.
const LOGGED_EVERY: Duration = Duration::from_secs(30);

pub struct Step<'a> {
    pub what: &'a str,
    pub usually: &'a str,
    /// What the person can do when it fails.
    pub advice: &'a str,
}

impl Step<'_> {
    pub fn run(&self, command: &mut Command) -> Result<()> {
        println!("{} (usually {})", self.what, self.usually);
        let started = Instant::now();
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .with_context(|| format!("{}: cannot start {:?}. {}", self.what, command.get_program(), self.advice))?;

        let tail = Arc::new(Mutex::new(VecDeque::new()));
        let readers =
            [child.stdout.take().map(|out| follow(out, &tail)), child.stderr.take().map(|err| follow(err, &tail))];

        let in_place = std::io::stdout().is_terminal();
        let mut logged = Instant::now();
        let status = loop {
            if let Some(status) = child.try_wait()? {
                break status;
            }
            thread::sleep(Duration::from_millis(200));
            if in_place {
                print!("\r\x1b[K  {}", progress(started.elapsed(), self.usually, &last(&tail)));
                std::io::stdout().flush()?;
            } else if logged.elapsed() >= LOGGED_EVERY {
                println!("  {}", progress(started.elapsed(), self.usually, &last(&tail)));
                logged = Instant::now();
            }
        };
        for reader in readers.into_iter().flatten() {
            let _ = reader.join();
        }
        if in_place {
            print!("\r\x1b[K");
        }
        if status.success() {
            println!("  done after {} s", started.elapsed().as_secs());
            return Ok(());
        }
        let lines: Vec<String> = tail.lock().map(|lines| lines.iter().cloned().collect()).unwrap_or_default();
        bail!("{} failed ({status}). Its last lines:\n    {}\n{}", self.what, lines.join("\n    "), self.advice);
    }
}

fn follow(stream: impl Read + Send + 'static, tail: &Arc<Mutex<VecDeque<String>>>) -> thread::JoinHandle<()> {
    let tail = Arc::clone(tail);
    thread::spawn(move || {
        for line in BufReader::new(stream).split(b'\n').map_while(|line| line.ok()) {
            let line = String::from_utf8_lossy(&line).trim_end().to_owned();
            if let (false, Ok(mut tail)) = (line.is_empty(), tail.lock()) {
                tail.push_back(line);
                if tail.len() > TAIL {
                    tail.pop_front();
                }
            }
        }
    })
}

fn last(tail: &Mutex<VecDeque<String>>) -> String {
    tail.lock().ok().and_then(|tail| tail.back().cloned()).unwrap_or_default()
}

fn progress(elapsed: Duration, usually: &str, line: &str) -> String {
    let line: String = line.trim().chars().take(60).collect();
    format!("{} s of usually {usually}  {line}", elapsed.as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_the_step_its_last_lines_and_what_to_do() {
        let step = Step { what: "Installing nothing", usually: "a moment", advice: "Try again." };
        let error =
            step.run(Command::new("sh").args(["-c", "echo one; echo two >&2; exit 3"])).unwrap_err().to_string();
        for part in ["Installing nothing failed", "one", "two", "Try again."] {
            assert!(error.contains(part), "{part} is missing in: {error}");
        }
    }

    #[test]
    fn progress_stays_on_one_line() {
        let text = progress(Duration::from_secs(75), "5 minutes", &"x".repeat(200));
        assert!(text.starts_with("75 s of usually 5 minutes"));
        assert!(text.len() < 120);
    }
}
