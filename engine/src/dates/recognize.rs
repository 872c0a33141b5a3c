//! Document in, [`Found`] out: every time expression with what it says, by the longest match of the grammar.

use super::Modifier;
use super::form::{Form, Point};
use super::modifiers::{self, Shade};
use super::pattern::{Match, Scan};
use super::rules::{Grammar, Rule};
use super::value::{Unit, Value};
use super::words::Class;
use crate::mentions::{Mention, NameType};
use crate::text::Span;

/// An expression, not yet resolved.
#[derive(Debug)]
pub struct Found {
    /// Its first token.
    pub first: usize,
    /// Behind its last token.
    pub end: usize,
    /// What it says.
    pub form: Form,
    /// What a word before it adds.
    pub modifier: Option<Modifier>,
    /// The name of the rule that found it.
    pub rule: &'static str,
}

/// Finds them in one pass; linear in the length of the text.
pub fn recognize(scan: &Scan, grammar: &Grammar) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < scan.tags.len() {
        if !grammar.begins(scan.tags[at]) || is_idle(scan, at) {
            at += 1;
            continue;
        }
        at = match expression(scan, grammar, at) {
            Some(expression) => push(expression, &mut found),
            None => at + 1,
        };
    }
    found
}

/// An article or a direction before a word that is no time: most tokens that could begin a time.
fn is_idle(scan: &Scan, at: usize) -> bool {
    let alone = Class::The.bit() | Class::A.bit() | Class::That.bit() | Class::This.bit() | Class::Every.bit();
    let tag = scan.tags[at];
    tag.bits != 0 && tag.bits & !alone == 0 && scan.tags.get(at + 1).is_none_or(|next| next.is_nothing())
}

/// The rule of lengths that are told as a stretch of the calendar: `over a three-year period`.
const PERIOD: &str = "a period of so many units";

struct Expression {
    start: usize,
    cuts: Vec<usize>,
    end: usize,
    form: Form,
    modifier: Option<Modifier>,
    rule: &'static Rule,
}

/// The expression that begins at `at`: the core that the grammar finds, with the words that shade it.
fn expression(scan: &Scan, grammar: &Grammar, at: usize) -> Option<Expression> {
    let bare = grammar.longest(scan, at);
    if let Some(stretch) = bare.as_ref().and_then(|bare| around_named_day(scan, at, bare)) {
        return Some(stretch);
    }
    if let Some(beside) = day_beside(scan, grammar, at).filter(|beside| bare.as_ref().is_none_or(|bare| bare.0.end < beside.end)) {
        return Some(beside);
    }
    let shaded = modifiers::shade(scan, at).and_then(|shade| with_shade(scan, grammar, at, shade));
    let (matched, form, rule) = match (bare, shaded) {
        (Some(bare), Some(shaded)) if bare.0.end >= shaded.end => bare,
        (_, Some(shaded)) => return Some(shaded),
        (bare, None) => bare?,
    };
    Some(Expression { start: at, cuts: matched.cuts, end: matched.end, form, modifier: edge_modifier(rule), rule })
}

/// `Easter week`, `the Labor Day weekend`.
fn around_named_day(scan: &Scan, at: usize, (matched, form, rule): &(Match, Form, &'static Rule)) -> Option<Expression> {
    let day = matches!(form, Form::Point(Point::Holiday(_), _)).then(|| Box::new(form.clone()))?;
    let form = if scan.is(matched.end, Class::Weekend) {
        Form::WeekendBy(day)
    } else if scan.is_word(matched.end, "week") {
        Form::Around(Unit::Week, day)
    } else {
        return None;
    };
    let start = at - usize::from(at > 0 && scan.is(at - 1, Class::The));
    Some(Expression { start, cuts: Vec::new(), end: matched.end + 1, form, modifier: None, rule })
}

/// `the day before Christmas`, `the day after Sept. 11`.
fn day_beside(scan: &Scan, grammar: &Grammar, at: usize) -> Option<Expression> {
    let article = usize::from(scan.is(at, Class::The) || scan.is(at, Class::A));
    let (day, side) = (at + article, at + article + 1);
    let days = if scan.is_word(side, "before") { -1 } else { 1 };
    if !scan.is_word(day, "day") || !(scan.is_word(side, "before") || scan.is_word(side, "after")) {
        return None;
    }
    let (matched, form, rule) = grammar.longest(scan, side + 1).filter(|(matched, form, _)| matched.cuts.is_empty() && form.is_day())?;
    let form = Form::Beside(days, Box::new(form));
    Some(Expression { start: at, cuts: Vec::new(), end: matched.end, form, modifier: None, rule })
}

fn with_shade(scan: &Scan, grammar: &Grammar, at: usize, shade: Shade) -> Option<Expression> {
    let core = at + shade.len;
    let second = modifiers::shade(scan, core).filter(|second| second.of != modifiers::Of::Lengths || shade.of != modifiers::Of::Dates);
    let direct = grammar.longest(scan, core);
    let (core, modifier, (matched, form, rule)) = match (direct, second) {
        (Some(direct), _) if shade.fits(&direct.1) => (core, shade.modifier, direct),
        (_, Some(second)) => {
            let inner = grammar.longest(scan, core + second.len)?;
            (core + second.len, second.modifier, inner)
        }
        _ => return None,
    };
    let named = [Class::Last, Class::Next, Class::This, Class::Deictic].iter().any(|class| scan.is(core, *class));
    let of_length = shade.of == modifiers::Of::Lengths;
    let idle = of_length && (!shade.fits(&form) || matches!(form, Form::Shift(..)) && named);
    let fits = !idle && (shade.fits(&form) || second.is_some_and(|second| second.fits(&form)));
    let earlier_alone = scan.is_word(at, "earlier") || scan.is_word(at, "later");
    let definite = named || scan.is(core, Class::The) || scan.is(core, Class::That);
    let over_date =
        (scan.is_word(at, "over") || scan.is_word(at, "under")) && (definite || scan.is_word(core, "several") || rule.name == PERIOD);
    let around_day = matches!(form, Form::Point(Point::Weekday(_), _)) && scan.is(at, Class::Approx);
    if !fits || (earlier_alone && !definite) || over_date || around_day {
        return None;
    }
    Some(Expression { start: at, cuts: matched.cuts, end: matched.end, form, modifier: Some(modifier), rule })
}

/// `the end of the year` is a rule of its own.
fn edge_modifier(rule: &Rule) -> Option<Modifier> {
    (rule.name == "the end of a unit" || rule.name == "year-end").then_some(Modifier::End)
}

/// Stores it, as two if it is a pair; returns where to go on.
fn push(expression: Expression, found: &mut Vec<Found>) -> usize {
    let Expression { start, cuts, end, form, modifier, rule } = expression;
    let mut add = |first: usize, end: usize, form: Form, modifier| found.push(Found { first, end, form, modifier, rule: rule.name });
    match (form, &cuts[..]) {
        (Form::Pair(one, other), [cut, next]) => {
            add(start, *cut, *one, modifier);
            add(*next, end, *other, None);
        }
        (form, [cut]) => {
            add(start, *cut, form, modifier);
            return *cut;
        }
        (form, _) => add(start, end, form, modifier),
    }
    end
}

/// Leaves out what is part of a name: a year of an event, a weekday of a newspaper.
pub fn outside_names(scan: &Scan, mentions: &[Mention], found: &mut Vec<Found>) {
    let mut at = 0;
    let spans: Vec<(Span, NameType)> = mentions
        .iter()
        .filter(|mention| mention.inside.is_none() && mention.kind != NameType::Money)
        .map(|mention| (mention.span, mention.kind))
        .collect();
    found.retain(|expression| {
        let place = span(scan, expression);
        while spans.get(at).is_some_and(|(name, _)| name.end <= place.start) {
            at += 1;
        }
        !spans.get(at).is_some_and(|(name, kind)| is_in_name(scan, *name, *kind, place, expression)) || is_in_brackets(scan, expression)
    });
}

/// `Copying Beethoven (2006)`: the year of a work is a date, however far its name is read.
fn is_in_brackets(scan: &Scan, found: &Found) -> bool {
    let before = found.first.checked_sub(1).map_or("", |before| scan.document.word(before));
    before == "(" && scan.document.word(found.end) == ")"
}

fn is_in_name(scan: &Scan, name: Span, kind: NameType, place: Span, found: &Found) -> bool {
    // `the Mass Vaccination Campaign on 20 Nov 2019`: no name goes on with `on` and a day.
    let told_on_a_day = matches!(found.form, Form::Value(Value::Day(_))) && found.first > 0 && scan.is_word(found.first - 1, "on");
    if !name.contains(place) || told_on_a_day {
        return false;
    }
    let is_bare =
        matches!(found.form, Form::Point(..) | Form::Value(Value::Year(_) | Value::Set(_) | Value::Reference(_)) | Form::Shift(..));
    name.len() > place.len() || (is_bare && kind == NameType::Person)
}

/// The bytes of an expression.
pub fn span(scan: &Scan, found: &Found) -> Span {
    let token = |at: usize| scan.document.tokens.get(at).map(|token| token.span);
    match (token(found.first), token(found.end.saturating_sub(1))) {
        (Some(first), Some(last)) => first.to(last),
        _ => Span { start: 0, end: 0 },
    }
}
