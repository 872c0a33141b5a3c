//! All that crosses the border between page and worker, with a version in front.
//!
//! A message is postcard behind four bytes: [`PROTOCOL`] and the engine's data model. A page and a worker of different
//! versions (one of them from an old cache) thus notice it, and the page asks to be reloaded.

use dateline_engine::{Analysis, Options, VERSION};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Of the messages; raised when they change.
pub const PROTOCOL: u16 = 2;

/// Which request an answer belongs to; a newer one has a higher number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RequestId(pub u32);

impl RequestId {
    /// The number after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.wrapping_add(1))
    }
}

/// From the page to the worker: read this.
#[derive(Serialize, Deserialize)]
pub struct Request {
    /// Its number.
    pub id: RequestId,
    /// The story.
    pub text: String,
    /// What the reader knows beside it.
    pub options: Options,
}

/// From the worker to the page.
#[derive(Serialize, Deserialize)]
pub enum Reply {
    /// The worker can take requests.
    Ready,
    /// A story is being read.
    Progress {
        /// The request's number.
        id: RequestId,
        /// How much has been read, in parts in a thousand.
        done: u16,
    },
    /// A story has been read.
    Done {
        /// The request's number.
        id: RequestId,
        /// What was found.
        analysis: Box<Analysis>,
    },
    /// The request could not be understood.
    Garbled,
    /// The model that finds names did not load; the worker is of no use.
    NoModel,
}

/// A message of another version, or no message at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Foreign;

/// The bytes of a message.
pub fn encode<T: Serialize>(message: &T) -> Vec<u8> {
    // Serializing plain data into a growing vector cannot fail; if it ever did, the other side would see a foreign message.
    postcard::to_extend(message, header().to_vec()).unwrap_or_default()
}

/// The message in these bytes.
///
/// # Errors
/// [`Foreign`] if another version wrote them.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Foreign> {
    let body = bytes.strip_prefix(&header()).ok_or(Foreign)?;
    postcard::from_bytes(body).map_err(|_| Foreign)
}

fn header() -> [u8; 4] {
    let ([a, b], [c, d]) = (PROTOCOL.to_le_bytes(), VERSION.to_le_bytes());
    [a, b, c, d]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_come_back_as_they_went() {
        let text = "MOSCOW, Oct 30, 2019 (Wire) - Ministers of the CSTO met today. They will meet in 2020.";
        let analysis = dateline_engine::analyze(text, &Options::default());
        let bytes = encode(&Reply::Done { id: RequestId(7), analysis: Box::new(analysis.clone()) });
        match decode(&bytes) {
            Ok(Reply::Done { id, analysis: back }) => assert_eq!((id, *back), (RequestId(7), analysis)),
            _ => panic!("another message came back"),
        }
    }

    #[test]
    fn other_versions_are_told_apart() {
        let mut bytes = encode(&Reply::Ready);
        bytes[0] ^= 1;
        assert!(decode::<Reply>(&bytes).is_err());
        assert!(decode::<Reply>(&[]).is_err());
        assert!(decode::<Request>(&encode(&Reply::Ready)).is_err());
    }
}
