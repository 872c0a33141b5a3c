//! A few parts of the article: drawn once, and not again when something else is chosen.

use std::rc::Rc;

use dateline_engine::text::BlockKind;
use yew::prelude::*;

use super::mark;
use crate::state::Reading;
use crate::view::chunks::Part;
use crate::view::pieces::pieces;

/// See [`Chunk`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The story shown.
    pub reading: Rc<Reading>,
    /// Which of its parts.
    pub parts: Rc<[Part]>,
}

/// Some parts of the article.
#[component]
pub fn Chunk(props: &Props) -> Html {
    let layout = &props.reading.analysis.layout;
    let lead = layout.iter().position(|block| block.kind == BlockKind::Paragraph);
    let parts = props.parts.iter().filter_map(|part| layout.get(part.block).map(|block| (*part, block.kind)));
    html! {
        <div class="chunk">
            { for parts.map(|(part, kind)| draw(&props.reading, part, kind, lead == Some(part.block))) }
        </div>
    }
}

fn draw(reading: &Reading, part: Part, kind: BlockKind, is_lead: bool) -> Html {
    let content = mark::draw(reading, &pieces(part.span, &reading.marks));
    match kind {
        BlockKind::Headline => html! { <h2 class="headline" dir="auto">{ content }</h2> },
        BlockKind::Byline => html! { <p class="byline" dir="auto">{ content }</p> },
        BlockKind::Dateline => html! { <p class="dateline" dir="auto">{ content }</p> },
        BlockKind::Paragraph => {
            html! { <p class={classes!(is_lead.then_some("lead"), part.goes_on.then_some("goes-on"))} dir="auto">{ content }</p> }
        }
        BlockKind::Quote => html! { <blockquote dir="auto">{ content }</blockquote> },
        BlockKind::List => html! { <p class="item" dir="auto">{ content }</p> },
        BlockKind::Caption => html! { <p class="caption" dir="auto">{ content }</p> },
    }
}
