//! Records into the logs of a space, and what follows for its boxes and entries.

use std::{collections::BTreeMap, sync::Arc};

use protocol::{
    id::{BoxHash, DocumentId, LogId, RecordHash, ScopeId, SpaceId},
    membership::MembershipChange,
    sharing::{Sharing, SharingChange},
    wire::Appended,
};

use super::{
    Done, Fault,
    batch::{Batch, Outcome, may_begin},
};
use crate::{
    clock::random,
    door::tokens::DoorKey,
    heart::{
        access::Caller,
        records::{self, Way},
        space::{Scope, Space},
    },
    pins,
    store::{
        sql,
        table::{boxes, entry, membership_record, number, scope, sharing_record, space, tombstone, verdict},
    },
};

const fn told(answer: Appended) -> Outcome {
    Ok(Ok(Done::Appended(answer)))
}

impl Batch<'_> {
    /// A space from its first record.
    pub(super) fn create(&mut self, id: SpaceId, bytes: &[u8]) -> Outcome {
        let Some((record, membership)) = records::first(id, bytes) else { return told(Appended::Refused) };
        let chance = self.settings.chance.as_ref();
        let (Ok(log), Ok(door)) = (random(chance), random(chance)) else { return Ok(Err(Fault::Store)) };
        let mut created = Space {
            id,
            log: LogId(log),
            restored: false,
            door: DoorKey(door),
            head: 1,
            bytes: 0,
            revision: 0,
            membership: Arc::new(membership),
            scopes: BTreeMap::new(),
        };
        created.grow(bytes.len());
        let Space { log, door, bytes: taken, .. } = created;
        let row = space::SpaceRow { space: id, log, restored: false, door: Some(door), head: 1, bytes: taken };
        if !space::insert(self.db(), &row)? {
            // Another process was first.
            self.hold(id)?;
            let answer = self.spaces.get(&id).map_or(Appended::Refused, |space| Self::create_again(space, bytes));
            return told(answer);
        }
        membership_record::insert(self.db(), id, (0, created.head), record.hash(), bytes)?;
        self.spaces.insert(id, created);
        told(Appended::Taken)
    }

    /// The first record of a space that is there already.
    pub(super) fn create_again(space: &Space, bytes: &[u8]) -> Appended {
        if RecordHash::of(bytes) == RecordHash(space.id.0) { Appended::Taken } else { Appended::Refused }
    }

    /// A record of the membership log. One that is brought back is not asked for what may be gone with what the relay lost: boxes
    /// that nobody has any more, and what its pins were compared with.
    pub(super) fn membership(&self, space: &mut Space, (bytes, way): (&[u8], Way)) -> Outcome {
        let (record, next) = match records::membership(space, bytes, way) {
            Ok(next) => next,
            Err(answer) => return told(answer),
        };
        if !self.has_room(space, bytes.len(), self.settings.quota_bytes / 4) {
            return Ok(Err(Fault::Full));
        }
        let named = records::membership_boxes(&record, &next);
        if way == Way::Append {
            if let Some((_, hashes, _)) = named
                && !self.are_there(space, hashes)?
            {
                return told(Appended::BoxesMissing);
            }
            if let MembershipChange::Remove { devices, .. } = &record.content().change
                && !pins::are_complete(self.db(), space, devices)?
            {
                return told(Appended::OldPins);
            }
        }
        let n = next.place(record.hash()).unwrap_or(u64::MAX);
        space.advance(bytes.len());
        membership_record::insert(self.db(), space.id, (n, space.head), record.hash(), bytes)?;
        if let Some((subject, hashes, replaces)) = named {
            self.name(space, (None, subject), hashes, replaces)?;
        }
        space.membership = Arc::new(next);
        told(Appended::Taken)
    }

    /// A record of the sharing log of a scope; one that is brought back likewise.
    pub(super) fn sharing(
        &mut self,
        space: &mut Space,
        caller: Caller,
        id: ScopeId,
        (bytes, way): (&[u8], Way),
    ) -> Outcome {
        let begins = !space.scopes.contains_key(&id);
        let allowed = if begins { may_begin(caller) } else { space.may_follow(caller, id) };
        if !allowed {
            return Ok(Err(Fault::NotAllowed));
        }
        let (record, next) = match records::sharing(space, id, bytes, way) {
            Ok(next) => next,
            Err(answer) => return told(answer),
        };
        if !self.has_room(space, bytes.len(), self.settings.quota_bytes / 4) {
            return Ok(Err(Fault::Full));
        }
        let named = records::sharing_boxes(&record);
        if way == Way::Append {
            if let Some((_, hashes, _)) = named
                && !self.are_there(space, hashes)?
            {
                return told(Appended::BoxesMissing);
            }
            if matches!(record.content().change, SharingChange::Withdraw { .. })
                && !pins::of_withdrawal_are_complete(self.db(), space, &next)?
            {
                return told(Appended::OldPins);
            }
        }
        if begins {
            scope::insert(self.db(), space.id, id)?;
        }
        let n = next.place(record.hash()).unwrap_or(u64::MAX);
        space.advance(bytes.len());
        sharing_record::insert(self.db(), (space.id, id), (n, space.head), record.hash(), bytes)?;
        if let Some((subject, hashes, replaces)) = named {
            self.name(space, (Some(id), subject), hashes, replaces)?;
        }
        if let SharingChange::EraseDocument { document, .. } = &record.content().change {
            self.erase_document(space, id, (*document, &next))?;
        }
        if matches!(record.content().change, SharingChange::Erase { .. }) {
            self.erase(space, id, record.hash())?;
        }
        space.scopes.entry(id).or_insert_with(|| Scope::new(space.id, id)).advance(next, &record);
        told(Appended::Taken)
    }

    fn erase(&mut self, space: &mut Space, id: ScopeId, record: RecordHash) -> sql::Result<()> {
        self.erased = true;
        tombstone::insert(self.db(), space.id, id, record)?;
        let erased = entry::erase(self.db(), space.id, id)?;
        space.bytes = space.bytes.saturating_sub(erased);
        number::erase(self.db(), space.id, id)?;
        verdict::erase(self.db(), space.id, id)?;
        self.lasts.clear();
        let named = boxes::named(self.db(), space.id, Some(id), None)?;
        boxes::unname_all(self.db(), space.id, Some(id))?;
        self.drop_unnamed(space, &named)
    }

    /// The entries of one document are emptied, and the boxes with keys that opened it go.
    fn erase_document(
        &mut self,
        space: &mut Space,
        id: ScopeId,
        (document, next): (DocumentId, &Sharing),
    ) -> sql::Result<()> {
        self.erased = true;
        let erased = entry::empty(self.db(), space.id, id, document)?;
        space.bytes = space.bytes.saturating_sub(erased);
        for key in next.keys().filter(|key| next.is_split(*key)) {
            let named = boxes::named(self.db(), space.id, Some(id), Some(key.0))?;
            boxes::unname(self.db(), space.id, (Some(id), key.0))?;
            self.drop_unnamed(space, &named)?;
        }
        Ok(())
    }

    /// A keeper has what a former reader had handed in.
    pub(super) fn drop_box(&self, space: &mut Space, caller: Caller, hash: BoxHash) -> Outcome {
        let Some((scope, device)) = space.handed_in(caller, hash) else { return Ok(Err(Fault::NotAllowed)) };
        boxes::unname_one(self.db(), space.id, (Some(scope), device.0), hash)?;
        self.drop_unnamed(space, &[hash])?;
        space.grow(0);
        Ok(Ok(Done::KeyBox))
    }

    fn are_there(&self, space: &Space, hashes: &[BoxHash]) -> sql::Result<bool> {
        for hash in hashes {
            if !boxes::has(self.db(), space.id, *hash)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// A log names these boxes for a subject, instead of those before if it `replaces` them.
    fn name(
        &self,
        space: &mut Space,
        named: (boxes::Log, [u8; 16]),
        hashes: &[BoxHash],
        replaces: bool,
    ) -> sql::Result<()> {
        let mut before = Vec::new();
        if replaces {
            before = boxes::named(self.db(), space.id, named.0, Some(named.1))?;
            boxes::unname(self.db(), space.id, named)?;
        }
        for hash in hashes {
            if boxes::has(self.db(), space.id, *hash)? {
                boxes::name(self.db(), space.id, named, *hash)?;
            }
        }
        self.drop_unnamed(space, &before)
    }

    fn drop_unnamed(&self, space: &mut Space, hashes: &[BoxHash]) -> sql::Result<()> {
        for hash in hashes {
            let dropped = boxes::drop_unnamed(self.db(), space.id, *hash)?;
            space.bytes = space.bytes.saturating_sub(dropped);
        }
        Ok(())
    }
}
