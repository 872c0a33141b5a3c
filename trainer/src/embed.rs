//! Word vectors from unlabelled text: skip-gram with negative sampling (Mikolov et al. 2013), on one thread and seeded.

use crate::rng::Rng;

/// Length of a vector.
pub const DIM: usize = 64;
const WINDOW: usize = 4;
const NEGATIVE: usize = 6;
/// Words more frequent than this are thinned out.
const SAMPLE: f64 = 1e-4;
const RATE: f32 = 0.025;
const NEGATIVE_TABLE: usize = 1 << 22;

/// A vector.
pub type Vector = [f32; DIM];

/// Learns a vector for each word. `sentences` holds word numbers; `counts` how often each word stands.
pub fn learn(sentences: &[Vec<u32>], counts: &[u64], epochs: usize, seed: u64) -> Vec<Vector> {
    let mut rng = Rng::new(seed);
    let mut vectors: Vec<Vector> = counts.iter().map(|_| std::array::from_fn(|_| (rng.unit() - 0.5) / DIM as f32)).collect();
    let mut contexts = vec![[0.0; DIM]; counts.len()];
    let table = negative_table(counts);
    let total: u64 = counts.iter().sum();
    let keep: Vec<f32> = counts.iter().map(|&count| keep_probability(count, total)).collect();
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let (mut done, all) = (0_usize, sentences.len() * epochs);
    let mut kept = Vec::new();
    for _ in 0..epochs {
        rng.shuffle(&mut order);
        for &sentence in &order {
            let rate = RATE * (1.0 - done as f32 / all as f32).max(0.004);
            done += 1;
            kept.clear();
            kept.extend(sentences[sentence].iter().copied().filter(|&word| rng.unit() < keep[word as usize]));
            for (at, &center) in kept.iter().enumerate() {
                let reach = 1 + rng.below(WINDOW);
                for other in at.saturating_sub(reach)..(at + reach + 1).min(kept.len()) {
                    if other != at {
                        step(&mut vectors[kept[other] as usize], &mut contexts, center, &table, rate, &mut rng);
                    }
                }
            }
        }
    }
    vectors
}

/// One positive pair and its negative samples.
fn step(vector: &mut Vector, contexts: &mut [Vector], center: u32, table: &[u32], rate: f32, rng: &mut Rng) {
    let mut change = [0.0; DIM];
    for sample in 0..=NEGATIVE {
        let (word, wanted) = if sample == 0 { (center, 1.0) } else { (table[rng.below(table.len())], 0.0) };
        if sample > 0 && word == center {
            continue;
        }
        let context = &mut contexts[word as usize];
        let gradient = (wanted - sigmoid(dot(vector, context))) * rate;
        for k in 0..DIM {
            change[k] += gradient * context[k];
            context[k] += gradient * vector[k];
        }
    }
    for k in 0..DIM {
        vector[k] += change[k];
    }
}

/// The inner product, in eight running sums that the processor can keep apart.
pub fn dot(a: &Vector, b: &Vector) -> f32 {
    let mut sums = [0.0; 8];
    for (a, b) in a.chunks_exact(8).zip(b.chunks_exact(8)) {
        for k in 0..8 {
            sums[k] += a[k] * b[k];
        }
    }
    sums.iter().sum()
}

fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}

fn keep_probability(count: u64, total: u64) -> f32 {
    let share = count as f64 / total.max(1) as f64;
    ((SAMPLE / share).sqrt() + SAMPLE / share).min(1.0) as f32
}

/// Words by their frequency to the power of 3/4.
fn negative_table(counts: &[u64]) -> Vec<u32> {
    let power = |count: u64| (count as f64).powf(0.75);
    let total: f64 = counts.iter().map(|&count| power(count)).sum();
    let mut table = Vec::with_capacity(NEGATIVE_TABLE + counts.len());
    for (word, &count) in counts.iter().enumerate() {
        let share = (power(count) / total * NEGATIVE_TABLE as f64).ceil() as usize;
        table.extend(std::iter::repeat_n(word as u32, share));
    }
    table
}
