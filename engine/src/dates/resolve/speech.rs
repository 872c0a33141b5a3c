//! The day from which a speaker counts, and what `then` and `that week` go back to.

use super::{Anchor, Date, Direction, Form, Found, From, Reading, Resolver, Unit, Value, reckon};

/// Speech that a story quotes is no more than so many days old.
const FRESH: i32 = 7;

/// The day of the week that both ends an ISO week and, where weeks begin with it, looks ahead to the next one.
const SUNDAY: i8 = 7;

/// True for `yesterday`, `this morning` in a quotation whose day the story has told.
pub(super) fn is_of_speech(form: &Form, anchor: Anchor) -> bool {
    let counted = matches!(anchor, Anchor::Expression(_));
    match form {
        Form::Shift(Unit::Day, _, From::Publication) => counted,
        Form::Time(_, Some(day)) => is_of_speech(day, anchor),
        _ => false,
    }
}

impl Resolver<'_> {
    /// The day just told, if it is no more than a week ago.
    pub(super) fn day_told(&self) -> Option<(Date, Anchor)> {
        self.context.quoted_day().filter(|(day, _)| self.is_fresh(*day))
    }

    /// Who says `today` in a quotation means the day of speaking: the one just told, else that of the event the story is about.
    pub(super) fn day_of_speech(&self) -> Option<(Date, Anchor)> {
        self.day_told().or_else(|| self.context.lead_day().filter(|(day, _)| self.is_fresh(*day)))
    }

    fn is_fresh(&self, day: Date) -> bool {
        self.published.is_some_and(|published| (0..=FRESH).contains(&day.days_to(published)))
    }

    /// `this week`, written on a Sunday of what is to come, is the week that begins.
    pub(super) fn this_week(&self, found: &Found, sentence: usize) -> Reading {
        let begins = self.published.is_some_and(|day| day.weekday() == SUNDAY) && self.direction(found, sentence) == Direction::Future;
        self.shift(Unit::Week, i32::from(begins), From::Publication)
    }

    /// `later that day`, `the next week`: from the day told; what has happened is not counted from a day to come.
    pub(super) fn shift_from_told(&self, found: &Found, unit: Unit, count: i32, sentence: usize) -> Reading {
        let is_to_come = |day: Date| self.published.is_some_and(|published| day > published);
        let goes_on = unit == Unit::Week && count == 0 && self.direction(found, sentence) == Direction::Future;
        if goes_on && self.context.base(unit).is_some_and(|(day, _)| !is_to_come(day)) {
            return self.shift(unit, count, From::Publication);
        }
        let told = self.context.base(unit).filter(|(day, _)| is_to_come(*day));
        let past = told.filter(|_| self.direction(found, sentence) == Direction::Past).and_then(|_| self.context.past_base());
        match past {
            Some(base) => Self::shift_from(base, unit, count, From::Context),
            None => self.shift(unit, count, From::Context),
        }
    }

    /// `until then`: the date told last.
    pub(super) fn then(&self) -> Reading {
        let Some((value, anchor)) = self.context.last() else { return Reading::unanchored() };
        let why = "the date last mentioned".to_string();
        Reading { value: Some(value.clone()), anchor, why, p: 70, alternatives: Vec::new() }
    }

    /// The day just told, on which something began.
    pub(super) fn first_day(&self) -> Reading {
        let Some((day, anchor)) = self.context.quoted_day().or_else(|| self.context.day_of_clock()) else { return Reading::unanchored() };
        let why = format!("the day on which it began, {}", super::describe(day, anchor));
        Reading { value: Some(Value::Day(day)), anchor, why, p: 65, alternatives: Vec::new() }
    }

    /// The day of what is told of: `the third day of the talks`.
    pub(super) fn day_under_discussion(&self) -> Reading {
        let told = self.context.day_of_clock().or_else(|| Some((self.published?, Anchor::Publication)));
        let Some((day, anchor)) = told else { return Reading::unanchored() };
        let why = super::explain::stretch_of(Unit::Day, day, anchor);
        Reading { value: reckon::shift(day, Unit::Day, 0), anchor, why, p: 60, alternatives: Vec::new() }
    }
}

/// The value of a reading as its first and last day.
pub(super) fn days(reading: &Reading) -> Option<(Date, Date)> {
    reading.value.as_ref().and_then(Value::days)
}
