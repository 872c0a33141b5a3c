//! Figures in lanes above the line, so that none covers another: each with its words beside or inside it.

use super::letters;

/// The size of the words, in pixels, as in `styles/components/overview.css`.
const SIZE: f32 = 13.0;
/// Between a figure and the next one in its lane, in pixels.
const GAP: f32 = 8.0;
/// Between a figure and its words, in pixels.
pub const PAD: f32 = 6.0;

/// What asks for a place: from `left` to `right` in pixels, with these words.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Where it begins.
    pub left: f32,
    /// Where it ends.
    pub right: f32,
    /// What is to stand beside it.
    pub text: String,
    /// True for a long figure: its words may stand inside of it, and the lowest lane is left to short ones.
    pub is_long: bool,
}

/// The place given.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Given {
    /// Counted from the line upwards.
    pub lane: usize,
    /// Where the words begin, if there is room for them.
    pub text: Option<f32>,
}

/// What words and figures are fitted into, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// The width of the drawing.
    pub width: f32,
    /// So many lanes.
    pub lanes: usize,
    /// Where a line goes through all lanes, which words keep away from.
    pub rule: Option<f32>,
}

/// What is taken in each lane.
struct Lanes(Vec<Vec<(f32, f32)>>);

impl Lanes {
    /// The lowest lane, from `lowest` on, where nothing stands between `left` and `right`.
    fn free(&self, lowest: usize, left: f32, right: f32) -> Option<usize> {
        let is_free = |lane: &Vec<(f32, f32)>| lane.iter().all(|&(from, to)| to + GAP <= left || right + GAP <= from);
        (lowest..self.0.len()).find(|&lane| self.0.get(lane).is_some_and(is_free))
    }

    /// The lane with the least in it there.
    fn emptiest(&self, lowest: usize, left: f32, right: f32) -> usize {
        let taken = |lane: &Vec<(f32, f32)>| lane.iter().filter(|&&(from, to)| to > left && from < right).count();
        (lowest..self.0.len()).min_by_key(|&lane| self.0.get(lane).map_or(0, taken)).unwrap_or(0)
    }
}

/// Gives everything one of `count` lanes: long figures first, then short ones, each from left to right. Words come last and
/// are left out where there is no room; for its words a short figure may go higher. If all lanes are full, a figure is drawn
/// over others.
pub fn assign(wanted: &[Wanted], room: Room) -> Vec<Given> {
    let count = room.lanes;
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|&a, &b| wanted[a].left.total_cmp(&wanted[b].left).then(wanted[b].right.total_cmp(&wanted[a].right)));
    let (long, short): (Vec<usize>, Vec<usize>) = order.into_iter().partition(|&index| wanted[index].is_long);
    let lowest = usize::from(!short.is_empty() && count > 1);
    let mut lanes = Lanes(vec![Vec::new(); count.max(1)]);
    let mut given = vec![Given::default(); wanted.len()];
    for index in long {
        given[index] = lanes.place(&wanted[index], room, lowest);
    }
    for &index in &short {
        let figure = &wanted[index];
        let lane = lanes.free(0, figure.left, figure.right).unwrap_or_else(|| lanes.emptiest(0, figure.left, figure.right));
        lanes.0[lane].push((figure.left, figure.right));
        given[index].lane = lane;
    }
    for &index in &short {
        let figure = &wanted[index];
        let own = &mut lanes.0[given[index].lane];
        own.retain(|&taken| taken != (figure.left, figure.right));
        if let Some(better) = lanes.with_text(figure, room, 0) {
            given[index] = better;
        } else {
            lanes.0[given[index].lane].push((figure.left, figure.right));
        }
    }
    given
}

impl Lanes {
    /// The lowest lane that has room for a figure with its words, wherever these can stand; takes it.
    fn with_text(&mut self, figure: &Wanted, room: Room, lowest: usize) -> Option<Given> {
        let (lane, (text, from, to)) = text_places(figure, room).find_map(|place| Some((self.free(lowest, place.1, place.2)?, place)))?;
        self.0[lane].push((from, to));
        Some(Given { lane, text: Some(text) })
    }

    /// A lane for a long figure, with its words if there is room; takes it.
    fn place(&mut self, figure: &Wanted, room: Room, lowest: usize) -> Given {
        self.with_text(figure, room, lowest).unwrap_or_else(|| {
            let (left, right) = (figure.left, figure.right);
            let lane = self.free(lowest, left, right).unwrap_or_else(|| self.emptiest(lowest, left, right));
            self.0[lane].push((left, right));
            Given { lane, text: None }
        })
    }
}

/// Where the words could begin, and what figure and words would take together: inside, behind or before it; last where the
/// rule would go through the words.
fn text_places(figure: &Wanted, room: Room) -> impl Iterator<Item = (f32, f32, f32)> {
    let text = letters::width(&figure.text) * SIZE;
    let (inside, behind, before) = (figure.left + PAD, figure.right + PAD, figure.left - PAD - text);
    let is_inside = figure.is_long && figure.right - figure.left >= text + 2.0 * PAD;
    // A figure covers the rule; words beside it do not.
    let is_crossed = move |from: f32| room.rule.is_some_and(|rule| from - PAD < rule && rule < from + text);
    let beside = [(behind, figure.left, behind + text), (before, before, figure.right)];
    let beside = beside.into_iter().filter(move |&(_, from, to)| !is_inside && from >= 0.0 && to <= room.width);
    let (free, crossed): (Vec<_>, Vec<_>) = beside.partition(|place| !is_crossed(place.0));
    is_inside.then_some((inside, figure.left, figure.right)).into_iter().chain(free).chain(crossed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(left: f32, right: f32, text: &str) -> Wanted {
        Wanted { left, right, text: text.into(), is_long: right - left > 30.0 }
    }

    fn assign(wanted: &[Wanted], width: f32, lanes: usize) -> Vec<Given> {
        super::assign(wanted, Room { width, lanes, rule: None })
    }

    #[test]
    fn words_keep_away_from_the_rule() {
        let room = Room { width: 400.0, lanes: 2, rule: Some(220.0) };
        let given = super::assign(&[wanted(200.0, 210.0, "30 October"), wanted(216.0, 224.0, "today")], room);
        assert!(given[0].text.is_some_and(|left| left < 200.0), "the rule is behind it, so its words are before it: {given:?}");
        assert_eq!(given[1].text, Some(230.0));
        let crossed = super::assign(&[wanted(20.0, 30.0, "a stretch of many words in May")], Room { rule: Some(100.0), ..room });
        assert_eq!(crossed[0].text, Some(36.0), "words that fit nowhere else are not lost");
    }

    #[test]
    fn words_stand_inside_behind_or_before() {
        let given = assign(&[wanted(0.0, 200.0, "2015"), wanted(300.0, 305.0, "May"), wanted(395.0, 399.0, "June")], 400.0, 4);
        assert_eq!(given[0], Given { lane: 1, text: Some(6.0) });
        assert_eq!(given[1], Given { lane: 0, text: Some(311.0) });
        assert!(given[2].text.is_some_and(|left| left < 395.0));
    }

    #[test]
    fn what_would_cover_another_goes_up() {
        let given = assign(&[wanted(0.0, 300.0, "since 2009"), wanted(50.0, 90.0, "2018"), wanted(52.0, 52.0, "3 May")], 400.0, 4);
        assert_eq!(given.iter().map(|given| given.lane).collect::<Vec<_>>(), [1, 2, 0]);
    }

    #[test]
    fn a_short_figure_always_finds_the_lowest_lane() {
        let mut many: Vec<Wanted> = (0..6).map(|index| wanted(index as f32, 300.0, "x")).collect();
        many.push(wanted(100.0, 111.0, "3 May"));
        assert_eq!(assign(&many, 400.0, 4)[6].lane, 0);
    }

    #[test]
    fn words_never_stand_on_another_figure() {
        let given = assign(&[wanted(0.0, 10.0, "May 2019"), wanted(30.0, 41.0, "30 Jun")], 400.0, 2);
        assert_eq!((given[0].lane, given[1].lane), (1, 0));
        assert!(given.iter().all(|given| given.text.is_some()));
        let alone = assign(&[wanted(0.0, 10.0, "May 2019"), wanted(30.0, 41.0, "30 Jun")], 400.0, 1);
        assert_eq!((alone[0].text, alone[1].text.is_some()), (None, true));
    }

    #[test]
    fn with_all_lanes_full_nothing_is_lost() {
        let many: Vec<Wanted> = (0..9).map(|index| wanted(index as f32, 100.0, "x")).collect();
        let given = assign(&many, 400.0, 4);
        assert_eq!(given.len(), 9);
        assert!(given.iter().all(|given| given.lane < 4));
        assert!(given[4..].iter().all(|given| given.text.is_none()));
    }
}
