//! A chunk of wraps, as it lies at the relay beside the logs, under its own hash.
//!
//! Boxes stand in no log, so that they can be deleted when others replace them: an old copy of a log then opens nothing.

use serde::{Deserialize, Serialize};

use super::wrap::Wrap;
use crate::{
    encode::{DecodeError, capped, check_version, decode, encode},
    id::BoxHash,
    limit::{BOX_BYTES_MAX, WRAPS_MAX},
};

/// The version of key boxes written here.
const VERSION: u8 = 1;

/// Some wraps together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyBox {
    version: u8,
    /// The wraps, in the order they were made.
    #[serde(deserialize_with = "capped::<WRAPS_MAX, _, _>")]
    pub wraps: Vec<Wrap>,
}

impl KeyBox {
    /// These wraps in as few boxes as hold them, each at most 1 MiB, with its identity.
    #[must_use]
    pub fn pack(wraps: Vec<Wrap>) -> Vec<(BoxHash, Vec<u8>)> {
        // The version and the number of wraps.
        const FRAME_BYTES_MAX: usize = 1 + 10;
        let mut boxes = Vec::new();
        let (mut chunk, mut bytes) = (Vec::new(), FRAME_BYTES_MAX);
        for wrap in wraps {
            let more = encode(&wrap).len();
            let full = bytes.saturating_add(more) > BOX_BYTES_MAX || chunk.len() == WRAPS_MAX;
            if full && !chunk.is_empty() {
                boxes.push(Self::close(std::mem::take(&mut chunk)));
                bytes = FRAME_BYTES_MAX;
            }
            bytes = bytes.saturating_add(more);
            chunk.push(wrap);
        }
        if !chunk.is_empty() {
            boxes.push(Self::close(chunk));
        }
        boxes
    }

    fn close(wraps: Vec<Wrap>) -> (BoxHash, Vec<u8>) {
        let bytes = encode(&Self { version: VERSION, wraps });
        (BoxHash::of(&bytes), bytes)
    }

    /// The box of these bytes, if they are the ones that were asked for.
    ///
    /// # Errors
    ///
    /// [`DecodeError`]; [`DecodeError::Malformed`] also when the bytes have another hash.
    pub fn decode(asked: BoxHash, bytes: &[u8]) -> Result<Self, DecodeError> {
        if bytes.len() > BOX_BYTES_MAX {
            return Err(DecodeError::TooLong { bytes: bytes.len(), bytes_max: BOX_BYTES_MAX });
        }
        if BoxHash::of(bytes) != asked {
            return Err(DecodeError::Malformed);
        }
        check_version(bytes, VERSION)?;
        decode(bytes, BOX_BYTES_MAX)
    }
}
