//! Weights to few sizes: what is packed into the model.

use dateline_engine::mentions::tagger::decode::UNIT;
use dateline_engine::mentions::tagger::labels::LABELS;
use dateline_engine::mentions::tagger::model::LEVELS;

use crate::crf::Trained;

/// A pass in whole numbers.
pub struct Quantized {
    /// Cut feature hash, and its labels with codes: twice the level, and one more for below zero.
    pub rows: Vec<(u32, Vec<(u8, u8)>)>,
    /// The sizes of weights, in the engine's units.
    pub levels: [i16; LEVELS],
    /// In the engine's units.
    pub transitions: [[i16; LABELS]; LABELS],
}

/// Rounds to the sizes that lie nearest to all weights (Lloyd's algorithm); weights below `least` become zero.
pub fn quantize(trained: &Trained, least: f32) -> Quantized {
    let mut sizes: Vec<f32> =
        trained.rows.iter().flatten().map(|weight| weight.abs()).filter(|&size| size >= least && size > 0.0).collect();
    sizes.sort_by(f32::total_cmp);
    let levels = lloyd(&sizes);
    let rows = trained
        .hashes
        .iter()
        .zip(&trained.rows)
        .filter_map(|(&hash, row)| {
            let codes: Vec<(u8, u8)> = row[..LABELS]
                .iter()
                .enumerate()
                .filter(|&(_, &weight)| weight != 0.0 && weight.abs() >= least)
                .map(|(label, &weight)| (label as u8, nearest(&levels, weight.abs()) as u8 * 2 + u8::from(weight < 0.0)))
                .collect();
            (!codes.is_empty()).then_some((hash, codes))
        })
        .collect();
    let unit = |value: f32| (value * UNIT as f32).round().clamp(f32::from(i16::MIN), f32::from(i16::MAX)) as i16;
    Quantized { rows, levels: std::array::from_fn(|level| unit(levels[level])), transitions: trained.transitions.map(|row| row.map(unit)) }
}

/// Sizes such that the squared differences to the sorted values are small.
fn lloyd(sorted: &[f32]) -> [f32; LEVELS] {
    let at = |share: f64| sorted.get((share * sorted.len() as f64) as usize).or(sorted.last()).copied().unwrap_or(0.0);
    let mut levels: [f32; LEVELS] = std::array::from_fn(|level| {
        let share = (level as f64 + 0.5) / LEVELS as f64;
        at(1.0 - (1.0 - share).powi(2))
    });
    for _ in 0..40 {
        let mut start = 0;
        for level in 0..LEVELS {
            let limit = levels.get(level + 1).map_or(f32::MAX, |next| f32::midpoint(levels[level], *next));
            let end = start + sorted[start..].partition_point(|&size| size < limit);
            if end > start {
                let sum: f64 = sorted[start..end].iter().map(|&size| f64::from(size)).sum();
                levels[level] = (sum / (end - start) as f64) as f32;
            }
            start = end;
        }
    }
    levels
}

fn nearest(levels: &[f32; LEVELS], size: f32) -> usize {
    let distance = |level: usize| (levels[level] - size).abs();
    (0..LEVELS).fold(0, |best, level| if distance(level) < distance(best) { level } else { best })
}
