//! `dateline-evaluation names|dates [--data PATH] [--errors N]`: quality, measured on annotated stories.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use dateline_evaluation::run::{self, Subject};

const HELP: &str = "Say what is to be measured: names|dates [--data PATH] [--errors N]";

fn main() -> ExitCode {
    match measure(std::env::args().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem:#}");
            ExitCode::FAILURE
        }
    }
}

fn measure(mut args: Vec<String>) -> Result<()> {
    let data = take(&mut args, "--data")?.map(PathBuf::from);
    let n_errors = take(&mut args, "--errors")?.map_or(Ok(0), |number| number.parse().context("`--errors` needs a number"))?;
    let subject = match args.as_slice() {
        [word] if word == "names" => Subject::Names,
        [word] if word == "dates" => Subject::Dates,
        _ => bail!("{HELP}"),
    };
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let project = here.parent().unwrap_or(here);
    let shared = project.join("../shared/data");
    let data = data.unwrap_or(shared);
    if !data.exists() {
        println!("Skipped: there are no annotated stories at {}; name some with --data PATH.", data.display());
        return Ok(());
    }
    run::run(subject, &data, n_errors, &project.join("target"))
}

fn take(args: &mut Vec<String>, name: &str) -> Result<Option<String>> {
    let Some(at) = args.iter().position(|arg| arg == name) else { return Ok(None) };
    args.remove(at);
    if at == args.len() {
        bail!("`{name}` needs a value behind it; {HELP}");
    }
    Ok(Some(args.remove(at)))
}
