//! The tools this project is built and tested with. This is the only place their versions are written.

/// What `cargo install` brings into the tools folder.
pub struct Crate {
    pub name: &'static str,
    /// `None`: the version `Cargo.lock` holds, because glue and library have to match exactly.
    pub version: Option<&'static str>,
    pub program: &'static str,
    pub locked: bool,
    pub usually: &'static str,
}

/// What `npm install` brings into the tools folder.
pub struct Package {
    pub name: &'static str,
    pub version: &'static str,
    /// The file the project uses, inside the package.
    pub file: &'static str,
}

/// What `pip install` brings into the tools folder: the package a task asks for, and the ones it needs.
pub struct PythonPackage {
    pub name: &'static str,
    pub version: &'static str,
    pub with: &'static [&'static str],
}

/// What Debian brings: browsers, their drivers, and what else the tests start.
pub struct Browser {
    pub package: &'static str,
    /// The environment variable that names another copy, for people who keep their own.
    pub variable: &'static str,
    pub programs: &'static [&'static str],
}

pub const RUST_AT_LEAST: (u32, u32) = (1, 95);
pub const NODE_AT_LEAST: u32 = 18;
pub const PYTHON_AT_LEAST: (u32, u32) = (3, 10);
pub const TARGET: &str = "wasm32-unknown-unknown";

pub const TRUNK: Crate =
    Crate { name: "trunk", version: Some("0.21.14"), program: "trunk", locked: true, usually: "5 to 8 minutes" };

/// Its own lock file names a package version the registry no longer has.
pub const WASM_BINDGEN: Crate = Crate {
    name: "wasm-bindgen-cli",
    version: None,
    program: "wasm-bindgen",
    locked: false,
    usually: "2 to 4 minutes",
};

pub const GECKODRIVER: Crate = Crate {
    name: "geckodriver",
    version: Some("0.37.1"),
    program: "geckodriver",
    locked: true,
    usually: "1 to 8 minutes",
};

/// Makes mistakes in the code on purpose, to see whether the tests notice.
pub const CARGO_MUTANTS: Crate = Crate {
    name: "cargo-mutants",
    version: Some("27.1.0"),
    program: "cargo-mutants",
    locked: true,
    usually: "2 to 5 minutes",
};

pub const BINARYEN: Package = Package { name: "binaryen", version: "132.0.0", file: "bin/wasm-opt" };

pub const AXE: Package = Package { name: "axe-core", version: "4.14.1", file: "axe.min.js" };

/// It carries the structures of R4; the one for Python those of R4B.
pub const FHIR_R4: Package = Package { name: "fhir", version: "4.12.0", file: "index.js" };

pub const FHIR: PythonPackage = PythonPackage {
    name: "fhir.resources",
    version: "8.3.0",
    with: &[
        "fhir-core==1.1.12",
        "pydantic==2.14.4",
        "pydantic-core==2.50.5",
        "annotated-types==0.8.0",
        "typing-extensions==4.16.0",
        "typing-inspection==0.4.5",
    ],
};

pub const CHROMIUM: Browser =
    Browser { package: "chromium", variable: "CHROMIUM", programs: &["chromium", "chromium-browser", "google-chrome"] };

pub const CHROMEDRIVER: Browser =
    Browser { package: "chromium-driver", variable: "CHROMEDRIVER", programs: &["chromedriver"] };

pub const FIREFOX: Browser =
    Browser { package: "firefox-esr", variable: "FIREFOX", programs: &["firefox-esr", "firefox"] };

/// WebKitGTK's browser for trying it out lies beside its library and not among the programs.
pub const WEBKIT: Browser =
    Browser { package: "libwebkit2gtk-4.1-0", variable: "WEBKIT", programs: &["webkit2gtk-4.1/MiniBrowser"] };

pub const WEBKITDRIVER: Browser =
    Browser { package: "webkit2gtk-driver", variable: "WEBKITDRIVER", programs: &["WebKitWebDriver"] };

/// A display for WebKitGTK, which cannot do without one.
pub const XVFB: Browser = Browser { package: "xvfb", variable: "XVFB", programs: &["Xvfb"] };

/// Reads what the browsers print; `pdftoppm`, which makes pictures of it, lies beside.
pub const POPPLER: Browser = Browser { package: "poppler-utils", variable: "PDFTOTEXT", programs: &["pdftotext"] };

/// Gives the tests with collectors a network of their own. It brings no version of its own that matters.
pub const IPROUTE: Browser = Browser { package: "iproute2", variable: "IP", programs: &["ip"] };
