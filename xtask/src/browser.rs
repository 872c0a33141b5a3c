//! The Chromium that the browser tests run in.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::process::{self, command};
use crate::tools;

const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];
const MAC: &[&str] =
    &["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

/// An installed Chrome or Chromium, else one installed now; says which.
pub fn ready() -> Result<PathBuf> {
    let browser = match installed()? {
        Some(browser) => browser,
        None if can_apt() => by_apt()?,
        None => by_playwright()?,
    };
    println!("The browser is {}.", browser.display());
    Ok(browser)
}

fn installed() -> Result<Option<PathBuf>> {
    if let Some(chosen) = std::env::var_os("CHROME").filter(|chosen| !chosen.is_empty()).map(PathBuf::from) {
        if process::is_program(&chosen) {
            return Ok(Some(chosen));
        }
        bail!("CHROME is `{}`, which is no program: set it to a Chrome or Chromium, or unset it.", chosen.display());
    }
    let on_path = NAMES.iter().find_map(|name| process::find(name));
    Ok(on_path.or_else(|| MAC.iter().map(PathBuf::from).find(|path| process::is_program(path))))
}

/// True for root on Debian, whose packages hold a Chromium (Ubuntu's only points to a snap).
fn can_apt() -> bool {
    let is_debian = std::fs::read_to_string("/etc/os-release").is_ok_and(|release| release.lines().any(|line| line == "ID=debian"));
    is_debian && process::find("apt-get").is_some() && process::output("id", &["-u"]).is_some_and(|id| id == "0")
}

fn by_apt() -> Result<PathBuf> {
    println!("No Chrome or Chromium is installed: installing Debian's chromium by apt-get.");
    let advice = "apt-get could not install chromium: install a Chrome or Chromium by hand, or name one in CHROME.";
    process::run(command("apt-get", &["update", "-qq"]).env("DEBIAN_FRONTEND", "noninteractive"), advice)?;
    let mut install = command("apt-get", &["install", "-y", "-qq", "--no-install-recommends", "chromium"]);
    process::run(install.env("DEBIAN_FRONTEND", "noninteractive"), advice)?;
    match process::find("chromium") {
        Some(browser) => Ok(browser),
        None => bail!("{advice}"),
    }
}

fn by_playwright() -> Result<PathBuf> {
    const WHERE: &str = "import('playwright-core').then(p => console.log(p.chromium.executablePath()))";
    let mut node = command("node", &["--input-type=module", "--eval", WHERE]);
    let output = node.current_dir(tools::e2e()).output()?;
    let path = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim());
    if !process::is_program(&path) {
        println!("No Chrome or Chromium is installed: Playwright downloads its own to {}.", folder_of(&path).display());
        let mut install = command("node", &["node_modules/playwright-core/cli.js", "install", "chromium"]);
        let advice = "Playwright could not download its Chromium: install a Chrome or Chromium by hand, or name one in CHROME.";
        process::run(install.current_dir(tools::e2e()), advice)?;
    }
    Ok(path)
}

fn folder_of(path: &Path) -> &Path {
    path.parent().unwrap_or(path)
}
