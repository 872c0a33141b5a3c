//! Resolved times and how they are written: TIMEX3 values, EDTF strings, first and last day.

use super::Granularity;
use super::calendar::{self, Date};

/// Units of time, in the order of the word list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Unit {
    /// By its number in the word list, and how many of it that word means: a fortnight is two weeks.
    pub fn from_number(number: i32) -> Option<(Self, i32)> {
        const UNITS: [Unit; 10] = [
            Unit::Second,
            Unit::Minute,
            Unit::Hour,
            Unit::Day,
            Unit::Week,
            Unit::Month,
            Unit::Quarter,
            Unit::Year,
            Unit::Decade,
            Unit::Century,
        ];
        match number {
            10 => Some((Self::Week, 2)),
            11 => Some((Self::Millennium, 1)),
            _ => UNITS.get(usize::try_from(number).ok()?).map(|unit| (*unit, 1)),
        }
    }

    /// True for hours and shorter.
    pub fn is_of_clock(self) -> bool {
        self <= Self::Hour
    }

    /// In plain words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
            Self::Millennium => "millennium",
        }
    }

    fn designator(self) -> &'static str {
        match self {
            Self::Second => "S",
            Self::Minute | Self::Month => "M",
            Self::Hour => "H",
            Self::Day => "D",
            Self::Week => "W",
            Self::Quarter => "Q",
            Self::Year => "Y",
            Self::Decade => "DE",
            Self::Century => "CE",
            Self::Millennium => "ML",
        }
    }

    /// The next smaller unit, and how many make one.
    fn smaller(self) -> (Self, i32) {
        match self {
            Self::Second | Self::Minute => (Self::Second, 60),
            Self::Hour => (Self::Minute, 60),
            Self::Day => (Self::Hour, 24),
            Self::Week => (Self::Day, 7),
            Self::Month => (Self::Day, 30),
            Self::Quarter => (Self::Month, 3),
            Self::Year => (Self::Month, 12),
            Self::Decade => (Self::Year, 10),
            Self::Century => (Self::Year, 100),
            Self::Millennium => (Self::Year, 1000),
        }
    }
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// In halves of the unit; negative if it is not told.
    pub halves: i32,
    /// Of what.
    pub unit: Unit,
}

impl Length {
    /// TIMEX3, as ISO 8601 with TimeML's `X`, `DE`, `CE`: `P3M`, `PT1M30S`, `PXY`.
    pub fn timex(self) -> String {
        let clock = if self.unit.is_of_clock() { "T" } else { "" };
        let letter = self.unit.designator();
        if self.halves < 0 {
            return format!("P{clock}X{letter}");
        }
        let whole = self.halves / 2;
        if self.halves % 2 == 0 {
            return format!("P{clock}{whole}{letter}");
        }
        let (smaller, many) = self.unit.smaller();
        let rest = many / 2;
        if self.unit >= Unit::Decade {
            return format!("P{}Y", whole * many + rest);
        }
        if self.unit == Unit::Day {
            return format!("PT{}H", whole * many + rest);
        }
        if matches!(self.unit, Unit::Week | Unit::Month) {
            return format!("P{}D", whole * many + rest);
        }
        let whole = if whole == 0 { String::new() } else { format!("{whole}{letter}") };
        format!("P{clock}{whole}{rest}{}", smaller.designator())
    }
}

/// `P2Y3M`, `PT1H59M`: the larger units first, those of the clock behind one `T`.
fn together(lengths: &[Length]) -> String {
    let mut value = String::from("P");
    for length in lengths {
        let part = length.timex();
        let part = part.strip_prefix('P').unwrap_or(&part);
        let is_first_of_clock = !value.contains('T');
        value.push_str(if is_first_of_clock { part } else { part.trim_start_matches('T') });
    }
    value
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeOfDay {
    /// Hour and minute, as 100 h + m.
    Clock(i32),
    /// A TimeML part of the day: `MO`, `MI`, `AF`, `EV`, `NI`, `DT`.
    Part(&'static str),
}

impl TimeOfDay {
    /// By the number of the word list.
    pub fn part(number: i32) -> Self {
        Self::Part(match number {
            1 | 5 => "MO",
            2 => "AF",
            3 => "EV",
            _ => "NI",
        })
    }

    /// What stands behind the day in a TIMEX3 value.
    pub fn timex(self) -> String {
        match self {
            Self::Clock(clock) => format!("T{:02}:{:02}", clock / 100, clock % 100),
            Self::Part(part) => format!("T{part}"),
        }
    }
}

/// TimeML's words for times that are on no calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference {
    Past,
    Present,
    Future,
}

/// A time, resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Day(Date),
    Time(Date, TimeOfDay),
    /// From a day to another, both in it: `Ramadan`.
    Days(Date, Date),
    Week(i32, i8),
    Weekend(i32, i8),
    Month(i32, i8),
    Quarter(i32, i8),
    Half(i32, i8),
    /// 1 spring, 2 summer, 3 autumn, 4 winter.
    Season(i32, i8),
    Year(i32),
    /// Its first three digits.
    Decade(i32),
    /// Its first two digits.
    Century(i32),
    /// Years before Christ.
    Bc(i32),
    /// A time of a day that is not known.
    AnyDay(TimeOfDay),
    Reference(Reference),
    Length(Length),
    /// Lengths that make one: `2 hours and 5 minutes`.
    Lengths(Vec<Length>),
    /// What comes again.
    Set(Recurrence),
}

/// A time that comes again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurrence {
    /// TIMEX3 value: `XXXX-WXX-1`, `P1Y`.
    pub value: String,
    /// TIMEX3 `quant`: `EVERY`, `EACH`, `MOST`.
    pub quant: Option<&'static str>,
    /// TIMEX3 `freq`: `2X`, `3D`.
    pub freq: Option<String>,
}

impl Recurrence {
    /// One of that value, without more.
    pub fn of(value: impl Into<String>) -> Self {
        Self { value: value.into(), quant: None, freq: None }
    }
}

impl Value {
    /// The TIMEX3 value.
    pub fn timex(&self) -> String {
        const SEASONS: [&str; 4] = ["SP", "SU", "FA", "WI"];
        match self {
            Self::Day(date) => date.to_string(),
            Self::Time(date, time) => format!("{date}{}", time.timex()),
            Self::Days(first, last) => format!("{first}/{last}"),
            Self::Week(year, week) => format!("{year:04}-W{week:02}"),
            Self::Weekend(year, week) => format!("{year:04}-W{week:02}-WE"),
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Quarter(year, quarter) => format!("{year:04}-Q{quarter}"),
            Self::Half(year, half) => format!("{year:04}-H{half}"),
            Self::Season(year, season) => format!("{year:04}-{}", SEASONS[(*season - 1).clamp(0, 3) as usize]),
            Self::Year(year) => format!("{year:04}"),
            Self::Decade(decade) => format!("{decade:03}"),
            Self::Century(century) => format!("{century:02}"),
            Self::Bc(year) => format!("BC{year:04}"),
            Self::AnyDay(time) => format!("XXXX-XX-XX{}", time.timex()),
            Self::Reference(Reference::Past) => "PAST_REF".to_string(),
            Self::Reference(Reference::Present) => "PRESENT_REF".to_string(),
            Self::Reference(Reference::Future) => "FUTURE_REF".to_string(),
            Self::Length(length) => length.timex(),
            Self::Lengths(lengths) => together(lengths),
            Self::Set(set) => set.value.clone(),
        }
    }

    /// EDTF (ISO 8601-2), where it has one.
    pub fn edtf(&self) -> Option<String> {
        let days = |days: Option<(Date, Date)>| days.map(|(first, last)| format!("{first}/{last}"));
        Some(match self {
            Self::Day(date) | Self::Time(date, _) => date.to_string(),
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Season(year, season) => format!("{year:04}-{}", 20 + season),
            Self::Quarter(year, quarter) => format!("{year:04}-{}", 32 + quarter),
            Self::Half(year, half) => format!("{year:04}-{}", 39 + half),
            Self::Year(year) => format!("{year:04}"),
            Self::Decade(decade) => format!("{decade:03}X"),
            Self::Century(century) => format!("{century:02}XX"),
            Self::Bc(year) => format!("-{:04}", year - 1),
            Self::Days(..) | Self::Week(..) | Self::Weekend(..) => return days(self.days()),
            Self::AnyDay(_) | Self::Reference(_) | Self::Length(_) | Self::Lengths(_) | Self::Set(_) => return None,
        })
    }

    /// First and last day; none if it is on no calendar of the years 1 to 9999.
    pub fn days(&self) -> Option<(Date, Date)> {
        let months = |year: i32, month: i32, count: i32| {
            let first = Date::clamped(year, 1, 1)?.add_months(month - 1)?;
            Some((first, first.add_months(count - 1)?.last_of_month()))
        };
        let years = |year: i32, count: i32| Some((Date::clamped(year.max(1), 1, 1)?, Date::clamped(year + count - 1, 12, 31)?));
        match *self {
            Self::Day(date) | Self::Time(date, _) => Some((date, date)),
            Self::Days(first, last) => Some((first, last)),
            Self::Week(year, week) => {
                let monday = calendar::monday_of_week(year as i16, week)?;
                Some((monday, monday.add_days(6)?))
            }
            Self::Weekend(year, week) => {
                let monday = calendar::monday_of_week(year as i16, week)?;
                Some((monday.add_days(5)?, monday.add_days(6)?))
            }
            Self::Month(year, month) => months(year, i32::from(month), 1),
            Self::Quarter(year, quarter) => months(year, 3 * i32::from(quarter) - 2, 3),
            Self::Half(year, half) => months(year, 6 * i32::from(half) - 5, 6),
            Self::Season(year, season) => months(year, 3 * i32::from(season), 3),
            Self::Year(year) => years(year, 1),
            Self::Decade(decade) => years(10 * decade, 10),
            Self::Century(century) => years(100 * century, 100),
            Self::Bc(_) | Self::AnyDay(_) | Self::Reference(_) | Self::Length(_) | Self::Lengths(_) | Self::Set(_) => None,
        }
    }

    /// How exact it is.
    pub fn granularity(&self) -> Granularity {
        match self {
            Self::Day(_) => Granularity::Day,
            Self::Time(..) | Self::AnyDay(_) => Granularity::Time,
            Self::Days(..) => Granularity::Range,
            Self::Week(..) => Granularity::Week,
            Self::Weekend(..) => Granularity::Weekend,
            Self::Month(..) => Granularity::Month,
            Self::Quarter(..) => Granularity::Quarter,
            Self::Half(..) => Granularity::Half,
            Self::Season(..) => Granularity::Season,
            Self::Year(_) | Self::Bc(_) => Granularity::Year,
            Self::Decade(_) => Granularity::Decade,
            Self::Century(_) => Granularity::Century,
            Self::Reference(_) => Granularity::Vague,
            Self::Length(_) | Self::Lengths(_) => Granularity::Duration,
            Self::Set(_) => Granularity::Set,
        }
    }
}
