//! The grammar: families of rules, each a table of patterns with what they say, and its examples in a file beside it.

use std::sync::LazyLock;

use super::form::Form;
use super::modifiers;
use super::pattern::{self, Match, Node, Scan, Second};
use super::words::{Class, Lexicon, Tag};

mod absolute;
mod clock;
mod deictic;
mod duration;
mod early_year;
mod event;
mod holiday;
mod numeric;
mod period;
mod quarter;
mod relative;
mod season;
mod set;
mod vague;
mod weekday;
mod year;

/// A rule: what it is called, what it looks for, what that says.
pub struct Rule {
    /// In plain words; told in explanations.
    pub name: &'static str,
    /// In the language of [`pattern`].
    pub pattern: &'static str,
    /// What a match says; nothing if it is no time after all.
    pub make: fn(&Match, &Scan) -> Option<Form>,
}

pub use holiday::{may_move, name as holiday_name, value as holiday_value};

/// All families; of two matches of equal length, the rule that stands first wins.
const FAMILIES: &[&[Rule]] = &[
    numeric::RULES,
    absolute::RULES,
    clock::RULES,
    weekday::RULES,
    holiday::RULES,
    deictic::RULES,
    quarter::RULES,
    season::RULES,
    year::RULES,
    early_year::RULES,
    set::RULES,
    period::RULES,
    relative::RULES,
    event::RULES,
    duration::RULES,
    vague::RULES,
];

/// More words than the lists and the patterns have.
const WORDS: usize = 4096;

/// A rule that can be matched.
pub struct Compiled {
    /// The rule.
    pub rule: &'static Rule,
    /// Its pattern.
    pub nodes: Vec<Node>,
    /// What the second token of a match can be.
    second: Second,
}

/// The rules and the words they know, with an index of what begins a match.
pub struct Grammar {
    /// The words.
    pub lexicon: Lexicon,
    rules: Vec<Compiled>,
    /// Rules by the bit of a class that they can begin with.
    by_bit: Vec<Vec<u16>>,
    /// Rules by the word that they can begin with.
    by_word: Vec<Vec<u16>>,
    /// What an expression can begin with: the bits of classes.
    first_bits: u64,
    /// What an expression can begin with: by word.
    first_words: Vec<bool>,
    /// Rules that did not compile, with the reason.
    pub broken: Vec<String>,
}

impl Grammar {
    /// The grammar, made once.
    pub fn get() -> &'static Self {
        static GRAMMAR: LazyLock<Grammar> = LazyLock::new(Grammar::new);
        &GRAMMAR
    }

    fn new() -> Self {
        let rules: Vec<&'static Rule> = FAMILIES.iter().flat_map(|family| family.iter()).collect();
        let mut literals: Vec<&'static str> = rules.iter().flat_map(|rule| pattern::literals(rule.pattern)).collect();
        literals.extend(modifiers::first_words());
        literals.sort_unstable();
        literals.dedup();
        let lexicon = Lexicon::new(&literals);
        // `the day before Christmas`, which no rule of the table tells.
        let first_bits = modifiers::FIRST_CLASSES.iter().fold(Class::A.bit(), |bits, class| bits | class.bit());
        let mut first_words = vec![false; WORDS];
        for word in modifiers::first_words().chain(["day"]) {
            if let Some(first) = lexicon.index(word).and_then(|entry| first_words.get_mut(usize::from(entry))) {
                *first = true;
            }
        }
        let (by_bit, by_word) = (vec![Vec::new(); 64], vec![Vec::new(); WORDS]);
        let mut grammar = Self { lexicon, rules: Vec::new(), by_bit, by_word, first_bits, first_words, broken: Vec::new() };
        for rule in rules {
            grammar.add(rule);
        }
        for (rules, first) in grammar.by_word.iter().zip(&mut grammar.first_words) {
            *first |= !rules.is_empty();
        }
        grammar
    }

    /// True if an expression can begin with such a token.
    pub fn begins(&self, tag: Tag) -> bool {
        tag.bits & self.first_bits != 0 || tag.entry.is_some_and(|entry| self.first_words.get(usize::from(entry)) == Some(&true))
    }

    fn add(&mut self, rule: &'static Rule) {
        let nodes = match pattern::compile(rule.pattern, &self.lexicon) {
            Ok(nodes) => nodes,
            Err(why) => return self.broken.push(format!("{}: {why}", rule.name)),
        };
        let index = self.rules.len() as u16;
        let (mut bits, mut words) = (0, Vec::new());
        pattern::first(&nodes, &mut bits, &mut words);
        self.first_bits |= bits;
        for (bit, rules) in self.by_bit.iter_mut().enumerate() {
            if bits & (1 << bit) != 0 {
                rules.push(index);
            }
        }
        words.sort_unstable();
        words.dedup();
        for word in words {
            if let Some(rules) = self.by_word.get_mut(usize::from(word)) {
                rules.push(index);
            }
        }
        let second = Second::of(&nodes);
        self.rules.push(Compiled { rule, nodes, second });
    }

    /// The longest match that begins with the token `at`, what it says, and by which rule.
    pub fn longest(&self, scan: &Scan, at: usize) -> Option<(Match, Form, &'static Rule)> {
        let tag = *scan.tags.get(at)?;
        let mut best: Option<(Match, Form, u16)> = None;
        let mut found = Match::default();
        let mut bits = tag.bits;
        while bits != 0 {
            let bit = bits.trailing_zeros() as usize;
            bits &= bits - 1;
            self.try_rules(scan, at, &self.by_bit[bit], &mut found, &mut best);
        }
        if let Some(rules) = tag.entry.and_then(|entry| self.by_word.get(usize::from(entry))) {
            self.try_rules(scan, at, rules, &mut found, &mut best);
        }
        best.map(|(found, form, rule)| (found, form, self.rules[usize::from(rule)].rule))
    }

    fn try_rules(&self, scan: &Scan, at: usize, rules: &[u16], found: &mut Match, best: &mut Option<(Match, Form, u16)>) {
        let next = scan.tags.get(at + 1);
        for &index in rules {
            let compiled = &self.rules[usize::from(index)];
            if !compiled.second.allows(next) || !pattern::matches(scan, &compiled.nodes, at, found) || found.end == at {
                continue;
            }
            if let [cut] = found.cuts[..] {
                found.end = cut;
            }
            let better = best.as_ref().is_none_or(|(old, _, rule)| (found.end, *rule) > (old.end, index));
            if better && let Some(form) = (compiled.rule.make)(found, scan) {
                *best = Some((std::mem::take(found), form, index));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_compiles() {
        assert_eq!(Grammar::get().broken, Vec::<String>::new());
    }
}
