//! Dates joined to the one before: `Monday or Tuesday`, `from Friday to Sunday`, `between November and February`.

use super::{Anchor, Date, Direction, Form, Found, Pick, Point, Reading, Resolver, Scan, Value, explain, reckon};

/// So many tokens may stand between two dates that are joined.
const GAP: usize = 3;

/// Words of a stretch from one date to the other.
const STRETCH: &[&str] = &["to", "through", "until", "till", "into", "–", "—", "-"];
/// Words that list one date and the other.
const LIST: &[&str] = &["and", "or", "&", "/", "and/or"];
/// Words that may stand beside them.
const BESIDE: &[&str] = &["again", "also", "early", "from", "late", "on", "perhaps", "possibly", "the"];

/// The date before the one that is read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before {
    /// Behind its last token.
    pub(super) end: usize,
    /// Its first day.
    pub(super) day: Date,
    /// True if it names its month.
    pub(super) is_named: bool,
    /// True behind `between`.
    pub(super) opens: bool,
}

impl Before {
    /// Of an expression, if it is read as a date.
    pub(super) fn of(scan: &Scan, found: &Found, reading: &Reading) -> Option<Self> {
        let day = reading.value.as_ref().and_then(Value::days)?.0;
        let is_named =
            matches!(found.form, Form::Point(Point::Month(_) | Point::MonthDay(..), _) | Form::Value(Value::Month(..) | Value::Day(_)));
        let opens = found.first.checked_sub(1).is_some_and(|before| scan.is_word(before, "between"));
        Some(Self { end: found.end, day, is_named, opens })
    }
}

/// How two dates are joined.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Join {
    Stretch,
    List,
    Comma,
}

impl Resolver<'_> {
    /// The second of two dates that are joined: it follows the one before, or is the day before it in a list.
    pub(super) fn joined(&self, found: &Found, point: Point, pick: Pick) -> Option<Reading> {
        let Before { end, day, is_named, opens } = self.before.filter(|_| pick == Pick::Bare)?;
        let join = match self.join(end, found.first)? {
            Join::List if opens => Join::Stretch,
            join => join,
        };
        let value = match (point, join) {
            (Point::Weekday(weekday), _) => {
                let ahead = i32::from(weekday - day.weekday()).rem_euclid(7);
                let is_day_before = ahead == 6 && join == Join::List;
                let fits = ahead == 1 || join != Join::Comma && ahead > 0;
                fits.then(|| day.add_days(if is_day_before { -1 } else { ahead }).map(Value::Day))?
            }
            (Point::Month(_) | Point::MonthDay(..), Join::Stretch) if is_named => {
                let next = reckon::point(day, point, Pick::Next, Direction::Future, true);
                next.filter(|value| value.days().is_some_and(|(first, _)| day.days_to(first) < 366))
            }
            _ => None,
        }?;
        let anchor = Anchor::Expression(self.times.len().checked_sub(1)? as u32);
        let why = format!("goes with the date before it, {}", explain::full(day));
        Some(Reading { value: Some(value), anchor, why, p: 88, alternatives: Vec::new() })
    }

    /// How the tokens from `end` on join what stands before to what begins at `first`.
    fn join(&self, end: usize, first: usize) -> Option<Join> {
        if first <= end || first > end + GAP {
            return None;
        }
        let mut join = None;
        for at in end..first {
            let is = |words: &[&str]| words.iter().any(|word| self.scan.is_word(at, word));
            let found = if is(STRETCH) {
                Join::Stretch
            } else if is(LIST) {
                Join::List
            } else if self.scan.is_word(at, ",") {
                Join::Comma
            } else if is(BESIDE) {
                continue;
            } else {
                return None;
            };
            join = match (join, found) {
                (None | Some(Join::Comma), found) => Some(found),
                _ => return None,
            };
        }
        join
    }
}
