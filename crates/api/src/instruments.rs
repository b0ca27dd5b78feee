//! Instruments: shipped ones and an organisation's own.

use domain::instrument::{Audience, InstrumentKey, Phrase, Wording};
use serde::{Deserialize, Serialize};

/// Every instrument that a conversation can be started with, and older versions that are still in use.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ListInstruments {}

/// An instrument in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InstrumentRow {
    /// Which.
    pub key: InstrumentKey,
    /// Its name.
    pub title: Phrase,
    /// For whom.
    pub audience: Audience,
    /// Whose words.
    pub wording: Wording,
    /// Where it comes from.
    pub source: Phrase,
    /// Under which terms.
    pub licence: Phrase,
    /// What one should know before choosing it.
    pub note: Option<Phrase>,
    /// Number of dimensions and of aspects.
    pub size: (u32, u32),
    /// Came in as a file.
    pub imported: bool,
    /// The newest version of its id: the one new conversations use.
    pub newest: bool,
    /// Conversations on this device that were filled in with it.
    pub conversations: u32,
}

/// An instrument, whole.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct GetInstrument {
    /// Which.
    pub key: InstrumentKey,
}

/// Bring in a definition file. A bad file changes nothing and tells what is wrong.
#[derive(Clone, Serialize, Deserialize)]
pub struct ImportInstrument {
    /// The file's name, for the messages.
    pub file_name: String,
    /// The file's bytes, at most 512 KiB.
    pub bytes: Vec<u8>,
}

/// Take an imported definition away; refused while a conversation uses it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RemoveInstrument {
    /// Which.
    pub key: InstrumentKey,
}
