//! A tiny web server on this machine, for the page under test and for a neutral page to leave to.

use std::io::{BufRead, BufReader, Result, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::LazyLock;
use std::thread;

use crate::tools;

/// The address of the page under test; the same for every test of the process.
pub fn page() -> String {
    format!("http://127.0.0.1:{}/", *PORT)
}

/// The address of a page that is not ours.
pub fn elsewhere() -> String {
    format!("http://127.0.0.1:{}/elsewhere", *PORT)
}

static PORT: LazyLock<u16> = LazyLock::new(|| {
    let path = tools::page();
    let page = std::fs::read(&path).unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()));
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let port = listener.local_addr().expect("the port's number").port();
    thread::spawn(move || {
        let page: &'static [u8] = page.leak();
        for stream in listener.incoming().flatten() {
            // A browser that goes away while it is answered is no fault.
            thread::spawn(move || answer(stream, page).ok());
        }
    });
    port
});

fn answer(mut stream: TcpStream, page: &[u8]) -> Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let request = lines.next().unwrap_or(Ok(String::new()))?;
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let path = request.split(' ').nth(1).unwrap_or_default();
    let (status, body) = match path.split('?').next() {
        Some("/") => ("200 OK", page),
        Some("/elsewhere") => ("200 OK", &b"<!doctype html><title>Elsewhere</title><p>Another page."[..]),
        _ => ("404 Not Found", &b""[..]),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(body)
}
