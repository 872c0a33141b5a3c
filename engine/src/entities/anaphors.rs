//! Claims in which the larger body is only a word: `Its Ethics Committee`, `the bank's Monetary Policy Department`,
//! `It is a unit of Acme`, `Zed, the group's maintenance branch`.

use super::Entity;
use super::answers::{answers, may_answer};
use super::enumerations::{is_listed_with_sort, is_of_owner};
use super::lexicon::LEXICON;
use super::part_words::{calls_part, is_above};
use super::relations::{Relation, is_plain, relation, words};
use super::told::{Claim, Strength};
use crate::mentions::{Mention, NameType};
use crate::text::Document;

/// So many names back a word like `the bank` is looked for.
const FARTHEST: usize = 40;
/// So many sentences back one is looked for that is about such a body.
const SENTENCES: usize = 12;
/// So many words before or behind a name are looked at.
const NEAR: usize = 9;
/// And so many characters behind it.
const LONGEST: usize = 160;

/// That the first entity belongs to another.
pub(super) fn claims(document: &Document, mentions: &[Mention], entities: &[Entity]) -> Vec<(u32, Claim)> {
    let bodies: Vec<&Mention> =
        mentions.iter().filter(|mention| mention.inside.is_none() && mention.kind == NameType::Organization).collect();
    let places = mentions.iter().filter(|mention| mention.kind == NameType::Place).collect();
    let story = Story { document, entities, topics: Vec::new(), bodies, places };
    let story = Story { topics: story.topics(), ..story };
    let mut claims = Vec::new();
    for at in 0..story.bodies.len() {
        story.before(at, &mut claims);
        story.behind(at, &mut claims);
    }
    claims.retain(|(part, claim)| *part != claim.parent);
    claims
}

struct Story<'a> {
    document: &'a Document<'a>,
    entities: &'a [Entity],
    bodies: Vec<&'a Mention>,
    places: Vec<&'a Mention>,
    /// The body that each sentence is about.
    topics: Vec<Option<u32>>,
}

/// Words before a name that leave it the subject of its sentence: `The Danish brewer`.
const BEFORE_SUBJECT: usize = 5;

impl Story<'_> {
    /// The subject of each sentence, if it is a body; of one that begins with `it` or `the bank`, what that means.
    fn topics(&self) -> Vec<Option<u32>> {
        let mut topics: Vec<Option<u32>> = Vec::with_capacity(self.document.sentences.len());
        let mut at = 0;
        for sentence in &self.document.sentences {
            while self.bodies.get(at).is_some_and(|body| body.span.start < sentence.span.start) {
                at += 1;
            }
            let first = self.bodies.get(at).filter(|body| body.span.start < sentence.span.end);
            let subject = first.filter(|body| self.is_subject(sentence.span.start, body.span.start));
            let opening: Vec<String> = sentence.span.of(self.document.text).split_whitespace().take(2).map(str::to_lowercase).collect();
            let topic = match opening.iter().map(String::as_str).collect::<Vec<_>>()[..] {
                ["it" | "its" | "they" | "their", ..] => topics.last().copied().flatten(),
                ["the", noun] if subject.is_none() => self.named_by(noun.split([',', '\'', '’']).next().unwrap_or(noun), at, &topics),
                _ => subject.and_then(|body| body.entity).map(|entity| entity.0),
            };
            topics.push(topic);
        }
        topics
    }

    /// True if only an article and what sort of body it is stand before its name, or the words of a dateline.
    fn is_subject(&self, start: u32, name: u32) -> bool {
        let front = self.document.text.get(start as usize..name as usize).unwrap_or_default();
        let words = words(front);
        words.len() < BEFORE_SUBJECT && words.iter().all(|word| is_plain(word) || matches!(word.as_str(), "a" | "an"))
    }

    fn entity(&self, at: usize) -> Option<u32> {
        Some(self.bodies.get(at)?.entity?.0)
    }

    /// The body before that a word may mean, `the ministry`: one that a sentence is about, or else the nearest.
    fn named_by(&self, noun: &str, at: usize, topics: &[Option<u32>]) -> Option<u32> {
        let own = self.entity(at);
        let answers =
            |entity: &u32| Some(*entity) != own && self.entities.get(*entity as usize).is_some_and(|entity| answers(entity, noun));
        let about = topics.iter().rev().take(SENTENCES).copied().flatten().find(answers);
        let before = || self.bodies.get(at.saturating_sub(FARTHEST)..at);
        about.or_else(|| before()?.iter().rev().filter_map(|body| body.entity).map(|entity| entity.0).find(answers))
    }

    /// What the word means in this sentence.
    fn meant(&self, noun: &str, at: usize, sentence: usize) -> Option<u32> {
        self.named_by(noun, at, self.topics.get(..=sentence)?)
    }

    /// What `its` means before the name at this place: the nearest body of the sentence, or what the one before is about.
    ///
    /// Behind a comma, as in `Acme, part of Zed, said its`, it is what the sentence is about; and in `Laos sent its` nothing that
    /// the sentence before speaks of.
    fn subject(&self, at: usize, sentence: usize) -> Option<u32> {
        let start = self.document.sentences.get(sentence)?.span.start;
        let name = self.bodies.get(at)?.span.start;
        let Some(before) = at.checked_sub(1).filter(|&before| self.bodies.get(before).is_some_and(|body| body.span.start >= start)) else {
            let is_before = |place: &Mention| place.span.start >= start && place.span.start < name;
            let from = self.places.partition_point(|place| place.span.start < start);
            let has_place = self.places.get(from).is_some_and(|place| is_before(place));
            let before = sentence.checked_sub(1)?;
            return self.topics.get(before).copied().flatten().filter(|_| !has_place);
        };
        let between = self.document.text.get(self.bodies.get(before)?.span.end as usize..name as usize)?;
        let has_comma = between.rsplit_once("its").is_some_and(|(front, _)| front.contains(','));
        let topic = self.topics.get(sentence).copied().flatten().filter(|_| has_comma);
        topic.or_else(|| self.entity(before))
    }

    /// The one body that a sentence before this name speaks of.
    fn sole(&self, at: usize, sentence: usize) -> Option<u32> {
        let start = self.document.sentences.get(sentence)?.span.start;
        let mut inside =
            self.bodies.get(..at)?.iter().rev().take(FARTHEST).take_while(|body| body.span.start >= start).filter_map(|body| body.entity);
        let last = inside.next()?;
        inside.all(|body| body == last).then_some(last.0)
    }

    /// `Its Ethics Committee`, `the force's Cyber Crime Squad`, `It belongs to Acme`.
    fn before(&self, at: usize, claims: &mut Vec<(u32, Claim)>) -> Option<()> {
        let body = *self.bodies.get(at)?;
        let own = self.entity(at)?;
        let sentence = self.document.sentence_at(body.span.start)?;
        let start = self.document.sentences.get(sentence)?.span.start;
        let is_first = at == 0 || self.bodies.get(at - 1).is_some_and(|before| before.span.end <= start);
        let text = self.document.text.get(start as usize..body.span.start as usize)?;
        // A long sentence is cut: only the words right before count.
        let cut = text.rmatch_indices(' ').nth(NEAR).map_or(0, |(at, _)| at);
        let near = words(text.get(cut..)?);
        let plain: Vec<&str> = near.iter().map(String::as_str).filter(|word| !matches!(*word, "," | "(")).collect();
        let is_its =
            |&its: &usize| plain.get(its) == Some(&"its") && its.checked_sub(1).and_then(|before| plain.get(before)) != Some(&"for");
        if let Some(its) = (0..plain.len()).rev().find(is_its) {
            let rest: Vec<&str> = plain.get(its + 1..)?.iter().copied().filter(|word| *word != "the").collect();
            let subject = self.subject(at, sentence);
            if is_above(&rest) && rest.len() < 3 {
                claims.push((subject?, Claim { parent: own, strength: Strength::Said }));
            } else if calls_part(&rest) || rest.is_empty() && self.is_plain_part(own) {
                let parent = subject.or_else(|| self.sole(at, sentence.checked_sub(1).filter(|_| is_first)?))?;
                claims.push((own, Claim { parent, strength: Strength::Sure }));
            }
            return Some(());
        }
        if let Some(owner) = plain.iter().rposition(|word| word.ends_with("'s") && word.len() > 4).filter(|&owner| owner > 0) {
            let noun = plain.get(owner)?.trim_end_matches("'s");
            let rest: Vec<&str> = plain.get(owner + 1..)?.iter().copied().filter(|word| *word != "the").collect();
            let has_article = plain.get(owner.saturating_sub(2)..owner)?.contains(&"the");
            if has_article && (rest.is_empty() || calls_part(&rest)) {
                let parent = self.meant(noun, at, sentence).or_else(|| self.unknown(noun, sentence))?;
                claims.push((own, Claim { parent, strength: Strength::Sure }));
                return Some(());
            }
        }
        // Only before the first body of a sentence is all of it read: a text without a full stop has many.
        let all = if is_first { words(text) } else { Vec::new() };
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        let (subject, rest) = match all.as_slice() {
            ["it", rest @ ..] => (self.subject(at, sentence)?, rest),
            ["the", noun, rest @ ..] => (self.meant(noun, at, sentence).or_else(|| self.unknown(noun, sentence))?, rest),
            _ => return None,
        };
        let rest: Vec<String> = rest.iter().filter(|word| **word != "also").map(|word| (*word).to_string()).collect();
        match relation(&rest)? {
            Relation::SaidPartOf => claims.push((subject, Claim { parent: own, strength: Strength::Said })),
            Relation::OwnerOf | Relation::OwnerOfAll | Relation::BuyerOf if is_of_owner(&rest) || rest.len() == 1 => {
                self.list(at, is_of_owner(&rest), Claim { parent: subject, strength: Strength::Sure }, claims);
            }
            _ => {}
        }
        Some(())
    }

    /// The body at this place, and those that a list goes on with.
    fn list(&self, at: usize, goes_on: bool, claim: Claim, claims: &mut Vec<(u32, Claim)>) {
        claims.extend(self.entity(at).map(|entity| (entity, claim)));
        let pairs = self.bodies.get(at..).unwrap_or_default().windows(2);
        let is_next = |pair: &&[&Mention]| {
            let [one, other] = pair else { return false };
            let between = self.document.text.get(one.span.end as usize..other.span.start as usize).unwrap_or_default();
            goes_on && is_listed_with_sort(&words(between))
        };
        let next = pairs.take_while(is_next).filter_map(|pair| pair.get(1)?.entity);
        claims.extend(next.map(|entity| (entity.0, claim)));
    }

    /// `Radyo Vwa, the movement's station`; `Acme, part of the group,`; `the Senate of the university`.
    fn behind(&self, at: usize, claims: &mut Vec<(u32, Claim)>) -> Option<()> {
        let own = self.entity(at)?;
        let sentence = self.document.sentence_at(self.bodies.get(at)?.span.start)?;
        let end = self.bodies.get(at)?.span.end as usize;
        let next = self.bodies.get(at + 1).map_or(self.document.text.len(), |next| next.span.start as usize);
        let text: String = self.document.text.get(end..)?.chars().take(LONGEST).collect();
        // The next name may be its own in a bracket.
        let phrase = text.strip_prefix(" (").and_then(|bracket| bracket.split_once(')')).map_or(text.as_str(), |(_, behind)| behind);
        let next = next.saturating_sub(end + text.len() - phrase.len()) + if phrase.len() < text.len() { LONGEST } else { 0 };
        // Up to the next mark of punctuation behind the first.
        let skip = usize::from(phrase.starts_with(','));
        let stop = phrase.get(skip..)?.find([',', '.', ';', ':', '(', '–', '—', '"', '”', '\n']).map_or(phrase.len(), |stop| stop + skip);
        let all = words(phrase.get(..stop).filter(|_| stop <= next)?);
        let all: Vec<&str> = all.iter().map(String::as_str).take(NEAR + 2).collect();
        let all = match all.iter().position(|word| matches!(*word, "and" | "has" | "had" | "said" | "says" | "was" | "will")) {
            Some(0) | None => &all[..],
            Some(cut) if all.first() == Some(&",") || cut == 3 => all.get(..cut)?,
            Some(_) => return None,
        };
        let parent = match all {
            [",", "the", owner, rest @ ..] if owner.ends_with("'s") => {
                self.meant(owner.trim_end_matches("'s"), at, sentence).filter(|_| !rest.is_empty() && calls_part(rest))?
            }
            ["of", "the", noun, rest @ ..] if rest.first().is_none_or(|next| !LEXICON.is_body_head(next)) => {
                self.meant(noun, at, sentence)?
            }
            [",", rest @ .., "the", noun] => {
                let said: Vec<String> = [","].iter().chain(rest).chain(&["the"]).map(|word| (*word).to_string()).collect();
                self.meant(noun, at, sentence).filter(|_| relation(&said) == Some(Relation::SaidPartOf))?
            }
            _ => return None,
        };
        claims.push((own, Claim { parent, strength: Strength::Sure }));
        Some(())
    }

    /// What the sentence before is about, if nothing tells what sort of body that is: `the party` may be it.
    fn unknown(&self, noun: &str, sentence: usize) -> Option<u32> {
        let topic = self.topics.get(sentence.checked_sub(1)?).copied().flatten()?;
        self.entities.get(topic as usize).filter(|entity| may_answer(entity, noun)).map(|_| topic)
    }

    /// True for a name that may follow a bare `its`: none of a single word, unless it is `Board` or the like.
    fn is_plain_part(&self, entity: u32) -> bool {
        self.entities.get(entity as usize).is_some_and(|entity| entity.name.contains(' ') || calls_part(&[&entity.name.to_lowercase()]))
    }
}

#[cfg(test)]
mod tests {
    use crate::entities::marked::{name_of, read};

    #[track_caller]
    fn check(marked: &str, part: &str, expected: Option<&str>) {
        let rows = read(marked);
        let row = rows.iter().find(|row| row.name == part).expect("no such row");
        assert_eq!(row.parent.as_ref().map(|parent| name_of(parent, &rows)), expected, "{marked}");
    }

    #[test]
    fn its() {
        check("[ORG Salt Union] took note. Its [ORG Ethics Committee] met.", "Ethics Committee", Some("Salt Union"));
        check("[ORG Salt Works] paid. Staff of its subsidiary [ORG Harl Link] did not.", "Harl Link", Some("Salt Works"));
        check("[ORG Salt Works] was sold. Its parent, [ORG Ebner], grew.", "Salt Works", Some("Ebner"));
        check("[ORG Salt Works] lost. Its rival, [ORG Harl Motors], won.", "Harl Motors", None);
        check("[ORG Salt Works] ran the mine, said [PER Ida Roe], who heads its [ORG Ore Programme].", "Ore Programme", Some("Salt Works"));
        check("[ORG Salt Works] paid. It was late. It is a unit of [ORG Ebner Holding].", "Salt Works", Some("Ebner Holding"));
        check("[ORG Salt Works] paid. It also owns [ORG Harl Link] and [ORG Zed Lines].", "Zed Lines", Some("Salt Works"));
        check("[ORG Salt Works] paid. It met [ORG Ebner Holding].", "Salt Works", None);
    }

    #[test]
    fn by_a_word() {
        check(
            "The [ORG Bank of Ruritania] met. [PER Ida Roe] of the bank's [ORG Rates Department] spoke.",
            "Rates Department",
            Some("Bank of Ruritania"),
        );
        check(
            "[ORG Hentzau Police] came. [ORG Toll Union] saw the force's [ORG Cyber Crime Squad].",
            "Cyber Crime Squad",
            Some("Hentzau Police"),
        );
        check("[ORG Toll Union] met. The country's [ORG Supreme Court] did not.", "Supreme Court", None);
        check("[ORG Salt Party] met. [ORG Radio Vwa], the party's station, reported.", "Radio Vwa", Some("Salt Party"));
        check("[ORG Strelsau University] met. The [ORG Senate] of the university voted.", "Senate", Some("Strelsau University"));
        check(
            "[ORG Strelsau University] met. The [ORG Whale Institute], which belongs to the university, did.",
            "Whale Institute",
            Some("Strelsau University"),
        );
        check("[ORG Strelsau University] met. The [ORG Whale Institute], which sued the university, did.", "Whale Institute", None);
        check("[ORG Pepper Airways] flew. The airline, part of [ORG Ebner Holding], grew.", "Pepper Airways", Some("Ebner Holding"));
    }
}
