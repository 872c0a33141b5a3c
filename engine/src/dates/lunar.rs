//! Named days of calendars that follow the moon: Hebrew and Islamic by arithmetic, Chinese and Hindu by a table.

use super::calendar::Date;
use crate::tables;

/// The day of that number, where 1 January of the year 1 is number 1.
fn from_number(number: i32) -> Option<Date> {
    Date::new(1, 1, 1)?.add_days(number.checked_sub(1)?)
}

/// The number of 1 Tishri of the year 1 of the Hebrew calendar.
const HEBREW_EPOCH: i32 = -1_373_427;
/// Parts of an hour in a day, and in a mean month over its 29 days.
const PARTS_OF_DAY: i32 = 25_920;
const PARTS_OF_MONTH: i32 = 13_753;
/// Where in its day the first new moon fell, in parts.
const FIRST_MOON: i32 = 12_084;

/// Days from the epoch to the new year, before the rules that keep years in bounds.
fn hebrew_days(year: i32) -> i32 {
    let months = (235 * year - 234).div_euclid(19);
    let parts = FIRST_MOON + PARTS_OF_MONTH * months;
    let day = 29 * months + parts.div_euclid(PARTS_OF_DAY);
    // The new year is never a Sunday, Wednesday or Friday.
    if (3 * (day + 1)).rem_euclid(7) < 3 { day + 1 } else { day }
}

/// The number of Rosh Hashanah of a Hebrew year.
fn hebrew_new_year(year: i32) -> i32 {
    let (before, this, next) = (hebrew_days(year - 1), hebrew_days(year), hebrew_days(year + 1));
    let delay = match (next - this, this - before) {
        (356, _) => 2,
        (_, 382) => 1,
        _ => 0,
    };
    HEBREW_EPOCH + this + delay
}

/// Days from Passover to the next Rosh Hashanah.
const PASSOVER_TO_NEW_YEAR: i32 = 163;
/// Years of the Hebrew calendar over the common one, in autumn.
const HEBREW_YEARS: i32 = 3761;

/// So many days after Rosh Hashanah of a year.
pub fn rosh_hashanah(year: i16, days: i32) -> Option<Date> {
    from_number(hebrew_new_year(i32::from(year) + HEBREW_YEARS) + days)
}

/// So many days after the first day of Passover of a year.
pub fn passover(year: i16, days: i32) -> Option<Date> {
    from_number(hebrew_new_year(i32::from(year) + HEBREW_YEARS) - PASSOVER_TO_NEW_YEAR + days)
}

/// Days from Rosh Hashanah to the first day of Hanukkah, 25 Kislev; one more in the years whose second month is full.
const NEW_YEAR_TO_HANUKKAH: i32 = 83;

/// So many days after the first day of Hanukkah of a year.
pub fn hanukkah(year: i16, days: i32) -> Option<Date> {
    let hebrew = i32::from(year) + HEBREW_YEARS;
    let new_year = hebrew_new_year(hebrew);
    let is_full = matches!(hebrew_new_year(hebrew + 1) - new_year, 355 | 385);
    from_number(new_year + NEW_YEAR_TO_HANUKKAH + i32::from(is_full) + days)
}

/// The number of the day before the Islamic calendar began, by its civil reckoning.
const ISLAMIC_EPOCH: i32 = 227_014;

/// The number of a day of the Islamic calendar as it is reckoned; the sighting of the moon may move it by a day.
fn islamic(year: i32, month: i32, day: i32) -> i32 {
    day + 29 * (month - 1) + (6 * month - 1).div_euclid(11) + (year - 1) * 354 + (3 + 11 * year).div_euclid(30) + ISLAMIC_EPOCH
}

/// The first day of that number and month of the Islamic calendar that falls into a year.
pub fn islamic_day(year: i16, month: i32, day: i32) -> Option<Date> {
    let near = (i32::from(year) - 622) * 33 / 32;
    (near - 1..=near + 2).filter_map(|islamic_year| from_number(islamic(islamic_year, month, day))).find(|date| date.year() == year)
}

/// The first and last day of that month of the Islamic calendar, where the first falls into a year.
pub fn islamic_month(year: i16, month: i32) -> Option<(Date, Date)> {
    let near = (i32::from(year) - 622) * 33 / 32;
    let days = |islamic_year: i32| {
        let next = if month == 12 { islamic(islamic_year + 1, 1, 1) } else { islamic(islamic_year, month + 1, 1) };
        Some((from_number(islamic(islamic_year, month, 1))?, from_number(next - 1)?))
    };
    (near - 1..=near + 2).filter_map(days).find(|(first, _)| first.year() == year)
}

/// The days of the table `time_lunar.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    LunarNewYear = 1,
    MidAutumn = 2,
    Diwali = 3,
}

/// A day of the table, of a year from 1900 to 2099.
pub fn listed(year: i16, day: Listed) -> Option<Date> {
    let row = tables::rows(include_str!("../../lexicon/time_lunar.tsv"))
        .find(|row| row.first().is_some_and(|first| first.parse() == Ok(year)))?;
    let (month, day) = row.get(day as usize)?.split_once('-')?;
    Date::new(year, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(date: Option<Date>, expected: &str) {
        assert_eq!(date.map(|date| date.to_string()).as_deref(), Some(expected));
    }

    /// Days as generally known of these years, not looked up in a calendar.
    #[test]
    fn hebrew_days_of_known_years() {
        check(rosh_hashanah(1999, 0), "1999-09-11");
        check(rosh_hashanah(2019, 0), "2019-09-30");
        check(rosh_hashanah(2019, 9), "2019-10-09");
        check(rosh_hashanah(2020, 0), "2020-09-19");
        check(rosh_hashanah(2024, 0), "2024-10-03");
        check(passover(2019, 0), "2019-04-20");
        check(passover(2020, 0), "2020-04-09");
        check(passover(2024, 0), "2024-04-23");
        check(passover(2024, -30), "2024-03-24");
    }

    /// Within a day of the days that were kept.
    #[test]
    fn islamic_days_of_known_years() {
        let near = |date: Option<Date>, kept: &str| {
            let kept: Date = kept.parse().expect("a date");
            assert!(date.is_some_and(|date| date.days_to(kept).abs() <= 1), "{date:?} for {kept}");
        };
        near(islamic_day(2019, 10, 1), "2019-06-04");
        near(islamic_day(2020, 10, 1), "2020-05-24");
        near(islamic_day(2023, 10, 1), "2023-04-21");
        near(islamic_day(2019, 12, 10), "2019-08-11");
        near(islamic_day(2020, 12, 10), "2020-07-31");
        near(islamic_day(1996, 1, 10), "1996-05-28");
    }

    #[test]
    fn chinese_new_years_lie_between_their_bounds() {
        check(listed(2019, Listed::LunarNewYear), "2019-02-05");
        check(listed(2020, Listed::LunarNewYear), "2020-01-25");
        check(listed(2021, Listed::MidAutumn), "2021-09-21");
        for year in 1900..2100 {
            let day = listed(year, Listed::LunarNewYear).expect("a row for each year");
            assert!(Date::new(year, 1, 21) <= Some(day) && Some(day) <= Date::new(year, 2, 21), "{day}");
            let autumn = listed(year, Listed::MidAutumn).expect("a row for each year");
            assert!(Date::new(year, 9, 7) <= Some(autumn) && Some(autumn) <= Date::new(year, 10, 8), "{autumn}");
        }
        assert_eq!(listed(1899, Listed::LunarNewYear), None);
    }

    /// Days as generally known of these years, not looked up in a calendar: an ordinary, a full and a leap year among them.
    #[test]
    fn hanukkah_of_known_years() {
        let all =
            ["2016-12-25", "2017-12-13", "2018-12-03", "2019-12-23", "2020-12-11", "2021-11-29", "2022-12-19", "2023-12-08", "2024-12-26"];
        for (year, expected) in (2016..).zip(all) {
            check(hanukkah(year, 0), expected);
        }
        check(hanukkah(2013, 0), "2013-11-28");
        check(hanukkah(2019, 7), "2019-12-30");
    }

    /// Within a day of the days that were kept.
    #[test]
    fn ramadan_of_known_years() {
        let kept = [
            ("2018-05-16", 2018),
            ("2019-05-06", 2019),
            ("2020-04-24", 2020),
            ("2021-04-13", 2021),
            ("2022-04-02", 2022),
            ("2023-03-23", 2023),
        ];
        for (first, year) in kept {
            let kept: Date = first.parse().expect("a date");
            let (first, last) = islamic_month(year, 9).expect("a month for each year");
            assert!(first.days_to(kept).abs() <= 1, "{first} for {kept}");
            assert_eq!(first.days_to(last), 29, "Ramadan has thirty days as reckoned");
            assert_eq!(islamic_day(year, 10, 1), last.add_days(1));
        }
    }

    /// Days as generally known of these years, not looked up in a calendar.
    #[test]
    fn diwali_of_known_years() {
        let all = [
            "2013-11-03",
            "2014-10-23",
            "2015-11-11",
            "2016-10-30",
            "2017-10-19",
            "2018-11-07",
            "2019-10-27",
            "2020-11-14",
            "2021-11-04",
            "2022-10-24",
            "2023-11-12",
            "2024-10-31",
            "2025-10-20",
        ];
        for (year, expected) in (2013..).zip(all) {
            check(listed(year, Listed::Diwali), expected);
        }
        for year in 1900..2100 {
            let day = listed(year, Listed::Diwali).expect("a row for each year");
            assert!(Date::new(year, 10, 15) <= Some(day) && Some(day) <= Date::new(year, 11, 16), "{day}");
        }
    }
}
