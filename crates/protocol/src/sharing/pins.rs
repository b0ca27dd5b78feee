//! What a removal pins in a scope, and whether a sharing log stands with what was pinned.
//!
//! The two logs are read one after the other, in either order, and say the same: a record of a removed device counts if the pinned
//! head does not stand before it. Where the pinned head is not known yet, it may still come; a log that ends without it is forked.

use super::{Sharing, SharingRecord};
use crate::{
    id::{DeviceId, EntryHash},
    membership::{Membership, Reach, record::Pin},
    refused::Refused,
};

impl Sharing {
    /// What a removal of this device pins here. `last` is the device's last entry in the scope. None if it neither wrote nor signed
    /// anything here.
    #[must_use]
    pub fn pin(&self, device: DeviceId, last: Option<(u64, EntryHash)>) -> Option<Pin> {
        let known = last.is_some() || self.signed.contains_key(&device);
        known.then_some(Pin { scope: self.scope, entry: last, sharing: self.head })
    }

    /// Whether a pin that somebody proposes leaves everything that is known here: of `device`, whose last entry here is `last`.
    ///
    /// # Errors
    ///
    /// [`Refused::BeyondPin`] if something of it would no longer count; [`Refused::UnknownHead`] if the pinned head is not known
    /// here.
    pub fn check_pin(
        &self,
        device: DeviceId,
        last: Option<(u64, EntryHash)>,
        pin: Option<&Pin>,
    ) -> Result<(), Refused> {
        let head = pin.and_then(|pin| pin.sharing);
        let pinned = head.map(|head| self.place(head).ok_or(Refused::UnknownHead)).transpose()?;
        let signed = self.signed.get(&device).is_none_or(|signed| pinned.is_some_and(|pinned| *signed <= pinned));
        let written = last.is_none_or(|(counter, entry)| pin.is_some_and(|pin| pin.holds(counter, entry)));
        if signed && written { Ok(()) } else { Err(Refused::BeyondPin) }
    }

    /// Whether this log cannot be the one that stood when some device was removed: a record of that device stands behind the
    /// pinned head, or that head is not in it. Ask when the log was read to its end; show it, and do not follow it.
    #[must_use]
    pub fn is_forked(&self, membership: &Membership) -> bool {
        self.goes_beyond(membership) || membership.pinned_heads(self.scope).any(|head| self.place(head).is_none())
    }

    fn goes_beyond(&self, membership: &Membership) -> bool {
        self.signed.iter().any(|(device, signed)| match membership.reach(*device, self.scope) {
            Reach::Everywhere => false,
            Reach::UpTo(head) => self.place(head).is_some_and(|pinned| pinned < *signed),
            Reach::Nowhere => true,
        })
    }

    /// Whether the log may go on, with this record.
    pub(super) fn check_reach(&self, record: &SharingRecord, membership: &Membership) -> Result<(), Refused> {
        let next = |device: DeviceId| match membership.reach(device, self.scope) {
            Reach::Everywhere => true,
            Reach::UpTo(head) => self.place(head).is_none(),
            Reach::Nowhere => false,
        };
        let within = record.content().signers().all(next) && !self.goes_beyond(membership);
        if within { Ok(()) } else { Err(Refused::BeyondPin) }
    }
}
