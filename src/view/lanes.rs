//! Figures in lanes above the line, so that none covers another: each with its words beside or inside it.

/// About so wide is a character of a label, in pixels.
const CHARACTER: f32 = 7.6;
/// Between a figure and the next one in its lane, in pixels.
const GAP: f32 = 10.0;
/// Between a figure and its words, in pixels.
const PAD: f32 = 6.0;
/// There are at most so many lanes.
pub const LANES: usize = 4;

/// What asks for a place: from `left` to `right` in pixels, with these words.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Where it begins.
    pub left: f32,
    /// Where it ends.
    pub right: f32,
    /// What is to stand beside it.
    pub text: String,
    /// True if the words may stand inside of it.
    pub holds_text: bool,
}

/// The place given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Given {
    /// Counted from the line upwards.
    pub lane: usize,
    /// Where the words begin, if there is room for them.
    pub text: Option<f32>,
}

/// Gives everything a lane, from left to right; words are left out where there is no room.
/// If all lanes are full, a figure is drawn over another one in the lane that is free first.
pub fn assign(wanted: &[Wanted], width: f32) -> Vec<Given> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|&a, &b| wanted[a].left.total_cmp(&wanted[b].left).then(wanted[b].right.total_cmp(&wanted[a].right)));
    let mut ends = [f32::MIN; LANES];
    let mut given = vec![Given { lane: 0, text: None }; wanted.len()];
    for index in order {
        let figure = &wanted[index];
        let (at, from, to) = text_place(figure, width);
        let fits = |left: f32| ends.iter().position(|&end| end + GAP <= left);
        let (lane, text, end) = match (at.and_then(|_| fits(from)), fits(figure.left)) {
            (Some(lane), _) => (lane, at, to),
            (None, Some(lane)) => (lane, None, figure.right),
            (None, None) => (first_free(&ends), None, figure.right),
        };
        ends[lane] = ends[lane].max(end);
        given[index] = Given { lane, text };
    }
    given
}

/// Where the words would begin, and what figure and words take together.
fn text_place(figure: &Wanted, width: f32) -> (Option<f32>, f32, f32) {
    let text = figure.text.chars().count() as f32 * CHARACTER;
    if figure.holds_text && figure.right - figure.left >= text + 2.0 * PAD {
        (Some(figure.left + PAD), figure.left, figure.right)
    } else if figure.right + PAD + text <= width {
        (Some(figure.right + PAD), figure.left, figure.right + PAD + text)
    } else if figure.left - PAD - text >= 0.0 {
        (Some(figure.left - PAD - text), figure.left - PAD - text, figure.right)
    } else {
        (None, figure.left, figure.right)
    }
}

fn first_free(ends: &[f32; LANES]) -> usize {
    let mut best = 0;
    for (lane, end) in ends.iter().enumerate() {
        if *end < ends[best] {
            best = lane;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(left: f32, right: f32, text: &str) -> Wanted {
        Wanted { left, right, text: text.into(), holds_text: right > left }
    }

    #[test]
    fn words_stand_inside_behind_or_before() {
        let given = assign(&[wanted(0.0, 200.0, "2015"), wanted(300.0, 305.0, "May"), wanted(395.0, 399.0, "June")], 400.0);
        assert_eq!(given[0], Given { lane: 0, text: Some(6.0) });
        assert_eq!(given[1], Given { lane: 0, text: Some(311.0) });
        assert_eq!(given[2].lane, 0);
        assert!(given[2].text.is_some_and(|left| left < 395.0));
    }

    #[test]
    fn what_would_cover_another_goes_up() {
        let given = assign(&[wanted(0.0, 300.0, "since 2009"), wanted(50.0, 90.0, "2018"), wanted(52.0, 52.0, "3 May")], 400.0);
        assert_eq!(given.iter().map(|given| given.lane).collect::<Vec<_>>(), [0, 1, 2]);
    }

    #[test]
    fn with_all_lanes_full_nothing_is_lost() {
        let many: Vec<Wanted> = (0..9).map(|index| wanted(index as f32, 100.0, "x")).collect();
        let given = assign(&many, 400.0);
        assert_eq!(given.len(), 9);
        assert!(given.iter().all(|given| given.lane < LANES));
        assert!(given[4..].iter().all(|given| given.text.is_none()));
    }
}
