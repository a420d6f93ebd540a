//! The page with some of its walls taken out, to see what each of them holds: `/stages/walls/care-check.html`.
//!
//! A wall that is taken out has to be there first.

use std::fs;
use std::path::Path;

use crate::faults;
use crate::server::Served;

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

pub fn served(path: &str, page: &str, embed: &str) -> Option<Served> {
    let (name, file) = path.strip_prefix("/stages/")?.split_once('/')?;
    let stage = Stage::TABLE.into_iter().chain([Stage::Headed]).find(|stage| stage.name() == name)?;
    match file {
        "host.html" => {
            let host = Path::new(env!("CARGO_MANIFEST_DIR")).join("hosts/stage.html");
            fs::read_to_string(host).ok().map(Served::from)
        }
        "embed.js" if stage == Stage::Open => Some(without(embed, SANDBOX_OF_THE_PAGE, "").into()),
        "embed.js" => Some(embed.into()),
        "care-check.html" => {
            let headers = if stage == Stage::Headed { faults::advised_headers() } else { String::new() };
            let body = match stage {
                Stage::Open => without_policies(&without_gate(page)),
                Stage::Walls => without_gate(page),
                Stage::Whole | Stage::Headed => page.to_owned(),
            };
            Some(Served { body, headers, missing: 0 })
        }
        _ => None,
    }
}

const SANDBOX_OF_THE_PAGE: &str = "frame.setAttribute(\"sandbox\", SANDBOX);";

fn without_policies(page: &str) -> String {
    let page = without(page, " sandbox=\"allow-scripts", " data-was=\"");
    let page = page.replace("http-equiv=\"Content-Security-Policy\"", "name=\"was\"");
    let page = page.replace("http-equiv=&quot;Content-Security-Policy&quot;", "name=&quot;was&quot;");
    assert!(!page.contains("Content-Security-Policy"), "a policy is left");
    page.replace("x-dns-prefetch-control", "x-was")
}

/// The gate is the first script of the frame's document. Emptied, it needs no permission.
fn without_gate(page: &str) -> String {
    let frame = page.find("srcdoc=\"").expect("the program's frame");
    let begin = frame + page[frame..].find("<script>").expect("the gate") + "<script>".len();
    let end = begin + page[begin..].find("</script>").expect("the gate's end");
    assert!(page[begin..end].contains("the gate refuses"), "the first script of the frame is not the gate");
    format!("{}{}", &page[..begin], &page[end..])
}

fn without(text: &str, wall: &str, instead: &str) -> String {
    assert_eq!(text.matches(wall).count(), 1, "{wall}");
    text.replace(wall, instead)
}
