//! Who writes to a document, once.

use automerge::ActorId;
use domain::DeviceId;

/// The name under which one open document writes its changes: the device's id, then 16 random bytes.
///
/// Automerge numbers the changes of an actor 1, 2, 3 and so on. Two different changes with the same actor and number
/// can never be merged again: one of them is refused for ever, and what hangs on it with it. That happens when a
/// database is rolled back or copied, or when a change reached another device but not our own disk. So an actor is used
/// for one opening of one document and never again: draw new random bytes at every opening, and so at every start of
/// the process, at every change of author, and after every commit to disk that failed (drop the document then, and load
/// it again).
///
/// The type helps: an actor is neither `Clone` nor `Copy`, and making or loading a document consumes it.
///
/// ```compile_fail,E0382
/// use documents::{Actor, Document};
/// use domain::{DeviceId, Plan};
///
/// let actor = Actor::new(DeviceId([1; 16]), [2; 16]);
/// let one = Document::<Plan>::create(actor, &());
/// let two = Document::<Plan>::create(actor, &()); // the actor is gone
/// ```
#[derive(Debug)]
pub struct Actor([u8; 32]);

impl Actor {
    /// An actor of `device`. `random` comes from the system's random source and is never used twice.
    #[must_use]
    pub fn new(device: DeviceId, random: [u8; 16]) -> Self {
        let mut bytes = [0; 32];
        let (first, last) = bytes.split_at_mut(16);
        first.copy_from_slice(&device.0);
        last.copy_from_slice(&random);
        Self(bytes)
    }

    pub(crate) fn into_id(self) -> ActorId {
        ActorId::from(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_actor_begins_with_its_device() {
        let id = Actor::new(DeviceId([1; 16]), [2; 16]).into_id();
        assert_eq!(
            id.to_bytes(),
            [[1; 16], [2; 16]].concat(),
            "device first, so that a change shows whose device made it"
        );
    }
}
