//! Reads the packed bytes of a model: numbers under adaptive binary models, after LZMA's range coder.
//!
//! The trainer writes them; the same model classes on both sides learn the same probabilities.

/// Learned probability that a bit is 0, in 1/4096.
#[derive(Clone, Copy, Debug)]
pub struct Bit(u16);

const PROBABILITY_BITS: u32 = 12;
const LEARNING: u32 = 5;
/// The range is refilled below this.
pub const LOWEST_RANGE: u32 = 1 << 24;

impl Default for Bit {
    fn default() -> Self {
        Self(1 << (PROBABILITY_BITS - 1))
    }
}

impl Bit {
    /// The part of `range` that stands for 0.
    pub fn bound(self, range: u32) -> u32 {
        (range >> PROBABILITY_BITS) * u32::from(self.0)
    }

    /// Learns from the bit that came.
    pub fn learn(&mut self, bit: bool) {
        if bit {
            self.0 -= self.0 >> LEARNING;
        } else {
            self.0 += ((1 << PROBABILITY_BITS) - self.0) >> LEARNING;
        }
    }
}

/// Probabilities of a number of so many bits, highest bit first.
#[derive(Clone, Debug)]
pub struct Tree {
    bits: u32,
    nodes: Vec<Bit>,
}

impl Tree {
    /// For numbers below `2^bits`.
    pub fn new(bits: u32) -> Self {
        Self { bits, nodes: vec![Bit::default(); 1 << bits] }
    }

    /// Walks down the tree; `choose` reads or writes each bit.
    pub fn walk(&mut self, mut choose: impl FnMut(&mut Bit, u32) -> bool) -> u32 {
        let mut node = 1_usize;
        for depth in (0..self.bits).rev() {
            let bit = choose(&mut self.nodes[node], depth);
            node = node * 2 + usize::from(bit);
        }
        node as u32 - (1 << self.bits)
    }
}

/// Probabilities of the length in bits of a number; its leading bit is implied and the others are even.
#[derive(Clone, Debug)]
pub struct Gap {
    /// The length.
    pub length: Tree,
    /// The bit behind the leading one, by length.
    pub second: [Bit; 32],
    /// The one behind that.
    pub third: [Bit; 64],
}

impl Default for Gap {
    fn default() -> Self {
        Self { length: Tree::new(5), second: [Bit::default(); 32], third: [Bit::default(); 64] }
    }
}

/// Reads packed bytes. Behind the end it reads zeros, so that it never fails; a checksum tells of damage.
pub struct Unpacker<'a> {
    bytes: std::slice::Iter<'a, u8>,
    range: u32,
    code: u32,
}

impl<'a> Unpacker<'a> {
    /// Starts at the first byte.
    pub fn new(bytes: &'a [u8]) -> Self {
        let mut unpacker = Self { bytes: bytes.iter(), range: u32::MAX, code: 0 };
        for _ in 0..5 {
            unpacker.code = (unpacker.code << 8) | unpacker.next_byte();
        }
        unpacker
    }

    /// One bit under a model.
    pub fn bit(&mut self, model: &mut Bit) -> bool {
        let bound = model.bound(self.range);
        let bit = self.code >= bound;
        if bit {
            self.code -= bound;
            self.range -= bound;
        } else {
            self.range = bound;
        }
        model.learn(bit);
        self.refill();
        bit
    }

    /// Bits that are as likely 0 as 1.
    pub fn even(&mut self, bits: u32) -> u32 {
        let mut value = 0;
        for _ in 0..bits {
            self.range >>= 1;
            let bit = self.code >= self.range;
            if bit {
                self.code -= self.range;
            }
            value = (value << 1) | u32::from(bit);
            self.refill();
        }
        value
    }

    /// A number under a tree.
    pub fn number(&mut self, tree: &mut Tree) -> u32 {
        tree.walk(|model, _| self.bit(model))
    }

    /// A number of any size, small ones being likelier.
    pub fn gap(&mut self, gap: &mut Gap) -> u32 {
        let length = self.number(&mut gap.length);
        if length == 0 {
            return 1;
        }
        let mut value = 2 | u32::from(self.bit(&mut gap.second[length as usize]));
        if length == 1 {
            return value;
        }
        let context = ((length as usize * 2) | (value & 1) as usize) % gap.third.len();
        value = value << 1 | u32::from(self.bit(&mut gap.third[context]));
        let rest = length - 2;
        let low = self.even(rest);
        value.checked_shl(rest).unwrap_or(0) | low
    }

    fn refill(&mut self) {
        if self.range < LOWEST_RANGE {
            self.range <<= 8;
            self.code = (self.code << 8) | self.next_byte();
        }
    }

    fn next_byte(&mut self) -> u32 {
        self.bytes.next().copied().map_or(0, u32::from)
    }
}
