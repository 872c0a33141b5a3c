//! Several stories in one paste: where each begins, and when it was published.

use super::anchor::full_day;
use super::calendar::Date;
use super::form::{Form, Pick, Point};
use super::pattern::Scan;
use super::recognize::{self, Found};
use super::{Published, PublishedHow};
use crate::text::dateline;
use crate::text::{Block, BlockKind, Span};

/// The part of the text that one story takes, by where it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its first byte.
    pub start: u32,
    /// When it was published.
    pub published: Published,
}

/// A date stands at the head of its story if it begins so many bytes behind the beginning of a block.
const HEAD_BYTES: u32 = 120;
/// A title has at most so many bytes.
const TITLE_BYTES: usize = 220;
/// Blocks before a date line that may belong to its head: a title and a line about the author.
const TITLE_BLOCKS: usize = 2;
/// Running text has at least so many bytes.
const RUNNING_BYTES: usize = 100;

/// The stories behind the first one; none if the paste is one story. Linear in the number of expressions.
pub fn sections(scan: &Scan, found: &[Found], first: Published) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    // Where the reader has said the day, the head of the first story may say another one.
    let mut last_block = first.span.map(|span| block_at(scan, span.start));
    for time in found {
        let place = recognize::span(scan, time);
        let index = block_at(scan, place.start);
        let Some(&block) = scan.document.blocks.get(index) else { continue };
        let story_before = sections.last().map_or(first, |section| section.published).date;
        if last_block.is_some_and(|last| index <= last) || place.start > block.span.start + HEAD_BYTES {
            continue;
        }
        let Some(date) = date(&time.form, story_before) else { continue };
        if let Some(head) = head(scan, index, block, place, last_block.map_or(0, |last| last + 1)) {
            let published = Published { date, how: PublishedHow::Dateline, span: Some(place) };
            sections.push(Section { start: head, published });
            last_block = Some(index);
        }
    }
    let is_single = first.span.is_none() && sections.len() == 1 && sections.iter().all(|section| is_first(scan, section.start));
    if is_single { Vec::new() } else { sections }
}

/// True if no running text stands before that byte: it is the head of the first story.
fn is_first(scan: &Scan, start: u32) -> bool {
    let mut before = scan.document.blocks.iter().take_while(|block| block.span.start < start);
    before.all(|block| matches!(block.kind, BlockKind::Headline | BlockKind::Byline | BlockKind::Dateline))
}

fn block_at(scan: &Scan, at: u32) -> usize {
    scan.document.blocks.partition_point(|block| block.span.end <= at)
}

/// The day of a dateline; without a year, the one nearest to the story before.
fn date(form: &Form, before: Date) -> Option<Date> {
    if let Form::Point(Point::MonthDay(month, day), Pick::Bare) = form {
        let years = before.year() - 1..=before.year() + 1;
        return years.filter_map(|year| Date::new(year, *month, *day)).min_by_key(|date| date.days_to(before).abs());
    }
    full_day(form)
}

/// Where the story of that date begins; nothing if it is no head of a story.
fn head(scan: &Scan, index: usize, block: Block, date: Span, from: usize) -> Option<u32> {
    let blocks = &scan.document.blocks;
    let text = block.span.of(scan.document.text);
    let inline = dateline::prefix_len(text).is_some_and(|len| date.end <= block.span.start + len as u32);
    let titles = (from..index).rev().take(TITLE_BLOCKS).take_while(|&at| is_title(scan, blocks[at])).count();
    let begins = |titles: usize| blocks.get(index - titles).map(|block| block.span.start);
    if inline {
        return begins(titles);
    }
    let runs_on = blocks.iter().skip(index + 1).take(2).any(|next| next.span.len() >= RUNNING_BYTES);
    (titles > 0 && runs_on && dateline::is_date_line(text)).then(|| begins(titles))?
}

/// A short line that does not end as a sentence does.
fn is_title(scan: &Scan, block: Block) -> bool {
    let line = block.span.of(scan.document.text);
    line.len() <= TITLE_BYTES && !line.ends_with(['.', '!', '"', '”', ':', ';', ',']) && line.contains(char::is_alphabetic)
}
