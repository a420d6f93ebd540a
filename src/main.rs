//! The program that runs in the sandboxed frame.

fn main() {
    #[cfg(target_arch = "wasm32")]
    run();
    #[cfg(not(target_arch = "wasm32"))]
    eprintln!("This program runs in a browser: `cargo xtask serve` builds and serves it.");
}

#[cfg(target_arch = "wasm32")]
fn run() {
    // The first screen was rendered at build; the program renders it again and takes over.
    let body = gloo::utils::body();
    body.set_inner_html("");
    yew::Renderer::<care_check::ui::app::App>::with_root(body.into()).render();
}
