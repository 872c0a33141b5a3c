//! Days, months and seasons that come again: which one is meant, and which else may be.

use super::{Direction, Found, Pick, Point, Reading, Resolver, Value, direction, reckon, recognize};
use crate::dates::calendar::Date;
use crate::dates::explain::explain;
use crate::dates::words::Class;
use crate::dates::{Alternative, Anchor};
use crate::text::{BlockKind, dateline};

/// A story that tells of so many days ago looks ahead from there, too.
const OLD: i32 = 5 * 366;

impl Resolver<'_> {
    pub(super) fn point(&self, found: &Found, point: Point, pick: Pick, sentence: usize) -> Reading {
        let ended = found.first.checked_sub(1).is_some_and(|before| self.scan.is_word(before, "ended"));
        let pick = if ended && pick == Pick::Bare && matches!(point, Point::MonthDay(..) | Point::Month(_)) { Pick::Last } else { pick };
        if let Some(reading) = self.joined(found, point, pick) {
            return reading;
        }
        let direction = self.direction(found, sentence);
        let told = self.context.for_point(point, pick, self.published).or_else(|| self.year_of_name(found, point, pick, sentence));
        let is_old = |day: Date| !self.context.is_recent() && self.published.is_some_and(|published| day.days_to(published) > OLD);
        let then = || self.day_then(found, point, pick, sentence);
        let told = told.filter(|(day, _)| pick != Pick::Bare || direction == Direction::Past || is_old(*day));
        let then = if told.is_none() { then() } else { None };
        let direction = if then.is_some() { Direction::Future } else { direction };
        let Some((base, anchor)) = told.or(then).or_else(|| Some((self.published?, Anchor::Publication))) else {
            return Reading::unanchored();
        };
        let value = match self.told_beside(found, point, pick, base).filter(|_| told.is_none()) {
            Some(value) => Some(value),
            None => reckon::point(base, point, pick, direction, told.is_some()),
        };
        let side = value.as_ref().and_then(Value::days).map(|days| side(days, base));
        let why = explain(point, pick, direction, side, (base, anchor));
        let alternatives: Vec<Alternative> = match pick {
            Pick::Bare if told.is_none() && direction == Direction::Unknown => other_side(base, point, value.as_ref(), side),
            Pick::Next | Pick::Last => other_week(base, point, pick),
            _ => None,
        }
        .into_iter()
        .collect();
        let p = match (pick, alternatives.is_empty()) {
            (Pick::Bare, true) => 85,
            (_, true) => 92,
            (_, false) => 70,
        };
        Reading { value, anchor, why, p, alternatives }
    }

    /// The day or month that what stands beside it tells: `Monday, March 26`; `since March`; the day of a dateline, which is over.
    fn told_beside(&self, found: &Found, point: Point, pick: Pick, base: Date) -> Option<Value> {
        if pick != Pick::Bare || !matches!(point, Point::Month(_) | Point::MonthDay(..)) {
            return None;
        }
        let nearest = reckon::point(base, point, pick, Direction::Unknown, false);
        if let Some(weekday) = self.weekday_beside(found)
            && !matches!(nearest, Some(Value::Day(day)) if day.weekday() == weekday)
        {
            return reckon::on_weekday(base, point, weekday);
        }
        let is_since = found.first.checked_sub(1).is_some_and(|before| self.scan.is_word(before, "since"));
        let is_dateline = matches!(point, Point::MonthDay(..)) && self.is_in_dateline(found);
        if is_since || is_dateline { reckon::latest(base, point) } else { None }
    }

    /// True in a line of the date, or before the dash of `LAGOS, 26 March (NAN) – The`.
    fn is_in_dateline(&self, found: &Found) -> bool {
        let document = self.scan.document;
        let span = recognize::span(self.scan, found);
        let Some(block) = document.blocks.get(document.blocks.partition_point(|block| block.span.end <= span.start)) else { return false };
        let inline = || dateline::prefix_len(block.span.of(document.text)).is_some_and(|len| span.end <= block.span.start + len as u32);
        block.kind == BlockKind::Dateline || inline()
    }

    /// The weekday that stands before a day of a month, with no more than a comma or a bracket between.
    fn weekday_beside(&self, found: &Found) -> Option<i8> {
        if let Some(weekday) = self.scan.value(found.first, Class::Weekday) {
            return i8::try_from(weekday).ok();
        }
        let before = found.first.checked_sub(1)?;
        let is_between = self.scan.is_word(before, ",") || self.scan.is_word(before, "(");
        let at = if is_between { before.checked_sub(1)? } else { before };
        self.scan.value(at, Class::Weekday).and_then(|weekday| i8::try_from(weekday).ok())
    }

    /// The day from which `would meet on Saturday` looks ahead: the one just told, if it is no more than a week ago.
    fn day_then(&self, found: &Found, point: Point, pick: Pick, sentence: usize) -> Option<(Date, Anchor)> {
        let range = self.scan.document.sentences.get(sentence)?.range();
        let is_then = matches!((point, pick), (Point::Weekday(_), Pick::Bare)) && direction::is_to_come_then(self.scan, found.first, range);
        let is_owner = matches!(self.scan.document.word(found.end), "'s" | "’s");
        (is_then && !is_owner).then(|| self.day_of_speech().or_else(|| Some((self.published?, Anchor::Publication))))?
    }

    /// The year that a sentence of the past begins with, though it is part of a name: `In the 2016 election, he fought on until June`.
    fn year_of_name(&self, found: &Found, point: Point, pick: Pick, sentence: usize) -> Option<(Date, Anchor)> {
        const OPENERS: &[&str] = &["In", "During", "Before", "After"];
        let is_bare = matches!((point, pick), (Point::Month(_) | Point::MonthDay(..), Pick::Bare));
        let start = self.scan.document.sentences.get(sentence).filter(|_| is_bare)?.range().start;
        let at = start + 1 + usize::from(self.scan.is_word(start + 1, "the"));
        let year = self.scan.value(at, Class::Year).filter(|_| at < found.first && OPENERS.contains(&self.scan.document.word(start)))?;
        let published = i32::from(self.published?.year());
        (1900..published).contains(&year).then(|| Some((Date::new(i16::try_from(year).ok()?, 1, 1)?, Anchor::None)))?
    }
}

/// Whether a time lies before its base, after it, or around it.
fn side((first, last): (Date, Date), base: Date) -> Direction {
    if last < base {
        Direction::Past
    } else if first > base {
        Direction::Future
    } else {
        Direction::Unknown
    }
}

/// A day or month on the other side of publication is another reading where it is not much farther.
const FAR: i32 = 200;

/// The reading on the other side of the base, where the sentence does not say which way it looks.
fn other_side(base: Date, point: Point, value: Option<&Value>, side: Option<Direction>) -> Option<Alternative> {
    let (pick, when) = match side? {
        Direction::Past => (Pick::Next, "if it is still to come"),
        Direction::Future => (Pick::Last, "if it is over"),
        Direction::Unknown => return None,
    };
    let other = reckon::point(base, point, pick, Direction::Unknown, false).filter(|other| Some(other) != value)?;
    let near = other.days().is_some_and(|(first, last)| base.days_to(first).abs().min(base.days_to(last).abs()) < FAR);
    near.then(|| Alternative { value: other.timex(), why: when.to_string() })
}

/// `next Friday`, said on a Monday, may be that of the week after; `last Tuesday`, said on a Friday, that of the week before.
fn other_week(base: Date, point: Point, pick: Pick) -> Option<Alternative> {
    let Point::Weekday(weekday) = point else { return None };
    let (shift, in_same_week, why) = match pick {
        Pick::Next => (1, weekday > base.weekday(), "if the one of next week is meant"),
        _ => (-1, weekday < base.weekday(), "if the one of last week is meant"),
    };
    let other = reckon::point(base, point, Pick::Shifted(shift), Direction::Unknown, false).filter(|_| in_same_week)?;
    Some(Alternative { value: other.timex(), why: why.to_string() })
}
