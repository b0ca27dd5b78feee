//! Snapshots: made, acked, and what a scope looks like where the relay has left out what they superseded.

use protocol::{
    encode::Blob,
    entry::{
        Entry, EntryError,
        body::Body,
        header::{Claims, Cover, Kind},
    },
    id::{ChainHash, ChangeHash, DocumentId, EntryHash, KeyId, ScopeId},
    limit::{COVERS_MAX, HEADS_MAX, SNAPSHOT_PARTS_MAX},
    sharing::{Parts, Word},
    wire::LeftOut,
};
use rand_core::CryptoRng;

use crate::{
    Effect, SCHEMA,
    effect::{Holds, Stands, Trouble},
    seal::ENTRY_CHANGES_BYTES_MAX,
    space::Space,
};

impl Space {
    /// Seals a whole document in as few parts as fit. Keep what comes out before it is sent.
    ///
    /// # Errors
    ///
    /// [`EntryError::TooLarge`] if it is more than a snapshot may be, and nothing is sealed; [`EntryError`] of a part.
    pub fn seal_snapshot(
        &mut self,
        (id, document): (ScopeId, DocumentId),
        covers: &[Cover],
        (heads, bytes): (&[ChangeHash], &[u8]),
        effects: &mut Vec<Effect>,
        rng: &mut impl CryptoRng,
    ) -> Result<(), EntryError> {
        let parts: Vec<&[u8]> = bytes.chunks(ENTRY_CHANGES_BYTES_MAX).collect();
        let count = u16::try_from(parts.len()).unwrap_or(u16::MAX);
        if parts.len() > SNAPSHOT_PARTS_MAX || covers.len() > COVERS_MAX || heads.len() > HEADS_MAX {
            return Err(EntryError::TooLarge);
        }
        for (part, bytes) in (0..count).zip(parts) {
            let kind = Kind::Snapshot { covers: covers.to_vec(), part, parts: count };
            let body = Body {
                schema: SCHEMA,
                heads_before: Vec::new(),
                heads_after: heads.to_vec(),
                bytes: Blob(bytes.to_vec()),
            };
            let sealed = self.seal_entry((id, document), kind, &body, rng)?;
            effects.push(Effect::Sealed(sealed, Vec::new()));
        }
        Ok(())
    }

    /// Seals what this device has to say of a snapshot. Keep what comes out before it is sent.
    ///
    /// # Errors
    ///
    /// [`EntryError`].
    pub fn seal_ack(
        &mut self,
        (id, document): (ScopeId, DocumentId),
        snapshot: Vec<EntryHash>,
        complete: bool,
        rng: &mut impl CryptoRng,
    ) -> Result<Effect, EntryError> {
        let body = Body { schema: SCHEMA, heads_before: Vec::new(), heads_after: Vec::new(), bytes: Blob(Vec::new()) };
        let sealed = self.seal_entry((id, document), Kind::Ack { snapshot, complete }, &body, rng)?;
        Ok(Effect::Sealed(sealed, Vec::new()))
    }

    /// What an ack says of a snapshot, of which these are the parts as they came, in the order in which it names them.
    #[must_use]
    pub fn word(&self, parts: &[Vec<u8>], ack: &[u8]) -> Word {
        let Ok(ack) = Entry::decode(ack) else { return Word::Nothing };
        let ack = &ack.header.claims;
        let (Some(sharing), Some(membership)) = (self.sharing(ack.scope), self.membership()) else {
            return Word::Nothing;
        };
        let Ok(parts) = parts.iter().map(|bytes| Entry::decode(bytes)).collect::<Result<Vec<_>, _>>() else {
            return Word::Nothing;
        };
        let parts: Vec<_> = parts.iter().map(|part| (part.hash(), &part.header.claims)).collect();
        sharing.word(Parts(&parts), ack, membership)
    }

    /// Whether nobody else reads all of a scope and this person has no other device that could look: then the maker of a snapshot
    /// acks it.
    #[must_use]
    pub fn acks_its_own(&self, id: ScopeId) -> bool {
        let (Some(sharing), Some(membership)) = (self.sharing(id), self.membership()) else { return false };
        let alone = sharing.readers_now(membership).iter().all(|reader| *reader == self.person());
        let mut devices = membership
            .devices(self.person())
            .filter(|(device, _)| !matches!(membership.standing(*device), Ok(protocol::permission::Standing::Paper)));
        alone && devices.all(|(device, _)| device == self.device())
    }

    /// Whether somebody has withdrawn since a key was named, and this person keeps the scope: what is under that key is to be covered
    /// by a snapshot under a newer one.
    #[must_use]
    pub fn renews(&self, id: ScopeId, key: KeyId) -> bool {
        let Some(sharing) = self.sharing(id) else { return false };
        sharing.is_from_before_a_withdrawal(key) && sharing.keepers().contains(&self.person())
    }

    /// Takes a run of entries that were left out: where the chain stands after them, and the numbers that are used.
    pub(crate) fn left_out(
        &mut self,
        (cursor, scope): (u64, ScopeId),
        chain: ChainHash,
        last: &[LeftOut],
        effects: &mut Vec<Effect>,
    ) -> Result<(), Trouble> {
        let state = self.scope_mut(scope);
        if cursor <= state.through {
            return Ok(());
        }
        (state.chain, state.through) = (chain, cursor);
        for last in last {
            effects.extend(self.left_out_own(cursor, scope, last)?);
            let LeftOut { device, counter, entry, .. } = *last;
            self.writers.start_from(scope, &Cover { device, counter, entry });
            effects.push(Effect::Number { scope, device, counter, entry });
            effects.push(Effect::LeftOut { scope, last: *last });
        }
        Ok(())
    }
}

/// What is to be noted of an entry.
pub(crate) const fn stands(claims: &Claims, entry: EntryHash) -> Stands {
    let Claims { scope, document, device, counter, key, .. } = *claims;
    let what = match &claims.kind {
        Kind::Change | Kind::Late => Holds::Changes,
        Kind::Snapshot { part, parts, .. } if *part + 1 == *parts => Holds::LastPart,
        Kind::Snapshot { .. } => Holds::Part,
        Kind::Ack { .. } => Holds::Ack,
    };
    Stands { scope, document, device, counter, entry, key, what }
}
