//! Collectors: servers that take whatever comes, note it, and answer as little as they can.
//!
//! One for names (DNS), and any number of doors, each a port for TCP and UDP that has a name of its own. What comes
//! through a door cannot be mistaken for anything else.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream, UdpSocket};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// What arrived, from little to much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    LookUp,
    Connection,
    Packet,
    Request,
}

#[derive(Clone, Debug)]
pub struct Arrival {
    pub at: Instant,
    pub kind: Kind,
    /// The door; for a look-up, the name that was asked for.
    pub at_door: String,
    /// The first line of a request.
    pub what: String,
}

#[derive(Clone, Default)]
pub struct Collectors {
    arrivals: Arc<Mutex<Vec<Arrival>>>,
}

impl Collectors {
    /// Collects questions about names from here on. Every name is this machine's.
    pub fn start() -> Self {
        let collectors = Self::default();
        let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 53)).expect("the port for names, in a network of its own");
        let own = collectors.clone();
        thread::spawn(move || own.answer_names(&socket));
        collectors
    }

    /// Opens a door with this name and returns its port.
    pub fn door(&self, name: &str) -> u16 {
        let (tcp, udp) = pair_of_sockets();
        let port = tcp.local_addr().expect("the door's port").port();
        let (own, door) = (self.clone(), name.to_owned());
        thread::spawn(move || {
            for stream in tcp.incoming().flatten() {
                own.note(Kind::Connection, &door, "");
                let (own, door) = (own.clone(), door.clone());
                thread::spawn(move || own.answer(stream, &door).ok());
            }
        });
        let (own, door) = (self.clone(), name.to_owned());
        thread::spawn(move || {
            while udp.recv_from(&mut [0; 2048]).is_ok() {
                own.note(Kind::Packet, &door, "");
            }
        });
        port
    }

    /// All that arrived so far.
    pub fn arrived(&self) -> Vec<Arrival> {
        self.arrivals.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn note(&self, kind: Kind, at_door: &str, what: &str) {
        let arrival = Arrival { at: Instant::now(), kind, at_door: at_door.to_owned(), what: what.to_owned() };
        self.arrivals.lock().unwrap_or_else(PoisonError::into_inner).push(arrival);
    }

    fn answer(&self, mut stream: TcpStream, door: &str) -> std::io::Result<()> {
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        let mut reader = BufReader::new(stream.try_clone()?);
        let mut first = String::new();
        // What is no text is no request: the beginning of an encrypted connection, for example.
        if reader.by_ref().take(4096).read_line(&mut first).is_err() || !first.contains(" HTTP/") {
            return Ok(());
        }
        self.note(Kind::Request, door, first.trim());
        let mut line = String::new();
        while reader.read_line(&mut line)? > 2 {
            line.clear();
        }
        stream.write_all(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nAccess-Control-Allow-Origin: *\r\n\
              Content-Length: 15\r\nConnection: close\r\n\r\n<!doctype html>",
        )
    }

    fn answer_names(&self, socket: &UdpSocket) {
        let mut buffer = [0; 512];
        while let Ok((length, from)) = socket.recv_from(&mut buffer) {
            if let Some((name, answer)) = name_and_answer(&buffer[..length]) {
                self.note(Kind::LookUp, &name, "");
                let _ = socket.send_to(&answer, from);
            }
        }
    }
}

/// Both kinds of socket at the same port.
fn pair_of_sockets() -> (TcpListener, UdpSocket) {
    let found = (0..100).find_map(|_| {
        let tcp = TcpListener::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
        let port = tcp.local_addr().ok()?.port();
        Some((tcp, UdpSocket::bind((Ipv4Addr::UNSPECIFIED, port)).ok()?))
    });
    found.expect("a free port")
}

/// Reads a question (RFC 1035, section 4) and writes its answer: 127.0.0.1 for an address, and "no such record" for
/// everything else.
fn name_and_answer(question: &[u8]) -> Option<(String, Vec<u8>)> {
    const HEADER: usize = 12;
    const ADDRESS: [u8; 2] = [0, 1];
    let mut name = Vec::new();
    let mut at = HEADER;
    while let Some(length) = question.get(at).map(|length| usize::from(*length)).filter(|length| *length > 0) {
        name.push(String::from_utf8_lossy(question.get(at + 1..=at + length)?).to_lowercase());
        at += 1 + length;
    }
    let kind = question.get(at + 1..at + 3)?;
    let asked = question.get(HEADER..at + 5)?;
    let found = u8::from(kind == ADDRESS);
    let mut answer = question.get(..2)?.to_vec();
    answer.extend([0x81, 0x80, 0, 1, 0, found, 0, 0, 0, 0]);
    answer.extend(asked);
    if found == 1 {
        // The name once more, by its place; the address for one minute.
        answer.extend([0xc0, HEADER as u8, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 127, 0, 0, 1]);
    }
    Some((name.join("."), answer))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_and_answered() {
        let header = [7, 7, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0];
        let question = |kind: u8| [&header[..], b"\x03Out\x04test\0", &[0, kind, 0, 1]].concat();
        let (name, answer) = name_and_answer(&question(1)).expect("a question");
        assert_eq!(name, "out.test");
        assert!(answer.ends_with(&[0, 4, 127, 0, 0, 1]));
        // Of another kind of record there is none.
        let (_, answer) = name_and_answer(&question(28)).expect("a question");
        assert_eq!(answer[7], 0);
        assert_eq!(name_and_answer(&header[..4]), None);
    }
}
