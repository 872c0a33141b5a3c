//! Measures the merging alone: reads annotated stories `{"id", "text", "entities": [{"type", "mentions": [[start, end], …]}]}`
//! as JSON lines, takes their names as found, and writes what `examples/analyze` would.
//!
//! `cargo run --release -q -p dateline-engine --example resolve_gold < stories.jsonl > resolved.jsonl`

use std::borrow::Cow;
use std::error::Error;
use std::io::{self, BufRead, Write};

use dateline_engine::entities::resolve;
use dateline_engine::export::Export;
use dateline_engine::mentions::tagger::compiled_in;
use dateline_engine::mentions::{Mention, NameType};
use dateline_engine::text::{Document, Span};
use dateline_engine::{Options, analyze};
use serde::Deserialize;

#[derive(Deserialize)]
struct Story {
    id: serde_json::Value,
    text: String,
    entities: Vec<Annotated>,
}

#[derive(Deserialize)]
struct Annotated {
    r#type: NameType,
    mentions: Vec<[usize; 2]>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let story: Story = serde_json::from_str(&line?)?;
        let document = Document::new(&story.text);
        let mut analysis = analyze(&story.text, &Options::default());
        analysis.mentions = gold_mentions(&story);
        analysis.entities = resolve(&document, &mut analysis.mentions, compiled_in().map(|model| &model.resources));
        analysis.timeline.clear();
        serde_json::to_writer(&mut out, &Export::new(&story.id, &story.text, &analysis))?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(())
}

/// The annotated names as mentions; code points become bytes.
fn gold_mentions(story: &Story) -> Vec<Mention> {
    let bytes: Vec<usize> = story.text.char_indices().map(|(at, _)| at).chain([story.text.len()]).collect();
    let byte = |point: usize| bytes.get(point).copied().unwrap_or(story.text.len());
    let mut mentions: Vec<Mention> = story
        .entities
        .iter()
        .flat_map(|entity| entity.mentions.iter().map(|place| (entity.r#type, *place)))
        .map(|(kind, [start, end])| Mention {
            span: Span::new(byte(start), byte(end)),
            kind,
            p: 100,
            why: Cow::Borrowed("annotated"),
            inside: None,
            entity: None,
        })
        .collect();
    mentions.sort_by_key(|mention| (mention.span, mention.kind));
    mentions
}
