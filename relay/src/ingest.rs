//! The one who writes: takes what waits, decides, commits it together, and only then answers.

mod batch;
mod catch_up;
mod entries;
mod mailbox;
mod queue;
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

use crate::heart::mailbox::{MailboxError, MailboxId};

pub(crate) use catch_up::{load, refresh};
pub(crate) use mailbox::Letter;
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

/// What is to be written in a space.
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
    /// The message is in its mailbox.
    Letter,
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
    /// The message does not go into the mailbox.
    #[error(transparent)]
    Mailbox(#[from] MailboxError),
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

/// What somebody asks of the writer.
pub(crate) enum Asked {
    /// Something in a space; who asks, or nobody for a first record.
    InSpace(SpaceId, Option<DeviceId>, Work),
    /// A message for a mailbox.
    Letter(Letter),
}

impl Asked {
    /// How much of a commit it is: items and bytes.
    fn size(&self) -> (usize, usize) {
        match self {
            Self::InSpace(.., work) => work.size(),
            Self::Letter(letter) => (1, letter.bytes.len()),
        }
    }

    const fn mailbox(&self) -> Option<MailboxId> {
        match self {
            Self::InSpace(..) => None,
            Self::Letter(letter) => Some(letter.mailbox),
        }
    }
}

/// A request to the writer.
pub(crate) struct Job {
    pub(crate) asked: Asked,
    pub(crate) answer: oneshot::Sender<Result<Done, Fault>>,
}
