//! Which quarter a report of business is about.

use super::{Direction, Found, Reading, Resolver, Unit, Value, reckon};
use crate::dates::Anchor;
use crate::dates::calendar::Date;
use crate::dates::form::From;

/// The fiscal quarter of a report may lie ahead of the calendar by so many days.
const REPORT_AHEAD: i32 = 100;

/// The first sentences of a story, by index.
const LEAD: usize = 2;

impl Resolver<'_> {
    /// True for a quarter that is over, and for a fiscal one that ended or that the lead reports on.
    pub(super) fn is_report(&self, found: &Found, value: &Value, sentence: usize) -> bool {
        let Some(published) = self.published else { return true };
        let is_over = value.days().is_some_and(|(_, last)| last < published);
        let in_lead = sentence <= LEAD && self.direction(found, sentence) == Direction::Past;
        is_over || self.scan.is_word(found.end, "ended") || matches!(value, Value::Quarter(..)) && in_lead
    }

    /// The quarter that a report is about: the one told about, else the last that was over at publication.
    pub(super) fn reported_quarter(&self, years: i32) -> Reading {
        let over = || Some((self.published?.add_months(-3)?, Anchor::Publication));
        let told = self.told_quarter();
        if years != 0 && (told.is_none() || self.context.is_of_months()) {
            return self.shift(Unit::Year, years, From::Publication);
        }
        let Some((base, anchor)) = told.or_else(over) else { return Reading::unanchored() };
        let value = reckon::shift(base, Unit::Quarter, 4 * years);
        let why = if years == 0 { "the quarter reported".to_string() } else { "the quarter reported, a year before".to_string() };
        Reading { value, anchor, why, p: 75, alternatives: Vec::new() }
    }

    /// The last quarter told, if it can be that of a report.
    fn told_quarter(&self) -> Option<(Date, Anchor)> {
        self.context
            .quarter()
            .filter(|(day, _)| self.published.is_none_or(|published| (-REPORT_AHEAD..400).contains(&day.days_to(published))))
    }

    /// The quarter told about, of that year.
    pub(super) fn reported_of(&self, year: i32) -> Reading {
        match self.told_quarter().filter(|_| !self.context.is_of_months()) {
            Some((base, anchor)) => {
                let value = Some(Value::Quarter(year, base.quarter()));
                Reading { value, anchor, why: "the quarter reported, of that year".to_string(), p: 70, alternatives: Vec::new() }
            }
            None => Reading::said(Value::Year(year)),
        }
    }
}
