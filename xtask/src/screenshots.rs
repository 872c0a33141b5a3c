//! `cargo xtask screenshots`: pictures of the page's main states, wide and on a phone, light and dark, and on paper.

use std::path::PathBuf;

use anyhow::Result;

use crate::process::{self, command};
use crate::tools::{self, Tools};
use crate::{browser, build};

/// Builds and takes them; arguments choose those whose names hold one of them.
pub fn run(args: &[String], tools: Option<PathBuf>) -> Result<()> {
    build::build(&Tools::ready(tools)?)?;
    let mut node = command("node", &["screenshots.js"]);
    node.args(args).current_dir(tools::e2e()).env("CHROME", browser::ready()?);
    process::run(&mut node, "Some pictures could not be taken: see above.")?;
    println!("They are in {}.", crate::root().join("target/screenshots").display());
    Ok(())
}
