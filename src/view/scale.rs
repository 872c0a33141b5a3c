//! Days to pixels: straight, but for long empty stretches, which are folded and drawn as a break.

/// A stretch of the scale. Days count from any one day; pixels from the left edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// First day.
    pub from: i32,
    /// The day behind the last.
    pub to: i32,
    /// Where it begins.
    pub left: f32,
    /// Where it ends.
    pub right: f32,
    /// True if nothing stands in it and it is drawn as a break.
    pub folded: bool,
}

/// An empty stretch is folded if it takes a larger part of what is not folded yet.
const LARGEST_GAP: f32 = 0.45;
/// The width of a break in pixels.
const BREAK: f32 = 44.0;

/// A scale in stretches, in order and without gaps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scale {
    stretches: Vec<Stretch>,
}

impl Scale {
    /// A scale of `width` pixels for things that take these days (first, and the one behind the last), in any order.
    /// Long empty stretches are folded if `fold` says so.
    pub fn new(mut extents: Vec<(i32, i32)>, width: f32, fold: bool) -> Self {
        extents.sort_unstable();
        let mut covered: Vec<(i32, i32)> = Vec::new();
        for (from, to) in extents {
            match covered.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => covered.push((from, to)),
            }
        }
        let gaps = if fold { folded_gaps(&covered) } else { Vec::new() };
        Self { stretches: lay_out(&covered, &gaps, width) }
    }

    /// Where the beginning of a day stands; days outside stand at the edges.
    pub fn x(&self, day: i32) -> f32 {
        let index = self.stretches.partition_point(|stretch| stretch.to <= day);
        match self.stretches.get(index).or(self.stretches.last()) {
            None => 0.0,
            Some(stretch) => {
                let part = (day.clamp(stretch.from, stretch.to) - stretch.from) as f32 / (stretch.to - stretch.from).max(1) as f32;
                stretch.left + part * (stretch.right - stretch.left)
            }
        }
    }

    /// The day that stands at a place; outside, the first or the last.
    pub fn day(&self, x: f32) -> i32 {
        let index = self.stretches.partition_point(|stretch| stretch.right <= x);
        match self.stretches.get(index).or(self.stretches.last()) {
            None => 0,
            Some(stretch) => {
                let part = ((x - stretch.left) / (stretch.right - stretch.left).max(0.1)).clamp(0.0, 1.0);
                let days = (part * (stretch.to - stretch.from) as f32).floor() as i32;
                (stretch.from + days).min(stretch.to - 1)
            }
        }
    }

    /// The stretches, in order.
    pub fn stretches(&self) -> &[Stretch] {
        &self.stretches
    }

    /// The most pixels that a day takes outside of breaks.
    pub fn day_width(&self) -> f32 {
        let open = self.stretches.iter().filter(|stretch| !stretch.folded);
        open.map(|stretch| (stretch.right - stretch.left) / (stretch.to - stretch.from).max(1) as f32).fold(0.0, f32::max)
    }
}

/// The gaps between covered stretches that are folded: the largest first, as long as it outweighs the rest.
fn folded_gaps(covered: &[(i32, i32)]) -> Vec<(i32, i32)> {
    let mut gaps: Vec<(i32, i32)> = covered.windows(2).map(|pair| (pair[0].1, pair[1].0)).collect();
    gaps.sort_by_key(|gap| gap.0 - gap.1);
    let mut left = covered.last().map_or(0, |last| last.1) - covered.first().map_or(0, |first| first.0);
    let mut folded = Vec::new();
    for gap in gaps {
        let days = gap.1 - gap.0;
        if days as f32 <= LARGEST_GAP * left as f32 {
            break;
        }
        left -= days;
        folded.push(gap);
    }
    folded.sort_unstable();
    folded
}

fn lay_out(covered: &[(i32, i32)], folded: &[(i32, i32)], width: f32) -> Vec<Stretch> {
    let (Some(&(first, _)), Some(&(_, last))) = (covered.first(), covered.last()) else { return Vec::new() };
    let folded_days: i32 = folded.iter().map(|gap| gap.1 - gap.0).sum();
    let open_days = (last - first - folded_days).max(1) as f32;
    let per_day = (width - BREAK * folded.len() as f32).max(1.0) / open_days;
    let mut stretches = Vec::with_capacity(2 * folded.len() + 1);
    let (mut day, mut x) = (first, 0.0);
    let mut push = |from: i32, to: i32, pixels: f32, folded: bool| {
        stretches.push(Stretch { from, to, left: x, right: x + pixels, folded });
        x += pixels;
    };
    for &(from, to) in folded {
        push(day, from, (from - day) as f32 * per_day, false);
        push(from, to, BREAK, true);
        day = to;
    }
    push(day, last, (last - day) as f32 * per_day, false);
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(scale: &Scale, day: i32, x: f32) {
        assert!((scale.x(day) - x).abs() < 0.01, "day {day} at {}", scale.x(day));
    }

    #[test]
    fn straight_without_large_gaps() {
        let scale = Scale::new(vec![(0, 100), (150, 200)], 400.0, true);
        check(&scale, 0, 0.0);
        check(&scale, 100, 200.0);
        check(&scale, 200, 400.0);
        check(&scale, -5, 0.0);
        check(&scale, 500, 400.0);
    }

    #[test]
    fn a_large_gap_is_folded() {
        let scale = Scale::new(vec![(20_000, 20_010), (0, 10)], 444.0, true);
        check(&scale, 10, 200.0);
        check(&scale, 20_000, 244.0);
        check(&scale, 20_010, 444.0);
    }

    #[test]
    fn never_runs_backwards() {
        let scale = Scale::new(vec![(5, 6), (-40_000, -39_990), (1_000, 1_001), (1_003, 1_004), (100_000, 100_400)], 900.0, true);
        let mut last = -1.0;
        for day in (-40_000..100_400).step_by(7) {
            assert!(scale.x(day) >= last);
            last = scale.x(day);
        }
        assert!((scale.x(100_400) - 900.0).abs() < 0.1);
    }

    #[test]
    fn a_place_leads_back_to_its_day() {
        let scale = Scale::new(vec![(20_000, 20_010), (0, 10)], 444.0, true);
        for day in (0..10).chain(20_000..20_010) {
            assert_eq!(scale.day(scale.x(day) + 1.0), day);
        }
        assert_eq!((scale.day(-50.0), scale.day(900.0)), (0, 20_009));
        let straight = Scale::new(vec![(20_000, 20_010), (0, 10)], 444.0, false);
        assert_eq!(straight.stretches().len(), 1);
    }

    #[test]
    fn nothing_and_one_day() {
        check(&Scale::new(Vec::new(), 100.0, true), 3, 0.0);
        check(&Scale::new(vec![(3, 4)], 100.0, true), 4, 100.0);
    }
}
