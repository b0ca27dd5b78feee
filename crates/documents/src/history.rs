//! Which changes a document is made of, for whoever compares two copies of it.

use automerge::{ChangeHash, ReadDoc};
use domain::DeviceId;

use crate::{Change, Document, Kind};

impl<K: Kind> Document<K> {
    /// The hash of every change in it, and the device that made it, each change behind those it follows.
    #[must_use]
    pub fn history(&self) -> Vec<([u8; 32], DeviceId)> {
        let metas = self.automerge.get_changes_meta(&[]);
        let device = |actor: &[u8]| DeviceId(actor.first_chunk().copied().unwrap_or_default());
        metas.iter().map(|meta| (meta.hash.0, device(meta.actor.to_bytes()))).collect()
    }

    /// A change of it, as it is stored and sent.
    #[must_use]
    pub fn change(&self, hash: [u8; 32]) -> Option<Change> {
        let change = self.automerge.get_change_by_hash(&ChangeHash(hash))?;
        Some(Change { hash, bytes: change.raw_bytes().to_vec() })
    }
}

#[cfg(test)]
mod tests {
    use domain::{Plan, PlanEdit, PlanPart};

    use super::*;
    use crate::Actor;

    #[test]
    fn every_change_is_found_with_its_device_also_after_saving() {
        let device = DeviceId([1; 16]);
        let (mut plan, first) = Document::<Plan>::create(Actor::new(device, [2; 16]), &()).expect("a plan");
        let next = plan.apply(&PlanEdit::Write(PlanPart::Want, "een tuin".into())).expect("an edit").expect("a change");
        let whole = Document::<Plan>::receive(&plan.save(), Actor::new(DeviceId([3; 16]), [4; 16])).expect("it opens");
        assert_eq!(whole.history(), [(first.hash, device), (next.hash, device)], "both, the first one first");
        assert_eq!(whole.change(next.hash), Some(next), "byte for byte what was stored when it was made");
        assert_eq!(whole.change([9; 32]), None, "what is not in it is not found");
    }
}
