//! How dates are written: in English as shipped, or as the reader's locale writes them.

use std::rc::Rc;

use dateline_engine::dates::Date;

/// The months in English.
const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// A part of a written date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The day of the month.
    Day,
    /// The month by name.
    Month,
    /// The year.
    Year,
    /// What stands between.
    Text(Rc<str>),
}

/// One way to write a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// Its parts, in order.
    pub parts: Vec<Part>,
    /// The months as this pattern writes them; some languages have other forms beside a day.
    pub months: [Rc<str>; 12],
}

impl Pattern {
    /// The date in words.
    pub fn write(&self, date: Date) -> String {
        self.write_with(&date.day().to_string(), date)
    }

    /// The date in words with this for its day: `10–12 May`.
    pub fn write_with(&self, day: &str, date: Date) -> String {
        let month = self.months.get(usize::from(date.month().unsigned_abs()).saturating_sub(1));
        self.parts
            .iter()
            .map(|part| match part {
                Part::Day => day.to_string(),
                Part::Month => month.map(ToString::to_string).unwrap_or_default(),
                Part::Year => date.year().to_string(),
                Part::Text(text) => text.to_string(),
            })
            .collect()
    }

    /// True if the year comes first.
    pub fn begins_with_year(&self) -> bool {
        self.parts.iter().find(|part| !matches!(part, Part::Text(_))) == Some(&Part::Year)
    }
}

/// All the ways in which the page writes dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateWords {
    /// The language of the words, as a BCP 47 tag.
    pub language: Rc<str>,
    /// `30 October 2019`.
    pub day: Pattern,
    /// `30 October`.
    pub day_and_month: Pattern,
    /// `30 Oct`, where a year stands nearby.
    pub short_day: Pattern,
    /// `October 2019`.
    pub month: Pattern,
    /// `Oct`.
    pub short_month: Pattern,
}

impl DateWords {
    /// As American papers write dates; the page is drawn with these when it is built, before a reader's locale can be asked.
    pub fn american() -> Self {
        use Part::{Day, Month, Year};
        let text = |text: &str| Part::Text(text.into());
        let english = Self::default();
        Self {
            language: "en-US".into(),
            day: Pattern { parts: vec![Month, text(" "), Day, text(", "), Year], ..english.day },
            day_and_month: Pattern { parts: vec![Month, text(" "), Day], ..english.day_and_month },
            short_day: Pattern { parts: vec![Month, text(" "), Day], ..english.short_day },
            ..english
        }
    }
}

impl Default for DateWords {
    fn default() -> Self {
        use Part::{Day, Month, Year};
        let space = || Part::Text(" ".into());
        let long = |parts| Pattern { parts, months: MONTHS.map(Rc::from) };
        let short = |parts| Pattern { parts, months: MONTHS.map(|month| Rc::from(&month[..3])) };
        Self {
            language: "en".into(),
            day: long(vec![Day, space(), Month, space(), Year]),
            day_and_month: long(vec![Day, space(), Month]),
            short_day: short(vec![Day, space(), Month]),
            month: long(vec![Month, space(), Year]),
            short_month: short(vec![Month]),
        }
    }
}
