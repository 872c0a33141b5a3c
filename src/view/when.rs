//! Dates in words, as exact as the story is and no more.

use dateline_engine::dates::{Date, Granularity};

use crate::words::MONTHS;

/// `30 October 2019`.
pub fn day(date: Date) -> String {
    format!("{} {} {}", date.day(), month_name(date), date.year())
}

/// `30 Oct`, where a year stands nearby.
pub fn day_and_month(date: Date) -> String {
    format!("{} {}", date.day(), short_month(date))
}

/// `Oct`.
pub fn short_month(date: Date) -> &'static str {
    month_name(date).get(..3).unwrap_or_default()
}

fn month_name(date: Date) -> &'static str {
    MONTHS.get(usize::from(date.month().unsigned_abs()) - 1).copied().unwrap_or_default()
}

/// A time in words: `2015`, `October 2019`, `third quarter of 2019`, `since 2015`.
pub fn words(edtf: &str, granularity: Granularity, earliest: Option<Date>, latest: Option<Date>) -> String {
    let approximate = edtf.ends_with(['~', '%', '?']);
    let plain = match (earliest, latest) {
        (Some(from), Some(to)) => between(granularity, from, to),
        (Some(from), None) => format!("since {}", edge(edtf.split('/').next().unwrap_or_default(), from)),
        (None, Some(to)) => format!("until {}", edge(edtf.rsplit('/').next().unwrap_or_default(), to)),
        (None, None) => edtf.to_string(),
    };
    if approximate { format!("about {plain}") } else { plain }
}

/// One end of a range, as exact as its EDTF part.
fn edge(part: &str, date: Date) -> String {
    match part.trim_end_matches(['~', '?', '%']).len() {
        4 => date.year().to_string(),
        7 => format!("{} {}", month_name(date), date.year()),
        _ => day(date),
    }
}

fn between(granularity: Granularity, from: Date, to: Date) -> String {
    let year = from.year();
    match granularity {
        Granularity::Month => format!("{} {year}", month_name(from)),
        Granularity::Quarter => {
            format!("{} quarter of {year}", ["first", "second", "third", "fourth"][usize::from((from.month().unsigned_abs() - 1) / 3) % 4])
        }
        Granularity::Half => format!("{} half of {year}", if from.month() < 7 { "first" } else { "second" }),
        Granularity::Season => format!("{} {year}", season(from)),
        Granularity::Year => year.to_string(),
        Granularity::Decade => format!("{}s", year / 10 * 10),
        Granularity::Century => format!("{} century", ordinal((year - 1) / 100 + 1)),
        Granularity::Week => format!("week of {}", day(from)),
        Granularity::Weekend => format!("weekend of {}", day(from)),
        Granularity::Range => span(from, to),
        _ if from == to => day(from),
        _ => span(from, to),
    }
}

/// Two ends in as few words as do: `10–12 May 2019`, `2015–2018`.
fn span(from: Date, to: Date) -> String {
    let whole_years = (from.month(), from.day()) == (1, 1) && (to.month(), to.day()) == (12, 31);
    if from == to {
        day(from)
    } else if whole_years && from.year() == to.year() {
        from.year().to_string()
    } else if whole_years {
        format!("{}–{}", from.year(), to.year())
    } else if (from.year(), from.month()) == (to.year(), to.month()) {
        format!("{}–{}", from.day(), day(to))
    } else if from.year() == to.year() {
        format!("{} {} – {}", from.day(), month_name(from), day(to))
    } else {
        format!("{} – {}", day(from), day(to))
    }
}

fn season(first: Date) -> &'static str {
    match first.month() {
        3..=5 => "spring",
        6..=8 => "summer",
        9..=11 => "autumn",
        _ => "winter",
    }
}

fn ordinal(number: i16) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// What an HTML `time` may carry: the EDTF if HTML has such a form, else the coarsest that holds it.
pub fn datetime(edtf: &str, earliest: Option<Date>, latest: Option<Date>) -> Option<String> {
    let part = edtf.trim_end_matches(['~', '?', '%']);
    let is_html = matches!(part.len(), 4 | 7 | 10) && part.bytes().all(|b| b.is_ascii_digit() || b == b'-') && !is_season_code(part);
    if is_html {
        return Some(part.to_string());
    }
    earliest.or(latest).map(|date| format!("{:04}", date.year()))
}

/// EDTF writes seasons, quarters and halves as months 21 to 41.
fn is_season_code(part: &str) -> bool {
    part.get(5..7).and_then(|month| month.parse::<u8>().ok()).is_some_and(|month| month > 12)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(edtf: &str, granularity: Granularity, from: &str, to: &str, expected: &str) {
        assert_eq!(words(edtf, granularity, from.parse().ok(), to.parse().ok()), expected);
    }

    #[test]
    fn in_words() {
        check("2019-10-30", Granularity::Day, "2019-10-30", "2019-10-30", "30 October 2019");
        check("2019-10", Granularity::Month, "2019-10-01", "2019-10-31", "October 2019");
        check("2019-35", Granularity::Quarter, "2019-07-01", "2019-09-30", "third quarter of 2019");
        check("2019", Granularity::Year, "2019-01-01", "2019-12-31", "2019");
        check("2019~", Granularity::Year, "2019-01-01", "2019-12-31", "about 2019");
        check("199X", Granularity::Decade, "1990-01-01", "1999-12-31", "1990s");
        check("19XX", Granularity::Century, "1901-01-01", "2000-12-31", "20th century");
        check("2015/2018", Granularity::Range, "2015-01-01", "2018-12-31", "2015–2018");
        check("2019-05-10/2019-05-12", Granularity::Range, "2019-05-10", "2019-05-12", "10–12 May 2019");
        check("2015/..", Granularity::Range, "2015-01-01", "", "since 2015");
        check("../2015-03", Granularity::Range, "", "2015-03-31", "until March 2015");
    }

    #[test]
    fn html_has_no_quarters() {
        let date = Date::new(2019, 7, 1);
        assert_eq!(datetime("2019-35", date, None).as_deref(), Some("2019"));
        assert_eq!(datetime("2019-07", date, None).as_deref(), Some("2019-07"));
        assert_eq!(datetime("2015/..", date, None).as_deref(), Some("2019"));
        assert_eq!(datetime("", None, None), None);
    }
}
