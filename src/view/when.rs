//! Dates in words, as exact as the story is and no more.

use dateline_engine::dates::{Date, Granularity};

use crate::words::{self, DateWords};

/// A time in words: `2015`, `October 2019`, `third quarter of 2019`, `since 2015`.
pub fn words(dates: &DateWords, edtf: &str, granularity: Granularity, earliest: Option<Date>, latest: Option<Date>) -> String {
    let approximate = edtf.ends_with(['~', '%', '?']);
    let plain = match (earliest, latest) {
        (Some(from), Some(to)) => between(dates, granularity, from, to),
        (Some(from), None) => words::since(&edge(dates, edtf.split('/').next().unwrap_or_default(), from)),
        (None, Some(to)) => words::until(&edge(dates, edtf.rsplit('/').next().unwrap_or_default(), to)),
        (None, None) => edtf.to_string(),
    };
    if approximate { words::approximately(&plain) } else { plain }
}

/// One end of a range, as exact as its EDTF part.
fn edge(dates: &DateWords, part: &str, date: Date) -> String {
    match part.trim_end_matches(['~', '?', '%']).len() {
        4 => date.year().to_string(),
        7 => dates.month.write(date),
        _ => dates.day.write(date),
    }
}

fn between(dates: &DateWords, granularity: Granularity, from: Date, to: Date) -> String {
    let year = from.year();
    match granularity {
        Granularity::Month => dates.month.write(from),
        Granularity::Quarter => words::quarter((from.month().unsigned_abs() - 1) / 3, year),
        Granularity::Half => words::half(from.month() >= 7, year),
        Granularity::Season => format!("{} {year}", season(from)),
        Granularity::Year => year.to_string(),
        Granularity::Decade => words::decade(year / 10 * 10),
        Granularity::Century => words::century(year / 100 + 1),
        Granularity::Week => words::week_of(&dates.day.write(from)),
        Granularity::Weekend => words::weekend_of(&dates.day.write(from)),
        _ => span(dates, from, to),
    }
}

/// Two ends in as few words as do: `10–12 May 2019`, `2015–2018`.
pub fn span(dates: &DateWords, from: Date, to: Date) -> String {
    let whole_years = (from.month(), from.day()) == (1, 1) && (to.month(), to.day()) == (12, 31);
    if from == to {
        dates.day.write(from)
    } else if whole_years && from.year() == to.year() {
        from.year().to_string()
    } else if whole_years {
        format!("{}–{}", from.year(), to.year())
    } else if (from.year(), from.month()) == (to.year(), to.month()) {
        dates.day.write_with(&format!("{}–{}", from.day(), to.day()), from)
    } else if from.year() == to.year() && !dates.day.begins_with_year() {
        format!("{} – {}", dates.day_and_month.write(from), dates.day.write(to))
    } else {
        format!("{} – {}", dates.day.write(from), dates.day.write(to))
    }
}

fn season(first: Date) -> &'static str {
    match first.month() {
        3..=5 => words::SEASONS[0],
        6..=8 => words::SEASONS[1],
        9..=11 => words::SEASONS[2],
        _ => words::SEASONS[3],
    }
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
        assert_eq!(words(&DateWords::default(), edtf, granularity, from.parse().ok(), to.parse().ok()), expected);
    }

    #[test]
    fn in_words() {
        check("2019-10-30", Granularity::Day, "2019-10-30", "2019-10-30", "30 October 2019");
        check("2019-10", Granularity::Month, "2019-10-01", "2019-10-31", "October 2019");
        check("2019-35", Granularity::Quarter, "2019-07-01", "2019-09-30", "third quarter of 2019");
        check("2019", Granularity::Year, "2019-01-01", "2019-12-31", "2019");
        check("2019~", Granularity::Year, "2019-01-01", "2019-12-31", "about 2019");
        check("199X", Granularity::Decade, "1990-01-01", "1999-12-31", "1990s");
        check("19XX", Granularity::Century, "1900-01-01", "1999-12-31", "20th century");
        check("20XX", Granularity::Century, "2000-01-01", "2099-12-31", "21st century");
        check("2015/2018", Granularity::Range, "2015-01-01", "2018-12-31", "2015–2018");
        check("2019-05-10/2019-05-12", Granularity::Range, "2019-05-10", "2019-05-12", "10–12 May 2019");
        check("2015/..", Granularity::Range, "2015-01-01", "", "since 2015");
        check("../2015-03", Granularity::Range, "", "2015-03-31", "until March 2015");
        check("2019-05-28/2019-06-03", Granularity::Range, "2019-05-28", "2019-06-03", "28 May – 3 June 2019");
        check("2018-12-28/2019-01-03", Granularity::Range, "2018-12-28", "2019-01-03", "28 December 2018 – 3 January 2019");
    }

    #[test]
    fn as_other_places_write_it() {
        use crate::words::{Part, Pattern};
        let english = DateWords::default();
        let text = |text: &str| Part::Text(text.into());
        let pattern = |parts| Pattern { parts, months: english.day.months.clone() };
        let american = DateWords {
            day: pattern(vec![Part::Month, text(" "), Part::Day, text(", "), Part::Year]),
            day_and_month: pattern(vec![Part::Month, text(" "), Part::Day]),
            ..english.clone()
        };
        let iso = DateWords { day: pattern(vec![Part::Year, text(" "), Part::Month, text(" "), Part::Day]), ..english.clone() };
        let (from, to, later) = (Date::new(2019, 5, 10).unwrap(), Date::new(2019, 5, 12).unwrap(), Date::new(2019, 6, 3).unwrap());
        assert_eq!(span(&american, from, to), "May 10–12, 2019");
        assert_eq!(span(&american, from, later), "May 10 – June 3, 2019");
        assert_eq!(span(&iso, from, later), "2019 May 10 – 2019 June 3");
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
