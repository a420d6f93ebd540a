//! Copies of the smallest sound content that a test can break or change.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

static NEXT: AtomicUsize = AtomicUsize::new(0);

/// A copy in a folder of its own, which goes when the test is over.
pub struct Edited(PathBuf);

impl Edited {
    /// The content of `tests/fixtures/small`.
    pub fn small() -> Self {
        let name = format!("care-check-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small"), &folder);
        Self(folder)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Replaces a text that stands once in a file.
    pub fn replace(&self, file: &str, from: &str, to: &str) {
        let path = self.0.join(file);
        let text = fs::read_to_string(&path).expect("a file of the fixture");
        assert_eq!(text.matches(from).count(), 1, "`{from}` should stand once in {file}");
        fs::write(&path, text.replace(from, to)).expect("a folder that can be written");
    }
}

impl Drop for Edited {
    fn drop(&mut self) {
        // What is left over in the temporary folder hurts nobody.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a temporary folder");
    for entry in fs::read_dir(from).expect("a folder of the fixture").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file that can be copied");
        }
    }
}
