//! When a story was published, as far as the story itself says.

use super::calendar::Date;
use super::direction::{self, Direction};
use super::form::{Form, Pick, Point};
use super::pattern::Scan;
use super::recognize::{self, Found};
use super::value::Value;
use super::{Published, PublishedHow};
use crate::text::{Block, BlockKind, Span, TokenKind};

/// Blocks at the top that may say when the story was published.
const HEAD: usize = 7;
/// Blocks at the end that may.
const TAIL: usize = 3;
/// A line that is about the story has at most so many bytes.
const LINE_BYTES: usize = 160;

/// Looks for the publication date: in the dateline, in lines about the story, in its address.
pub fn find(scan: &Scan, found: &[Found]) -> Option<Published> {
    let blocks = &scan.document.blocks;
    dateline(scan, found, blocks)
        .or_else(|| about(scan, found, blocks))
        .or_else(|| address(scan))
        .or_else(|| dateline_without_year(scan, found, blocks))
        .or_else(|| told_in_lead(scan, found, blocks))
}

/// The expressions of a block.
fn within<'f>(scan: &Scan, found: &'f [Found], block: Span) -> impl Iterator<Item = (&'f Found, Span)> {
    let spans = found.iter().map(|time| (time, recognize::span(scan, time)));
    spans.filter(move |(_, span)| block.contains(*span)).collect::<Vec<_>>().into_iter()
}

/// A day that the words tell in full.
pub fn full_day(form: &Form) -> Option<Date> {
    match form {
        Form::Value(Value::Day(day)) => Some(*day),
        Form::Time(_, Some(day)) => full_day(day),
        Form::Ambiguous { first, second, year } => Date::new(i16::try_from(*year).ok()?, *first, *second),
        _ => None,
    }
}

/// The day of a dateline; in figures alone, the weekday that the lead names tells the order.
fn day_of_line(scan: &Scan, found: &[Found], time: &Found, place: Span) -> Option<Date> {
    let month_first = full_day(&time.form);
    let Form::Ambiguous { first, second, year } = time.form else { return month_first };
    let day_first = Date::new(i16::try_from(year).ok()?, second, first);
    let weekday = weekday_of_lead(scan, found, place);
    let fits = |day: &Date| Some(day.weekday()) == weekday;
    month_first.filter(fits).or_else(|| day_first.filter(fits)).or(month_first)
}

fn dateline(scan: &Scan, found: &[Found], blocks: &[Block]) -> Option<Published> {
    let mut lines = blocks.iter().take(HEAD).filter(|block| block.kind == BlockKind::Dateline);
    lines.find_map(|block| {
        let (date, place) =
            within(scan, found, block.span).find_map(|(time, place)| Some((day_of_line(scan, found, time, place)?, place)))?;
        let label = block.span.of(scan.document.text);
        let how = if is_label(label) { PublishedHow::Metadata } else { PublishedHow::Dateline };
        Some(Published { date, how, span: Some(place) })
    })
}

/// `Published: …`, `Updated …`, `Date: …`: data about the story rather than its dateline.
fn is_label(line: &str) -> bool {
    const LABELS: &[&str] =
        &["published", "updated", "posted", "last updated", "first published", "date:", "pubdate", "publication date", "filed"];
    LABELS.iter().any(|label| line.get(..label.len()).is_some_and(|head| head.eq_ignore_ascii_case(label)))
}

/// A short line at the top or the end that says when the story was published.
fn about(scan: &Scan, found: &[Found], blocks: &[Block]) -> Option<Published> {
    let head = blocks.iter().take(HEAD);
    let tail = blocks.iter().rev().take(TAIL);
    let mut lines = head.chain(tail).filter(|block| block.span.len() <= LINE_BYTES && is_label(block.span.of(scan.document.text)));
    lines.find_map(|block| {
        let (date, place) = within(scan, found, block.span).find_map(|(time, place)| Some((full_day(&time.form)?, place)))?;
        Some(Published { date, how: PublishedHow::Metadata, span: Some(place) })
    })
}

/// `https://example.org/2019/10/30/a-story`.
fn address(scan: &Scan) -> Option<Published> {
    let text = scan.document.text;
    let addresses = scan.document.tokens.iter().filter(|token| token.kind == TokenKind::Address);
    let mut head_or_tail = addresses.filter(|token| {
        let (start, end) = (token.span.start as usize, token.span.end as usize);
        start < 400 || text.len() - end < 200
    });
    head_or_tail.find_map(|token| {
        let (date, at, len) = date_in(token.of(text))?;
        let start = token.span.start as usize + at;
        Some(Published { date, how: PublishedHow::Url, span: Some(Span::new(start, start + len)) })
    })
}

/// A year, a month and a day with slashes or hyphens between them, or eight figures.
fn date_in(address: &str) -> Option<(Date, usize, usize)> {
    let bytes = address.as_bytes();
    (0..bytes.len()).find_map(|at| {
        let starts = at == 0 || !bytes[at - 1].is_ascii_digit();
        let rest = address.get(at..)?;
        let number = |from: usize, len: usize| -> Option<i16> {
            let part = rest.get(from..from + len)?;
            part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok())?
        };
        let year = number(0, 4).filter(|year| starts && (1990..2100).contains(year))?;
        let separator = rest.get(4..5)?;
        let len = if matches!(separator, "/" | "-" | "_") { 10 } else { 8 };
        let (month, day) = if len == 10 { (number(5, 2)?, number(8, 2)?) } else { (number(4, 2)?, number(6, 2)?) };
        let same = len == 8 || rest.get(7..8) == Some(separator);
        let ends = !rest.as_bytes().get(len).is_some_and(u8::is_ascii_digit);
        (same && ends).then(|| Date::new(year, month as i8, day as i8)).flatten().map(|date| (date, at, len))
    })
}

/// `WASHINGTON, Oct 30 (Reuters) -`: usable if the story tells a full date near it, or a weekday and years that fit.
fn dateline_without_year(scan: &Scan, found: &[Found], blocks: &[Block]) -> Option<Published> {
    let lines = || blocks.iter().take(HEAD).filter(|block| block.kind == BlockKind::Dateline);
    let (month, day, place, line) = lines().find_map(|block| {
        within(scan, found, block.span).find_map(|(time, span)| match time.form {
            Form::Point(Point::MonthDay(month, day), Pick::Bare) => Some((month, day, span, block.span)),
            _ => None,
        })
    })?;
    let date = by_year_beside(scan, found, line, month, day)
        .or_else(|| by_weekday(scan, found, place, month, day))
        .or_else(|| by_nearest(found, month, day))?;
    Some(Published { date, how: PublishedHow::Dateline, span: Some(place) })
}

/// The one day that the first sentence behind a dateline tells in full, if it has been: `TEMPO.CO, Jakarta – The agency on
/// Friday, September 17, 2021, named …`.
fn told_in_lead(scan: &Scan, found: &[Found], blocks: &[Block]) -> Option<Published> {
    let dateline = blocks.iter().take(HEAD).position(|block| block.kind == BlockKind::Dateline)?;
    let start = blocks.get(dateline + 1)?.span.start;
    let sentence = scan.document.sentences.get(scan.document.sentence_at(start)?)?;
    let mut told = within(scan, found, sentence.span).filter_map(|(time, span)| Some((full_day(&time.form)?, time, span)));
    let (day, time, place) = told.next().filter(|_| told.next().is_none())?;
    let is_to_come = direction::of(scan, time.first, time.end, sentence.range()) == Direction::Future;
    (!is_to_come).then_some(Published { date: day, how: PublishedHow::Dateline, span: Some(place) })
}

/// `COLOMBO, April 22 (1987) --`
fn by_year_beside(scan: &Scan, found: &[Found], line: Span, month: i8, day: i8) -> Option<Date> {
    within(scan, found, line).find_map(|(time, _)| match time.form {
        Form::Value(Value::Year(year)) => Date::new(i16::try_from(year).ok()?, month, day),
        _ => None,
    })
}

/// A weekday is looked for in so many bytes behind the dateline.
const LEAD_BYTES: u32 = 500;

/// The one year told in the story in which that day is the weekday that the lead names: a dispatch tells of its own day.
fn by_weekday(scan: &Scan, found: &[Found], place: Span, month: i8, day: i8) -> Option<Date> {
    let weekday = weekday_of_lead(scan, found, place)?;
    let mut years: Vec<i16> = found.iter().filter_map(told).flat_map(|(first, last)| [first.year(), last.year()]).collect();
    years.sort_unstable();
    years.dedup();
    let mut dates = years.into_iter().filter_map(|year| Date::new(year, month, day)).filter(|date| date.weekday() == weekday);
    let date = dates.next()?;
    dates.next().is_none().then_some(date)
}

/// The first weekday that is told near the dateline.
fn weekday_of_lead(scan: &Scan, found: &[Found], place: Span) -> Option<i8> {
    found.iter().find_map(|time| {
        let near = recognize::span(scan, time).start < place.end + LEAD_BYTES;
        match time.form {
            Form::Point(Point::Weekday(weekday), Pick::Bare) if near => Some(weekday),
            _ => None,
        }
    })
}

/// The days of an expression that tells its year.
fn told(time: &Found) -> Option<(Date, Date)> {
    match &time.form {
        Form::Value(value) if !matches!(value, Value::Decade(_) | Value::Century(_)) => value.days(),
        _ => None,
    }
}

/// The year that brings that day nearest to the latest day or month told in full.
fn by_nearest(found: &[Found], month: i8, day: i8) -> Option<Date> {
    let full = found.iter().filter(|time| matches!(time.form, Form::Value(Value::Day(_) | Value::Month(..))));
    let latest = full.filter_map(told).map(|days| days.0).max()?;
    let years = latest.year() - 1..=latest.year() + 1;
    let candidates = years.filter_map(|year| Date::new(year, month, day));
    candidates.min_by_key(|date| date.days_to(latest).abs())
}
