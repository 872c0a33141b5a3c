//! What the whole story says about a name: its initials, a surname that comes again, a title that goes on.

use std::borrow::Cow;

use super::NameType;
use super::rules::Finder;
use crate::text::Span;

impl Finder<'_> {
    /// Goes over the names once all are found.
    pub(super) fn look_again(&mut self) {
        self.expansions();
        self.later_surnames();
        self.document_tails();
    }

    /// What stands before its own initials in brackets is an organization: `Radio Free Europe (RFE)`.
    fn expansions(&mut self) {
        for index in 1..self.mentions.len() {
            let (name, acronym) = (self.mentions[index - 1].span, &self.mentions[index]);
            let between = Span { start: name.end, end: acronym.span.start }.of(self.document.text);
            let initials: String = name.of(self.document.text).split([' ', '-']).filter_map(|word| word.chars().next()).collect();
            let initials = initials.replace(|c: char| !c.is_uppercase(), "");
            if acronym.kind == NameType::Organization && between == " (" && initials == acronym.span.of(self.document.text) {
                self.mentions[index - 1].kind = NameType::Organization;
                self.mentions[index - 1].why = Cow::Borrowed("stands before its initials");
            }
        }
    }

    /// Single surnames of persons who are named in full elsewhere.
    fn later_surnames(&mut self) {
        let mut found = Vec::new();
        for (at, token) in self.document.tokens.iter().enumerate() {
            if self.surnames.contains(self.word(at)) && self.word(at).len() > 2 && !self.is_covered(token.span) {
                found.push(at);
            }
        }
        for at in found {
            self.push(at..at + 1, NameType::Person, "is the surname of a person named in full elsewhere");
        }
        self.mentions.sort_by_key(|mention| mention.span);
    }

    fn is_covered(&self, span: Span) -> bool {
        let next = self.mentions.partition_point(|mention| mention.span.end <= span.start);
        self.mentions.get(next).is_some_and(|mention| mention.span.overlaps(span))
    }

    /// A document's title goes on in lower case as far as the same words follow it again.
    fn document_tails(&mut self) {
        let titles: Vec<(usize, &str)> = (0..self.mentions.len())
            .filter(|&index| self.mentions[index].kind == NameType::Document)
            .map(|index| (index, self.mentions[index].span.of(self.document.text)))
            .collect();
        for pair in titles.windows(2) {
            let [(first, text), (second, same)] = pair else { continue };
            if text == same {
                self.lengthen(*first, *second);
            }
        }
    }

    fn lengthen(&mut self, first: usize, second: usize) {
        let (one, two) = (self.document.token_at(self.mentions[first].span.end), self.document.token_at(self.mentions[second].span.end));
        let is_word = |at: usize| self.word(at).starts_with(char::is_lowercase);
        let same = (0..12).take_while(|&step| is_word(one + step) && self.word(one + step) == self.word(two + step)).count();
        if same > 1 {
            for (index, start) in [(first, one), (second, two)] {
                if let Some(tail) = self.span(&(start..start + same)) {
                    self.mentions[index].span = self.mentions[index].span.to(tail);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::mentions::{NameType, find};
    use crate::text::Document;

    #[test]
    fn expansions() {
        let text = "a report by Quintal Verdant Bravia (QVB) said";
        let kinds: Vec<NameType> = find(&Document::new(text)).iter().map(|mention| mention.kind).collect();
        assert_eq!(kinds, [NameType::Organization, NameType::Organization]);
    }

    #[test]
    fn titles_go_on_in_lower_case() {
        let text = "The Danube Charter for keeping rivers clean was signed; the Danube Charter for keeping rivers clean holds.";
        let document = Document::new(text);
        let names: Vec<&str> = find(&document).iter().map(|mention| mention.span.of(text)).collect();
        assert_eq!(names, ["Danube Charter for keeping rivers clean"; 2]);
    }
}
