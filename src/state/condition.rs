//! What is particular about a story, so that the reader is told and offered a way on.

use dateline_engine::Problem;
use dateline_engine::mentions::NameType;

use super::Reading;

/// A story of fewer words is too short to be read well.
const FEW_WORDS: usize = 12;

/// What the reader should know about a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// There is nothing to read.
    Empty,
    /// Only the beginning was read.
    TooLong,
    /// It is in another language, a BCP 47 tag.
    OtherLanguage(String),
    /// No organization, person or date was found.
    NothingFound,
    /// It has so few words that much will be missed.
    VeryShort,
}

impl Condition {
    /// The weightiest condition of a story, if it has one.
    pub fn of(reading: &Reading) -> Option<Self> {
        let analysis = &reading.analysis;
        let has = |problem| analysis.problems.contains(&problem);
        let names = [NameType::Organization, NameType::Person];
        if has(Problem::Empty) {
            Some(Self::Empty)
        } else if has(Problem::TooLong) {
            Some(Self::TooLong)
        } else if has(Problem::NotEnglish) {
            Some(Self::OtherLanguage(analysis.language.clone()))
        } else if analysis.times.is_empty() && !analysis.entities.iter().any(|entity| names.contains(&entity.kind)) {
            Some(Self::NothingFound)
        } else if reading.text.split_whitespace().take(FEW_WORDS).count() < FEW_WORDS {
            Some(Self::VeryShort)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use dateline_engine::{Options, analyze};

    use super::*;
    use crate::protocol::RequestId;

    #[track_caller]
    fn check(text: &str, expected: Option<&Condition>) {
        let reading = Reading::new(RequestId::default(), text.into(), analyze(text, &Options::default()));
        assert_eq!(Condition::of(&reading).as_ref(), expected);
    }

    #[test]
    fn each_story_has_its_word() {
        check(" \n ", Some(&Condition::Empty));
        check(
            "It rained on the hills and nothing else was told about it by anybody in the whole long summer.",
            Some(&Condition::NothingFound),
        );
        check("The World Bank met in Geneva.", Some(&Condition::VeryShort));
        check("The World Bank met in Geneva on Monday and spoke of a new loan for the wells and the roads.", None);
        let russian =
            "Сегодня в Москве прошла международная конференция о роли региональных организаций, сообщает корреспондент агентства.";
        check(russian, Some(&Condition::OtherLanguage("ru".into())));
    }
}
