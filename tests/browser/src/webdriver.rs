//! WebDriver's wire: JSON over HTTP to a driver on this machine.
//!
//! Written out here because that is all the protocol is. A client crate would bring an asynchronous runtime and
//! about a hundred crates for it, and the tests wait for every answer anyway.

use std::fmt;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

use serde_json::{Value, json};

/// No command of a healthy browser takes this long.
const PATIENCE: Duration = Duration::from_secs(90);

/// Why a command did not do what it should.
#[derive(Clone, Debug)]
pub struct Fault {
    /// WebDriver's error code, for example "no such element"; "no answer" when the driver is gone.
    pub code: String,
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Self {
        Self { code: "no answer".into(), message: error.to_string() }
    }
}

/// A browser that does not end in this time never will.
const PATIENCE_AT_THE_END: Duration = Duration::from_secs(10);

/// Sends one command and waits for its result.
pub fn call(port: u16, method: &str, path: &str, body: Option<&Value>) -> Result<Value, Fault> {
    call_within(PATIENCE, port, method, path, body)
}

fn call_within(patience: Duration, port: u16, method: &str, path: &str, body: Option<&Value>) -> Result<Value, Fault> {
    let body = body.map(Value::to_string).unwrap_or_default();
    let request = format!(
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(patience))?;
    stream.write_all(request.as_bytes())?;
    let text = response_text(BufReader::new(stream))?;
    let answer: Value = serde_json::from_str(&text)
        .map_err(|error| Fault { code: "no answer".into(), message: format!("{error} in {text:?}") })?;
    let value = answer.get("value").cloned().unwrap_or(Value::Null);
    match value.get("error").and_then(Value::as_str) {
        Some(code) => {
            let message = value["message"].as_str().unwrap_or_default();
            Err(Fault { code: code.to_owned(), message: message.lines().next().unwrap_or_default().to_owned() })
        }
        None => Ok(value),
    }
}

/// The text of a response. Drivers keep the connection open afterwards, so its length decides where it ends.
fn response_text(mut response: impl BufRead) -> Result<String, Fault> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        response.read_line(&mut line)?;
        match line.trim().split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                length = value.trim().parse().unwrap_or(0);
            }
            _ if line.trim().is_empty() => break,
            _ => {}
        }
    }
    let mut text = vec![0; length];
    response.read_exact(&mut text)?;
    Ok(String::from_utf8_lossy(&text).into_owned())
}

/// Begins a session and returns its id.
pub fn begin(port: u16, capabilities: &Value) -> Result<String, Fault> {
    let wanted = json!({ "capabilities": { "alwaysMatch": capabilities } });
    let value = call(port, "POST", "/session", Some(&wanted))?;
    let id = value["sessionId"].as_str().map(str::to_owned);
    id.ok_or_else(|| Fault { code: "no session".into(), message: value.to_string() })
}

/// Ends a session and its browser.
pub fn end(port: u16, session: &str) -> Result<(), Fault> {
    call_within(PATIENCE_AT_THE_END, port, "DELETE", &format!("/session/{session}"), None).map(drop)
}
