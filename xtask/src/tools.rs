//! What the build needs beside cargo: the WASM target, trunk, wasm-bindgen and the packages from npm.
//!
//! Tools go into a cache of this user that is keyed by version, so that a second clone and CI find them there.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::process::{self, command};

/// The page is packed by this trunk; 0.22 needs a newer Rust.
pub const TRUNK: &str = "0.21.14";
/// Equal to the `wasm-bindgen` in Cargo.lock and to Trunk.toml.
pub const WASM_BINDGEN: &str = "0.2.129";

const TARGET: &str = "wasm32-unknown-unknown";

/// Where each tool lies.
pub struct Tools {
    trunk: PathBuf,
    wasm_bindgen: PathBuf,
}

impl Tools {
    /// Installs what is missing, and says what and where.
    pub fn ready(folder: Option<PathBuf>) -> Result<Self> {
        let folder = folder.map_or_else(cache, Ok)?;
        add_target()?;
        npm_packages(&e2e())?;
        Ok(Self { trunk: install(&folder, "trunk", TRUNK)?, wasm_bindgen: install(&folder, "wasm-bindgen-cli", WASM_BINDGEN)? })
    }

    /// The folders with the programs, to be put on PATH.
    pub fn folders(&self) -> Vec<PathBuf> {
        vec![self.trunk.join("bin"), self.wasm_bindgen.join("bin"), e2e().join("node_modules/.bin")]
    }

    /// The program that serves a crate's browser tests.
    pub fn test_runner(&self) -> PathBuf {
        self.wasm_bindgen.join("bin/wasm-bindgen-test-runner")
    }
}

/// The folder of the browser tests, which is also that of the npm packages.
pub fn e2e() -> PathBuf {
    crate::root().join("e2e")
}

fn cache() -> Result<PathBuf> {
    let base = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    let home = || std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE")).map(|home| PathBuf::from(home).join(".cache"));
    let base = base.or_else(home).context("No home folder is known: say with `--tools DIR` where the tools may be kept.")?;
    Ok(base.join("dateline/tools"))
}

fn install(folder: &Path, name: &str, version: &str) -> Result<PathBuf> {
    let home = folder.join(format!("{name}-{version}"));
    // Cargo writes this file last, so a run that was broken off does not count as installed.
    if home.join(".crates.toml").is_file() && home.join("bin").is_dir() {
        return Ok(home);
    }
    println!("Installing {name} {version} into {} (once; takes some minutes).", home.display());
    let root = home.to_string_lossy().into_owned();
    let mut cargo = process::cargo(&["install", "--locked", "--root", &root, &format!("{name}@{version}")]);
    // A target folder set for the project would mix the tool's build with ours.
    cargo.env_remove("CARGO_TARGET_DIR").env_remove("CARGO_BUILD_TARGET");
    process::run(
        &mut cargo,
        &format!("{name} {version} could not be installed: see cargo's words above; it needs the network and a C linker."),
    )?;
    Ok(home)
}

fn add_target() -> Result<()> {
    let library = process::output("rustc", &["--print", "target-libdir", "--target", TARGET]);
    if library.is_some_and(|library| Path::new(&library).is_dir()) {
        return Ok(());
    }
    println!("Adding the Rust target {TARGET} (rustup, into its toolchain's folder).");
    if process::find("rustup").is_none() {
        bail!("The Rust target {TARGET} is missing, and so is rustup, which could add it: install Rust from https://rustup.rs.");
    }
    process::run(
        &mut command("rustup", &["target", "add", TARGET]),
        &format!("`rustup target add {TARGET}` failed: it needs the network; try it by hand."),
    )
}

/// Installs the packages of a folder's package-lock.json if they are not there in these versions.
pub fn npm_packages(folder: &Path) -> Result<()> {
    let lock = std::fs::read_to_string(folder.join("package-lock.json"))?;
    let stamp = folder.join("node_modules/.installed-lock.json");
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    if process::find("node").is_none() || process::find("npm").is_none() {
        bail!(
            "Node 20 or newer with npm is needed (for wasm-opt and the browser tests): install it from https://nodejs.org or your system's packages."
        );
    }
    println!("Installing the packages of {} from npm.", folder.join("package.json").display());
    let mut npm = command("npm", &["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
    process::run(
        npm.current_dir(folder),
        &format!("`npm ci` failed in {}: it needs the network; try it there by hand.", folder.display()),
    )?;
    std::fs::write(stamp, lock)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_agree_with_the_manifests() {
        let trunk = std::fs::read_to_string(crate::root().join("Trunk.toml")).unwrap();
        assert!(trunk.contains(&format!("trunk-version = \"={TRUNK}\"")));
        assert!(trunk.contains(&format!("wasm_bindgen = \"{WASM_BINDGEN}\"")));
        let lock = std::fs::read_to_string(crate::root().join("Cargo.lock")).unwrap();
        assert!(lock.contains(&format!("name = \"wasm-bindgen\"\nversion = \"{WASM_BINDGEN}\"")));
        let packages = std::fs::read_to_string(e2e().join("package.json")).unwrap();
        assert!(trunk.contains("version_132") && packages.contains("\"binaryen\": \"132.0.0\""));
    }
}
