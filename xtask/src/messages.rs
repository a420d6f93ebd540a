//! The vocabulary between shell and program, checked against the script that accepts it.

use anyhow::{Result, ensure};

/// Program to shell: the message up to its colon, and what stands after it.
pub const TO_SHELL: [(&str, &str); 10] = [
    ("ready", ""),
    ("height", ":(\\d{1,5})"),
    ("top", ""),
    ("see", ":(\\d{1,5})"),
    ("open", ":(\\d{1,3})"),
    ("centre", ":(call|visit)"),
    ("region", ":([a-z_]{0,40})"),
    ("lang", ":([a-z]{2,3})"),
    ("exit", ""),
    ("failed", ""),
];

/// Shell to program.
pub const TO_PROGRAM: [&str; 3] = ["start:", "region:", "lang:"];

/// Shell to host page, sorted.
pub const TO_HOST: [&str; 6] = ["exit", "failed", "height:", "lang:", "ready", "top"];

/// The patterns in `shell.js` have to be these and no others, each from the first to the last letter of the message.
pub fn check(shell_script: &str) -> Result<()> {
    let accepted: Vec<&str> = shell_script
        .lines()
        .filter_map(|line| line.trim().strip_prefix("[/"))
        .filter_map(|line| line.split_once("/, "))
        .map(|(pattern, _)| pattern)
        .collect();
    let documented: Vec<String> = TO_SHELL.iter().map(|(name, rest)| format!("^{name}{rest}$")).collect();
    ensure!(
        accepted == documented,
        "assets/shell.js accepts {accepted:?}, but xtask/src/messages.rs documents {documented:?}; \
         widen the vocabulary only with messages that cannot carry an answer"
    );

    let told = calls(shell_script, "tell");
    ensure!(
        told == TO_PROGRAM,
        "assets/shell.js tells the program {told:?}, but xtask/src/messages.rs documents {TO_PROGRAM:?}"
    );
    let mut said = calls(shell_script, "say");
    said.sort_unstable();
    ensure!(
        said == TO_HOST && shell_script.matches("parent.postMessage").count() == 1,
        "assets/shell.js says {said:?} to the page around it, but xtask/src/messages.rs documents {TO_HOST:?}"
    );
    Ok(())
}

/// The texts that a function of the script is called with.
fn calls<'a>(script: &'a str, function: &str) -> Vec<&'a str> {
    let call = format!("{function}(\"");
    script.split(&call).skip(1).filter_map(|rest| rest.split_once('"')).map(|(message, _)| message).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHELL: &str = include_str!("../../assets/shell.js");
    /// The program's side, whose heading is the vocabulary as people read it.
    const PROGRAM: &str = include_str!("../../src/embed/message.rs");

    /// The names in one direction of the table, such as `height` in `height:N`.
    fn in_table(direction: &str) -> Vec<&'static str> {
        let mut current = "";
        let mut names = Vec::new();
        for row in PROGRAM.lines().filter_map(|line| line.strip_prefix("//! |")) {
            let mut cells = row.split('|').map(str::trim);
            let (Some(first), Some(messages)) = (cells.next(), cells.next()) else {
                continue;
            };
            if !first.is_empty() {
                current = first;
            }
            if current == direction {
                let codes = messages.split('`').skip(1).step_by(2);
                names.extend(codes.map(|code| code.split(':').next().unwrap_or(code)));
            }
        }
        names
    }

    #[test]
    fn the_program_documents_nothing_the_shell_does_not_know() {
        let known = TO_SHELL.map(|(name, _)| name);
        let documented = in_table("program → shell");
        assert!(!documented.is_empty(), "src/embed/message.rs has lost its table");
        for name in documented {
            assert!(known.contains(&name), "src/embed/message.rs documents `{name}`, assets/shell.js ignores it");
        }
        let told = TO_PROGRAM.map(|message| message.trim_end_matches(':'));
        assert_eq!(in_table("shell → program"), told);
        let mut said = in_table("shell → host");
        said.sort_unstable();
        assert_eq!(said, TO_HOST.map(|message| message.trim_end_matches(':')));
    }

    #[test]
    fn the_shell_speaks_the_documented_vocabulary() {
        check(SHELL).unwrap();
    }

    #[test]
    fn a_message_more_or_less_is_noticed() {
        assert!(check(&SHELL.replace("[/^exit$/,", "[/^leave$/,")).is_err());
        assert!(check(&SHELL.replace("[/^open:(\\d{1,3})$/,", "[/^open:(.*)$/,")).is_err());
        assert!(check(&format!("{SHELL}\n[/^answer:(.*)$/, (a) => a],")).is_err());
        assert!(check(&SHELL.replace("tell(\"region:\"", "tell(\"place:\"")).is_err());
        assert!(check(&SHELL.replace("say(\"top\")", "say(\"screen\")")).is_err());
        assert!(check(&format!("{SHELL}\nparent.postMessage(region, \"*\");")).is_err());
    }
}
