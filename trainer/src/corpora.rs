//! Reads the labelled corpora and the unlabelled text; offsets become bytes.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use anyhow::{Context, Result};
use dateline_engine::mentions::tagger::labels::TYPES;
use serde::Deserialize;
use serde_json::Value;

/// A name in a labelled text: bytes, end exclusive, and the index of its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// First byte.
    pub start: usize,
    /// The byte behind the last.
    pub end: usize,
    /// Index into the tagger's types.
    pub kind: usize,
}

/// A labelled text.
#[derive(Clone, Debug)]
pub struct Labelled {
    /// The text.
    pub text: String,
    /// Its names, in order, not overlapping.
    pub names: Vec<Name>,
    /// Types that the corpus does not mark, as bits: a name of these may hide where nothing is marked.
    pub unmarked: u32,
}

#[derive(Deserialize)]
struct Line {
    text: String,
    entities: Vec<Entity>,
}

#[derive(Deserialize)]
struct Entity {
    r#type: String,
    start: Option<usize>,
    end: Option<usize>,
    mentions: Option<Vec<[usize; 2]>>,
    fine: Option<Value>,
}

/// Reads a file of labelled texts, packed or not.
///
/// # Errors
/// If it cannot be read.
pub fn read(path: &Path) -> Result<Vec<Labelled>> {
    lines(path)?
        .iter()
        .map(|line| {
            let line: Line = serde_json::from_str(line).with_context(|| format!("{}: not a labelled text", path.display()))?;
            Ok(labelled(line))
        })
        .collect()
}

/// The lines of a file, packed with gzip or not.
///
/// # Errors
/// If it cannot be read.
pub fn lines(path: &Path) -> Result<Vec<String>> {
    let file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
    let reader: Box<dyn Read> = if path.extension().is_some_and(|extension| extension == "gz") {
        Box::new(flate2::read::GzDecoder::new(file))
    } else {
        Box::new(file)
    };
    Ok(BufReader::new(reader).lines().collect::<std::io::Result<_>>()?)
}

fn labelled(line: Line) -> Labelled {
    let bytes: Vec<usize> = line.text.char_indices().map(|(at, _)| at).chain([line.text.len()]).collect();
    let mut names = Vec::new();
    for entity in &line.entities {
        let Some(kind) = kind(&entity.r#type) else { continue };
        let single = entity.start.zip(entity.end).map(|(start, end)| [start, end]);
        for [start, end] in entity.mentions.iter().flatten().copied().chain(single) {
            if let (Some(&start), Some(&end)) = (bytes.get(start), bytes.get(end)) {
                // Some corpora take the article into the name; here it stands outside.
                let article =
                    kind == ORGANIZATION && line.text[start..end].starts_with("The ") && !line.text[start..].starts_with("The Hague");
                let start = if article { start + 4 } else { start };
                names.push(Name { start, end, kind });
            }
        }
        let _ = &entity.fine;
    }
    names.sort_unstable();
    names.dedup();
    let mut end = 0;
    names.retain(|name| {
        let keep = name.start >= end && name.end > name.start;
        if keep {
            end = name.end;
        }
        keep
    });
    Labelled { text: line.text, names, unmarked: 0 }
}

const ORGANIZATION: usize = 0;

/// The index of a corpus' type; `None` for dates, numbers and money.
fn kind(name: &str) -> Option<usize> {
    let name = match name {
        "PERSON" => "PER",
        "EVENT" | "DOC" | "WORK" => "MISC",
        name => name,
    };
    ["ORG", "PER", "LOC", "NORP", "FAC", "PRODUCT", "MISC"].iter().position(|known| *known == name).filter(|&kind| kind < TYPES.len())
}
