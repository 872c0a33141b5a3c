//! Years, decades and centuries: `in 2015`, `2018–2020`, `the '90s`, `the 19th century`, `490 BC`.

use super::Rule;
use crate::dates::form::{Form, From, Pick};
use crate::dates::pattern::{Match, Scan};
use crate::dates::value::{Unit, Value};
use crate::dates::words::{Class, Hint};

pub const RULES: &[Rule] = &[
    Rule { name: "year before Christ", pattern: "[the year] <num> [<era>]", make: with_era },
    Rule { name: "year of our Lord", pattern: "<era> <num>", make: with_era },
    Rule { name: "the year", pattern: "the year <year>", make: year },
    Rule { name: "year", pattern: "<year>", make: bare_year },
    Rule { name: "the year two thousand", pattern: "the year two thousand", make: two_thousand },
    Rule { name: "from year to year", pattern: "<year> ; (<dash>|/|~ - ~ to ~ - ~) ; <year> [years]", make: years },
    Rule { name: "from year to year, short", pattern: "<year> ; (<dash>|/) ; <yy>", make: years },
    Rule { name: "short year", pattern: "('|’|‘) ~ <yy>", make: short_year },
    Rule { name: "spoken year", pattern: "<spoken>", make: spoken },
    Rule { name: "decade", pattern: "[the] <year> (~ s|~ 's|~ ’s|~ - ~ s|~ - ~ ies|~ ies|~ - ~ ies years)", make: decade },
    Rule { name: "short decade", pattern: "[the] ['|’|‘] <yy> (~ s|~ 's|~ ’s)", make: short_decade },
    Rule { name: "decade in words", pattern: "the <decade>", make: decade_word },
    Rule { name: "decade of a century in words", pattern: "[the] <card> <decade>", make: decade_words },
    Rule { name: "century", pattern: "[the] <ordinal> [-] (century|centuries) [<era>]", make: century },
    Rule { name: "centuries", pattern: "[the] <ordinal> ; (and|or|to|<dash>) ; [the] <ordinal> centuries", make: centuries },
    Rule {
        name: "this century",
        pattern: "(<this>|<last>|<next>|the <last>|the <current>|the <prev>|the <next>) (century|decade)",
        make: shifted,
    },
];

fn with_era(found: &Match, scan: &Scan) -> Option<Form> {
    let year = found.get(Class::Number)?;
    match found.get(Class::Era)? {
        1 => (year > 0).then_some(Form::Value(Value::Bc(year))),
        _ if year > 0 && (found.end - found.start > 1) && is_plain(found, scan) => Some(Form::Value(Value::Year(year))),
        _ => None,
    }
}

/// `CE` and `AD` stand for other things, too; after or before a number of up to four digits they are eras.
fn is_plain(found: &Match, scan: &Scan) -> bool {
    found.get(Class::Number).is_some_and(|year| year < 2200) && !scan.is(found.end, Class::Dash)
}

fn year(found: &Match, _: &Scan) -> Option<Form> {
    Some(Form::Value(Value::Year(found.get(Class::Year)?)))
}

fn two_thousand(_: &Match, _: &Scan) -> Option<Form> {
    Some(Form::Value(Value::Year(2000)))
}

fn bare_year(found: &Match, scan: &Scan) -> Option<Form> {
    let year = found.get(Class::Year)?;
    is_year(scan, found.start, year).then_some(Form::Value(Value::Year(year)))
}

/// Whether a number of four digits is a year, by what stands around it.
fn is_year(scan: &Scan, at: usize, year: i32) -> bool {
    let before = at.checked_sub(1).map_or("", |before| scan.document.word(before));
    if is_quantity(scan, at, before) || is_in_name(scan, at, before) {
        return false;
    }
    let listed = matches!(before, "and" | "or" | "–" | "-") && at >= 2 && scan.is(at - 2, Class::Year);
    let strong = at > 0 && scan.hints(at - 1, Hint::Yearly) || listed;
    match year {
        // Goals are set for full decades: `the 2060 target`.
        1800..=2050 | 2060 | 2070 | 2080 | 2090 => true,
        2051..=2100 => strong,
        1400..=1799 => strong || before == "(" || matches!(scan.document.word(at + 1), ")" | ","),
        1000..=1399 | 2101..=2199 => strong && scan.phrase_ends(at + 1),
        _ => false,
    }
}

/// A count, a sum, a number of a law, a flight or a room, a military hour.
fn is_quantity(scan: &Scan, at: usize, before: &str) -> bool {
    let next = scan.document.word(at + 1);
    let counted = scan.hints(at + 1, Hint::Counted) || scan.hints(at + 2, Hint::Counted) && !scan.phrase_ends(at + 1);
    let numbered = at > 0 && scan.hints(at - 1, Hint::Numbered) && !scan.hints(at - 1, Hint::Counted);
    let glued = !scan.spaced(at) && matches!(before, "$" | "€" | "£" | "¥" | "#" | "." | "+" | "_" | "№");
    let code = !scan.spaced(at) && matches!(before, "-" | "/") && at >= 2 && !scan.spaced(at - 1) && !is_word_with_year(scan, at - 2);
    let glued_after = !scan.spaced(at + 1) && matches!(next, "%" | "/" | "_" | "°") && !scan.spaced(at + 2);
    let code_after =
        !scan.spaced(at + 1) && next == "-" && !scan.spaced(at + 2) && scan.capital(at + 2) && scan.document.word(at + 2).len() > 3;
    let hour = scan.is(at + 1, Class::Zone) || scan.is(at + 1, Class::Weekday) && before == "(";
    counted || numbered || glued || code || glued_after || code_after && is_short_code(scan, at + 2) || hour
}

/// `nCoV`: capitals within the word.
fn is_short_code(scan: &Scan, at: usize) -> bool {
    scan.document.word(at).chars().skip(1).any(char::is_uppercase)
}

/// `2020 Summer Olympics`, `Fan Expo Canada 2019`, `the Tenure of Office Act of 1867`.
fn is_in_name(scan: &Scan, at: usize, before: &str) -> bool {
    let is_event = |at: usize| scan.hints(at, Hint::Event);
    let ahead = scan.document.tokens.iter().skip(at + 1).take(6).enumerate().find(|(ahead, token)| {
        let word = token.of(scan.document.text);
        is_event(at + 1 + ahead) || !(word.starts_with(char::is_uppercase) || matches!(word, "and" | "of" | "the") || is_kind_of_vote(word))
    });
    let capital = scan.capital(at + 1);
    let named_after_it = (capital || is_kind_of_event(scan, at + 1)) && ahead.is_some_and(|(ahead, _)| is_event(at + 1 + ahead));
    let is_act = ["Act", "Convention", "Protocol", "Constitution", "Code", "Law", "Treaty"]
        .contains(&scan.document.word(at.wrapping_sub(2)))
        && matches!(before, "," | "of");
    let one_of_many = matches!(before, "a" | "an" | "A" | "An");
    let is_model = CAR_MAKERS.contains(&scan.document.word(at + 1));
    named_after_it && !one_of_many || is_act || is_model || is_behind_name(scan, at, before)
}

/// Makers of cars: `his 1987 Chevrolet` tells the model.
const CAR_MAKERS: &[&str] = &[
    "Audi",
    "BMW",
    "Bentley",
    "Buick",
    "Cadillac",
    "Chevrolet",
    "Chevy",
    "Chrysler",
    "Citroen",
    "Dacia",
    "Daewoo",
    "Dodge",
    "Ferrari",
    "Fiat",
    "Ford",
    "Honda",
    "Hyundai",
    "Infiniti",
    "Isuzu",
    "Jaguar",
    "Jeep",
    "Kia",
    "Lada",
    "Lamborghini",
    "Lexus",
    "Maserati",
    "Mazda",
    "Mercedes",
    "Mitsubishi",
    "Nissan",
    "Oldsmobile",
    "Opel",
    "Peugeot",
    "Plymouth",
    "Pontiac",
    "Porsche",
    "Renault",
    "Rover",
    "Saab",
    "Skoda",
    "Subaru",
    "Suzuki",
    "Tesla",
    "Toyota",
    "Vauxhall",
    "Volkswagen",
    "Volvo",
];

/// `the 2018 midterm elections`, `the 2020 census` are the names of one; `the 2020 election` tells when.
fn is_kind_of_event(scan: &Scan, at: usize) -> bool {
    scan.is_word(at, "census") || is_kind_of_vote(scan.document.word(at)) && scan.hints(at + 1, Hint::Event)
}

fn is_kind_of_vote(word: &str) -> bool {
    matches!(
        word,
        "presidential"
            | "general"
            | "midterm"
            | "parliamentary"
            | "legislative"
            | "congressional"
            | "gubernatorial"
            | "mayoral"
            | "federal"
    )
}

/// Two capitalized words before the year, neither of them a time nor the first of its sentence.
fn is_behind_name(scan: &Scan, at: usize, before: &str) -> bool {
    let Some(first) = at.checked_sub(2) else { return false };
    let is_name = |at: usize| {
        let word = scan.document.word(at);
        let mixed = word.chars().count() > 1 && word.starts_with(char::is_uppercase) && word.chars().skip(1).any(char::is_lowercase);
        mixed
            && !word.ends_with('.')
            && scan.tags.get(at).is_some_and(|tag| tag.bits == 0 && !tag.hints(Hint::Function) && !tag.hints(Hint::Yearly))
    };
    before.len() > 2 && is_name(at - 1) && is_name(first) && scan.spaced(at)
}

/// `mid-2019`, `pre-1990`; not `F-2019` or `SARS-2003`.
fn is_word_with_year(scan: &Scan, at: usize) -> bool {
    let word = scan.document.word(at);
    let known = ["mid", "pre", "post", "early", "late"].iter().any(|known| known.eq_ignore_ascii_case(word));
    known || scan.is(at, Class::Month) || scan.is(at, Class::Season) || scan.is(at, Class::Year)
}

fn years(found: &Match, scan: &Scan) -> Option<Form> {
    let first = found.nth(Class::Year, 0)?;
    let last = match found.nth(Class::Year, 1) {
        Some(last) => last,
        None => first - first % 100 + found.get(Class::TwoDigits)?,
    };
    let short = found.has(Class::TwoDigits);
    // `1981 - 96` is a span, `1981 - 96 of them` a sum.
    let loose = short && scan.spaced(found.end - 1) && !scan.phrase_ends(found.end);
    let is_span = (1000..2200).contains(&first) && first < last && last - first < if short { 60 } else { 400 } && !loose;
    let before = found.start.checked_sub(1).map_or("", |before| scan.document.word(before));
    let glued = !scan.spaced(found.start) && matches!(before, "-" | "/" | "+" | "$" | "£" | "€");
    (is_span && !glued).then(|| Form::Pair(Box::new(Form::Value(Value::Year(first))), Box::new(Form::Value(Value::Year(last)))))
}

/// `'96`; not a foot mark, nor a closing quote.
fn short_year(found: &Match, scan: &Scan) -> Option<Form> {
    (scan.spaced(found.start) && !scan.is_word(found.end, "s")).then_some(Form::ShortYear(found.get(Class::TwoDigits)?))
}

fn spoken(found: &Match, _: &Scan) -> Option<Form> {
    Some(Form::Value(Value::Year(found.get(Class::SpokenYear)?)))
}

fn decade(found: &Match, _: &Scan) -> Option<Form> {
    let year = found.get(Class::Year).filter(|year| year % 10 == 0 && *year < 2200)?;
    Some(Form::Value(if year % 100 == 0 && year < 2000 { Value::Century(year / 100) } else { Value::Decade(year / 10) }))
}

fn short_decade(found: &Match, scan: &Scan) -> Option<Form> {
    let decade = found.get(Class::TwoDigits).filter(|year| year % 10 == 0)?;
    let at = found.at(Class::TwoDigits)?;
    let quoted = at > 0 && matches!(scan.document.word(at - 1), "'" | "’" | "‘");
    let before = scan.document.word(found.start.wrapping_sub(1));
    let is_age = matches!(before, "his" | "her" | "their" | "my" | "your") || scan.is_word(found.start.wrapping_sub(1), "their");
    ((quoted || scan.is_word(found.start, "the") || found.start > 0 && scan.is(found.start - 1, Class::Early)) && !is_age)
        .then_some(Form::ShortDecade(decade / 10))
}

fn decade_word(found: &Match, _: &Scan) -> Option<Form> {
    Some(Form::ShortDecade(found.get(Class::DecadeWord)? / 10))
}

fn decade_words(found: &Match, _: &Scan) -> Option<Form> {
    let century = found.get(Class::Cardinal).filter(|century| (17..=20).contains(century))?;
    Some(Form::Value(Value::Decade(10 * century + found.get(Class::DecadeWord)? / 10)))
}

fn century(found: &Match, _: &Scan) -> Option<Form> {
    let century = found.get(Class::Ordinal).filter(|century| (1..=30).contains(century))?;
    if found.get(Class::Era) == Some(1) {
        return Some(Form::Value(Value::Bc(100 * century)));
    }
    Some(Form::Value(Value::Century(century - 1)))
}

fn centuries(found: &Match, _: &Scan) -> Option<Form> {
    let century = |nth| Some(Box::new(Form::Value(Value::Century(found.nth(Class::Ordinal, nth)? - 1))));
    Some(Form::Pair(century(0)?, century(1)?))
}

fn shifted(found: &Match, scan: &Scan) -> Option<Form> {
    let unit = if scan.is_word(found.end - 1, "century") { Unit::Century } else { Unit::Decade };
    let past = scan.is_word(found.end - 2, "past") || (unit == Unit::Decade && found.has(Class::Last));
    let shift = match super::absolute::pick(found) {
        Pick::Last | Pick::Before => -1,
        Pick::Next => 1,
        _ => 0,
    };
    let over_it = unit == Unit::Century
        && shift == -1
        && found.start.checked_sub(1).is_some_and(|at| ["over", "within"].iter().any(|word| scan.is_word(at, word)));
    let is_length = past && shift != 0 || over_it || unit == Unit::Decade && shift == 1;
    if is_length {
        let years = if unit == Unit::Decade { 10 } else { 100 };
        return Some(Form::Value(Value::Length(crate::dates::value::Length { halves: 2 * years, unit: Unit::Year })));
    }
    Some(Form::Shift(unit, shift, From::Publication))
}
