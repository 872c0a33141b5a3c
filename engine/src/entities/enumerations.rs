//! The words between the names of a list: `A, B and the airline C`.

use super::lexicon::LEXICON;
use super::relations::is_plain;

/// `, `, `and`, `, and the`: nothing but the joints of a list.
pub fn is_listed(words: &[String]) -> bool {
    !words.is_empty() && words.iter().all(|word| is_joint(word))
}

/// `, the fund manager`, `and the airline`: a joint of a list, and what sort of body comes next.
pub fn is_listed_with_sort(words: &[String]) -> bool {
    let Some(front) = words.iter().position(|word| !is_joint(word)) else { return is_listed(words) };
    let sort = words.get(front..).unwrap_or_default();
    let has_article = front > 1 && words.get(front - 1).is_some_and(|word| word == "the");
    has_article && sort.len() < 4 && sort.iter().all(|word| is_plain(word)) && sort.last().is_some_and(|last| LEXICON.is_body_head(last))
}

fn is_joint(word: &str) -> bool {
    matches!(word, "," | "and" | "&" | "the" | "or" | ")")
}

/// `, owner of the`, `which owns`: what follows may be a list of all that the first one has.
pub fn is_of_owner(words: &[String]) -> bool {
    let owns = |word: &String| {
        matches!(word.as_str(), "owner" | "owners" | "own" | "owns" | "owned" | "publisher" | "publishes" | "operates" | "runs" | "parent")
    };
    words.iter().any(owns) && !words.iter().any(|word| word == "by")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::relations::words;

    #[test]
    fn joints() {
        let is = |between: &str| is_listed(&words(between));
        assert!(is(", ") && is(" and the ") && is("), "));
        assert!(!is("") && !is(" and said ") && !is(". "));
    }

    #[test]
    fn joints_with_sorts() {
        let is = |between: &str| is_listed_with_sort(&words(between));
        assert!(is(", ") && is(", the fund ") && is(" and the football club "));
        assert!(!is(" told the fund ") && !is(" and half of the fund ") && !is(" and the man "));
    }

    #[test]
    fn owners() {
        let is = |between: &str| is_of_owner(&words(between));
        assert!(is(", owner of the ") && is(", which owns ") && is(", publisher of "));
        assert!(!is(" is owned by ") && !is("'s ") && !is(" sued "));
    }
}
