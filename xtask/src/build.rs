//! `cargo xtask build`: the release build into dist/, and how much of it goes over the wire.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::process::{self, command};
use crate::tools::Tools;
use crate::{page, sizes};

/// Builds and prints the sizes.
pub fn run(args: &[String], tools: Option<PathBuf>) -> Result<()> {
    crate::no_arguments("build", args)?;
    build(&Tools::ready(tools)?)?;
    sizes::print(&dist())
}

/// Where the build goes.
pub fn dist() -> PathBuf {
    crate::root().join("dist")
}

/// The release build.
pub fn build(tools: &Tools) -> Result<()> {
    if !crate::root().join("index.html").is_file() {
        bail!("There is no page to build: index.html is missing from {}.", crate::root().display());
    }
    let mut trunk = command("trunk", &["build", "--release"]);
    // trunk 0.21 takes NO_COLOR=1, which the convention allows, for a wrong argument.
    trunk.env("PATH", process::path_with(&tools.folders())?).env_remove("NO_COLOR").env("TRUNK_SKIP_VERSION_CHECK", "true");
    process::run(&mut trunk, "The release build failed: see the words of trunk and cargo above.")?;
    page::finish(&dist())
}
