//! A story that has been read: its text, what was found in it, and the marks to draw.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::rc::Rc;

use dateline_engine::Analysis;
use dateline_engine::entities::Entity;
use dateline_engine::mentions::{EntityId, NameType};
use dateline_engine::text::{Block, BlockKind, Span};

use super::At;
use crate::protocol::RequestId;

/// What kind of thing a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkKind {
    /// A name.
    Name(NameType),
    /// A time expression.
    Time,
}

/// A marked place in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where it stands.
    pub span: Span,
    /// What it stands for.
    pub target: At,
    /// True for the rest of a mark that began inside of another one and reaches over its end.
    pub is_rest: bool,
}

/// A story that has been read. Two are equal if they answer the same request.
#[derive(Debug)]
pub struct Reading {
    /// The request that it answers.
    pub request: RequestId,
    /// The text that all spans are of.
    pub text: Rc<str>,
    /// What was found.
    pub analysis: Analysis,
    /// Names and times by start, the longer first; any two are apart or one holds the other.
    pub marks: Vec<Mark>,
    /// Tells this text from others, in the page's address.
    pub key: u32,
}

impl PartialEq for Reading {
    fn eq(&self, other: &Self) -> bool {
        self.request == other.request
    }
}

impl Reading {
    /// Puts the marks in order.
    pub fn new(request: RequestId, text: Rc<str>, analysis: Analysis) -> Self {
        let marks = nested(&analysis);
        let key = key(&text);
        Self { request, text, analysis, marks, key }
    }

    /// An entity of the story.
    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.analysis.entities.get(id.0 as usize)
    }

    /// Where a place stands.
    pub fn span(&self, at: At) -> Option<Span> {
        match at {
            At::Mention(index) => self.analysis.mentions.get(index as usize).map(|mention| mention.span),
            At::Time(index) => self.analysis.times.get(index as usize).map(|time| time.span),
        }
    }

    /// The first byte of a place.
    pub fn start(&self, at: At) -> Option<u32> {
        self.span(at).map(|span| span.start)
    }

    /// The marks around a place, the outermost first.
    pub fn around(&self, at: At) -> Vec<At> {
        let Some(span) = self.span(at) else { return Vec::new() };
        // A name or date is never longer than its sentence, so the marks around it stand close before it.
        let end = self.marks.partition_point(|mark| mark.span.start <= span.start);
        let near = &self.marks[end.saturating_sub(NEAR)..end];
        near.iter().filter(|mark| mark.target != at && mark.span.contains(span)).map(|mark| mark.target).collect()
    }
}

/// So many marks before a place are looked at for those that hold it.
const NEAR: usize = 32;

/// FNV-1a of the text's bytes.
fn key(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// By start, the longer first; then names before times.
type Place = Reverse<(u32, Reverse<u32>, bool, u32, bool)>;

fn place(span: Span, target: At, is_rest: bool) -> Place {
    let (is_time, index) = match target {
        At::Mention(index) => (false, index),
        At::Time(index) => (true, index),
    };
    Reverse((span.start, Reverse(span.end), is_time, index, is_rest))
}

/// All marks in order. One that crosses the border of an earlier one is cut in two there.
fn nested(analysis: &Analysis) -> Vec<Mark> {
    let names = (0..).zip(&analysis.mentions).map(|(index, mention)| place(mention.span, At::Mention(index), false));
    let times = (0..).zip(&analysis.times).map(|(index, time)| place(time.span, At::Time(index), false));
    let mut waiting: BinaryHeap<Place> = names.chain(times).collect();
    let (mut marks, mut open): (Vec<Mark>, Vec<Span>) = (Vec::with_capacity(waiting.len()), Vec::new());
    while let Some(Reverse((start, Reverse(end), is_time, index, is_rest))) = waiting.pop() {
        let target = if is_time { At::Time(index) } else { At::Mention(index) };
        let mut span = Span { start, end };
        while open.last().is_some_and(|outer| outer.end <= start) {
            open.pop();
        }
        if let Some(outer) = open.last().filter(|outer| outer.end < end) {
            waiting.push(place(Span { start: outer.end, end }, target, true));
            span.end = outer.end;
        }
        open.push(span);
        marks.push(Mark { span, target, is_rest });
    }
    marks
}

/// A title is cut to so many characters.
const TITLE_CHARS: usize = 80;

impl Reading {
    /// How many entities of a kind the story names.
    pub fn count(&self, kind: NameType) -> usize {
        self.analysis.entities.iter().filter(|entity| entity.kind == kind).count()
    }

    /// The headline, or the first words of the story.
    pub fn title(&self) -> Option<String> {
        let is_title = |block: &&Block| !matches!(block.kind, BlockKind::Dateline | BlockKind::Byline);
        let block = self.analysis.layout.iter().find(is_title)?;
        let line = block.span.of(&self.text);
        let short: String = line.chars().take(TITLE_CHARS).collect();
        Some(if short.len() < line.len() { format!("{}…", short.trim_end()) } else { short })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(text: &str) -> Reading {
        Reading::new(RequestId::default(), text.into(), dateline_engine::analyze(text, &dateline_engine::Options::default()))
    }

    #[test]
    fn crossing_marks_are_cut_and_nothing_is_lost() {
        let mut analysis = reading("The World Bank met the United Nations in 2015.").analysis;
        // A date that begins inside of the last name and ends behind it.
        let name = analysis.mentions.last().unwrap().span;
        analysis.times[0].span = Span { start: name.start + 7, end: name.end + 3 };
        let marks = nested(&analysis);
        let dates: Vec<(Span, bool)> =
            marks.iter().filter(|mark| mark.target == At::Time(0)).map(|mark| (mark.span, mark.is_rest)).collect();
        assert_eq!(dates, [(Span { start: name.start + 7, end: name.end }, false), (Span { start: name.end, end: name.end + 3 }, true)]);
        assert!(marks.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start || pair[0].span.contains(pair[1].span)));
    }

    #[test]
    fn marks_around_a_place() {
        let mut reading = reading("The World Bank met in 2015.");
        reading.marks[1].span = Span { start: reading.marks[0].span.start, end: reading.marks[0].span.end - 5 };
        reading.analysis.times[0].span = reading.marks[1].span;
        assert_eq!(reading.around(At::Time(0)), [At::Mention(0)]);
        assert_eq!(reading.around(At::Mention(0)), []);
    }
}
