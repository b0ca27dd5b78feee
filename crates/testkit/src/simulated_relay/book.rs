//! What the simulated relay keeps of one space.

use std::collections::{BTreeMap, BTreeSet};

use protocol::{
    encode::Blob,
    id::{BoxHash, ChainHash, DeviceId, DocumentId, EntryHash, ScopeId},
    wire::LogItem,
};
use relay::heart::space::Space;

/// The log that names a box: a scope's, or the membership log.
pub(super) type Log = Option<ScopeId>;

/// A space.
#[derive(Clone)]
pub struct Book {
    /// The replayed logs and where the entries stand.
    pub space: Space,
    /// Records and entries by their cursor.
    pub line: BTreeMap<u64, Line>,
    /// Boxes by their hash.
    pub boxes: BTreeMap<BoxHash, Vec<u8>>,
    pub(super) cursors: BTreeMap<EntryHash, u64>,
    pub(super) numbers: BTreeMap<(ScopeId, DeviceId), BTreeMap<u64, EntryHash>>,
    /// Which log names which box, for whom or for which key.
    pub(super) uses: BTreeSet<(BoxHash, Log, [u8; 16])>,
    /// What acks have made of each snapshot, by its first part: whether it stands.
    pub verdicts: BTreeMap<EntryHash, bool>,
    /// Which day it is.
    pub(super) today: u64,
}

/// What stands at a cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A record of the membership log.
    Membership(Vec<u8>),
    /// A record of the sharing log of this scope.
    Sharing(ScopeId, Vec<u8>),
    /// An entry.
    Entry {
        /// In which scope.
        scope: ScopeId,
        /// Of which document.
        document: DocumentId,
        /// Which.
        hash: EntryHash,
        /// The chain of the scope after it.
        chain: ChainHash,
        /// Its bytes; none once it was superseded for long.
        bytes: Vec<u8>,
        /// What has superseded it, if anything has.
        superseded: Option<Superseded>,
    },
}

/// An entry that a snapshot has superseded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Superseded {
    /// The snapshot's first part.
    pub by: EntryHash,
    /// On which day.
    pub day: u64,
    /// Whose entry it is.
    pub device: DeviceId,
    /// Its number.
    pub counter: u64,
}

impl Line {
    /// Its bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Membership(bytes) | Self::Sharing(_, bytes) | Self::Entry { bytes, .. } => bytes,
        }
    }

    /// The scope of an entry, and its chain after it.
    pub(super) const fn chain(&self) -> Option<(ScopeId, ChainHash)> {
        match self {
            Self::Entry { scope, chain, .. } => Some((*scope, *chain)),
            Self::Membership(_) | Self::Sharing(..) => None,
        }
    }

    /// The scope that it is in; nothing for the membership log.
    #[must_use]
    pub const fn scope(&self) -> Option<ScopeId> {
        match self {
            Self::Membership(_) => None,
            Self::Sharing(scope, _) | Self::Entry { scope, .. } => Some(*scope),
        }
    }

    pub(super) fn item(&self) -> LogItem {
        match self {
            Self::Membership(bytes) => LogItem::Membership(Blob(bytes.clone())),
            Self::Sharing(scope, bytes) => LogItem::Sharing(*scope, Blob(bytes.clone())),
            Self::Entry { bytes, .. } => LogItem::Entry(Blob(bytes.clone())),
        }
    }
}

impl Book {
    pub(super) fn new(space: Space) -> Self {
        Self {
            space,
            line: BTreeMap::new(),
            boxes: BTreeMap::new(),
            cursors: BTreeMap::new(),
            numbers: BTreeMap::new(),
            uses: BTreeSet::new(),
            verdicts: BTreeMap::new(),
            today: 0,
        }
    }

    /// The last number of a device in a scope, and what stands there.
    #[must_use]
    pub fn last_number(&self, scope: ScopeId, device: DeviceId) -> Option<(u64, EntryHash)> {
        let numbers = self.numbers.get(&(scope, device))?;
        numbers.last_key_value().map(|(at, hash)| (*at, *hash))
    }

    /// Puts an entry on the line without a look: a relay that is in league with somebody does so.
    pub fn put_unseen(&mut self, (scope, document): (ScopeId, DocumentId), bytes: Vec<u8>) {
        let hash = EntryHash::of(&bytes);
        let Some(known) = self.space.scopes.get_mut(&scope) else { return };
        known.chain = known.chain.then(hash);
        let chain = known.chain;
        self.space.advance(bytes.len());
        self.line.insert(self.space.head, Line::Entry { scope, document, hash, chain, bytes, superseded: None });
    }

    /// The boxes that a log names.
    pub fn named_boxes(&self) -> impl Iterator<Item = (BoxHash, &[u8])> {
        self.uses.iter().filter_map(|(hash, ..)| Some((*hash, self.boxes.get(hash)?.as_slice())))
    }

    /// The boxes that no log names go.
    pub(super) fn drop_unnamed(&mut self) {
        let Self { boxes, uses, .. } = self;
        boxes.retain(|hash, _| uses.iter().any(|(named, ..)| named == hash));
    }

    /// A log names these boxes for a subject, instead of those before if it `replaces` them.
    pub(super) fn name(&mut self, (log, subject): (Log, [u8; 16]), hashes: &[BoxHash], replaces: bool) {
        let mut before = Vec::new();
        if replaces {
            let of = |(_, of, named): &&(BoxHash, Log, [u8; 16])| *of == log && *named == subject;
            before.extend(self.uses.iter().filter(of).copied());
            self.uses.retain(|one| !before.contains(one));
        }
        self.uses.extend(hashes.iter().map(|hash| (*hash, log, subject)));
        before.iter().for_each(|(hash, ..)| self.drop_if_unnamed(*hash));
    }

    pub(super) fn drop_if_unnamed(&mut self, hash: BoxHash) {
        if !self.uses.iter().any(|(named, ..)| *named == hash) {
            self.boxes.remove(&hash);
        }
    }
}
