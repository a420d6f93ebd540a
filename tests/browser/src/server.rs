//! A tiny web server on this machine: the page under test, what embeds it, pages of host sites, and a neutral page.

use std::borrow::Cow;
use std::io::{BufRead, BufReader, Result, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::{LazyLock, Mutex, PoisonError};
use std::thread;

use care_check::render::shell::EXIT;

use crate::faults::{self, Served};
use crate::tools;

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

/// The same page and script in a site, from which some walls are taken out.
pub fn stage(stage: Stage) -> String {
    format!("{}stages/{}/host.html", page(), stage.name())
}

/// What is left of the walls around the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// No policy, no sandbox, no gate.
    Open,
    /// All but the gate.
    Walls,
    Whole,
    /// With the headers that `docs/embedding.md` names besides.
    Headed,
}

impl Stage {
    /// What the table of the ways out is about.
    pub const TABLE: [Self; 3] = [Self::Open, Self::Walls, Self::Whole];

    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Walls => "walls",
            Self::Whole => "whole",
            Self::Headed => "headed",
        }
    }
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
    let served = if path.starts_with("/faults/") { faulty(path, page) } else { whole(path, page) };
    let status = if served.is_some() { "200 OK" } else { "404 Not Found" };
    let kind = if path.ends_with(".js") { "text/javascript" } else { "text/html" };
    let Served { body, headers, missing } = served.unwrap_or_default();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Length: {}\r\n{headers}Connection: close\r\n\r\n",
        body.len() + missing
    )?;
    stream.write_all(body.as_bytes())
}

fn whole(path: &str, page: &'static str) -> Option<Served> {
    let headed = path == "/stages/headed/care-check.html";
    let headers = if headed { faults::advised_headers() } else { String::new() };
    content(path, page).map(|body| Served { body: body.into_owned(), headers, missing: 0 })
}

fn faulty(path: &str, page: &str) -> Option<Served> {
    let embed = std::fs::read_to_string(tools::page().with_file_name("embed.js")).ok()?;
    faults::served(path, page, &embed)
}

/// Beside the page: what was built with it, and the host pages of these tests by their plain names.
fn content(path: &str, page: &'static str) -> Option<Cow<'static, str>> {
    let hosts = Path::new(env!("CARGO_MANIFEST_DIR")).join("hosts");
    let file = match path {
        "/" | "/care-check.html" => return Some(page.into()),
        "/elsewhere" => return Some("<!doctype html><title>Elsewhere</title><p>Another page.".into()),
        "/embed.js" => tools::page().with_file_name("embed.js"),
        _ if path.starts_with("/stages/") => return staged(path, page).map(Cow::Owned),
        "/look-inside.js" => hosts.join("look-inside.js"),
        _ => hosts.join(path.strip_prefix("/hosts/").filter(|name| !name.contains(['/', '\\']))?),
    };
    std::fs::read_to_string(file).ok().map(Cow::Owned)
}

/// A file of a stage: `/stages/walls/care-check.html`. Each wall that is taken out has to be there first.
fn staged(path: &str, page: &str) -> Option<String> {
    let (stage, file) = path.strip_prefix("/stages/")?.split_once('/')?;
    let stage = Stage::TABLE.into_iter().chain([Stage::Headed]).find(|known| known.name() == stage)?;
    match file {
        "host.html" => std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("hosts/stage.html")).ok(),
        "embed.js" => {
            let script = std::fs::read_to_string(tools::page().with_file_name("embed.js")).ok()?;
            Some(if stage == Stage::Open {
                without(script, "frame.setAttribute(\"sandbox\", SANDBOX);", "")
            } else {
                script
            })
        }
        "care-check.html" => {
            let mut page = page.to_owned();
            if stage < Stage::Whole {
                page = without_gate(&page);
            }
            if stage == Stage::Open {
                page = without(page, " sandbox=\"allow-scripts", " data-was=\"");
                page = page.replace("http-equiv=\"Content-Security-Policy\"", "name=\"was\"");
                page = page.replace("http-equiv=&quot;Content-Security-Policy&quot;", "name=&quot;was&quot;");
                page = page.replace("x-dns-prefetch-control", "x-was");
                assert!(!page.contains("Content-Security-Policy"), "a policy is left");
            }
            Some(page)
        }
        _ => None,
    }
}

/// The gate is the first script of the frame's document. Emptied, it needs no permission.
fn without_gate(page: &str) -> String {
    let frame = page.find("srcdoc=\"").expect("the program's frame");
    let begin = frame + page[frame..].find("<script>").expect("the gate") + "<script>".len();
    let end = begin + page[begin..].find("</script>").expect("the gate's end");
    assert!(page[begin..end].contains("the gate refuses"), "the first script of the frame is not the gate");
    format!("{}{}", &page[..begin], &page[end..])
}

fn without(text: String, wall: &str, instead: &str) -> String {
    assert_eq!(text.matches(wall).count(), 1, "{wall}");
    text.replace(wall, instead)
}
