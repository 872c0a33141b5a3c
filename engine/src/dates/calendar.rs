//! Civil days without clocks or zones, over jiff-core.

use std::fmt;
use std::str::FromStr;

use jiff_core::civil;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A day of the proleptic Gregorian calendar, years 1 to 9999. Printed and read as `2019-10-30`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

impl Date {
    /// The day, if there is one: no 30 February, no year 0.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        let date = civil::Date::new(year, month, day).ok()?;
        (1..=9999).contains(&year).then_some(Self(date))
    }

    /// 1 to 9999.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// 1 to 12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// 1 to 31.
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// The day, or the last of the month where the month is shorter.
    pub fn clamped(year: i32, month: i8, day: i8) -> Option<Self> {
        let year = i16::try_from(year).ok().filter(|year| (1..=9999).contains(year))?;
        let last = days_in_month(year, month)?;
        Self::new(year, month, day.clamp(1, last))
    }

    /// The weekday: 1 is Monday, 7 is Sunday (ISO 8601).
    pub fn weekday(self) -> i8 {
        self.0.weekday().to_monday_one_offset()
    }

    /// So many days later, or earlier if negative.
    pub fn add_days(self, days: i32) -> Option<Self> {
        let date = self.0.checked_add(days).ok()?;
        (1..=9999).contains(&date.year()).then_some(Self(date))
    }

    /// So many months later, on the same day or the last of a shorter month.
    pub fn add_months(self, months: i32) -> Option<Self> {
        let index = (i32::from(self.year()) * 12 + i32::from(self.month()) - 1).checked_add(months)?;
        Self::clamped(index.div_euclid(12), index.rem_euclid(12) as i8 + 1, self.day())
    }

    /// So many years later, on the same day or 28 February.
    pub fn add_years(self, years: i32) -> Option<Self> {
        Self::clamped(i32::from(self.year()).checked_add(years)?, self.month(), self.day())
    }

    /// Days from this day to `other`; negative if `other` is earlier.
    pub fn days_to(self, other: Self) -> i32 {
        self.0.until(other.0)
    }

    /// The first day of its month.
    #[must_use]
    pub fn first_of_month(self) -> Self {
        Self(self.0.first_of_month())
    }

    /// The last day of its month.
    #[must_use]
    pub fn last_of_month(self) -> Self {
        Self(self.0.last_of_month())
    }

    /// The Monday of its ISO week; none before the first Monday of year 1.
    pub fn monday(self) -> Option<Self> {
        self.add_days(1 - i32::from(self.weekday()))
    }

    /// Its ISO week: the year the week belongs to, and its number, 1 to 53.
    pub fn iso_week(self) -> (i16, i8) {
        let week = self.0.to_iso_week_date();
        (week.year(), week.week())
    }

    /// Its quarter, 1 to 4.
    pub fn quarter(self) -> i8 {
        (self.month() + 2) / 3
    }
}

/// The Monday of an ISO week, if the year has that week.
pub fn monday_of_week(year: i16, week: i8) -> Option<Date> {
    let first = Date::new(year, 1, 4)?;
    let monday = first.add_days(1 - i32::from(first.weekday()) + 7 * (i32::from(week) - 1))?;
    (monday.iso_week() == (year, week)).then_some(monday)
}

/// 28 to 31; none for a month outside 1 to 12.
pub fn days_in_month(year: i16, month: i8) -> Option<i8> {
    Some(civil::Date::new(year, month, 1).ok()?.days_in_month())
}

/// The `nth` such weekday of a month; counted from its end if negative.
pub fn nth_weekday(year: i16, month: i8, weekday: i8, nth: i8) -> Option<Date> {
    let first = Date::new(year, month, 1)?;
    let day = if nth > 0 {
        first.add_days((i32::from(weekday) - i32::from(first.weekday())).rem_euclid(7) + 7 * (i32::from(nth) - 1))?
    } else {
        let last = first.last_of_month();
        last.add_days(-(i32::from(last.weekday()) - i32::from(weekday)).rem_euclid(7) + 7 * (i32::from(nth) + 1))?
    };
    (day.month() == month).then_some(day)
}

/// Easter Sunday of the western churches, by the Gregorian reckoning (Meeus, Jones, Butcher).
pub fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let moon = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * sunday) / 451;
    let day = epact + sunday - 7 * late + 114;
    Date::clamped(year, (day / 31) as i8, (day % 31 + 1) as i8)
}

/// Easter Sunday of the eastern churches: the Julian reckoning, as a Gregorian day.
pub fn orthodox_easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let epact = (19 * (year % 19) + 15) % 30;
    let sunday = (2 * (year % 4) + 4 * (year % 7) - epact + 34) % 7;
    let day = epact + sunday + 114;
    let julian = Date::clamped(year, (day / 31) as i8, (day % 31 + 1) as i8)?;
    julian.add_days(year / 100 - year / 400 - 2)
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A text that is no day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotADate(String);

impl fmt::Display for NotADate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is no day of the calendar written as YYYY-MM-DD", self.0)
    }
}

impl std::error::Error for NotADate {}

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let mut parts = text.split('-');
        let mut part = |len: usize| -> Option<i16> {
            let part = parts.next()?;
            (part.len() == len && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok())?
        };
        let date = part(4).zip(part(2)).zip(part(2)).and_then(|((year, month), day)| Self::new(year, month as i8, day as i8));
        date.filter(|_| parts.next().is_none()).ok_or_else(|| NotADate(text.to_string()))
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn dates() -> impl Strategy<Value = Date> {
        (1_i16..=9999, 1_i8..=12, 1_i8..=31).prop_map(|(year, month, day)| Date::clamped(i32::from(year), month, day).unwrap())
    }

    fn jiff_date(date: Date) -> jiff::civil::Date {
        jiff::civil::date(date.year(), date.month(), date.day())
    }

    fn same(ours: Option<Date>, theirs: Result<jiff::civil::Date, jiff::Error>) -> bool {
        let theirs = theirs.ok().filter(|date| (1..=9999).contains(&date.year()));
        ours.map(jiff_date) == theirs
    }

    proptest! {
        #[test]
        fn adding_agrees_with_jiff(date in dates(), count in -40_000_i32..40_000) {
            use jiff::ToSpan;
            prop_assert!(same(date.add_days(count), jiff_date(date).checked_add(count.days())));
            prop_assert!(same(date.add_months(count), jiff_date(date).checked_add(count.months())));
            let years = count / 8;
            prop_assert!(same(date.add_years(years), jiff_date(date).checked_add(years.years())));
        }

        #[test]
        fn weeks_and_weekdays_agree_with_jiff(date in dates()) {
            let theirs = jiff_date(date);
            prop_assert_eq!(date.weekday(), theirs.weekday().to_monday_one_offset());
            let (year, week) = date.iso_week();
            prop_assert_eq!((year, week), (theirs.iso_week_date().year(), theirs.iso_week_date().week()));
            if let Some(monday) = date.monday() {
                prop_assert_eq!(monday.weekday(), 1);
                prop_assert_eq!(monday_of_week(year, week), (1..=9999).contains(&year).then_some(monday));
            }
        }

        #[test]
        fn months_agree_with_jiff(date in dates(), weekday in 1_i8..=7, nth in -5_i8..=5) {
            prop_assume!(nth != 0);
            let theirs = jiff_date(date);
            prop_assert_eq!(jiff_date(date.last_of_month()), theirs.last_of_month());
            prop_assert_eq!(jiff_date(date.first_of_month()), theirs.first_of_month());
            let day = jiff::civil::Weekday::from_monday_one_offset(weekday).unwrap();
            prop_assert!(same(nth_weekday(date.year(), date.month(), weekday, nth), theirs.nth_weekday_of_month(nth, day)));
        }

        #[test]
        fn days_between_agree_with_jiff(one in dates(), other in dates()) {
            let between = (jiff_date(other) - jiff_date(one)).get_days();
            prop_assert_eq!(one.days_to(other), between);
        }

        #[test]
        fn printed_dates_read_back(date in dates()) {
            prop_assert_eq!(date.to_string().parse(), Ok(date));
        }
    }

    #[track_caller]
    fn check(date: Option<Date>, expected: &str) {
        assert_eq!(date.map(|date| date.to_string()).as_deref(), Some(expected));
    }

    #[test]
    fn month_ends_and_leap_days() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        check(day("2019-10-31").add_months(1), "2019-11-30");
        check(day("2019-12-31").add_months(2), "2020-02-29");
        check(day("2020-02-29").add_years(-1), "2019-02-28");
        check(day("2019-12-31").add_days(1), "2020-01-01");
        assert_eq!(day("9999-12-31").add_days(1), None);
        assert_eq!(day("0001-01-01").add_months(-1), None);
        assert_eq!(days_in_month(1900, 2), Some(28));
        assert_eq!(days_in_month(2000, 2), Some(29));
    }

    /// Easter Sundays as the churches' own tables list them.
    #[test]
    fn easter_sundays() {
        for (year, western, eastern) in [
            (1954, "1954-04-18", "1954-04-25"),
            (2000, "2000-04-23", "2000-04-30"),
            (2019, "2019-04-21", "2019-04-28"),
            (2024, "2024-03-31", "2024-05-05"),
            (2025, "2025-04-20", "2025-04-20"),
        ] {
            check(easter(year), western);
            check(orthodox_easter(year), eastern);
        }
    }
}
