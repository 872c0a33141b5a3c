//! Draws an analysis: the text with its marks under the words, then the tables.

use std::fmt::Write;

use dateline_engine::entities::{Body, Entity};
use dateline_engine::text::Span;
use dateline_engine::text::code_points::CodePoints;
use dateline_engine::timeline::TimelineEntry;
use dateline_engine::{Analysis, Options, analyze};

/// Lines of text are broken before so many characters.
const WIDTH: usize = 110;

/// A mark from one code point to another, end exclusive.
struct Mark {
    start: usize,
    end: usize,
    label: String,
}

/// The drawing of `text`, read without being told when it was published.
pub fn draw(text: &str) -> String {
    let analysis = analyze(text, &Options::default());
    let (chars, marks) = (text.chars().collect::<Vec<char>>(), marks(text, &analysis));
    let mut out = String::new();
    for (start, end) in lines(&chars) {
        let line: String = chars[start..end].iter().collect();
        let under = marks_of_line(&marks, start, end);
        writeln!(out, "{}", line.trim_end()).unwrap();
        for row in under {
            writeln!(out, "{}", row.trim_end()).unwrap();
        }
    }
    let published = analysis.published.map(|published| format!("{} ({:?})", published.date, published.how));
    writeln!(out, "\n== published\n{}\n\n== entities", published.as_deref().unwrap_or("unknown")).unwrap();
    for entity in &analysis.entities {
        writeln!(out, "{}", entity_row(entity, &analysis)).unwrap();
    }
    writeln!(out, "\n== timeline").unwrap();
    for entry in &analysis.timeline {
        writeln!(out, "{}", timeline_row(entry, text)).unwrap();
    }
    out
}

fn marks(text: &str, analysis: &Analysis) -> Vec<Mark> {
    let points = CodePoints::new(text);
    let mark = |span: Span, label| Mark { start: points.at(span.start) as usize, end: points.at(span.end) as usize, label };
    let names = analysis.mentions.iter().map(|mention| {
        let type_name = serde_json::to_value(mention.kind).unwrap();
        let number = mention.entity.map_or_else(|| String::from("?"), |id| id.0.to_string());
        mark(mention.span, format!("{}:{number}", type_name.as_str().unwrap_or_default()))
    });
    let times =
        analysis.times.iter().map(|time| mark(time.span, if time.value.is_empty() { String::from("?") } else { time.value.clone() }));
    let mut marks: Vec<Mark> = names.chain(times).collect();
    marks.sort_by_key(|mark| (mark.start, std::cmp::Reverse(mark.end)));
    marks
}

/// Cuts the text at its line breaks, and long lines at spaces; without the breaks.
fn lines(chars: &[char]) -> Vec<(usize, usize)> {
    let (mut lines, mut start, mut space) = (Vec::new(), 0, None);
    for (at, &c) in chars.iter().enumerate() {
        if c == '\n' {
            lines.push((start, at));
            (start, space) = (at + 1, None);
        } else if c == ' ' {
            space = Some(at + 1);
        } else if at - start >= WIDTH
            && let Some(cut) = space
        {
            lines.push((start, cut));
            (start, space) = (cut, None);
        }
    }
    if start < chars.len() {
        lines.push((start, chars.len()));
    }
    lines
}

/// The rows of marks under one line: each mark in the first row that has room for it and its label.
fn marks_of_line(marks: &[Mark], start: usize, end: usize) -> Vec<String> {
    let mut rows: Vec<Vec<char>> = Vec::new();
    for mark in marks.iter().filter(|mark| mark.start < end && start < mark.end) {
        let column = mark.start.saturating_sub(start);
        let drawn = drawn(mark, start, end);
        let index = rows.iter().position(|row| row.len() <= column).unwrap_or_else(|| {
            rows.push(Vec::new());
            rows.len() - 1
        });
        let row = &mut rows[index];
        row.resize(column, ' ');
        row.extend(drawn);
    }
    rows.into_iter().map(String::from_iter).collect()
}

/// `├ORG:1──┤`, or `├┤ORG:1 ` if the label has no room inside; open where the mark goes on in another line.
fn drawn(mark: &Mark, start: usize, end: usize) -> Vec<char> {
    let (goes_back, goes_on) = (mark.start < start, mark.end > end);
    let width = mark.end.min(end) - mark.start.max(start);
    let mut bar = vec!['─'; width];
    if !goes_back {
        bar[0] = '├';
    }
    if !goes_on {
        bar[width - 1] = if width > 1 || goes_back { '┤' } else { '│' };
    }
    if goes_back {
        return bar;
    }
    let label: Vec<char> = mark.label.chars().collect();
    if label.len() + 2 <= width {
        bar.splice(1..=label.len(), label);
    } else {
        bar.extend(label);
        bar.push(' ');
    }
    bar
}

fn entity_row(entity: &Entity, analysis: &Analysis) -> String {
    let name_of = |body: &Body| match body {
        Body::Entity(id) => analysis.entities[id.0 as usize].name.clone(),
        Body::Named(name) => format!("{name} (implied)"),
    };
    let word = |value: serde_json::Value| value.as_str().unwrap_or_default().to_string();
    let mut row = format!("{:>3} {:8} {}", entity.id.0, word(serde_json::to_value(entity.kind).unwrap()), entity.name);
    for alias in &entity.aliases {
        write!(row, " = {alias}").unwrap();
    }
    if let Some(kind) = entity.organization_kind {
        write!(row, " | {}", word(serde_json::to_value(kind).unwrap())).unwrap();
    }
    if let Some(acronym) = &entity.acronym {
        write!(row, " | short {acronym}").unwrap();
    }
    if let Some(parent) = &entity.parent {
        write!(row, " | part of {}", name_of(parent)).unwrap();
    }
    for role in &entity.roles {
        let organization = role.organization.as_ref().map(|body| format!(" of {}", name_of(body)));
        write!(row, " | {}{}", role.role, organization.unwrap_or_default()).unwrap();
    }
    row
}

fn timeline_row(entry: &TimelineEntry, text: &str) -> String {
    let day = |date: Option<_>| date.map_or_else(|| String::from(".."), |date: dateline_engine::dates::Date| date.to_string());
    let clause = entry.clause.of(text).replace('\n', " ");
    let entities: Vec<String> = entry.entities.iter().map(|id| id.0.to_string()).collect();
    let days = format!("{} to {}", day(entry.earliest), day(entry.latest));
    format!("{:12} {days:24} {:8} {clause} [{}]", entry.edtf, format!("{:?}", entry.status), entities.join(" "))
}
