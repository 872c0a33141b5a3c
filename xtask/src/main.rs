//! The project's commands: `cargo xtask COMMAND`. One file each; this one only picks.

mod analyze;
mod bootstrap;
mod browser;
mod build;
mod counts;
mod eval;
mod lighthouse;
mod page;
mod process;
mod screenshots;
mod serve;
mod sizes;
mod test;
mod tidy;
mod tools;
mod train;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};

const HELP: &str = "\
Usage: cargo xtask COMMAND

  serve [--port N]              builds the page and serves it on this machine
  test                          everything that is checked, natively and in a browser
  build                         the release build into dist/, with its sizes
  analyze FILE…                 names and dates of stories, as tables
  eval names|dates [--data PATH] [--errors N]
                                quality, measured on the annotated stories in ../shared
  lighthouse                    Lighthouse's scores of the release build, in the browser of the tests
  screenshots [NAME…]           pictures of the page's main states into target/screenshots
  train names|kinds|rows …      trains the tagger, or kinds of organizations (arguments go to the trainer)
  tidy                          the rules of the house that need no compiler

  --tools DIR                   where trunk and wasm-bindgen are kept, instead of the cache of this user";

fn main() -> ExitCode {
    match run(std::env::args().skip(1).collect()) {
        Ok(code) => code,
        Err(problem) => {
            eprintln!("\n{problem:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut args: Vec<String>) -> Result<ExitCode> {
    let tools = take_option(&mut args, "--tools")?.map(PathBuf::from);
    if args.is_empty() {
        println!("{HELP}");
        return Ok(ExitCode::SUCCESS);
    }
    let command = args.remove(0);
    match command.as_str() {
        "serve" => serve::run(args, tools)?,
        "build" => build::run(&args, tools)?,
        "test" => return test::run(&args, tools),
        "analyze" => analyze::run(&args)?,
        "eval" => eval::run(&args)?,
        "lighthouse" => lighthouse::run(&args, tools)?,
        "screenshots" => screenshots::run(&args, tools)?,
        "train" => train::run(&args)?,
        "tidy" => tidy::run(&args)?,
        "help" | "--help" | "-h" => println!("{HELP}"),
        other => bail!("There is no command `{other}`.\n\n{HELP}"),
    }
    Ok(ExitCode::SUCCESS)
}

/// The folder that holds the workspace.
fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// Takes `--name VALUE` or `--name=VALUE` out of the arguments.
fn take_option(args: &mut Vec<String>, name: &str) -> Result<Option<String>> {
    let Some(at) = args.iter().position(|arg| arg == name || arg.strip_prefix(name).is_some_and(|rest| rest.starts_with('='))) else {
        return Ok(None);
    };
    let arg = args.remove(at);
    match arg.split_once('=') {
        Some((_, value)) => Ok(Some(value.to_string())),
        None if at < args.len() => Ok(Some(args.remove(at))),
        None => bail!("`{name}` needs a value behind it."),
    }
}

/// Says that a command takes no arguments, if it got some.
fn no_arguments(command: &str, args: &[String]) -> Result<()> {
    match args.first() {
        Some(arg) => bail!("`cargo xtask {command}` knows no argument `{arg}`; `cargo xtask help` lists what there is."),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_taken_out() {
        let mut args: Vec<String> = ["a", "--port", "81", "b", "--tools=x"].map(String::from).to_vec();
        assert_eq!(take_option(&mut args, "--port").unwrap().as_deref(), Some("81"));
        assert_eq!(take_option(&mut args, "--tools").unwrap().as_deref(), Some("x"));
        assert_eq!(take_option(&mut args, "--data").unwrap(), None);
        assert_eq!(args, ["a", "b"]);
        assert!(take_option(&mut vec!["--port".to_string()], "--port").is_err());
    }
}
