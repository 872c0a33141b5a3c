//! The line of dates over the page, drawn to scale. A picture: the list of the timeline says the same in words.

use std::rc::Rc;

use yew::prelude::*;

use crate::hooks::use_width;
use crate::state::{Action, Reading};
use crate::view::overview::{Figure, Overview as Drawing, Shape, overview};
use crate::view::timeline::range_words;
use dateline_engine::timeline::Status;

/// The width drawn for until the real one is known, in pixels.
const WIDTH: f32 = 1200.0;
/// Where the line stands, in pixels from the top.
const LINE: f32 = 66.0;
/// The height of a row of labels, in pixels.
const LANE: f32 = 17.0;

/// See [`Overview`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The story shown.
    pub reading: Rc<Reading>,
    /// Which time expression is chosen, by index.
    pub picked: Option<u32>,
    /// Where actions go.
    pub tell: Callback<Action>,
}

/// The line of dates.
#[component]
pub fn Overview(props: &Props) -> Html {
    let node = use_node_ref();
    let width = use_width(&node, WIDTH);
    let drawing = use_memo((props.reading.clone(), width as u32), |(reading, width)| overview(reading, *width as f32));
    let label = range_words(&props.reading);
    html! {
        <section class="strip" aria-label="Overview">
            <div class="strip-in" ref={node}>
                <svg class="strip-svg" viewBox={format!("0 0 {width} 96")} role="img" aria-label={label}>
                    { line(&drawing, width) }
                    { for drawing.figures.iter().map(|figure| draw(figure, props)) }
                </svg>
            </div>
        </section>
    }
}

fn line(drawing: &Drawing, width: f32) -> Html {
    html! {
        <>
            <line class="strip-axis" x1="0" x2={width.to_string()} y1={LINE.to_string()} y2={LINE.to_string()} />
            { for drawing.ticks.iter().map(|tick| html! {
                <>
                    <line class="strip-axis" x1={tick.x.to_string()} x2={tick.x.to_string()} y1={LINE.to_string()} y2={(LINE + 5.0).to_string()} />
                    <text class="strip-tick" x={tick.x.to_string()} y={(LINE + 19.0).to_string()}>{ &tick.label }</text>
                </>
            }) }
            { for drawing.breaks.iter().map(|(x, length)| html! {
                <>
                    <rect class="strip-gap" x={(x - 9.0).to_string()} y={(LINE - 7.0).to_string()} width="18" height="14" />
                    <path class="strip-axis" d={format!("M{} {}l5 -10m3 10l5 -10", x - 7.0, LINE + 5.0)} />
                    <text class="strip-break" x={x.to_string()} y={(LINE - 12.0).to_string()}>{ length }</text>
                </>
            }) }
            if let Some(x) = drawing.published {
                <line class="strip-published" x1={x.to_string()} x2={x.to_string()} y1="8" y2={(LINE + 8.0).to_string()} />
            }
        </>
    }
}

fn draw(figure: &Figure, props: &Props) -> Html {
    let entries = &props.reading.analysis.timeline;
    let first = figure.entries.first().and_then(|&index| entries.get(index)).and_then(|entry| entry.times.first().copied());
    let times = figure.entries.iter().filter_map(|&index| entries.get(index)).flat_map(|entry| &entry.times);
    let is_picked = props.picked.is_some_and(|picked| times.clone().any(|&time| time == picked));
    let pick = props.tell.reform(move |_: MouseEvent| first.map_or(Action::Deselected, Action::TimePicked));
    let class = classes!(
        "strip-figure",
        (figure.status == Status::Planned).then_some("is-planned"),
        figure.approximate.then_some("is-approximate"),
        is_picked.then_some("is-picked")
    );
    html! {
        <g {class} onclick={pick}>
            { shape(figure) }
            if let Some(label) = &figure.label {
                <text class="strip-label" x={label.left.to_string()} y={(LINE - 20.0 - LANE * label.lane as f32).to_string()}>{ &label.text }</text>
            }
        </g>
    }
}

fn shape(figure: &Figure) -> Html {
    let (left, right) = (figure.left, figure.right);
    let top = LINE - 14.0;
    match figure.shape {
        Shape::Dot => {
            html! { <circle cx={left.to_string()} cy={LINE.to_string()} r={if figure.entries.len() > 1 { "7" } else { "5.5" }} /> }
        }
        Shape::Bar => html! { <rect x={left.to_string()} y={top.to_string()} width={(right - left).to_string()} height="10" rx="3" /> },
        Shape::OpenEnd => html! { <path d={format!("M{left} {top}H{}l5 5l-5 5H{left}z", (right - 5.0).max(left))} /> },
        Shape::OpenStart => html! { <path d={format!("M{right} {top}H{}l-5 5l5 5H{right}z", left.min(right - 24.0))} /> },
    }
}
