//! The line of dates over the page, drawn to scale. A picture: the list of the timeline says the same in words.

use std::rc::Rc;

use yew::prelude::*;

use super::brush::Brush;
use super::overview_figures::{axis, figures};
use super::zoom_bar::ZoomBar;
use crate::hooks::{use_dates, use_drag, use_width, use_zoom_in_view};
use crate::state::{Action, Reading, Selection};
use crate::view::limits::Limits;
use crate::view::overview::{Overview as Drawing, Sheet};
use crate::view::timeline::range_words;
use crate::words::{self, DateWords};

/// The width drawn for until the real one is known, in pixels.
const WIDTH: f32 = 1200.0;
/// On a narrower line there are fewer lanes, in pixels.
const NARROW: f32 = 600.0;
/// Above the lanes, a lane, and below them, in pixels.
pub const TOP: f32 = 20.0;
/// The height of a lane, in pixels.
pub const LANE: f32 = 22.0;
/// Between the lanes and the line, where the handles of the limits are, in pixels.
const GRIPS: f32 = 14.0;
/// What the line and its words take, in pixels.
const AXIS: f32 = 28.0;

/// See [`Overview`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The story shown.
    pub reading: Rc<Reading>,
    /// What is chosen.
    pub selection: Selection,
    /// Where actions go.
    pub tell: Callback<Action>,
}

/// The line of dates.
#[component]
pub fn Overview(props: &Props) -> Html {
    let (node, canvas) = (use_node_ref(), use_node_ref());
    let dates = use_dates();
    let seen = use_width(&node, WIDTH);
    let zoom = use_state_eq(|| 1_u8);
    let fold = use_state_eq(|| true);
    let most = if seen < NARROW { 4 } else { 5 };
    let sheet = |zoom: u8| Sheet { width: (seen * f32::from(zoom)).floor(), lanes: most, fold: *fold };
    let whole = use_drawing(&props.reading, sheet(1), &dates);
    let drawing = use_drawing(&props.reading, sheet(*zoom), &dates);
    let limits = use_memo(props.reading.clone(), |reading| Limits::new(reading));
    use_zoom_in_view(&node, *zoom);
    // The height stays the same from near and far, so that nothing below moves.
    let lanes = if whole.is_crowded() { most } else { whole.lanes };
    let (width, height) = (seen * f32::from(*zoom), line(lanes) + AXIS);
    let chosen = {
        let (tell, drawing, limits) = (props.tell.clone(), drawing.clone(), limits.clone());
        Callback::from(move |stretch: Option<(f32, f32)>| {
            let days = stretch.and_then(|(left, right)| drawing.days(left, right)).and_then(|days| limits.narrowed(days));
            tell.emit(Action::DaysChosen(days));
        })
    };
    let draft = use_drag(&canvas, &chosen);
    let days = draft.and_then(|(left, right)| drawing.days(left, right)).or(props.selection.days);
    let place = draft.or(days.or(limits.all()).and_then(|days| drawing.place(days))).unwrap_or((0.0, width));
    let has_tools = *zoom > 1 || !*fold || whole.is_crowded() || !whole.breaks.is_empty();
    html! {
        <section class="strip" aria-label={words::OVERVIEW}>
            <div class="strip-in" ref={node} tabindex={(*zoom > 1).then_some("0")} role="group" aria-label={words::LINE_OF_DATES}>
                <div class="strip-canvas" ref={canvas}>
                    <svg class="strip-svg" width={width.to_string()} height={height.to_string()} viewBox={format!("0 0 {width} {height}")} role="img" aria-label={range_words(&props.reading, &dates)}>
                        { axis(&drawing, width, line(lanes)) }
                        { figures(&drawing, props, lanes) }
                    </svg>
                    <Brush {limits} {days} {place} size={(width, height)} line={line(lanes)} tell={props.tell.clone()} />
                </div>
            </div>
            if has_tools {
                <ZoomBar {zoom} {fold} can_fold={!whole.breaks.is_empty()} />
            }
        </section>
    }
}

/// How far down the line is below so many lanes, in pixels.
pub fn line(lanes: usize) -> f32 {
    TOP + LANE * lanes as f32 + GRIPS
}

#[hook]
fn use_drawing(reading: &Rc<Reading>, sheet: Sheet, dates: &Rc<DateWords>) -> Rc<Drawing> {
    use_memo((reading.clone(), sheet, dates.clone()), |(reading, sheet, dates)| Drawing::new(reading, *sheet, dates))
}
