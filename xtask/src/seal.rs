//! The last step of a build: turns what Trunk built into the one sealed page.

use crate::page::{self, Effort, Rendered, Scripts};
use crate::{audit, embed, glue, names, project, tools};
use anyhow::{Context, Result, bail, ensure};
use flate2::Compression;
use std::env;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

const NAME: &str = "care-check";

/// The most the page may weigh on the wire, in bytes of brotli.
pub const BUDGET: usize = 134_000;

/// Named one by one: with `--all-features` wasm-opt writes modules that no browser loads.
const WASM_OPT: [&str; 13] = [
    // Takes the control flow apart and puts it together anew, and then has twice as much to find.
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    // Which compiler made it and what it may use; browsers look at neither.
    "--strip-producers",
    "--strip-target-features",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

pub struct Sizes {
    pub raw: usize,
    pub gzip: usize,
    pub brotli: usize,
}

/// Called by Trunk, which says in the environment where it put its files.
pub fn staged() -> Result<()> {
    let folder = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("Trunk calls this after its own build; run `cargo xtask build` instead")?;
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    seal(&folder, release)
}

fn seal(folder: &Path, release: bool) -> Result<()> {
    let glue_file = folder.join(format!("{NAME}.js"));
    let wasm_file = folder.join(format!("{NAME}_bg.wasm"));
    for file in [&glue_file, &wasm_file] {
        ensure!(file.exists(), "Trunk left no {}; does index.html still name the program {NAME}?", file.display());
    }
    let snippets = folder.join("snippets");
    if snippets.exists() {
        bail!("a crate brings scripts of its own ({}); the sealed page takes none", snippets.display());
    }

    if release {
        optimise(&wasm_file)?;
    }
    let glue = fs::read_to_string(&glue_file)?;
    let wasm = fs::read(&wasm_file)?;
    let glue = glue::without_loader(&glue)?;
    let allowed = project::root().join("xtask/allowed-imports.txt");
    let allowed = fs::read_to_string(&allowed).with_context(|| format!("cannot read {}", allowed.display()))?;
    // Only a build of std from its sources can leave out what nobody uses, and paths.
    let lean = release && tools::has_rust_source()?;
    audit::program(&wasm, glue, &allowed, lean)?;
    if lean {
        audit::no_machine_path(&wasm, &project::root().display().to_string())?;
    }

    let scripts = Scripts {
        leave_key: project::asset("leave-key.js")?,
        site: project::asset("site.js")?,
        shell: project::asset("shell.js")?,
        gate: project::asset("gate.js")?,
        boot: project::asset("boot.js")?,
    };
    let (wasm, glue) = names::shortened(&wasm, glue)?;
    let effort = if release { Effort::Smallest } else { Effort::Quick };
    let rendered = render()?;
    let page = page::assemble(&rendered, &scripts, &glue, &wasm, effort)?;

    fs::write(folder.join("index.html"), &page)?;
    // The page under its own name, and what embeds it. The first name is the one that servers show by themselves.
    fs::write(folder.join("care-check.html"), &page)?;
    fs::write(folder.join("embed.js"), embed::script(&rendered, &project::asset("embed.js")?)?)?;
    fs::write(folder.join("demo.html"), project::asset("demo/demo.html")?)?;
    fs::remove_file(&glue_file)?;
    fs::remove_file(&wasm_file)?;

    if release {
        println!("sealed: {}", describe(&measure(page.as_bytes())?, wasm.len()));
    } else {
        println!("sealed for development: {} KB; `--release` makes the small one", page.len() / 1000);
    }
    Ok(())
}

fn optimise(wasm: &Path) -> Result<()> {
    let small = wasm.with_extension("small");
    let output = Command::new(tools::wasm_opt()?)
        .args(WASM_OPT)
        .arg(wasm)
        .arg("-o")
        .arg(&small)
        .output()
        .context("cannot start wasm-opt; `cargo xtask doctor` says what is missing")?;
    ensure!(
        output.status.success(),
        "wasm-opt failed ({}): {}",
        output.status,
        String::from_utf8_lossy(&output.stderr)
    );
    fs::rename(&small, wasm)?;
    Ok(())
}

/// The words and looks of the shell and the first screen come from the host build of the widget itself.
pub fn render() -> Result<Rendered> {
    let output = project::cargo()
        .args(["run", "--quiet", "--bin", "render-static"])
        .stderr(std::process::Stdio::inherit())
        .output()
        .context("cannot start cargo")?;
    ensure!(output.status.success(), "`cargo run --bin render-static` failed; its message stands above");
    Rendered::from_json(&String::from_utf8(output.stdout).context("`render-static` did not print UTF-8")?)
}

pub fn measure(page: &[u8]) -> Result<Sizes> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(page)?;
    let mut brotli = Vec::new();
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: page.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &page[..], &mut brotli, &parameters)?;
    Ok(Sizes { raw: page.len(), gzip: gzip.finish()?.len(), brotli: brotli.len() })
}

fn describe(sizes: &Sizes, wasm: usize) -> String {
    format!("{} bytes, gzip {}, brotli {} of at most {BUDGET} (wasm {wasm})", sizes.raw, sizes.gzip, sizes.brotli)
}

/// Fails when the page has grown over its budget.
pub fn check_budget(page: &Path) -> Result<()> {
    let content = fs::read(page).with_context(|| format!("cannot read {}", page.display()))?;
    let sizes = measure(&content)?;
    println!("{} bytes, gzip {}, brotli {} of at most {BUDGET}", sizes.raw, sizes.gzip, sizes.brotli);
    ensure!(
        sizes.brotli <= BUDGET,
        "the page is {} bytes over its budget; find what came in, or argue for a new budget in docs/decisions",
        sizes.brotli - BUDGET
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_shrink_with_compression() {
        let page = "<p>the same again</p>".repeat(200);
        let sizes = measure(page.as_bytes()).unwrap();
        assert_eq!(sizes.raw, page.len());
        assert!(sizes.gzip < sizes.raw / 10);
        assert!(sizes.brotli < sizes.raw / 10);
    }

    #[test]
    fn wasm_opt_is_given_named_features_only() {
        assert!(!WASM_OPT.contains(&"--all-features"));
    }
}
