//! A story that has been read: its text, what was found in it, and the marks to draw.

use std::rc::Rc;

use dateline_engine::Analysis;
use dateline_engine::mentions::NameType;
use dateline_engine::text::{Block, BlockKind, Span};

use crate::protocol::RequestId;

/// What a mark stands for, by index in the analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkTarget {
    /// A mention.
    Mention(u32),
    /// A time expression.
    Time(u32),
}

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
    pub target: MarkTarget,
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
        Self { request, text, analysis, marks }
    }
}

/// All marks in order, without those that would cross the border of an earlier one.
fn nested(analysis: &Analysis) -> Vec<Mark> {
    let names = (0..).zip(&analysis.mentions).map(|(index, mention)| Mark { span: mention.span, target: MarkTarget::Mention(index) });
    let times = (0..).zip(&analysis.times).map(|(index, time)| Mark { span: time.span, target: MarkTarget::Time(index) });
    let mut marks: Vec<Mark> = names.chain(times).collect();
    marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
    let mut open: Vec<Span> = Vec::new();
    marks.retain(|mark| {
        while open.last().is_some_and(|outer| outer.end <= mark.span.start) {
            open.pop();
        }
        let fits = open.last().is_none_or(|outer| outer.contains(mark.span));
        if fits {
            open.push(mark.span);
        }
        fits
    });
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
