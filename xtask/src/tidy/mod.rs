//! `cargo xtask tidy`: the rules of the house that no compiler checks. Each is also a test.

mod layering;
mod length;
mod lexicon;
mod licences;
mod manifests;
mod marks;
mod styles;
mod words;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// One file of the project.
pub struct Source {
    /// From the project's folder, with `/`.
    path: String,
    text: String,
}

/// A rule: its name, and a function from all files to what is wrong, in whole sentences.
struct Rule {
    name: &'static str,
    check: fn(&[Source]) -> Vec<String>,
}

const RULES: &[Rule] = &[
    Rule { name: "layering", check: layering::check },
    Rule { name: "length", check: length::check },
    Rule { name: "styles", check: styles::check },
    Rule { name: "lexicon", check: lexicon::check },
    Rule { name: "marks", check: marks::check },
    Rule { name: "manifests", check: manifests::check },
    Rule { name: "licences", check: licences::check },
    Rule { name: "words", check: words::check },
];

/// Prints what breaks a rule, and which files grow long; fails if a rule is broken.
pub fn run(args: &[String]) -> Result<()> {
    crate::no_arguments("tidy", args)?;
    let sources = sources()?;
    let mut n_broken = 0;
    for rule in RULES {
        for complaint in (rule.check)(&sources) {
            println!("{}: {complaint}", rule.name);
            n_broken += 1;
        }
    }
    for warning in length::warnings(&sources) {
        println!("long: {warning}");
    }
    if n_broken > 0 {
        bail!("{n_broken} things break a rule of the house: see above.");
    }
    println!("All {} rules of the house are kept.", RULES.len());
    Ok(())
}

/// All text files that belong to the project, in order of their paths.
fn sources() -> Result<Vec<Source>> {
    let mut paths = Vec::new();
    collect(crate::root(), &mut paths)?;
    paths.sort();
    let read = |path: PathBuf| {
        let text = std::fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        let inside = path.strip_prefix(crate::root()).unwrap_or(&path);
        let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        Ok(Source { path: parts.join("/"), text: String::from_utf8_lossy(&text).into_owned() })
    };
    paths.into_iter().map(read).collect()
}

const SKIPPED: &[&str] = &["target", "dist", "node_modules", "shared"];
const KINDS: &[&str] = &["rs", "css", "html", "js", "mjs", "tsv", "toml", "md"];

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> Result<()> {
    for entry in std::fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') || SKIPPED.contains(&name.as_str()) {
            continue;
        }
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            collect(&path, paths)?;
        } else if path.extension().and_then(|kind| kind.to_str()).is_some_and(|kind| KINDS.contains(&kind)) {
            paths.push(path);
        }
    }
    Ok(())
}

impl Source {
    fn is(&self, extension: &str) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, kind)| kind == extension)
    }

    /// The lines of a Rust file before its tests, comments taken out, with their numbers.
    fn production(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
        lines.enumerate().map(|(at, line)| (at + 1, line.split_once("//").map_or(line, |(code, _)| code)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn keeps(name: &str) {
        let rule = RULES.iter().find(|rule| rule.name == name).unwrap();
        let complaints = (rule.check)(&sources().unwrap());
        assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
    }

    #[test]
    fn every_import_follows_the_layers() {
        keeps("layering");
    }

    #[test]
    fn no_file_is_too_long() {
        keeps("length");
    }

    #[test]
    fn colours_stand_in_the_tokens_only() {
        keeps("styles");
    }

    #[test]
    fn word_lists_are_sorted_and_say_where_from() {
        keeps("lexicon");
    }

    #[test]
    fn every_mark_left_for_later_has_an_owner() {
        keeps("marks");
    }

    #[test]
    fn the_engine_knows_no_browser() {
        keeps("manifests");
    }

    #[test]
    fn every_licence_is_known() {
        keeps("licences");
    }

    #[test]
    fn words_of_the_page_stand_in_one_place() {
        keeps("words");
    }

    #[test]
    fn sources_are_found() {
        let sources = sources().unwrap();
        assert!(sources.iter().any(|source| source.path == "engine/src/lib.rs"));
        assert!(sources.iter().all(|source| !source.path.starts_with("target/")));
    }
}
