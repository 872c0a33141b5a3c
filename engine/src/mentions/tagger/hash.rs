//! Words and features as numbers: no string is kept in the model.
//!
//! Training and tagging share these functions; changing one asks for new weights ([`super::model::FEATURES`]).

/// Where the hash of a word starts.
pub const START: u32 = 0x811C_9DC5;

/// Adds one character (FNV-1a over code points).
pub const fn add(hash: u32, c: char) -> u32 {
    (hash ^ c as u32).wrapping_mul(0x0100_0193)
}

/// Spreads the bits evenly (the last step of `MurmurHash3`).
pub const fn finish(mut hash: u32) -> u32 {
    hash ^= hash >> 16;
    hash = hash.wrapping_mul(0x85EB_CA6B);
    hash ^= hash >> 13;
    hash = hash.wrapping_mul(0xC2B2_AE35);
    hash ^ (hash >> 16)
}

/// The hash of an ASCII word, for words that the code names.
pub const fn of(word: &str) -> u32 {
    let bytes = word.as_bytes();
    let (mut hash, mut at) = (START, 0);
    while at < bytes.len() {
        hash = add(hash, bytes[at] as char);
        at += 1;
    }
    finish(hash)
}

/// The hash of two things in this order.
pub const fn join(first: u32, second: u32) -> u32 {
    finish(first.rotate_left(9).wrapping_mul(0x9E37_79B1) ^ second)
}

/// The hash of a feature: what is looked at, and the value found there.
pub const fn feature(template: u32, value: u32) -> u32 {
    finish(value.wrapping_add(template.wrapping_mul(0x9E37_79B1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_and_template_matter() {
        let (a, b) = (of("north"), of("korea"));
        assert_ne!(join(a, b), join(b, a));
        assert_ne!(feature(1, a), feature(2, a));
        assert_eq!(a, finish("north".chars().fold(START, add)));
    }
}
