//! The article cut into chunks: the browser works on those in view only, and a long story is drawn some at a time.

use std::rc::Rc;

use dateline_engine::text::{Block, BlockKind, Span};

/// A chunk has about so many bytes: less than fills a window, so that little is worked on that is not seen.
const CHUNK_BYTES: usize = 1_000;
/// A longer block is cut, which breaks a line.
const BLOCK_BYTES: usize = 12_000;

/// A block, or a piece of one that is too long to be drawn at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The block's index in the layout.
    pub block: usize,
    /// Where the part stands.
    pub span: Span,
    /// True if the block goes on in the next part.
    pub goes_on: bool,
}

/// Parts in order that together are all blocks. Long blocks are cut between sentences.
pub fn chunks(blocks: &[Block], sentences: &[Span]) -> Vec<Rc<[Part]>> {
    let mut chunks: Vec<Rc<[Part]>> = Vec::new();
    let (mut chunk, mut bytes) = (Vec::new(), 0);
    for part in blocks.iter().enumerate().flat_map(|(index, block)| parts(index, block.span, sentences)) {
        bytes += part.span.len();
        chunk.push(part);
        // A dateline and the words after it stand in one paragraph, so they stay together.
        if bytes >= CHUNK_BYTES && blocks[part.block].kind != BlockKind::Dateline {
            chunks.push(std::mem::take(&mut chunk).into());
            bytes = 0;
        }
    }
    if !chunk.is_empty() {
        chunks.push(chunk.into());
    }
    chunks
}

fn parts(block: usize, span: Span, sentences: &[Span]) -> Vec<Part> {
    let first = sentences.partition_point(|sentence| sentence.start < span.start);
    let mut parts = Vec::new();
    let mut start = span.start;
    for sentence in sentences[first..].iter().take_while(|sentence| sentence.start < span.end) {
        if (sentence.start - start) as usize >= BLOCK_BYTES {
            parts.push(Part { block, span: Span { start, end: sentence.start }, goes_on: true });
            start = sentence.start;
        }
    }
    parts.push(Part { block, span: Span { start, end: span.end }, goes_on: false });
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(start: usize, end: usize) -> Block {
        Block { span: Span::new(start, end), kind: BlockKind::Paragraph }
    }

    #[test]
    fn every_block_is_in_one_chunk() {
        let blocks: Vec<Block> = (0..100).map(|index| paragraph(index * 1000, index * 1000 + 999)).collect();
        let chunks = chunks(&blocks, &[]);
        assert!(chunks.len() > 5);
        let drawn: Vec<usize> = chunks.iter().flat_map(|chunk| chunk.iter().map(|part| part.block)).collect();
        assert_eq!(drawn, (0..100).collect::<Vec<_>>());
    }

    #[test]
    fn a_long_block_is_cut_between_sentences() {
        let sentences: Vec<Span> = (0..1000).map(|index| Span::new(10 + index * 100, 10 + index * 100 + 99)).collect();
        let chunks = chunks(&[paragraph(0, 9), paragraph(10, 100_009)], &sentences);
        let parts: Vec<Part> = chunks.iter().flat_map(|chunk| chunk.iter().copied()).filter(|part| part.block == 1).collect();
        assert!(parts.len() > 5 && parts.iter().all(|part| part.span.len() <= BLOCK_BYTES + 100));
        assert!(parts.windows(2).all(|pair| pair[0].span.end == pair[1].span.start && pair[0].goes_on));
        assert_eq!(parts.first().map(|part| part.span.start), Some(10));
        assert_eq!(parts.last().map(|part| (part.span.end, part.goes_on)), Some((100_009, false)));
        assert!(parts.iter().all(|part| (part.span.start - 10) % 100 == 0));
    }

    #[test]
    fn without_sentences_a_block_stays_whole() {
        assert_eq!(chunks(&[paragraph(0, 1_000_000)], &[Span::new(0, 1_000_000)]).len(), 1);
        assert!(chunks(&[], &[]).is_empty());
    }
}
