//! The next record that this device makes, with the boxes that have to lie beside it first.

use protocol::{
    encode::Blob,
    id::{BoxHash, DeviceId},
    wire::{Append, PinsRequest},
};
use rand_core::CryptoRng;

use super::{Asked, Exchange, Next};
use crate::{
    Desk, Effect,
    call::Call,
    prepare::{Record, fell},
    restore::Lost,
    space::Space,
    wish::{Wish, WishNumber},
};

impl Exchange {
    /// Makes the record that is due, and sends it after its boxes; nothing when none is due.
    pub(super) fn next_record(&mut self, space: &mut Space, desk: &Desk<'_>, rng: &mut impl CryptoRng) -> Option<Next> {
        // A wish that fell, such as a share that was withdrawn, is not sent any more.
        let gone = |wish| !desk.wishes.iter().any(|(number, _)| *number == wish);
        if self.prepared.as_ref().and_then(|prepared| prepared.wish).is_some_and(gone) {
            self.prepared = None;
        }
        if self.prepared.is_none()
            && let Some(next) = self.wrap_lost(space, desk, rng)
        {
            return Some(next);
        }
        if self.prepared.is_none()
            && let Some(next) = self.prepare(space, desk, rng)
        {
            return Some(next);
        }
        let prepared = self.prepared.as_mut()?;
        let held = space.hold_made(prepared);
        if !held.is_empty() {
            return Some(Next::Keep(held));
        }
        if let Some((hash, bytes)) = prepared.boxes.pop_front() {
            return Some(self.ask(Asked::PutBox(hash), Call::put_box(space.id, hash, self.token.clone(), bytes)));
        }
        let (rest, bytes) = match &prepared.record {
            Record::Membership(record) => ("membership".to_owned(), record.bytes()),
            Record::Sharing(scope, record) => (Call::sharing(*scope), record.bytes()),
        };
        let append = Append { record: Blob(bytes.to_vec()) };
        Some(self.ask(Asked::Append, Call::post(space.id, &rest, self.token.clone(), &append)))
    }

    /// Looks which boxes a restored relay lost, and prepares the record with which they are wrapped again.
    fn wrap_lost(&mut self, space: &Space, desk: &Desk<'_>, rng: &mut impl CryptoRng) -> Option<Next> {
        let number = wants_to_wrap_again(desk)?;
        let known = |hash: &BoxHash| self.boxes.contains_key(hash) || self.put.contains(hash);
        if let Some(hash) = space.held_boxes().into_iter().find(|hash| !known(hash)) {
            return Some(self.ask(Asked::Box(hash), Call::get_box(space.id, hash, self.token.clone())));
        }
        let is_gone = |hash: &BoxHash| matches!(self.boxes.get(hash), Some(None)) && !self.put.contains(hash);
        match space.wrap_lost(is_gone, rng) {
            Ok(Lost::Record(record)) => self.prepared = Some(*record),
            Ok(Lost::Nothing) => return Some(Next::Keep(vec![Effect::Done(number)])),
            Ok(Lost::Waits) | Err(_) => {}
        }
        None
    }

    /// Prepares what the logs ask for, or what somebody wished. What the relay holds of devices that go is asked first.
    fn prepare(&mut self, space: &Space, desk: &Desk<'_>, rng: &mut impl CryptoRng) -> Option<Next> {
        let asked = devices_to_remove(space, desk);
        if asked.iter().any(|device| !self.pins.contains_key(device)) {
            let call = Call::post(space.id, "pins", self.token.clone(), &PinsRequest { devices: asked });
            return Some(self.ask(Asked::Pins, call));
        }
        let mut fallen = Vec::new();
        self.prepared = space.prepare(desk, &self.pins, &mut fallen, rng).unwrap_or_default();
        if fallen.is_empty() {
            return None;
        }
        self.prepared = None;
        Some(Next::Keep(fell(fallen)))
    }
}

/// The wish to wrap again what a restored relay lost, if there is one.
pub(crate) fn wants_to_wrap_again(desk: &Desk<'_>) -> Option<WishNumber> {
    desk.wishes.iter().find(|(_, wish)| matches!(wish, Wish::WrapAgain)).map(|(number, _)| *number)
}

/// The devices that are in the space and that somebody wishes to take out.
fn devices_to_remove(space: &Space, desk: &Desk<'_>) -> Vec<DeviceId> {
    let Some(membership) = space.membership() else { return Vec::new() };
    let wished = desk.wishes.iter().filter_map(|(_, wish)| match wish {
        Wish::Remove { devices } => Some(devices),
        _ => None,
    });
    wished.flatten().copied().filter(|device| membership.device(*device).is_ok()).collect()
}
