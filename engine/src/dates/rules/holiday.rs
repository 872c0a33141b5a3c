//! Named days: fixed ones, those of a weekday, those counted from Easter, and the moving ones of other calendars.

use super::Rule;
use super::absolute::pick;
use crate::dates::calendar::{self, Date};
use crate::dates::form::{Form, Pick, Point};
use crate::dates::lunar::{self, Listed};
use crate::dates::pattern::{Match, Scan};
use crate::dates::value::Value;
use crate::dates::words::{Class, Hint};

/// When a named day is.
enum Rhythm {
    Fixed(i8, i8),
    /// The nth weekday of a month; from its end if negative.
    Nth(i8, i8, i8),
    /// Days after Easter Sunday.
    Easter(i32),
    /// Days after the Easter Sunday of the eastern churches.
    OrthodoxEaster(i32),
    /// Days after Rosh Hashanah.
    RoshHashanah(i32),
    /// Days after the first day of Passover.
    Passover(i32),
    /// Month and day of the Islamic calendar.
    Islamic(i32, i32),
    /// Days after the first day of Hanukkah.
    Hanukkah(i32),
    /// A month of the Islamic calendar.
    IslamicMonth(i32),
    /// By the table.
    ByTable(Listed),
    /// The Tuesday after the first Monday of November.
    ElectionDay,
}

use Rhythm::{ByTable, Easter, ElectionDay, Fixed, Hanukkah, Islamic, IslamicMonth, Nth, OrthodoxEaster, Passover, RoshHashanah};

/// The named days, by the index that [`named`] gives.
const DAYS: &[Rhythm] = &[
    Fixed(12, 25),
    Fixed(12, 24),
    Fixed(1, 1),
    Fixed(12, 31),
    Easter(0),
    Easter(-2),
    Easter(1),
    Easter(-7),
    Easter(-46),
    Easter(49),
    Nth(11, 4, 4),
    Fixed(10, 31),
    Fixed(2, 14),
    Fixed(3, 17),
    Nth(5, 1, -1),
    Nth(9, 1, 1),
    Fixed(7, 4),
    Nth(1, 1, 3),
    Fixed(6, 6),
    Fixed(7, 14),
    Fixed(12, 26),
    ElectionDay,
    Fixed(11, 11),
    OrthodoxEaster(0),
    Fixed(6, 19),
    Nth(10, 1, 2),
    Fixed(5, 1),
    Fixed(3, 8),
    Fixed(2, 2),
    Nth(5, 7, 2),
    Nth(6, 7, 3),
    Fixed(4, 25),
    Fixed(4, 1),
    Fixed(11, 1),
    Easter(39),
    Nth(2, 1, 3),
    Fixed(3, 21),
    Fixed(1, 26),
    Fixed(4, 22),
    RoshHashanah(0),
    RoshHashanah(9),
    Passover(-30),
    Passover(50),
    Islamic(10, 1),
    Islamic(12, 10),
    Islamic(1, 10),
    Islamic(3, 12),
    Islamic(1, 1),
    ByTable(Listed::LunarNewYear),
    ByTable(Listed::MidAutumn),
    IslamicMonth(9),
    Passover(0),
    Hanukkah(0),
    ByTable(Listed::Diwali),
    Fixed(5, 5),
    Fixed(5, 8),
    Fixed(8, 15),
    Fixed(5, 15),
    Fixed(11, 11),
    Fixed(11, 5),
    Fixed(12, 1),
    Fixed(12, 10),
    Fixed(6, 5),
    Fixed(5, 3),
    Fixed(6, 20),
    Fixed(4, 7),
    Fixed(3, 22),
    Fixed(10, 16),
    Fixed(10, 5),
    Fixed(5, 31),
    Fixed(10, 10),
    Fixed(2, 4),
    Fixed(6, 8),
    Fixed(7, 11),
    Fixed(9, 27),
    Fixed(9, 8),
    Fixed(9, 21),
    Fixed(10, 24),
    Fixed(1, 27),
    Fixed(5, 25),
    Fixed(5, 9),
    Fixed(4, 25),
    Fixed(3, 24),
    Fixed(2, 13),
    Fixed(4, 23),
    Fixed(7, 28),
    Fixed(8, 19),
];

/// The last day of a festival of several days, in days after its first.
const EIGHT_DAYS: i32 = 7;

pub const RULES: &[Rule] = &[
    Rule { name: "Christmas", pattern: "[<last>|<this>|<next>] christmas [day] [[,] <year>]", make: named::<0> },
    Rule { name: "Christmas Eve", pattern: "[<last>|<this>|<next>] christmas eve [[,] <year>]", make: named::<1> },
    Rule { name: "New Year's Day", pattern: "[<last>|<this>|<next>] (new year 's day|new year ’s day) [[,] <year>]", make: named::<2> },
    Rule { name: "New Year's Eve", pattern: "[<last>|<this>|<next>] (new year 's eve|new year ’s eve) [[,] <year>]", make: named::<3> },
    Rule { name: "Easter", pattern: "[<last>|<this>|<next>] easter [sunday] [[,] <year>]", make: named::<4> },
    Rule { name: "Good Friday", pattern: "[<last>|<this>|<next>] good <weekday> [[,] <year>]", make: good_friday },
    Rule { name: "Easter Monday", pattern: "[<last>|<this>|<next>] easter monday [[,] <year>]", make: named::<6> },
    Rule { name: "Palm Sunday", pattern: "[<last>|<this>|<next>] palm sunday [[,] <year>]", make: named::<7> },
    Rule { name: "Ash Wednesday", pattern: "[<last>|<this>|<next>] ash wednesday [[,] <year>]", make: named::<8> },
    Rule { name: "Pentecost", pattern: "[<last>|<this>|<next>] (pentecost|whitsun) [sunday] [[,] <year>]", make: named::<9> },
    Rule { name: "Thanksgiving", pattern: "[<last>|<this>|<next>] thanksgiving [day] [[,] <year>]", make: named::<10> },
    Rule { name: "Halloween", pattern: "[<last>|<this>|<next>] halloween [[,] <year>]", make: named::<11> },
    Rule {
        name: "Valentine's Day",
        pattern: "[<last>|<this>|<next>] [st.] (valentine 's day|valentine ’s day) [[,] <year>]",
        make: named::<12>,
    },
    Rule {
        name: "St. Patrick's Day",
        pattern: "[<last>|<this>|<next>] (st.|saint) (patrick 's day|patrick ’s day) [[,] <year>]",
        make: named::<13>,
    },
    Rule { name: "Memorial Day", pattern: "[<last>|<this>|<next>] memorial day [[,] <year>]", make: named::<14> },
    Rule { name: "Labor Day", pattern: "[<last>|<this>|<next>] labor day [[,] <year>]", make: named::<15> },
    Rule { name: "the Fourth of July", pattern: "[the] fourth of july [[,] <year>]", make: named::<16> },
    Rule { name: "Martin Luther King Day", pattern: "martin luther king [jr .|jr.|jr] day [[,] <year>]", make: named::<17> },
    Rule { name: "D-Day", pattern: "d ~ - ~ day [[,] <year>]", make: d_day },
    Rule { name: "Bastille Day", pattern: "[<last>|<this>|<next>] bastille day [[,] <year>]", make: named::<19> },
    Rule { name: "Boxing Day", pattern: "[<last>|<this>|<next>] boxing day [[,] <year>]", make: named::<20> },
    Rule { name: "Election Day", pattern: "[<last>|<this>|<next>] election day [[,] <year>]", make: election_day },
    Rule { name: "Veterans Day", pattern: "[<last>|<this>|<next>] (veterans|armistice) day [[,] <year>]", make: named::<22> },
    Rule { name: "Orthodox Easter", pattern: "orthodox easter [sunday] [[,] <year>]", make: named::<23> },
    Rule { name: "Juneteenth", pattern: "juneteenth [[,] <year>]", make: named::<24> },
    Rule { name: "Columbus Day", pattern: "columbus day [[,] <year>]", make: named::<25> },
    Rule { name: "May Day", pattern: "may day [[,] <year>]", make: may_day },
    Rule { name: "Women's Day", pattern: "[international] (women 's day|women ’s day) [[,] <year>]", make: named::<27> },
    Rule { name: "Groundhog Day", pattern: "groundhog day [[,] <year>]", make: named::<28> },
    Rule { name: "Mother's Day", pattern: "(mother 's day|mother ’s day) [[,] <year>]", make: named::<29> },
    Rule { name: "Father's Day", pattern: "(father 's day|father ’s day) [[,] <year>]", make: named::<30> },
    Rule { name: "Anzac Day", pattern: "anzac day [[,] <year>]", make: named::<31> },
    Rule { name: "April Fools' Day", pattern: "april (fools '|fools ’|fool 's|fool ’s) day [[,] <year>]", make: named::<32> },
    Rule { name: "All Saints' Day", pattern: "all (saints '|saints ’) day [[,] <year>]", make: named::<33> },
    Rule { name: "Ascension Day", pattern: "ascension day [[,] <year>]", make: named::<34> },
    Rule { name: "Presidents' Day", pattern: "(presidents '|presidents ’|presidents) day [[,] <year>]", make: named::<35> },
    Rule { name: "Nowruz", pattern: "(nowruz|nauryz|navruz) [[,] <year>]", make: named::<36> },
    Rule { name: "Australia Day", pattern: "australia day [[,] <year>]", make: named::<37> },
    Rule { name: "Earth Day", pattern: "earth day [[,] <year>]", make: named::<38> },
    Rule { name: "Rosh Hashanah", pattern: "[<last>|<this>|<next>] rosh (hashanah|hashana) [[,] <year>]", make: named::<39> },
    Rule { name: "Yom Kippur", pattern: "[<last>|<this>|<next>] yom kippur [[,] <year>]", make: named::<40> },
    Rule { name: "Purim", pattern: "[<last>|<this>|<next>] purim [[,] <year>]", make: named::<41> },
    Rule { name: "Shavuot", pattern: "[<last>|<this>|<next>] shavuot [[,] <year>]", make: named::<42> },
    Rule { name: "Eid al-Fitr", pattern: "[<last>|<this>|<next>] eid [-] (al|ul) [-] fitr [[,] <year>]", make: named::<43> },
    Rule { name: "Eid al-Adha", pattern: "[<last>|<this>|<next>] eid [-] (al|ul) [-] adha [[,] <year>]", make: named::<44> },
    Rule { name: "Ashura", pattern: "[<last>|<this>|<next>] ashura [[,] <year>]", make: named::<45> },
    Rule { name: "the Prophet's birthday", pattern: "the prophet ('s|’s) birthday [[,] <year>]", make: named::<46> },
    Rule { name: "the Islamic New Year", pattern: "[the] islamic new year [[,] <year>]", make: named::<47> },
    Rule {
        name: "the Lunar New Year",
        pattern: "[the] [<last>|<this>|<next>] (lunar|chinese) new year ['s day|’s day] [[,] <year>]",
        make: named::<48>,
    },
    Rule { name: "the Mid-Autumn Festival", pattern: "[the] mid - autumn festival [[,] <year>]", make: named::<49> },
    Rule {
        name: "Ramadan",
        pattern: "[the [muslim|islamic] [holy|fasting] month of|<last>|<this>|<next>] (ramadan|ramadhan|ramazan) [[,] <year>]",
        make: ramadan,
    },
    Rule { name: "Passover", pattern: "[<last>|<this>|<next>] (passover|pesach) [[,] <year>]", make: named::<51> },
    Rule { name: "Hanukkah", pattern: "[<last>|<this>|<next>] (hanukkah|hanukah|chanukah) [[,] <year>]", make: named::<52> },
    Rule { name: "Diwali", pattern: "[<last>|<this>|<next>] (diwali|deepavali|divali) [[,] <year>]", make: named::<53> },
    Rule { name: "Cinco de Mayo", pattern: "cinco de mayo [[,] <year>]", make: named::<54> },
    Rule { name: "VE Day", pattern: "(ve|v - e) [-] day [[,] <year>]", make: named::<55> },
    Rule { name: "VJ Day", pattern: "(vj|v - j) [-] day [[,] <year>]", make: named::<56> },
    Rule { name: "Nakba Day", pattern: "nakba day [[,] <year>]", make: named::<57> },
    Rule { name: "Remembrance Day", pattern: "remembrance day [[,] <year>]", make: named::<58> },
    Rule { name: "Guy Fawkes Night", pattern: "(guy fawkes night|guy fawkes day|bonfire night) [[,] <year>]", make: named::<59> },
    Rule { name: "World AIDS Day", pattern: "world aids day [[,] <year>]", make: named::<60> },
    Rule { name: "Human Rights Day", pattern: "[international] human rights day [[,] <year>]", make: named::<61> },
    Rule { name: "World Environment Day", pattern: "world environment day [[,] <year>]", make: named::<62> },
    Rule { name: "World Press Freedom Day", pattern: "world press freedom day [[,] <year>]", make: named::<63> },
    Rule { name: "World Refugee Day", pattern: "world refugee day [[,] <year>]", make: named::<64> },
    Rule { name: "World Health Day", pattern: "world health day [[,] <year>]", make: named::<65> },
    Rule { name: "World Water Day", pattern: "world water day [[,] <year>]", make: named::<66> },
    Rule { name: "World Food Day", pattern: "world food day [[,] <year>]", make: named::<67> },
    Rule { name: "World Teachers' Day", pattern: "world (teachers '|teachers ’|teachers) day [[,] <year>]", make: named::<68> },
    Rule { name: "World No Tobacco Day", pattern: "world no [-] tobacco day [[,] <year>]", make: named::<69> },
    Rule { name: "World Mental Health Day", pattern: "world mental health day [[,] <year>]", make: named::<70> },
    Rule { name: "World Cancer Day", pattern: "world cancer day [[,] <year>]", make: named::<71> },
    Rule { name: "World Oceans Day", pattern: "world (ocean|oceans) day [[,] <year>]", make: named::<72> },
    Rule { name: "World Population Day", pattern: "world population day [[,] <year>]", make: named::<73> },
    Rule { name: "World Tourism Day", pattern: "world tourism day [[,] <year>]", make: named::<74> },
    Rule { name: "International Literacy Day", pattern: "international literacy day [[,] <year>]", make: named::<75> },
    Rule { name: "the International Day of Peace", pattern: "[the] international day of peace [[,] <year>]", make: named::<76> },
    Rule { name: "United Nations Day", pattern: "(united nations|un) day [[,] <year>]", make: named::<77> },
    Rule {
        name: "Holocaust Remembrance Day",
        pattern: "[international] holocaust (remembrance|memorial) day [[,] <year>]",
        make: named::<78>,
    },
    Rule { name: "Africa Day", pattern: "africa day [[,] <year>]", make: named::<79> },
    Rule { name: "Europe Day", pattern: "europe day [[,] <year>]", make: named::<80> },
    Rule { name: "World Malaria Day", pattern: "world malaria day [[,] <year>]", make: named::<81> },
    Rule { name: "World Tuberculosis Day", pattern: "world (tuberculosis|tb) day [[,] <year>]", make: named::<82> },
    Rule { name: "World Radio Day", pattern: "world radio day [[,] <year>]", make: named::<83> },
    Rule { name: "World Book Day", pattern: "[the] world book (day|and copyright day) [[,] <year>]", make: named::<84> },
    Rule { name: "World Hepatitis Day", pattern: "world hepatitis day [[,] <year>]", make: named::<85> },
    Rule { name: "World Humanitarian Day", pattern: "world humanitarian day [[,] <year>]", make: named::<86> },
];

/// The named day of a year, or the days of a festival, if it has them.
pub fn value(index: u8, year: i16) -> Option<Value> {
    match *DAYS.get(usize::from(index))? {
        IslamicMonth(month) => lunar::islamic_month(year, month).map(|(first, last)| Value::Days(first, last)),
        Passover(0) => Some(Value::Days(lunar::passover(year, 0)?, lunar::passover(year, EIGHT_DAYS)?)),
        Hanukkah(first) => Some(Value::Days(lunar::hanukkah(year, first)?, lunar::hanukkah(year, first + EIGHT_DAYS)?)),
        _ => day(index, year).map(Value::Day),
    }
}

fn day(index: u8, year: i16) -> Option<Date> {
    match *DAYS.get(usize::from(index))? {
        Fixed(month, day) => Date::new(year, month, day),
        Nth(month, weekday, nth) => calendar::nth_weekday(year, month, weekday, nth),
        Easter(days) => calendar::easter(year)?.add_days(days),
        OrthodoxEaster(days) => calendar::orthodox_easter(year)?.add_days(days),
        RoshHashanah(days) => lunar::rosh_hashanah(year, days),
        Passover(days) => lunar::passover(year, days),
        Islamic(month, day) => lunar::islamic_day(year, month, day),
        Hanukkah(days) => lunar::hanukkah(year, days),
        IslamicMonth(month) => lunar::islamic_day(year, month, 1),
        ByTable(listed) => lunar::listed(year, listed),
        ElectionDay => calendar::nth_weekday(year, 11, 1, 1)?.add_days(1),
    }
}

/// Why a named day may be another one than reckoned, and by how many days it then moves; nothing for days that are fixed.
pub fn may_move(index: u8) -> Option<(&'static str, &'static [i32])> {
    match DAYS.get(usize::from(index))? {
        Islamic(..) | IslamicMonth(_) => Some(("if the moon was sighted so", &[-1, 1])),
        ByTable(Listed::Diwali) => Some(("where it is kept a day later", &[1])),
        _ => None,
    }
}

/// The name of the named day, as the rule tells it.
pub fn name(index: u8) -> &'static str {
    RULES.get(usize::from(index)).map_or("a named day", |rule| rule.name)
}

fn named<const INDEX: u8>(found: &Match, scan: &Scan) -> Option<Form> {
    let capital =
        (found.start..found.end).any(|at| scan.capital(at) && scan.tags.get(at).is_some_and(|tag| tag.bits == 0 || tag.is(Class::Month)));
    let next = scan.document.word(found.end);
    let adjective = next == "-" && !scan.spaced(found.end) && scan.document.word(found.end + 1).starts_with(char::is_lowercase);
    let in_name = adjective
        || matches!(next, "Island" | "Islands" | "Rising" | "Carol" | "Parade")
        || (INDEX == 0 && matches!(next, "tree" | "trees" | "card" | "cards" | "carol"))
        || (INDEX == 4 && matches!(next, "egg" | "eggs" | "bunny" | "basket" | "baskets" | "lily"));
    if !capital || in_name {
        return None;
    }
    Some(match found.get(Class::Year) {
        Some(year) if may_move(INDEX).is_none() => Form::Value(value(INDEX, i16::try_from(year).ok()?)?),
        Some(year) => Form::HolidayOf(INDEX, i16::try_from(year).ok()?),
        None => Form::Point(Point::Holiday(INDEX), pick(found)),
    })
}

/// Not a person's name: `Tariq Ramadan`.
fn ramadan(found: &Match, scan: &Scan) -> Option<Form> {
    let before = found.start.checked_sub(1).filter(|&at| scan.capital(at) && !scan.hints(at, Hint::Function));
    let name = before.is_some_and(|at| scan.document.word(at).chars().skip(1).any(char::is_lowercase) && scan.tags[at].is_nothing());
    (!name).then(|| named::<50>(found, scan))?
}

fn good_friday(found: &Match, scan: &Scan) -> Option<Form> {
    let agreement = matches!(scan.document.word(found.end), "Agreement" | "agreement" | "Accord" | "accord" | "Accords" | "peace" | "deal");
    let good = scan.document.word(found.at(Class::Weekday)?.checked_sub(1)?);
    if agreement || good != "Good" || found.get(Class::Weekday) != Some(5) {
        return None;
    }
    Some(match found.get(Class::Year) {
        Some(year) => Form::Value(Value::Day(day(5, i16::try_from(year).ok()?)?)),
        None => Form::Point(Point::Holiday(5), pick(found)),
    })
}

fn d_day(found: &Match, scan: &Scan) -> Option<Form> {
    (scan.document.word(found.start) == "D").then(|| Form::day(found.get(Class::Year).unwrap_or(1944), 6, 6))?
}

fn election_day(found: &Match, scan: &Scan) -> Option<Form> {
    let title = (found.start..found.end).filter(|at| scan.capital(*at)).count() >= 2;
    title.then(|| named::<21>(found, scan))?
}

fn may_day(found: &Match, scan: &Scan) -> Option<Form> {
    let title = scan.document.word(found.start + 1) == "Day";
    (title && found.get(Class::Year).is_none()).then_some(Form::Point(Point::Holiday(26), Pick::Bare))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From published calendars of the years.
    #[test]
    fn named_days() {
        let all = [
            (0, 2019, "2019-12-25"),
            (5, 2019, "2019-04-19"),
            (10, 2019, "2019-11-28"),
            (14, 2020, "2020-05-25"),
            (15, 2020, "2020-09-07"),
            (21, 2020, "2020-11-03"),
            (17, 2019, "2019-01-21"),
            (9, 2019, "2019-06-09"),
            (29, 2020, "2020-05-10"),
            (30, 2020, "2020-06-21"),
        ];
        for (index, year, expected) in all {
            assert_eq!(day(index, year).map(|day| day.to_string()).as_deref(), Some(expected), "{}", name(index));
        }
    }

    #[test]
    fn every_named_day_has_a_rule() {
        assert_eq!(RULES.len(), DAYS.len());
    }
}
