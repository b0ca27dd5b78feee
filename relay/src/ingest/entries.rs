//! Entries into the log of a space.

use std::collections::BTreeSet;

use protocol::{
    encode::Blob,
    id::{EntryHash, ScopeId},
    wire::Item,
};

use super::{
    Done, Fault,
    batch::{Batch, Outcome},
};
use crate::{
    heart::{access::Caller, entries, records::Way, space::Space},
    store::{
        sql,
        table::{entry, number, scope},
    },
};

impl Batch<'_> {
    /// Answers each entry. One that is not taken does not keep the others out.
    pub(super) fn entries(&self, space: &mut Space, caller: Caller, upload: &[Blob]) -> Outcome {
        if space.is_to_be_resumed() {
            return Ok(Ok(Done::Entries(vec![Item::NotResumed; upload.len()])));
        }
        let mut new_bytes = 0_usize;
        for bytes in upload {
            if entry::cursor(self.db(), space.id, EntryHash::of(&bytes.0))?.is_none() {
                new_bytes = new_bytes.saturating_add(bytes.0.len());
            }
        }
        if !self.has_room(space, new_bytes, 0) {
            return Ok(Err(Fault::Full));
        }
        Ok(Ok(Done::Entries(self.take_entries(space, caller, (upload, Way::Append))?)))
    }

    /// The same, where it is known that there is room.
    pub(super) fn take_entries(
        &self,
        space: &mut Space,
        caller: Caller,
        (upload, way): (&[Blob], Way),
    ) -> sql::Result<Vec<Item>> {
        let mut touched = BTreeSet::new();
        let mut items = Vec::with_capacity(upload.len());
        for bytes in upload {
            items.push(self.entry(space, caller, (&bytes.0, way), &mut touched)?);
        }
        // One write a scope, not one an entry.
        for id in touched {
            if let Some(known) = space.scopes.get(&id) {
                scope::set_chain(self.db(), space.id, id, known.chain)?;
            }
        }
        Ok(items)
    }

    fn entry(
        &self,
        space: &mut Space,
        caller: Caller,
        (bytes, way): (&[u8], Way),
        touched: &mut BTreeSet<ScopeId>,
    ) -> sql::Result<Item> {
        let read = match entries::read(space, caller, bytes) {
            Ok(read) => read,
            Err(answer) => return Ok(answer),
        };
        let hash = read.hash();
        if let Some(cursor) = entry::cursor(self.db(), space.id, hash)? {
            return Ok(Item::Taken { cursor, duplicate: true });
        }
        let claims = read.header.claims.clone();
        if let Err(answer) = entries::admit(space, read, way) {
            return Ok(answer);
        }
        let writer = (space.id, claims.scope, claims.device);
        let (first, through) = entries::numbers(&claims);
        let known = number::between(self.db(), writer, first, through)?;
        let last = number::last(self.db(), writer)?;
        if let Err(answer) = entries::count(&claims, hash, last, &known) {
            return Ok(answer);
        }
        let Some(scope) = space.scopes.get_mut(&claims.scope) else { return Ok(Item::Refused) };
        let chain = scope.chain.then(hash);
        scope.chain = chain;
        space.advance(bytes.len());
        let cursor = space.head;
        let row = entry::NewEntry {
            space: space.id,
            cursor,
            scope: claims.scope,
            document: claims.document,
            hash,
            chain,
            bytes,
        };
        entry::insert(self.db(), &row)?;
        for (abandoned, counter) in claims.abandoned.iter().zip(first.saturating_add(1)..) {
            number::insert(self.db(), writer, counter, *abandoned)?;
        }
        number::insert(self.db(), writer, claims.counter, hash)?;
        touched.insert(claims.scope);
        Ok(Item::Taken { cursor, duplicate: false })
    }
}
