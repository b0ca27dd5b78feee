//! The note on the cover of a plan or conversation that is shared by itself: what its reader has no dossier to look up in.

use serde::{Deserialize, Serialize};

use crate::{Date, Moment};

/// Whose it is, who shared it, since when, and until when it is meant to last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverNote {
    /// The resident's first or chosen name, as it stood in the dossier then.
    pub whose: String,
    /// Who shared it, by name.
    pub by: String,
    /// When it was shared.
    pub since: Moment,
    /// Until when it is meant to last, where somebody said.
    pub until: Option<Date>,
}
