//! What holds for any story and any day of publication.

use proptest::prelude::*;

use super::{Date, TimeExpression, TimexType};
use crate::text::Document;

fn times(text: &str, published: Option<Date>) -> Vec<TimeExpression> {
    super::find(&Document::new(text), &[], published).1
}

fn published() -> impl Strategy<Value = Date> {
    (1850_i32..=2100, 1_i8..=12, 1_i8..=31).prop_map(|(year, month, day)| Date::clamped(year, month, day).unwrap())
}

/// Words that times are made of, in any order.
fn word_salad() -> impl Strategy<Value = String> {
    const WORDS: &[&str] = &[
        "the", "a", "last", "next", "this", "past", "two", "several", "30", "12", "2019", "1990", "s", "'", "96", "-", "–", "/", ",", ".",
        "of", "and", "to", "May", "March", "Oct.", "Friday", "weekend", "quarter", "first", "half", "year", "years", "days", "ago",
        "later", "earlier", "p.m.", "GMT", "14:00", "noon", "night", "morning", "every", "daily", "early", "mid", "end", "about", "more",
        "than", "century", "BC", "Easter", "Sunday", "summer", "now", "in", "on", "since", "until", "will", "was", "29", "February", "31",
        "fiscal", "Q3", "dozen", "thousand", "9999", "0001", "hour", "week",
    ];
    prop::collection::vec(prop::sample::select(WORDS), 0..30).prop_map(|words| words.join(" "))
}

/// True for what TIMEX3 writes as a value.
fn is_timex(value: &str) -> bool {
    let plain = |text: &str| text.chars().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase() || matches!(c, '-' | ':' | '_'));
    !value.is_empty() && plain(value)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn any_words_give_sound_times(text in word_salad(), published in published()) {
        let times = times(&text, Some(published));
        prop_assert!(times.windows(2).all(|two| two[0].span.end <= two[1].span.start));
        for time in times {
            prop_assert!(!time.span.of(&text).is_empty() && time.span.of(&text).trim() == time.span.of(&text));
            prop_assert!(time.value.is_empty() || is_timex(&time.value), "{}", time.value);
            prop_assert!(time.earliest.zip(time.latest).is_none_or(|(earliest, latest)| earliest <= latest));
            if time.value.len() == 10 && time.kind == TimexType::Date && !time.value.contains(|c: char| c.is_ascii_uppercase()) {
                let day = time.value.parse::<Date>().unwrap();
                prop_assert!(time.earliest.is_none_or(|earliest| earliest == day));
                prop_assert!(time.latest.is_none_or(|latest| latest == day));
            }
        }
    }

    #[test]
    fn a_week_later_weekdays_are_a_week_later(published in published()) {
        let text = "They met on Monday and last Friday; they will meet on Sunday and next Tuesday. Today it rained, yesterday it snowed.";
        let (now, later) = (times(text, Some(published)), times(text, published.add_days(7)));
        prop_assert_eq!(now.len(), 6);
        for (now, later) in now.iter().zip(&later) {
            prop_assert_eq!(now.earliest.and_then(|day| day.add_days(7)), later.earliest);
        }
    }

    #[test]
    fn a_date_in_full_means_the_same_at_any_time(day in published(), published in published()) {
        let months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
        let month = months[(day.month() - 1) as usize];
        let text = format!("It burned on {} {month} {} and was sold on {month} {}, {}.", day.day(), day.year(), day.day(), day.year());
        let times = times(&text, Some(published));
        prop_assert_eq!(times.len(), 2);
        prop_assert!(times.iter().all(|time| time.value == day.to_string() && time.earliest == Some(day) && time.latest == Some(day)));
    }

    #[test]
    fn years_of_all_ages_resolve(year in 1_i32..=9999, published in published()) {
        let text = format!("The deed is dated {year:04}-02-28.");
        let times = times(&text, Some(published));
        let value = format!("{year:04}-02-28");
        prop_assert!(times.iter().all(|time| time.value == value));
        prop_assert_eq!(times.len(), usize::from(year >= 1000));
    }
}

#[test]
fn without_publication_nothing_relative_is_resolved() {
    let times = times("They met on Friday, three days ago, last year, in March and today.", None);
    assert!(!times.is_empty());
    assert!(times.iter().all(|time| time.value.is_empty() && time.earliest.is_none() && time.is_unresolved()));
}
