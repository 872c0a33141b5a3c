//! The words of `lexicon/time.tsv`, and what each token of a story is among them.

use super::calendar;
use crate::tables;
use crate::text::{Document, Token, TokenKind};

/// Declares [`Class`] and the name that patterns and the word list use for each.
macro_rules! classes {
    ($($class:ident $name:literal,)*) => {
        /// What a token, or a run of tokens, can be in a time expression.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Class { $($class,)* }

        impl Class {
            /// The class of that name.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$class),)* _ => None }
            }
        }
    };
}

classes! {
    Month "month", Weekday "weekday", Weekdays "weekdays", ShortWeekday "wday", Unit "unit", Units "units", Season "season",
    Part "part", Parts "parts", Noon "noon", Cardinal "card", Scale "scale", Scales "scales", OrdinalWord "ordword",
    Suffix "suffix", Few "few", Couple "couple", Half "half", Deictic "deictic", Tonight "tonight", Overnight "overnight", Now "now",
    Recently "recently", Soon "soon", Frequency "freq", Every "every", Per "per", Zone "zone", Meridiem "ampm", Era "era",
    DecadeWord "decade", The "the", A "a", Last "last", Previous "prev", This "this", That "that", Next "next", Following "following",
    Current "current", Ago "ago", Earlier "earlier", Later "later", Approx "approx", Early "early", Edge "edge",
    Weekend "weekend", Weekends "weekends", Dash "dash", Times "times",
    // Of numbers, by their digits.
    Number "num", Year "year", TwoDigits "yy", MonthNumber "mm", DayNumber "dd", Clock "clock", Dotted "dotted", Grouped "grouped",
    // Of several tokens; see `numbers`.
    Count "count", Ordinal "ordinal", DayOfMonth "dom", Hour "hour", SpokenYear "spoken",
}

impl Class {
    /// Its bit in [`Tag::bits`]; none for classes of several tokens.
    pub const fn bit(self) -> u64 {
        match self {
            Self::Count | Self::Ordinal | Self::DayOfMonth | Self::Hour | Self::SpokenYear => 0,
            _ => 1 << self as u32,
        }
    }
}

/// What a word of `lexicon/time_context.tsv` tells about a time near it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// A short word that may follow a time, unlike the noun that an adjective stands before.
    Function,
    /// A number stands behind it: `Resolution 1373`.
    Numbered,
    /// It is counted: `2000 miles`.
    Counted,
    /// A rough number stands behind it: `about 2000`.
    Estimate,
    /// A year stands behind it: `since 2015`.
    Yearly,
    /// What it says will happen.
    Announce,
    /// What it says is to happen, seen from the verb before it: `was scheduled`.
    Arranged,
    /// Tells in the present what the calendar says: `opens Friday`.
    Calendar,
    /// A past tense that does not end in `-ed`.
    Past,
    /// A past tense that is also the base form: `cut`.
    BaseForm,
    /// A month stands behind it: `in March`.
    Month,
    /// An event that is named after its year: `2020 Summer Olympics`.
    Event,
}

impl Hint {
    const fn bit(self) -> u16 {
        1 << self as u16
    }

    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "function" => Self::Function,
            "numbered" => Self::Numbered,
            "counted" => Self::Counted,
            "estimate" => Self::Estimate,
            "yearly" => Self::Yearly,
            "announce" => Self::Announce,
            "arranged" => Self::Arranged,
            "calendar" => Self::Calendar,
            "past" => Self::Past,
            "base" => Self::BaseForm,
            "month" => Self::Month,
            "event" => Self::Event,
            _ => return None,
        })
    }
}

/// A word of the lists.
#[derive(Default)]
struct Entry {
    word: &'static str,
    /// What it tells about times near it.
    hints: u16,
    /// True if a pattern spells it out.
    literal: bool,
    senses: Vec<(Class, i32)>,
    bits: u64,
    bits_with_capital: u64,
}

/// The word list, with the words that patterns spell out.
pub struct Lexicon {
    entries: Vec<Entry>,
    /// Index + 1 of an entry, by the hash of its word; 0 where there is none.
    slots: Vec<u16>,
}

const SLOTS: usize = 4096;
const LONGEST_WORD: usize = 16;

/// What a token is.
#[derive(Clone, Copy, Debug)]
pub struct Tag {
    /// The classes it is of.
    pub bits: u64,
    /// Its entry in the list, if it is listed.
    pub entry: Option<u16>,
    /// Its number, if it is one; hours and minutes as 100 h + m; -1 if not.
    pub number: i32,
    hints: u16,
}

impl Tag {
    const NOTHING: Self = Self { bits: 0, entry: None, number: -1, hints: 0 };

    /// What it tells about a time near it.
    pub fn hints(self, hint: Hint) -> bool {
        self.hints & hint.bit() != 0
    }

    /// True if it is of `class`.
    pub fn is(self, class: Class) -> bool {
        self.bits & class.bit() != 0
    }

    /// True if no rule can begin or go on here.
    pub fn is_nothing(self) -> bool {
        self.bits == 0 && self.entry.is_none()
    }
}

impl Lexicon {
    /// Reads the list; `literals` are words without a class.
    pub fn new(literals: &[&'static str]) -> Self {
        let mut lexicon = Self { entries: Vec::new(), slots: vec![0; SLOTS] };
        for row in tables::rows(include_str!("../../lexicon/time.tsv")) {
            let Some(&word) = row.first() else { continue };
            let entry = lexicon.entry(word);
            tables::values(&row, 1).for_each(|sense| entry.add(sense));
        }
        for row in tables::rows(include_str!("../../lexicon/time_context.tsv")) {
            let Some(&word) = row.first() else { continue };
            let entry = lexicon.entry(word);
            entry.hints |= tables::values(&row, 1).filter_map(Hint::from_name).fold(0, |hints, hint| hints | hint.bit());
        }
        for word in literals {
            lexicon.entry(word).literal = true;
        }
        lexicon
    }

    /// The entry of a word; a new one if it has none.
    fn entry(&mut self, word: &'static str) -> &mut Entry {
        let index = match self.index(word) {
            Some(index) => usize::from(index),
            None => self.insert(Entry { word, ..Entry::default() }),
        };
        &mut self.entries[index]
    }

    fn insert(&mut self, entry: Entry) -> usize {
        let mut slot = hash(entry.word) % SLOTS;
        while self.slots[slot] != 0 {
            slot = (slot + 1) % SLOTS;
        }
        self.entries.push(entry);
        self.slots[slot] = self.entries.len() as u16;
        self.entries.len() - 1
    }

    /// The index of a word written in small letters.
    pub fn index(&self, word: &str) -> Option<u16> {
        let mut slot = hash(word) % SLOTS;
        loop {
            let index = self.slots[slot].checked_sub(1)?;
            if self.entries[usize::from(index)].word.eq_ignore_ascii_case(word) {
                return Some(index);
            }
            slot = (slot + 1) % SLOTS;
        }
    }

    /// The number that `class` has for an entry.
    pub fn value(&self, entry: u16, class: Class) -> Option<i32> {
        let senses = &self.entries.get(usize::from(entry))?.senses;
        senses.iter().find(|sense| sense.0 == class).map(|sense| sense.1)
    }

    /// What each token of the story is; linear.
    pub fn tags(&self, document: &Document) -> Vec<Tag> {
        document.tokens.iter().map(|token| self.tag(document.text, *token)).collect()
    }

    fn tag(&self, text: &str, token: Token) -> Tag {
        let word = token.of(text);
        match token.kind {
            TokenKind::Address => Tag::NOTHING,
            TokenKind::Number => number(word),
            TokenKind::Word | TokenKind::Mark if word.len() > LONGEST_WORD => Tag::NOTHING,
            TokenKind::Word | TokenKind::Mark => {
                let known = self.index(word).or_else(|| self.index(word.strip_suffix('.')?));
                let Some(index) = known else { return Tag::NOTHING };
                let entry = &self.entries[usize::from(index)];
                let capital = word.starts_with(|c: char| !c.is_lowercase());
                let bits = if capital { entry.bits_with_capital } else { entry.bits };
                Tag { bits, entry: (entry.literal || bits != 0).then_some(index), number: -1, hints: entry.hints }
            }
        }
    }
}

impl Entry {
    fn add(&mut self, sense: &str) {
        let Some((name, value)) = sense.split_once(':') else { return };
        let (name, capital) = name.strip_suffix('^').map_or((name, false), |name| (name, true));
        let (Some(class), Ok(value)) = (Class::from_name(name), value.parse()) else { return };
        self.senses.push((class, value));
        self.bits_with_capital |= class.bit();
        if !capital {
            self.bits |= class.bit();
        }
    }
}

/// FNV-1a over the word in small ASCII letters.
fn hash(word: &str) -> usize {
    word.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193)) as usize
}

/// The tag of a number, by its digits.
fn number(word: &str) -> Tag {
    let mut tag = Tag::NOTHING;
    if word.len() > 10 || !word.is_ascii() {
        return tag;
    }
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        return plain_number(word);
    }
    if let Some(clock) = clock(word) {
        tag.number = clock;
        tag.bits |= Class::Clock.bit();
    }
    if word.matches('.').count() == 2 || (word.matches('.').count() == 1 && word.len() <= 7 && tag.number < 0) {
        tag.bits |= Class::Dotted.bit();
    }
    if word.contains(',') && word.split(',').skip(1).all(|group| group.len() == 3) {
        tag.number = word.replace(',', "").parse().unwrap_or(-1);
        tag.bits |= Class::Grouped.bit();
    }
    tag
}

fn plain_number(word: &str) -> Tag {
    let number: i32 = word.parse().unwrap_or(-1);
    let mut bits = Class::Number.bit();
    let of = |holds: bool, class: Class| if holds { class.bit() } else { 0 };
    bits |= of(word.len() == 4 && number >= 1000, Class::Year);
    bits |= of(word.len() == 2, Class::TwoDigits);
    bits |= of(word.len() <= 2 && (1..=12).contains(&number), Class::MonthNumber);
    bits |= of(word.len() <= 2 && (1..=31).contains(&number), Class::DayNumber);
    Tag { bits, number, ..Tag::NOTHING }
}

/// `14:30`, `8.30`, `14:30:05` as 100 h + m.
fn clock(word: &str) -> Option<i32> {
    let mut parts = word.split([':', '.']);
    let (hour, minute) = (parts.next()?, parts.next()?);
    let seconds_are_fine = parts.next().is_none_or(|seconds| word.contains(':') && seconds.len() == 2);
    if !seconds_are_fine || parts.next().is_some() || hour.len() > 2 || minute.len() != 2 || word.contains(',') {
        return None;
    }
    let (hour, minute): (i32, i32) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 25 && minute < 60).then_some(100 * hour + minute)
}

/// Short years mean the past, but for the next few.
const YEARS_AHEAD: i32 = 12;

/// The year that two digits mean, written in the year `near`.
pub fn full_year(two_digits: i32, near: i32) -> i32 {
    let latest = near + YEARS_AHEAD;
    latest - (latest - two_digits).rem_euclid(100)
}

/// True if the month has that day in some year.
pub fn is_day_of_month(month: i32, day: i32) -> bool {
    calendar::days_in_month(2000, month as i8).is_some_and(|last| (1..=i32::from(last)).contains(&day))
}
