//! The story as an article, with its marks. A long one is mounted chunk by chunk, so that the page never stands still.

use std::collections::BTreeSet;
use std::rc::Rc;

use dateline_engine::mentions::EntityId;
use gloo::render::{AnimationFrame, request_animation_frame};
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::chunk::Chunk;
use super::mark::Lit;
use crate::platform;
use crate::state::{Action, MarkKind, Reading, RequestId, Selection};
use crate::view::chunks::{Part, chunks};
use crate::view::kinds;

/// So many chunks are mounted at once, then as many again with every frame.
const CHUNKS_A_FRAME: usize = 6;

/// See [`Article`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The story shown.
    pub reading: Rc<Reading>,
    /// Kinds whose marks are not drawn.
    pub hidden: BTreeSet<MarkKind>,
    /// What is chosen.
    pub selection: Option<Selection>,
    /// Where actions go.
    pub tell: Callback<Action>,
}

/// The story as an article.
#[component]
pub fn Article(props: &Props) -> Html {
    let chunks = use_memo(props.reading.clone(), |reading| chunks(&reading.analysis.layout, &reading.analysis.sentences));
    let mounted = use_mounted(props.reading.request, chunks.len());
    use_paint_measure(&props.reading);
    let pick = {
        let (tell, reading) = (props.tell.clone(), props.reading.clone());
        Callback::from(move |event: MouseEvent| {
            if let Some(action) = picked(&event, &reading) {
                tell.emit(action);
            }
        })
    };
    let hidden: Vec<&str> = props.hidden.iter().map(|&kind| kinds::code(kind)).collect();
    html! {
        <article class="article" aria-label="Article" data-hidden={hidden.join(" ")} onclick={pick}>
            { for chunks.iter().enumerate().take(mounted).map(|(index, parts)| html! {
                <Chunk key={index} reading={props.reading.clone()} parts={parts.clone()} lit={lit(&props.reading, parts, props.selection)} />
            }) }
        </article>
    }
}

/// How many chunks are mounted; grows with every frame until all are.
#[hook]
fn use_mounted(request: RequestId, all: usize) -> usize {
    let mounted = use_state(|| (request, CHUNKS_A_FRAME));
    let count = if mounted.0 == request { mounted.1 } else { CHUNKS_A_FRAME };
    use_effect_with((request, count, all), move |&(request, count, all)| {
        let more: Option<AnimationFrame> =
            (count < all).then(|| request_animation_frame(move |_| mounted.set((request, count + CHUNKS_A_FRAME))));
        move || drop(more)
    });
    count
}

/// Measures the time from the reader's doing to the frame after its highlights are painted.
#[hook]
fn use_paint_measure(reading: &Rc<Reading>) {
    use_effect_with(reading.clone(), |reading| {
        let analysis = &reading.analysis;
        let detail = [("chars", reading.text.chars().count()), ("mentions", analysis.mentions.len()), ("times", analysis.times.len())];
        let frame = request_animation_frame(move |_| {
            // The frame has been painted when the next task runs.
            gloo::timers::callback::Timeout::new(0, move || platform::measure("dateline:paint", &"dateline:input".into(), &detail))
                .forget();
        });
        move || drop(frame)
    });
}

/// What is lit in the parts of one chunk: only what stands in them, so that other chunks stay equal.
fn lit(reading: &Reading, parts: &[Part], selection: Option<Selection>) -> Lit {
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return Lit::default() };
    let span = first.span.to(last.span);
    match selection {
        None => Lit::default(),
        Some(Selection::Time(index)) => {
            let here = reading.analysis.times.get(index as usize).is_some_and(|time| span.contains(time.span));
            Lit { time: here.then_some(index), ..Lit::default() }
        }
        Some(Selection::Entity { id, step }) => {
            let Some(entity) = reading.analysis.entities.get(id.0 as usize) else { return Lit::default() };
            let is_here = |index: &u32| reading.analysis.mentions.get(*index as usize).is_some_and(|mention| span.contains(mention.span));
            Lit {
                entity: entity.mentions.iter().any(is_here).then_some(id.0),
                mention: entity.mentions.get(step).copied().filter(|index| is_here(index)),
                time: None,
            }
        }
    }
}

/// What the reader clicked: the innermost mark.
fn picked(event: &MouseEvent, reading: &Reading) -> Option<Action> {
    let element: web_sys::Element = event.target()?.dyn_into().ok()?;
    let mark = element.closest(".mark").ok()??;
    let index: u32 = mark.id().get(1..)?.parse().ok()?;
    if mark.id().starts_with('t') {
        return Some(Action::TimePicked(index));
    }
    let EntityId(entity) = reading.analysis.mentions.get(index as usize)?.entity?;
    let step = reading.analysis.entities.get(entity as usize)?.mentions.iter().position(|&mention| mention == index)?;
    Some(Action::MentionPicked(EntityId(entity), step))
}
