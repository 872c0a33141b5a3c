//! What is drawn on the line of dates.

use dateline_engine::timeline::Status;
use yew::prelude::*;

use super::overview::{LANE, Props, TOP, line};
use crate::state::Action;
use crate::view::lanes::PAD;
use crate::view::overview::{DOT, Figure, Overview, Shape};
use crate::words;

/// Half of a bar, in pixels.
const HALF: f32 = 8.0;

/// The line with its ticks and breaks, and the day of publication.
pub fn axis(drawing: &Overview, width: f32, line: f32) -> Html {
    html! {
        <>
            if let Some(x) = drawing.published {
                <rect class="strip-future" x={x.to_string()} y="0" width={(width - x).max(0.0).to_string()} height={line.to_string()} />
                <line class="strip-published" x1={x.to_string()} x2={x.to_string()} y1="4" y2={(line + 4.0).to_string()} />
                { published(drawing, width) }
            }
            <line class="strip-axis" x1="0" x2={width.to_string()} y1={line.to_string()} y2={line.to_string()} />
            { for drawing.ticks.iter().map(|tick| html! {
                <>
                    <line class="strip-axis" x1={tick.x.to_string()} x2={tick.x.to_string()} y1={line.to_string()} y2={(line + 5.0).to_string()} />
                    <text class="strip-tick" x={tick.x.to_string()} y={(line + 18.0).to_string()}>{ &tick.label }</text>
                </>
            }) }
            { for drawing.breaks.iter().map(|(x, length)| html! {
                <>
                    <rect class="strip-gap" x={(x - 9.0).to_string()} y={(line - 7.0).to_string()} width="18" height="14" />
                    <path class="strip-axis" d={format!("M{} {}l5 -10m3 10l5 -10", x - 7.0, line + 5.0)} />
                    <line class="strip-fold" x1={x.to_string()} x2={x.to_string()} y1="18" y2={(line - 8.0).to_string()} />
                    if let Some(middle) = drawing.fold_words(*x, length, width) {
                        <text class="strip-break" x={middle.to_string()} y="13">{ length }</text>
                    }
                </>
            }) }
        </>
    }
}

/// The words at the day of publication.
fn published(drawing: &Overview, width: f32) -> Html {
    let Some((left, right, is_before)) = drawing.published_words(width) else { return html! {} };
    let (at, anchor) = if is_before { (right, "end") } else { (left, "start") };
    html! { <text class="strip-published-words" x={at.to_string()} y="13" text-anchor={anchor}>{ words::PUBLISHED }</text> }
}

/// All figures, those in focus plain and the others faint.
pub fn figures(drawing: &Overview, props: &Props, lanes: usize) -> Html {
    drawing.figures.iter().map(|figure| draw(drawing, figure, props, lanes)).collect()
}

fn draw(drawing: &Overview, figure: &Figure, props: &Props, lanes: usize) -> Html {
    let entries = || figure.entries.iter().filter_map(|&index| props.reading.analysis.timeline.get(index));
    let picked = props.selection.time();
    let is_picked = picked.is_some_and(|picked| entries().any(|entry| entry.times.contains(&picked)));
    let is_faint = !entries().any(|entry| props.selection.shows(entry));
    let action = match figure.shape {
        Shape::Cluster => drawing.days_of(figure).map(|days| Action::DaysChosen(Some(days))),
        _ => entries().next().and_then(|entry| entry.times.first()).map(|&time| Action::TimePicked(time)),
    };
    let pick = props.tell.reform(move |_: MouseEvent| action.clone().unwrap_or(Action::Deselected));
    let class = classes!(
        "strip-figure",
        (figure.status == Status::Planned).then_some("is-planned"),
        figure.approximate.then_some("is-approximate"),
        is_picked.then_some("is-picked"),
        is_faint.then_some("is-faint")
    );
    let y = TOP + LANE * (lanes.saturating_sub(1 + figure.lane.min(lanes.saturating_sub(1)))) as f32 + LANE / 2.0;
    html! {
        <g {class} onclick={pick}>
            if figure.shape == Shape::Dot && figure.lane > 0 {
                <line class="strip-stem" x1={(figure.left + DOT).to_string()} x2={(figure.left + DOT).to_string()} y1={y.to_string()} y2={line(lanes).to_string()} />
            }
            { shape(figure, y) }
            if let Some((left, text)) = &figure.label {
                { label(figure, *left, text, y + 4.5) }
            }
        </g>
    }
}

/// Inside or behind the figure the words begin at `left`; before it they end where it begins, since their width is only guessed.
fn label(figure: &Figure, left: f32, text: &str, y: f32) -> Html {
    let is_before = left < figure.left;
    let class = classes!("strip-label", (is_before || left > figure.right).then_some("is-beside"));
    let (x, anchor) = if is_before { (figure.left - PAD, "end") } else { (left, "start") };
    html! { <text {class} x={x.to_string()} y={y.to_string()} text-anchor={anchor}>{ text.to_string() }</text> }
}

fn shape(figure: &Figure, y: f32) -> Html {
    let (left, right, top) = (figure.left, figure.right, y - HALF);
    match figure.shape {
        Shape::Dot => html! { <circle class="strip-shape" cx={(left + DOT).to_string()} cy={y.to_string()} r={DOT.to_string()} /> },
        Shape::Bar => {
            html! { <rect class="strip-shape" x={left.to_string()} y={top.to_string()} width={(right - left).to_string()} height="16" rx="3" /> }
        }
        Shape::OpenEnd => html! { <path class="strip-shape" d={format!("M{left} {top}H{}l8 8l-8 8H{left}z", (right - 8.0).max(left))} /> },
        Shape::OpenStart => {
            html! { <path class="strip-shape" d={format!("M{right} {top}H{}l-8 8l8 8H{right}z", (left + 8.0).min(right))} /> }
        }
        Shape::Cluster => html! {
            <>
                <rect class="strip-shape strip-cluster" x={left.to_string()} y={top.to_string()} width={(right - left).to_string()} height="16" rx="8" />
                <text class="strip-many" x={f32::midpoint(left, right).to_string()} y={(y + 4.0).to_string()}>{ figure.entries.len() }</text>
            </>
        },
    }
}
