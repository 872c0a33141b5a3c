//! `cargo xtask eval`: hands over to the `evaluation` crate, built for speed.

use anyhow::{Result, bail};

use crate::process;

/// Passes the arguments on.
pub fn run(args: &[String]) -> Result<()> {
    if !matches!(args.first().map(String::as_str), Some("names" | "dates")) {
        bail!("Say what is to be measured: cargo xtask eval names|dates [--data PATH] [--errors N]");
    }
    let mut cargo = process::cargo(&["run", "--quiet", "--release", "--package", "dateline-evaluation", "--"]);
    process::run(cargo.args(args), "The evaluation failed: see its words above.")
}
