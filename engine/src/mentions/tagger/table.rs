//! A map from hashes to values whose behaviour is the same in every run.

/// Keys are already hashes, so the low bits choose the slot; collisions go to the next one.
#[derive(Clone, Debug)]
pub struct Table<V> {
    slots: Vec<Option<(u32, V)>>,
    len: usize,
}

impl<V: Copy> Table<V> {
    /// An empty table with room for `n` entries.
    pub fn with_capacity(n: usize) -> Self {
        Self { slots: vec![None; (n * 2).next_power_of_two().max(16)], len: 0 }
    }

    /// The value of `key`.
    pub fn get(&self, key: u32) -> Option<V> {
        self.slots[self.slot(key)].map(|(_, value)| value)
    }

    /// The value of `key`, put there if it has none.
    pub fn entry(&mut self, key: u32, default: V) -> &mut V {
        if self.len * 2 >= self.slots.len() {
            self.grow();
        }
        let slot = self.slot(key);
        if self.slots[slot].is_none() {
            self.len += 1;
        }
        &mut self.slots[slot].get_or_insert((key, default)).1
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// True if there is no key.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    fn slot(&self, key: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = key as usize & mask;
        while self.slots[slot].is_some_and(|(other, _)| other != key) {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        let mut larger = Self::with_capacity(self.slots.len());
        for &(key, value) in self.slots.iter().flatten() {
            larger.entry(key, value);
        }
        *self = larger;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_was_put_in() {
        let mut table = Table::with_capacity(0);
        for key in 0..1_000_u32 {
            *table.entry(key.wrapping_mul(0x0001_0000), 0) += key;
        }
        *table.entry(0, 7) += 5;
        assert_eq!(table.len(), 1_000);
        assert_eq!(table.get(0), Some(5));
        assert_eq!(table.get(999_u32.wrapping_mul(0x0001_0000)), Some(999));
        assert_eq!(table.get(1), None);
    }
}
