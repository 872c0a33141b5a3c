//! What the card of a mark says.

use dateline_engine::dates::{TimeExpression, TimexType};
use dateline_engine::entities::{Entity, OrganizationKind};
use dateline_engine::mentions::{EntityId, Mention, NameType};
use yew::AttrValue;

use super::rows::{body_name, role_words};
use super::when;
use crate::state::{At, Reading};
use crate::words::{self, DateWords};

/// Readings that are less sure say so. In percent.
const SURE: u8 = 75;

/// What a mark stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// `organization, bank`.
    pub kind: AttrValue,
    /// Its full name, or the date in words.
    pub title: AttrValue,
    /// What more is known, each with what it is: `also`, `CSTO`.
    pub facts: Vec<(&'static str, AttrValue)>,
    /// How it was read.
    pub why: Vec<AttrValue>,
    /// Marks that hold this one, with their words.
    pub around: Vec<(At, AttrValue)>,
    /// Which entity it names, and how often that is named.
    pub entity: Option<(EntityId, usize)>,
}

/// The card of a place.
pub fn card(reading: &Reading, at: At, dates: &DateWords) -> Option<Card> {
    let mut card = match at {
        At::Mention(index) => of_mention(reading, reading.analysis.mentions.get(index as usize)?),
        At::Time(index) => of_time(reading, reading.analysis.times.get(index as usize)?, dates),
    };
    card.around = reading.around(at).into_iter().filter_map(|outer| Some((outer, words_at(reading, outer)?))).collect();
    Some(card)
}

fn words_at(reading: &Reading, at: At) -> Option<AttrValue> {
    Some(reading.span(at)?.of(&reading.text).to_string().into())
}

fn of_mention(reading: &Reading, mention: &Mention) -> Card {
    let here = mention.span.of(&reading.text);
    let entity = mention.entity.and_then(|id| reading.entity(id));
    let merge = entity.and_then(|entity| entity.merges.iter().find(|merge| merge.form == here));
    let mut why: Vec<AttrValue> = vec![mention.why.to_string().into()];
    why.extend(merge.map(|merge| merge.why.clone().into()));
    if mention.p < SURE {
        why.push(words::unsure(mention.p).into());
    }
    Card {
        kind: entity.map_or_else(|| words::kind(mention.kind).0.to_string(), kind).into(),
        title: entity.map_or_else(|| here.to_string(), |entity| entity.name.clone()).into(),
        facts: entity.map(|entity| facts(reading, entity)).unwrap_or_default(),
        why,
        around: Vec::new(),
        entity: entity.map(|entity| (entity.id, entity.mentions.len())),
    }
}

fn kind(entity: &Entity) -> String {
    let kind = words::kind(entity.kind).0;
    match entity.organization_kind.filter(|&kind| entity.kind == NameType::Organization && kind != OrganizationKind::Other) {
        Some(organization) => format!("{kind} · {}", words::organization_kind(organization)),
        None => kind.to_string(),
    }
}

fn facts(reading: &Reading, entity: &Entity) -> Vec<(&'static str, AttrValue)> {
    let acronym = entity.acronym.iter().filter(|acronym| **acronym != entity.name && !entity.aliases.contains(acronym));
    let names: Vec<&str> = entity.aliases.iter().chain(acronym).map(String::as_str).collect();
    let names = (!names.is_empty()).then(|| (words::ALSO, names.join(", ").into()));
    let roles = entity.roles.iter().map(|role| (words::ROLE, role_words(reading, role)));
    let parent = entity.parent.as_ref().map(|parent| (words::PART_OF, body_name(reading, parent)));
    names.into_iter().chain(roles).chain(parent).collect()
}

fn of_time(reading: &Reading, time: &TimeExpression, dates: &DateWords) -> Card {
    let others = time.alternatives.iter().map(|other| (words::OR_ELSE, words::alternative(&other.value, &other.why).into()));
    let value = (!time.value.is_empty()).then(|| (words::VALUE, time.value.clone().into()));
    let days = time.earliest.zip(time.latest).filter(|(from, to)| from != to);
    let days = days.map(|(from, to)| (words::DAYS, words::from_to(&dates.day.write(from), &dates.day.write(to)).into()));
    Card {
        kind: time_kind(time).into(),
        title: title(reading, time, dates).into(),
        facts: days.into_iter().chain(value).chain(others).collect(),
        why: std::iter::once(time.why.clone()).chain((time.p < SURE).then(|| words::unsure(time.p))).map(Into::into).collect(),
        around: Vec::new(),
        entity: None,
    }
}

fn time_kind(time: &TimeExpression) -> &'static str {
    match time.kind {
        _ if time.is_unresolved() => words::UNPLACED_DATE,
        TimexType::Date => words::DATE.0,
        TimexType::Time => words::TIME_OF_DAY,
        TimexType::Duration => words::LENGTH_OF_TIME,
        TimexType::Set => words::RECURRING_TIME,
    }
}

fn title(reading: &Reading, time: &TimeExpression, dates: &DateWords) -> String {
    match &time.edtf {
        Some(edtf) if time.earliest.is_some() || time.latest.is_some() => {
            when::words(dates, edtf, time.granularity, time.earliest, time.latest)
        }
        _ => time.span.of(&reading.text).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use dateline_engine::{Options, analyze};

    use super::*;
    use crate::protocol::RequestId;

    fn reading(text: &str) -> Reading {
        Reading::new(RequestId::default(), text.into(), analyze(text, &Options::default()))
    }

    fn at(reading: &Reading, words: &str) -> At {
        reading.marks.iter().find(|mark| mark.span.of(&reading.text) == words).unwrap().target
    }

    #[test]
    fn a_name_with_its_other_names() {
        let reading = reading("The Collective Security Treaty Organization (CSTO) met. The CSTO left.");
        let card = card(&reading, at(&reading, "CSTO"), &DateWords::default()).unwrap();
        assert_eq!(card.title, "Collective Security Treaty Organization");
        assert!(card.kind.starts_with("organization"));
        assert_eq!(card.facts[0], (words::ALSO, "CSTO".into()));
        assert!(card.why.len() >= 2, "why it is a name, and why it is this one: {:?}", card.why);
        assert_eq!(card.entity.map(|entity| entity.1), Some(3));
    }

    #[test]
    fn a_date_with_its_days_and_its_value() {
        let reading = reading("PARIS, Oct 30, 2019 - It began in the third quarter and they met yesterday.");
        let quarter = card(&reading, at(&reading, "the third quarter"), &DateWords::default()).unwrap();
        assert_eq!(quarter.title, "third quarter of 2019");
        assert!(quarter.facts.contains(&(words::DAYS, "1 July 2019 to 30 September 2019".into())), "{:?}", quarter.facts);
        assert!(quarter.facts.contains(&(words::VALUE, "2019-Q3".into())), "{:?}", quarter.facts);
        let day = card(&reading, at(&reading, "yesterday"), &DateWords::default()).unwrap();
        assert_eq!(day.title, "29 October 2019");
        assert!(!day.why[0].is_empty());
    }

    #[test]
    fn a_mark_inside_another_names_it() {
        let mut reading = reading("The World Bank met in 2015.");
        reading.marks[1].span = dateline_engine::text::Span::new(4, 9);
        reading.analysis.times[0].span = reading.marks[1].span;
        let card = card(&reading, At::Time(0), &DateWords::default()).unwrap();
        assert_eq!(card.around, [(At::Mention(0), "World Bank".into())]);
    }
}
