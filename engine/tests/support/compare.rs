//! Compares the engine's reading of a story with its gold: what was found, what was not, what is too much.

use std::fmt;

use super::story::{Date, Entity, Entry, Story, words};

/// How much of one kind of thing was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    pub what: &'static str,
    /// How many of the gold's were found.
    pub found: usize,
    /// How many the gold has.
    pub of: usize,
    /// How many the engine has that the gold has not.
    pub extra: usize,
}

/// The figures of one story, and every difference in words.
#[derive(Default)]
pub struct Report {
    pub figures: Vec<Figure>,
    pub differences: Vec<String>,
}

/// An entity of the gold and the engine's, if it has it.
type Pair<'a> = (&'a Entity, Option<&'a Entity>);

/// Types that are told apart less sharply: a named event, document, work.
const NAMED_THINGS: &[&str] = &["EVENT", "DOC", "WORK", "MISC"];

/// Compares the reading of `text` with its gold.
pub fn compare(text: &str, gold: &Story, read: &Story) -> Report {
    let mut report = Report::default();
    report.add("publication date", [(gold.published == read.published, format!("{:?}", read.published))], &[]);
    let organizations = report.rows("organizations", text, gold, read, "ORG");
    report.forms(["organizations' mentions", "organizations' titles", "organizations' aliases"], text, &organizations);
    report.check("kinds", &organizations, |gold| gold.kind.is_some(), |gold, read| gold.kind == read.kind);
    report.check(
        "parents",
        &organizations,
        |gold| gold.parent.is_some(),
        |a, b| same_body(a.parent.as_deref(), gold, b.parent.as_deref(), read),
    );
    let persons = report.rows("persons", text, gold, read, "PER");
    report.forms(["persons' mentions", "persons' titles", "persons' aliases"], text, &persons);
    report.check("roles", &persons, |gold| !gold.roles.is_empty(), |a, b| has_roles(a, gold, b, read));
    let places = report.rows("places", text, gold, read, "LOC");
    report.forms(["places' mentions", "places' titles", "places' aliases"], text, &places);
    report.mentions("groups", text, gold, read, &["NORP"]);
    report.mentions("facilities and products", text, gold, read, &["FAC", "PRODUCT"]);
    report.mentions("other names", text, gold, read, NAMED_THINGS);
    report.dates(text, &gold.dates, &read.dates);
    report.timeline(&gold.timeline, &read.timeline);
    report
}

impl Report {
    /// The figure of that name.
    pub fn figure(&self, what: &str) -> Figure {
        *self.figures.iter().find(|figure| figure.what == what).unwrap()
    }

    /// Counts `checks`, each with what it was about, and what is too much. A miss that another figure tells of already is about nothing.
    fn add(&mut self, what: &'static str, checks: impl IntoIterator<Item = (bool, String)>, extra: &[String]) {
        let (mut found, mut of) = (0, 0);
        for (holds, about) in checks {
            of += 1;
            found += usize::from(holds);
            if !holds && !about.is_empty() {
                self.differences.push(format!("{what}: miss {about}"));
            }
        }
        self.differences.extend(extra.iter().map(|about| format!("{what}: extra {about}")));
        self.figures.push(Figure { what, found, of, extra: extra.len() });
    }

    /// Pairs the entities of one type: those that share most mentions first, each at most once.
    fn rows<'a>(&mut self, what: &'static str, text: &str, gold: &'a Story, read: &'a Story, kind: &'a str) -> Vec<Pair<'a>> {
        let (golds, reads): (Vec<_>, Vec<_>) = (gold.of_type(kind).collect(), read.of_type(kind).collect());
        let mut candidates: Vec<(usize, usize, usize)> = Vec::new();
        for (i, a) in golds.iter().enumerate() {
            for (j, b) in reads.iter().enumerate() {
                candidates.push((a.mentions.iter().filter(|place| b.mentions.contains(place)).count(), i, j));
            }
        }
        candidates.sort_by_key(|&(shared, i, j)| (std::cmp::Reverse(shared), i, j));
        let mut partner = vec![None; golds.len()];
        for (shared, i, j) in candidates {
            if shared > 0 && partner[i].is_none() && !partner.contains(&Some(j)) {
                partner[i] = Some(j);
            }
        }
        let extra: Vec<String> = (0..reads.len()).filter(|j| !partner.contains(&Some(*j))).map(|j| described(text, reads[j])).collect();
        self.add(what, golds.iter().zip(&partner).map(|(gold, partner)| (partner.is_some(), described(text, gold))), &extra);
        golds.into_iter().zip(partner).map(|(gold, partner)| (gold, partner.map(|j| reads[j]))).collect()
    }

    /// Whether the rows hold exactly the gold's mentions, under its title and with its other names.
    fn forms(&mut self, [mentions, titles, aliases]: [&'static str; 3], text: &str, pairs: &[Pair]) {
        let same_mentions = pairs.iter().map(|(gold, read)| {
            let about = read.map_or_else(String::new, |read| format!("{} <> {}", described(text, gold), described(text, read)));
            (read.is_some_and(|read| read.mentions == gold.mentions), about)
        });
        self.add(mentions, same_mentions, &[]);
        self.check(titles, pairs, |_| true, |gold, read| gold.name == read.name);
        self.check(aliases, pairs, |_| true, |gold, read| sorted(&gold.aliases) == sorted(&read.aliases));
    }

    /// Counts the pairs for which `holds`, of those that are `asked` for.
    fn check(&mut self, what: &'static str, pairs: &[Pair], asked: impl Fn(&Entity) -> bool, holds: impl Fn(&Entity, &Entity) -> bool) {
        let asked_pairs = pairs.iter().filter(|(gold, _)| asked(gold));
        let checks = asked_pairs.map(|(gold, read)| {
            let about = read.map_or_else(String::new, |read| format!("{} <> {}", properties_of(gold), properties_of(read)));
            (read.is_some_and(|read| holds(gold, read)), about)
        });
        self.add(what, checks, &[]);
    }

    /// Compares single mentions of these types, which count as one.
    fn mentions(&mut self, what: &'static str, text: &str, gold: &Story, read: &Story, types: &[&str]) {
        let places = |story: &Story| -> Vec<_> {
            let entities = story.entities.iter().filter(|entity| types.contains(&entity.r#type.as_str()));
            entities.flat_map(|entity| entity.mentions.iter().copied()).collect()
        };
        let (golds, reads) = (places(gold), places(read));
        let extra: Vec<String> = reads.iter().filter(|place| !golds.contains(place)).map(|&place| quoted(text, place)).collect();
        self.add(what, golds.iter().map(|place| (reads.contains(place), quoted(text, *place))), &extra);
    }

    fn dates(&mut self, text: &str, golds: &[Date], reads: &[Date]) {
        let asked = || golds.iter().filter(|gold| !gold.ignore);
        let partner = |gold: &Date| reads.iter().find(|read| read.place() == gold.place());
        let is_extra = |read: &&Date| {
            let ignored = golds.iter().any(|gold| gold.ignore && gold.start < read.end && read.start < gold.end);
            !ignored && !golds.iter().any(|gold| gold.place() == read.place())
        };
        let extra: Vec<String> = reads.iter().filter(is_extra).map(|read| described_date(text, read)).collect();
        self.add("dates", asked().map(|gold| (partner(gold).is_some(), described_date(text, gold))), &extra);
        let values = asked().map(|gold| {
            let is_right = |read: &Date| read.r#type == gold.r#type && (read.value == gold.value || gold.alt.contains(&read.value));
            let read = partner(gold);
            let about = read.map_or_else(String::new, |read| format!("{} <> {}", described_date(text, gold), described_date(text, read)));
            (read.is_some_and(is_right), about)
        });
        self.add("date values", values, &[]);
    }

    /// Looks for each time of the gold with its sentence, then whether they come in its order.
    fn timeline(&mut self, golds: &[Entry], reads: &[Entry]) {
        let partners: Vec<Option<&Entry>> = golds.iter().map(|gold| reads.iter().find(|read| holds_time(read, gold))).collect();
        let is_extra = |read: &&Entry| !golds.iter().any(|gold| holds_time(read, gold));
        let extra: Vec<String> = reads.iter().filter(is_extra).map(|read| format!("{:?}", read.values)).collect();
        let named = |gold: &Entry| format!("{} {:?}", gold.values[0], gold.sentences[0]);
        self.add("timeline", golds.iter().zip(&partners).map(|(gold, partner)| (partner.is_some(), named(gold))), &extra);
        let found: Vec<&Entry> = partners.into_iter().flatten().collect();
        let in_order = found.windows(2).all(|two| two[0].earliest <= two[1].earliest);
        self.add("timeline order", [(in_order && !found.is_empty(), String::from("the gold's order"))], &[]);
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for Figure { what, found, of, extra } in &self.figures {
            writeln!(f, "{what:26} {found:3} of {of:3}, {extra} extra")?;
        }
        self.differences.iter().try_for_each(|difference| writeln!(f, "  {difference}"))
    }
}

/// True if the entry holds the gold's time, said in the gold's sentence; of a clock time the day counts.
fn holds_time(read: &Entry, gold: &Entry) -> bool {
    let day = |value: &str| value.split('T').next().unwrap_or_default().to_string();
    let said = read.values.iter().zip(&read.sentences);
    said.into_iter().any(|(value, sentence)| day(value) == gold.values[0] && sentence.contains(&gold.sentences[0]))
}

fn has_roles(gold: &Entity, gold_story: &Story, read: &Entity, read_story: &Story) -> bool {
    gold.roles.iter().all(|asked| {
        read.roles.iter().any(|role| {
            role.role.eq_ignore_ascii_case(&asked.role)
                && (asked.organization.is_none()
                    || same_body(asked.organization.as_deref(), gold_story, role.organization.as_deref(), read_story))
        })
    })
}

/// True if the two names are one, or one body's in the story, or one is the initials of the other: a part's parent may be only implied.
fn same_body(gold: Option<&str>, gold_story: &Story, read: Option<&str>, read_story: &Story) -> bool {
    let (Some(gold), Some(read)) = (gold, read) else { return false };
    let (golds, reads) = (names_of(gold, gold_story), names_of(read, read_story));
    golds.iter().any(|name| reads.contains(name))
}

fn names_of(body: &str, story: &Story) -> Vec<String> {
    let mut names = vec![body.to_string()];
    let rows = story.of_type("ORG").filter(|entity| entity.name == body || entity.aliases.iter().any(|alias| alias == body));
    names.extend(rows.flat_map(|entity| [entity.name.clone()].into_iter().chain(entity.aliases.clone()).chain(entity.acronym.clone())));
    let initials: String = body.split([' ', '-']).filter_map(|word| word.chars().next()).filter(|first| first.is_uppercase()).collect();
    if initials.chars().count() > 1 {
        names.push(initials);
    }
    names
}

fn sorted(names: &[String]) -> Vec<&str> {
    let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
    names.sort_unstable();
    names
}

fn quoted(text: &str, place: (usize, usize)) -> String {
    format!("{:?} at {}", words(text, place), place.0)
}

fn described(text: &str, entity: &Entity) -> String {
    let mentions: Vec<String> = entity.mentions.iter().map(|&place| quoted(text, place)).collect();
    format!("{}: {}", entity.name, mentions.join(", "))
}

fn properties_of(entity: &Entity) -> String {
    let roles: Vec<String> = entity.roles.iter().map(|role| format!("{} of {:?}", role.role, role.organization)).collect();
    let [kind, parent] = [&entity.kind, &entity.parent].map(|field| field.as_deref().unwrap_or("–"));
    format!("[{}; {:?}; {kind}; part of {parent}; {roles:?}]", entity.name, entity.aliases)
}

fn described_date(text: &str, date: &Date) -> String {
    format!("{} = {} {}", quoted(text, date.place()), date.r#type, date.value)
}
