//! What a person is or does, from the words beside the name.
//!
//! `the acting Secretary General of the CSTO Valeriy Semerikov`, `Marcel Peshko, director of the Center`, `WHO spokesman Tarik Hassan`.

use super::lexicon::LEXICON;
use super::roles_words::{is_cut_title, is_day_or_month, is_field, is_honorific, is_modifier, is_stop};
use super::{Body, Role};
use crate::mentions::{EntityId, Mention, NameType};
use crate::text::{Document, Span};

/// A role has at most so many words.
const LONGEST: usize = 6;
/// After more names than these nobody can tell what `its` means.
const MOST_BEFORE: usize = 32;
/// Small words inside a role or between it and its body.
const JOINTS: &[&str] = &["-", "at", "of", "and", "for", "in", "the", "on", "&"];
/// The roles that stand beside one mention of a person.
pub fn beside(document: &Document, mentions: &[Mention], person: usize) -> Vec<Role> {
    let reader = Reader { document, mentions, person };
    reader.in_front().into_iter().chain(reader.behind()).collect()
}

pub(super) struct Reader<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) mentions: &'a [Mention],
    pub(super) person: usize,
}

/// A role's first token and the one behind its last.
pub(super) type Range = (usize, usize);

impl Reader<'_> {
    pub(super) fn span(&self) -> Span {
        self.mentions[self.person].span
    }

    /// `WHO spokesman X`, `director of the Center X`, `director of the Center, X`, `its director X`, `Colonel X of the Guard`.
    fn in_front(&self) -> Option<Role> {
        let first = self.document.token_at(self.span().start);
        let end = self.before_honorifics(self.before_epithet(first));
        let is_set_off = end > 0 && self.document.word(end - 1) == ",";
        let body_end = end - usize::from(is_set_off);
        if let Some((body, start)) = self.body_ending(body_end) {
            let joint = self.before_owner(self.before_the(start));
            let is_joined = matches!(self.document.word(joint.checked_sub(1)?), "of" | "for" | "at");
            let role = if is_joined { self.role_ending(joint - 1)? } else { return None };
            let is_apposition = !is_set_off || !self.goes_on() && !self.ends_a_list(role.0);
            return is_apposition.then(|| self.role(role, Some(body), start..body_end));
        }
        let (from, to) = self.role_ending(body_end)?;
        if is_set_off && !self.is_apposition(from) {
            return None;
        }
        let before = if from > 0 && is_possessive(self.document.word(from - 1)) { from - 1 } else { from };
        let body = self.body_ending(before).map(|(body, _)| body);
        let body = body.or_else(|| self.owner_meant(from)).or_else(|| self.body_behind());
        Some(self.role((from, to), body, 0..0))
    }

    /// Leaves out `Mr.`, `Datuk Seri` before the name.
    fn before_honorifics(&self, end: usize) -> usize {
        let mut at = end;
        while at > 0 && end - at < 4 && self.is_free(at - 1) && is_honorific(self.document.word(at - 1)) {
            at -= 1;
        }
        at
    }

    /// Leaves out whose the body is: `Kenya's`, `the French`.
    fn before_owner(&self, at: usize) -> usize {
        let is_owned = at > 0 && is_possessive(self.document.word(at - 1));
        let end = at - usize::from(is_owned);
        let last = end.checked_sub(1).and_then(|last| self.document.tokens.get(last));
        let owner = last.and_then(|last| self.mention_over(last.span).filter(|owner| owner.span.end == last.span.end));
        let owner = owner
            .filter(|owner| owner.kind == NameType::Place || owner.kind == if is_owned { NameType::Organization } else { NameType::Group });
        owner.map_or(at, |owner| self.before_the(self.document.token_at(owner.span.start)))
    }

    /// The one body of the sentence that `its` before the role can mean.
    pub(super) fn owner_meant(&self, role: usize) -> Option<(NameType, EntityId)> {
        let its = role.checked_sub(1).filter(|&at| matches!(self.document.word(at), "its" | "Its" | "their"))?;
        let start = self.document.tokens.get(its)?.span.start;
        let sentence = self.document.sentences.get(self.document.sentence_at(start)?)?.span;
        let from = self.mentions.partition_point(|mention| mention.span.start < sentence.start);
        let before = self.mentions.get(from..self.mentions.partition_point(|mention| mention.span.end <= start))?;
        if before.len() > MOST_BEFORE {
            return None;
        }
        let mut bodies = before.iter().filter(|mention| mention.kind == NameType::Organization).filter_map(body);
        let only = bodies.next()?;
        bodies.all(|other| other == only).then_some(only)
    }

    /// `of the Guard` behind the name, for a rank in front of it.
    fn body_behind(&self) -> Option<(NameType, EntityId)> {
        let at = self.document.token_at(self.span().end);
        if !matches!(self.document.word(at), "of" | "from" | "at") {
            return None;
        }
        let next = at + 1 + usize::from(self.document.word(at + 1) == "the");
        self.body_starting(next).map(|(body, _)| body).filter(|(kind, _)| *kind == NameType::Organization)
    }

    /// A role's words and its body; a place is part of the words: `President of Kazakhstan`.
    pub(super) fn role(&self, (from, to): (usize, usize), body: Option<(NameType, EntityId)>, place: std::ops::Range<usize>) -> Role {
        let is_place = body.is_some_and(|(kind, _)| kind == NameType::Place) && !place.is_empty();
        let to = if is_place { place.end } else { to };
        let organization = body.filter(|(kind, _)| *kind == NameType::Organization).map(|(_, id)| Body::Entity(id));
        Role { role: self.text(from, to), organization }
    }

    fn text(&self, from: usize, to: usize) -> String {
        let first = self.document.tokens.get(from).map(|token| token.span);
        let last = to.checked_sub(1).and_then(|last| self.document.tokens.get(last)).map(|token| token.span);
        let span = first.zip(last).map(|(first, last)| first.to(last));
        span.map_or_else(String::new, |span| span.of(self.document.text).split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// The tokens of the role that ends before `end`; also `Minister of Foreign Affairs`.
    fn role_ending(&self, end: usize) -> Option<Range> {
        let fields = self.fields_ending(end);
        let is_joined = fields < end && fields > 1 && matches!(self.document.word(fields - 1), "of" | "for");
        let head = if is_joined { self.noun_ending(fields - 1) } else { None };
        head.filter(|(from, _)| self.same_sentence(*from, end)).map(|(from, _)| (from, end)).or_else(|| self.noun_ending(end))
    }

    fn noun_ending(&self, end: usize) -> Option<Range> {
        let mut from = end;
        let mut seen_noun = false;
        let mut is_part = |at: usize| self.is_role_word(at, &mut seen_noun) || seen_noun && (self.is_before_noun(at) || self.is_joint(at));
        while from > 0 && end - from < LONGEST && is_part(from - 1) {
            from -= 1;
        }
        while from < end && JOINTS.contains(&self.document.word(from)) {
            // The `government` of `pro-government lawmaker` means nothing without its `pro`.
            from += 1 + usize::from(self.document.word(from) == "-" && self.is_named_field(from + 1));
        }
        (seen_noun && from < end && self.same_sentence(from, end)).then_some((from, end))
    }

    /// `Railway` or `transport` before what is already known to be a role.
    fn is_before_noun(&self, at: usize) -> bool {
        self.is_capital_field(at) || self.is_named_field(at)
    }

    pub(super) fn is_named_field(&self, at: usize) -> bool {
        is_field(&self.document.word(at).to_lowercase()) && self.is_free(at)
    }

    /// `and` between two fields.
    pub(super) fn is_joint(&self, at: usize) -> bool {
        let is_and = at > 0 && matches!(self.document.word(at), "and" | "&");
        is_and && self.is_named_field(at - 1) && self.is_named_field(at + 1)
    }

    /// The first of the fields that end before `end`: `Foreign Affairs`, `health and sport`.
    fn fields_ending(&self, end: usize) -> usize {
        let mut from = end;
        while from > 0 && end - from < 4 && (self.is_named_field(from - 1) || from < end && self.is_joint(from - 1)) {
            from -= 1;
        }
        from
    }

    pub(super) fn role_starting(&self, start: usize) -> Option<usize> {
        let mut end = start;
        let mut noun_end = None;
        while end - start < LONGEST {
            let mut seen_noun = false;
            let is_part = self.is_role_word(end, &mut seen_noun)
                || noun_end.is_none() && (self.is_quiet(end) || self.is_before_noun(end) || self.is_joint(end));
            if !is_part || matches!(self.document.word(end), "of" | "at" | "for" | "in") {
                break;
            }
            end += 1;
            if seen_noun {
                noun_end = Some(end);
            }
        }
        noun_end
    }

    /// `Operations` in `Operations Director`: a capitalized word before a capitalized role, not the first of its sentence.
    fn is_capital_field(&self, at: usize) -> bool {
        let is_capital = |at: usize| self.document.word(at).starts_with(char::is_uppercase);
        let word = self.document.word(at);
        let is_plain = word.chars().all(char::is_alphabetic) && word.len() > 3 && !is_day_or_month(word);
        // `Majesty King`, `Royal Highness Sheikh` are forms of address.
        let is_royal =
            matches!(self.document.word(at + 1), "King" | "Queen" | "Sheikh" | "Sheikha" | "Sultan" | "Emir" | "Ayatollah" | "Crown");
        is_capital(at) && is_capital(at + 1) && !is_royal && is_plain && at > 0 && self.is_free(at) && self.same_sentence(at - 1, at + 1)
    }

    /// `immigration law` in `X, immigration law professor at …`: a word that can stand before a noun, and is no verb.
    pub(super) fn is_quiet(&self, at: usize) -> bool {
        let word = self.document.word(at);
        let is_noun = word.len() > 2 && word.chars().all(char::is_lowercase);
        let is_verb =
            ["ed", "ing", "s"].iter().any(|end| word.ends_with(end)) && !word.ends_with("ics") && word != "sports" && word != "affairs";
        is_noun && !is_verb && self.is_free(at) && !is_stop(word)
    }

    pub(super) fn is_free(&self, at: usize) -> bool {
        self.document.tokens.get(at).is_some_and(|token| self.mention_over(token.span).is_none())
    }

    pub(super) fn is_role_word(&self, at: usize, seen_noun: &mut bool) -> bool {
        let word = self.document.word(at);
        let inside = self.document.tokens.get(at).is_some_and(|token| self.mention_over(token.span).is_some());
        let folded = word.to_lowercase();
        let noun = LEXICON.is_role(&folded) || is_cut_title(word);
        *seen_noun |= noun && !inside;
        let hyphen = word == "-" && self.document.tokens.get(at).is_some_and(|token| !token.spaced);
        let in_compound = matches!(folded.as_str(), "at" | "in" | "large") && self.document.word(at.wrapping_sub(1)) == "-";
        let is_under = folded == "under" && !matches!(self.document.word(at + 1), "-" | "secretary" | "Secretary");
        !inside && !is_under && (noun || is_modifier(&folded) || hyphen || in_compound)
    }

    pub(super) fn mention_over(&self, span: Span) -> Option<&Mention> {
        let at = self.mentions.partition_point(|mention| mention.span.end <= span.start);
        self.mentions.get(at).filter(|mention| mention.span.overlaps(span))
    }

    /// The body whose name ends right before the token `end`, and its first token.
    pub(super) fn body_ending(&self, end: usize) -> Option<((NameType, EntityId), usize)> {
        let last = self.document.tokens.get(end.checked_sub(1)?)?;
        let mention = self.mention_over(last.span).filter(|mention| mention.span.end == last.span.end)?;
        let start = self.document.token_at(mention.span.start);
        body(mention).map(|body| (body, start))
    }

    pub(super) fn body_starting(&self, at: usize) -> Option<((NameType, EntityId), usize)> {
        let first = self.document.tokens.get(at)?;
        let mention = self.mention_over(first.span).filter(|mention| mention.span.start == first.span.start)?;
        let end = self.document.token_at(mention.span.end);
        body(mention).map(|body| (body, end))
    }

    /// Leaves out an honorary name that a hyphen ties to the place: `First President of Kenya-Mzee X`.
    fn before_epithet(&self, end: usize) -> usize {
        let Some(hyphen) = end.checked_sub(2).filter(|&at| at > 0 && self.document.word(at) == "-") else { return end };
        let is_name = self.document.word(end - 1).starts_with(char::is_uppercase);
        if is_name && self.body_ending(end).is_none() && self.body_ending(hyphen).is_some() { hyphen } else { end }
    }

    fn before_the(&self, at: usize) -> usize {
        if at > 0 && self.document.word(at - 1) == "the" { at - 1 } else { at }
    }

    pub(super) fn same_sentence(&self, from: usize, end: usize) -> bool {
        let place = |at: usize| self.document.tokens.get(at).and_then(|token| self.document.sentence_at(token.span.start));
        place(from) == place(end.saturating_sub(1))
    }
}

pub(super) fn body(mention: &Mention) -> Option<(NameType, EntityId)> {
    matches!(mention.kind, NameType::Organization | NameType::Place).then_some(())?;
    Some((mention.kind, mention.entity?))
}

pub(super) fn is_possessive(word: &str) -> bool {
    matches!(word, "'s" | "’s" | "'" | "’")
}

#[cfg(test)]
pub(super) mod tests {
    use crate::entities::marked::{name_of, read};
    use crate::mentions::NameType;

    /// Checks the roles of the first person: `role @ body`.
    #[track_caller]
    pub fn check(text: &str, expected: &[&str]) {
        let rows = read(text);
        let person = rows.iter().find(|row| row.kind == NameType::Person).unwrap();
        let body = |role: &crate::entities::Role| role.organization.as_ref().map(|body| format!(" @ {}", name_of(body, &rows)));
        let roles: Vec<String> = person.roles.iter().map(|role| role.role.clone() + &body(role).unwrap_or_default()).collect();
        assert_eq!(roles, expected, "{text}");
    }

    #[test]
    fn in_front() {
        check("the acting Secretary General of the [ORG Weir League] [PER Otto Brandt] said", &["acting Secretary General @ Weir League"]);
        check("[ORG WHO] spokesman [PER Otto Brandt] said", &["spokesman @ WHO"]);
        check("the [ORG Weir League]'s deputy director [PER Otto Brandt]", &["deputy director @ Weir League"]);
        check("Ambassador-at-Large [PER Otto Brandt] said", &["Ambassador-at-Large"]);
        check("the First President of [LOC Kenya] [PER Otto Brandt]", &["First President of Kenya"]);
        check("the First President of [LOC Kenya]-Mzee [PER Otto Brandt]", &["First President of Kenya"]);
    }

    #[test]
    fn behind() {
        check("[PER Otto Brandt], director of the [ORG Weir League], said", &["director @ Weir League"]);
        check("[PER Otto Brandt], a retired teacher, said", &["retired teacher"]);
        check("[PER Otto Brandt], the [ORG Weir League]'s president, said", &["president @ Weir League"]);
    }

    #[test]
    fn fields() {
        check("[PER Otto Brandt], immigration law professor at the [ORG Weir School], said", &["immigration law professor @ Weir School"]);
        check("the Operations Director of the [ORG Weir League] [PER Otto Brandt]", &["Operations Director @ Weir League"]);
        check("the Country Director of the [ORG Weir League], [PER Otto Brandt], said", &["Country Director @ Weir League"]);
    }

    #[test]
    fn fields_of_offices() {
        check("Emergency Services Minister [PER Otto Brandt] said", &["Emergency Services Minister"]);
        check("the former transport minister [PER Otto Brandt]", &["former transport minister"]);
        check("Launch director [PER Otto Brandt] said", &["Launch director"]);
        check("the Minister of Foreign Affairs [PER Otto Brandt]", &["Minister of Foreign Affairs"]);
        check("Trade and Industry Minister [PER Otto Brandt]", &["Trade and Industry Minister"]);
        check("On Monday President [PER Otto Brandt] said", &["President"]);
        check("They met minister [PER Otto Brandt]", &["minister"]);
        check("the pro-government lawmaker [PER Otto Brandt]", &["lawmaker"]);
        check("the central bank governor [PER Otto Brandt]", &["central bank governor"]);
    }

    #[test]
    fn titles() {
        check("On Monday Sen. [PER Otto Brandt] met", &["Sen."]);
        check("State Sen. [PER Otto Brandt] met", &["State Sen."]);
        check("Lt. Gov. [PER Otto Brandt] met", &["Lt. Gov."]);
        check("Gen [PER Otto Brandt] met", &["Gen"]);
        check("Prime Minister Datuk Seri [PER Otto Brandt] said", &["Prime Minister"]);
        check("Mr. [PER Otto Brandt] said", &[]);
    }

    #[test]
    fn bodies_farther_off() {
        check("The [ORG Weir League] and its president [PER Otto Brandt] said", &["president @ Weir League"]);
        check("The [ORG Weir League] met the [ORG Port Union]; its president [PER Otto Brandt] said", &["president"]);
        check("Colonel [PER Otto Brandt] of the [ORG Weir Guard] said", &["Colonel @ Weir Guard"]);
        check("[PER Otto Brandt], head of [LOC Kenya]'s largest union, said", &["head"]);
        check("His Majesty King [PER Otto Brandt]", &["King"]);
        check("under President [PER Otto Brandt]", &["President"]);
    }

    #[test]
    fn no_role() {
        check("[PER Otto Brandt], who met president, left", &[]);
        check("[PER Otto Brandt], told the director of the [ORG Weir League]", &[]);
        check("[PER Otto Brandt] met the director of the [ORG Weir League]", &[]);
        check("The director resigned. [PER Otto Brandt] left.", &[]);
    }
}
