//! The only links that can ever be followed: telephone and text numbers of helplines, and public finders.
//!
//! The shell holds them as static anchors in this order; the program can only name a position.

use care_check_engine::help::{Helpline, Region, TextLine};

use crate::content::DIRECTORY;

/// Every link, in the order of the shell, each once.
pub fn all() -> Vec<String> {
    let emergency = DIRECTORY.regions.iter().map(|r| call(r.emergency));
    let lines = DIRECTORY.helplines.iter().flat_map(|line| {
        let calls = line.call.map(call);
        let texts = line.text.as_ref().map(text);
        calls.into_iter().chain(texts)
    });
    let finders = DIRECTORY.finders.iter().map(|f| f.url.to_owned());
    let mut links: Vec<String> = Vec::new();
    for link in emergency.chain(lines).chain(finders) {
        if !links.contains(&link) {
            links.push(link);
        }
    }
    links
}

/// The link that calls a number.
pub fn call(number: &str) -> String {
    format!("tel:{}", digits(number))
}

/// The link that begins a text message.
pub fn text(line: &TextLine) -> String {
    format!("sms:{}", digits(line.number))
}

fn digits(number: &str) -> String {
    number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

/// The position of a link, for a message to the shell.
pub fn position(link: &str) -> Option<usize> {
    all().iter().position(|known| known == link)
}

/// The position of the link that calls a region's emergency number.
pub fn emergency(region: &Region) -> Option<usize> {
    position(&call(region.emergency))
}

pub fn helpline_call(line: &Helpline) -> Option<usize> {
    position(&call(line.call?))
}

pub fn helpline_text(line: &Helpline) -> Option<usize> {
    position(&text(line.text.as_ref()?))
}
