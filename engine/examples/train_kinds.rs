//! Learns what kind of body an organization is: a multinomial logistic regression (`AdaGrad`, L1) over
//! `entities::kinds::evidence`, from annotated stories and the table of well-known organizations.
//!
//! `cargo run --release -p dateline-engine --example train_kinds GAZETTEERS STORIES.jsonl... > engine/model/kinds.tsv`
//! GAZETTEERS is a folder with the lists of [`LISTS`], whose names are further examples.
//! The accuracy by 4-fold cross-fitting over the stories goes to standard error, each error as a line.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use dateline_engine::entities::{Entity, OrganizationKind, kinds, lexicon, resolve};
use dateline_engine::mentions::{EntityId, Mention, NameType};
use dateline_engine::text::{Document, Span};
use serde::Deserialize;

const KINDS: usize = OrganizationKind::NAMES.len();
const EPOCHS: usize = 10;
const RATE: f64 = 0.08;
const L1: f64 = 0.05;
/// Weight of what the lists say, before learning.
const PRIOR: f64 = 4.0;
/// A row of the table counts so much; a story's organization counts 1.
const TABLE_WEIGHT: f64 = 0.4;

/// Lists of names of one kind: a header line, then the name in the first column.
const LISTS: [(&str, OrganizationKind); 5] = [
    ("companies", OrganizationKind::Company),
    ("universities", OrganizationKind::UniversityOrResearch),
    ("political_parties", OrganizationKind::PoliticalParty),
    ("sports_clubs", OrganizationKind::Sports),
    ("armed_groups", OrganizationKind::ArmedGroup),
];
/// So many names of a list are taken, spread over it, and each counts so much.
const LIST_NAMES: usize = 1500;
const LIST_WEIGHT: f64 = 0.15;

#[derive(Deserialize)]
struct Story {
    text: String,
    entities: Vec<Annotated>,
}

#[derive(Deserialize)]
struct Annotated {
    r#type: NameType,
    kind: Option<OrganizationKind>,
    mentions: Vec<[usize; 2]>,
}

/// An organization with its evidence and its kind; `story` is `None` for one of the table.
struct Example {
    name: String,
    evidence: BTreeSet<String>,
    kind: usize,
    story: Option<usize>,
    weight: f64,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut examples = Vec::new();
    let mut n_stories = 0;
    let gazetteers = std::env::args().nth(1).ok_or("no folder of gazetteers given")?;
    for path in std::env::args().skip(2) {
        for line in std::io::read_to_string(std::fs::File::open(path)?)?.lines() {
            examples.extend(of_story(&serde_json::from_str(line)?, n_stories));
            n_stories += 1;
        }
    }
    examples.extend(of_table());
    for (list, kind) in LISTS {
        let text = std::io::read_to_string(std::fs::File::open(format!("{gazetteers}/{list}.tsv"))?)?;
        examples.extend(of_list(&text, kind));
    }
    cross_fit(&examples);
    let model = train(examples.iter());
    print!("{}", as_table(&model));
    Ok(())
}

fn place(kind: OrganizationKind) -> usize {
    OrganizationKind::NAMES.iter().position(|entry| entry.0 == kind).unwrap_or(KINDS - 1)
}

fn of_table() -> Vec<Example> {
    let names = |body: &'static lexicon::Known| std::iter::once(body.name).chain(body.names.iter().copied());
    let bodies = (0..).map_while(|number| lexicon::KNOWN.get(number));
    bodies
        .flat_map(|body| {
            names(body).map(|name| Example {
                name: name.to_string(),
                evidence: kinds::evidence_of_name(name),
                kind: place(body.kind),
                story: None,
                weight: TABLE_WEIGHT,
            })
        })
        .collect()
}

fn of_list(text: &str, kind: OrganizationKind) -> Vec<Example> {
    let names: Vec<&str> = text.lines().skip(1).filter_map(|line| line.split('\t').next()).filter(|name| name.len() > 3).collect();
    let step = names.len().div_ceil(LIST_NAMES).max(1);
    let example = |name: &&str| Example {
        name: (*name).to_string(),
        evidence: kinds::evidence_of_name(name),
        kind: place(kind),
        story: None,
        weight: LIST_WEIGHT,
    };
    names.iter().step_by(step).map(example).collect()
}

/// Each organization of a story: resolved from the annotated names, with the kind of the first annotation it shares a name with.
fn of_story(story: &Story, number: usize) -> Vec<Example> {
    let bytes: Vec<usize> = story.text.char_indices().map(|(at, _)| at).chain([story.text.len()]).collect();
    let byte = |point: usize| bytes.get(point).copied().unwrap_or(story.text.len());
    let mut gold: Vec<(Span, NameType, Option<OrganizationKind>)> = story
        .entities
        .iter()
        .flat_map(|entity| entity.mentions.iter().map(|&[start, end]| (Span::new(byte(start), byte(end)), entity.r#type, entity.kind)))
        .collect();
    gold.sort_by_key(|entry| (entry.0, entry.1));
    let mut mentions: Vec<Mention> = gold
        .iter()
        .map(|&(span, kind, _)| Mention { span, kind, p: 100, why: Cow::Borrowed("annotated"), inside: None, entity: None::<EntityId> })
        .collect();
    let document = Document::new(&story.text);
    let entities: Vec<Entity> = resolve(&document, &mut mentions, None);
    let annotated = |span: Span| gold.iter().find(|entry| entry.0 == span).and_then(|entry| entry.2);
    let kind = |entity: &Entity| entity.mentions.iter().find_map(|&mention| annotated(mentions.get(mention as usize)?.span));
    let reader = kinds::Reader::new(&document, &mentions, &entities);
    (0..entities.len())
        .filter_map(|index| {
            let kind = place(kind(&entities[index])?);
            let name = entities[index].name.clone();
            Some(Example { name, evidence: reader.evidence(index), kind, story: Some(number), weight: 1.0 })
        })
        .collect()
}

type Model = BTreeMap<String, [f64; KINDS]>;

fn cross_fit(examples: &[Example]) {
    let (mut right, mut all) = (0, 0);
    for fold in 0..4 {
        let is_held_out = |example: &&Example| example.story.is_some_and(|story| story % 4 == fold);
        let model = train(examples.iter().filter(|example| !is_held_out(example)));
        for example in examples.iter().filter(is_held_out) {
            let scores = scores(&model, &example.evidence);
            let best = (0..KINDS).max_by(|&one, &other| scores[one].total_cmp(&scores[other]));
            let best = kinds::certain(&example.evidence).map(place).or(best);
            all += 1;
            right += usize::from(best == Some(example.kind));
            if let Some(best) = best.filter(|&best| best != example.kind) {
                let kind = |at: usize| OrganizationKind::NAMES[at].1;
                eprintln!("{}: {}, not {} (story {})", example.name, kind(example.kind), kind(best), example.story.unwrap_or(0));
            }
        }
    }
    eprintln!("kinds by 4-fold cross-fitting: {right} of {all} right, {:.1} %", 100.0 * f64::from(right as u32) / f64::from(all.max(1)));
}

fn scores(model: &Model, evidence: &BTreeSet<String>) -> [f64; KINDS] {
    let mut scores = [0.0; KINDS];
    for weights in evidence.iter().filter_map(|piece| model.get(piece)) {
        for (score, weight) in scores.iter_mut().zip(weights) {
            *score += weight;
        }
    }
    scores
}

fn train<'a>(examples: impl Iterator<Item = &'a Example>) -> Model {
    let examples: Vec<&Example> = examples.collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for piece in examples.iter().flat_map(|example| &example.evidence) {
        *counts.entry(piece).or_default() += 1;
    }
    let is_kept = |piece: &str| counts.get(piece).is_some_and(|&count| count > 1);
    let mut model = prior();
    let mut squares: BTreeMap<&str, [f64; KINDS]> = BTreeMap::new();
    for epoch in 0..EPOCHS {
        // Each epoch goes through the examples in another fixed order.
        let step = [1, 7, 11, 13, 17, 19, 23, 29][epoch % 8];
        for turn in 0..examples.len() {
            let example = examples[(turn * step + epoch) % examples.len()];
            learn(&mut model, &mut squares, example, &is_kept);
        }
    }
    model
}

/// What is believed before any example: a head word means what the lists say, and so does a noun beside the name.
fn prior() -> Model {
    let mut model = Model::new();
    for (kind, (_, name)) in OrganizationKind::NAMES.iter().enumerate() {
        for (piece, weight) in [
            ("known", PRIOR),
            ("head kind", PRIOR),
            ("phrase kind", PRIOR),
            ("parent", PRIOR / 2.0),
            ("is kind", PRIOR),
            ("before kind", PRIOR / 2.0),
            ("called kind", PRIOR / 2.0),
            ("next", PRIOR / 8.0),
            ("around", PRIOR / 8.0),
            ("beside", PRIOR / 4.0),
        ] {
            model.entry(format!("{piece} {name}")).or_insert([0.0; KINDS])[kind] = weight;
        }
    }
    model
}

fn learn<'a>(model: &mut Model, squares: &mut BTreeMap<&'a str, [f64; KINDS]>, example: &'a Example, is_kept: &impl Fn(&str) -> bool) {
    let scores = scores(model, &example.evidence);
    let most = scores.iter().copied().fold(f64::MIN, f64::max);
    let total: f64 = scores.iter().map(|score| (score - most).exp()).sum();
    let gradient: Vec<f64> =
        (0..KINDS).map(|kind| example.weight * ((scores[kind] - most).exp() / total - f64::from(u8::from(kind == example.kind)))).collect();
    for piece in example.evidence.iter().filter(|piece| is_kept(piece)) {
        let weights = model.entry(piece.clone()).or_insert([0.0; KINDS]);
        let squares = squares.entry(piece).or_insert([1e-2; KINDS]);
        for kind in 0..KINDS {
            squares[kind] += gradient[kind] * gradient[kind];
            let rate = RATE / squares[kind].sqrt();
            let moved = weights[kind] - rate * gradient[kind];
            weights[kind] = moved.signum() * (moved.abs() - rate * L1).max(0.0);
        }
    }
}

fn as_table(model: &Model) -> String {
    let mut table = String::from(
        "# What speaks for which kind of organization: kind (its place among the 16) and weight in hundredths.\n\
         # Source: learned by examples/train_kinds from annotated stories (CC0) and organizations.tsv. Licence: CC0.\n",
    );
    for (piece, weights) in model {
        let weights: Vec<(usize, i32)> = weights.iter().map(|weight| (weight * 100.0).round() as i32).enumerate().collect();
        let kept: Vec<String> =
            weights.iter().filter(|entry| entry.1.abs() >= 20).map(|(kind, weight)| format!("{kind}:{weight}")).collect();
        if !kept.is_empty() && !piece.contains('\t') {
            table.extend([piece, "\t", &kept.join(" "), "\n"]);
        }
    }
    table
}
