//! The timeline drawn to scale: what stands where on a line of a given width.

use dateline_engine::dates::{Date, Granularity};
use dateline_engine::timeline::{Status, TimelineEntry};

use super::lanes::{self, Room, Wanted};
use super::letters;
use super::scale::Scale;
use super::ticks::{Tick, ticks};
use super::when;
use crate::state::{Days, Reading};
use crate::words::{self, DateWords};

/// The ends of the line keep this distance from the edge, in pixels.
const MARGIN: f32 = 12.0;
/// Half of a dot, in pixels.
pub const DOT: f32 = 5.5;
/// Short figures that stand in one cell of this width are drawn as one, in pixels.
const CELL: f32 = 30.0;
/// The size of the words above the line, and how far they keep from the day of publication, in pixels.
const SMALL: f32 = 12.0;
const BESIDE: f32 = 6.0;
/// What a folded stretch's words may reach into the room of those at the publication before these change sides, in pixels.
const FOLDED: f32 = 30.0;
/// So many in one cell are still drawn each for itself.
const FEW: usize = 2;

/// How the drawing is to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sheet {
    /// In pixels.
    pub width: f32,
    /// The most rows that figures may take.
    pub lanes: usize,
    /// True if long empty stretches are folded.
    pub fold: bool,
}

/// How an entry is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One day.
    Dot,
    /// A longer stretch, as wide as it is long.
    Bar,
    /// Has no end: drawn up to the publication.
    OpenEnd,
    /// Has no beginning.
    OpenStart,
    /// Several that stand too near to each other to be told apart.
    Cluster,
}

/// One entry, or several that are drawn as one.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Indices of the entries, in order of time.
    pub entries: Vec<usize>,
    /// How it is drawn.
    pub shape: Shape,
    /// In pixels.
    pub left: f32,
    /// In pixels.
    pub right: f32,
    /// First day and the day behind the last, counted from [`Overview::origin`].
    pub days: (i32, i32),
    /// Past or still to come, of the first entry.
    pub status: Status,
    /// True if the words say `about`.
    pub approximate: bool,
    /// The row, from the line upwards.
    pub lane: usize,
    /// What stands beside or inside it, and where that begins; nothing if there is no room.
    pub label: Option<(f32, String)>,
}

/// The whole drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overview {
    /// What is drawn above the line; long stretches first.
    pub figures: Vec<Figure>,
    /// Marks below the line.
    pub ticks: Vec<Tick>,
    /// Folded stretches: middle in pixels, and how long they are in words.
    pub breaks: Vec<(f32, String)>,
    /// Where the publication stands, in pixels.
    pub published: Option<f32>,
    /// So many rows are used.
    pub lanes: usize,
    /// Day 0 of the scale.
    pub origin: Option<Date>,
    scale: Scale,
}

impl Overview {
    /// Lays the entries out.
    pub fn new(reading: &Reading, sheet: Sheet, dates: &DateWords) -> Self {
        let entries = &reading.analysis.timeline;
        let published = reading.analysis.published.map(|published| published.date);
        let Some(origin) = entries.iter().filter_map(|entry| entry.earliest.or(entry.latest)).chain(published).min() else {
            return Self::default();
        };
        let extents: Vec<(i32, i32)> =
            entries.iter().filter_map(|entry| extent(entry, origin, published)).chain(published.map(|day| one_day(origin, day))).collect();
        let scale = Scale::new(padded(&extents), sheet.width - 2.0 * MARGIN, sheet.fold);
        let x = |day: i32| MARGIN + scale.x(day);
        let figures = entries.iter().enumerate().filter_map(|(index, entry)| figure(index, entry, extent(entry, origin, published)?, &x));
        let mut figures = cluster(figures.collect());
        let published = published.map(|day| f32::midpoint(x(origin.days_to(day)), x(origin.days_to(day) + 1)));
        place(&mut figures, entries, Room { width: sheet.width, lanes: sheet.lanes, rule: published }, dates);
        Self {
            lanes: figures.iter().map(|figure| figure.lane + 1).max().unwrap_or(0),
            figures,
            ticks: ticks(&scale, origin, dates).into_iter().map(|tick| Tick { x: tick.x + MARGIN, ..tick }).collect(),
            breaks: breaks(&scale),
            published,
            origin: Some(origin),
            scale,
        }
    }

    /// Where a stretch of days stands, in pixels.
    pub fn place(&self, (from, to): Days) -> Option<(f32, f32)> {
        let origin = self.origin?;
        Some((MARGIN + self.scale.x(origin.days_to(from)), MARGIN + self.scale.x(origin.days_to(to) + 1)))
    }

    /// The days between two places, in pixels.
    pub fn days(&self, left: f32, right: f32) -> Option<Days> {
        let (from, to) = (self.scale.day(left - MARGIN), self.scale.day(right - MARGIN));
        let origin = self.origin?;
        Some((origin.add_days(from)?, origin.add_days(to.max(from))?))
    }

    /// First and last day of a figure.
    pub fn days_of(&self, figure: &Figure) -> Option<Days> {
        let origin = self.origin?;
        Some((origin.add_days(figure.days.0)?, origin.add_days(figure.days.1 - 1)?))
    }

    /// Where the words at the day of publication begin and end, in pixels, and whether they stand before it: on the side with room.
    pub fn published_words(&self, width: f32) -> Option<(f32, f32, bool)> {
        let x = self.published?;
        let room = letters::width(words::PUBLISHED) * SMALL + BESIDE;
        let is_taken = self.breaks.iter().any(|(at, _)| (0.0..room + FOLDED).contains(&(at - x)));
        let is_before = x > width - room || (is_taken && x > room);
        Some(if is_before { (x - room, x - BESIDE, true) } else { (x + BESIDE, x + room, false) })
    }

    /// The middle of the words that tell how long a folded stretch is: at its own middle, or moved off the day of publication and
    /// its words; nothing if that is too far.
    pub fn fold_words(&self, x: f32, length: &str, width: f32) -> Option<f32> {
        let half = letters::width(length) * SMALL / 2.0 + 2.0;
        let middle = match (self.published, self.published_words(width)) {
            (Some(rule), Some((left, ..))) if x < rule => x.min(left.min(rule) - half),
            (Some(rule), Some((_, right, _))) => x.max(right.max(rule) + half),
            _ => x,
        };
        let fits = middle >= half && middle + half <= width && (middle - x).abs() < half + BESIDE;
        fits.then_some(middle)
    }

    /// True if something is drawn as one or has no words, so that a closer look would show more.
    pub fn is_crowded(&self) -> bool {
        self.figures.iter().any(|figure| figure.shape == Shape::Cluster || figure.label.is_none())
    }
}

fn breaks(scale: &Scale) -> Vec<(f32, String)> {
    let folded = scale.stretches().iter().filter(|stretch| stretch.folded);
    folded.map(|stretch| (MARGIN + f32::midpoint(stretch.left, stretch.right), words::length(stretch.to - stretch.from))).collect()
}

fn one_day(origin: Date, day: Date) -> (i32, i32) {
    (origin.days_to(day), origin.days_to(day) + 1)
}

/// A little room at both ends, so that a lone day does not fill the whole line.
fn padded(extents: &[(i32, i32)]) -> Vec<(i32, i32)> {
    let (from, to) = (extents.iter().map(|extent| extent.0).min().unwrap_or(0), extents.iter().map(|extent| extent.1).max().unwrap_or(1));
    let longest = extents.iter().map(|extent| extent.1 - extent.0).max().unwrap_or(1);
    let room = (longest.min(to - from) / 12).max(1);
    extents.iter().map(|&(a, b)| (if a == from { a - room } else { a }, if b == to { b + room } else { b })).collect()
}

/// First day and the day behind the last; an open end reaches to the publication, or is a day long.
fn extent(entry: &TimelineEntry, origin: Date, published: Option<Date>) -> Option<(i32, i32)> {
    let day = |date: Date| origin.days_to(date);
    match (entry.earliest, entry.latest) {
        (Some(from), Some(to)) => Some((day(from), day(to) + 1)),
        (Some(from), None) => Some((day(from), published.filter(|&day| day > from).map_or(day(from) + 1, |date| day(date) + 1))),
        (None, Some(to)) => Some((day(to), day(to) + 1)),
        (None, None) => None,
    }
}

fn figure(index: usize, entry: &TimelineEntry, days: (i32, i32), x: &impl Fn(i32) -> f32) -> Option<Figure> {
    let shape = match (entry.earliest, entry.latest) {
        (Some(from), Some(to)) if from == to => Shape::Dot,
        (Some(_), Some(_)) => Shape::Bar,
        (Some(_), None) => Shape::OpenEnd,
        (None, Some(_)) => Shape::OpenStart,
        (None, None) => return None,
    };
    let (left, right) = (x(days.0), x(days.1));
    let (left, right) = match shape {
        Shape::Dot => (f32::midpoint(left, right) - DOT, f32::midpoint(left, right) + DOT),
        Shape::OpenStart => ((right - 28.0).max(0.0), right),
        Shape::OpenEnd => (left, right.max(left + 14.0)),
        _ => (left, right.max(left + 5.0)),
    };
    let approximate = entry.edtf.contains(['~', '%']);
    Some(Figure { entries: vec![index], shape, left, right, days, status: entry.status, approximate, lane: 0, label: None })
}

/// Joins short figures where many stand in one cell.
fn cluster(figures: Vec<Figure>) -> Vec<Figure> {
    let (mut short, mut long): (Vec<Figure>, Vec<Figure>) = figures.into_iter().partition(|figure| figure.right - figure.left <= CELL);
    long.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut all = Vec::new();
    short.sort_by(|a, b| a.left.total_cmp(&b.left));
    let cell = |figure: &Figure| (f32::midpoint(figure.left, figure.right) / CELL) as i32;
    for near in short.chunk_by(|a, b| cell(a) == cell(b)) {
        if near.len() <= FEW {
            all.extend_from_slice(near);
            continue;
        }
        // A past day and a planned one never become one figure.
        let (planned, past): (Vec<&Figure>, Vec<&Figure>) = near.iter().partition(|figure| figure.status == Status::Planned);
        all.extend(join(&past).into_iter().chain(join(&planned)));
    }
    long.into_iter().chain(all).collect()
}

fn join(near: &[&Figure]) -> Option<Figure> {
    let mut joined = (*near.first()?).clone();
    for next in &near[1..] {
        joined.entries.extend(&next.entries);
        (joined.left, joined.right) = (joined.left.min(next.left), joined.right.max(next.right));
        joined.days = (joined.days.0.min(next.days.0), joined.days.1.max(next.days.1));
    }
    if near.len() == 1 {
        return Some(joined);
    }
    joined.entries.sort_unstable();
    joined.shape = Shape::Cluster;
    joined.approximate = false;
    let middle = f32::midpoint(joined.left, joined.right);
    (joined.left, joined.right) = (joined.left.min(middle - 9.0), joined.right.max(middle + 9.0));
    Some(joined)
}

/// Gives every figure its row, and its words where there is room.
fn place(figures: &mut [Figure], entries: &[TimelineEntry], room: Room, dates: &DateWords) {
    let wanted: Vec<Wanted> = figures
        .iter()
        .map(|figure| Wanted {
            left: figure.left,
            right: figure.right,
            text: text(figure, entries, dates),
            is_long: figure.right - figure.left > CELL,
        })
        .collect();
    for ((figure, given), wanted) in figures.iter_mut().zip(lanes::assign(&wanted, room)).zip(wanted) {
        figure.lane = given.lane;
        figure.label = given.text.map(|left| (left, wanted.text));
    }
}

fn text(figure: &Figure, entries: &[TimelineEntry], dates: &DateWords) -> String {
    let of = |index: Option<&usize>| index.and_then(|&index| entries.get(index)).map(|entry| short(entry, dates)).unwrap_or_default();
    match figure.shape {
        Shape::Cluster => format!("{} – {}", of(figure.entries.first()), of(figure.entries.last())),
        _ => of(figure.entries.first()),
    }
}

/// As few words as do beside a line with years on it.
fn short(entry: &TimelineEntry, dates: &DateWords) -> String {
    match (entry.granularity, entry.earliest) {
        (Granularity::Day | Granularity::Time, Some(date)) => dates.short_day.write(date),
        _ => when::words(dates, &entry.edtf, entry.granularity, entry.earliest, entry.latest),
    }
}

#[cfg(test)]
mod tests {
    use dateline_engine::{Options, analyze};

    use super::*;
    use crate::protocol::RequestId;

    fn drawn(text: &str, width: f32) -> Overview {
        let options = Options { published: Date::new(2019, 10, 30) };
        let reading = Reading::new(RequestId::default(), text.into(), analyze(text, &options));
        Overview::new(&reading, Sheet { width, lanes: 4, fold: true }, &DateWords::default())
    }

    fn only(overview: &Overview, shape: Shape) -> &Figure {
        let mut all = overview.figures.iter().filter(|figure| figure.shape == shape);
        let first = all.next().unwrap();
        assert!(all.next().is_none());
        first
    }

    #[test]
    fn words_of_folds_keep_off_the_publication() {
        let at = |published: f32, fold: f32, width: f32| {
            let overview = Overview { published: Some(published), breaks: vec![(fold, "38 years".into())], ..Overview::default() };
            (overview.published_words(width).unwrap(), overview.fold_words(fold, "38 years", width))
        };
        let half = letters::width("38 years") * SMALL / 2.0;
        for (published, fold, width) in [(314.0, 337.0, 1376.0), (314.0, 250.0, 1376.0), (111.0, 63.0, 338.0), (700.0, 120.0, 1376.0)] {
            let ((left, right, _), middle) = at(published, fold, width);
            let Some(middle) = middle else { continue };
            let crosses = |from: f32, to: f32| middle - half < to && middle + half > from;
            assert!(!crosses(left, right) && !crosses(published, published), "{published} {fold}");
        }
        assert_eq!(at(700.0, 120.0, 1376.0).1, Some(120.0), "one that is far stays where it is");
        assert!(at(314.0, 337.0, 1376.0).1.is_some(), "one that is near moves");
        assert_eq!(at(60.0, 40.0, 338.0).1, None, "one without room is left out");
    }

    #[test]
    fn each_is_drawn_as_what_it_is() {
        let overview = drawn("It began in 2015. They met on 3 March 2018. It has grown since 2016.", 1000.0);
        let (year, day, open) = (only(&overview, Shape::Bar), only(&overview, Shape::Dot), only(&overview, Shape::OpenEnd));
        assert_eq!(year.label.as_ref().map(|label| label.1.as_str()), Some("2015"));
        assert!(year.right - year.left > 150.0, "a year is as wide as a year");
        assert!((day.right - day.left - 2.0 * DOT).abs() < 0.1);
        assert!((open.left - year.right).abs() < 1.0, "2016 begins where 2015 ends");
        let published = overview.published.unwrap();
        assert!((open.right - published).abs() < 2.0, "an open end reaches to the publication");
    }

    #[test]
    fn nothing_covers_another() {
        let overview = drawn("In 2015, in March 2015, on 3 March 2015, on 9 March 2015, since 2014, in the second quarter of 2015.", 900.0);
        for (index, a) in overview.figures.iter().enumerate() {
            for b in &overview.figures[index + 1..] {
                assert!(a.lane != b.lane || a.right <= b.left || b.right <= a.left, "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn dense_days_become_one_figure_and_fall_apart_when_drawn_wider() {
        let days: Vec<String> = (1..=28).map(|day| format!("They met on {day} March 2018.")).collect();
        let text = format!("It began in 2009. {}", days.join(" "));
        let (narrow, wide) = (drawn(&text, 500.0), drawn(&text, 40_000.0));
        assert!(narrow.figures.iter().any(|figure| figure.shape == Shape::Cluster));
        assert!(narrow.is_crowded());
        assert!(wide.figures.iter().all(|figure| figure.shape != Shape::Cluster));
        let count = |overview: &Overview| overview.figures.iter().map(|figure| figure.entries.len()).sum::<usize>();
        assert_eq!((count(&narrow), count(&wide)), (29, 29));
    }

    #[test]
    fn places_and_days_lead_to_each_other() {
        let overview = drawn("It began in 2015. They met on 3 March 2018.", 1000.0);
        let year = (Date::new(2015, 1, 1).unwrap(), Date::new(2015, 12, 31).unwrap());
        let (left, right) = overview.place(year).unwrap();
        let (from, to) = overview.days(left + 0.1, right - 0.1).unwrap();
        assert_eq!((from, to), year);
    }
}
