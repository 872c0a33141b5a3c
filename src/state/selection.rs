//! What the reader looks at: the names in focus, a place in the story, a stretch of days.

use dateline_engine::dates::Date;
use dateline_engine::mentions::EntityId;
use dateline_engine::timeline::TimelineEntry;

use super::{Action, Reading};

/// Forward or back among the places that can be stepped through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To the next; from the last to the first.
    Next,
    /// To the one before; from the first to the last.
    Previous,
}

/// A place in the story, by index in the analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// A mention.
    Mention(u32),
    /// A time expression.
    Time(u32),
}

/// First and last day, both included.
pub type Days = (Date, Date);

/// What the reader has chosen. Each part stands for itself: a date can be looked at while two names are in focus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The names in focus, in the order in which they were chosen.
    pub entities: Vec<EntityId>,
    /// Where the reader stands in the story.
    pub at: Option<At>,
    /// Only times in these days are listed.
    pub days: Option<Days>,
}

impl Selection {
    /// True if nothing is chosen.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The time expression where the reader stands, if it is one.
    pub fn time(&self) -> Option<u32> {
        match self.at {
            Some(At::Time(index)) => Some(index),
            _ => None,
        }
    }

    /// True if an entry of the timeline belongs to what is in focus.
    pub fn shows(&self, entry: &TimelineEntry) -> bool {
        self.is_about(entry) && self.has_day_of(entry)
    }

    /// True if a name in focus stands in the entry's sentences, or none is in focus.
    pub fn is_about(&self, entry: &TimelineEntry) -> bool {
        self.entities.is_empty() || entry.entities.iter().any(|id| self.entities.contains(id))
    }

    fn has_day_of(&self, entry: &TimelineEntry) -> bool {
        self.days.is_none_or(|(from, to)| {
            entry.earliest.or(entry.latest).is_none_or(|first| first <= to)
                && entry.latest.or(entry.earliest).is_none_or(|last| last >= from)
        })
    }

    /// The places to step through: the mentions of what is in focus, or else the dates if the reader stands at one.
    pub fn stops(&self, reading: &Reading) -> Vec<At> {
        if self.entities.is_empty() {
            let dates = (0..).zip(&reading.analysis.times).map(|(index, _)| At::Time(index));
            return if self.time().is_some() { dates.collect() } else { Vec::new() };
        }
        let mut mentions: Vec<u32> =
            self.entities.iter().filter_map(|&id| reading.entity(id)).flat_map(|entity| &entity.mentions).copied().collect();
        mentions.sort_unstable();
        mentions.into_iter().map(At::Mention).collect()
    }
}

/// The selection after `action`; actions about other things leave it as it is.
pub(super) fn after(mut selection: Selection, action: &Action, reading: Option<&Reading>) -> Selection {
    match *action {
        Action::Deselected => return Selection::default(),
        Action::EntityPicked(id) if selection.entities == [id] => (selection.entities, selection.at) = (Vec::new(), None),
        Action::EntityPicked(id) => (selection.entities, selection.at) = (vec![id], first_mention(reading, id)),
        Action::EntityAdded(id) => add(&mut selection, id, reading),
        Action::MentionPicked(index) => {
            let entity = reading.and_then(|reading| reading.analysis.mentions.get(index as usize)?.entity);
            if let Some(id) = entity.filter(|id| !selection.entities.contains(id)) {
                selection.entities = vec![id];
            }
            selection.at = Some(At::Mention(index));
        }
        Action::TimePicked(index) if selection.at == Some(At::Time(index)) => selection.at = None,
        Action::TimePicked(index) => {
            selection.at = Some(At::Time(index));
            if let Some(reading) = reading {
                keep_seen(&mut selection, index, reading);
            }
        }
        Action::Stepped(direction) => {
            if let Some(reading) = reading {
                selection.at = step(&selection, direction, reading).or(selection.at);
            }
        }
        Action::DaysChosen(days) => selection.days = days,
        _ => {}
    }
    selection
}

fn first_mention(reading: Option<&Reading>, id: EntityId) -> Option<At> {
    reading?.entity(id)?.mentions.first().map(|&index| At::Mention(index))
}

/// Takes a name into the focus, or out of it.
fn add(selection: &mut Selection, id: EntityId, reading: Option<&Reading>) {
    if let Some(place) = selection.entities.iter().position(|&chosen| chosen == id) {
        selection.entities.remove(place);
        selection.at = selection.entities.last().and_then(|&last| first_mention(reading, last));
    } else {
        selection.entities.push(id);
        selection.at = first_mention(reading, id);
    }
}

/// A chosen date is always to be seen in the list: what would hide it is given up.
fn keep_seen(selection: &mut Selection, time: u32, reading: &Reading) {
    let Some(entry) = reading.analysis.timeline.iter().find(|entry| entry.times.contains(&time)) else { return };
    if !selection.is_about(entry) {
        selection.entities.clear();
    }
    if !selection.has_day_of(entry) {
        selection.days = None;
    }
}

fn step(selection: &Selection, direction: Direction, reading: &Reading) -> Option<At> {
    let stops = selection.stops(reading);
    let here = selection.at.and_then(|at| stops.iter().position(|&stop| stop == at));
    // Standing at a date while names are in focus: on from there.
    let behind =
        selection.at.and_then(|at| reading.start(at)).map_or(0, |start| stops.partition_point(|&stop| reading.start(stop) < Some(start)));
    let next = match (direction, here) {
        (Direction::Next, Some(here)) => here + 1,
        (Direction::Next, None) => behind,
        (Direction::Previous, Some(here)) => here + stops.len() - 1,
        (Direction::Previous, None) => behind + stops.len().saturating_sub(1),
    };
    stops.get(next % stops.len().max(1)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::RequestId;

    fn reading() -> Reading {
        let text =
            "The World Bank met the United Nations in 2015. The World Bank met the United Nations in March 2018. The World Bank left.";
        let analysis = dateline_engine::analyze(text, &dateline_engine::Options::default());
        Reading::new(RequestId::default(), text.into(), analysis)
    }

    fn id(reading: &Reading, name: &str) -> EntityId {
        reading.analysis.entities.iter().find(|entity| entity.name.contains(name)).unwrap().id
    }

    fn run(reading: &Reading, actions: &[Action]) -> Selection {
        actions.iter().fold(Selection::default(), |selection, action| after(selection, action, Some(reading)))
    }

    #[test]
    fn picking_twice_clears() {
        let reading = reading();
        let bank = id(&reading, "Bank");
        assert_eq!(run(&reading, &[Action::EntityPicked(bank)]).entities, [bank]);
        assert!(run(&reading, &[Action::EntityPicked(bank), Action::EntityPicked(bank)]).is_empty());
        let other = id(&reading, "Nations");
        assert_eq!(run(&reading, &[Action::EntityPicked(bank), Action::EntityPicked(other)]).entities, [other]);
    }

    #[test]
    fn several_are_stepped_through_in_the_order_of_the_story() {
        let reading = reading();
        let (bank, nations) = (id(&reading, "Bank"), id(&reading, "Nations"));
        let both = [Action::EntityPicked(nations), Action::EntityAdded(bank)];
        let selection = run(&reading, &both);
        let stops = selection.stops(&reading);
        assert_eq!(stops.len(), 5);
        assert!(stops.windows(2).all(|pair| reading.start(pair[0]) < reading.start(pair[1])));
        assert_eq!(selection.at, Some(stops[0]), "at the first mention of what was added");
        let earlier = after(selection, &Action::Stepped(Direction::Previous), Some(&reading));
        assert_eq!(earlier.at, Some(stops[4]), "from the first to the last");
        let one = after(earlier, &Action::EntityAdded(bank), Some(&reading));
        assert_eq!(one.entities, [nations]);
    }

    #[test]
    fn from_a_date_it_goes_on_to_the_mention_behind_it() {
        let reading = reading();
        let bank = id(&reading, "Bank");
        let mentions = run(&reading, &[Action::EntityPicked(bank)]).stops(&reading);
        let at = |direction| run(&reading, &[Action::EntityPicked(bank), Action::TimePicked(0), Action::Stepped(direction)]).at;
        assert_eq!(at(Direction::Next), Some(mentions[1]));
        assert_eq!(at(Direction::Previous), Some(mentions[0]));
        assert_eq!(run(&reading, &[Action::TimePicked(0), Action::Stepped(Direction::Next)]).at, Some(At::Time(1)));
        assert_eq!(run(&reading, &[Action::Stepped(Direction::Next)]).at, None);
    }

    #[test]
    fn a_date_outside_the_focus_gives_it_up() {
        let reading = reading();
        let bank = id(&reading, "Bank");
        let kept = run(&reading, &[Action::EntityPicked(bank), Action::TimePicked(0)]);
        assert_eq!(kept.entities, [bank]);
        let days = (Date::new(2018, 1, 1).unwrap(), Date::new(2018, 12, 31).unwrap());
        let selection = run(&reading, &[Action::DaysChosen(Some(days))]);
        let shown: Vec<&str> =
            reading.analysis.timeline.iter().filter(|entry| selection.shows(entry)).map(|entry| entry.edtf.as_str()).collect();
        assert_eq!(shown, ["2018-03"]);
        assert_eq!(after(selection.clone(), &Action::TimePicked(1), Some(&reading)).days, Some(days));
        assert_eq!(after(selection, &Action::TimePicked(0), Some(&reading)).days, None);
    }
}
