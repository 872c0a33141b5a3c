//! The numbers by which features are told apart. They are part of the weights: none may change without new ones.

/// What is looked at. Numbers must not change without new weights.
pub mod template {
    pub const EXACT: u32 = 1;
    pub const LOW: u32 = 2;
    pub const SHAPE: u32 = 3;
    /// And the next three, by length.
    pub const PREFIX: u32 = 4;
    /// And the next three, by length.
    pub const SUFFIX: u32 = 8;
    pub const FLAG: u32 = 12;
    pub const MODE_SHAPE: u32 = 13;
    pub const BLOCK: u32 = 14;
    /// Of a neighbour at distance -2 to 2: add the distance and 2.
    pub const NEAR_LOW: u32 = 20;
    pub const NEAR_SHAPE: u32 = 25;
    pub const NEAR: u32 = 30;
    pub const NEAR_GROUP: u32 = 35;
    pub const PAIR_BEFORE: u32 = 40;
    pub const PAIR_AFTER: u32 = 41;
    pub const PAIR_AROUND: u32 = 42;
    pub const SHAPES_BEFORE: u32 = 43;
    pub const SHAPES_AFTER: u32 = 44;
    pub const SHAPES_AROUND: u32 = 45;
    pub const RUN_LENGTH: u32 = 50;
    pub const RUN_LAST: u32 = 51;
    pub const RUN_FIRST: u32 = 52;
    pub const RUN_BEFORE: u32 = 53;
    pub const RUN_AFTER: u32 = 54;
    pub const RUN_BEFORE_2: u32 = 55;
    pub const RUN_AFTER_2: u32 = 56;
    pub const RUN: u32 = 57;
    pub const RUN_KIND: u32 = 58;
    pub const RUN_AGAIN: u32 = 59;
    pub const CONTEXT_BEFORE: u32 = 60;
    pub const CONTEXT_AFTER: u32 = 61;
    pub const RUN_GROUP_BEFORE: u32 = 62;
    pub const RUN_GROUP_AFTER: u32 = 66;
    pub const RUN_GROUP_LAST: u32 = 70;
    pub const RUN_FLAG: u32 = 74;
    pub const RUN_AROUND: u32 = 76;
    pub const GROUPS_BEFORE: u32 = 77;
    pub const GROUPS_AFTER: u32 = 78;
    pub const GROUPS_AROUND: u32 = 79;
    pub const RUN_GROUPS_AROUND: u32 = 80;
    pub const RUN_KINDS: u32 = 81;
    pub const RUN_KINDS_BEFORE: u32 = 82;
    pub const RUN_KINDS_AFTER: u32 = 83;
    pub const APPOSITION: u32 = 84;
    /// And the next one, by level.
    pub const APPOSITION_GROUP: u32 = 85;
    pub const PRONOUN: u32 = 87;
}

/// Features of a word that its neighbours see, too: hashed by one of these first.
pub mod near {
    pub const SUFFIX: u32 = 1;
    pub const PREFIX: u32 = 2;
    pub const FLAG: u32 = 3;
    pub const KNOWN: u32 = 4;
    pub const KNOWN_BEGIN: u32 = 5;
    pub const KNOWN_INSIDE: u32 = 6;
    pub const KNOWN_END: u32 = 7;
    pub const FACT: u32 = 8;
    pub const LONGER_LAST: u32 = 9;
    pub const SPELLED_LAST: u32 = 10;
    pub const DEFINED_LAST: u32 = 11;
    pub const CASE: u32 = 12;
    /// And the next ones, by level.
    pub const GROUP: u32 = 13;
}

/// Small properties, by number.
pub mod flag {
    pub const FIRST_OF_SENTENCE: u32 = 1;
    pub const LAST_OF_SENTENCE: u32 = 2;
    pub const SECOND_OF_SENTENCE: u32 = 3;
    pub const FIRST_SENTENCE: u32 = 4;
    pub const QUOTED: u32 = 5;
    pub const MODE: u32 = 6;
    pub const MONTH: u32 = 10;
    pub const DAY: u32 = 11;
    pub const YEAR: u32 = 12;
    pub const NUMBER: u32 = 13;
    pub const TITLE: u32 = 14;
    pub const HEAD_WORD: u32 = 15;
    pub const HEAD_WORD_LATER: u32 = 16;
    pub const HEAD_WORD_EARLIER: u32 = 17;
    pub const HEAD_WORD_LAST: u32 = 18;
    pub const NEAR_EDGE: u32 = 20;
}

/// Facts of the story, by number.
pub mod fact {
    pub const SMALL: u32 = 1;
    pub const MOSTLY_SMALL: u32 = 2;
    pub const CAPITAL: u32 = 3;
    pub const SMALL_HERE: u32 = 4;
    pub const TITLED: u32 = 5;
    pub const LONGER: u32 = 6;
    /// And the next ones, by place.
    pub const LONGER_PLACE: u32 = 7;
    pub const LONGER_HEAD_WORD: u32 = 11;
    pub const LONGER_HEAD_WORD_LAST: u32 = 12;
    pub const LONGER_FIRST_NAME: u32 = 13;
    pub const SPELLED: u32 = 14;
    pub const SPELLED_HEAD_WORD: u32 = 15;
    pub const DEFINED: u32 = 16;
    pub const DEFINED_HEAD_WORD: u32 = 17;
    pub const FREQUENT: u32 = 18;
}
