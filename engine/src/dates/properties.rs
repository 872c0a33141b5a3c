//! What holds for any story and any day of publication.

use proptest::prelude::*;

use super::{Date, Granularity, TimeExpression, TimexType};
use crate::text::Document;

fn times(text: &str, published: Option<Date>) -> Vec<TimeExpression> {
    super::find(&Document::new(text), &[], published).times
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

/// Sentences whose time is told from the day of publication by a weekday.
const WEEKDAY_PHRASES: &[&str] = &[
    "They met on {}. ",
    "They will meet on {}. ",
    "Talks last {} failed. ",
    "Talks will resume next {}. ",
    "He was seen on {} night. ",
    "It closed on {} of last week. ",
    "The day before {} it rained. ",
    "It began at 5 p.m. {}. ",
    "Polls open this {}. ",
    "It is due {} week. ",
];

/// First and last day of a TIMEX3 date, read by itself; nothing for what is on no calendar.
fn days_of(value: &str) -> Option<(Option<Date>, Option<Date>)> {
    let value = value.split('T').next()?;
    let parts: Vec<&str> = value.split('-').collect();
    let year: i32 = parts[0].parse().ok()?;
    let months = |first: i8, count: i32| {
        let first = Date::new(i16::try_from(year).ok()?, first, 1)?;
        Some((Some(first), first.add_months(count - 1).map(Date::last_of_month)))
    };
    let years = |first: i32, count: i32| {
        Some((Date::new(i16::try_from(first.max(1)).ok()?, 1, 1), Date::new(i16::try_from(first + count - 1).ok()?, 12, 31)))
    };
    match (parts[0].len(), &parts[1..]) {
        (2, []) => years(100 * year, 100),
        (3, []) => years(10 * year, 10),
        (4, []) => years(year, 1),
        (4, [week, rest @ ..]) if week.starts_with('W') => {
            // 4 January lies in the first week.
            let monday = Date::new(i16::try_from(year).ok()?, 1, 4)?.monday()?.add_days(7 * (week[1..].parse::<i32>().ok()? - 1))?;
            let first = if rest.is_empty() { 0 } else { 5 };
            Some((monday.add_days(first), monday.add_days(6)))
        }
        (4, [quarter]) if quarter.starts_with('Q') => months(3 * quarter[1..].parse::<i8>().ok()? - 2, 3),
        (4, [half]) if half.starts_with('H') => months(6 * half[1..].parse::<i8>().ok()? - 5, 6),
        (4, ["SP"]) => months(3, 3),
        (4, ["SU"]) => months(6, 3),
        (4, ["FA"]) => months(9, 3),
        (4, ["WI"]) => months(12, 3),
        (4, [month]) => months(month.parse().ok()?, 1),
        (4, [month, day]) => {
            let day = Date::new(i16::try_from(year).ok()?, month.parse().ok()?, day.parse().ok()?)?;
            Some((Some(day), Some(day)))
        }
        _ => None,
    }
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
    fn any_weekdays_follow_a_shift_of_a_week(
        picks in prop::collection::vec((0_usize..WEEKDAY_PHRASES.len(), 0_usize..7), 1..6), published in published()
    ) {
        let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
        let text: String = picks.iter().map(|(phrase, day)| WEEKDAY_PHRASES[*phrase].replace("{}", days[*day])).collect();
        let (now, later) = (times(&text, Some(published)), times(&text, published.add_days(7)));
        prop_assert_eq!(now.len(), later.len());
        prop_assert!(now.len() >= picks.len(), "{}", text);
        for (now, later) in now.iter().zip(&later) {
            prop_assert_eq!(now.earliest.and_then(|day| day.add_days(7)), later.earliest, "{}", text);
            prop_assert_eq!(now.latest.and_then(|day| day.add_days(7)), later.latest, "{}", text);
        }
    }

    #[test]
    fn values_parse_back_to_their_days(text in word_salad(), published in published()) {
        for time in times(&text, Some(published)).iter().filter(|time| time.granularity != Granularity::Range) {
            if let Some(days) = days_of(&time.value) {
                prop_assert_eq!((time.earliest, time.latest), (days.0, days.1), "{}", &time.value);
            }
        }
    }

    #[test]
    fn leap_days(year in 1600_i16..=2400, published in published()) {
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let full = times(&format!("It burned on 29 February {year}."), Some(published));
        prop_assert_eq!(full.iter().any(|time| time.value == format!("{year:04}-02-29")), is_leap);
        let bare = times("It burned on February 29.", Some(published));
        prop_assert!(bare.iter().all(|time| time.value.ends_with("-02-29") && days_of(&time.value).is_some()));
        prop_assert_eq!(bare.len(), 1);
    }

    #[test]
    fn year_ends(year in 1850_i16..=2100, day in 0_i32..10) {
        let published = Date::new(year, 12, 27).unwrap().add_days(day).unwrap();
        let found = times("Yesterday it rained. Tomorrow it will snow. It snowed last week and will rain next week, as it did last month and last year.", Some(published));
        let earliest: Vec<Date> = found.iter().filter_map(|time| time.earliest).collect();
        let monday = published.monday().unwrap();
        let expected = [
            published.add_days(-1),
            published.add_days(1),
            monday.add_days(-7),
            monday.add_days(7),
            published.first_of_month().add_months(-1),
            Date::new(published.year() - 1, 1, 1),
        ];
        prop_assert_eq!(earliest, expected.into_iter().flatten().collect::<Vec<_>>());
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

/// Each story of a digest counts from its own dateline; a given day is that of what has none.
#[test]
fn a_digest_has_a_day_of_publication_for_each_story() {
    let text = "Ministers agree on a truce\n\nGENEVA, Oct. 30, 2019 (Wire) - Ministers met on Tuesday in the old town.\n\n\
        Storm cuts power on the coast\n\nLISBON, Nov. 4 (Wire) - A storm cut power to thousands of homes on Sunday.\n";
    let of = |published: Option<Date>| times(text, published).iter().map(|time| time.value.clone()).collect::<Vec<_>>();
    let expected = ["2019-10-30", "2019-10-29", "2019-11-04", "2019-11-03"];
    assert_eq!(of(None), expected);
    assert_eq!(of("2019-10-30".parse().ok()), expected);
    let single = "GENEVA, Oct. 30 (Wire) - Ministers met on Tuesday in the old town.";
    assert_eq!(times(single, "2019-10-31".parse().ok()).last().map(|time| time.value.as_str()), Some("2019-10-29"));
}

#[test]
fn sets_tell_how_often_and_of_which() {
    let all = times("He works three days a week, every Monday, each month and twice a year.", None);
    let said: Vec<_> = all.iter().map(|time| (time.value.as_str(), time.quant.as_deref(), time.freq.as_deref())).collect();
    assert_eq!(
        said,
        [("P1W", None, Some("3D")), ("XXXX-WXX-1", Some("EVERY"), None), ("P1M", Some("EACH"), None), ("P1Y", None, Some("2X"))]
    );
}

#[test]
fn a_length_before_an_event_is_also_a_date() {
    let all = times("The vote took place on 12 March 2019. He left two weeks before the vote.", "2019-04-01".parse().ok());
    let other = all.last().and_then(|time| time.alternatives.first()).map(|other| other.value.as_str());
    assert_eq!(other, Some("2019-W09"));
}
