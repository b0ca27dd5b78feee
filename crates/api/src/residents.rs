//! Finding and adding residents, and finding words.

use domain::{ConversationId, Date, ResidentId, resident::Profile};
use serde::{Deserialize, Serialize};

/// Residents by name, as somebody types.
#[derive(Clone, Serialize, Deserialize)]
pub struct FindResidents {
    /// The beginning of any word of a name; empty for all.
    pub text: String,
    /// The last row that is on screen already; nothing for the first page.
    pub after: Option<ResidentId>,
}

/// Fifty residents at most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResidentPage {
    /// In the order of their names.
    pub rows: Vec<ResidentRow>,
    /// There are more.
    pub more: bool,
}

/// A resident in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResidentRow {
    /// Who.
    pub resident: ResidentId,
    /// Their name.
    pub name: String,
    /// Their neighbourhood; empty when not told.
    pub neighbourhood: String,
    /// The day of the last conversation.
    pub last_talk: Option<Date>,
    /// A conversation that is not rounded off.
    pub unfinished: Option<ConversationId>,
    /// Part of the sample neighbourhood.
    pub sample: bool,
    /// The team in which their dossier lives, where the list shows several teams; nothing where it is only here.
    pub team: Option<String>,
}

/// Add a resident. A first or chosen name is enough.
#[derive(Clone, Serialize, Deserialize)]
pub struct AddResident {
    /// Who.
    pub profile: Profile,
}

/// Everything that was written, by its words.
#[derive(Clone, Serialize, Deserialize)]
pub struct Search {
    /// One or more beginnings of words; all must be there.
    pub text: String,
}

/// Fifty places at most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchView {
    /// The places.
    pub hits: Vec<Hit>,
    /// There are more; type more.
    pub more: bool,
}

/// A place where the words stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    /// In whose dossier.
    pub resident: ResidentId,
    /// Their name.
    pub name: String,
    /// It was shared by itself: it stands there, and in no dossier.
    pub part: bool,
    /// In which conversation, if in one.
    pub conversation: Option<ConversationId>,
    /// What kind of text it is: `name`, `remark`, `said`, `plan`, `step`, `contact-person` …; the locale key is `search-kind-{kind}`.
    pub kind: String,
    /// The words around, in pieces; `true` marks a piece that was searched for.
    pub snippet: Vec<(String, bool)>,
}

/// Load the sample neighbourhood, clearly marked.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LoadSample {}

/// Remove everything of the sample neighbourhood.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RemoveSample {}
