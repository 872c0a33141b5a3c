//! A marked name or time in the article. A mark has the id `m5` or `t3`: its index in the analysis.

use yew::prelude::*;

use crate::state::{MarkTarget, Reading};
use crate::view::pieces::Piece;
use crate::view::{kinds, when};

/// What is lit in a part of the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lit {
    /// All mentions of this entity, by number.
    pub entity: Option<u32>,
    /// The mention where the reader stands, by index.
    pub mention: Option<u32>,
    /// A time expression, by index.
    pub time: Option<u32>,
}

/// Draws text and marks.
pub fn draw(reading: &Reading, pieces: &[Piece], lit: Lit) -> Html {
    pieces.iter().map(|piece| draw_piece(reading, piece, lit)).collect()
}

fn draw_piece(reading: &Reading, piece: &Piece, lit: Lit) -> Html {
    match piece {
        Piece::Text(span) => html! { span.of(&reading.text).to_string() },
        Piece::Mark(MarkTarget::Mention(index), inner) => draw_mention(reading, *index, inner, lit),
        Piece::Mark(MarkTarget::Time(index), inner) => draw_time(reading, *index, inner, lit),
    }
}

fn draw_mention(reading: &Reading, index: u32, inner: &[Piece], lit: Lit) -> Html {
    let content = draw(reading, inner, lit);
    let Some(mention) = reading.analysis.mentions.get(index as usize) else { return content };
    let entity = mention.entity.map(|id| id.0);
    let is_lit = entity.is_some() && entity == lit.entity;
    html! {
        <mark
            id={format!("m{index}")} class={classes!("mark", is_lit.then_some("is-lit"), (lit.mention == Some(index)).then_some("is-current"))}
            data-type={kinds::name_code(mention.kind)} data-entity={entity.map(|id| id.to_string())}
        >{ content }</mark>
    }
}

fn draw_time(reading: &Reading, index: u32, inner: &[Piece], lit: Lit) -> Html {
    let content = draw(reading, inner, lit);
    let Some(time) = reading.analysis.times.get(index as usize) else { return content };
    let datetime = time.edtf.as_ref().and_then(|edtf| when::datetime(edtf, time.earliest, time.latest));
    html! {
        <time
            id={format!("t{index}")} class={classes!("mark", (lit.time == Some(index)).then_some("is-current"))}
            data-type="DATE" data-value={time.value.clone()} datetime={datetime}
        >{ content }</time>
    }
}
