//! A few blocks of the article: repainted only when something in them is lit or no longer lit.

use std::ops::Range;
use std::rc::Rc;

use dateline_engine::text::{Block, BlockKind};
use yew::prelude::*;

use super::mark::{self, Lit};
use crate::state::Reading;
use crate::view::pieces::pieces;

/// See [`Chunk`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The story shown.
    pub reading: Rc<Reading>,
    /// Which of its blocks.
    pub blocks: Range<usize>,
    /// What is lit in them.
    pub lit: Lit,
}

/// Some blocks of the article.
#[component]
pub fn Chunk(props: &Props) -> Html {
    let layout = &props.reading.analysis.layout;
    let lead = layout.iter().position(|block| block.kind == BlockKind::Paragraph);
    let blocks = props.blocks.clone().filter_map(|index| layout.get(index).map(|block| (index, *block)));
    html! {
        <div class="chunk">
            { for blocks.map(|(index, block)| draw(&props.reading, block, lead == Some(index), props.lit)) }
        </div>
    }
}

fn draw(reading: &Reading, block: Block, is_lead: bool, lit: Lit) -> Html {
    let content = mark::draw(reading, &pieces(block.span, &reading.marks), lit);
    match block.kind {
        BlockKind::Headline => html! { <h2 class="headline" dir="auto">{ content }</h2> },
        BlockKind::Byline => html! { <p class="byline" dir="auto">{ content }</p> },
        BlockKind::Dateline => html! { <p class="dateline" dir="auto">{ content }</p> },
        BlockKind::Paragraph => html! { <p class={classes!(is_lead.then_some("lead"))} dir="auto">{ content }</p> },
        BlockKind::Quote => html! { <blockquote dir="auto">{ content }</blockquote> },
        BlockKind::List => html! { <p class="item" dir="auto">{ content }</p> },
        BlockKind::Caption => html! { <p class="caption" dir="auto">{ content }</p> },
    }
}
