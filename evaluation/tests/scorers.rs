//! The same noisy answers, scored here and by the Python scorers of `../shared/score`: every figure must agree.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use dateline_evaluation::gold::{self, Document};
use dateline_evaluation::run::{NAME_TYPES, date_figures, story_figures};
use dateline_evaluation::system::{Answer, scored_type};
use dateline_evaluation::{dates, measures, names, stories};
use serde_json::{Value, json};

const SHARED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared");

/// Data and scorers, if they and Python are there.
fn shared() -> Option<&'static Path> {
    let shared = Path::new(SHARED);
    let has_python = Command::new("python3").arg("--version").output().is_ok_and(|output| output.status.success());
    if !shared.join("score").is_dir() || !has_python {
        println!("skipped: no ../shared/score, or no python3");
        return None;
    }
    Some(shared)
}

/// A small generator of noise (xorshift), so that every run sees the same.
struct Noise(u32);

impl Noise {
    fn below(&mut self, n: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 % n
    }

    fn one_in(&mut self, n: u32) -> bool {
        self.below(n) == 0
    }
}

/// The gold as an answer with mistakes of every kind: left out, shifted, of another type, in another row, misnamed.
fn noisy(document: &Document, noise: &mut Noise) -> Value {
    let length = document.text.chars().count();
    let (mut mentions, mut entities) = (Vec::new(), Vec::new());
    for (id, entity) in document.entities.iter().enumerate() {
        let places = if entity.mentions.is_empty() { vec![(entity.start.unwrap(), entity.end.unwrap())] } else { entity.mentions.clone() };
        for (start, end) in places {
            if noise.one_in(6) {
                continue;
            }
            let start = if noise.one_in(8) { start.saturating_sub(4) } else { start };
            let end = if noise.one_in(8) { (end + 2).min(length) } else { end };
            let kind = if noise.one_in(10) { "ORG" } else { entity.r#type.as_str() };
            let owner = if noise.one_in(10) { noise.below(document.entities.len() as u32) as usize } else { id };
            mentions.push(json!({ "start": start, "end": end, "type": kind, "entity": owner, "p": 90 }));
        }
        let name = if noise.one_in(5) { format!("{} Group", entity.name) } else { format!("the {}", entity.name) };
        let kind = entity.kind.as_deref().filter(|_| !noise.one_in(4));
        let parent = entity.parent.as_deref().filter(|_| !noise.one_in(3));
        entities.push(json!({ "id": id, "type": entity.r#type, "name": name, "aliases": [], "kind": kind, "parent": parent }));
    }
    let published = document.published.as_deref().filter(|_| !noise.one_in(4));
    json!({ "id": document.id, "published": published, "mentions": mentions, "entities": entities, "dates": noisy_dates(document, length, noise) })
}

fn noisy_dates(document: &Document, length: usize, noise: &mut Noise) -> Vec<Value> {
    let mut dates = Vec::new();
    for timex in document.timex.iter().flatten() {
        if noise.one_in(6) {
            continue;
        }
        let end = if noise.one_in(7) { (timex.end + 3).min(length) } else { timex.end };
        let start = if noise.one_in(7) { timex.start.saturating_sub(3) } else { timex.start };
        let value = if noise.one_in(5) { "2019-11-05" } else { timex.value.as_deref().unwrap_or("PRESENT_REF") };
        let kind = if noise.one_in(9) { "DURATION" } else { timex.r#type.as_deref().unwrap_or("DATE") };
        dates.push(json!({ "start": start, "end": end, "type": kind, "value": value }));
    }
    if length > 40 && noise.one_in(2) {
        dates.push(json!({ "start": 10, "end": 20, "type": "DATE", "value": "2019-01-01T10:00" }));
    }
    dates
}

/// Documents, answers, and the files the Python scorers read.
struct Case {
    documents: Vec<Document>,
    answers: Vec<Answer>,
    gold: PathBuf,
    system: PathBuf,
}

fn case(shared: &Path, set: &str, seed: u32) -> Case {
    let gold = shared.join("data").join(set);
    let documents = gold::read(&gold).unwrap();
    let mut noise = Noise(seed);
    let values: Vec<Value> = documents.iter().map(|document| noisy(document, &mut noise)).collect();
    let mut lines = String::new();
    for value in &values {
        writeln!(lines, "{value}").unwrap();
    }
    let system = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{seed}-{}", set.replace('/', "-")));
    std::fs::write(&system, lines).unwrap();
    let answers = values.into_iter().map(|value| serde_json::from_value(value).unwrap()).collect();
    Case { documents, answers, gold, system }
}

fn python(shared: &Path, scorer: &str, args: &[&str]) -> Value {
    let output =
        Command::new("python3").arg(shared.join("score").join(scorer)).args(args).env("PYTHONDONTWRITEBYTECODE", "1").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap_or(Value::Null)
}

#[track_caller]
fn check_stories(set: &str, seed: u32) {
    let Some(shared) = shared() else { return };
    let case = case(shared, set, seed);
    let mut score = stories::Score::default();
    for (document, answer) in case.documents.iter().zip(&case.answers) {
        score.add(document, answer);
        score.add_published(document, answer.published.as_deref());
    }
    let mut theirs = python(shared, "story_score.py", &[case.gold.to_str().unwrap(), case.system.to_str().unwrap(), "--json"]);
    theirs.as_object_mut().unwrap().remove("dates");
    assert_eq!(story_figures(&score), theirs);
}

#[test]
fn stories_agree() {
    check_stories("stories/dev.jsonl", 7);
    check_stories("stories/world_dev.jsonl", 11);
}

#[track_caller]
fn check_dates(set: &str, calendar: bool) {
    let Some(shared) = shared() else { return };
    let case = case(shared, set, 23);
    let mut score = dates::Score::default();
    for (document, answer) in case.documents.iter().zip(&case.answers) {
        score.add(document, answer, calendar);
    }
    let mut args = vec![case.gold.to_str().unwrap(), case.system.to_str().unwrap(), "--json"];
    args.extend(calendar.then_some("--calendar"));
    let theirs = python(shared, "timex_score.py", &args);
    for (name, right) in [("strict", score.strict), ("relaxed", score.relaxed), ("type", score.r#type), ("value", score.value)] {
        assert_eq!(theirs[name], right, "{set} {name}");
        let ours = score.count(right).prf().map(|share| json!(measures::round(share, 4)));
        assert_eq!(ours, ["p", "r", "f1"].map(|part| theirs[format!("{name}_{part}")].clone()), "{set} {name}");
    }
    assert_eq!((theirs["gold"].as_u64(), theirs["sys"].as_u64()), (Some(score.n_gold as u64), Some(score.n_said as u64)));
    assert!(date_figures(&score)["value"][2].as_f64().unwrap() > 50.0, "the noise leaves much right");
}

#[test]
fn dates_agree() {
    for set in ["timex/timebank.jsonl", "timex/aquaint.jsonl", "timex/gum_dev.jsonl", "stories/dev.jsonl"] {
        if set != "timex/gum_dev.jsonl" && set != "stories/dev.jsonl" {
            check_dates(set, false);
        }
        check_dates(set, true);
    }
}

#[track_caller]
fn check_names(set: &str) {
    let Some(shared) = shared() else { return };
    let case = case(shared, set, 31);
    let mut score = names::Score::default();
    let mut flat = String::new();
    for (document, answer) in case.documents.iter().zip(&case.answers) {
        score.add(document, answer, &NAME_TYPES);
        let entities: Vec<Value> = answer
            .mentions
            .iter()
            .map(|mention| json!({ "start": mention.start, "end": mention.end, "type": scored_type(&mention.r#type) }))
            .collect();
        writeln!(flat, "{}", json!({ "id": document.id, "entities": entities })).unwrap();
    }
    let (predicted, out) = (case.system.with_extension("flat"), case.system.with_extension("json"));
    std::fs::write(&predicted, flat).unwrap();
    python(
        shared,
        "ner_score.py",
        &[case.gold.to_str().unwrap(), predicted.to_str().unwrap(), "--types", "ORG,PER,LOC", "--json", out.to_str().unwrap()],
    );
    let theirs: Value = serde_json::from_str(&std::fs::read_to_string(out).unwrap()).unwrap();
    for (label, counts) in &score.by_type {
        for (kind, count) in [("exact", counts.exact), ("norm", counts.norm), ("overlap", counts.overlap), ("list", counts.list)] {
            let theirs = &theirs["labels"][label][kind];
            let ours = json!([count.right, count.said - count.right, count.gold - count.right]);
            assert_eq!(ours, json!([theirs["tp"], theirs["fp"], theirs["fn"]]), "{set} {label} {kind}");
            assert_eq!(json!(count.prf()), json!([theirs["p"], theirs["r"], theirs["f1"]]), "{set} {label} {kind}");
        }
        if label != "ALL" {
            let macro_f1 = theirs["labels"][label]["list_macro_f1"].as_f64().unwrap();
            assert!((score.list_macro(label) - macro_f1).abs() < 1e-12, "{set} {label}: {macro_f1}");
        }
    }
}

#[test]
fn names_agree() {
    check_names("ner/dev.jsonl");
    check_names("ner_sentences/dev.jsonl");
}
