//! From byte offsets to code points, for the JSON that other programs read.

/// Counts code points up to any byte offset of one text.
///
/// Holds one number for every 64 bytes, so that a look-up reads at most 64 bytes.
pub struct CodePoints<'a> {
    text: &'a str,
    /// Code points that begin before byte `64 * index`.
    before: Vec<u32>,
}

const BLOCK: usize = 64;

impl<'a> CodePoints<'a> {
    /// Reads the text once.
    pub fn new(text: &'a str) -> Self {
        let mut count = 0;
        let before = text
            .as_bytes()
            .chunks(BLOCK)
            .map(|block| {
                let here = count;
                count += starts(block);
                here
            })
            .collect();
        Self { text, before }
    }

    /// Code points before the byte offset `byte`; the whole count for an offset behind the end.
    pub fn at(&self, byte: u32) -> u32 {
        let byte = (byte as usize).min(self.text.len());
        let block = byte / BLOCK;
        let Some(&before) = self.before.get(block) else {
            return self.before.last().map_or(0, |last| last + starts(&self.text.as_bytes()[(self.before.len() - 1) * BLOCK..byte]));
        };
        before + starts(&self.text.as_bytes()[block * BLOCK..byte])
    }
}

/// Code points that begin in these bytes: all bytes but continuation bytes.
fn starts(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn counts_like_chars(text in "\\PC{0,300}") {
            let points = CodePoints::new(&text);
            for (count, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(points.at(byte as u32), count as u32);
            }
            prop_assert_eq!(points.at(text.len() as u32), text.chars().count() as u32);
        }
    }

    #[test]
    fn a_text_of_whole_blocks_has_an_end() {
        let text = "é".repeat(BLOCK);
        assert_eq!(CodePoints::new(&text).at(text.len() as u32), BLOCK as u32);
        assert_eq!(CodePoints::new("").at(0), 0);
    }
}
