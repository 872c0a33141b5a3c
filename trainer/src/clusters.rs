//! Clusters of words, and their usual case, from the unlabelled text and the training texts (never from dev).

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use dateline_engine::mentions::tagger::clusters::{self, LEVELS};
use dateline_engine::mentions::tagger::model::GROUP_BITS;
use dateline_engine::mentions::tagger::words::{Word, Words};
use dateline_engine::text::Document;
use serde::{Deserialize, Serialize};

use crate::corpora::{self, Labelled};
use crate::rng::Rng;
use crate::{embed, kmeans};

/// Groups at each level; the finest must fit the model's bits.
const SIZES: [usize; LEVELS] = [32, 128, 384, 1 << GROUP_BITS];
/// Rarer words get no vector.
const RAREST: u64 = 5;
/// The share kept of the UN speeches, which would otherwise be four fifths of all words.
const SPEECHES: f32 = 0.35;
/// How often the training texts are read, as the news nearest to the task.
const NEWS_TIMES: usize = 2;
const EPOCHS: usize = 4;

/// What is compiled into the model.
#[derive(Serialize, Deserialize)]
pub struct Compiled {
    /// Word hash, finest group, case; by hash.
    pub words: Vec<(u32, u16, u8)>,
    /// The coarser groups of each finest one.
    pub parents: Vec<[u16; LEVELS - 1]>,
}

/// Learns the clusters.
///
/// # Errors
/// If a text cannot be read.
pub fn learn(data: &Path, news: &[Labelled]) -> Result<Compiled> {
    let mut vocabulary = Vocabulary::default();
    let mut rng = Rng::new(1);
    let mut files: Vec<_> = std::fs::read_dir(data.join("text"))?.collect::<std::io::Result<Vec<_>>>()?;
    files.sort_by_key(std::fs::DirEntry::file_name);
    for file in files.iter().map(std::fs::DirEntry::path).filter(|path| path.extension().is_some_and(|extension| extension == "gz")) {
        let speeches = file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("un_"));
        for line in corpora::lines(&file)? {
            if !speeches || rng.unit() < SPEECHES {
                vocabulary.read(&line.replace('\t', "\n"));
            }
        }
    }
    for text in news.iter().cycle().take(news.len() * NEWS_TIMES) {
        vocabulary.read(&text.text);
    }
    Ok(vocabulary.compile())
}

/// All words seen, by the hash of their lower-case form.
#[derive(Default)]
struct Vocabulary {
    numbers: BTreeMap<u32, u32>,
    seen: Vec<Seen>,
    sentences: Vec<Vec<u32>>,
}

#[derive(Clone, Copy, Default)]
struct Seen {
    low: u32,
    count: u64,
    small: u64,
    capital: u64,
    upper: u64,
}

impl Vocabulary {
    fn read(&mut self, text: &str) {
        let document = Document::new(text);
        let words = Words::new(&document);
        for sentence in &document.sentences {
            let words = &words.all[sentence.range()];
            let capitals = words.iter().filter(|word| word.is_capital).count();
            let tells = capitals * 2 < words.len();
            let numbers = words.iter().enumerate().map(|(at, word)| self.note(word, at > 0 && tells)).collect();
            self.sentences.push(numbers);
        }
    }

    fn note(&mut self, word: &Word, tells: bool) -> u32 {
        let number = *self.numbers.entry(word.low).or_insert_with(|| {
            self.seen.push(Seen { low: word.low, ..Seen::default() });
            self.seen.len() as u32 - 1
        });
        let seen = &mut self.seen[number as usize];
        seen.count += 1;
        if tells {
            seen.small += u64::from(word.is_lower);
            seen.upper += u64::from(word.is_upper);
            seen.capital += u64::from(word.is_capital && !word.is_upper);
        }
        number
    }

    fn compile(mut self) -> Compiled {
        let kept: Vec<Seen> = self.seen.iter().copied().filter(|seen| seen.count >= RAREST).collect();
        let renumbered: BTreeMap<u32, u32> = kept.iter().enumerate().map(|(at, seen)| (seen.low, at as u32)).collect();
        let numbers: Vec<Option<u32>> = self.seen.iter().map(|seen| renumbered.get(&seen.low).copied()).collect();
        for sentence in &mut self.sentences {
            *sentence = sentence.iter().filter_map(|&word| numbers[word as usize]).collect();
        }
        let counts: Vec<u64> = kept.iter().map(|seen| seen.count).collect();
        println!("clusters: {} words of text, {} of them different and frequent enough", counts.iter().sum::<u64>(), counts.len());
        let vectors: Vec<_> = embed::learn(&self.sentences, &counts, EPOCHS, 1).iter().map(kmeans::unit).collect();
        let (groups, parents) = levels(&vectors);
        let mut words: Vec<(u32, u16, u8)> =
            kept.iter().zip(groups).map(|(seen, group)| (clusters::cut(seen.low), group, case(seen))).collect();
        words.sort_unstable();
        words.dedup_by_key(|word| word.0);
        Compiled { words, parents }
    }
}

/// The finest groups, and the coarser ones that each lies in: groups of group centers.
fn levels(vectors: &[embed::Vector]) -> (Vec<u16>, Vec<[u16; LEVELS - 1]>) {
    let (groups, mut centers) = kmeans::group(vectors, SIZES[LEVELS - 1], 20, 2);
    let mut parents = vec![[0; LEVELS - 1]; centers.len()];
    let mut chain: Vec<u16> = (0..centers.len() as u16).collect();
    for level in (0..LEVELS - 1).rev() {
        let (coarser, next) = kmeans::group(&centers, SIZES[level], 30, 3 + level as u64);
        for (parents, link) in parents.iter_mut().zip(&mut chain) {
            *link = coarser[*link as usize];
            parents[level] = *link;
        }
        centers = next;
    }
    (groups, parents)
}

/// The number of a [`clusters::Case`].
fn case(seen: &Seen) -> u8 {
    let all = seen.small + seen.capital + seen.upper;
    match () {
        () if all == 0 => 1,
        () if seen.small * 10 >= all * 9 => 0,
        () if seen.small * 10 > all => 1,
        () if seen.upper * 10 >= all * 8 => 3,
        () => 2,
    }
}
