//! The part of an entry that only readers of its scope can open.

use serde::{Deserialize, Serialize};

use crate::{
    encode::{Blob, capped},
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
    pub(crate) fn is_within_limits(&self) -> bool {
        self.heads_before.len() <= HEADS_MAX
            && self.heads_after.len() <= HEADS_MAX
            && self.bytes.0.len() <= ENTRY_BYTES_MAX
    }
}
