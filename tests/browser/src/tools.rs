//! What the tests are given: the page and the tools, each named by an environment variable.

use std::env;
use std::path::PathBuf;

/// The file that an environment variable names. A test never passes because something is missing.
pub fn given(variable: &str, what: &str) -> PathBuf {
    let advice = "`cargo xtask test --only browser` finds the tools and names them to these tests";
    let Some(path) = env::var_os(variable).map(PathBuf::from) else {
        panic!("{what} is missing: {variable} is not set; {advice}");
    };
    assert!(path.is_file(), "{what} is missing: {variable} names {}, which is no file; {advice}", path.display());
    path
}

/// The sealed page.
pub fn page() -> PathBuf {
    given("CARE_CHECK_PAGE", "the sealed page")
}
