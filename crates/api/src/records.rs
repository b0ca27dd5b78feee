//! Everything in one file and back, the access log, and rebuilding.

use domain::{Moment, ResidentId, TeamId};
use serde::{Deserialize, Serialize};

/// Write everything to one encrypted file (age, passphrase).
#[derive(Clone, Serialize, Deserialize)]
pub struct ExportAll {
    /// The file's own passphrase.
    pub passphrase: String,
}

/// Write what was not sent to a team, out of which this device went, to one encrypted file: a colleague reads it in.
#[derive(Clone, Serialize, Deserialize)]
pub struct SaveUnsent {
    /// Which team.
    pub team: TeamId,
    /// The file's own passphrase, which the colleague is told too.
    pub passphrase: String,
}

/// Read such a file back, on this or another device.
#[derive(Clone, Serialize, Deserialize)]
pub struct ReadBack {
    /// The file's bytes.
    pub bytes: Vec<u8>,
    /// The file's passphrase.
    pub passphrase: String,
}

/// What came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadBackReport {
    /// Documents that were new here.
    pub added: u32,
    /// Documents that were here and took something in.
    pub merged: u32,
    /// Documents that had nothing new.
    pub same: u32,
    /// Documents that stay erased here.
    pub erased: u32,
    /// Documents that could not be read; nothing of them was changed.
    pub unreadable: u32,
    /// Documents of which only a part came, and whose dossier is not here: that part is for a colleague who reads it.
    pub not_here: u32,
}

/// A page of the access log, the latest first.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct GetAccessLog {
    /// Lines before this number; nothing for the latest.
    pub before: Option<u64>,
}

/// A page of the access log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessPage {
    /// The lines, the latest first.
    pub lines: Vec<AccessLine>,
    /// There are earlier ones.
    pub more: bool,
    /// The chain of hashes fits from the first line to the last.
    pub whole: bool,
}

/// A line of the access log, in the shape of NEN 7513: never what was in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessLine {
    /// Its number, from 1.
    pub n: u64,
    /// What: `opened`, `printed`, `exported`, `shared`, `withdrawn`, `erased` …; the locale key is `access-event-{event}`.
    pub event: String,
    /// When.
    pub at: Moment,
    /// The day and time as the device showed it, `2026-11-23 14:05`.
    pub shown_at: String,
    /// Who, by name.
    pub who: String,
    /// Which dossier; nothing where it was about everything.
    pub resident: Option<ResidentId>,
    /// The resident's name, if the dossier is still there.
    pub name: Option<String>,
}

/// Save the access log as a file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ExportAccessLog {}

/// Make the read tables anew from the documents.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Rebuild {}

/// What was made anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rebuilt {
    /// Documents read.
    pub documents: u32,
    /// Documents that could not be read; their bytes stay as they are.
    pub unreadable: u32,
    /// Rows written.
    pub rows: u64,
}

/// Check everything that is kept here: pages, documents, read tables, the access log, the logs of the team, what stands aside.
/// Changes nothing.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Verify {}

/// What was checked, and what is wrong; never what was in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerifyReport {
    /// Documents that were looked at, those that could not be read included.
    pub documents: u32,
    /// What is wrong; nothing where all is well.
    pub problems: Vec<Problem>,
}

/// Something that is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// What.
    pub kind: ProblemKind,
    /// How often, 1 or more.
    pub count: u64,
}

/// What can be wrong with what is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProblemKind {
    /// The file was damaged when it was opened just now; it was kept, and what could be read went to a new one.
    Mended,
    /// Documents that were lost in that.
    Lost,
    /// Pages of the file whose checksum does not fit.
    Page,
    /// Documents that cannot be read.
    Document,
    /// Rows of the read tables that are not as the documents give them. `Rebuild` mends these.
    Row,
    /// The search index does not fit its words. `Rebuild` mends it.
    Search,
    /// The read tables or the list of documents could not be read at all.
    Unread,
    /// The access log: its chain of hashes breaks somewhere.
    AccessLog,
    /// Teams of which a kept membership or sharing log does not replay from its first record to its last.
    Log,
    /// Entries that are kept to be sent or brought back, and are not as their device signed them, or stand where another one does.
    Entry,
    /// What came in and stands aside: it is not right, or a newer app wrote it.
    Aside,
}

impl ProblemKind {
    /// The problem's name, as in its locale key `verify-problem-{name}`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mended => "mended",
            Self::Lost => "lost",
            Self::Page => "page",
            Self::Document => "document",
            Self::Row => "row",
            Self::Search => "search",
            Self::Unread => "unread",
            Self::AccessLog => "access-log",
            Self::Log => "log",
            Self::Entry => "entry",
            Self::Aside => "aside",
        }
    }
}
