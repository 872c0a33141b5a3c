//! A marked name or time in the article. A mark has the id `m5` or `t3`: its index in the analysis. Whether it is lit is
//! not drawn here, but by [`crate::hooks::use_lit`].

use yew::prelude::*;

use crate::state::{At, Mark, Reading};
use crate::view::pieces::Piece;
use crate::view::{kinds, when};
use crate::words;

/// The id of a mark's element.
pub fn id(at: At) -> String {
    match at {
        At::Mention(index) => format!("m{index}"),
        At::Time(index) => format!("t{index}"),
    }
}

/// The place whose mark has this id.
pub fn place(id: &str) -> Option<At> {
    let index = id.get(1..)?.parse().ok()?;
    match id.get(..1)? {
        "m" => Some(At::Mention(index)),
        "t" => Some(At::Time(index)),
        _ => None,
    }
}

/// Draws text and marks.
pub fn draw(reading: &Reading, pieces: &[Piece]) -> Html {
    pieces.iter().map(|piece| draw_piece(reading, piece)).collect()
}

fn draw_piece(reading: &Reading, piece: &Piece) -> Html {
    match piece {
        Piece::Text(span) => html! { span.of(&reading.text).to_string() },
        Piece::Mark(mark, inner) => match mark.target {
            At::Mention(index) => draw_mention(reading, *mark, index, inner),
            At::Time(index) => draw_time(reading, *mark, index, inner),
        },
    }
}

fn draw_mention(reading: &Reading, mark: Mark, index: u32, inner: &[Piece]) -> Html {
    let content = draw(reading, inner);
    let Some(mention) = reading.analysis.mentions.get(index as usize) else { return content };
    let entity = mention.entity.map(|id| id.0);
    html! {
        <mark
            id={name(mark)} class={classes!("mark", holds_another(inner).then_some("is-outer"))} tabindex={stop(mark)} aria-roledescription={said(mark, words::kind(mention.kind).0)}
            data-type={kinds::name_code(mention.kind)} data-entity={entity.map(|id| id.to_string())}
        >{ content }</mark>
    }
}

fn draw_time(reading: &Reading, mark: Mark, index: u32, inner: &[Piece]) -> Html {
    let content = draw(reading, inner);
    let Some(time) = reading.analysis.times.get(index as usize) else { return content };
    let datetime = time.edtf.as_ref().and_then(|edtf| when::datetime(edtf, time.earliest, time.latest));
    html! {
        <time
            id={name(mark)} class={classes!("mark", holds_another(inner).then_some("is-outer"))} tabindex={stop(mark)} aria-roledescription={said(mark, words::DATE.0)}
            data-type="DATE" data-value={time.value.clone()} datetime={datetime}
        >{ content }</time>
    }
}

/// The line of one that holds another stands lower. Asking for that with `:has` costs more than all other rules of a mark.
fn holds_another(inner: &[Piece]) -> bool {
    inner.iter().any(|piece| matches!(piece, Piece::Mark(..)))
}

/// A mark that is cut in two is named, reached and announced once.
fn name(mark: Mark) -> Option<String> {
    (!mark.is_rest).then(|| id(mark.target))
}

fn stop(mark: Mark) -> Option<&'static str> {
    (!mark.is_rest).then_some("-1")
}

fn said(mark: Mark, kind: &'static str) -> Option<&'static str> {
    (!mark.is_rest).then_some(kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_lead_back_to_their_places() {
        for at in [At::Mention(0), At::Mention(12), At::Time(3)] {
            assert_eq!(place(&id(at)), Some(at));
        }
        for other in ["", "m", "x1", "story", "é1"] {
            assert_eq!(place(other), None);
        }
    }
}
