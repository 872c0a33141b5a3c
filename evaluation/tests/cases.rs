//! Small cases of our own, counted by hand.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use dateline_evaluation::gold::Document;
use dateline_evaluation::measures::Count;
use dateline_evaluation::run::story_figures;
use dateline_evaluation::system::Answer;
use dateline_evaluation::{dates, names, stories};
use serde_json::{Value, json};

/// Places of words: `at("World Bank")` is its first place in the text.
const TEXT: &str = "The World Bank (WB) paid in 2015. The WB’s office, the Red Cross and Ann Lee wait since Monday.";

fn at(words: &str) -> (usize, usize) {
    let byte = TEXT.find(words).unwrap();
    let start = TEXT[..byte].chars().count();
    (start, start + words.chars().count())
}

fn document(value: Value) -> Document {
    serde_json::from_value(value).unwrap()
}

fn answer(value: Value) -> Answer {
    serde_json::from_value(value).unwrap()
}

fn mention(words: &str, kind: &str, entity: u32) -> Value {
    let (start, end) = at(words);
    json!({ "start": start, "end": end, "type": kind, "entity": entity })
}

fn gold_story() -> Document {
    document(json!({
        "id": "a", "text": TEXT, "published": "2015-04-01", "dateline": true,
        "entities": [
            { "type": "ORG", "name": "World Bank", "forms": ["World Bank", "WB"], "kind": "bank", "mentions": [at("World Bank"), at("WB")] },
            { "type": "ORG", "name": "Red Cross", "forms": ["Red Cross"], "kind": "NGO or charity", "mentions": [at("Red Cross")] },
            { "type": "PER", "name": "Ann Lee", "forms": ["Ann Lee"], "mentions": [at("Ann Lee")] },
        ],
    }))
}

#[test]
fn two_organizations_in_one_row() {
    let said = answer(json!({
        "mentions": [mention("The World Bank", "ORG", 0), mention("WB", "ORG", 0), mention("Red Cross", "ORG", 0), mention("Ann", "PER", 1)],
        "entities": [{ "id": 0, "type": "ORG", "name": "the World Bank", "kind": "bank" }, { "id": 1, "type": "PER", "name": "Ann" }],
    }));
    let mut score = stories::Score::default();
    score.add(&gold_story(), &said);
    score.add_published(&gold_story(), Some("2015-04-01"));
    let figures = story_figures(&score);
    assert_eq!(figures["names"]["ORG"], json!({ "p": 100.0, "r": 100.0, "f1": 100.0, "n": 3 }));
    assert_eq!(figures["names"]["PER"], json!({ "p": 0.0, "r": 0.0, "f1": 0.0, "n": 1 }));
    // One row for two organizations; it holds a mention of the other one, so it is not clean.
    assert_eq!(figures["rows"], json!({ "p": 100.0, "r": 50.0, "f1": 66.7, "n": 2 }));
    assert_eq!(figures["rows_clean"]["f1"], 0.0);
    // Precision (2/3 + 2/3 + 1/3) / 3 = 5/9, recall 1, so F1 = 10/14.
    assert_eq!(figures["merging"], json!({ "b3_f1": 71.4, "splits": 0, "false_merges": 1 }));
    assert_eq!(
        [&figures["title"], &figures["kind"], &figures["published"], &figures["parent"]],
        [&json!(100.0), &json!(100.0), &json!(100.0), &Value::Null]
    );
}

#[test]
fn one_organization_in_two_rows() {
    let said = answer(json!({
        "mentions": [mention("World Bank", "ORG", 0), mention("WB", "ORG", 1), mention("Red Cross", "ORG", 2)],
        "entities": [
            { "id": 0, "type": "ORG", "name": "World Bank", "kind": "company" },
            { "id": 1, "type": "ORG", "name": "WB" },
            { "id": 2, "type": "ORG", "name": "Red Cross", "kind": "NGO or charity" },
        ],
    }));
    let mut score = stories::Score::default();
    score.add(&gold_story(), &said);
    let figures = story_figures(&score);
    assert_eq!(figures["rows"], json!({ "p": 66.7, "r": 100.0, "f1": 80.0, "n": 2 }));
    // Only the row of the Red Cross is clean: the other lacks a form of its own.
    assert_eq!(figures["rows_clean"], json!({ "p": 33.3, "r": 50.0, "f1": 40.0, "n": 2 }));
    // Precision 1, recall (1/2 + 1/2 + 1) / 3 = 2/3.
    assert_eq!(figures["merging"], json!({ "b3_f1": 80.0, "splits": 1, "false_merges": 0 }));
    assert_eq!(figures["kind"], 50.0);
}

#[test]
fn flat_names() {
    let entity = |words: &str, kind: &str| json!({ "start": at(words).0, "end": at(words).1, "type": kind });
    let gold = document(
        json!({ "id": "a", "text": TEXT, "entities": [entity("World Bank", "ORG"), entity("WB", "ORG"), entity("Ann Lee", "PERSON"), entity("Monday", "MISC")] }),
    );
    let said = answer(
        json!({ "mentions": [mention("The World Bank", "ORG", 0), mention("WB’s", "ORG", 0), mention("Ann", "PER", 1), mention("Red Cross", "PER", 2)] }),
    );
    let mut score = names::Score::default();
    score.add(&gold, &said, &["ORG", "PER", "LOC"]);
    let [organizations, people] = ["ORG", "PER"].map(|name| score.by_type[name]);
    assert_eq!(organizations.exact, Count { right: 0, said: 2, gold: 2 });
    // The second WB stands elsewhere than the first: one span right, but the list is the same.
    assert_eq!(organizations.norm, Count { right: 1, said: 2, gold: 2 });
    assert_eq!(organizations.list, Count { right: 2, said: 2, gold: 2 });
    assert_eq!(people.overlap, Count { right: 1, said: 2, gold: 1 });
    assert_eq!(score.confusion[&("-".to_string(), "PER".to_string())], 2);
}

#[test]
fn times() {
    let timex = |words: &str, value: &str| json!({ "start": at(words).0, "end": at(words).1, "type": "DATE", "value": value });
    let gold = document(
        json!({ "id": "a", "text": TEXT, "timex": [timex("2015", "2015"), timex("since Monday", "2015-03-30"), { "start": 0, "end": 3, "ignore": true }] }),
    );
    let said = answer(
        json!({ "dates": [timex("2015", "2015-01-01"), timex("Monday", "2015-03-30"), timex("The", "2019"), timex("office", "PT1H")] }),
    );
    let mut score = dates::Score::default();
    score.add(&gold, &said, false);
    assert_eq!([score.n_gold, score.n_said, score.strict, score.relaxed, score.r#type, score.value], [2, 3, 1, 2, 2, 1]);
    let mut calendar = dates::Score::default();
    calendar.add(&gold, &said, true);
    assert_eq!([calendar.n_gold, calendar.n_said, calendar.value], [2, 2, 1]);
}
