//! The timeline drawn to scale: what stands where on a line of a given width.

use dateline_engine::dates::{Date, Granularity};
use dateline_engine::timeline::{Status, TimelineEntry};

use super::scale::Scale;
use super::ticks::{Tick, ticks};
use super::when;
use crate::state::Reading;

/// The ends of the line keep this distance from the edge, in pixels.
const MARGIN: f32 = 12.0;
/// Dots nearer than this are drawn as one.
const NEAR: f32 = 11.0;
/// About so wide is a character of a label.
const CHARACTER: f32 = 8.0;
/// Labels stand in so many rows.
const LANES: usize = 2;

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
}

/// One entry, or several days that stand too near to each other to be told apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Indices of the entries, in order of time.
    pub entries: Vec<usize>,
    /// How it is drawn.
    pub shape: Shape,
    /// In pixels.
    pub left: f32,
    /// In pixels; the same as `left` for a dot.
    pub right: f32,
    /// Past or still to come, of the first entry.
    pub status: Status,
    /// True if the words say `about`.
    pub approximate: bool,
    /// What stands above it, if there is room: text, row and whether it ends at `right`.
    pub label: Option<Label>,
}

/// Words above a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// What is said.
    pub text: String,
    /// The row, from the line upwards.
    pub lane: usize,
    /// Where it begins, in pixels.
    pub left: f32,
}

/// The whole drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overview {
    /// What is drawn on the line; bars first.
    pub figures: Vec<Figure>,
    /// Marks below the line.
    pub ticks: Vec<Tick>,
    /// Folded stretches: middle in pixels, and how long they are in words.
    pub breaks: Vec<(f32, String)>,
    /// Where the publication stands.
    pub published: Option<f32>,
}

/// Lays the entries out on `width` pixels.
pub fn overview(reading: &Reading, width: f32) -> Overview {
    let entries = &reading.analysis.timeline;
    let published = reading.analysis.published.map(|published| published.date);
    let Some(origin) = entries.iter().filter_map(|entry| entry.earliest.or(entry.latest)).chain(published).min() else {
        return Overview::default();
    };
    let extents: Vec<(i32, i32)> =
        entries.iter().filter_map(|entry| extent(entry, origin, published)).chain(published.map(|day| one_day(origin, day))).collect();
    let scale = Scale::new(padded(&extents), width - 2.0 * MARGIN);
    let x = |day: i32| MARGIN + scale.x(day);
    let mut figures: Vec<Figure> =
        entries.iter().enumerate().filter_map(|(index, entry)| figure(index, entry, extent(entry, origin, published)?, &x)).collect();
    figures.sort_by(|a, b| (a.shape == Shape::Dot).cmp(&(b.shape == Shape::Dot)).then(a.left.total_cmp(&b.left)));
    let mut figures = cluster(figures);
    label(&mut figures, entries, width);
    Overview {
        figures,
        ticks: ticks(&scale, origin).into_iter().map(|tick| Tick { x: tick.x + MARGIN, ..tick }).collect(),
        breaks: scale
            .stretches()
            .iter()
            .filter(|stretch| stretch.folded)
            .map(|stretch| (MARGIN + f32::midpoint(stretch.left, stretch.right), length(stretch.to - stretch.from)))
            .collect(),
        published: published.map(|day| f32::midpoint(x(origin.days_to(day)), x(origin.days_to(day) + 1))),
    }
}

fn one_day(origin: Date, day: Date) -> (i32, i32) {
    (origin.days_to(day), origin.days_to(day) + 1)
}

/// A little room at both ends, so that a lone day does not fill the whole line.
fn padded(extents: &[(i32, i32)]) -> Vec<(i32, i32)> {
    let (from, to) = (extents.iter().map(|extent| extent.0).min().unwrap_or(0), extents.iter().map(|extent| extent.1).max().unwrap_or(1));
    let room = ((to - from) / 40).max(1);
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

fn figure(index: usize, entry: &TimelineEntry, (from, to): (i32, i32), x: &impl Fn(i32) -> f32) -> Option<Figure> {
    let shape = match (entry.earliest, entry.latest) {
        (Some(from), Some(to)) if from == to => Shape::Dot,
        (Some(_), Some(_)) => Shape::Bar,
        (Some(_), None) => Shape::OpenEnd,
        (None, Some(_)) => Shape::OpenStart,
        (None, None) => return None,
    };
    let (left, right) = (x(from), x(to));
    let middle = f32::midpoint(left, right);
    let (left, right) = if shape == Shape::Dot { (middle, middle) } else { (left, right.max(left + 4.0)) };
    let approximate = entry.edtf.contains(['~', '%']);
    Some(Figure { entries: vec![index], shape, left, right, status: entry.status, approximate, label: None })
}

/// Joins dots that would cover each other.
fn cluster(figures: Vec<Figure>) -> Vec<Figure> {
    let mut joined: Vec<Figure> = Vec::new();
    for figure in figures {
        match joined.last_mut() {
            Some(last) if last.shape == Shape::Dot && figure.shape == Shape::Dot && figure.left - last.right < NEAR => {
                last.entries.extend(figure.entries);
                last.right = figure.right;
            }
            _ => joined.push(figure),
        }
    }
    for figure in &mut joined {
        if figure.shape == Shape::Dot {
            let middle = f32::midpoint(figure.left, figure.right);
            (figure.left, figure.right) = (middle, middle);
        }
    }
    joined
}

/// Gives every figure a label for which there is room in a row, from left to right.
fn label(figures: &mut [Figure], entries: &[TimelineEntry], width: f32) {
    let mut ends = [f32::MIN; LANES];
    let mut order: Vec<usize> = (0..figures.len()).collect();
    order.sort_by(|&a, &b| figures[a].left.total_cmp(&figures[b].left));
    for index in order {
        let figure = &mut figures[index];
        let Some(entry) = figure.entries.first().and_then(|&entry| entries.get(entry)) else { continue };
        let text = match figure.entries.len() {
            1 => short(entry),
            more => format!("{} + {}", short(entry), more - 1),
        };
        let text_width = text.chars().count() as f32 * CHARACTER;
        let left = (if figure.shape == Shape::Dot { figure.left - text_width / 2.0 } else { figure.left })
            .clamp(0.0, (width - text_width).max(0.0));
        if let Some(lane) = ends.iter().position(|&end| end + 8.0 <= left) {
            ends[lane] = left + text_width;
            figure.label = Some(Label { text, lane, left });
        }
    }
}

/// As few words as do beside a line with years on it.
fn short(entry: &TimelineEntry) -> String {
    match (entry.granularity, entry.earliest) {
        (Granularity::Day | Granularity::Time, Some(date)) => when::day_and_month(date),
        _ => when::words(&entry.edtf, entry.granularity, entry.earliest, entry.latest),
    }
}

/// How long a folded stretch is.
fn length(days: i32) -> String {
    let (count, unit) = match days {
        ..=59 => (days, "day"),
        60..=729 => (days * 2 / 61, "month"),
        _ => (days * 4 / 1461, "year"),
    };
    format!("{count} {unit}{}", if count == 1 { "" } else { "s" })
}
