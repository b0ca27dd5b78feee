//! Records and boxes into the simulated relay, as the real one's writer takes them.

use std::{collections::BTreeMap, sync::Arc};

use protocol::{
    id::{BoxHash, DocumentId, LogId, ScopeId, SpaceId},
    membership::MembershipChange,
    sharing::{Sharing, SharingChange},
    wire::Appended,
};
use relay::{
    door::tokens::DoorKey,
    heart::{
        access::Caller,
        records::{self, Way},
        space::{Scope, Space},
    },
};

use super::book::{Book, Line};
use crate::chance::Chance;

impl Book {
    /// A space from its first record.
    pub(super) fn create(id: SpaceId, bytes: &[u8], chance: &mut Chance) -> Option<Self> {
        let (_, membership) = records::first(id, bytes)?;
        let mut space = Space {
            id,
            log: LogId(chance.bytes()),
            restored: false,
            door: DoorKey(chance.bytes()),
            head: 1,
            bytes: 0,
            revision: 0,
            membership: Arc::new(membership),
            scopes: BTreeMap::new(),
        };
        space.grow(bytes.len());
        let mut book = Self::new(space);
        book.line.insert(1, Line::Membership(bytes.to_vec()));
        Some(book)
    }

    /// A record of the membership log.
    pub(super) fn take_membership(&mut self, bytes: &[u8], way: Way) -> Appended {
        let (record, next) = match records::membership(&self.space, bytes, way) {
            Ok(next) => next,
            Err(answer) => return answer,
        };
        if way == Way::Append
            && let MembershipChange::Remove { devices, .. } = &record.content().change
            && !self.removal_is_complete(devices)
        {
            return Appended::OldPins;
        }
        let named = records::membership_boxes(&record, &next)
            .map(|(subject, hashes, replaces)| (subject, hashes.to_vec(), replaces));
        if way == Way::Append && named.as_ref().is_some_and(|(_, hashes, _)| !self.are_there(hashes)) {
            return Appended::BoxesMissing;
        }
        self.space.advance(bytes.len());
        self.line.insert(self.space.head, Line::Membership(bytes.to_vec()));
        if let Some((subject, hashes, replaces)) = named {
            self.name((None, subject), &hashes, replaces);
        }
        self.space.membership = Arc::new(next);
        Appended::Taken
    }

    /// A record of the sharing log of a scope; nothing where the caller may not.
    pub(super) fn take_sharing(&mut self, caller: Caller, id: ScopeId, bytes: &[u8], way: Way) -> Option<Appended> {
        let begins = !self.space.scopes.contains_key(&id);
        let allowed = if begins { matches!(caller, Caller::Team(_)) } else { self.space.may_follow(caller, id) };
        if !allowed {
            return None;
        }
        let (record, next) = match records::sharing(&self.space, id, bytes, way) {
            Ok(next) => next,
            Err(answer) => return Some(answer),
        };
        let withdraws = matches!(record.content().change, SharingChange::Withdraw { .. });
        if way == Way::Append && withdraws && !self.withdrawal_is_complete(&next) {
            return Some(Appended::OldPins);
        }
        let named = records::sharing_boxes(&record).map(|(of, hashes, replaces)| (of, hashes.to_vec(), replaces));
        if way == Way::Append && named.as_ref().is_some_and(|(_, hashes, _)| !self.are_there(hashes)) {
            return Some(Appended::BoxesMissing);
        }
        self.space.advance(bytes.len());
        self.line.insert(self.space.head, Line::Sharing(id, bytes.to_vec()));
        if let Some((of, hashes, replaces)) = named {
            self.name((Some(id), of), &hashes, replaces);
        }
        if let SharingChange::EraseDocument { document, .. } = &record.content().change {
            self.erase_document(id, *document, &next);
        }
        if matches!(record.content().change, SharingChange::Erase { .. }) {
            self.erase(id);
        }
        let space = self.space.id;
        self.space.scopes.entry(id).or_insert_with(|| Scope::new(space, id)).advance(next, &record);
        Some(Appended::Taken)
    }

    /// A box, whose hash was checked.
    pub(super) fn take_box(&mut self, hash: BoxHash, bytes: &[u8]) {
        if !self.boxes.contains_key(&hash) {
            self.space.grow(bytes.len());
            self.boxes.insert(hash, bytes.to_vec());
        }
    }

    fn erase(&mut self, id: ScopeId) {
        let Self { line, cursors, numbers, verdicts, .. } = self;
        line.retain(|_, at| match at {
            Line::Entry { scope, hash, .. } if *scope == id => {
                cursors.remove(hash);
                verdicts.remove(hash);
                false
            }
            _ => true,
        });
        numbers.retain(|(scope, _), _| *scope != id);
        let named: Vec<BoxHash> =
            self.uses.iter().filter(|(_, log, _)| *log == Some(id)).map(|(hash, ..)| *hash).collect();
        self.uses.retain(|(_, log, _)| *log != Some(id));
        named.into_iter().for_each(|hash| self.drop_if_unnamed(hash));
    }

    fn erase_document(&mut self, id: ScopeId, erased: DocumentId, next: &Sharing) {
        for line in self.line.values_mut() {
            if let Line::Entry { scope, document, bytes, .. } = line
                && (*scope, *document) == (id, erased)
            {
                bytes.clear();
            }
        }
        for key in next.keys().filter(|key| next.is_split(*key)) {
            self.name((Some(id), key.0), &[], true);
        }
    }

    fn are_there(&self, hashes: &[BoxHash]) -> bool {
        hashes.iter().all(|hash| self.boxes.contains_key(hash))
    }
}
