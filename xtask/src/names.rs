//! The names by which the wasm and its glue find each other, made short.
//!
//! wasm-bindgen gives long ones with a hash in each, once in the wasm and once in the glue, and no compression takes a
//! hash down. Once the audit has read the names, nothing but these two does.

use crate::wasm::{self, Bytes, push_number, push_text};
use anyhow::{Result, ensure};
use std::collections::BTreeMap;

/// The short name of each name.
type Names = BTreeMap<String, String>;

/// The same wasm and the same glue, with other names between them.
pub fn shortened(program: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let (mut imports, mut exports) = (Names::new(), Names::new());
    let mut sections = Vec::new();
    for (kind, content) in wasm::sections(program)? {
        let content = match kind {
            wasm::IMPORTS => renamed(kind, content, &mut imports)?,
            wasm::EXPORTS => renamed(kind, content, &mut exports)?,
            _ => content.to_vec(),
        };
        sections.push((kind, content));
    }
    let glue = renamed_glue(glue, &imports, &exports)?;
    Ok((wasm::module(&sections), glue))
}

/// The imports or exports, with names by their order.
fn renamed(kind: u8, content: &[u8], names: &mut Names) -> Result<Vec<u8>> {
    let mut entries = Bytes(content);
    let count = entries.number()?;
    let mut out = Vec::new();
    push_number(&mut out, count);
    for _ in 0..count {
        if kind == wasm::IMPORTS {
            push_text(&mut out, &entries.text()?);
        }
        let name = entries.text()?;
        let short = short(names.len());
        push_text(&mut out, names.entry(name.clone()).or_insert(short));
        let what = entries.0;
        if kind == wasm::IMPORTS {
            entries.skip_import_type(&name)?;
        } else {
            entries.skip_export_type()?;
        }
        out.extend(&what[..what.len() - entries.0.len()]);
    }
    Ok(out)
}

/// In the glue, an import is a name of its own, and an export a property of `wasm`.
fn renamed_glue(glue: &str, imports: &Names, exports: &Names) -> Result<String> {
    for name in imports.keys() {
        let times = words(glue).filter(|(word, _)| word == name).count();
        ensure!(times == 1, "the glue names the import `{name}` {times} times instead of once");
    }
    let mut out = String::with_capacity(glue.len());
    for (word, after) in words(glue) {
        let names = if out.ends_with("wasm.") { exports } else { imports };
        out.push_str(names.get(word).map_or(word, String::as_str));
        out.push_str(after);
    }
    Ok(out)
}

/// What a script calls names and numbers, each with the one character that ends it.
fn words(script: &str) -> impl Iterator<Item = (&str, &str)> {
    let ends = |letter: char| !letter.is_alphanumeric() && letter != '_' && letter != '$';
    script.split_inclusive(ends).map(move |word| word.split_at(word.trim_end_matches(ends).len()))
}

/// `a` to `z`, then `aa` and so on.
fn short(position: usize) -> String {
    let letter = char::from(b'a' + (position % 26) as u8);
    match position / 26 {
        0 => letter.to_string(),
        before => short(before - 1) + &letter.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wasm::tests::wasm_importing;

    const GLUE: &str = "./a_bg.js";

    fn wasm_with_exports(imports: &[&str], exports: &[&str]) -> Vec<u8> {
        let imports: Vec<_> = imports.iter().map(|name| (GLUE, *name)).collect();
        let mut content = Vec::new();
        push_number(&mut content, exports.len());
        for (position, name) in exports.iter().enumerate() {
            push_text(&mut content, name);
            content.push(0);
            push_number(&mut content, 300 + position);
        }
        [wasm_importing(&imports), wasm::module(&[(wasm::EXPORTS, content), (10, vec![1, 2, 3])])[8..].to_vec()]
            .concat()
    }

    #[test]
    fn wasm_and_glue_still_find_each_other() {
        let wasm = wasm_with_exports(
            &["__wbg_then_0123456789abcdef", "__wbg_set_value_651c5a714f0a7b56"],
            &["memory", "invoke", "invoke_1"],
        );
        let glue = "const imports = {\n__wbg_set_value_651c5a714f0a7b56: (memory) => wasm.invoke_1(memory, wasm.invoke),\n\
                    __wbg_then_0123456789abcdef: () => new DataView(wasm.memory.buffer),\n};\n";
        let (short_wasm, short_glue) = shortened(&wasm, glue).unwrap();
        assert_eq!(short_wasm, wasm_with_exports(&["a", "b"], &["a", "b", "c"]));
        assert_eq!(
            short_glue,
            "const imports = {\nb: (memory) => wasm.c(memory, wasm.b),\na: () => new DataView(wasm.a.buffer),\n};\n"
        );
    }

    #[test]
    fn an_import_that_the_glue_lacks_is_named() {
        let wasm = wasm_with_exports(&["__wbg_then_0123456789abcdef"], &[]);
        let error = shortened(&wasm, "__wbg_then_0123456789abcdee: () => {}").unwrap_err().to_string();
        assert!(error.contains("`__wbg_then_0123456789abcdef` 0 times"), "{error}");
    }

    #[test]
    fn every_position_has_a_name_of_its_own() {
        let names: std::collections::BTreeSet<String> = (0..1000).map(short).collect();
        assert_eq!(names.len(), 1000);
        assert_eq!([short(0), short(25), short(26), short(701), short(702)], ["a", "z", "aa", "zz", "aaa"]);
    }
}
