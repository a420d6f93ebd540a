//! The page's content security policies.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The digest under which a policy lets an inline script or style through.
pub fn hash(inline: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(inline)))
}

/// The shell's policy. The frame inherits it, so it has to list what the frame contains too.
///
/// `frame-src` is what keeps the program from sending its own frame anywhere: a frame's own policy cannot.
/// `blob:` is a download in Firefox; `tel:` and `sms:` are handed to the phone and are not pages.
pub fn shell(scripts: &[String], styles: &[String]) -> String {
    policy(scripts, styles, "blob: tel: sms:")
}

/// The program's own policy, on top of the inherited one.
pub fn program(scripts: &[String], styles: &[String]) -> String {
    policy(scripts, styles, "'none'")
}

fn policy(scripts: &[String], styles: &[String], frames: &str) -> String {
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; frame-src {frames}; \
         base-uri 'none'; form-action 'none'",
        scripts.join(" "),
        styles.join(" ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_one_browsers_compute() {
        // The example of the Content Security Policy specification.
        assert_eq!(hash("alert('Hello, world.');"), "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
    }

    #[test]
    fn the_shell_closes_everything_that_is_not_listed() {
        let policy = shell(&[hash("a"), hash("b")], &[hash("c")]);
        let directives: Vec<&str> = policy.split("; ").collect();
        assert_eq!(directives[0], "default-src 'none'");
        assert!(directives.contains(&"frame-src blob: tel: sms:"));
        assert!(directives.contains(&"img-src data:"));
        assert!(directives.contains(&"base-uri 'none'"));
        assert!(directives.contains(&"form-action 'none'"));
        assert!(policy.contains(&format!("script-src {} {} 'wasm-unsafe-eval'", hash("a"), hash("b"))));
        for open in ["'unsafe-inline'", "'unsafe-eval'", "https:", "'self'", "*", "connect-src"] {
            assert!(!policy.split(' ').any(|word| word == open), "{open} in {policy}");
        }
    }

    #[test]
    fn the_program_cannot_frame_anything() {
        assert!(program(&[], &[]).contains("frame-src 'none'"));
    }
}
