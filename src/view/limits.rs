//! The limits that the reader sets on the line of dates: where each of the two can stand.

use dateline_engine::dates::Date;

use crate::state::{Days, Reading};

/// One of the two limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The first day.
    From,
    /// The last day.
    To,
}

/// Where a limit goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// To the next earlier entry.
    Back,
    /// To the next later entry.
    On,
    /// As far back as it goes.
    First,
    /// As far on as it goes.
    Last,
}

/// The days at which entries begin and end, each in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    from: Vec<Date>,
    to: Vec<Date>,
}

impl Limits {
    /// The limits of a story.
    pub fn new(reading: &Reading) -> Self {
        let entries = &reading.analysis.timeline;
        let published = reading.analysis.published.map(|published| published.date);
        let open_end = |from: Date| published.filter(|&day| day > from).unwrap_or(from);
        Self {
            from: sorted(entries.iter().filter_map(|entry| entry.earliest.or(entry.latest))),
            to: sorted(entries.iter().filter_map(|entry| entry.latest.or(entry.earliest.map(open_end)))),
        }
    }

    /// Both limits wide open.
    pub fn all(&self) -> Option<Days> {
        Some((*self.from.first()?, *self.to.last()?))
    }

    /// Where a limit stands among how many places, from 0.
    pub fn place(&self, end: End, days: Option<Days>) -> (usize, usize) {
        let Some((from, to)) = days.or(self.all()) else { return (0, 1) };
        match end {
            End::From => (self.from.partition_point(|&day| day <= from).saturating_sub(1), self.from.len()),
            End::To => (self.to.partition_point(|&day| day < to).min(self.to.len().saturating_sub(1)), self.to.len()),
        }
    }

    /// The days after a limit has moved; nothing if both are wide open.
    pub fn moved(&self, end: End, days: Option<Days>, to: Move) -> Option<Days> {
        let (here, count) = self.place(end, days);
        let next = match to {
            Move::Back => here.saturating_sub(1),
            Move::On => here + 1,
            Move::First => 0,
            Move::Last => count,
        };
        let next = next.min(count.saturating_sub(1));
        let (from, last) = days.or(self.all())?;
        self.narrowed(match end {
            End::From => (self.from.get(next)?.min(&last).to_owned(), last),
            End::To => (from, self.to.get(next)?.max(&from).to_owned()),
        })
    }

    /// These days, or nothing if they hold everything.
    pub fn narrowed(&self, days: Days) -> Option<Days> {
        let (from, to) = self.all()?;
        (days.0 > from || days.1 < to).then_some(days)
    }
}

fn sorted(days: impl Iterator<Item = Date>) -> Vec<Date> {
    let mut days: Vec<Date> = days.collect();
    days.sort_unstable();
    days.dedup();
    days
}

#[cfg(test)]
mod tests {
    use dateline_engine::{Options, analyze};

    use super::*;
    use crate::protocol::RequestId;

    fn limits() -> Limits {
        let text = "It began in 2015. They met on 3 March 2018. They met again on 9 May 2019.";
        Limits::new(&Reading::new(RequestId::default(), text.into(), analyze(text, &Options::default())))
    }

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_limit_goes_from_entry_to_entry() {
        let limits = limits();
        let later = limits.moved(End::From, None, Move::On);
        assert_eq!(later, Some((date("2018-03-03"), date("2019-05-09"))));
        let earlier = limits.moved(End::To, later, Move::Back);
        assert_eq!(earlier, Some((date("2018-03-03"), date("2018-03-03"))));
        assert_eq!(limits.moved(End::From, later, Move::Back), None, "wide open again");
        assert_eq!(limits.moved(End::To, None, Move::First), Some((date("2015-01-01"), date("2015-12-31"))));
    }

    #[test]
    fn limits_never_cross() {
        let limits = limits();
        let days = Some((date("2018-03-03"), date("2018-03-03")));
        assert_eq!(limits.moved(End::From, days, Move::Last), days);
        assert_eq!(limits.moved(End::To, days, Move::First), days);
    }

    #[test]
    fn days_between_entries_have_a_place() {
        let limits = limits();
        let days = Some((date("2017-06-01"), date("2018-12-01")));
        assert_eq!((limits.place(End::From, days), limits.place(End::To, days)), ((0, 3), (2, 3)));
        assert_eq!(Limits::default().moved(End::From, None, Move::On), None);
    }
}
