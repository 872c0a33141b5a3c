//! Compiles the gazetteers into phrases as hashes.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use dateline_engine::mentions::tagger::lists::{self, Kind, LONGEST};
use dateline_engine::mentions::tagger::words::key_of;
use dateline_engine::text::tokens::tokenize;

use crate::corpora;

/// File, kind of its names, and the columns that hold names (several values stand between bars).
const SOURCES: &[(&str, Kind, &[&str])] = &[
    ("countries.tsv", Kind::Country, &["name", "aliases"]),
    ("capitals.tsv", Kind::City, &["name"]),
    ("countries.tsv", Kind::Demonym, &["demonyms"]),
    ("demonyms.tsv", Kind::Demonym, &["name", "aliases"]),
    ("admin1_regions.tsv.gz", Kind::Region, &["name", "aliases"]),
    ("rivers_seas.tsv", Kind::Water, &["name"]),
    ("first_names.tsv", Kind::FirstName, &["name"]),
    ("surnames.tsv", Kind::Surname, &["name"]),
    ("international_organizations.tsv", Kind::Intergovernmental, &["name", "acronym_aliases"]),
    ("international_organizations_supraverden.tsv", Kind::Intergovernmental, &["name", "acronym"]),
    ("cameo_international_actors.tsv", Kind::InternationalActor, &["name", "aliases"]),
    ("armed_groups.tsv", Kind::ArmedGroup, &["name", "aliases"]),
    ("government_bodies.tsv", Kind::Government, &["name", "acronym_aliases"]),
    ("us_federal_agencies.tsv", Kind::Government, &["name"]),
    ("political_parties.tsv.gz", Kind::Party, &["name", "acronym"]),
    ("companies.tsv.gz", Kind::Company, &["name", "aliases"]),
    ("media.tsv", Kind::Media, &["name", "aliases"]),
    ("sports_clubs.tsv.gz", Kind::Club, &["name"]),
    ("person_titles.tsv", Kind::Title, &["name"]),
    ("org_head_words.tsv", Kind::HeadWord, &["name"]),
];

/// Towns below this are left out: they are many, and share their names with people.
const SMALLEST_CITY: u64 = 100_000;
const BIG_CITY: u64 = 200_000;

/// Large regions of the world, which no file lists.
const REGIONS: &[&str] = &[
    "africa",
    "asia",
    "europe",
    "america",
    "americas",
    "oceania",
    "antarctica",
    "balkans",
    "caucasus",
    "sahel",
    "levant",
    "gulf",
    "caribbean",
    "mediterranean",
    "pacific",
    "atlantic",
    "middle east",
    "latin america",
    "central asia",
    "south asia",
    "southeast asia",
    "east asia",
    "north africa",
    "west africa",
    "east africa",
    "southern africa",
    "horn of africa",
    "indian ocean",
    "persian gulf",
    "arabian sea",
    "south china sea",
    "black sea",
    "red sea",
    "pacific ocean",
    "atlantic ocean",
    "north america",
    "south america",
    "central america",
    "eastern europe",
    "western europe",
    "scandinavia",
    "maghreb",
    "arctic",
    "far east",
];

/// All phrases as (hash, set of kinds), by hash.
///
/// # Errors
/// If a file cannot be read.
pub fn compile(folder: &Path) -> Result<Vec<(u32, u32)>> {
    let mut phrases = BTreeMap::new();
    let drop = std::env::var("DROP").unwrap_or_default();
    for &(file, kind, columns) in SOURCES {
        if drop.split(',').any(|name| name == file) {
            continue;
        }
        for row in rows(&folder.join(file))? {
            for value in columns.iter().filter_map(|column| row.get(*column)).flat_map(|value| value.split('|')) {
                add(&mut phrases, value, kind);
                if kind == Kind::Demonym {
                    add(&mut phrases, &format!("{value}s"), kind);
                }
            }
        }
    }
    for row in rows(&folder.join("cities.tsv.gz"))? {
        let population: u64 = row.get("population").and_then(|value| value.parse().ok()).unwrap_or(0);
        if population >= SMALLEST_CITY {
            add(&mut phrases, row.get("name").map_or("", String::as_str), if population > BIG_CITY { Kind::BigCity } else { Kind::City });
        }
    }
    well_known(&mut phrases, &folder.join("../../../main/engine/lexicon/organizations.tsv"))?;
    if let Ok(more) = std::env::var("LEX") {
        for file in more.split(',') {
            well_known(&mut phrases, Path::new(file))?;
        }
    }
    for region in REGIONS {
        add(&mut phrases, region, Kind::Region);
    }
    Ok(phrases.into_iter().collect())
}

/// The rows of a table with a header, by column.
fn rows(path: &Path) -> Result<Vec<BTreeMap<String, String>>> {
    let lines = corpora::lines(path)?;
    let mut lines = lines.iter();
    let header: Vec<&str> = lines.next().map_or_else(Vec::new, |line| line.split('\t').collect());
    Ok(lines.map(|line| header.iter().map(ToString::to_string).zip(line.split('\t').map(ToString::to_string)).collect()).collect())
}

fn add(phrases: &mut BTreeMap<u32, u32>, value: &str, kind: Kind) {
    let value = value.trim();
    let value = value.strip_prefix("the ").or_else(|| value.strip_prefix("The ")).unwrap_or(value);
    let is_word = matches!(kind, Kind::Title | Kind::HeadWord);
    let keys: Vec<u32> = tokenize(value).iter().map(|token| key_of(token.of(value))).collect();
    if keys.is_empty() || keys.len() > LONGEST || value.chars().count() < 2 || (is_word && keys.len() > 1) {
        return;
    }
    let hash = lists::cut(keys.iter().fold(0, |hash, &key| lists::step(hash, key)));
    *phrases.entry(hash).or_insert(0) |= kind.bit();
}

/// The table of well-known organizations.
fn well_known(phrases: &mut BTreeMap<u32, u32>, path: &Path) -> Result<()> {
    if std::env::var("NOLEX").is_ok() {
        return Ok(());
    }
    for line in corpora::lines(path)?.iter().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let Some(kind) = columns.get(1).and_then(|kind| list_kind(kind)) else { continue };
        for name in [0, 2, 3].iter().filter_map(|&at| columns.get(at)).flat_map(|names| names.split('|')) {
            add(phrases, name, kind);
            add(phrases, name, Kind::WellKnown);
        }
    }
    Ok(())
}

fn list_kind(name: &str) -> Option<Kind> {
    Some(match name {
        "intergovernmental" => Kind::Intergovernmental,
        "government body" | "legislature" | "court" => Kind::Government,
        "military or police" => Kind::Force,
        "political party" => Kind::Party,
        "company" => Kind::Company,
        "bank" => Kind::Bank,
        "media" => Kind::Media,
        "university or research" => Kind::University,
        "NGO or charity" | "religious" | "union" | "other" => Kind::Society,
        "sports" => Kind::Club,
        "armed group" => Kind::ArmedGroup,
        _ => return None,
    })
}
