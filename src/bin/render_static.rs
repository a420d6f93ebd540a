//! Prints the static parts of the sealed page as JSON: the shell, and the program's first screen.

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    use care_check::render::{screen, shell};
    use care_check::session::Session;

    let (lang, title, about) = shell::head();
    let parts = serde_json::json!({
        "lang": lang,
        "title": title.as_str(),
        "titles": shell::titles(),
        "exit": shell::EXIT,
        "about": about.as_str(),
        "digest": care_check::content::DIGEST,
        "reviewed": care_check::content::REVIEWED,
        "shell_html": shell::markup(care_check::content::LOCALES),
        "first_screen_html": screen(Session::default()),
        "css_shell": concat!(include_str!("../../assets/tokens.css"), include_str!("../../assets/shell.css")),
        "css_program": concat!(
            include_str!("../../assets/tokens.css"),
            include_str!("../../assets/program.css"),
            include_str!("../../assets/result.css"),
            include_str!("../../assets/take.css"),
        ),
    });
    println!("{parts}");
}

#[cfg(target_arch = "wasm32")]
fn main() {}
