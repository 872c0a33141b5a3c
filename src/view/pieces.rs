//! A stretch of text cut at the borders of its marks.

use dateline_engine::text::Span;

use crate::state::Mark;

/// Plain text, or a mark with what stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Unmarked text.
    Text(Span),
    /// Marked text.
    Mark(Mark, Vec<Piece>),
}

/// Cuts `span`; `marks` are all the marks of the text, as in [`crate::state::Reading::marks`].
pub fn pieces(span: Span, marks: &[Mark]) -> Vec<Piece> {
    let first = marks.partition_point(|mark| mark.span.start < span.start);
    let end = first + marks[first..].partition_point(|mark| mark.span.start < span.end);
    let mut rest = &marks[first..end];
    cut(span, &mut rest)
}

fn cut(span: Span, marks: &mut &[Mark]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = span.start;
    while let Some((mark, after)) = marks.split_first().filter(|(mark, _)| mark.span.start < span.end) {
        *marks = after;
        let inner = Span { start: mark.span.start, end: mark.span.end.min(span.end) };
        push_text(&mut pieces, at, inner.start);
        pieces.push(Piece::Mark(*mark, cut(inner, marks)));
        at = inner.end;
    }
    push_text(&mut pieces, at, span.end);
    pieces
}

fn push_text(pieces: &mut Vec<Piece>, start: u32, end: u32) {
    if start < end {
        pieces.push(Piece::Text(Span { start, end }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::At;

    fn draw(text: &str, pieces: &[Piece]) -> String {
        pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(span) => span.of(text).to_string(),
                Piece::Mark(_, inner) => format!("[{}]", draw(text, inner)),
            })
            .collect()
    }

    fn mark(text: &str, part: &str) -> Mark {
        let start = text.find(part).unwrap();
        Mark { span: Span::new(start, start + part.len()), target: At::Mention(0), is_rest: false }
    }

    #[test]
    fn marks_and_marks_in_marks() {
        let text = "The UN Security Council met in Geneva.";
        let marks = [mark(text, "UN Security Council"), mark(text, "UN"), mark(text, "Geneva")];
        assert_eq!(draw(text, &pieces(Span::new(0, text.len()), &marks)), "The [[UN] Security Council] met in [Geneva].");
        assert_eq!(draw(text, &pieces(Span::new(24, text.len()), &marks)), "met in [Geneva].");
        assert_eq!(draw(text, &pieces(Span::new(0, 4), &marks)), "The ");
    }
}
