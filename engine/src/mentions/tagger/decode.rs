//! Scores of labels in, the best legal sequence and the probability of each label out.

use super::labels::{LABELS, goes_on, is_open, may_follow};

/// Scores are in 1/128 of a natural logarithm.
pub const UNIT: i32 = 128;
/// A label that is so much likelier than all others by the token's own score is taken without looking at the neighbours.
const CERTAIN: i32 = 16 * UNIT;
/// Probabilities below this are passed over, next to the highest, when they are handed on to the neighbours.
const NEGLIGIBLE: f32 = 1e-7;
/// Stands for what is not allowed; far below any sum of scores.
const NEVER: i32 = i32::MIN / 4;

/// One score for each label of a token.
pub type LabelScores = [i32; LABELS];
/// One probability for each label of a token.
pub type Probabilities = [f32; LABELS];

/// The scores of one label following another.
#[derive(Clone)]
pub struct Transitions {
    scores: [[i32; LABELS]; LABELS],
    /// The lowest and the highest score of a label that begins anew after one that ends.
    closed: (i32, i32),
    /// The same as factors, by the label that comes first; 0 for what is not allowed.
    factors: [[f32; LABELS]; LABELS],
    /// The same by the label that comes next.
    factors_by_next: [[f32; LABELS]; LABELS],
    /// What a token that is surely outside says of the labels before it.
    before_outside: Probabilities,
    exp: Exp,
}

impl Transitions {
    /// From scores; those of illegal pairs are passed over.
    pub fn new(mut scores: [[i32; LABELS]; LABELS]) -> Self {
        let exp = Exp::new();
        let (mut factors, mut factors_by_next) = ([[0.0; LABELS]; LABELS], [[0.0; LABELS]; LABELS]);
        for (label, row) in scores.iter_mut().enumerate() {
            for (next, score) in row.iter_mut().enumerate() {
                if may_follow(label, next) {
                    factors[label][next] = exp.of(*score);
                    factors_by_next[next][label] = factors[label][next];
                } else {
                    *score = NEVER;
                }
            }
        }
        let closed = CLOSED.iter().flat_map(|&label| scores[label].iter().copied().filter(|&score| score != NEVER));
        let closed = (closed.clone().min().unwrap_or(0), closed.max().unwrap_or(0));
        let mut before_outside = factors_by_next[0];
        normalize(&mut before_outside);
        Self { scores, closed, factors, factors_by_next, before_outside, exp }
    }
}

/// The best legal sequence of labels (Viterbi); ties go to the lower label.
pub fn best(scores: &[LabelScores], transitions: &Transitions) -> Vec<u8> {
    let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(scores.len());
    let mut sums = [NEVER; LABELS];
    for (at, scores) in scores.iter().enumerate() {
        let mut next = [NEVER; LABELS];
        let mut from = [0; LABELS];
        let candidates = if is_outside(scores) { 1 } else { LABELS };
        let closed = likely_closed(&sums, transitions);
        for label in 0..candidates {
            let (sum, best) =
                if at == 0 { (if goes_on(label) { NEVER } else { 0 }, 0) } else { best_before(&sums, label, &closed, transitions) };
            next[label] = (sum + scores[label]).max(NEVER);
            from[label] = best;
        }
        back.push(from);
        sums = next;
    }
    let last = (0..LABELS).filter(|&label| !is_open(label)).fold(0, |best, label| if sums[label] > sums[best] { label } else { best });
    let mut label = last as u8;
    let mut path = vec![0; scores.len()];
    for (slot, from) in path.iter_mut().zip(&back).rev() {
        *slot = label;
        label = from[label as usize];
    }
    path
}

/// True if a token is in no name, whatever stands around it.
fn is_outside(scores: &LabelScores) -> bool {
    scores[1..].iter().all(|&score| scores[0] - score > CERTAIN)
}

/// The labels after which no name is open, as far as the best sequence may come from them: those not so far behind the best of
/// them that no score of a transition makes up for it. Their number comes first.
fn likely_closed(sums: &[i32; LABELS], transitions: &Transitions) -> (usize, [u8; CLOSED.len()]) {
    let (lowest, highest) = transitions.closed;
    let best = CLOSED.iter().map(|&label| sums[label]).max().unwrap_or(NEVER);
    let (mut n, mut likely) = (0, [0; CLOSED.len()]);
    for label in CLOSED {
        likely[n] = label as u8;
        n += usize::from(sums[label] + highest >= best + lowest);
    }
    (n, likely)
}

fn best_before(sums: &[i32; LABELS], label: usize, (n, closed): &(usize, [u8; CLOSED.len()]), transitions: &Transitions) -> (i32, u8) {
    let (mut sum, mut from) = (NEVER, 0);
    let mut consider = |before: usize| {
        let this = sums[before] + transitions.scores[before][label];
        if this > sum {
            (sum, from) = (this, before as u8);
        }
    };
    if goes_on(label) {
        let begin = 1 + (label - 1) / 4 * 4;
        consider(begin);
        consider(begin + 1);
    } else {
        closed[..*n].iter().for_each(|&before| consider(usize::from(before)));
    }
    (sum, from)
}

/// Labels after which no name is open.
const CLOSED: [usize; LABELS.div_ceil(2)] = labels_where_open_is(false);

const fn labels_where_open_is(open: bool) -> [usize; LABELS.div_ceil(2)] {
    let mut found = [0; LABELS.div_ceil(2)];
    let (mut label, mut n) = (0, 0);
    while label < LABELS {
        if is_open(label) == open {
            found[n] = label;
            n += 1;
        }
        label += 1;
    }
    found
}

/// The probability of each label of each token, over all legal sequences (forward-backward).
///
/// Only sums, products and quotients in a fixed order: the same on every machine.
pub fn marginals(scores: &[LabelScores], transitions: &Transitions) -> Vec<Probabilities> {
    let last = scores.len().wrapping_sub(1);
    let mut weights = Vec::with_capacity(scores.len());
    let mut forward: Vec<Probabilities> = Vec::with_capacity(scores.len());
    for (at, scores) in scores.iter().enumerate() {
        let (mut sums, mut weight) = (ONLY_OUTSIDE, ONLY_OUTSIDE);
        if !is_outside(scores) {
            weight = token_weights(scores, at == 0, at == last, &transitions.exp);
            sums = forward.last().map_or(weight, |before| follow(before, &weight, transitions));
            normalize(&mut sums);
        }
        weights.push(weight);
        forward.push(sums);
    }
    let mut backward = [1.0; LABELS];
    for (at, sums) in forward.iter_mut().enumerate().rev() {
        if is_outside(&scores[at]) {
            backward = transitions.before_outside;
            continue;
        }
        for (sum, back) in sums.iter_mut().zip(&backward) {
            *sum *= back;
        }
        normalize(sums);
        backward = lead(&backward, &weights[at], transitions);
        normalize(&mut backward);
    }
    forward
}

/// The probabilities of a token that is in no name.
const ONLY_OUTSIDE: Probabilities = {
    let mut probabilities = [0.0; LABELS];
    probabilities[0] = 1.0;
    probabilities
};

/// What the token's own scores say of each label; no name goes on at the first token of a sentence, or is open behind its last.
fn token_weights(scores: &LabelScores, first: bool, last: bool, exp: &Exp) -> Probabilities {
    let highest = scores.iter().copied().max().unwrap_or(0);
    let mut weights = [0.0; LABELS];
    for (label, weight) in weights.iter_mut().enumerate() {
        if !(first && goes_on(label) || last && is_open(label)) {
            *weight = exp.of(scores[label] - highest).max(1e-30);
        }
    }
    weights
}

fn follow(before: &Probabilities, weight: &Probabilities, transitions: &Transitions) -> Probabilities {
    let mut sums = [0.0; LABELS];
    for (label, &sum) in before.iter().enumerate() {
        if sum > NEGLIGIBLE {
            for (next, factor) in sums.iter_mut().zip(&transitions.factors[label]) {
                *next += sum * factor;
            }
        }
    }
    for (sum, weight) in sums.iter_mut().zip(weight) {
        *sum *= weight;
    }
    sums
}

fn lead(backward: &Probabilities, weight: &Probabilities, transitions: &Transitions) -> Probabilities {
    let mut products = [0.0; LABELS];
    for (product, (backward, weight)) in products.iter_mut().zip(backward.iter().zip(weight)) {
        *product = backward * weight;
    }
    let least = products.iter().copied().fold(0.0, f32::max) * NEGLIGIBLE;
    let mut sums = [0.0; LABELS];
    for (&product, factors) in products.iter().zip(&transitions.factors_by_next) {
        if product > least {
            for (sum, factor) in sums.iter_mut().zip(factors) {
                *sum += product * factor;
            }
        }
    }
    sums
}

fn normalize(values: &mut Probabilities) {
    // Four sums at once; always in this order.
    let mut sums = [0.0; 4];
    for part in values.chunks(4) {
        for (sum, value) in sums.iter_mut().zip(part) {
            *sum += value;
        }
    }
    let sum: f32 = sums.iter().sum();
    let factor = 1.0 / sum.max(1e-30);
    for value in values.iter_mut() {
        *value *= factor;
    }
}

/// The exponential function of scores, from tables made by multiplication alone, so that it is the same on every machine.
#[derive(Clone)]
struct Exp {
    whole: [f32; 64],
    parts: [f32; UNIT as usize],
}

impl Exp {
    fn new() -> Self {
        /// e and its 128th root.
        const BASE: f64 = std::f64::consts::E;
        const ROOT: f64 = 1.007_843_097_206_448;
        let (mut whole, mut parts) = ([0.0; 64], [0.0; UNIT as usize]);
        let mut value = 1.0;
        for slot in &mut whole[32..] {
            *slot = value as f32;
            value *= BASE;
        }
        value = 1.0;
        for slot in whole[..32].iter_mut().rev() {
            value /= BASE;
            *slot = value as f32;
        }
        value = 1.0;
        for slot in &mut parts {
            *slot = value as f32;
            value *= ROOT;
        }
        Self { whole, parts }
    }

    /// `e` to the power of `score / 128`; 0 far below 1.
    fn of(&self, score: i32) -> f32 {
        // 32 whole steps below 0 lie at the start of the table.
        let Ok(above) = usize::try_from(score + 32 * UNIT) else { return 0.0 };
        self.whole[(above / UNIT as usize).min(63)] * self.parts[above % UNIT as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::super::labels::{Part, label};
    use super::*;

    fn transitions() -> Transitions {
        Transitions::new([[0; LABELS]; LABELS])
    }

    fn scores(wanted: &[(u8, i32)]) -> Vec<LabelScores> {
        wanted
            .iter()
            .map(|&(label, score)| {
                let mut scores = [0; LABELS];
                scores[label as usize] = score;
                scores
            })
            .collect()
    }

    #[test]
    fn the_best_legal_sequence_wins() {
        let (begin, end, single) = (label(Part::Begin, 0), label(Part::End, 0), label(Part::Single, 1));
        assert_eq!(best(&scores(&[(begin, 500), (end, 500), (single, 300), (0, 100)]), &transitions()), [begin, end, single, 0]);
        // A name cannot begin with its end: the strong label forces the one before it.
        assert_eq!(best(&scores(&[(single, 100), (end, 900)]), &transitions()), [begin, end]);
        assert!(best(&[], &transitions()).is_empty());
    }

    #[test]
    fn what_is_passed_over_cannot_win() {
        let mut state = 7_u32;
        let mut number = |range: i32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8).cast_signed() % range - range / 2
        };
        for spread in [10, 300, 3_000] {
            let transitions = Transitions::new(std::array::from_fn(|_| std::array::from_fn(|_| number(spread))));
            for _ in 0..50 {
                let scores: Vec<LabelScores> = (0..8).map(|_| std::array::from_fn(|_| number(2_000))).collect();
                let sum = |labels: &[u8]| {
                    let own: i32 = labels.iter().zip(&scores).map(|(&label, scores)| scores[label as usize]).sum();
                    own + labels.windows(2).map(|pair| transitions.scores[pair[0] as usize][pair[1] as usize]).sum::<i32>()
                };
                // Every label before every other, none passed over.
                let mut sums: Vec<i32> = (0..LABELS).map(|label| if goes_on(label) { NEVER } else { scores[0][label] }).collect();
                for scores in &scores[1..] {
                    let before = |label: usize| (0..LABELS).map(|from| sums[from] + transitions.scores[from][label]).max();
                    sums = (0..LABELS).map(|label| (before(label).unwrap_or(NEVER) + scores[label]).max(NEVER)).collect();
                }
                let most = (0..LABELS).filter(|&label| !is_open(label)).map(|label| sums[label]).max();
                assert_eq!(Some(sum(&best(&scores, &transitions))), most);
            }
        }
    }

    #[test]
    fn probabilities() {
        let single = label(Part::Single, 1);
        let found = marginals(&scores(&[(single, 1_000), (0, 1_000)]), &transitions());
        assert!(found[0][single as usize] > 0.95 && found[1][0] > 0.95);
        assert!(found.iter().all(|token| (token.iter().sum::<f32>() - 1.0).abs() < 1e-4));
    }

    #[test]
    fn exponentials() {
        let exp = Exp::new();
        for score in [-3_000, -129, -128, -1, 0, 1, 127, 128, 1_000] {
            let expected = (f64::from(score) / 128.0).exp();
            assert!((f64::from(exp.of(score)) / expected - 1.0).abs() < 1e-5, "{score}");
        }
    }
}
