//! Seals what this device wrote, under the newest key and the heads that are known now.

use protocol::{
    encode::Blob,
    entry::{
        self, EntryError,
        body::Body,
        header::{Claims, Kind},
    },
    id::{ChangeHash, DocumentId, ScopeId},
    sharing::Access,
};
use rand_core::CryptoRng;

use crate::{
    Effect,
    space::{Fate, Scope, Sealed, Space},
};

/// The version of the documents' content that this program writes.
pub const SCHEMA: u16 = 1;

/// As much as one entry holds of changes: half of what it may, so that padding and header have room.
pub(crate) const ENTRY_CHANGES_BYTES_MAX: usize = 480 << 10;

/// A change that waits to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Its hash.
    pub change: ChangeHash,
    /// A device of this device's person made it. Of others' the signer vouches.
    pub own: bool,
    /// The changes that it follows.
    pub follows: Vec<ChangeHash>,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Space {
    /// Whether entries of a scope can be sealed now: it was opened, this device may write in it, and holds its newest key, which is
    /// good.
    #[must_use]
    pub fn can_write(&self, id: ScopeId, document: DocumentId) -> bool {
        let may = match self.access(id) {
            Access::Whole => true,
            Access::Documents(named) => named.contains(&document),
            Access::Nothing => false,
        };
        let (Some(scope), Some(members)) = (self.scopes.get(&id), &self.members) else { return false };
        let good = |key| scope.sharing.takes_key(key, &members.membership);
        may && scope.newest.is_some_and(|key| good(key) && self.ring.document_key(id, document, key).is_some())
    }

    /// Seals changes of one document, in causal order, in as few entries as fit. Keep what comes out before it is sent.
    ///
    /// # Errors
    ///
    /// [`EntryError`] of the entry that could not be made; what was sealed before it is in `effects`.
    pub fn seal(
        &mut self,
        id: ScopeId,
        document: DocumentId,
        waiting: Vec<Waiting>,
        effects: &mut Vec<Effect>,
        rng: &mut impl CryptoRng,
    ) -> Result<(), EntryError> {
        let mut part: Vec<Waiting> = Vec::new();
        let mut bytes = 0_usize;
        for change in waiting {
            let full = bytes.saturating_add(change.bytes.len()) > ENTRY_CHANGES_BYTES_MAX;
            if part.last().is_some_and(|last| full || last.own != change.own) {
                effects.push(self.seal_part(id, document, std::mem::take(&mut part), rng)?);
                bytes = 0;
            }
            bytes = bytes.saturating_add(change.bytes.len());
            part.push(change);
        }
        if !part.is_empty() {
            effects.push(self.seal_part(id, document, part, rng)?);
        }
        Ok(())
    }

    fn seal_part(
        &mut self,
        id: ScopeId,
        document: DocumentId,
        part: Vec<Waiting>,
        rng: &mut impl CryptoRng,
    ) -> Result<Effect, EntryError> {
        let kind = if part.iter().all(|change| change.own) { Kind::Change } else { Kind::Late };
        let sealed = self.seal_entry((id, document), kind, &body(&part), rng)?;
        Ok(Effect::Sealed(sealed, part.into_iter().map(|change| change.change).collect()))
    }

    /// Seals an entry of any kind under the newest key, with this device's next number, and lets it wait.
    pub(crate) fn seal_entry(
        &mut self,
        (id, document): (ScopeId, DocumentId),
        kind: Kind,
        body: &Body,
        rng: &mut impl CryptoRng,
    ) -> Result<Sealed, EntryError> {
        let (space, device) = (self.id, self.device());
        let (Some(scope), Some(members)) = (self.scopes.get(&id), &self.members) else {
            return Err(EntryError::OtherKey);
        };
        let (Some(key), Some(sharing)) = (scope.newest, scope.sharing.head()) else { return Err(EntryError::OtherKey) };
        let (counter, previous, abandoned) = scope.next_number();
        let claims = Claims {
            space,
            scope: id,
            document,
            kind,
            key,
            device,
            counter,
            previous,
            abandoned,
            membership: members.membership.head(),
            sharing,
        };
        let key = self.ring.document_key(id, document, key).ok_or(EntryError::OtherKey)?;
        let (entry, bytes) = entry::seal(claims, body, &key, self.ring.device(), rng)?;
        let sealed = Sealed { scope: id, document, counter, entry, bytes, fate: Fate::Waiting };
        self.scope_mut(id).own.waiting.push(sealed.clone());
        Ok(sealed)
    }
}

impl Scope {
    /// The number of this device's next entry, the entry before it, and those between that were sent back.
    fn next_number(&self) -> (u64, Option<protocol::id::EntryHash>, Vec<protocol::id::EntryHash>) {
        let own = &self.own;
        match own.waiting.last() {
            Some(last) => (last.counter.saturating_add(1), Some(last.entry), Vec::new()),
            None => {
                let (last, previous) = own.last.map_or((0, None), |(last, entry)| (last, Some(entry)));
                let sent_back = u64::try_from(own.abandoned.len()).unwrap_or(u64::MAX);
                (last.saturating_add(sent_back).saturating_add(1), previous, own.abandoned.clone())
            }
        }
    }
}

fn body(part: &[Waiting]) -> Body {
    let within = |change: &ChangeHash| part.iter().any(|other| other.change == *change);
    let followed = |change: &ChangeHash| part.iter().any(|other| other.follows.contains(change));
    let mut before: Vec<ChangeHash> =
        part.iter().flat_map(|change| &change.follows).filter(|change| !within(change)).copied().collect();
    before.sort_unstable();
    before.dedup();
    let after = part.iter().map(|change| change.change).filter(|change| !followed(change)).collect();
    let bytes = part.iter().flat_map(|change| &change.bytes).copied().collect();
    Body { schema: SCHEMA, heads_before: before, heads_after: after, bytes: Blob(bytes) }
}
