//! What the tasks read of the wasm format: the sections of a module, and what it imports.

use anyhow::{Result, bail, ensure};

const HEADER: &[u8] = b"\0asm\x01\0\0\0";
pub const IMPORTS: u8 = 2;
pub const EXPORTS: u8 = 7;

/// The sections of a module, each with its kind and its content.
pub fn sections(wasm: &[u8]) -> Result<Vec<(u8, &[u8])>> {
    let Some(rest) = wasm.strip_prefix(HEADER) else { bail!("this is not a wasm module of version 1") };
    let mut module = Bytes(rest);
    let mut sections = Vec::new();
    while !module.0.is_empty() {
        let kind = module.byte()?;
        let length = module.number()?;
        sections.push((kind, module.take(length)?));
    }
    Ok(sections)
}

/// A module of these sections.
pub fn module(sections: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let mut wasm = HEADER.to_vec();
    for (kind, content) in sections {
        wasm.push(*kind);
        push_number(&mut wasm, content.len());
        wasm.extend(content);
    }
    wasm
}

/// The import section of a wasm module, as pairs of module and name.
pub fn imports(wasm: &[u8]) -> Result<Vec<(String, String)>> {
    let sections = sections(wasm)?;
    let Some((_, content)) = sections.iter().find(|(kind, _)| *kind == IMPORTS) else { return Ok(Vec::new()) };
    let mut content = Bytes(content);
    let count = content.number()?;
    let mut imports = Vec::with_capacity(count);
    for _ in 0..count {
        let from = content.text()?;
        let name = content.text()?;
        content.skip_import_type(&name)?;
        imports.push((from, name));
    }
    Ok(imports)
}

/// An unsigned number in LEB128.
pub fn push_number(out: &mut Vec<u8>, mut number: usize) {
    while number > 0x7f {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

pub fn push_text(out: &mut Vec<u8>, text: &str) {
    push_number(out, text.len());
    out.extend(text.as_bytes());
}

/// Reads a module from its beginning.
pub struct Bytes<'a>(pub &'a [u8]);

impl<'a> Bytes<'a> {
    fn byte(&mut self) -> Result<u8> {
        Ok(self.take(1)?[0])
    }

    pub fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        ensure!(length <= self.0.len(), "the wasm module ends in the middle of a section");
        let (taken, rest) = self.0.split_at(length);
        self.0 = rest;
        Ok(taken)
    }

    /// An unsigned number in LEB128.
    pub fn number(&mut self) -> Result<usize> {
        let mut value = 0_usize;
        for shift in (0..).step_by(7).take(5) {
            let byte = self.byte()?;
            value |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        bail!("the wasm module holds a number that is too long")
    }

    pub fn text(&mut self) -> Result<String> {
        let length = self.number()?;
        Ok(String::from_utf8(self.take(length)?.to_vec())?)
    }

    pub fn skip_import_type(&mut self, name: &str) -> Result<()> {
        match self.byte()? {
            0 => self.number().map(drop),
            1 => {
                self.byte()?;
                self.skip_limits()
            }
            2 => self.skip_limits(),
            3 => self.take(2).map(drop),
            4 => {
                self.byte()?;
                self.number().map(drop)
            }
            kind => bail!(
                "the import `{name}` is of kind {kind}, which browsers do not load; \
                 wasm-opt writes such modules when it is allowed all features"
            ),
        }
    }

    /// A kind and an index.
    pub fn skip_export_type(&mut self) -> Result<()> {
        self.byte()?;
        self.number().map(drop)
    }

    fn skip_limits(&mut self) -> Result<()> {
        let has_maximum = self.byte()? & 1 == 1;
        self.number()?;
        if has_maximum {
            self.number()?;
        }
        Ok(())
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A module with nothing but function imports.
    pub fn wasm_importing(imports: &[(&str, &str)]) -> Vec<u8> {
        let mut content = Vec::new();
        push_number(&mut content, imports.len());
        for (module, name) in imports {
            push_text(&mut content, module);
            push_text(&mut content, name);
            content.extend([0, 0]);
        }
        // A custom section before it, as rustc writes them.
        module(&[(0, b"\x01x\x09".to_vec()), (IMPORTS, content)])
    }

    #[test]
    fn imports_are_read() {
        let wasm = wasm_importing(&[("./a_bg.js", "__wbg_then_0123456789abcdef"), ("./a_bg.js", "b")]);
        let read = imports(&wasm).unwrap();
        assert_eq!(read[0], ("./a_bg.js".to_owned(), "__wbg_then_0123456789abcdef".to_owned()));
        assert_eq!(read.len(), 2);
        assert!(imports(b"<!doctype html>").is_err());
        assert!(imports(&wasm[..wasm.len() - 3]).is_err());
    }

    #[test]
    fn imports_of_a_kind_no_browser_loads_are_refused() {
        let mut wasm = wasm_importing(&[("m", "n")]);
        let kind = wasm.len() - 2;
        wasm[kind] = 126;
        let error = imports(&wasm).unwrap_err().to_string();
        assert!(error.contains("kind 126"), "{error}");
    }

    #[test]
    fn a_module_is_made_of_its_sections() {
        let wasm = wasm_importing(&[("./a_bg.js", &"long".repeat(100))]);
        let sections: Vec<_> = sections(&wasm).unwrap().into_iter().map(|(kind, of)| (kind, of.to_vec())).collect();
        assert_eq!(module(&sections), wasm);
        assert_eq!(imports(&wasm).unwrap()[0].1.len(), 400);
    }
}
