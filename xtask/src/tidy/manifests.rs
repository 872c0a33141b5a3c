//! What the engine links, and what every manifest says.

use anyhow::{Result, bail};

use super::Source;
use crate::process;

/// Crates of the browser, of clocks, of chance and of the network: the engine knows none of them.
const FOREIGN: &[&str] = &["chrono", "getrandom", "gloo", "js-sys", "rand", "reqwest", "time", "tokio", "wasm-bindgen", "web-sys", "yew"];

/// Foreign crates under the engine, and manifests that do not follow the workspace.
pub fn check(sources: &[Source]) -> Vec<String> {
    let mut complaints: Vec<String> = sources.iter().flat_map(manifest).collect();
    match linked() {
        Ok(linked) => {
            for name in linked.iter().filter(|name| FOREIGN.contains(&name.as_str())) {
                complaints
                    .push(format!("engine/Cargo.toml: the engine links `{name}`; it must know no browser, clock, chance or network."));
            }
        }
        Err(problem) => complaints.push(problem.to_string()),
    }
    complaints
}

fn manifest(source: &Source) -> Vec<String> {
    let mut complaints = Vec::new();
    if !source.path.ends_with("Cargo.toml") || source.path.starts_with("e2e/") {
        return complaints;
    }
    for line in ["license.workspace = true", "[lints]\nworkspace = true", "edition.workspace = true"] {
        if !source.text.contains(line) {
            complaints.push(format!("{}: `{}` is missing.", source.path, line.replace('\n', " ")));
        }
    }
    complaints
}

/// The crates that the engine links, by name.
fn linked() -> Result<Vec<String>> {
    let output =
        process::cargo(&["tree", "--package", "dateline-engine", "--edges", "normal", "--prefix", "none", "--format", "{p}"]).output()?;
    if !output.status.success() {
        bail!("`cargo tree` failed: {}", String::from_utf8_lossy(&output.stderr));
    }
    let tree = String::from_utf8_lossy(&output.stdout);
    Ok(tree.lines().filter_map(|line| line.split(' ').next().map(String::from)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn manifests_follow_the_workspace() {
        let source = |text: &str| Source { path: "a/Cargo.toml".into(), text: text.into() };
        assert_eq!(manifest(&source("[package]")).len(), 3);
        assert!(manifest(&source("license.workspace = true\nedition.workspace = true\n[lints]\nworkspace = true\n")).is_empty());
    }

    #[test]
    fn the_engine_links_serde() {
        assert!(linked().unwrap().iter().any(|name| name == "serde"));
    }
}
