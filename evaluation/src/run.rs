//! Which sets are measured, and how the figures are shown and kept.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use serde_json::{Map, Value, json};

use crate::gold::{self, Document};
use crate::measures::{Count, percent, round};
use crate::{dates, names, stories, system};

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Names and organizations.
    Names,
    /// Dates.
    Dates,
}

/// The types of flat names that are scored; the corpora differ in what else they mark.
pub const NAME_TYPES: [&str; 3] = ["ORG", "PER", "LOC"];

impl Subject {
    fn word(self) -> &'static str {
        match self {
            Self::Names => "names",
            Self::Dates => "dates",
        }
    }

    /// The development sets, under the data's folder.
    fn sets(self) -> &'static [&'static str] {
        match self {
            Self::Names => &["ner/dev.jsonl", "ner_sentences/dev.jsonl", "stories/dev.jsonl", "stories/world_dev.jsonl"],
            Self::Dates => &["timex/timebank.jsonl", "timex/aquaint.jsonl", "timex/gum_dev.jsonl", "stories/dev.jsonl"],
        }
    }
}

/// Measures the sets in a folder, or one file; prints, and keeps the figures as JSON under `target`.
///
/// # Errors
/// If there is nothing to measure, or a file cannot be read or written.
pub fn run(subject: Subject, data: &Path, n_errors: usize, target: &Path) -> Result<()> {
    let files: Vec<PathBuf> =
        if data.is_file() { vec![data.to_path_buf()] } else { subject.sets().iter().map(|set| data.join(set)).collect() };
    let mut results = Map::new();
    for file in files {
        if !file.is_file() {
            println!("Skipped: there is no {}.", file.display());
            continue;
        }
        let set = name_of(&file);
        println!("\n== {set} ==");
        let documents = gold::read(&file)?;
        let (figures, errors) = match subject {
            Subject::Names if documents.iter().any(Document::is_story) => measure_stories(&documents)?,
            Subject::Names => measure_names(&documents)?,
            Subject::Dates => measure_dates(&documents)?,
        };
        show(&figures);
        for error in errors.iter().take(n_errors) {
            println!("  {error}");
        }
        if errors.len() > n_errors && n_errors > 0 {
            println!("  … {} more", errors.len() - n_errors);
        }
        results.insert(set, figures);
    }
    if results.is_empty() {
        bail!("There is nothing to measure under {}.", data.display());
    }
    let file = target.join(format!("eval-{}.json", subject.word()));
    std::fs::create_dir_all(target)?;
    std::fs::write(&file, serde_json::to_string_pretty(&Value::Object(results))? + "\n")?;
    println!("\nKept in {}.", file.display());
    Ok(())
}

/// `stories/dev` of `…/stories/dev.jsonl`.
fn name_of(file: &Path) -> String {
    let part = |part: Option<&std::ffi::OsStr>| part.map(|part| part.to_string_lossy().into_owned()).unwrap_or_default();
    format!("{}/{}", part(file.parent().and_then(Path::file_name)), part(file.file_stem()))
}

/// Flat names: `ner_score.py --types ORG,PER,LOC`.
///
/// # Errors
/// If the engine's JSON is not what the batch interface promises.
pub fn measure_names(documents: &[Document]) -> Result<(Value, Vec<String>)> {
    let mut score = names::Score::default();
    for document in documents {
        score.add(document, &system::answer(document, true)?, &NAME_TYPES);
    }
    let mut figures = Map::new();
    figures.insert("documents".into(), documents.len().into());
    for (name, counts) in &score.by_type {
        let mut row = json!({
            "exact": prf(counts.exact), "norm": prf(counts.norm), "overlap": prf(counts.overlap), "list": prf(counts.list),
            "gold": counts.exact.gold, "said": counts.exact.said,
        });
        if name != "ALL" {
            row["list_macro"] = json!(round(100.0 * score.list_macro(name), 1));
        }
        figures.insert(name.clone(), row);
    }
    figures.insert("confusion".into(), confusion(&score));
    Ok((Value::Object(figures), score.errors))
}

/// Gold type, then how often which type was said in the same place.
fn confusion(score: &names::Score) -> Value {
    let mut table = Map::new();
    for ((gold, said), count) in &score.confusion {
        let row = table.entry(gold.clone()).or_insert_with(|| json!({}));
        row[said] = json!(count);
    }
    Value::Object(table)
}

/// Precision, recall, F1 in percent, as `ner_score.py` prints them.
fn prf(count: Count) -> Value {
    json!(count.prf().map(|share| round(100.0 * share, 1)))
}

/// Whole stories: `story_score.py`, the publication date from a second reading that is not told it.
///
/// # Errors
/// If the engine's JSON is not what the batch interface promises.
pub fn measure_stories(documents: &[Document]) -> Result<(Value, Vec<String>)> {
    let mut score = stories::Score::default();
    for document in documents {
        score.add(document, &system::answer(document, true)?);
        if document.dateline {
            score.add_published(document, system::answer(document, false)?.published.as_deref());
        }
    }
    Ok((story_figures(&score), score.errors))
}

/// The figures under the names that `story_score.py --json` gives them.
pub fn story_figures(score: &stories::Score) -> Value {
    let names: Map<String, Value> = score.names.iter().map(|(name, count)| (name.clone(), json!(count.figures()))).collect();
    let share = |share: stories::Share| percent(share.right, share.all);
    json!({
        "stories": score.n_stories, "names": names, "rows": score.rows.figures(), "rows_clean": score.clean.figures(),
        "merging": { "b3_f1": round(score.b3_f1(), 1), "splits": score.splits, "false_merges": score.false_merges },
        "title": share(score.title), "parent": share(score.parent), "kind": share(score.kind),
        "published": share(score.published), "published_n": score.published.all, "parent_n": score.parent.all,
    })
}

/// Dates: `timex_score.py`, of all expressions and of those on the calendar.
///
/// # Errors
/// If the engine's JSON is not what the batch interface promises.
pub fn measure_dates(documents: &[Document]) -> Result<(Value, Vec<String>)> {
    let (mut all, mut calendar, mut published) = (dates::Score::default(), dates::Score::default(), stories::Score::default());
    for document in documents.iter().filter(|document| document.timex.is_some()) {
        let answer = system::answer(document, true)?;
        all.add(document, &answer, false);
        calendar.add(document, &answer, true);
        if document.dateline {
            published.add_published(document, system::answer(document, false)?.published.as_deref());
        }
    }
    let share = published.published;
    let figures = json!({
        "all": date_figures(&all), "calendar": date_figures(&calendar),
        "published": percent(share.right, share.all), "published_n": share.all,
    });
    Ok((figures, all.errors.into_iter().chain(published.errors).collect()))
}

/// Precision, recall, F1 with two digits, as `timex_score.py` prints them.
pub fn date_figures(score: &dates::Score) -> Value {
    let prf = |right| json!(score.count(right).prf().map(|share| round(100.0 * share, 2)));
    json!({
        "strict": prf(score.strict), "relaxed": prf(score.relaxed), "type": prf(score.r#type), "value": prf(score.value),
        "value_accuracy": score.value_accuracy(), "gold": score.n_gold, "said": score.n_said,
    })
}

/// One line for each figure; tables as JSON, which reads well enough.
fn show(figures: &Value) {
    for (name, value) in figures.as_object().into_iter().flatten() {
        match value {
            Value::Object(inner) => {
                println!("{name}");
                inner.iter().for_each(|(name, value)| println!("  {name:14} {value}"));
            }
            other => println!("{name:16} {other}"),
        }
    }
}
