//! A tiny web server on this machine: the page under test, what embeds it, pages of host sites, and a neutral page.

use std::borrow::Cow;
use std::io::{BufRead, BufReader, Result, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Condvar, LazyLock, Mutex, PoisonError};
use std::thread;

use care_check::render::shell::EXIT;

use crate::stages::{self, Stage};
use crate::{Browser, faults, tools};

/// The address of the page under test; the same for every test of the process.
pub fn page() -> String {
    format!("http://127.0.0.1:{}/", *PORT)
}

/// The address of a host page in `tests/browser/hosts/`.
pub fn host(name: &str) -> String {
    format!("{}hosts/{name}.html", page())
}

/// The host page of a fault in `tests/browser/faults/`.
pub fn fault(name: &str) -> String {
    format!("{}faults/{name}/host.html", page())
}

/// The page, whose second half comes when it is let go. One for each browser, so that nobody waits for another.
pub fn held(browser: Browser) -> String {
    let held = format!("/held/{browser:?}");
    let mut released = RELEASED.lock().unwrap_or_else(PoisonError::into_inner);
    released.retain(|path| *path != held);
    format!("http://127.0.0.1:{}{held}", *PORT)
}

pub fn let_go(browser: Browser) {
    RELEASED.lock().unwrap_or_else(PoisonError::into_inner).push(format!("/held/{browser:?}"));
    LET_GO.notify_all();
}

/// Whose second half may come.
static RELEASED: Mutex<Vec<String>> = Mutex::new(Vec::new());
static LET_GO: Condvar = Condvar::new();

/// The first half of the page, by itself.
pub fn first_half() -> String {
    format!("{}faults/truncated/first-half.html", page())
}

/// The same page and script in a site, with what is left of its walls at this stage.
pub fn stage(stage: Stage) -> String {
    format!("{}stages/{}/host.html", page(), stage.name())
}

/// Every request so far, by method and path.
pub fn requests() -> Vec<String> {
    REQUESTS.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

static REQUESTS: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// The address of a page that is not ours.
pub fn elsewhere() -> String {
    format!("http://127.0.0.1:{}/elsewhere", *PORT)
}

static PORT: LazyLock<u16> = LazyLock::new(|| {
    let path = tools::page();
    let page = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()));
    // Who leaves in a test stays on this machine.
    let exit = format!("data-exit=\"{EXIT}\"");
    assert_eq!(page.matches(&exit).count(), 1, "the page does not name {EXIT} as the page to leave to");
    let page = page.replace(&exit, "data-exit=\"/elsewhere\"");
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let port = listener.local_addr().expect("the port's number").port();
    thread::spawn(move || {
        let page: &'static str = page.leak();
        for stream in listener.incoming().flatten() {
            // A browser that goes away while it is answered is no fault.
            thread::spawn(move || answer(stream, page).ok());
        }
    });
    port
});

fn answer(mut stream: TcpStream, page: &'static str) -> Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let request = lines.next().unwrap_or(Ok(String::new()))?;
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let (asked, _) = request.rsplit_once(' ').unwrap_or_default();
    REQUESTS.lock().unwrap_or_else(PoisonError::into_inner).push(asked.to_owned());
    let path = request.split(' ').nth(1).unwrap_or_default();
    let path = path.split('?').next().unwrap_or_default();
    let served = match path.split('/').nth(1) {
        Some("faults") => faults::served(path, page, &embed()?),
        Some("stages") => stages::served(path, page, &embed()?),
        Some("held") => Some(page.to_owned().into()),
        _ => content(path, page).map(Served::from),
    };
    let status = if served.is_some() { "200 OK" } else { "404 Not Found" };
    let kind = if path.ends_with(".js") { "text/javascript" } else { "text/html" };
    let Served { body, headers, missing } = served.unwrap_or_default();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Length: {}\r\n{headers}Connection: close\r\n\r\n",
        body.len() + missing
    )?;
    if path.starts_with("/held/") {
        let (first, second) = body.split_at(faults::first_half(&body).map_or(0, str::len));
        stream.write_all(first.as_bytes())?;
        let released = RELEASED.lock().unwrap_or_else(PoisonError::into_inner);
        let held = |released: &mut Vec<String>| !released.iter().any(|released| released == path);
        drop(LET_GO.wait_while(released, held));
        return stream.write_all(second.as_bytes());
    }
    stream.write_all(body.as_bytes())
}

/// A file as it reaches the browser.
#[derive(Default)]
pub struct Served {
    pub body: String,
    /// Lines of headers, each with its end.
    pub headers: String,
    /// How many bytes are promised and never come.
    pub missing: usize,
}

impl<T: Into<String>> From<T> for Served {
    fn from(body: T) -> Self {
        Self { body: body.into(), ..Self::default() }
    }
}

fn embed() -> Result<String> {
    std::fs::read_to_string(tools::page().with_file_name("embed.js"))
}

/// Beside the page: what was built with it, and the host pages of these tests by their plain names.
fn content(path: &str, page: &'static str) -> Option<Cow<'static, str>> {
    let hosts = Path::new(env!("CARGO_MANIFEST_DIR")).join("hosts");
    let file = match path {
        "/" | "/care-check.html" => return Some(page.into()),
        "/elsewhere" => return Some("<!doctype html><title>Elsewhere</title><p>Another page.".into()),
        "/embed.js" => tools::page().with_file_name("embed.js"),
        "/look-inside.js" => hosts.join("look-inside.js"),
        _ => hosts.join(path.strip_prefix("/hosts/").filter(|name| !name.contains(['/', '\\']))?),
    };
    std::fs::read_to_string(file).ok().map(Cow::Owned)
}
