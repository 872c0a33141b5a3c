//! Where the marks below the line stand: days, weeks, months, quarters or years, whichever leave room for their words.

use dateline_engine::dates::Date;

use super::letters;
use super::scale::{Scale, Stretch};
use crate::words::DateWords;

/// A mark below the line.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where it stands, in pixels.
    pub x: f32,
    /// What is written under it.
    pub label: String,
}

/// Two marks of a stretch stand at least so far apart, in pixels.
const APART: f32 = 64.0;
/// The size of the words under a mark, as in `styles/tokens.css`, and the room between two of them. In pixels.
const SIZE: f32 = 12.0;
const BETWEEN: f32 = 6.0;

/// A step from mark to mark.
#[derive(Clone, Copy)]
enum Step {
    Days(i32),
    Months(i32),
}

/// From fine to coarse.
const STEPS: [Step; 14] = [
    Step::Days(1),
    Step::Days(2),
    Step::Days(7),
    Step::Days(14),
    Step::Months(1),
    Step::Months(3),
    Step::Months(12),
    Step::Months(24),
    Step::Months(60),
    Step::Months(120),
    Step::Months(240),
    Step::Months(600),
    Step::Months(1200),
    Step::Months(6000),
];

impl Step {
    fn days(self) -> f32 {
        match self {
            Self::Days(days) => days as f32,
            Self::Months(months) => months as f32 * 30.437,
        }
    }

    /// The first mark at or after `date`.
    fn first(self, date: Date) -> Option<Date> {
        match self {
            Self::Days(1 | 2) => Some(date),
            Self::Days(_) => date.monday().filter(|&monday| monday == date).or_else(|| date.monday()?.add_days(7)),
            Self::Months(months) => {
                let month = i32::from(date.year()) * 12 + i32::from(date.month()) - 1;
                let before = month.div_euclid(months) * months;
                let at = Date::new((before / 12).max(1) as i16, (before % 12) as i8 + 1, 1)?;
                if at >= date { Some(at) } else { at.add_months(months) }
            }
        }
    }

    fn next(self, date: Date) -> Option<Date> {
        match self {
            Self::Days(days) => date.add_days(days),
            Self::Months(months) => date.add_months(months),
        }
    }

    fn label(self, date: Date, with_year: bool, dates: &DateWords) -> String {
        match self {
            Self::Months(12..) => date.year().to_string(),
            Self::Months(_) if with_year => format!("{} {}", dates.short_month.write(date), date.year()),
            Self::Months(_) => dates.short_month.write(date),
            Self::Days(_) if with_year => format!("{} {}", dates.short_day.write(date), date.year()),
            Self::Days(_) => dates.short_day.write(date),
        }
    }
}

/// The marks of a scale whose days count from `origin`. Every open stretch begins with a year.
pub fn ticks(scale: &Scale, origin: Date, dates: &DateWords) -> Vec<Tick> {
    let day_width = scale.day_width();
    let Some(step) = STEPS.into_iter().find(|step| step.days() * day_width >= APART) else { return Vec::new() };
    let mut all: Vec<Tick> = Vec::new();
    for stretch in scale.stretches().iter().filter(|stretch| !stretch.folded) {
        let mut next = of_stretch(scale, origin, *stretch, step, dates);
        // Where two stretches meet, the later one's first mark stays: it says the year.
        if let Some(first) = next.first() {
            while all.last().is_some_and(|last| touch(last, first)) {
                all.pop();
            }
        }
        all.append(&mut next);
    }
    all
}

fn touch(left: &Tick, right: &Tick) -> bool {
    let halves = (letters::width(&left.label) + letters::width(&right.label)) * SIZE / 2.0;
    right.x - left.x < halves + BETWEEN
}

fn of_stretch(scale: &Scale, origin: Date, stretch: Stretch, step: Step, dates: &DateWords) -> Vec<Tick> {
    let mut ticks: Vec<Tick> = Vec::new();
    let mut date = origin.add_days(stretch.from).and_then(|from| step.first(from));
    let mut year = None;
    while let Some(at) = date {
        let day = origin.days_to(at);
        if day > stretch.to {
            break;
        }
        ticks.push(Tick { x: scale.x(day), label: step.label(at, year != Some(at.year()), dates) });
        year = Some(at.year());
        date = step.next(at);
    }
    if let (true, Some(first)) = (ticks.is_empty(), origin.add_days(stretch.from)) {
        ticks.push(Tick { x: scale.x(stretch.from), label: first.year().to_string() });
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_two_stretches_do_not_touch() {
        let origin = Date::new(2000, 1, 1).unwrap();
        for width in [260, 300, 340, 380, 420, 700, 1200] {
            // A year, a long empty time, and a week: the week begins right behind the break.
            let scale = Scale::new(vec![(0, 366), (8_000, 8_007), (8_010, 8_400)], width as f32, true);
            let ticks = ticks(&scale, origin, &DateWords::default());
            assert!(scale.stretches().iter().any(|stretch| stretch.folded));
            assert!(ticks.windows(2).all(|pair| !touch(&pair[0], &pair[1])), "{width}: {ticks:?}");
            assert!(ticks.iter().any(|tick| tick.label.contains("202")), "the later stretch says its year: {ticks:?}");
        }
    }
}
