//! How often a name with some raw probability is right: the table that makes percentages honest.

use dateline_engine::mentions::tagger::model::CALIBRATION;

/// A name that was found: its raw probability, and whether it is right.
pub type Outcome = (f32, bool);

const STEPS: f32 = CALIBRATION as f32 - 1.0;

/// Percent for each step of the raw probability, rising; each step sees the outcomes near it, the nearer the more.
pub fn fit(outcomes: &[Outcome]) -> [u8; CALIBRATION] {
    let (mut right, mut all) = ([0.0; CALIBRATION], [0.0; CALIBRATION]);
    for &(raw, is_right) in outcomes {
        let at = raw.clamp(0.0, 1.0) * STEPS;
        let below = (at as usize).min(CALIBRATION - 2);
        for (step, share) in [(below, 1.0 - (at - below as f32)), (below + 1, at - below as f32)] {
            all[step] += f64::from(share);
            right[step] += if is_right { f64::from(share) } else { 0.0 };
        }
    }
    // A step without outcomes keeps its raw value, as if one name had been seen there.
    let mut pools: Vec<(f64, f64, usize)> =
        (0..CALIBRATION).map(|step| (right[step] + step as f64 / f64::from(STEPS), all[step] + 1.0, 1)).collect();
    let mut at = 1;
    while at < pools.len() {
        if pools[at - 1].0 / pools[at - 1].1 > pools[at].0 / pools[at].1 {
            let pool = pools.remove(at);
            pools[at - 1] = (pools[at - 1].0 + pool.0, pools[at - 1].1 + pool.1, pools[at - 1].2 + pool.2);
            at = at.saturating_sub(1).max(1);
        } else {
            at += 1;
        }
    }
    let mut table = pools.iter().flat_map(|&(right, all, n)| std::iter::repeat_n((100.0 * right / all).round() as u8, n));
    std::array::from_fn(|_| table.next().unwrap_or(100))
}

/// The expected calibration error, in percent: the mean distance between what is said and what is so, over ten bins.
pub fn error(outcomes: &[(u8, bool)]) -> f64 {
    let mut bins = [(0.0, 0.0, 0.0); 10];
    for &(percent, is_right) in outcomes {
        let bin = &mut bins[usize::from(percent / 10).min(9)];
        bin.0 += f64::from(percent);
        bin.1 += f64::from(u8::from(is_right)) * 100.0;
        bin.2 += 1.0;
    }
    bins.iter().map(|&(said, so, _): &(f64, f64, f64)| (said - so).abs()).sum::<f64>() / outcomes.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_overconfident_tagger_is_corrected() {
        let outcomes: Vec<Outcome> = (0..1_000).map(|at| (0.9, at % 2 == 0)).chain((0..1_000).map(|_| (1.0, true))).collect();
        let table = fit(&outcomes);
        assert_eq!((table[18], table[20]), (50, 100));
        assert!(table.is_sorted());
    }

    #[test]
    fn the_error_is_the_mean_distance() {
        assert!((error(&[(80, true), (80, false)]) - 30.0).abs() < 1e-9);
        assert!(error(&[(100, true), (0, false)]) < 1e-9);
    }
}
