//! `cargo xtask analyze FILE…`: what the engine reads in stories, as tables in the terminal.

use std::io::Write;
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::process;

/// Analyzes each file with the engine's batch interface and prints what it found.
pub fn run(args: &[String]) -> Result<()> {
    let mut files = args.to_vec();
    let published = crate::take_option(&mut files, "--published")?;
    if files.is_empty() {
        bail!("Name at least one text file: cargo xtask analyze FILE… [--published YYYY-MM-DD]");
    }
    let mut stories = Vec::new();
    for file in &files {
        let bytes = std::fs::read(file).with_context(|| format!("`{file}` cannot be read"))?;
        stories.push((file, String::from_utf8_lossy(&bytes).into_owned()));
    }
    let lines = stories.iter().map(|(file, text)| json!({ "id": file, "text": text, "published": published }).to_string());
    let input = lines.collect::<Vec<_>>().join("\n");
    let output = batch(&input)?;
    for ((file, text), line) in stories.iter().zip(output.lines()) {
        print(file, text, &serde_json::from_str(line)?)?;
    }
    Ok(())
}

/// Runs the engine's `analyze` example over JSON lines.
fn batch(input: &str) -> Result<String> {
    let args = ["run", "--quiet", "--release", "--package", "dateline-engine", "--example", "analyze"];
    let mut child = process::cargo(&args).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let mut stdin = child.stdin.take().context("the engine takes no input")?;
    let input = input.to_string();
    // Written beside the reading: a large story would fill both pipes.
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output()?;
    let written = writer.join();
    if !output.status.success() && output.stdout.is_empty() {
        bail!("The engine could not be run: see cargo's words above.");
    }
    if let Ok(result) = written {
        result?;
    }
    Ok(String::from_utf8(output.stdout)?)
}

fn print(file: &str, text: &str, analysis: &Value) -> Result<()> {
    if let Some(error) = analysis["error"].as_str() {
        bail!("{file}: {error}");
    }
    println!("\n{file}, published {}", analysis["published"].as_str().unwrap_or("on an unknown day"));
    table("Organizations", &["name", "times", "also", "kind", "part of"], &organizations(analysis));
    table("Other names", &["name", "times", "also", "type"], &others(analysis));
    table("Dates", &["words", "value", "first day", "last day", "how it was read"], &dates(text, analysis));
    Ok(())
}

fn organizations(analysis: &Value) -> Vec<Vec<String>> {
    let rows = list(&analysis["entities"]).iter().filter(|entity| entity["type"] == "ORG");
    rows.map(|entity| {
        let mut row = name_and_aliases(analysis, entity);
        row.extend([plain(&entity["kind"]), parent(analysis, entity)]);
        row
    })
    .collect()
}

fn others(analysis: &Value) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = list(&analysis["entities"])
        .iter()
        .filter(|entity| entity["type"] != "ORG")
        .map(|entity| {
            let mut row = name_and_aliases(analysis, entity);
            row.push(plain(&entity["type"]));
            row
        })
        .collect();
    rows.sort_by(|a, b| a.last().cmp(&b.last()));
    rows
}

fn name_and_aliases(analysis: &Value, entity: &Value) -> Vec<String> {
    let times = list(&analysis["mentions"]).iter().filter(|mention| mention["entity"] == entity["id"]).count();
    let aliases: Vec<String> = list(&entity["aliases"]).iter().map(plain).collect();
    vec![plain(&entity["name"]), times.to_string(), aliases.join(", ")]
}

/// The name of the larger body, which may be a row of the story or a name.
fn parent(analysis: &Value, entity: &Value) -> String {
    let parent = &entity["parent"];
    let row = list(&analysis["entities"]).iter().find(|other| parent.is_number() && other["id"] == *parent);
    row.map_or_else(|| plain(parent), |row| plain(&row["name"]))
}

fn dates(text: &str, analysis: &Value) -> Vec<Vec<String>> {
    let letters: Vec<char> = text.chars().collect();
    let place = |value: &Value| value.as_u64().map_or(0, |at| at as usize).min(letters.len());
    list(&analysis["dates"])
        .iter()
        .map(|date| {
            let (start, end) = (place(&date["start"]), place(&date["end"]));
            let words: String = letters.get(start..end).unwrap_or_default().iter().collect();
            let value = [plain(&date["value"]), plain(&date["mod"])].join(" ").trim().to_string();
            vec![one_line(&words), value, plain(&date["earliest"]), plain(&date["latest"]), plain(&date["why"])]
        })
        .collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// A value as a reader expects it: nothing for null.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => one_line(text),
        other => other.to_string(),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn table(title: &str, head: &[&str], rows: &[Vec<String>]) {
    println!("\n{title}: {}", rows.len());
    if rows.is_empty() {
        return;
    }
    let head: Vec<String> = head.iter().map(ToString::to_string).collect();
    let widths: Vec<usize> = (0..head.len())
        .map(|column| {
            rows.iter().chain([&head]).filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0).min(60)
        })
        .collect();
    for row in [&head].into_iter().chain(rows) {
        let cells: Vec<String> = row.iter().zip(&widths).map(|(cell, &width)| format!("{cell:width$}")).collect();
        println!("  {}", cells.join("  ").trim_end());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn analysis() -> Value {
        json!({
            "mentions": [{ "entity": 0 }, { "entity": 1 }, { "entity": 0 }],
            "entities": [
                { "id": 0, "type": "ORG", "name": "Central Bank", "aliases": ["the\nBank", "CB"], "kind": "bank", "parent": 1 },
                { "id": 1, "type": "ORG", "name": "Treasury", "aliases": [], "kind": null, "parent": "State" },
                { "id": 2, "type": "PER", "name": "Ann Lee", "aliases": [] },
            ],
            "dates": [{ "start": 3, "end": 7, "value": "2019", "mod": "START", "earliest": "2019-01-01", "latest": null, "why": "a year" }],
        })
    }

    #[test]
    fn rows_of_organizations() {
        let rows = organizations(&analysis());
        assert_eq!(rows[0], ["Central Bank", "2", "the Bank, CB", "bank", "Treasury"]);
        assert_eq!(rows[1], ["Treasury", "1", "", "", "State"]);
        assert_eq!(others(&analysis()), [["Ann Lee", "0", "", "PER"]]);
    }

    #[test]
    fn dates_count_code_points() {
        assert_eq!(dates("🙂é 2019.", &analysis()), [["2019", "2019 START", "2019-01-01", "", "a year"]]);
    }
}
