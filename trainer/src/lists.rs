//! Compiles the gazetteers into phrases as hashes.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use dateline_engine::entities::{OrganizationKind, kinds};
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
    ("government_bodies.tsv", Kind::Government, &["name", "acronym_aliases"]),
    ("us_federal_agencies.tsv", Kind::Government, &["name"]),
    ("media.tsv", Kind::Media, &["name", "aliases"]),
    ("person_titles.tsv", Kind::Title, &["name"]),
    ("org_head_words.tsv", Kind::HeadWord, &["name"]),
];

/// Our own tables of organizations (name, kind, acronyms, other names, parent), and the columns that are taken: acronyms
/// only of the best known, since those of the others mean too many things.
const ORGANIZATIONS: &[(&str, &[usize])] =
    &[("organizations.tsv", &[0, 2, 3]), ("names/companies.tsv", &[0, 3]), ("names/public.tsv", &[0, 3]), ("names/culture.tsv", &[0, 3])];
/// Our own lists of other names: name, kind.
const OTHERS: &[&str] = &["names/persons.tsv", "names/things.tsv"];

/// Where our own tables are, seen from the workspace.
const LEXICON: &str = "engine/lexicon";

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
    for &(file, kind, columns) in SOURCES {
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
    let own = Path::new(LEXICON);
    for (file, columns) in ORGANIZATIONS {
        organizations(&mut phrases, &own.join(file), columns)?;
    }
    for file in OTHERS {
        others(&mut phrases, &own.join(file))?;
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

/// Names of a table of organizations.
fn organizations(phrases: &mut BTreeMap<u32, u32>, path: &Path, taken: &[usize]) -> Result<()> {
    for line in corpora::lines(path)?.iter().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let Some(kind) = columns.get(1).and_then(|name| OrganizationKind::from_name(name)) else { continue };
        for name in taken.iter().filter_map(|&at| columns.get(at)).flat_map(|names| names.split('|')) {
            add(phrases, name, kind_of_body(kind));
            add(phrases, name, Kind::WellKnown);
        }
    }
    Ok(())
}

fn kind_of_body(kind: OrganizationKind) -> Kind {
    kinds::LISTED.iter().find(|entry| entry.1 == kind).map_or(Kind::OtherBody, |entry| entry.0)
}

/// Names of a list of persons or things.
fn others(phrases: &mut BTreeMap<u32, u32>, path: &Path) -> Result<()> {
    for line in corpora::lines(path)?.iter().filter(|line| !line.starts_with('#')) {
        let Some((name, kinds)) = line.split_once('\t') else { continue };
        for kind in kinds.split('|').filter_map(kind_of_thing) {
            add(phrases, name, kind);
        }
    }
    Ok(())
}

fn kind_of_thing(name: &str) -> Option<Kind> {
    Some(match name {
        "given" => Kind::FirstName,
        "surname" => Kind::Surname,
        "facility" => Kind::Facility,
        "product" => Kind::Product,
        "event" | "award" | "disease" => Kind::Event,
        "document" => Kind::Document,
        "work" => Kind::Work,
        "region" => Kind::Region,
        "people" => Kind::Demonym,
        _ => return None,
    })
}
