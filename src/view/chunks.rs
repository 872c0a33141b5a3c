//! The article cut into chunks of blocks: a choice repaints only the chunks that hold it.

use std::ops::Range;

use dateline_engine::text::Block;

/// A chunk has about so many bytes; one long paragraph is one chunk.
const CHUNK_BYTES: usize = 12_000;

/// Ranges of block indices, in order, that together are all blocks.
pub fn chunks(blocks: &[Block]) -> Vec<Range<usize>> {
    let mut chunks = Vec::new();
    let (mut first, mut bytes) = (0, 0);
    for (index, block) in blocks.iter().enumerate() {
        bytes += block.span.len();
        // A dateline and the words after it stand in one paragraph, so they stay together.
        let last = index + 1 == blocks.len();
        if last || (bytes >= CHUNK_BYTES && block.kind != dateline_engine::text::BlockKind::Dateline) {
            chunks.push(first..index + 1);
            (first, bytes) = (index + 1, 0);
        }
    }
    chunks
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_engine::text::{BlockKind, Span};

    #[test]
    fn every_block_is_in_one_chunk() {
        let blocks: Vec<Block> =
            (0..100).map(|index| Block { span: Span::new(index * 1000, index * 1000 + 999), kind: BlockKind::Paragraph }).collect();
        let chunks = chunks(&blocks);
        assert!(chunks.len() > 5);
        assert_eq!(chunks.into_iter().flatten().collect::<Vec<_>>(), (0..100).collect::<Vec<_>>());
    }
}
