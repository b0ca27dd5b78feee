//! What has to be kept, or told, after an answer of the relay. The engine writes it in one transaction, in this order.

use protocol::{
    entry::{body::Body, header::Kind},
    id::{BoxHash, ChainHash, ChangeHash, DeviceId, DocumentId, EntryHash, KeyId, LogId, PersonId, ScopeId},
    wire::LeftOut,
};

use zeroize::Zeroizing;

use crate::{
    HeldKey, Sealed, Told,
    wish::{Wish, WishNumber},
};

/// One thing to keep or to tell.
pub enum Effect {
    /// A record of the membership log, or of a scope's sharing log, at its place from 0.
    Record {
        /// The scope; nothing for the membership log.
        scope: Option<ScopeId>,
        /// Its place in the log.
        place: u64,
        /// Its bytes.
        bytes: Vec<u8>,
    },
    /// The relay has the first record.
    Begun,
    /// A key that is held from now on.
    Key(HeldKey),
    /// A key under this name is held no more: it is overwritten, wherever it was kept.
    Forget([u8; 32]),
    /// What this device's own keys are made from now. What they were made from is overwritten.
    Seed(Zeroizing<[u8; 64]>),
    /// How far the relay's log was read.
    Position {
        /// Which log.
        log: LogId,
        /// The last cursor.
        cursor: u64,
    },
    /// Where a scope's entries stand.
    Chain {
        /// Which.
        scope: ScopeId,
        /// The chain.
        chain: ChainHash,
        /// The last cursor in it.
        through: u64,
    },
    /// An entry has this number.
    Number {
        /// In which scope.
        scope: ScopeId,
        /// Of which device.
        device: DeviceId,
        /// The number.
        counter: u64,
        /// The entry.
        entry: EntryHash,
    },
    /// An entry stands in a document, with its number; what a snapshot covers follows from these.
    Stands(Stands),
    /// Entries of a device in a document, up to this one, were superseded and are not here: a snapshot has to bring what was in them.
    LeftOut {
        /// In which scope.
        scope: ScopeId,
        /// In which document, whose, up to which number, and what stands there.
        last: LeftOut,
    },
    /// Own changes were sealed; keep this before it is sent.
    Sealed(Sealed, Vec<ChangeHash>),
    /// The relay has it.
    Taken {
        /// The entry.
        entry: EntryHash,
        /// Its cursor.
        cursor: u64,
    },
    /// It was sent back: its changes wait to be sealed again.
    Abandoned {
        /// The entry.
        entry: EntryHash,
    },
    /// An entry of this device came back that it no longer knew: it stands, and the numbers go on after it.
    CameBack {
        /// The entry; without its bytes where nobody has them.
        sealed: Sealed,
        /// Its cursor, or a later one.
        cursor: u64,
    },
    /// An entry of this device was never taken, and another one has its number: its changes wait to be sealed again, and nothing else
    /// is kept of it.
    Undone {
        /// The entry.
        entry: EntryHash,
    },
    /// Changes of another device, opened. Also this one's, where they came back.
    Incoming(Incoming),
    /// Something came that cannot be taken; it is kept as it is.
    Aside {
        /// Its cursor.
        cursor: u64,
        /// What it is, as its hash.
        entry: EntryHash,
        /// In which scope and document it says to be; zeros where it cannot be read.
        place: (ScopeId, DocumentId),
        /// Its bytes.
        bytes: Vec<u8>,
        /// Why.
        why: Why,
    },
    /// A scope was erased: everything of it goes.
    Erased {
        /// Which.
        scope: ScopeId,
    },
    /// One document of a scope was erased: everything of it goes.
    ErasedDocument {
        /// In which scope.
        scope: ScopeId,
        /// Which.
        document: DocumentId,
    },
    /// This device may no longer read a scope: its copy goes.
    Lost {
        /// Which.
        scope: ScopeId,
    },
    /// This device may read these documents of a scope and no longer what it read beside them: its copy of the rest goes.
    Narrowed {
        /// Which.
        scope: ScopeId,
        /// What is still for it.
        named: Vec<DocumentId>,
    },
    /// This device may read a scope that it did not before.
    Gained {
        /// Which.
        scope: ScopeId,
    },
    /// Something was erased in a scope whose log is not for this device any more: keys are too old, and nothing else follows. All that
    /// it was told of alone, the last of each scope.
    Told(Vec<Told>),
    /// This device is no longer in the space.
    Left {
        /// It went by itself.
        own: bool,
    },
    /// A wish was done.
    Done(WishNumber),
    /// A wish could not be done, and falls.
    Fell(WishNumber),
    /// Everything there was has been fetched and sent.
    Complete,
    /// Something that a person has to know.
    Trouble(Trouble),
    /// The relay's log does not have these records any more.
    Dropped {
        /// Of which scope's log; nothing for the membership log.
        scope: Option<ScopeId>,
        /// From which place on, from 0.
        from: u64,
    },
    /// What a former reader had not sent, handed in to this person.
    HandedIn(HandedIn),
    /// Somebody has seen to a box that was handed in: it is not looked at again.
    SeenTo {
        /// Which.
        handed: BoxHash,
    },
    /// This is wished from now on.
    Wished(Wish),
    /// The relay does not have an entry any more.
    Unsent(Unsent),
    /// The relay does not have a snapshot of another device any more. What came by it may be in no entry: all of the document waits to
    /// be sealed, but for what is read again before.
    UnsentWhole {
        /// Of which scope.
        scope: ScopeId,
        /// Of which document.
        document: DocumentId,
    },
    /// The relay does not have an entry of this device any more, and neither has this device: its number stays used.
    Vanished {
        /// Which.
        entry: EntryHash,
    },
    /// The relay does not have an entry of another device any more: no snapshot is to cover it.
    Uncovered {
        /// Which.
        entry: EntryHash,
    },
    /// The relay has nothing of a scope any more: this device's numbers in it begin anew.
    Begins {
        /// Which.
        scope: ScopeId,
    },
    /// Everything is read from the beginning of another log.
    Anew {
        /// Which.
        log: LogId,
    },
}

/// A change that its author could not send any more.
#[derive(Debug)]
pub struct HandedIn {
    /// In which scope.
    pub scope: ScopeId,
    /// In which document.
    pub document: DocumentId,
    /// Whose device handed it in.
    pub device: DeviceId,
    /// Whose it is.
    pub person: PersonId,
    /// The change.
    pub bytes: Vec<u8>,
}

/// An entry that the relay had once and does not have any more.
#[derive(Debug)]
pub struct Unsent {
    /// Which.
    pub entry: EntryHash,
    /// Of which scope.
    pub scope: ScopeId,
    /// Of which document.
    pub document: DocumentId,
    /// This device made it.
    pub own: bool,
    /// Its changes are sealed anew; else it is sent again as it was.
    pub seal: bool,
    /// Its changes.
    pub changes: Vec<u8>,
}

/// An entry that stands on the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stands {
    /// In which scope.
    pub scope: ScopeId,
    /// In which document.
    pub document: DocumentId,
    /// Whose.
    pub device: DeviceId,
    /// Its number.
    pub counter: u64,
    /// The entry.
    pub entry: EntryHash,
    /// Under which key.
    pub key: KeyId,
    /// What it holds.
    pub what: Holds,
}

/// What an entry holds, as far as snapshots are concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Changes.
    Changes,
    /// A part of a snapshot that is not its last.
    Part,
    /// The last part of a snapshot.
    LastPart,
    /// An ack.
    Ack,
}

/// What another device wrote.
#[derive(Debug)]
pub struct Incoming {
    /// In which scope.
    pub scope: ScopeId,
    /// In which document.
    pub document: DocumentId,
    /// Whose device signed it.
    pub device: DeviceId,
    /// Whose it is.
    pub person: PersonId,
    /// What kind of entry.
    pub kind: Kind,
    /// The entry.
    pub entry: EntryHash,
    /// Its cursor.
    pub cursor: u64,
    /// Its bytes, to be put aside where they cannot be merged.
    pub bytes: Vec<u8>,
    /// What is in it.
    pub body: Body,
}

/// Why an entry was put aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// No key for it is held, or not yet.
    NoKey,
    /// Entries before it are missing.
    Gap,
    /// Another entry stands at its number.
    Fork,
    /// The logs do not allow it.
    NotAllowed,
    /// It is not an entry, not signed by whom it says, or not sealed as it should be.
    Malformed,
    /// A newer version of the app wrote it.
    NewerVersion,
    /// The document does not take what is in it.
    Unmergeable,
    /// A part of a snapshot that waits for the others, or for acks.
    Snapshot,
    /// A part of a snapshot that is not the document.
    BadSnapshot,
    /// It was handed in with a farewell, and follows changes that are not here yet.
    HandedIn,
    /// It was handed in with a farewell, and no document takes it.
    RefusedHandedIn,
}

impl Why {
    /// Every reason.
    pub const ALL: [Self; 11] = [
        Self::NoKey,
        Self::Gap,
        Self::Fork,
        Self::NotAllowed,
        Self::Malformed,
        Self::NewerVersion,
        Self::Unmergeable,
        Self::Snapshot,
        Self::BadSnapshot,
        Self::HandedIn,
        Self::RefusedHandedIn,
    ];

    /// The stable name used in tables and locale keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoKey => "no-key",
            Self::Gap => "gap",
            Self::Fork => "fork",
            Self::NotAllowed => "not-allowed",
            Self::Malformed => "malformed",
            Self::NewerVersion => "newer-version",
            Self::Unmergeable => "unmergeable",
            Self::Snapshot => "snapshot",
            Self::BadSnapshot => "bad-snapshot",
            Self::HandedIn => "handed-in",
            Self::RefusedHandedIn => "handed-in-refused",
        }
    }

    /// The reason of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.name() == name)
    }
}

/// What stops an exchange, or a part of it, until somebody does something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trouble {
    /// This device is no longer in the space.
    Removed,
    /// The relay told another history than before.
    RelayChanged,
    /// The relay was restored, and no owner has said that it may go on.
    RelayRestored,
    /// Another copy of this device's data writes with its keys.
    Copied,
    /// A record of a newer version: nothing can be followed past it.
    NewerVersion,
    /// The relay does not take more from this space.
    Full,
    /// The relay does not let this space begin.
    NotRegistered,
    /// The relay refused an entry, and would again.
    Refused,
}
