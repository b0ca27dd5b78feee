//! Whether an entry that is kept is still what it was, and stands in the line of its device.

use protocol::{
    chain::Step,
    entry::Entry,
    id::{DeviceId, DocumentId, EntryHash, ScopeId},
    signature::SigningPublic,
};

use crate::space::Space;

/// What is known of an entry beside its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeptEntry {
    /// Which.
    pub entry: EntryHash,
    /// Of which scope.
    pub scope: ScopeId,
    /// Of which document.
    pub document: DocumentId,
    /// Of which device.
    pub device: DeviceId,
    /// The device's number for it in the scope, from 1.
    pub counter: u64,
    /// It was sent back or overtaken: another may stand at its number.
    pub abandoned: bool,
}

impl Space {
    /// Whether these bytes are the entry that is kept, signed by its device, and no other is known at its number or before it.
    ///
    /// Where no log tells of the device any more, as after a restored relay forgot it, the signature is nobody's to check.
    #[must_use]
    pub fn is_sound(&self, kept: &KeptEntry, bytes: &[u8]) -> bool {
        let Ok(entry) = Entry::decode(bytes) else { return false };
        let claims = &entry.header.claims;
        let as_kept = entry.hash() == kept.entry
            && (claims.space, claims.scope) == (self.id(), kept.scope)
            && (claims.document, claims.device, claims.counter) == (kept.document, kept.device, kept.counter);
        let in_line = kept.abandoned || self.writers.judge(claims, kept.entry) != Step::Fork;
        as_kept && in_line && self.signs_as(kept.device).is_none_or(|device| entry.verify(&device).is_ok())
    }

    /// The key that a device signs with, also one that was removed.
    fn signs_as(&self, device: DeviceId) -> Option<SigningPublic> {
        if device == self.device() {
            return Some(self.ring.device().card().signing);
        }
        let membership = self.membership()?;
        let here = membership.device(device).ok().map(|device| device.signing);
        here.or_else(|| membership.removed(device).map(|(_, signing)| signing))
    }
}
