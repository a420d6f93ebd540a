//! The only links that can ever be followed: telephone and text numbers of helplines, and public finders.
//!
//! The shell holds them as static anchors in this order; the program can only name a position.

use care_check_engine::help::{Helpline, Region, TextLine};

use crate::content::DIRECTORY;

/// Every link, in the order of the shell, each once.
pub fn all() -> Vec<String> {
    let mut links = Vec::new();
    let mut add = |link: Option<String>| {
        if let Some(link) = link.filter(|link| !links.contains(link)) {
            links.push(link);
        }
    };
    for region in DIRECTORY.regions {
        add(Some(call(region.emergency)));
    }
    for line in DIRECTORY.helplines {
        add(line.call.map(call));
        add(line.text.as_ref().map(text));
    }
    for finder in DIRECTORY.finders {
        add(Some(finder.url.to_owned()));
    }
    links
}

/// The link that calls a number.
pub fn call(number: &str) -> String {
    ["tel:", &digits(number)].concat()
}

/// The link that begins a text message.
pub fn text(line: &TextLine) -> String {
    ["sms:", &digits(line.number)].concat()
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
