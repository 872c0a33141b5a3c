//! The dateline: where and when a story was filed, before its first words.
//!
//! `MOSCOW. KAZINFORM –`, `WASHINGTON, Oct 30 (Reuters) -`, `New Delhi, March 30:`, `MOSCOW, October 30. /TASS/.`

use super::tokens::{Token, TokenKind, tokenize};

/// A dateline is looked for in so many bytes.
const LONGEST: usize = 140;
/// A line with a date has at most so many bytes.
const LONGEST_DATE_LINE: usize = 90;

const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH_ENDS: &[&str] = &["", "uary", "ruary", "ch", "il", "e", "y", "ust", "t", "tember", "ober", "ember"];
const DAYS: &[&str] = &["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const DAY_ENDS: &[&str] = &["", "day", "s", "sday", "nesday", "r", "rs", "rsday", "urday"];
/// Words that may stand in a dateline or a date line in lower case.
const SMALL: &[&str] = &[
    "date",
    "dated",
    "published",
    "updated",
    "posted",
    "on",
    "of",
    "de",
    "la",
    "le",
    "el",
    "al",
    "and",
    "the",
    "am",
    "pm",
    "a.m.",
    "p.m.",
    "at",
    "st",
    "nd",
    "rd",
    "th",
    "local",
    "time",
    "last",
];

/// The length in bytes of the dateline that `paragraph` begins with, its dash, colon or `/AGENCY/` included.
pub fn prefix_len(paragraph: &str) -> Option<usize> {
    let tokens = head_tokens(paragraph, LONGEST);
    let mut evidence = Evidence::default();
    // `MUMBAI, June 24, 2003. Trains …`, `(Brussels, 3 May 2019) Trains …`: ends here, if no `AGENCY –` follows.
    let mut stop = None;
    for (index, token) in tokens.iter().enumerate() {
        let word = token.of(paragraph);
        let next = tokens.get(index + 1);
        if let Some(end) = separator_end(paragraph, &tokens, index) {
            if let Some(end) = date_between_dashes(paragraph, &tokens, index).filter(|_| evidence.words > 0) {
                return Some(end);
            }
            let story_follows =
                paragraph[end..].trim_start().starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || is_quote_mark(c));
            return (story_follows && evidence.is_enough(word)).then_some(end).or(stop);
        }
        let closes = word == "." || word == ")" && paragraph.starts_with('(');
        if closes && evidence.is_dated_place() && is_sentence_start(paragraph, next) {
            stop = Some(token.span.end as usize);
        }
        if word == "|" && evidence.date && evidence.words > 0 && next.is_some_and(|next| next.of(paragraph).starts_with(char::is_uppercase))
        {
            return Some(token.span.end as usize);
        }
        if !evidence.take(word, token.kind, next.map(|next| next.of(paragraph))) {
            return stop;
        }
        if evidence.agency_closed(word) && next.is_some_and(|next| next.of(paragraph) == ".") {
            return next.map(|next| next.span.end as usize);
        }
    }
    stop
}

/// True if a sentence may begin with that token.
fn is_sentence_start(text: &str, token: Option<&Token>) -> bool {
    token.is_some_and(|token| token.spaced && token.of(text).starts_with(|c: char| c.is_uppercase() || is_quote_mark(c)))
}

/// True for a line that holds a full date, with its weekday, hour or place, and no other words.
pub fn is_date_line(line: &str) -> bool {
    if line.len() > LONGEST_DATE_LINE || line.ends_with('?') {
        return false;
    }
    let tokens = tokenize(line);
    let (mut year, mut month_or_numeric, mut other, mut capitalized) = (false, false, 0, true);
    for (index, token) in tokens.iter().enumerate() {
        let word = token.of(line);
        match token.kind {
            TokenKind::Number => {
                year |= word.rsplit('.').next().is_some_and(is_year);
                month_or_numeric |= is_numeric_date(line, &tokens, index);
            }
            TokenKind::Word if is_month(word) => month_or_numeric = true,
            TokenKind::Word if is_weekday(word) || is_small(word) => {}
            TokenKind::Word => {
                other += 1;
                capitalized &= word.starts_with(char::is_uppercase);
            }
            TokenKind::Address => return false,
            TokenKind::Mark => {}
        }
    }
    year && month_or_numeric && other <= if capitalized { 5 } else { 3 }
}

/// True for an English month, in full or short, with or without a dot.
pub fn is_month(word: &str) -> bool {
    is_stem_and_end(word, MONTHS, MONTH_ENDS)
}

/// True for an English weekday, in full or short.
pub fn is_weekday(word: &str) -> bool {
    is_stem_and_end(word, DAYS, DAY_ENDS)
}

fn is_stem_and_end(word: &str, stems: &[&str], ends: &[&str]) -> bool {
    let word = word.trim_end_matches('.');
    word.starts_with(char::is_uppercase)
        && word.get(..3).zip(word.get(3..)).is_some_and(|(stem, end)| {
            stems.iter().any(|known| known.eq_ignore_ascii_case(stem)) && ends.iter().any(|known| known.eq_ignore_ascii_case(end))
        })
}

fn head_tokens(text: &str, bytes: usize) -> Vec<Token> {
    let mut end = text.len().min(bytes);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let line_end = text[..end].find('\n').unwrap_or(end);
    tokenize(&text[..line_end])
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && ["18", "19", "20"].iter().any(|century| word.starts_with(century))
}

/// `2019-10-30`, `30/10/2019`, `30.10.2019`.
fn is_numeric_date(line: &str, tokens: &[Token], index: usize) -> bool {
    let mark = |at: usize| tokens.get(at).is_some_and(|token| matches!(token.of(line), "-" | "/" | "."));
    tokens[index].of(line).matches('.').count() == 2 || (mark(index + 1) && mark(index + 3) && tokens.len() > index + 4)
}

fn is_small(word: &str) -> bool {
    SMALL.iter().any(|small| small.eq_ignore_ascii_case(word))
}

fn is_quote_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '«' | '\'' | '‘' | '„')
}

/// The end of the dash or colon at `index`, if it stands apart as a dateline's does.
fn separator_end(text: &str, tokens: &[Token], index: usize) -> Option<usize> {
    let token = tokens[index];
    let end = token.span.end as usize;
    let next_spaced = tokens.get(index + 1).is_none_or(|next| next.spaced);
    match token.of(text) {
        // `(EFE).- `
        "-" if index > 1 && tokens[index - 1].of(text) == "." && tokens[index - 2].of(text) == ")" && next_spaced => Some(end),
        "–" | "—" => (index > 0 && (token.spaced || next_spaced)).then_some(end),
        "-" if tokens.get(index + 1).is_some_and(|next| next.of(text) == "-" && !next.spaced) => (index > 0).then_some(end + 1),
        "-" => (index > 0 && next_spaced && (token.spaced || text[..token.span.start as usize].ends_with(')'))).then_some(end),
        ":" => (index > 1 && next_spaced).then_some(end),
        _ => None,
    }
}

/// The end of `14 November 2018 -` behind the dash at `index`: a date and nothing else before another dash.
fn date_between_dashes(text: &str, tokens: &[Token], index: usize) -> Option<usize> {
    let rest = tokens.get(index + 1..)?;
    let is_of_date = |token: &&Token| {
        let word = token.of(text);
        token.kind == TokenKind::Number || word == "," || is_month(word) || is_weekday(word)
    };
    let len = rest.iter().take_while(is_of_date).count();
    let (date, dash) = (rest.get(..len)?, tokens.get(index + 1 + len)?);
    let is_date = date.iter().any(|token| is_month(token.of(text))) && date.iter().any(|token| token.kind == TokenKind::Number);
    (is_date && dash.of(text) == tokens[index].of(text) && dash.spaced).then_some(dash.span.end as usize)
}

/// What speaks for a dateline so far.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is one piece of evidence, and any of them may stand together")]
struct Evidence {
    words: usize,
    /// The month has been told, and the year right behind it or its day.
    month: bool,
    year: bool,
    /// The first word may be the name of a place.
    place: bool,
    capitals: bool,
    date: bool,
    agency: bool,
    in_agency: bool,
    slashes: usize,
}

impl Evidence {
    /// Takes the next token; false if no dateline holds such a token.
    fn take(&mut self, word: &str, kind: TokenKind, next: Option<&str>) -> bool {
        match kind {
            TokenKind::Address => false,
            TokenKind::Number => {
                self.date |= word.len() == 4;
                self.year = self.month && is_year(word);
                true
            }
            TokenKind::Word => {
                self.words += 1;
                self.place |= self.words == 1 && !is_small(word) && !is_month(word) && !is_weekday(word);
                self.date |= is_month(word);
                self.month |= is_month(word);
                self.year = false;
                self.capitals |= word.len() > 2 && word.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
                word.starts_with(char::is_uppercase) || is_small(word) || self.in_agency
            }
            TokenKind::Mark => match word {
                "(" => {
                    self.in_agency = true;
                    next.is_some_and(|next| self.year || next.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
                }
                ")" => {
                    self.in_agency = false;
                    self.agency = true;
                    true
                }
                "/" => {
                    self.slashes += 1;
                    true
                }
                "&" => self.in_agency,
                "," | "." | "-" | "'" | "’" | "|" => true,
                _ => false,
            },
        }
    }

    /// `MUMBAI, JUNE 24, 2003` has just been read.
    const fn is_dated_place(&self) -> bool {
        self.year && self.place && self.words > 1
    }

    /// `/TASS/` has just been closed.
    fn agency_closed(&self, word: &str) -> bool {
        word == "/" && self.slashes >= 2
    }

    /// Capitals, an agency or a date; or a bare place of up to three words before a dash.
    fn is_enough(&self, separator: &str) -> bool {
        let is_colon = separator == ":";
        !self.in_agency && (self.agency || self.date || (!is_colon && self.words > 0 && (self.capitals || self.words <= 3)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(prefix_len(text).map(|len| &text[..len]), expected);
    }

    #[test]
    fn datelines() {
        for dateline in [
            "MOSCOW. KAZINFORM –",
            "date 2019-10-30 MOSCOW. KAZINFORM –",
            "WASHINGTON, Oct 30 (Reuters) -",
            "(AP) —",
            "LONDON (AP) —",
            "KABUL, Afghanistan (AP) —",
            "BEIJING, Oct. 30 (Xinhua) --",
            "GENEVA/ZURICH, Nov 2 (Reuters) -",
            "New Delhi, March 30:",
            "Pretoria –",
            "Nairobi —",
            "Moscow, 30 October 2019 –",
            "NUR-SULTAN, October 30. /TASS/.",
            "Nov. 2 (UPI) --",
            "ASTANA, 3 May 2019 (Agency of News) —",
            "Brussels (14 November 2018) –",
            "BRUSSELS | 14 November 2018 |",
            "BRUSSELS - Wednesday, November 14, 2018 -",
            "BRUSSELS — November 14, 2018 —",
        ] {
            check(&format!("{dateline} The talks began."), Some(dateline));
        }
    }

    #[test]
    fn not_datelines() {
        for text in [
            "The talks – long and dull – ended.",
            "Ministers met in Geneva - again.",
            "Moscow has held a conference.",
            "Asked why, he said: Because.",
            "Note: The office is closed.",
            "Semerikov – a former minister – spoke.",
            "The mayor – elected in May 2018 – spoke.",
            "Sales | 14 November 2018 | a list.",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn date_lines() {
        for line in
            ["Saturday, February 2, 2019", "30 October 2019", "2019-10-30", "Published: Oct. 30, 2019 at 10:15 a.m.", "Moscow, 30.10.2019"]
        {
            assert!(is_date_line(line), "{line}");
        }
        for line in ["Toronto's Anime North 2019 brings thousands together", "In May 2019 the talks ended in failure again", "May", "2019"]
        {
            assert!(!is_date_line(line), "{line}");
        }
    }
}
