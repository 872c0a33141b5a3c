//! Every crate that is used may be used: its licence is one of these.

use anyhow::{Result, bail};
use serde_json::Value;

use super::Source;
use crate::process;

const KNOWN: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Crates in Cargo.lock whose licence is unknown, and missing licence files.
pub fn check(_: &[Source]) -> Vec<String> {
    let mut complaints = match packages() {
        Ok(packages) => packages.iter().filter_map(complaint).collect(),
        Err(problem) => vec![problem.to_string()],
    };
    for file in ["LICENSE-MIT", "LICENSE-APACHE"] {
        if !crate::root().join(file).is_file() {
            complaints.push(format!("{file} is missing."));
        }
    }
    complaints
}

/// All crates that the workspace uses, as `cargo metadata` tells of them.
fn packages() -> Result<Vec<Value>> {
    let output = process::cargo(&["metadata", "--format-version", "1"]).output()?;
    if !output.status.success() {
        bail!("`cargo metadata` failed: {}", String::from_utf8_lossy(&output.stderr));
    }
    let mut metadata: Value = serde_json::from_slice(&output.stdout)?;
    match metadata["packages"].take() {
        Value::Array(packages) => Ok(packages),
        _ => bail!("`cargo metadata` lists no packages"),
    }
}

fn complaint(package: &Value) -> Option<String> {
    let licence = package["license"].as_str().unwrap_or("none");
    (!is_known(licence)).then(|| format!("{} has the licence `{licence}`; may we use it? Then add it to the list.", package["name"]))
}

/// True if an SPDX expression leaves a choice of known licences only. (`AND` is taken to stand outside of brackets.)
fn is_known(expression: &str) -> bool {
    let either = |part: &str| part.replace('/', " OR ").split(" OR ").any(|licence| KNOWN.contains(&licence.trim_matches(['(', ')', ' '])));
    expression.split(" AND ").all(either)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions() {
        for known in
            ["MIT", "MIT OR Apache-2.0", "MIT/GPL-3.0", "(MIT OR Apache-2.0) AND Unicode-3.0", "Apache-2.0 WITH LLVM-exception OR MIT"]
        {
            assert!(is_known(known), "{known}");
        }
        for unknown in ["GPL-3.0", "none", "MIT AND GPL-3.0", "CC-BY-NC-4.0"] {
            assert!(!is_known(unknown), "{unknown}");
        }
    }
}
