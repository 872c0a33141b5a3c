//! Times that come again: `every Monday`, `daily`, `twice a week`, `each quarter`, `Sundays`.

use super::Rule;
use crate::dates::form::Form;
use crate::dates::pattern::{Match, Scan};
use crate::dates::value::{Length, Recurrence, TimeOfDay, Unit, Value};
use crate::dates::words::Class;

pub const RULES: &[Rule] = &[
    Rule { name: "every weekday", pattern: "<every> [other|second|single] <weekday> [<part>]", make: weekday },
    Rule {
        name: "weekday of each month",
        pattern: "[the] (<ordinal>|<last>) <weekday> (of|in) <every> (month|quarter|year)",
        make: nth_weekday,
    },
    Rule { name: "weekdays", pattern: "[most|all|some] <weekdays>", make: weekdays },
    Rule { name: "most units", pattern: "most (<units>|<parts>|<weekends>)", make: most },
    Rule { name: "weekday nights", pattern: "<weekday> <parts>", make: weekday },
    Rule { name: "every month by name", pattern: "<every> <month>", make: month },
    Rule { name: "every season", pattern: "<every> <season>", make: season },
    Rule { name: "every night", pattern: "<every> [single] (<part>)", make: part },
    Rule { name: "every unit", pattern: "<every> [single] <unit>", make: unit },
    Rule { name: "every other unit", pattern: "<every> (other|second) <unit>", make: other },
    Rule { name: "every few units", pattern: "every <count> (<units>|<unit>)", make: count },
    Rule { name: "every weekend", pattern: "<every> <weekend>", make: weekend },
    Rule { name: "so many times a unit", pattern: "(<times>|<count> times) (<a>|<per>|<every>) <unit>", make: unit },
    Rule { name: "so many units of a unit", pattern: "<count> <units> (<a>|<per>|<every>) <unit>", make: units_of_unit },
    Rule { name: "so much a unit", pattern: "<per> <unit>", make: per },
    Rule { name: "adverb of frequency", pattern: "<freq>", make: frequency },
    Rule { name: "day after day", pattern: "day after day", make: daily },
];

fn set(value: impl Into<String>) -> Option<Form> {
    Some(Form::Value(Value::Set(Recurrence::of(value))))
}

/// The same, with what `every`, `each`, `most` say.
fn quantified(form: Option<Form>, found: &Match, scan: &Scan) -> Option<Form> {
    let Some(Form::Value(Value::Set(set))) = form else { return form };
    let quant = (found.start..found.end).find_map(|at| match scan.document.word(at).to_ascii_lowercase().as_str() {
        "every" => Some("EVERY"),
        "each" => Some("EACH"),
        "most" => Some("MOST"),
        "all" => Some("ALL"),
        "some" => Some("SOME"),
        _ => None,
    });
    Some(Form::Value(Value::Set(Recurrence { quant, ..set })))
}

fn weekday(found: &Match, scan: &Scan) -> Option<Form> {
    let time = found.get(Class::Part).or_else(|| found.get(Class::Parts)).map(|part| TimeOfDay::part(part).timex());
    quantified(set(format!("XXXX-WXX-{}{}", found.get(Class::Weekday)?, time.unwrap_or_default())), found, scan)
}

/// `the first Tuesday of each month`: the day is kept, and that it comes again.
fn nth_weekday(found: &Match, scan: &Scan) -> Option<Form> {
    quantified(set(format!("XXXX-WXX-{}", found.get(Class::Weekday)?)), found, scan)
}

fn weekdays(found: &Match, scan: &Scan) -> Option<Form> {
    let capital = found.at(Class::Weekdays).is_some_and(|at| scan.capital(at));
    let day = found.get(Class::Weekdays).filter(|_| capital)?;
    quantified(set(format!("XXXX-WXX-{day}")), found, scan)
}

/// `on most days`.
fn most(found: &Match, scan: &Scan) -> Option<Form> {
    let form = match (found.get(Class::Units), found.get(Class::Parts)) {
        (Some(unit), _) if unit >= 3 => of_unit(unit, 1),
        (None, Some(part)) => set(format!("XXXX-XX-XX{}", TimeOfDay::part(part).timex())),
        (None, None) => set("XXXX-WXX-WE"),
        _ => None,
    };
    if scan.phrase_ends(found.end) { quantified(form, found, scan) } else { None }
}

fn month(found: &Match, scan: &Scan) -> Option<Form> {
    quantified(set(format!("XXXX-{:02}", found.get(Class::Month)?)), found, scan)
}

fn season(found: &Match, scan: &Scan) -> Option<Form> {
    const SEASONS: [&str; 4] = ["SP", "SU", "FA", "WI"];
    let season = SEASONS.get(usize::try_from(found.get(Class::Season)? - 1).ok()?)?;
    quantified(set(format!("XXXX-{season}")), found, scan)
}

fn part(found: &Match, scan: &Scan) -> Option<Form> {
    quantified(set(format!("XXXX-XX-XX{}", TimeOfDay::part(found.get(Class::Part)?).timex())), found, scan)
}

fn weekend(found: &Match, scan: &Scan) -> Option<Form> {
    quantified(set("XXXX-WXX-WE"), found, scan)
}

fn of_unit(number: i32, count: i32) -> Option<Form> {
    let (unit, many) = Unit::from_number(number)?;
    set(Length { halves: 2 * many * count, unit }.timex())
}

fn unit(found: &Match, scan: &Scan) -> Option<Form> {
    let unit = found.get(Class::Unit)?;
    let is_second = unit == 0 && found.has(Class::Every);
    let is_frequency = found.has(Class::Times) || found.has(Class::Count);
    let adjective = scan.is(found.end, Class::Dash) && !scan.spaced(found.end);
    let form = (!is_second && !adjective && (!is_frequency || unit >= 2)).then(|| of_unit(unit, 1))?;
    match quantified(form, found, scan)? {
        Form::Value(Value::Set(set)) => Some(Form::Value(Value::Set(Recurrence { freq: times(found), ..set }))),
        form => Some(form),
    }
}

/// `twice`, `three times`: how often in the unit.
fn times(found: &Match) -> Option<String> {
    let count =
        found.get(Class::Times).or_else(|| found.get(Class::Count).filter(|count| *count > 0 && count % 2 == 0).map(|count| count / 2))?;
    Some(format!("{count}X"))
}

/// `three days a week`; `24 hours a day` is an idiom for always.
fn units_of_unit(found: &Match, _: &Scan) -> Option<Form> {
    let (part, many) = Unit::from_number(found.get(Class::Units)?)?;
    let (whole, _) = Unit::from_number(found.get(Class::Unit)?)?;
    let count = found.get(Class::Count).filter(|count| *count > 0 && count % 2 == 0)? / 2;
    let is_all = matches!((part, whole, count), (Unit::Hour, Unit::Day, 24) | (Unit::Day, Unit::Week, 7) | (Unit::Week, Unit::Year, 52));
    if is_all || part >= whole || part < Unit::Hour || many != 1 {
        return None;
    }
    let freq = Length { halves: 2 * count, unit: part }.timex();
    let freq = freq.trim_start_matches(['P', 'T']).to_string();
    let value = Length { halves: 2, unit: whole }.timex();
    Some(Form::Value(Value::Set(Recurrence { value, quant: None, freq: Some(freq) })))
}

fn other(found: &Match, scan: &Scan) -> Option<Form> {
    quantified(of_unit(found.get(Class::Unit)?, 2), found, scan)
}

fn count(found: &Match, scan: &Scan) -> Option<Form> {
    let count = found.get(Class::Count)?;
    let (unit, many) = Unit::from_number(found.get(Class::Units).or_else(|| found.get(Class::Unit))?)?;
    quantified(set(Length { halves: if count < 0 { -1 } else { count * many }, unit }.timex()), found, scan)
}

/// `100 deaths per year`; not speeds and other measures.
fn per(found: &Match, scan: &Scan) -> Option<Form> {
    let unit = found.get(Class::Unit).filter(|unit| *unit >= 3)?;
    scan.phrase_ends(found.end).then(|| of_unit(unit, 1))?
}

/// Not the title of a song.
fn daily(found: &Match, scan: &Scan) -> Option<Form> {
    (!scan.capital(found.end - 1)).then(|| set("P1D"))?
}

/// What stands behind the adjective is a kind of thing, not one that happens so often: `the daily Granma`, `a quarterly dividend`, `annual sales`.
fn is_kind(scan: &Scan, first: usize, at: usize) -> bool {
    const FIGURES: &[&str] = &[
        "average",
        "budget",
        "deficit",
        "dividend",
        "dividends",
        "earnings",
        "growth",
        "income",
        "inflation",
        "loss",
        "losses",
        "meeting",
        "net",
        "output",
        "pay",
        "payments",
        "pretax",
        "production",
        "profit",
        "profits",
        "rate",
        "rates",
        "report",
        "reports",
        "results",
        "revenue",
        "revenues",
        "salary",
        "sales",
        "wage",
        "wages",
        "yield",
    ];
    const PAPERS: &[&str] = &["bulletin", "journal", "magazine", "newsletter", "newspaper", "newspapers", "paper", "papers", "publication"];
    let word = scan.document.word(at);
    let second = scan.document.word(at + 1);
    let before = first.checked_sub(1).map_or("", |before| scan.document.word(before));
    let is_name =
        !matches!(before, "a" | "an" | "her" | "his" | "their") && scan.capital(at) && word.chars().skip(1).any(char::is_lowercase);
    let of_shares = matches!(word, "share" | "trading" | "cash" | "stock" | "after") && (FIGURES.contains(&second) || second == "tax");
    let of_gdp = matches!(word, "GDP" | "GNP") && FIGURES.contains(&second);
    is_name
        || of_gdp
        || is_paper(scan, first, at)
        || of_shares
        || before.eq_ignore_ascii_case("average")
        || FIGURES.contains(&word)
        || PAPERS.contains(&word)
}

/// `the Kommersant daily`, `the Tel Aviv weekly`.
fn is_paper(scan: &Scan, first: usize, end: usize) -> bool {
    /// So many words its name may have.
    const LONGEST: usize = 4;
    let name = (1..=LONGEST).take_while(|back| first.checked_sub(*back).is_some_and(|at| scan.capital(at))).count();
    name > 0 && scan.phrase_ends(end) && first.checked_sub(name + 1).is_some_and(|at| scan.is(at, Class::The))
}

/// Adverbs and adjectives alike; not in a newspaper's name, nor at the beginning of one.
fn frequency(found: &Match, scan: &Scan) -> Option<Form> {
    let capital = scan.capital(found.start);
    let in_name = capital && (scan.capital(found.end) || found.start.checked_sub(1).is_some_and(|before| scan.capital(before)));
    let of_percent = found.start.checked_sub(1).is_some_and(|before| matches!(scan.document.word(before), "%" | "percent"));
    // `a quarterly of five cents`: the dividend.
    let is_noun = scan.is_word(found.end, "of");
    if in_name || of_percent || is_noun || is_kind(scan, found.start, found.end) {
        return None;
    }
    match found.get(Class::Frequency)? {
        14 => set("P2W"),
        16 => set("P6M"),
        17 => set("P2Y"),
        6 => set("P1Q"),
        unit => of_unit(unit, 1),
    }
}
