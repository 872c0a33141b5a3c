//! The story that the reader wants to read.

use std::rc::Rc;

use dateline_engine::Options;
use dateline_engine::dates::Date;
use serde::{Deserialize, Serialize};

/// Where a story came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// It ships with the page.
    Sample,
    /// The reader pasted it.
    Pasted,
    /// The reader wrote it, or changed it.
    Typed,
}

/// A story and what the reader knows about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Story {
    /// As pasted.
    pub text: Rc<str>,
    /// The publication date as the reader gave it.
    pub given: Option<Date>,
    /// Where it came from.
    pub origin: Origin,
}

/// A story that ships with the page.
pub struct Sample {
    /// What it is called in the list of samples.
    pub name: &'static str,
    /// Its text, written by us.
    pub text: &'static str,
}

/// The samples; the first is shown when the page is opened.
pub const SAMPLES: &[Sample] = &[
    Sample { name: "A conference", text: include_str!("../../samples/communique.txt") },
    Sample { name: "A business story", text: include_str!("../../samples/business.txt") },
    Sample { name: "A flood", text: include_str!("../../samples/flood.txt") },
    Sample { name: "A court case", text: include_str!("../../samples/court.txt") },
];

impl Story {
    /// The sample at `index`; an empty story if there is none.
    pub fn sample(index: usize) -> Self {
        Self { text: SAMPLES.get(index).map_or("", |sample| sample.text).into(), given: None, origin: Origin::Sample }
    }

    /// What the engine is told beside the text.
    pub fn options(&self) -> Options {
        Options { published: self.given }
    }
}
