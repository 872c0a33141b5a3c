//! `cargo xtask train`: hands over to the `trainer` crate, built for speed.

use anyhow::{Result, bail};

use crate::process;

/// Passes the arguments on.
pub fn run(args: &[String]) -> Result<()> {
    if args.is_empty() {
        bail!("Say what is to be trained: cargo xtask train names …");
    }
    let mut cargo = process::cargo(&["run", "--quiet", "--release", "--package", "trainer", "--"]);
    process::run(cargo.args(args), "The training failed: see the words above.")
}
