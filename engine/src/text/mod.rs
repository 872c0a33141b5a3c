//! Text in, [`Document`] out: its blocks, sentences and tokens, each with its place in bytes.

pub mod code_points;
pub mod dateline;
pub mod layout;
pub mod sentences;
pub mod span;
pub mod tokens;
pub mod words;

pub use layout::{Block, BlockKind};
pub use sentences::Sentence;
pub use span::Span;
pub use tokens::{Token, TokenKind};

/// A story, cut up but not yet understood.
pub struct Document<'a> {
    /// The story as pasted.
    pub text: &'a str,
    /// Its parts, in order.
    pub blocks: Vec<Block>,
    /// Its tokens, in order.
    pub tokens: Vec<Token>,
    /// Its sentences, in order; every token is in exactly one.
    pub sentences: Vec<Sentence>,
}

impl<'a> Document<'a> {
    /// Cuts up `text`; linear in its length.
    pub fn new(text: &'a str) -> Self {
        let blocks = layout::blocks(text);
        let tokens = tokens::tokenize(text);
        let sentences = sentences::split(text, &blocks, &tokens);
        Self { text, blocks, tokens, sentences }
    }

    /// The text of the token at `index`; empty beyond the last.
    pub fn word(&self, index: usize) -> &'a str {
        self.tokens.get(index).map_or("", |token| token.span.of(self.text))
    }

    /// The index of the sentence that holds the byte `at`, or the next one after it.
    pub fn sentence_at(&self, at: u32) -> Option<usize> {
        let index = self.sentences.partition_point(|sentence| sentence.span.end <= at);
        (index < self.sentences.len()).then_some(index)
    }

    /// The index of the first token that ends behind the byte `at`.
    pub fn token_at(&self, at: u32) -> usize {
        self.tokens.partition_point(|token| token.span.end <= at)
    }
}
