//! What goes wrong on other people's sites and devices: one folder a fault in `faults/`, and here stands what happens
//! to the page on its way.
//!
//! A folder holds a host page of its own where the site is at fault, and says in `about.txt` what goes wrong where it
//! is not; then the site is `faults/host.html`. `host.txt` and `page.txt` are headers of the host page and of the
//! sealed page.

use std::fs;
use std::io::{Read, Write};
use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use sha2::{Digest, Sha256};

use crate::server::Served;

/// `/faults/NAME/host.html`, and beside it what was built.
pub fn served(path: &str, page: &str, embed: &str) -> Option<Served> {
    let (name, file) = path.strip_prefix("/faults/")?.split_once('/')?;
    let whole = |body: String, headers: &str| Some(Served { body, headers: headers_of(name, headers), missing: 0 });
    match file {
        "host.html" => whole(site(name)?, "host.txt"),
        "embed.js" | "cache/merged.js" => whole(embed.to_owned(), ""),
        "care-check.html" if name == "truncated" => {
            let half = first_half(page)?;
            Some(Served { missing: page.len() - half.len(), ..Served::from(half) })
        }
        "first-half.html" => first_half(page).map(Served::from),
        "care-check.html" => whole(changed(name, page), "page.txt"),
        _ => None,
    }
}

fn site(name: &str) -> Option<String> {
    let folder = folder(name);
    let shared = || folder.join("about.txt").is_file().then(|| folder.with_file_name("host.html"));
    let own = Some(folder.join("host.html")).filter(|page| page.is_file());
    fs::read_to_string(own.or_else(shared)?).ok()
}

/// It ends in the middle of the program.
pub fn first_half(page: &str) -> Option<&str> {
    let end = (page.len() / 2..).find(|end| page.is_char_boundary(*end))?;
    page.get(..end)
}

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("faults").join(name)
}

fn headers_of(name: &str, file: &str) -> String {
    let text = match (name, file) {
        ("host-policy", "host.txt") => advised_policy(),
        ("page-headers", "page.txt") => advised_headers(),
        _ => fs::read_to_string(folder(name).join(file)).unwrap_or_default(),
    };
    text.lines().map(|line| line.trim()).filter(|line| !line.is_empty()).map(|line| format!("{line}\r\n")).collect()
}

fn guide() -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/embedding.md");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The policy that the guide names for sites that have one.
fn advised_policy() -> String {
    let guide = guide();
    let block = guide.split_once("```text\n").and_then(|(_, rest)| rest.split_once("\n```"));
    block.expect("a policy in docs/embedding.md").0.to_owned()
}

/// The headers of the guide's table for the page, as far as they do not say how the server packs it.
pub fn advised_headers() -> String {
    let guide = guide();
    let table =
        guide.split_once("## Headers").and_then(|(_, rest)| rest.split_once("\n## ")).expect("a table of headers").0;
    let row = |line: &str| {
        let (name, rest) = line.strip_prefix("| `")?.split_once("` | `")?;
        let value = rest.split_once('`')?.0;
        (!name.starts_with("Content-")).then(|| format!("{name}: {value}\r\n"))
    };
    let headers: String = table.lines().filter_map(row).collect();
    assert!(headers.contains("Connection-Allowlist: ()"), "{headers}");
    headers
}

fn changed(name: &str, page: &str) -> String {
    match name {
        "no-memory" => with_module(page, |module| {
            let starts = "await WebAssembly.instantiate(";
            assert_eq!(module.matches(starts).count(), 1, "{starts}");
            let fails = "await (() => { throw new RangeError('out of memory'); })(";
            module.replace(starts, fails)
        }),
        "full-memory" => with_module(page, |module| {
            let (before, rest) = module.split_once("const packed = \"").expect("the packed program");
            let (packed, after) = rest.split_once('"').expect("the packed program's end");
            format!("{before}const packed = \"{}\"{after}", repacked(packed))
        }),
        _ => page.to_owned(),
    }
}

/// The page with another module in the program's frame, which its policies let through.
fn with_module(page: &str, change: impl Fn(&str) -> String) -> String {
    const BEGIN: &str = "<script type=\"module\">";
    let (before, rest) = page.split_once("srcdoc=\"").expect("the program's frame");
    let (frame, after) = rest.split_once('"').expect("the frame's end");
    let frame = frame.replace("&quot;", "\"").replace("&amp;", "&");
    let module = frame.split_once(BEGIN).and_then(|(_, rest)| rest.split_once("</script>")).expect("the module").0;
    let other = change(module);
    let (hash, other_hash) = (hash(module), hash(&other));
    let frame = frame.replace(module, &other).replace(&hash, &other_hash);
    let frame = frame.replace('&', "&amp;").replace('"', "&quot;");
    format!("{}srcdoc=\"{frame}\"{after}", before.replace(&hash, &other_hash))
}

fn hash(script: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(script)))
}

/// The packed program, whose memory cannot grow beyond what it starts with.
fn repacked(packed: &str) -> String {
    let deflated = STANDARD.decode(packed).expect("base64");
    let mut wasm = Vec::new();
    DeflateDecoder::new(&deflated[..]).read_to_end(&mut wasm).expect("a deflated program");
    let mut deflated = DeflateEncoder::new(Vec::new(), Compression::fast());
    deflated.write_all(&with_full_memory(&wasm)).expect("a program to pack");
    STANDARD.encode(deflated.finish().expect("a packed program"))
}

/// Rewrites the memory section of a wasm module: one memory whose most is its least.
fn with_full_memory(wasm: &[u8]) -> Vec<u8> {
    const MEMORY: u8 = 5;
    let mut at = 8;
    while at < wasm.len() {
        let (length, begin) = number(wasm, at + 1);
        let end = begin + length;
        if wasm[at] == MEMORY {
            assert_eq!(wasm[begin..begin + 2], [1, 0], "one memory without a most");
            let least = &wasm[begin + 2..end];
            let section = [&[1, 1], least, least].concat();
            let length = u8::try_from(section.len()).expect("a short section");
            return [&wasm[..at], &[MEMORY, length], &section, &wasm[end..]].concat();
        }
        at = end;
    }
    panic!("the program has no memory of its own");
}

/// An unsigned number in LEB128, and the place after it.
fn number(wasm: &[u8], mut at: usize) -> (usize, usize) {
    let (mut value, mut shift) = (0, 0);
    loop {
        let byte = wasm[at];
        at += 1;
        value |= usize::from(byte & 0x7f) << shift;
        shift += 7;
        if byte & 0x80 == 0 {
            return (value, at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_memory_that_is_full_from_the_start_keeps_its_size() {
        let header = b"\0asm\x01\0\0\0";
        let wasm = [&header[..], &[1, 1, 0], &[5, 3, 1, 0, 17], &[10, 1, 0]].concat();
        let full = [&header[..], &[1, 1, 0], &[5, 4, 1, 1, 17, 17], &[10, 1, 0]].concat();
        assert_eq!(with_full_memory(&wasm), full);
    }
}
