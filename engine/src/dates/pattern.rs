//! The small language of the rules' patterns, and the matcher that reads tokens with it.
//!
//! `<class>` is a token of a [`Class`], a bare word is itself, `[ ]` may be missing, `( | )` are alternatives,
//! `~` forbids white space before what follows, `;` cuts: what stands behind a single cut is looked at but not taken;
//! of three parts, the first and the last are two expressions.

use super::numbers;
use super::words::{Class, Hint, Lexicon, Tag};
use crate::text::Document;

/// A piece of a pattern.
#[derive(Debug)]
pub enum Node {
    /// A token, or several, of a class.
    Is(Class),
    /// A word, by its index in the lexicon.
    Literal(u16),
    /// May be missing.
    Optional(Branch),
    /// One of these.
    Either(Vec<Branch>),
    /// The next token follows without white space.
    Glue,
    /// An end or a beginning of an expression.
    Cut,
}

/// Nodes that are tried only where they can begin.
#[derive(Debug)]
pub struct Branch {
    nodes: Vec<Node>,
    bits: u64,
    words: Vec<u16>,
    /// True if it may take no token at all.
    empty: bool,
}

impl Branch {
    fn new(nodes: Vec<Node>) -> Self {
        let (mut bits, mut words) = (0, Vec::new());
        let empty = first(&nodes, &mut bits, &mut words);
        Self { nodes, bits, words, empty }
    }

    fn add_to(&self, bits: &mut u64, words: &mut Vec<u16>) {
        *bits |= self.bits;
        words.extend(&self.words);
    }

    fn begins(&self, tag: Option<&Tag>) -> bool {
        self.empty || tag.is_some_and(|tag| tag.bits & self.bits != 0 || tag.entry.is_some_and(|entry| self.words.contains(&entry)))
    }
}

/// The bare words of a pattern.
pub fn literals(pattern: &'static str) -> impl Iterator<Item = &'static str> {
    pieces(pattern).filter(|piece| !piece.starts_with('<') && !matches!(*piece, "[" | "]" | "(" | ")" | "|" | "~" | ";"))
}

fn pieces(pattern: &'static str) -> impl Iterator<Item = &'static str> {
    let mut rest = pattern;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        let first = rest.chars().next()?;
        let end = match first {
            '[' | ']' | '(' | ')' | '|' | '~' | ';' => 1,
            '<' => rest.find('>').map_or(rest.len(), |end| end + 1),
            _ => rest.find([' ', '[', ']', '(', ')', '|', '~', '<']).unwrap_or(rest.len()),
        };
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

/// Reads a pattern.
///
/// # Errors
/// The piece that is not understood.
pub fn compile(pattern: &'static str, lexicon: &Lexicon) -> Result<Vec<Node>, String> {
    let mut pieces = pieces(pattern);
    let (mut alternatives, end) = sequence(&mut pieces, lexicon)?;
    match (end, alternatives.pop()) {
        (None, Some(nodes)) if alternatives.is_empty() => Ok(nodes),
        _ => Err(format!("unbalanced `{pattern}`")),
    }
}

type Sequence = (Vec<Vec<Node>>, Option<&'static str>);

/// Alternatives up to a closing bracket, and that bracket.
fn sequence(pieces: &mut impl Iterator<Item = &'static str>, lexicon: &Lexicon) -> Result<Sequence, String> {
    let mut alternatives = vec![Vec::new()];
    while let Some(piece) = pieces.next() {
        let node = match piece {
            "]" | ")" => return Ok((alternatives, Some(piece))),
            "|" => {
                alternatives.push(Vec::new());
                continue;
            }
            "[" | "(" => {
                let (mut inner, _) = sequence(pieces, lexicon)?;
                let either = |inner: Vec<Vec<Node>>| Node::Either(inner.into_iter().map(Branch::new).collect());
                match (piece, inner.len()) {
                    ("[", 1) => Node::Optional(Branch::new(inner.pop().unwrap_or_default())),
                    ("[", _) => Node::Optional(Branch::new(vec![either(inner)])),
                    _ => either(inner),
                }
            }
            "~" => Node::Glue,
            ";" => Node::Cut,
            _ => single(piece, lexicon)?,
        };
        if let Some(last) = alternatives.last_mut() {
            last.push(node);
        }
    }
    Ok((alternatives, None))
}

fn single(piece: &str, lexicon: &Lexicon) -> Result<Node, String> {
    let class = piece.strip_prefix('<').and_then(|piece| piece.strip_suffix('>'));
    match class {
        Some(name) => Class::from_name(name).map(Node::Is).ok_or_else(|| format!("no class `{name}`")),
        None => lexicon.index(piece).map(Node::Literal).ok_or_else(|| format!("no word `{piece}`")),
    }
}

/// What can begin a match: classes and words; true if it may also be empty.
pub fn first(nodes: &[Node], bits: &mut u64, words: &mut Vec<u16>) -> bool {
    for node in nodes {
        let empty = match node {
            Node::Is(class) => {
                *bits |= numbers::first_bits(*class);
                false
            }
            Node::Literal(word) => {
                words.push(*word);
                false
            }
            Node::Optional(inner) => {
                inner.add_to(bits, words);
                true
            }
            Node::Either(inner) => {
                for branch in inner {
                    branch.add_to(bits, words);
                }
                inner.iter().any(|branch| branch.empty)
            }
            Node::Glue | Node::Cut => true,
        };
        if !empty {
            return false;
        }
    }
    true
}

/// What the second token of a match can be, so that most rules are passed over at a glance.
#[derive(Debug, Default)]
pub struct Second {
    /// Anything, or none: the match may be one token long.
    any: bool,
    bits: u64,
    words: Vec<u16>,
}

impl Second {
    /// Of a pattern.
    pub fn of(nodes: &[Node]) -> Self {
        let mut second = Self::default();
        second.behind_one(nodes, None);
        second.words.sort_unstable();
        second.words.dedup();
        second
    }

    /// True if such a token may be the second one.
    pub fn allows(&self, tag: Option<&Tag>) -> bool {
        self.any
            || tag.is_some_and(|tag| tag.bits & self.bits != 0 || tag.entry.is_some_and(|entry| self.words.binary_search(&entry).is_ok()))
    }

    /// Goes on to where one token has been read.
    fn behind_one(&mut self, nodes: &[Node], rest: Option<&Rest>) {
        let Some((node, after)) = nodes.split_first() else {
            if let Some(rest) = rest {
                self.behind_one(rest.nodes, rest.next);
            }
            return;
        };
        match node {
            Node::Is(class) if class.bit() == 0 => self.any = true,
            Node::Is(_) | Node::Literal(_) => self.next(after, rest),
            Node::Optional(inner) => {
                self.behind_one(&inner.nodes, Some(&Rest { nodes: after, next: rest }));
                self.behind_one(after, rest);
            }
            Node::Either(inner) => inner.iter().for_each(|branch| self.behind_one(&branch.nodes, Some(&Rest { nodes: after, next: rest }))),
            Node::Glue | Node::Cut => self.behind_one(after, rest),
        }
    }

    /// Takes what can stand next.
    fn next(&mut self, nodes: &[Node], rest: Option<&Rest>) {
        let Some((node, after)) = nodes.split_first() else {
            match rest {
                Some(rest) => self.next(rest.nodes, rest.next),
                None => self.any = true,
            }
            return;
        };
        match node {
            Node::Is(class) => self.bits |= numbers::first_bits(*class),
            Node::Literal(word) => self.words.push(*word),
            Node::Optional(inner) => {
                self.next(&inner.nodes, Some(&Rest { nodes: after, next: rest }));
                self.next(after, rest);
            }
            Node::Either(inner) => inner.iter().for_each(|branch| self.next(&branch.nodes, Some(&Rest { nodes: after, next: rest }))),
            Node::Glue | Node::Cut => self.next(after, rest),
        }
    }
}

/// A story with its tags: what patterns are matched on.
pub struct Scan<'a> {
    /// The story.
    pub document: &'a Document<'a>,
    /// The tag of each token.
    pub tags: Vec<Tag>,
    /// What the tags' numbers mean.
    pub lexicon: &'a Lexicon,
}

impl Scan<'_> {
    /// True if the token at `at` is of `class`.
    pub fn is(&self, at: usize, class: Class) -> bool {
        self.tags.get(at).is_some_and(|tag| tag.is(class))
    }

    /// What the token at `at` tells about a time near it.
    pub fn hints(&self, at: usize, hint: Hint) -> bool {
        self.tags.get(at).is_some_and(|tag| tag.hints(hint))
    }

    /// True if the phrase ends before the token at `at`: a mark or a short word follows, no noun.
    pub fn phrase_ends(&self, at: usize) -> bool {
        let word = self.document.word(at);
        let hyphen = matches!(word, "-" | "‑") && !self.spaced(at);
        let mark = !word.starts_with(char::is_alphanumeric) && !hyphen && !matches!(word, "'s" | "’s");
        mark || self.hints(at, Hint::Function) && word != "of"
    }

    /// The number of the token at `at` as one of `class`.
    pub fn value(&self, at: usize, class: Class) -> Option<i32> {
        let tag = self.tags.get(at).filter(|tag| tag.is(class))?;
        match tag.entry {
            Some(entry) => self.lexicon.value(entry, class),
            None => Some(tag.number),
        }
    }

    /// True if the token at `at` is that word, in any case.
    pub fn is_word(&self, at: usize, word: &str) -> bool {
        self.document.word(at).eq_ignore_ascii_case(word)
    }

    /// True if white space stands before the token at `at`, or there is none.
    pub fn spaced(&self, at: usize) -> bool {
        self.document.tokens.get(at).is_none_or(|token| token.spaced)
    }

    /// True if the token at `at` begins with a capital.
    pub fn capital(&self, at: usize) -> bool {
        self.document.word(at).starts_with(char::is_uppercase)
    }
}

/// A class that was found.
#[derive(Clone, Copy, Debug)]
pub struct Capture {
    /// Which.
    pub class: Class,
    /// Its number.
    pub value: i32,
    /// Its first token.
    pub at: usize,
}

/// What a pattern found.
#[derive(Debug, Default)]
pub struct Match {
    /// Classes, in order.
    pub captures: Vec<Capture>,
    /// Tokens at the cuts.
    pub cuts: Vec<usize>,
    /// First token.
    pub start: usize,
    /// Behind the last token.
    pub end: usize,
}

impl Match {
    /// The number of the first of a class.
    pub fn get(&self, class: Class) -> Option<i32> {
        self.nth(class, 0)
    }

    /// The number of the nth of a class, from 0.
    pub fn nth(&self, class: Class, nth: usize) -> Option<i32> {
        self.captures.iter().filter(|capture| capture.class == class).nth(nth).map(|capture| capture.value)
    }

    /// True if one of the class was found.
    pub fn has(&self, class: Class) -> bool {
        self.get(class).is_some()
    }

    /// Where the first of a class stands.
    pub fn at(&self, class: Class) -> Option<usize> {
        self.captures.iter().find(|capture| capture.class == class).map(|capture| capture.at)
    }
}

/// What is still to be matched behind a bracket.
struct Rest<'a> {
    nodes: &'a [Node],
    next: Option<&'a Rest<'a>>,
}

/// Matches `nodes` from the token `start`; tries what may be missing first as present.
pub fn matches(scan: &Scan, nodes: &[Node], start: usize, found: &mut Match) -> bool {
    found.captures.clear();
    found.cuts.clear();
    found.start = start;
    go(scan, nodes, None, start, found)
}

fn go(scan: &Scan, nodes: &[Node], rest: Option<&Rest>, at: usize, found: &mut Match) -> bool {
    let Some((node, after)) = nodes.split_first() else {
        if let Some(rest) = rest {
            return go(scan, rest.nodes, rest.next, at, found);
        }
        found.end = at;
        return true;
    };
    match node {
        Node::Is(class) => {
            let Some((len, value)) = numbers::read(scan, at, *class) else { return false };
            found.captures.push(Capture { class: *class, value, at });
            go(scan, after, rest, at + len, found) || undo(found, false)
        }
        Node::Literal(word) => scan.tags.get(at).is_some_and(|tag| tag.entry == Some(*word)) && go(scan, after, rest, at + 1, found),
        Node::Optional(inner) => {
            let rest_after = Rest { nodes: after, next: rest };
            inner.begins(scan.tags.get(at)) && go(scan, &inner.nodes, Some(&rest_after), at, found) || go(scan, after, rest, at, found)
        }
        Node::Either(inner) => {
            let (tag, rest) = (scan.tags.get(at), Rest { nodes: after, next: rest });
            inner.iter().any(|branch| branch.begins(tag) && go(scan, &branch.nodes, Some(&rest), at, found))
        }
        Node::Glue => !scan.spaced(at) && go(scan, after, rest, at, found),
        Node::Cut => {
            found.cuts.push(at);
            go(scan, after, rest, at, found) || undo(found, true)
        }
    }
}

fn undo(found: &mut Match, cut: bool) -> bool {
    if cut {
        found.cuts.pop();
    } else {
        found.captures.pop();
    }
    false
}
