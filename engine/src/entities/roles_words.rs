//! The words that roles are made of, beside the nouns in `roles.tsv`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::text::dateline::{is_month, is_weekday};

struct Words {
    fields: BTreeSet<&'static str>,
    modifiers: BTreeSet<&'static str>,
    prepositions: BTreeSet<&'static str>,
    honorifics: BTreeSet<&'static str>,
    openers: BTreeSet<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| Words {
    fields: FIELDS.split_whitespace().collect(),
    modifiers: MODIFIERS.split_whitespace().collect(),
    prepositions: PREPOSITIONS.split_whitespace().collect(),
    honorifics: HONORIFICS.split_whitespace().collect(),
    openers: OPENERS.split_whitespace().collect(),
});

/// A title that stands between a role and the name: `Prime Minister Datuk Seri X`, `the minister, Mr. X`.
pub fn is_honorific(word: &str) -> bool {
    WORDS.honorifics.contains(word.strip_suffix('.').unwrap_or(word))
}

/// `Sen.`, `Gov`, `Lt.`: an office or rank, cut short, as it stands before a name.
pub fn is_cut_title(word: &str) -> bool {
    CUT_TITLES.contains(&word.strip_suffix('.').unwrap_or(word))
}

/// What offices are in charge of, and what people hold their posts in; folded.
pub fn is_field(word: &str) -> bool {
    WORDS.fields.contains(word)
}

/// Words that stand before the noun of a role; folded.
pub fn is_modifier(word: &str) -> bool {
    WORDS.modifiers.contains(word)
}

/// Words that no role begins with.
pub fn is_stop(word: &str) -> bool {
    STOPS.contains(&word)
}

/// A word that begins a noun phrase.
pub fn is_determiner(word: &str) -> bool {
    matches!(word, "the" | "The" | "a" | "A" | "an" | "An") || is_owner(word)
}

/// `its`, `whose`: the role belongs to somebody named before.
pub fn is_owner(word: &str) -> bool {
    matches!(word, "its" | "Its" | "his" | "His" | "her" | "Her" | "their" | "Their" | "our" | "Our" | "my" | "My" | "whose")
}

/// A word that opens a clause or phrase which a comma ends: `According to the minister, Ann Lee, …`.
pub fn is_opener(word: &str) -> bool {
    let folded = word.to_lowercase();
    WORDS.openers.contains(folded.as_str()) || folded.len() > 4 && (folded.ends_with("ing") || folded.ends_with("ed"))
}

/// A preposition that can stand right before a noun phrase; folded.
pub fn is_preposition(word: &str) -> bool {
    WORDS.prepositions.contains(word)
}

/// A day or month by its name, which no role begins with.
pub fn is_day_or_month(word: &str) -> bool {
    is_month(word) || is_weekday(word) || matches!(word, "Today" | "Yesterday" | "Tomorrow")
}

const HONORIFICS: &str = "
    Alhaji Alhaja Dame Datin Dato Datuk Dr Encik Engr Haji Hajah Hajj Hajji Hon Honourable Honorable Lady Lord Madam Madame Mdm
    Messrs Miss Monsieur Mr Mrs Ms Mme Mx Mzee Pandit Pehin Puan Rt Seri Shri Shrimati Sir Smt Sri Tan Thiru Toh Tun Tunku Tengku
    Ustaz Ustad Wira
";

const CUT_TITLES: &[&str] = &[
    "Adm", "Amb", "Asst", "Atty", "Brig", "Capt", "Cdr", "Cmdr", "Col", "Comdr", "Comm", "Cpl", "Cpt", "Det", "Dep", "Ens", "Gen", "Gov",
    "Insp", "Lt", "Maj", "Pres", "Prof", "Pte", "Pvt", "Rep", "Sen", "Sgt", "Supt", "Treas",
];

const OPENERS: &str = "
    according after although apart as because before besides but by despite except for from given if instead like once since
    thanks though through to together told unless unlike until when whenever where while with without under
";

const PREPOSITIONS: &str = "
    about above across after against along among around as at before behind beside between by for from in inside into like near of
    off on onto out outside over past since through to toward towards under until upon with within without
";

const MODIFIERS: &str = "
    acting assistant associate chief co deputy executive first former general interim joint lead managing national permanent prime
    principal regional retired second senior special then under vice foreign defense defence interior finance health education
    justice home energy trade ex late outgoing newly elected current honorary founding medical scientific political press military
";

const STOPS: &[&str] = &[
    "and", "but", "for", "from", "had", "has", "have", "her", "his", "how", "its", "met", "nor", "not", "one", "our", "said", "say",
    "that", "the", "their", "then", "there", "they", "this", "told", "was", "were", "what", "when", "where", "which", "while", "who",
    "whom", "whose", "will", "with", "would", "wrote", "after", "before", "because", "since", "until", "than", "left", "gave", "saw",
    "led", "won", "lost", "made", "took", "went",
];

const FIELDS: &str = "
    administration advertising affairs agency agricultural agriculture aid airline airport antitrust aquaculture archives army
    artistic arts assembly athletics aviation bank banking board border borders brigade broadcasting budget bureau business
    cabinet campaign census central chamber children church city civil climate coal coalition college commerce commercial
    committee communication communications community company competition compliance congressional conservation constitutional
    construction consumer consumers corporate council county court creative credit crime criminal cultural culture customs cyber
    cybersecurity data debt defence defense delegation democracy department design development digital diplomacy disability
    disarmament disaster district domestic drugs economic economics economy editorial education election elections electricity
    embassy emergencies emergency employment energy engineering enterprise entertainment environment environmental equalities
    equality ethics europe exploration exports external faction faculty families family fashion federal federation film finance
    finances financial fire fiscal fisheries fleet flight food foreign forest forestry forests fundraising gas gender government
    gubernatorial guerrilla health heritage high higher highways home homeland hospital hospitals hotel housing human humanitarian
    immigration imports industrial industry information infrastructure innovation insurance integration intelligence interior
    internal investment investments irrigation judicial judiciary junta justice kindergarten labor laboratory labour land lands
    launch law league legal legislative library livestock local logistics maintenance manufacturing marine maritime marketing
    markets mayoral media medical medicine membership meteorology migration military militia mine minerals mines mining minorities
    minority mission mobility monetary museum music natural naval navy news nuclear nursing nutrition office oil operations
    opposition orchestra parks parliament parliamentary party peace pensions personnel petroleum planning plant police policing
    policy political ports posts power presidential press primary prison prisons privacy privatisation privatization procurement
    product production program programme programs project projects property prosecution provincial public publicity purchasing
    quality radio rail railway railways rebel reconciliation reconstruction recruitment refugee refugees regulatory relations
    relief religion religious rescue research resources restaurant retail revenue rights risk roads rural safety sales sanitation
    school schools science secondary security senate service services shipping social software solidarity space sport sporting
    sports staff state statistics steel strategic strategy supply sustainability tax taxation taxes team technical technology
    telecom telecommunications telecoms television textiles theatre tourism town trade traffic training transit transport
    transportation treasury union unions university urban utilities veterans veterinary village wages waste water welfare wildlife
    women works youth
";
