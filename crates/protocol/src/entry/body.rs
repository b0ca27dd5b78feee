//! The part of an entry that only readers of its scope can open.

use serde::{Deserialize, Serialize};

use super::{EntryError, padding};
use crate::{
    encode::{Blob, capped, decode},
    id::ChangeHash,
    limit::{ENTRY_BYTES_MAX, HEADS_MAX},
};

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// The version of the document's content, so that an older program sets it aside instead of misreading it.
    pub schema: u16,
    /// The document's heads before. At most 1,024.
    #[serde(deserialize_with = "capped::<HEADS_MAX, _, _>")]
    pub heads_before: Vec<ChangeHash>,
    /// The document's heads after. At most 1,024.
    #[serde(deserialize_with = "capped::<HEADS_MAX, _, _>")]
    pub heads_after: Vec<ChangeHash>,
    /// The changes, or a part of the snapshot, in the document's own format. Not looked into here.
    pub bytes: Blob,
}

impl Body {
    /// What was written, from the padded text inside a seal. Whoever has the key can put anything there.
    ///
    /// # Errors
    ///
    /// [`EntryError::Inside`] for another padding or more than the limits allow, [`EntryError::Decode`] for what has no form.
    pub fn from_padded(padded: &[u8]) -> Result<Self, EntryError> {
        let body: Self = decode(padding::unpad(padded).ok_or(EntryError::Inside)?, ENTRY_BYTES_MAX)?;
        if body.is_within_limits() { Ok(body) } else { Err(EntryError::Inside) }
    }

    pub(crate) fn is_within_limits(&self) -> bool {
        self.heads_before.len() <= HEADS_MAX
            && self.heads_after.len() <= HEADS_MAX
            && self.bytes.0.len() <= ENTRY_BYTES_MAX
    }
}
