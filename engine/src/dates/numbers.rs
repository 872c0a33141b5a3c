//! Numbers of one or more tokens: `two and a half`, `the 30th`, `5 p.m.`, `nineteen ninety-six`.

use super::pattern::Scan;
use super::words::{self, Class};

/// [`Class::Count`]s are in halves, so that `two and a half` is 5.
pub const HALF: i32 = 1;
/// A [`Class::Count`] that is no number: `several`.
pub const VAGUE: i32 = -1;

/// The classes that a class of several tokens begins with.
pub fn first_bits(class: Class) -> u64 {
    use Class::{A, Cardinal, Clock, Couple, DayNumber, Few, Grouped, Half, Number, OrdinalWord, Scale, Scales};
    let of = |classes: &[Class]| classes.iter().fold(0, |bits, class| bits | class.bit());
    match class {
        Class::Count => of(&[A, Cardinal, Couple, Few, Grouped, Half, Number, Scale, Scales]) | Class::Dotted.bit() | Class::Clock.bit(),
        Class::Ordinal => of(&[OrdinalWord, Cardinal, Number]),
        Class::DayOfMonth => of(&[OrdinalWord, Cardinal, DayNumber]),
        Class::Hour => of(&[Clock, Number, Cardinal]),
        Class::SpokenYear => of(&[Cardinal]),
        _ => class.bit(),
    }
}

/// How many tokens from `at` on are of `class`, and their number.
pub fn read(scan: &Scan, at: usize, class: Class) -> Option<(usize, i32)> {
    match class {
        Class::Count => count(scan, at),
        Class::Ordinal => ordinal(scan, at),
        Class::DayOfMonth => day_of_month(scan, at),
        Class::Hour => hour(scan, at),
        Class::SpokenYear => spoken_year(scan, at),
        _ => scan.value(at, class).map(|value| (1, value)),
    }
}

/// In halves, or [`VAGUE`].
fn count(scan: &Scan, at: usize) -> Option<(usize, i32)> {
    if scan.is(at, Class::Half) {
        let article = usize::from(scan.is(at + 1, Class::Dash)) + usize::from(scan.is(at + 1, Class::A));
        return Some((1 + article, HALF));
    }
    if scan.is(at, Class::A) {
        return Some(after_article(scan, at));
    }
    if let Some(vague) = vague(scan, at) {
        return Some((vague, VAGUE));
    }
    if let Some(couple) = scan.value(at, Class::Couple) {
        let of = usize::from(scan.is_word(at + 1, "of"));
        return Some((1 + of, if couple == 0 { VAGUE } else { 2 * couple }));
    }
    if let Some(decimal) = decimal(scan, at) {
        return Some(decimal);
    }
    let (len, whole) = whole(scan, at)?;
    let (more, half) = and_a_half(scan, at + len);
    let mut len = len + more;
    let plus = scan.is_word(at + len, "+") && !scan.spaced(at + len);
    len += usize::from(plus);
    Some((len, whole.checked_mul(2)? + half))
}

/// `2.5`, `1.5 million`; of other fractions only the whole part, which is near enough for seconds and nothing else.
fn decimal(scan: &Scan, at: usize) -> Option<(usize, i32)> {
    if !(scan.is(at, Class::Dotted) || scan.is(at, Class::Clock)) {
        return None;
    }
    let (whole, fraction) = scan.document.word(at).split_once('.')?;
    let (whole, tenths): (i32, i32) = (whole.parse().ok()?, fraction.parse().ok().filter(|_| fraction.len() == 1)?);
    let scale = scan.value(at + 1, Class::Scale);
    let is_second = scan.value(at + 1, Class::Units) == Some(0);
    match scale {
        Some(scale) => Some((2, whole.checked_mul(10)?.checked_add(tenths)?.checked_mul(scale / 5)?)),
        None => (tenths == 5 || is_second).then(|| Some((1, whole.checked_mul(2)?.checked_add(i32::from(tenths == 5))?)))?,
    }
}

fn vague(scan: &Scan, at: usize) -> Option<usize> {
    if scan.is(at, Class::Scales) && scan.is_word(at + 1, "of") {
        let nested = usize::from(scan.is(at + 2, Class::Scales) && scan.is_word(at + 3, "of"));
        return Some(2 + 2 * nested);
    }
    let few = scan.is(at, Class::Few).then_some(1)?;
    Some(few + usize::from(scan.is(at + 1, Class::Scale)))
}

/// `a`, `a few`, `a couple of`, `a half`, `a hundred`, `a dozen`.
fn after_article(scan: &Scan, at: usize) -> (usize, i32) {
    if scan.is(at + 1, Class::Few) && !scan.is_word(at + 1, "some") {
        return (2, VAGUE);
    }
    if let Some(scale) = scan.value(at + 1, Class::Scale) {
        return (2, 2 * scale);
    }
    if let Some(couple) = scan.value(at + 1, Class::Couple) {
        let of = usize::from(scan.is_word(at + 2, "of"));
        return (2 + of, if couple == 0 { VAGUE } else { 2 * couple });
    }
    if scan.is(at + 1, Class::Half) {
        return (2 + usize::from(scan.is(at + 2, Class::Dash)), HALF);
    }
    (1, 2)
}

/// A whole number in digits or words.
fn whole(scan: &Scan, at: usize) -> Option<(usize, i32)> {
    let number = scan.value(at, Class::Number).or_else(|| scan.value(at, Class::Grouped));
    if let Some(number) = number.filter(|number| *number >= 0) {
        return match scan.value(at + 1, Class::Scale) {
            Some(scale) => Some((2, number.checked_mul(scale)?)),
            None => Some((1, number)),
        };
    }
    let (mut len, mut sum) = match scan.value(at, Class::Scale) {
        Some(_) => (0, 1),
        None => below_hundred(scan, at)?,
    };
    while let Some(scale) = scan.value(at + len, Class::Scale) {
        sum = sum.checked_mul(scale)?;
        len += 1;
        let and = usize::from(scan.is_word(at + len, "and"));
        if let Some((more, small)) = below_hundred(scan, at + len + and) {
            sum += small;
            len += and + more;
        }
    }
    Some((len, sum))
}

/// `seven`, `twenty`, `twenty-one`, `twenty one`.
fn below_hundred(scan: &Scan, at: usize) -> Option<(usize, i32)> {
    let tens = scan.value(at, Class::Cardinal)?;
    if tens >= 20 {
        let dash = usize::from(scan.is(at + 1, Class::Dash) && !scan.spaced(at + 1));
        if let Some(ones) = scan.value(at + 1 + dash, Class::Cardinal).filter(|ones| *ones < 10) {
            return Some((2 + dash, tens + ones));
        }
    }
    Some((1, tens))
}

/// `and a half`, `1/2`, `½`.
fn and_a_half(scan: &Scan, at: usize) -> (usize, i32) {
    let dash = usize::from(scan.is(at, Class::Dash));
    let and = at + dash;
    if scan.is_word(and, "and") && scan.is(and + 1 + dash, Class::A) && scan.is(and + 2 + 2 * dash, Class::Half) {
        return (3 + 3 * dash, HALF);
    }
    if scan.is_word(at, "1") && scan.is_word(at + 1, "/") && scan.is_word(at + 2, "2") && !scan.spaced(at + 1) {
        return (3, HALF);
    }
    if scan.is_word(at, "½") { (1, HALF) } else { (0, 0) }
}

/// `first`, `21st`, `twenty-first`.
fn ordinal(scan: &Scan, at: usize) -> Option<(usize, i32)> {
    if let Some(number) = scan.value(at, Class::Number) {
        return (scan.is(at + 1, Class::Suffix) && !scan.spaced(at + 1)).then_some((2, number));
    }
    if let Some(ordinal) = scan.value(at, Class::OrdinalWord) {
        return Some((1, ordinal));
    }
    let tens = scan.value(at, Class::Cardinal).filter(|tens| *tens >= 20)?;
    let dash = usize::from(scan.is(at + 1, Class::Dash));
    let ones = scan.value(at + 1 + dash, Class::OrdinalWord).filter(|ones| *ones < 10)?;
    Some((2 + dash, tens + ones))
}

/// 1 to 31, with or without `th`.
fn day_of_month(scan: &Scan, at: usize) -> Option<(usize, i32)> {
    let (len, day) = ordinal(scan, at).or_else(|| scan.value(at, Class::DayNumber).map(|day| (1, day)))?;
    (1..=31).contains(&day).then_some((len, day))
}

/// An hour, perhaps with minutes and `a.m.`, as 100 h + m: `5 p.m.`, `14:00`, `five o'clock`, `2100 UTC`.
fn hour(scan: &Scan, at: usize) -> Option<(usize, i32)> {
    let (value, has_minutes) = if let Some(value) = scan.value(at, Class::Clock) {
        (value, true)
    } else {
        let hour = scan.value(at, Class::Cardinal).or_else(|| scan.value(at, Class::Number))?;
        (if hour < 25 { 100 * hour } else { hour }, hour >= 25)
    };
    if let Some(pm) = scan.value(at + 1, Class::Meridiem).filter(|_| is_meridiem(scan, at + 1)) {
        let twelve = (1..=12).contains(&(value / 100)).then_some(value % 1200)?;
        return (value % 100 < 60).then_some((2, twelve + 100 * pm));
    }
    if let Some(pm) = loose_meridiem(scan, at + 1) {
        let twelve = (1..=12).contains(&(value / 100)).then_some(value % 1200)?;
        return (value % 100 < 60).then_some((4, twelve + 100 * pm));
    }
    let is_oclock = scan.is_word(at + 1, "o'clock") || scan.is_word(at + 1, "o’clock");
    if is_oclock {
        return (!has_minutes && value <= 2400).then_some((2, value));
    }
    let military = scan.value(at, Class::Number).is_some() && scan.document.word(at).len() == 4;
    let is_hours = scan.is_word(at + 1, "hours") || scan.is_word(at + 1, "hrs");
    let is_military = military && value % 100 < 60 && value < 2400 && (scan.is(at + 1, Class::Zone) || is_hours);
    let hours_after = military && is_hours && is_military;
    if is_military {
        return Some((1 + usize::from(hours_after), value));
    }
    let colon = scan.document.word(at).contains(':') || scan.is(at + 1, Class::Zone) || scan.is_word(at + 1, "local");
    (scan.is(at, Class::Clock) && colon).then_some((1, value))
}

/// `am` the verb follows a pronoun, never a number; only `a. m.` in parts is odd.
fn is_meridiem(scan: &Scan, at: usize) -> bool {
    let word = scan.document.word(at);
    word.contains('.') || word.chars().all(char::is_uppercase) || word.chars().all(char::is_lowercase)
}

/// `a.m` without its last point, which is three tokens.
fn loose_meridiem(scan: &Scan, at: usize) -> Option<i32> {
    let letter = match scan.document.word(at) {
        "a" => 0,
        "p" => 12,
        _ => return None,
    };
    let glued = !scan.spaced(at + 1) && !scan.spaced(at + 2);
    (glued && scan.is_word(at + 1, ".") && scan.document.word(at + 2) == "m").then_some(letter)
}

/// `nineteen ninety-six`, `two thousand and eight`.
fn spoken_year(scan: &Scan, at: usize) -> Option<(usize, i32)> {
    let century = scan.value(at, Class::Cardinal)?;
    if century == 2 && scan.value(at + 1, Class::Scale) == Some(1000) {
        let and = usize::from(scan.is_word(at + 2, "and"));
        let (len, year) = below_hundred(scan, at + 2 + and).filter(|(_, year)| *year < 100)?;
        return Some((2 + and + len, 2000 + year));
    }
    if !(15..=20).contains(&century) {
        return None;
    }
    let (len, year) = below_hundred(scan, at + 1).filter(|(_, year)| *year >= 10)?;
    Some((1 + len, 100 * century + year))
}

/// The year of a number of two or four digits.
pub fn year(number: i32, near: i32) -> i32 {
    if number < 100 { words::full_year(number, near) } else { number }
}
