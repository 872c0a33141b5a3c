//! `cargo xtask lighthouse`: Lighthouse's scores of the release build, served packed, on its slow phone.

use std::path::PathBuf;

use anyhow::Result;

use crate::process::{self, command};
use crate::tools::{self, Tools};
use crate::{browser, build};

/// Builds, measures, and fails if a score is below its bar.
pub fn run(args: &[String], tools: Option<PathBuf>) -> Result<()> {
    crate::no_arguments("lighthouse", args)?;
    build::build(&Tools::ready(tools)?)?;
    let folder = tools::e2e().join("lighthouse");
    tools::npm_packages(&folder)?;
    let mut node = command("node", &["run.js"]);
    process::run(
        node.current_dir(folder).env("CHROME", browser::ready()?),
        "A score is below its bar, or Lighthouse did not run: see above.",
    )
}
