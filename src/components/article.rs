//! The story as an article, with its marks. A long one is mounted chunk by chunk, so that the page never stands still.

use std::collections::BTreeSet;
use std::rc::Rc;

use gloo::render::{AnimationFrame, request_animation_frame};
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::chunk::Chunk;
use super::mark;
use crate::hooks::{Keys, use_lit, use_roving};
use crate::state::{Action, At, MarkKind, Reading, RequestId, Selection};
use crate::view::chunks::chunks;
use crate::view::kinds;
use crate::{platform, words};

/// So many chunks are mounted at once, then as many again with every frame.
const CHUNKS_A_FRAME: usize = 60;

/// See [`Article`].
#[derive(Clone, Properties, PartialEq)]
pub struct Props {
    /// The story shown.
    pub reading: Rc<Reading>,
    /// Kinds whose marks are not drawn.
    pub hidden: BTreeSet<MarkKind>,
    /// What is chosen.
    pub selection: Selection,
    /// Where actions go.
    pub tell: Callback<Action>,
}

/// The story as an article.
#[component]
pub fn Article(props: &Props) -> Html {
    let chunks = use_memo(props.reading.clone(), |reading| chunks(&reading.analysis.layout, &reading.analysis.sentences));
    let mounted = use_mounted(props.reading.request, chunks.len());
    use_paint_measure(&props.reading);
    let node = use_node_ref();
    use_lit(&props.reading, &props.selection, mounted);
    use_roving(&node, ".mark[id]", Keys::Across);
    let pick = {
        let tell = props.tell.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(action) = picked(&event) {
                tell.emit(action);
            }
        })
    };
    let enter = {
        let tell = props.tell.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let Some(action) = picked(&event).filter(|_| event.key() == "Enter") {
                tell.emit(action);
            }
        })
    };
    // Without the attribute, browsers need not ask for it at every mark.
    let hidden = props.hidden.iter().map(|&kind| kinds::code(kind).to_string()).reduce(|before, next| format!("{before} {next}"));
    html! {
        <article
            ref={node} class={classes!("article", (!props.selection.entities.is_empty()).then_some("has-focus"))} aria-label={words::ARTICLE}
            data-hidden={hidden} onclick={pick} onkeydown={enter}
        >
            { for chunks.iter().enumerate().take(mounted).map(|(index, parts)| html! {
                <Chunk key={index} reading={props.reading.clone()} parts={parts.clone()} />
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

/// What the reader clicked, or pressed Enter on: the innermost mark.
fn picked(event: &Event) -> Option<Action> {
    let element: web_sys::Element = event.target()?.dyn_into().ok()?;
    let mark = element.closest(".mark[id]").ok()??;
    Some(match mark::place(&mark.id())? {
        At::Mention(index) => Action::MentionPicked(index),
        At::Time(index) => Action::TimePicked(index),
    })
}
