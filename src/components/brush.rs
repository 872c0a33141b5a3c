//! Two limits over the line of dates: what lies outside of them is not listed. Moved by dragging or with the arrow keys.

use std::rc::Rc;

use yew::prelude::*;

use crate::hooks::use_dates;
use crate::state::{Action, Days};
use crate::view::limits::{End, Limits, Move};
use crate::words;

/// See [`Brush`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Where the limits can stand.
    pub limits: Rc<Limits>,
    /// Where they stand; wide open without.
    pub days: Option<Days>,
    /// Where they are drawn, in pixels.
    pub place: (f32, f32),
    /// Width and height of the drawing, in pixels.
    pub size: (f32, f32),
    /// How far down the line is, in pixels.
    pub line: f32,
    /// Where actions go.
    pub tell: Callback<Action>,
}

/// Both limits, as two sliders.
#[component]
pub fn Brush(props: &Props) -> Html {
    let ((left, right), (width, height)) = (props.place, props.size);
    let is_set = props.days.is_some();
    html! {
        <svg
            class={classes!("strip-brush", is_set.then_some("is-set"))} width={width.to_string()} height={height.to_string()}
            role="group" aria-label={words::LIMITS}
        >
            if is_set {
                <rect class="strip-shade" x="0" y="0" width={left.max(0.0).to_string()} height={height.to_string()} />
                <rect class="strip-shade" x={right.to_string()} y="0" width={(width - right).max(0.0).to_string()} height={height.to_string()} />
            }
            <Handle end={End::From} x={left} anchor={right} {height} line={props.line} limits={props.limits.clone()} days={props.days} tell={props.tell.clone()} />
            <Handle end={End::To} x={right} anchor={left} {height} line={props.line} limits={props.limits.clone()} days={props.days} tell={props.tell.clone()} />
        </svg>
    }
}

#[derive(Properties, PartialEq)]
struct HandleProps {
    end: End,
    x: f32,
    anchor: f32,
    height: f32,
    line: f32,
    limits: Rc<Limits>,
    days: Option<Days>,
    tell: Callback<Action>,
}

/// One limit.
#[component]
fn Handle(props: &HandleProps) -> Html {
    let dates = use_dates();
    let (end, days, x) = (props.end, props.days, props.x);
    let Some((from, to)) = days.or(props.limits.all()) else { return Html::default() };
    let (label, day) = match end {
        End::From => (words::FROM, from),
        End::To => (words::TO, to),
    };
    let (now, count) = props.limits.place(end, days);
    let keys = {
        let (limits, tell) = (props.limits.clone(), props.tell.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(way) = way(&event.key()) else { return };
            event.prevent_default();
            tell.emit(Action::DaysChosen(limits.moved(end, days, way)));
        })
    };
    // A hand that points at the line and stands on it, below all lanes: figures and their words above and ticks below stay free.
    let line = props.line;
    let top = line - 11.0;
    let grip = format!("M{} {top}h10v6l-5 5l-5 -5z", x - 5.0);
    html! {
        <g
            class="strip-handle" role="slider" tabindex="0" aria-label={label} aria-valuemin="0" aria-valuemax={(count.max(1) - 1).to_string()}
            aria-valuenow={now.to_string()} aria-valuetext={dates.day.write(day)} data-anchor={props.anchor.to_string()} onkeydown={keys}
        >
            <rect class="strip-hit" x={(x - 12.0).to_string()} y={top.to_string()} width="24" height={(props.height - top).to_string()} />
            <line class="strip-limit" x1={x.to_string()} x2={x.to_string()} y1="4" y2={line.to_string()} />
            <path class="strip-grip" d={grip} />
        </g>
    }
}

fn way(key: &str) -> Option<Move> {
    match key {
        "ArrowRight" | "ArrowUp" => Some(Move::On),
        "ArrowLeft" | "ArrowDown" => Some(Move::Back),
        "Home" => Some(Move::First),
        "End" => Some(Move::Last),
        _ => None,
    }
}
