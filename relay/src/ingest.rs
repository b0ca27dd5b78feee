//! The one who writes: takes what waits, decides, commits it together, and only then answers.

mod batch;
mod catch_up;
mod entries;
mod records;
mod restore;
mod snapshots;
mod writer;

use protocol::{
    encode::Blob,
    id::{BoxHash, DeviceId, ScopeId, SpaceId},
    signature::SigningPublic,
    wire::{Appended, Item},
};
use tokio::sync::oneshot;

pub(crate) use catch_up::{load, refresh};
pub(crate) use writer::{Counts, Looked, Queue, WriterSettings, start};

/// An entry on its way to the writer.
pub(crate) struct Brought {
    pub(crate) bytes: Blob,
    /// The key under which its signature was seen to hold.
    pub(crate) signed: Option<SigningPublic>,
}

impl From<Blob> for Brought {
    /// Nobody has looked at its signature yet.
    fn from(bytes: Blob) -> Self {
        Self { bytes, signed: None }
    }
}

/// What is to be written.
pub(crate) enum Work {
    /// The first record of a space.
    Create(Vec<u8>),
    /// Entries.
    Entries(Vec<Brought>),
    /// A record of the membership log.
    Membership(Vec<u8>),
    /// A record of a sharing log.
    Sharing(ScopeId, Vec<u8>),
    /// Records and entries from before the relay was restored.
    Restore(Vec<(Option<ScopeId>, Blob)>, Vec<Brought>),
    /// A key box, whose hash was checked.
    KeyBox(BoxHash, Vec<u8>),
    /// A box that came with a farewell is no longer needed.
    DropBox(BoxHash),
}

impl Work {
    /// How much of a commit it is: items and bytes.
    fn size(&self) -> (usize, usize) {
        match self {
            Self::Entries(entries) => (entries.len().max(1), entries.iter().map(|entry| entry.bytes.0.len()).sum()),
            Self::Restore(records, entries) => {
                let entries_bytes = entries.iter().map(|entry| &entry.bytes);
                let bytes = records.iter().map(|(_, record)| record).chain(entries_bytes).map(|bytes| bytes.0.len());
                (records.len().saturating_add(entries.len()).max(1), bytes.sum())
            }
            Self::Create(bytes) | Self::Membership(bytes) | Self::Sharing(_, bytes) | Self::KeyBox(_, bytes) => {
                (1, bytes.len())
            }
            Self::DropBox(_) => (1, 0),
        }
    }
}

/// What became of it; on disk when this is told.
#[derive(Debug)]
pub(crate) enum Done {
    /// One answer an entry.
    Entries(Vec<Item>),
    /// What became of the record.
    Appended(Appended),
    /// One answer a record, and one an entry.
    Restored(Vec<Appended>, Vec<Item>),
    /// The box is there, or gone.
    KeyBox,
}

/// Nothing of the request was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Fault {
    /// There is no such space.
    #[error("there is no such space")]
    NoSpace,
    /// The device is not in the space, or may not send this.
    #[error("this device may not send this")]
    NotAllowed,
    /// The relay was not restored, or an owner has signed where to go on.
    #[error("nothing lacks here that was signed before")]
    NothingLacks,
    /// The space has used up what it may take.
    #[error("the space is full")]
    Full,
    /// Too much waits already.
    #[error("too much waits to be written")]
    Busy,
    /// The disk or the file gives an error.
    #[error("it could not be written")]
    Store,
    /// The relay stops.
    #[error("the relay stops")]
    Stopping,
}

/// A request to the writer.
pub(crate) struct Job {
    pub(crate) space: SpaceId,
    /// Who asks; nobody for a first record.
    pub(crate) device: Option<DeviceId>,
    pub(crate) work: Work,
    pub(crate) answer: oneshot::Sender<Result<Done, Fault>>,
}
