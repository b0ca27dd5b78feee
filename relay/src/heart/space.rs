//! A space as the relay knows it at one moment: the replayed logs and where its entries stand.

use std::{collections::BTreeMap, sync::Arc};

use protocol::{
    encode::DecodeError,
    id::{ChainHash, LogId, ScopeId, SpaceId},
    membership::{Membership, MembershipRecord},
    refused::Refused,
    sharing::{Sharing, SharingChange, SharingRecord},
};

use crate::door::tokens::DoorKey;

/// A space. Copies share the replayed logs, so that the writer can work on one and throw it away.
#[derive(Debug, Clone)]
pub struct Space {
    /// Which.
    pub id: SpaceId,
    /// Which life of the log this is.
    pub log: LogId,
    /// Whether the file came from a backup once.
    pub restored: bool,
    /// The key of its challenges and tokens: another one with each life of the log.
    pub door: DoorKey,
    /// The newest cursor; 0 for none.
    pub head: u64,
    /// What its entries, records and boxes take together.
    pub bytes: u64,
    /// How often it has changed since the relay started.
    pub revision: u64,
    /// The membership log, replayed.
    pub membership: Arc<Membership>,
    /// Its scopes.
    pub scopes: BTreeMap<ScopeId, Scope>,
}

/// A scope of it.
#[derive(Debug, Clone)]
pub struct Scope {
    /// The sharing log, replayed.
    pub sharing: Arc<Sharing>,
    /// The same without its last record, if that erased the scope: who read it until then may hear that it is gone.
    pub before_erasure: Option<Arc<Sharing>>,
    /// The chain of its entries.
    pub chain: ChainHash,
}

/// A stored log does not replay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReplayError {
    /// A record is none.
    #[error(transparent)]
    Decode(#[from] DecodeError),
    /// A record is refused.
    #[error(transparent)]
    Refused(#[from] Refused),
}

impl Space {
    /// Whether an owner still has to sign where to go on after the relay was restored. Until then only records are handed out, and
    /// only what was signed before is taken.
    #[must_use]
    pub fn is_to_be_resumed(&self) -> bool {
        self.restored && self.membership.resumed() != Some(self.log)
    }

    /// A record or an entry of this many bytes takes the next cursor.
    pub fn advance(&mut self, bytes: usize) {
        self.head = self.head.saturating_add(1);
        self.grow(bytes);
    }

    /// Something was taken, of this many bytes.
    pub fn grow(&mut self, bytes: usize) {
        self.bytes = self.bytes.saturating_add(u64::try_from(bytes).unwrap_or(u64::MAX));
        self.revision = self.revision.saturating_add(1);
    }

    /// The membership log of these records.
    ///
    /// # Errors
    ///
    /// [`ReplayError`].
    pub fn replay<'a>(records: impl IntoIterator<Item = &'a [u8]>) -> Result<Membership, ReplayError> {
        let records = records.into_iter().map(MembershipRecord::decode).collect::<Result<Vec<_>, _>>()?;
        Ok(Membership::replay(&records)?)
    }
}

impl Scope {
    /// A scope without records.
    #[must_use]
    pub fn new(space: SpaceId, scope: ScopeId) -> Self {
        Self { sharing: Arc::new(Sharing::new(space, scope)), before_erasure: None, chain: ChainHash::START }
    }

    /// Goes on to the log after one more record, which [`Sharing::apply`] made of this one.
    pub fn advance(&mut self, next: Sharing, record: &SharingRecord) {
        let before = std::mem::replace(&mut self.sharing, Arc::new(next));
        self.before_erasure = matches!(record.content().change, SharingChange::Erase { .. }).then_some(before);
    }

    /// Takes a stored record.
    ///
    /// # Errors
    ///
    /// [`ReplayError`].
    pub fn replay(&mut self, record: &[u8], membership: &Membership) -> Result<(), ReplayError> {
        let record = SharingRecord::decode(record)?;
        let erases = matches!(record.content().change, SharingChange::Erase { .. });
        let before = erases.then(|| Arc::clone(&self.sharing));
        // Copied only for a tombstone: at the start nobody else holds the log.
        Arc::make_mut(&mut self.sharing).apply(&record, membership)?;
        self.before_erasure = before;
        Ok(())
    }

    /// The log that says who may hear of the scope: the one before its erasure, if it was erased.
    #[must_use]
    pub fn audience(&self) -> &Sharing {
        self.before_erasure.as_ref().unwrap_or(&self.sharing)
    }
}
