//! What was marked for the tagger beside the shared corpora: sentences of the unlabelled texts, as places in them
//! (`annotations/`), newspaper articles marked anew (`articles/`), and stories written for it with their names in brackets (`stories/`);
//! and the organizations of articles and stories, each with its names, kind and parent (`organizations/`).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use dateline_engine::entities::OrganizationKind;

use crate::corpora::{self, Labelled, Name};
use crate::mix::TYPE_NAMES;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    files.sort();
    Ok(files)
}

/// The marked sentences of the unlabelled texts.
///
/// # Errors
/// If a file cannot be read, or a place does not fit its text.
pub fn sentences(data: &Path) -> Result<Vec<Labelled>> {
    let mut sentences = Vec::new();
    for path in files(&folder("annotations"))? {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let texts = corpora::lines(&data.join(format!("text/{name}.txt.gz")))?;
        for (line, names) in rows(&path)? {
            let text = texts.get(line).with_context(|| format!("{name}: no line {}", line + 1))?;
            sentences.push(placed(text, &names).with_context(|| format!("{name}: names of line {}", line + 1))?);
        }
    }
    Ok(sentences)
}

/// An article that was marked anew.
pub struct Article {
    /// The text and its names.
    pub labelled: Labelled,
    /// The byte places that were left out.
    pub skipped: Vec<(usize, usize)>,
}

impl Article {
    /// The byte places that were not left out; `None` if all were kept.
    pub fn kept(&self) -> Option<Vec<(usize, usize)>> {
        let starts = std::iter::once(0).chain(self.skipped.iter().map(|&(_, end)| end));
        let ends = self.skipped.iter().map(|&(start, _)| start).chain([self.labelled.text.len()]);
        (!self.skipped.is_empty()).then(|| starts.zip(ends).collect())
    }
}

/// Those of these articles, of `ner/train`, that were marked anew, by their place among them.
///
/// # Errors
/// If the file cannot be read, or a place does not fit its text.
pub fn articles(texts: &[Labelled]) -> Result<BTreeMap<usize, Article>> {
    let read = |(at, row): (usize, String)| {
        let of_line = || format!("article {}", at + 1);
        let text = &texts.get(at).with_context(of_line)?.text;
        let (skipped, names): (Vec<&str>, Vec<&str>) = row.split(' ').partition(|place| place.starts_with(SKIPPED));
        let labelled = placed(text, &names.join(" ")).with_context(of_line)?;
        // Read as if they were names of some type.
        let skipped = placed(text, &skipped.join(" ").replace(SKIPPED, TYPE_NAMES[0])).with_context(of_line)?;
        Ok((at, Article { labelled, skipped: skipped.names.iter().map(|name| (name.start, name.end)).collect() }))
    };
    rows(&folder("articles").join("ner_train.tsv"))?.into_iter().map(read).collect()
}

/// Stands before the place of a passage that was left out.
const SKIPPED: &str = "SKIP";

/// The rows of a table of places: which line of the text they are for, from 0, and the places.
fn rows(path: &Path) -> Result<Vec<(usize, String)>> {
    let rows = corpora::lines(path)?.into_iter().filter(|row| !row.starts_with('#')).map(|row| {
        let (line, places) = row.split_once('\t').with_context(|| format!("{}: no tab in {row}", path.display()))?;
        let line = line.parse::<usize>().ok().and_then(|line| line.checked_sub(1));
        Ok((line.with_context(|| format!("{}: no number of a line in {row}", path.display()))?, places.to_string()))
    });
    rows.collect()
}

/// A text with names as `TYPE:start-end`, in code points.
fn placed(text: &str, names: &str) -> Result<Labelled> {
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let byte = |place: &str| place.parse::<usize>().ok().and_then(|place| bytes.get(place).copied());
    let names = names.split_whitespace().map(|name| {
        let (kind, place) = name.split_once(':').context("no type")?;
        let (start, end) = place.split_once('-').context("no place")?;
        let (start, end) = (byte(start).context("no such place")?, byte(end).context("no such place")?);
        Ok(Name { start, end, kind: kind_of(kind)? })
    });
    Ok(Labelled { text: text.to_string(), names: names.collect::<Result<_>>()?, unmarked: 0 })
}

/// An organization as someone who read the text found it. Places are code points, end exclusive.
#[derive(Debug, PartialEq, Eq)]
pub struct Given {
    /// Where each of its names stands first.
    pub places: Vec<(usize, usize)>,
    /// Its kind.
    pub kind: OrganizationKind,
    /// What it belongs to.
    pub parent: Option<Owner>,
}

/// What an organization belongs to.
#[derive(Debug, PartialEq, Eq)]
pub enum Owner {
    /// The one with a name there.
    At((usize, usize)),
    /// One that the text does not name.
    Named(String),
}

/// The organizations of articles (`ner_train`) or stories (`stories`), by the place of the text among them, from 0.
///
/// # Errors
/// If the file cannot be read.
pub fn organizations(name: &str) -> Result<BTreeMap<usize, Vec<Given>>> {
    let path = folder("organizations").join(format!("{name}.tsv"));
    let read = |(at, cells): (usize, String)| {
        let given = cells.split('\t').map(given).collect::<Result<_>>();
        Ok((at, given.with_context(|| format!("{}: text {}", path.display(), at + 1))?))
    };
    rows(&path)?.into_iter().map(read).collect()
}

/// `0-10,34-37 media`, or with what it belongs to `0-10 media > 20-25`, `0-10 media > =United Nations`.
fn given(cell: &str) -> Result<Given> {
    let (body, owner) = cell.split_once(" > ").map_or((cell, None), |(body, owner)| (body, Some(owner)));
    let (places, kind) = body.split_once(' ').with_context(|| format!("no kind in {cell}"))?;
    let place = |place: &str| {
        let (start, end) = place.split_once('-').with_context(|| format!("no place in {cell}"))?;
        Ok((start.parse()?, end.parse()?))
    };
    let parent = match owner.map(|owner| owner.strip_prefix('=').ok_or(owner)) {
        None => None,
        Some(Ok(name)) => Some(Owner::Named(name.to_string())),
        Some(Err(at)) => Some(Owner::At(place(at)?)),
    };
    let kind = OrganizationKind::from_name(kind).with_context(|| format!("unknown kind {kind}"))?;
    Ok(Given { places: places.split(',').map(place).collect::<Result<_>>()?, kind, parent })
}

fn kind_of(name: &str) -> Result<usize> {
    TYPE_NAMES.iter().position(|known| *known == name).with_context(|| format!("unknown type {name}"))
}

/// The stories written for training.
///
/// # Errors
/// If a file cannot be read, or a bracket is not closed.
pub fn stories() -> Result<Vec<Labelled>> {
    let mut stories = Vec::new();
    for path in files(&folder("stories"))? {
        let text = std::fs::read_to_string(&path)?;
        for story in text.split("\n====\n").map(str::trim).filter(|story| !story.is_empty()) {
            stories.push(unbracketed(story).with_context(|| format!("{}: {}", path.display(), story.lines().next().unwrap_or_default()))?);
        }
    }
    Ok(stories)
}

/// A text with its names as `[TYPE|name]`.
fn unbracketed(marked: &str) -> Result<Labelled> {
    let (mut text, mut names, mut rest) = (String::new(), Vec::new(), marked);
    while let Some((before, behind)) = rest.split_once('[') {
        let (name, behind) = behind.split_once(']').context("a bracket is not closed")?;
        let Some((kind, name)) = name.split_once('|') else { bail!("no type in [{name}]") };
        text.push_str(before);
        let start = text.len();
        text.push_str(name);
        names.push(Name { start, end: text.len(), kind: kind_of(kind)? });
        rest = behind;
    }
    text.push_str(rest);
    Ok(Labelled { text, names, unmarked: 0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(labelled: &Labelled) -> Vec<(&str, &str)> {
        labelled.names.iter().map(|name| (TYPE_NAMES[name.kind], &labelled.text[name.start..name.end])).collect()
    }

    #[test]
    fn brackets_become_names() {
        let labelled = unbracketed("[NORP|Kenyan] tea firm [ORG|Kericho & Sons] grows.").unwrap();
        assert_eq!(labelled.text, "Kenyan tea firm Kericho & Sons grows.");
        assert_eq!(shown(&labelled), [("NORP", "Kenyan"), ("ORG", "Kericho & Sons")]);
        assert!(unbracketed("[ORG|Kericho").is_err());
        assert!(unbracketed("[FIRM|Kericho]").is_err());
    }

    #[test]
    fn organizations_have_places_and_kinds() {
        let court = |parent| Given { places: vec![(0, 10), (34, 37)], kind: OrganizationKind::Court, parent };
        assert_eq!(given("0-10,34-37 court").unwrap(), court(None));
        assert_eq!(given("0-10,34-37 court > =United Nations").unwrap(), court(Some(Owner::Named("United Nations".into()))));
        assert_eq!(given("0-10,34-37 court > 20-25").unwrap(), court(Some(Owner::At((20, 25)))));
        assert!(given("0-10 tribunal").is_err());
    }

    #[test]
    fn places_are_code_points() {
        let labelled = placed("Žeta met Ana.", "ORG:0-4 PER:9-12").unwrap();
        assert_eq!(shown(&labelled), [("ORG", "Žeta"), ("PER", "Ana")]);
        assert!(placed("Žeta", "ORG:0-5").is_err());
    }
}
