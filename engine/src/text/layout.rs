//! The parts of a story as pasted: headline, byline, dateline, paragraphs, lists, captions.

use serde::{Deserialize, Serialize};

use super::dateline;
use super::span::Span;
use super::tokens::is_line_break;

/// What a part of the story is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    /// The title over the story.
    Headline,
    /// Who wrote it: `By Jane Doe`.
    Byline,
    /// Where, when and by which agency: a line of its own or the beginning of the first paragraph.
    Dateline,
    /// Running text.
    Paragraph,
    /// A paragraph that is one quotation.
    Quote,
    /// An item of a list.
    List,
    /// Words about a picture.
    Caption,
}

/// A part of the story. Blocks stand in order, do not overlap, and hold all text but white space.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Where it stands, without white space at its ends.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// How many bytes a headline has at most.
const HEADLINE_BYTES: usize = 220;
/// How many bytes a line between headline and dateline has at most.
const SHORT_LINE_BYTES: usize = 140;
/// How many words a signature has at most.
const SIGNATURE_WORDS: usize = 7;
/// Blocks at the top of a story that may be headline, byline or dateline.
const HEAD_BLOCKS: usize = 6;

/// Finds the blocks; linear in the length of the text.
pub fn blocks(text: &str) -> Vec<Block> {
    let parts = parts(text);
    let mut blocks = Vec::with_capacity(parts.len() + 1);
    let mut in_head = true;
    let dated = dated_part(text, &parts);
    for (index, &span) in parts.iter().enumerate() {
        let head = in_head && index < HEAD_BLOCKS;
        if head && is_date_line(text, span) {
            blocks.push(Block { span, kind: BlockKind::Dateline });
        } else if head && is_byline(span.of(text)) {
            blocks.push(Block { span, kind: BlockKind::Byline });
        } else if head && blocks.is_empty() && is_headline(text, span, parts.len() > 1, dated == Some(1)) {
            blocks.push(Block { span, kind: BlockKind::Headline });
        } else if dated.is_some_and(|dated| index < dated) {
            let line = span.of(text);
            let kind = if is_signature(line) && !is_list_item(line) { BlockKind::Byline } else { running_kind(line) };
            blocks.push(Block { span, kind });
        } else {
            push_running(text, span, head, &mut blocks);
            in_head = false;
        }
    }
    blocks
}

/// The part that tells where or when the story was filed, behind a headline and at most a few short lines: who wrote it, the name
/// of the paper, a second headline, what is in it.
fn dated_part(text: &str, parts: &[Span]) -> Option<usize> {
    let prefix = |part: &Span| dateline::prefix_len(part.of(text)).and_then(|len| part.of(text).get(..len));
    let has_year = |prefix: &str| prefix.split(|c: char| !c.is_ascii_digit()).any(|figures| figures.len() == 4);
    let with_year = |part: &Span| is_date_line(text, *part) || prefix(part).is_some_and(has_year);
    let head = || parts.iter().take(HEAD_BLOCKS);
    let dated = head().position(with_year).or_else(|| head().position(|part| prefix(part).is_some()))?;
    let is_short = |line: &str| line.len() <= SHORT_LINE_BYTES && !line.ends_with(['.', '!', '…', '”', '"', '»', ':', ';', ',']);
    parts.iter().take(dated).skip(1).all(|part| is_short(part.of(text)) || is_list_item(part.of(text))).then_some(dated)
}

/// `Jane Roe`, `THE DAILY LANTERN`, `Jane Roe in Strelsau`: a few capitalized words.
fn is_signature(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_small = |word: &&&str| !word.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic());
    words.len() <= SIGNATURE_WORDS && words.iter().filter(is_small).all(|word| matches!(*word, "in" | "and" | "for" | "of" | "the" | "de"))
}

fn push_running(text: &str, span: Span, head: bool, blocks: &mut Vec<Block>) {
    let mut rest = span;
    if head && let Some(len) = dateline::prefix_len(span.of(text)) {
        let end = span.start as usize + len;
        let after = text[end..span.end as usize].len() - text[end..span.end as usize].trim_start().len();
        blocks.push(Block { span: Span::new(span.start as usize, end), kind: BlockKind::Dateline });
        rest = Span::new(end + after, span.end as usize);
    }
    if !rest.is_empty() {
        blocks.push(Block { span: rest, kind: running_kind(rest.of(text)) });
    }
}

fn running_kind(text: &str) -> BlockKind {
    if is_list_item(text) {
        BlockKind::List
    } else if is_caption(text) {
        BlockKind::Caption
    } else if is_quote(text) {
        BlockKind::Quote
    } else {
        BlockKind::Paragraph
    }
}

/// The pieces between line breaks; where the text was wrapped by hand, between blank lines.
fn parts(text: &str) -> Vec<Span> {
    let lines = lines(text);
    let wrapped = is_hard_wrapped(text, &lines);
    let mut parts: Vec<Span> = Vec::new();
    let mut open = false;
    for line in lines {
        let trimmed = trim(text, line);
        if trimmed.is_empty() {
            open = false;
            continue;
        }
        let starts_anew = is_list_item(trimmed.of(text)) || text[line.start as usize..].starts_with(['\t', '\u{3000}']);
        match parts.last_mut() {
            Some(part) if wrapped && open && !starts_anew => *part = part.to(trimmed),
            _ => parts.push(trimmed),
        }
        open = true;
    }
    parts
}

fn lines(text: &str) -> Vec<Span> {
    let mut start = 0;
    let mut lines = Vec::new();
    for (at, c) in text.char_indices().filter(|&(_, c)| is_line_break(c)) {
        lines.push(Span::new(start, at));
        start = at + c.len_utf8();
    }
    lines.push(Span::new(start, text.len()));
    lines
}

/// True if lines go on in the next one: most are of middling length, and many of those that follow begin in lower case.
fn is_hard_wrapped(text: &str, lines: &[Span]) -> bool {
    let (mut pairs, mut goes_on) = (0_usize, 0_usize);
    for pair in lines.windows(2) {
        let (line, next) = (trim(text, pair[0]).of(text), trim(text, pair[1]).of(text));
        if (30..=120).contains(&line.len()) && !next.is_empty() {
            pairs += 1;
            goes_on += usize::from(next.starts_with(char::is_lowercase) && !line.ends_with(['.', '!', '?', ':']));
        }
    }
    goes_on >= 2 && goes_on * 4 >= pairs
}

fn trim(text: &str, span: Span) -> Span {
    let is_blank = |c: char| c.is_whitespace() || c == '\u{FEFF}';
    let line = span.of(text);
    let start = span.start as usize + line.len() - line.trim_start_matches(is_blank).len();
    let end = span.start as usize + line.trim_end_matches(is_blank).len();
    Span::new(start, end.max(start))
}

fn is_headline(text: &str, span: Span, goes_on: bool, is_before_date: bool) -> bool {
    let line = span.of(text);
    goes_on
        && line.len() <= HEADLINE_BYTES
        && !line.ends_with(['.', ',', ';', ':', '…'])
        && !is_list_item(line)
        && dateline::prefix_len(line).is_none()
        && (is_before_date || line.split_whitespace().count() > 1)
}

/// `By Jane Doe`, `Jane Doe | Reuters`, `Reporting by …`: a short line that names a writer.
fn is_byline(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let first = words.next().unwrap_or_default();
    line.len() <= 120
        && !line.ends_with('.')
        && first.trim_end_matches(':').eq_ignore_ascii_case("by")
        && words.next().is_some_and(|word| word.starts_with(char::is_uppercase))
}

/// A line with a date and little else.
fn is_date_line(text: &str, span: Span) -> bool {
    dateline::is_date_line(span.of(text))
}

fn is_list_item(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = rest.len() < line.len() && line.len() - rest.len() <= 2 && rest.starts_with([')', '.']);
    let mut after = rest.chars().skip(1);
    let bullet = line.starts_with(['•', '·', '▪', '‣', '●', '*']) || line.starts_with("- ");
    bullet || (numbered && after.next().is_some_and(char::is_whitespace))
}

fn is_caption(line: &str) -> bool {
    const STARTS: &[&str] = &["photo:", "image:", "picture:", "file photo", "caption:", "photo by", "image by"];
    line.len() <= 400 && STARTS.iter().any(|start| line.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)))
}

/// One quotation from end to end.
fn is_quote(line: &str) -> bool {
    const PAIRS: &[(char, char)] = &[('"', '"'), ('“', '”'), ('«', '»')];
    PAIRS.iter().any(|&(open, close)| {
        line.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)).is_some_and(|inner| !inner.contains([open, close]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use BlockKind::{Byline, Dateline, Headline, List, Paragraph, Quote};

    #[track_caller]
    fn check(text: &str, expected: &[(BlockKind, &str)]) {
        let found: Vec<_> = blocks(text).iter().map(|block| (block.kind, block.span.of(text))).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_wire_story() {
        check(
            "Talks end without a deal\nBy Jane Doe\n\nGENEVA, Oct 30 (Wire) - Talks ended.\n\n“We tried.”\n",
            &[
                (Headline, "Talks end without a deal"),
                (Byline, "By Jane Doe"),
                (Dateline, "GENEVA, Oct 30 (Wire) -"),
                (Paragraph, "Talks ended."),
                (Quote, "“We tried.”"),
            ],
        );
    }

    #[test]
    fn lines_between_headline_and_dateline() {
        check(
            "Butterflies return\n\nMinisters promise to count them, but not this year\nTHE DAILY LANTERN\n* Blue ones first\n\nGENEVA, May 3, 2019 -- They came back on Monday.\n",
            &[
                (Headline, "Butterflies return"),
                (Paragraph, "Ministers promise to count them, but not this year"),
                (Byline, "THE DAILY LANTERN"),
                (List, "* Blue ones first"),
                (Dateline, "GENEVA, May 3, 2019 --"),
                (Paragraph, "They came back on Monday."),
            ],
        );
        // A sentence is no such line: the story has begun.
        check(
            "Butterflies return\n\nThey came on Friday.\n\nGENEVA, May 3, 2019 -- They came back on Monday.\n",
            &[
                (Headline, "Butterflies return"),
                (Paragraph, "They came on Friday."),
                (Paragraph, "GENEVA, May 3, 2019 -- They came back on Monday."),
            ],
        );
    }

    #[test]
    fn a_date_under_the_headline() {
        check(
            "Butterflies return\n\nSaturday, February 2, 2019\n\nThey came on Wednesday.",
            &[(Headline, "Butterflies return"), (Dateline, "Saturday, February 2, 2019"), (Paragraph, "They came on Wednesday.")],
        );
    }

    #[test]
    fn a_dateline_without_headline() {
        check(
            " date 2019-10-30 MOSCOW. KAZINFORM – Today Moscow met.\n\nMore.",
            &[(Dateline, "date 2019-10-30 MOSCOW. KAZINFORM –"), (Paragraph, "Today Moscow met."), (Paragraph, "More.")],
        );
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        check(
            "The ministers met for three hours in the old town hall\nand agreed to meet again; they said that\nthe talks were useful.\n\nA second one.",
            &[
                (
                    Paragraph,
                    "The ministers met for three hours in the old town hall\nand agreed to meet again; they said that\nthe talks were useful.",
                ),
                (Paragraph, "A second one."),
            ],
        );
    }

    #[test]
    fn lists_and_nothing() {
        check("It asked for:\n- peace\n• bread\n", &[(Paragraph, "It asked for:"), (List, "- peace"), (List, "• bread")]);
        check("", &[]);
        check(" \n\t\n", &[]);
    }
}
