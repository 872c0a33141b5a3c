//! `cargo xtask test`: every check, each runner to its end; the last line sums them up.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::Result;

use crate::counts::Counts;
use crate::process::{self, cargo, command};
use crate::tools::{self, Tools};
use crate::{browser, build};

/// A part of the checks: its name on the command line, what it is, how it is run.
struct Step {
    name: &'static str,
    title: &'static str,
    run: fn(&Setting) -> Result<Counts>,
}

/// What the steps need to know.
struct Setting {
    tools: Option<PathBuf>,
}

const STEPS: &[Step] = &[
    Step { name: "format", title: "formatting", run: format },
    Step { name: "lints", title: "lints", run: lints },
    Step { name: "native", title: "tests of all crates, and the rules of the house", run: native },
    Step { name: "build", title: "release build", run: release_build },
    Step { name: "components", title: "component tests in the browser", run: components },
    Step { name: "e2e", title: "the release build in the browser", run: e2e },
];

/// Runs the steps that are named, or all of them.
pub fn run(args: &[String], tools: Option<PathBuf>) -> Result<ExitCode> {
    if let Some(unknown) = args.iter().find(|arg| STEPS.iter().all(|step| step.name != arg.as_str())) {
        let names: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
        anyhow::bail!("There is no step `{unknown}`; the steps are {}.", names.join(", "));
    }
    let setting = Setting { tools };
    let mut total = Counts::default();
    for step in STEPS.iter().filter(|step| args.is_empty() || args.iter().any(|arg| arg == step.name)) {
        total += run_step(step, &setting);
    }
    if !crate::root().join("../shared").is_dir() {
        println!("\nSkipped, because there is no ../shared: the reference story, and the scores against the Python scorers.");
    }
    println!("\n{} passed, {} failed", total.passed, total.failed);
    Ok(if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn run_step(step: &Step, setting: &Setting) -> Counts {
    println!("\n== {} ==", step.title);
    let start = Instant::now();
    let counts = (step.run)(setting).unwrap_or_else(|problem| {
        println!("{problem:#}");
        Counts::one(false)
    });
    let Counts { passed, failed } = counts;
    println!("-- {}: {passed} good, {failed} bad, {} s", step.name, start.elapsed().as_secs());
    counts
}

fn format(_: &Setting) -> Result<Counts> {
    check(&mut cargo(&["fmt", "--all", "--check"]))
}

fn lints(_: &Setting) -> Result<Counts> {
    check(&mut cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

fn native(_: &Setting) -> Result<Counts> {
    counted(&mut cargo(&["test", "--workspace", "--no-fail-fast"]))
}

fn release_build(setting: &Setting) -> Result<Counts> {
    build::run(&[], setting.tools.clone())?;
    Ok(Counts::one(true))
}

/// The tests marked `#[wasm_bindgen_test]` in the page's package.
fn components(setting: &Setting) -> Result<Counts> {
    if !mentions(&crate::root().join("src"), "#[wasm_bindgen_test]")? && !mentions(&crate::root().join("tests"), "#[wasm_bindgen_test]")? {
        println!("There are none.");
        return Ok(Counts::default());
    }
    let tools = Tools::ready(setting.tools.clone())?;
    let runner = format!("node {}", tools::e2e().join("component-tests.js").display());
    let mut cargo = cargo(&["test", "--target", "wasm32-unknown-unknown", "--package", "dateline", "--no-fail-fast", "--lib", "--tests"]);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    cargo.env("WASM_BINDGEN_TEST_RUNNER", tools.test_runner()).env("CHROME", browser::ready()?);
    counted(&mut cargo)
}

fn e2e(setting: &Setting) -> Result<Counts> {
    Tools::ready(setting.tools.clone())?;
    if !build::dist().join("index.html").is_file() {
        anyhow::bail!("There is no release build in dist/ to test: run `cargo xtask build`.");
    }
    // Named one by one: Node 20 takes a folder for something else than Node 22 does.
    let mut specs: Vec<PathBuf> = std::fs::read_dir(tools::e2e().join("specs"))?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    specs.sort();
    let mut node = command("node", &["--test", "--test-reporter=spec", "--test-concurrency=1"]);
    node.args(specs);
    counted(node.current_dir(tools::e2e()).env("CHROME", browser::ready()?))
}

fn check(command: &mut Command) -> Result<Counts> {
    Ok(Counts::one(command.status()?.success()))
}

fn counted(command: &mut Command) -> Result<Counts> {
    let (succeeded, printed) = process::tee(command)?;
    Ok(Counts::of(succeeded, &printed))
}

/// True if a file under `folder` holds `text`.
fn mentions(folder: &Path, text: &str) -> Result<bool> {
    if !folder.is_dir() {
        return Ok(false);
    }
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let found =
            if path.is_dir() { mentions(&path, text)? } else { std::fs::read_to_string(&path).is_ok_and(|file| file.contains(text)) };
        if found {
            return Ok(true);
        }
    }
    Ok(false)
}
