//! Roles that a comma sets off: `X, the company's chairman,` and `The Railway Minister, X, said`.

use super::Role;
use super::roles::{Reader, is_possessive};
use super::roles_words::{is_determiner, is_honorific, is_modifier, is_opener, is_owner, is_preposition};
use crate::mentions::{EntityId, NameType};

/// No more words than these are read to find where a phrase or its sentence begins.
const FAR: usize = 40;

impl Reader<'_> {
    /// `X, director of the Center`; `X, the company's chairman`.
    pub(super) fn behind(&self) -> Option<Role> {
        let comma = self.document.token_at(self.span().end);
        if !matches!(self.document.word(comma), "," | "(") {
            return None;
        }
        let mut at = comma + 1;
        while matches!(self.document.word(at), "the" | "a" | "an" | "who" | "is" | "was" | "now" | "also") {
            at += 1;
        }
        let is_owned = is_owner(self.document.word(at)) && self.document.word(at) != "whose";
        at += usize::from(is_owned);
        let (start, owner) = self.behind_owner(at);
        let end = self.role_starting(start)?;
        if is_possessive(self.document.word(end)) {
            return None;
        }
        let fields = self.fields_behind(end);
        if self.is_in_list(fields, is_owned) {
            return None;
        }
        if let Some(body) = owner {
            return Some(self.role((start, fields), Some(body), 0..0));
        }
        let joined = matches!(self.document.word(fields), "of" | "at" | "for" | "in" | "with" | "from");
        let next = fields + 1 + usize::from(self.document.word(fields + 1) == "the");
        let body = joined.then(|| self.body_led_to(next)).flatten();
        let place = body.map_or(0..0, |(_, last)| next..last);
        let body = body.map(|(body, _)| body).or_else(|| if is_owned { self.owner_meant(start) } else { None });
        Some(self.role((start, fields), body, place))
    }

    /// Where the role begins behind its owner, and the owner if it is a body: `Greenpeace's`, `the company's`, `the Conservative`.
    fn behind_owner(&self, start: usize) -> (usize, Option<(NameType, EntityId)>) {
        if let Some((body, end)) = self.body_starting(start) {
            let after = end + usize::from(is_possessive(self.document.word(end)));
            return match self.body_starting(after) {
                Some((inner, last)) => (last + usize::from(is_possessive(self.document.word(last))), Some(inner)),
                None => (after, Some(body)),
            };
        }
        let is_part = |at: usize| {
            let word = self.document.word(at);
            let is_name = word.starts_with(char::is_uppercase);
            self.is_quiet(at) || is_name || self.is_named_field(at) || self.is_role_word(at, &mut false)
        };
        let end = (start..start + 5).find(|&at| !is_part(at)).unwrap_or(start);
        if end > start && is_possessive(self.document.word(end)) && self.same_sentence(start, end + 1) {
            return (end + 1, None);
        }
        (self.behind_group(start), None)
    }

    /// Behind the name of a people or party, if one begins here.
    fn behind_group(&self, at: usize) -> usize {
        let first = self.document.tokens.get(at);
        let group = first.and_then(|first| self.mention_over(first.span).filter(|group| group.span.start == first.span.start));
        let group = group.filter(|group| group.kind == NameType::Group);
        group.map_or(at, |group| self.document.token_at(group.span.end))
    }

    /// `for transport`, `of Foreign Affairs`, `of state for trade and industry`: the end of what the role is in charge of.
    fn fields_behind(&self, noun_end: usize) -> usize {
        let mut role_end = noun_end;
        for _ in 0..2 {
            let mut end = role_end + 1;
            while end - role_end < 5 && (self.is_named_field(end) || end > role_end + 1 && self.is_joint(end)) {
                end += 1;
            }
            let is_whole = !self.is_quiet(end) && !is_possessive(self.document.word(end)) && self.document.word(end) != "-";
            let is_name = self.document.word(end).starts_with(char::is_uppercase);
            if !matches!(self.document.word(role_end), "of" | "for") || end == role_end + 1 || !is_whole || is_name {
                break;
            }
            role_end = end;
        }
        role_end
    }

    /// The body in `Nigeria's National Commission`, `the French Weir League`; not the country in `Malawi's union` or `Malawi president X`.
    fn body_led_to(&self, at: usize) -> Option<((NameType, EntityId), usize)> {
        let Some((body, last)) = self.body_starting(at) else {
            let group = self.behind_group(at);
            return if group > at { self.body_starting(group).filter(|((kind, _), _)| *kind == NameType::Organization) } else { None };
        };
        let is_owner = is_possessive(self.document.word(last));
        let inner = self.body_starting(last + usize::from(is_owner)).filter(|((kind, _), _)| *kind == NameType::Organization);
        let whole = inner.or(if is_owner { None } else { Some((body, last)) });
        whole.filter(|(_, last)| !is_possessive(self.document.word(*last)) && !self.is_noun(*last))
    }

    /// True for `X, the president and Y`, `X, health minister Y` and `X, his lawyer, Y`: one thing in a list, not what X is.
    fn is_in_list(&self, end: usize, is_owned: bool) -> bool {
        match self.document.word(end) {
            "and" | "or" | "&" => self.is_person(end + 1) || matches!(self.document.word(end + 1), "his" | "her" | "their" | "my" | "our"),
            "," => is_owned && self.is_person(end + 1),
            _ => self.is_person(end),
        }
    }

    fn is_person(&self, at: usize) -> bool {
        let name = (at..at + 4).find(|&at| !is_honorific(self.document.word(at))).unwrap_or(at);
        self.kind_at(name) == Some(NameType::Person)
    }

    fn kind_at(&self, at: usize) -> Option<NameType> {
        self.document.tokens.get(at).and_then(|token| self.mention_over(token.span)).map(|mention| mention.kind)
    }

    /// True if `the minister` that begins its role at `role` is set off from the name by commas on both sides.
    pub(super) fn is_apposition(&self, role: usize) -> bool {
        let Some(start) = self.phrase_start(role) else { return false };
        !self.goes_on() && self.is_closed() && !self.ends_a_list(start) && !self.is_end_of_opener(start)
    }

    /// The first token of the noun phrase: its `the` or whose it is.
    fn phrase_start(&self, role: usize) -> Option<usize> {
        for at in (role.saturating_sub(5)..role).rev() {
            let word = self.document.word(at);
            if is_determiner(word) {
                return self.same_sentence(at, role + 1).then_some(at);
            }
            if is_possessive(word) {
                return self.same_sentence(at, role + 1).then(|| self.owner_start(at));
            }
            let body = self.body_ending(role).filter(|((kind, _), _)| at + 1 == role && *kind == NameType::Organization);
            if let Some((_, start)) = body {
                return Some(self.before_determiner(start));
            }
            if self.is_free(at) && !is_modifier(&word.to_lowercase()) && !self.is_quiet(at) {
                return None;
            }
        }
        None
    }

    /// The first token of `the port union` before the possessive at `end`.
    fn owner_start(&self, end: usize) -> usize {
        let last = end.checked_sub(1).and_then(|last| self.document.tokens.get(last));
        let Some(name) = last.and_then(|last| self.mention_over(last.span)) else {
            let determiner = (end.saturating_sub(4)..end).rev().find(|&at| is_determiner(self.document.word(at)));
            return determiner.unwrap_or_else(|| end.saturating_sub(1));
        };
        self.before_determiner(self.document.token_at(name.span.start))
    }

    /// True if more persons or a thing of the person's follow: `X and Y`, `X, and Y`, `X's brother`.
    pub(super) fn goes_on(&self) -> bool {
        let next = self.document.token_at(self.span().end);
        let next = next + usize::from(self.document.word(next) == ",");
        let word = self.document.word(next);
        let is_and = matches!(word, "and" | "or" | "&");
        let is_joined = is_and && (next == self.document.token_at(self.span().end) || self.begins_name(next + 1));
        is_possessive(word) || is_joined || self.is_person(next)
    }

    fn begins_name(&self, at: usize) -> bool {
        is_determiner(self.document.word(at)) || self.is_person(at) || self.kind_at(at).is_some()
    }

    /// True if a comma or the end of the sentence stands behind the name.
    fn is_closed(&self) -> bool {
        let next = self.document.token_at(self.span().end);
        let is_last = next > 0 && next < self.document.tokens.len() && !self.same_sentence(next - 1, next + 1);
        is_last || next == self.document.tokens.len() || matches!(self.document.word(next), "," | "." | ";" | ":" | "?" | "!" | "”" | "\"")
    }

    /// True for the role in `Y, the minister, X`: it may be that of Y.
    pub(super) fn ends_a_list(&self, start: usize) -> bool {
        let before = self.before_determiner(start);
        let is_after_comma = before > 1 && self.document.word(before - 1) == ",";
        is_after_comma && (self.kind_at(before - 2) == Some(NameType::Person) || self.is_noun(before - 2))
    }

    fn is_noun(&self, at: usize) -> bool {
        let mut seen_noun = false;
        self.is_role_word(at, &mut seen_noun) && seen_noun
    }

    fn before_determiner(&self, at: usize) -> usize {
        if at > 0 && is_determiner(self.document.word(at - 1)) { at - 1 } else { at }
    }

    /// True if the comma ends a phrase that opens the sentence: `When asked by the minister, X …`.
    fn is_end_of_opener(&self, start: usize) -> bool {
        let sentence = self.document.tokens.get(start).and_then(|token| self.document.sentence_at(token.span.start));
        let Some(sentence) = sentence.and_then(|at| self.document.sentences.get(at)) else { return false };
        let first = self.document.token_at(sentence.span.start);
        if start.saturating_sub(first) > FAR {
            return false;
        }
        let first = first + usize::from(matches!(self.document.word(first), "\"" | "“" | "'" | "‘"));
        if first >= start || (first..start).any(|at| matches!(self.document.word(at), "," | ";" | ":" | "–" | "—")) {
            return false;
        }
        let is_after_preposition = is_preposition(&self.document.word(start - 1).to_lowercase());
        is_opener(self.document.word(first)) || is_after_preposition && is_preposition(&self.document.word(first).to_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use crate::entities::roles::tests::check;

    #[test]
    fn behind_with_an_owner() {
        check("[PER Otto Brandt], the company's chairman, said", &["chairman"]);
        check("[PER Otto Brandt], who is also chairman of the [ORG WLA], said", &["chairman @ WLA"]);
        check("[PER Otto Brandt], the port union's longtime president, said", &["longtime president"]);
        check("[PER Otto Brandt], the [NORP Liberal] MP for [LOC Fenward], said", &["MP for Fenward"]);
        check("[PER Otto Brandt], [ORG Weir League]'s chief scientist, said", &["chief scientist @ Weir League"]);
        check("[PER Otto Brandt], director-general of [LOC Kenya]'s [ORG Weir League]", &["director-general @ Weir League"]);
        check("[PER Otto Brandt], head of the [NORP French] [ORG Weir League]", &["head @ Weir League"]);
        check("[PER Otto Brandt], chief of staff for [ORG WLA] president [PER Ann Lee]", &["chief of staff"]);
        check("The [ORG Weir League] and [PER Otto Brandt], its president, said", &["president @ Weir League"]);
    }

    #[test]
    fn behind_with_a_field() {
        check("[PER Otto Brandt], the Vice-President for transport, said", &["Vice-President for transport"]);
        check("[PER Otto Brandt], Emergency Services Minister, said", &["Emergency Services Minister"]);
        check("[PER Otto Brandt], head of research at the [ORG Weir League]", &["head of research @ Weir League"]);
        check("[PER Otto Brandt], secretary of state for trade and industry, said", &["secretary of state for trade and industry"]);
        check("[PER Otto Brandt], director of police reform, said", &["director"]);
    }

    #[test]
    fn before_the_name() {
        check("The Railway Minister, [PER Otto Brandt], said", &["Railway Minister"]);
        check("The Prime Minister, Mr. [PER Brandt], left", &["Prime Minister"]);
        check("An [ORG WLA] spokesman, [PER Otto Brandt], said", &["spokesman @ WLA"]);
        check("The [ORG Weir League] and its president, [PER Otto Brandt], said", &["president @ Weir League"]);
        check("the county's director, [PER Otto Brandt], said", &["director"]);
        check("[ORG WLA]'s managing director, [PER Otto Brandt], said", &["managing director @ WLA"]);
        check("The head of [LOC Kenya]'s [ORG Weir Center], [PER Otto Brandt], said", &["head @ Weir Center"]);
        check("They thanked the former [NORP French] transport minister, [PER Otto Brandt].", &["transport minister"]);
        check("After the storm, the mayor, [PER Otto Brandt], left", &["mayor"]);
    }

    #[test]
    fn no_apposition_before_the_name() {
        check("In the ministry, [PER Otto Brandt] found it", &[]);
        check("said the minister, [PER Otto Brandt]'s brother", &[]);
        check("the president, [PER Otto Brandt] and [PER Ann Lee] met", &[]);
        check("the president, [PER Otto Brandt], and [PER Ann Lee] met", &[]);
        check("the president, [PER Otto Brandt], [PER Ann Lee] and the mayor met", &[]);
        check("the president of [LOC Kenya], [PER Otto Brandt] and [PER Ann Lee] met", &[]);
        check("According to the coach, [PER Otto Brandt], 24, is out", &[]);
        check("When asked by the minister, [PER Otto Brandt], who left, said no", &[]);
        check("In a letter to the director, [PER Otto Brandt], 24, said no", &[]);
        check("In a letter to the port union's director, [PER Otto Brandt], 24, said no", &[]);
        check("In a letter to the [ORG WLA] director, [PER Otto Brandt], 24, said no", &[]);
        check("They met the coach, the mayor, [PER Otto Brandt], and others", &[]);
        check("Since he was director, [PER Otto Brandt], 24, left", &[]);
    }

    #[test]
    fn no_apposition_behind_the_name() {
        check("[PER Otto Brandt], the minister's brother, said", &[]);
        check("[PER Otto Brandt], the president and [PER Ann Lee] met", &[]);
        check("In a note by [PER Otto Brandt], the designer and her husband said no", &[]);
        check("[PER Otto Brandt], health minister [PER Ann Lee] and others met", &[]);
        check("[PER Otto Brandt], his lawyer, [PER Ann Lee], and others met", &[]);
    }
}
