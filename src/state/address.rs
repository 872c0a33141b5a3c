//! The selection as the page's address carries it: `7f3a9c12&e=12,3&m=45&d=2015-01-01..2018-12-31`.
//!
//! In front stands the story's key, so that an address of another story chooses nothing in this one.

use dateline_engine::mentions::EntityId;

use super::{At, Days, Reading, Selection};

/// The fragment for a selection; empty if nothing is chosen.
pub fn fragment(selection: &Selection, reading: &Reading) -> String {
    if selection.is_empty() {
        return String::new();
    }
    let entities: Vec<String> = selection.entities.iter().map(|id| id.0.to_string()).collect();
    let at = selection.at.map(|at| match at {
        At::Mention(index) => format!("m={index}"),
        At::Time(index) => format!("t={index}"),
    });
    let parts = [
        Some(format!("{:08x}", reading.key)),
        (!entities.is_empty()).then(|| format!("e={}", entities.join(","))),
        at,
        selection.days.map(|(from, to)| format!("d={from}..{to}")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("&")
}

/// The selection that a fragment names: nothing if it is of another story, or names what this one has not.
pub fn parse(fragment: &str, reading: &Reading) -> Selection {
    let mut parts = fragment.split('&');
    if parts.next().and_then(|key| u32::from_str_radix(key, 16).ok()) != Some(reading.key) {
        return Selection::default();
    }
    let mut selection = Selection::default();
    for (name, value) in parts.filter_map(|part| part.split_once('=')) {
        match name {
            "e" => selection.entities = entities(value, reading),
            "m" => selection.at = index(value, reading.analysis.mentions.len()).map(At::Mention),
            "t" => selection.at = index(value, reading.analysis.times.len()).map(At::Time),
            "d" => selection.days = days(value),
            _ => {}
        }
    }
    selection
}

fn entities(value: &str, reading: &Reading) -> Vec<EntityId> {
    value.split(',').filter_map(|id| index(id, reading.analysis.entities.len())).map(EntityId).collect()
}

fn index(value: &str, count: usize) -> Option<u32> {
    value.parse().ok().filter(|&index: &u32| (index as usize) < count)
}

fn days(value: &str) -> Option<Days> {
    let (from, to) = value.split_once("..")?;
    let days = (from.parse().ok()?, to.parse().ok()?);
    (days.0 <= days.1).then_some(days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::RequestId;

    fn reading(text: &str) -> Reading {
        Reading::new(RequestId::default(), text.into(), dateline_engine::analyze(text, &dateline_engine::Options::default()))
    }

    #[test]
    fn the_address_carries_a_selection() {
        let reading = reading("The World Bank met the United Nations in 2015.");
        let days = Some(("2015-01-01".parse().unwrap(), "2015-12-31".parse().unwrap()));
        for selection in [
            Selection::default(),
            Selection { entities: vec![EntityId(1), EntityId(0)], at: Some(At::Mention(1)), days: None },
            Selection { entities: Vec::new(), at: Some(At::Time(0)), days },
        ] {
            assert_eq!(parse(&fragment(&selection, &reading), &reading), selection);
        }
    }

    #[test]
    fn an_address_of_another_story_chooses_nothing() {
        let (one, other) = (reading("The World Bank met in 2015."), reading("The World Bank met in 2016."));
        let selection = Selection { entities: vec![EntityId(0)], at: Some(At::Mention(0)), days: None };
        let address = fragment(&selection, &one);
        assert_eq!(parse(&address, &one), selection);
        assert!(parse(&address, &other).is_empty());
    }

    #[test]
    fn what_is_no_address_chooses_nothing() {
        let reading = reading("The World Bank met in 2015.");
        let key = format!("{:08x}", reading.key);
        for bad in [
            "",
            "story",
            "e=0",
            "&e=0",
            "é",
            &format!("{key}&e=99"),
            &format!("{key}&m=x&t=-1"),
            &format!("{key}&d=2016-01-01..2015-01-01"),
        ] {
            assert!(parse(bad, &reading).is_empty(), "{bad}");
        }
    }
}
