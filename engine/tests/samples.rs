//! The sample stories of the page against their hand-made gold.
//!
//! The gold is what a careful reader finds, so the engine may fall short of it: `samples.floors` says by how much at most.
//! It is a ratchet: whoever betters the engine raises it, nobody lowers it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;
#[path = "support/texts.rs"]
mod texts;

use support::compare::{Figure, Report, compare};
use support::reading::read;
use support::story::{Date, Story, words};
use texts::SAMPLES;

const FLOORS: &str = include_str!("samples.floors");

/// The least that is found and the most that is too much: story, figure, found, extra.
fn floors() -> impl Iterator<Item = (&'static str, &'static str, usize, usize)> {
    FLOORS.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let [story, what, found, extra] = line.split(" | ").map(str::trim).collect::<Vec<_>>().try_into().unwrap();
        (story, what, found.parse().unwrap(), extra.parse().unwrap())
    })
}

/// The figures in the form of `samples.floors`.
fn as_floors(name: &str, report: &Report) -> String {
    let lines = report.figures.iter().map(|figure| format!("{name} | {} | {} | {}", figure.what, figure.found, figure.extra));
    lines.collect::<Vec<_>>().join("\n")
}

/// Asserts that the reading of the sample is at least as good as its floors.
#[track_caller]
fn check(name: &str) {
    let (_, text, gold) = SAMPLES.into_iter().find(|sample| sample.0 == name).unwrap();
    let report = compare(text, &Story::gold(gold), &read(text));
    println!("{report}");
    let floors: Vec<_> = floors().filter(|floor| floor.0 == name).collect();
    assert_eq!(floors.len(), report.figures.len(), "every figure has a floor; now they are\n{}", as_floors(name, &report));
    for (_, what, found, extra) in floors {
        let figure = report.figure(what);
        assert!(figure.found >= found && figure.extra <= extra, "{what}: floor {found}, {extra} extra\n{report}");
    }
}

#[test]
fn communique() {
    check("communique");
}

#[test]
fn business() {
    check("business");
}

#[test]
fn flood() {
    check("flood");
}

#[test]
fn court() {
    check("court");
}

#[test]
fn gold_speaks_of_the_text() {
    for (name, text, gold) in SAMPLES {
        let gold = Story::gold(gold);
        for entity in &gold.entities {
            for &place in &entity.mentions {
                let form = words(text, place);
                assert!(form == entity.name || entity.aliases.contains(&form), "{name}: {form:?} is no form of {}", entity.name);
            }
        }
        for date in &gold.dates {
            assert!(date.ignore || !date.value.is_empty(), "{name}: {:?} has no value", words(text, date.place()));
        }
        for entry in &gold.timeline {
            assert!(text.contains(&entry.sentences[0]), "{name}: {:?} is not in the text", entry.sentences[0]);
        }
    }
}

#[test]
fn gold_names_and_dates_do_not_overlap() {
    for (name, text, gold) in SAMPLES {
        let gold = Story::gold(gold);
        let mut places: Vec<_> = gold.entities.iter().flat_map(|entity| entity.mentions.clone()).collect();
        places.extend(gold.dates.iter().map(Date::place));
        places.sort_unstable();
        for two in places.windows(2) {
            assert!(two[0].1 <= two[1].0, "{name}: {:?} and {:?}", words(text, two[0]), words(text, two[1]));
        }
    }
}

/// A reading that is the gold itself.
fn perfect(gold: &str) -> Story {
    let mut story = Story::gold(gold);
    story.dates.retain(|date| !date.ignore);
    story
}

#[test]
fn a_perfect_reading_has_full_marks() {
    for (_, text, gold) in SAMPLES {
        let report = compare(text, &Story::gold(gold), &perfect(gold));
        let is_full = |figure: &Figure| figure.found == figure.of && figure.extra == 0;
        assert!(report.differences.is_empty() && report.figures.iter().all(is_full), "{report}");
    }
}

#[test]
fn every_mistake_is_noticed() {
    let (_, text, gold) = SAMPLES[0];
    let lost_marks = |spoil: fn(&mut Story)| -> Vec<&str> {
        let mut story = perfect(gold);
        spoil(&mut story);
        let report: Report = compare(text, &Story::gold(gold), &story);
        report.figures.iter().filter(|figure| figure.found < figure.of || figure.extra > 0).map(|figure| figure.what).collect()
    };
    assert_eq!(lost_marks(|story| story.published = None), ["publication date"]);
    assert_eq!(lost_marks(|story| story.entities[0].kind = None), ["kinds"]);
    assert_eq!(lost_marks(|story| story.entities[0].name.make_ascii_uppercase()), ["organizations' titles"]);
    assert_eq!(lost_marks(|story| story.entities[0].aliases.clear()), ["organizations' aliases"]);
    assert_eq!(lost_marks(|story| story.entities[0].mentions.truncate(1)), ["organizations' mentions"]);
    assert_eq!(lost_marks(|story| story.entities[2].parent = Some(String::from("Interpol"))), ["parents"]);
    assert_eq!(lost_marks(|story| story.entities[0].mentions[0].1 += 1), ["organizations' mentions"]);
    assert_eq!(
        lost_marks(|story| story.entities.retain(|entity| entity.r#type != "LOC")),
        ["places", "places' mentions", "places' titles", "places' aliases"]
    );
    assert_eq!(lost_marks(|story| story.dates[0].r#type = String::from("TIME")), ["date values"]);
    assert_eq!(lost_marks(|story| story.dates[0].end += 1), ["dates", "date values"]);
    assert_eq!(lost_marks(|story| story.timeline[0].sentences.clear()), ["timeline"]);
    assert_eq!(lost_marks(|story| story.timeline[0].earliest = Some(String::from("9999-01-01"))), ["timeline order"]);
}
