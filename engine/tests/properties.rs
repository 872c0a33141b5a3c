//! What holds for every text, whatever it says.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/texts.rs"]
mod texts;

use dateline_engine::export::Export;
use dateline_engine::mentions::tagger::compiled_in;
use dateline_engine::mentions::{EntityId, Mention};
use dateline_engine::text::Span;
use dateline_engine::{Analysis, Options, analyze, analyze_watched};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;
use texts::SAMPLES;

/// Pieces that a text in any script may be made of.
const PIECES: &[&str] = &[
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\0",
    "\u{7f}",
    "\u{feff}",
    "\u{200b}",
    "\u{202e}",
    "\u{2028}",
    ".",
    ",",
    "-",
    "–",
    "—",
    "(",
    ")",
    "«",
    "»",
    "“",
    "”",
    "'",
    "’",
    "/",
    "&",
    "🇰🇿",
    "👩‍👩‍👧",
    "e\u{301}",
    "ﬁ",
    "ẞ",
    "İ",
    "ǅ",
    "²",
    "٣",
    "१२",
    "ОБСЕ",
    "Назарбаев",
    "第六届",
    "北京",
    "الأمم المتحدة",
    "ירושלים",
    "กรุงเทพ",
    "OSCE",
    "UN",
    "U.S.",
    "Mr. ",
    "V. ",
    "Kazinform",
    "the",
    "of",
    "Bank",
    "Ministry of",
    "Secretariat",
    "Moscow",
    "On Friday",
    "last",
    "next",
    "ago",
    "two days later",
    "in ",
    "May",
    "2019",
    "2019-10-30",
    "30/10/2019",
    "31 June",
    "29 February",
    "0000",
    "99999",
    "99999999999999999999",
    "3rd",
    "quarter",
    "10 p.m.",
    "between",
    "and",
    "since",
    "1990s",
    "Monday",
    "every",
];

/// Any text: arbitrary characters, mixed scripts, or a damaged part of a sample.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        vec(any::<char>(), 0..300).prop_map(String::from_iter),
        "\\PC{0,300}",
        vec(select(PIECES), 0..120).prop_map(|pieces| pieces.concat()),
        vec(select(PIECES), 0..120).prop_map(|pieces| pieces.join(" ")),
        damaged(),
    ]
}

/// A part of a sample after some accidents.
fn damaged() -> impl Strategy<Value = String> {
    (select(SAMPLES.map(|(_, text, _)| text).to_vec()), any::<Index>(), 0..1500_usize, vec(accident(), 0..12)).prop_map(
        |(text, start, length, accidents)| {
            let skipped = start.index(text.chars().count());
            let part: Vec<char> = text.chars().skip(skipped).take(length).collect();
            accidents.into_iter().fold(part, |part, accident| accident.happen(part)).into_iter().collect()
        },
    )
}

#[derive(Clone, Debug)]
enum Accident {
    Insert(Index, &'static str),
    Delete(Index, usize),
    Repeat(Index, usize),
    Upper,
    Lower,
    OneLine,
}

fn accident() -> impl Strategy<Value = Accident> {
    prop_oneof![
        4 => (any::<Index>(), select(PIECES)).prop_map(|(at, piece)| Accident::Insert(at, piece)),
        4 => (any::<Index>(), 1..40_usize).prop_map(|(at, length)| Accident::Delete(at, length)),
        2 => (any::<Index>(), 1..40_usize).prop_map(|(at, length)| Accident::Repeat(at, length)),
        1 => Just(Accident::Upper),
        1 => Just(Accident::Lower),
        1 => Just(Accident::OneLine),
    ]
}

impl Accident {
    fn happen(self, mut chars: Vec<char>) -> Vec<char> {
        let range = |at: Index, length: usize, chars: &[char]| {
            let start = at.index(chars.len() + 1);
            start..(start + length).min(chars.len())
        };
        match self {
            Self::Insert(at, piece) => {
                let start = at.index(chars.len() + 1);
                chars.splice(start..start, piece.chars());
            }
            Self::Delete(at, length) => {
                let range = range(at, length, &chars);
                chars.drain(range);
            }
            Self::Repeat(at, length) => {
                let range = range(at, length, &chars);
                let again = chars[range.clone()].to_vec();
                chars.splice(range.end..range.end, again);
            }
            Self::Upper => chars = chars.into_iter().flat_map(char::to_uppercase).collect(),
            Self::Lower => chars = chars.into_iter().flat_map(char::to_lowercase).collect(),
            Self::OneLine => chars.retain(|&c| c != '\n'),
        }
        chars
    }
}

fn read(text: &str) -> Analysis {
    analyze(text, &Options::default())
}

fn json(text: &str, analysis: &Analysis) -> Value {
    serde_json::to_value(Export::new(&Value::Null, text, analysis)).unwrap()
}

fn all_spans(analysis: &Analysis) -> Vec<Span> {
    let mut spans = analysis.sentences.clone();
    spans.extend(analysis.layout.iter().map(|block| block.span));
    spans.extend(analysis.mentions.iter().map(|mention| mention.span));
    spans.extend(analysis.times.iter().map(|time| time.span));
    spans.extend(analysis.timeline.iter().flat_map(|entry| [entry.sentence, entry.clause]));
    spans.extend(analysis.published.and_then(|published| published.span));
    spans
}

/// Asserts that two neighbours, in order, do not overlap.
fn apart(spans: impl IntoIterator<Item = Span>) {
    let spans: Vec<Span> = spans.into_iter().collect();
    for two in spans.windows(2) {
        assert!(two[0].end <= two[1].start, "{two:?}");
    }
}

/// Code points before the byte `at`, counted one by one.
fn count(text: &str, at: u32) -> u64 {
    text[..at as usize].chars().count() as u64
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn spans_stand_on_character_borders(text in texts()) {
        for span in all_spans(&read(&text)) {
            prop_assert!(text.get(span.start as usize..span.end as usize).is_some(), "{:?}", span);
        }
    }

    #[test]
    fn sentences_blocks_and_times_follow_each_other(text in texts()) {
        let analysis = read(&text);
        apart(analysis.sentences);
        apart(analysis.layout.iter().map(|block| block.span));
        apart(analysis.times.iter().map(|time| time.span));
        prop_assert!(analysis.times.iter().all(|time| !time.span.is_empty()));
    }

    #[test]
    fn mentions_are_in_order_and_nested_soundly(text in texts()) {
        let mentions = read(&text).mentions;
        prop_assert!(mentions.is_sorted_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end))));
        apart(mentions.iter().filter(|mention| mention.inside.is_none()).map(|mention| mention.span));
        for (index, mention) in mentions.iter().enumerate() {
            prop_assert!(!mention.span.is_empty() && mention.p <= 100);
            if let Some(outer) = mention.inside {
                let outer: Option<&Mention> = mentions.get(outer as usize).filter(|_| (outer as usize) < index);
                prop_assert!(outer.is_some_and(|outer| outer.span.contains(mention.span) && outer.span != mention.span), "{:?}", mention);
            }
        }
    }

    #[test]
    fn mentions_and_entities_list_each_other(text in texts()) {
        let analysis = read(&text);
        for (index, entity) in analysis.entities.iter().enumerate() {
            prop_assert_eq!(entity.id, EntityId(index as u32));
            prop_assert!(!entity.name.is_empty() && !entity.mentions.is_empty());
            prop_assert!(entity.mentions.is_sorted());
            for &mention in &entity.mentions {
                prop_assert_eq!(analysis.mentions[mention as usize].entity, Some(entity.id));
            }
        }
        for (index, mention) in analysis.mentions.iter().enumerate() {
            prop_assert!(mention.inside.is_some() || mention.entity.is_some(), "{:?}", mention);
            if let Some(entity) = mention.entity {
                let entity = &analysis.entities[entity.0 as usize];
                prop_assert!(entity.mentions.contains(&(index as u32)), "{:?} is not in {:?}", mention, entity);
                prop_assert!(mention.inside.is_some() || mention.kind == entity.kind, "{:?} in {:?}", mention, entity);
            }
        }
    }

    #[test]
    fn the_timeline_is_ordered(text in texts()) {
        let analysis = read(&text);
        prop_assert!(analysis.timeline.is_sorted_by_key(|entry| entry.earliest));
        for entry in &analysis.timeline {
            prop_assert!(entry.earliest.is_none() || entry.latest.is_none() || entry.earliest <= entry.latest, "{:?}", entry);
            prop_assert!(!entry.times.is_empty() && entry.times.iter().all(|&time| (time as usize) < analysis.times.len()));
            prop_assert!(entry.entities.iter().all(|entity| (entity.0 as usize) < analysis.entities.len()));
            prop_assert!(entry.sentence.contains(entry.clause), "{:?}", entry);
        }
    }

    #[test]
    fn the_same_text_gives_the_same_bytes(text in texts()) {
        let (first, second) = (read(&text), read(&text));
        prop_assert_eq!(&first, &second);
        prop_assert_eq!(serde_json::to_vec(&first).unwrap(), serde_json::to_vec(&second).unwrap());
        prop_assert_eq!(json(&text, &first).to_string(), json(&text, &second).to_string());
    }

    #[test]
    fn progress_goes_forward_to_its_end(text in texts()) {
        let mut told = Vec::new();
        let watched = analyze_watched(compiled_in(), &text, &Options::default(), &mut |done| told.push(done));
        prop_assert!(told.is_sorted() && told.last() == Some(&1_000), "{:?}", told);
        prop_assert_eq!(watched, read(&text));
    }

    #[test]
    fn exported_offsets_count_code_points(text in texts()) {
        let analysis = read(&text);
        let exported = json(&text, &analysis);
        let spans = analysis.mentions.iter().map(|mention| mention.span).chain(analysis.times.iter().map(|time| time.span));
        let objects = [&exported["mentions"], &exported["dates"]].into_iter().flat_map(|list| list.as_array().unwrap());
        for (span, object) in spans.zip(objects) {
            prop_assert_eq!(object["start"].as_u64(), Some(count(&text, span.start)));
            prop_assert_eq!(object["end"].as_u64(), Some(count(&text, span.end)));
        }
        for (entry, object) in analysis.timeline.iter().zip(exported["timeline"].as_array().unwrap()) {
            prop_assert_eq!(&object["sentence"], &Value::from(vec![count(&text, entry.sentence.start), count(&text, entry.sentence.end)]));
            prop_assert_eq!(&object["clause"], &Value::from(vec![count(&text, entry.clause.start), count(&text, entry.clause.end)]));
        }
    }
}
