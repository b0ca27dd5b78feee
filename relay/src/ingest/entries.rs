//! Entries into the log of a space.

use std::collections::BTreeSet;

use protocol::{
    id::{EntryHash, ScopeId},
    wire::Item,
};

use super::{
    Brought, Done, Fault,
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
    pub(super) fn entries(&mut self, space: &mut Space, caller: Caller, upload: &[Brought]) -> Outcome {
        if space.is_to_be_resumed() {
            return Ok(Ok(Done::Entries(vec![Item::NotResumed; upload.len()])));
        }
        // What is there already takes no room, which matters only where room is scarce.
        let all = upload.iter().map(|entry| entry.bytes.0.len()).sum();
        if !self.has_room(space, all, 0) && !self.has_room(space, self.new_bytes(space, upload)?, 0) {
            return Ok(Err(Fault::Full));
        }
        Ok(Ok(Done::Entries(self.take_entries(space, caller, (upload, Way::Append))?)))
    }

    /// How many bytes of an upload are not there yet.
    fn new_bytes(&self, space: &Space, upload: &[Brought]) -> sql::Result<usize> {
        let mut new = 0_usize;
        for Brought { bytes, .. } in upload {
            if entry::cursor(self.db(), space.id, EntryHash::of(&bytes.0))?.is_none() {
                new = new.saturating_add(bytes.0.len());
            }
        }
        Ok(new)
    }

    /// The same, where it is known that there is room.
    pub(super) fn take_entries(
        &mut self,
        space: &mut Space,
        caller: Caller,
        (upload, way): (&[Brought], Way),
    ) -> sql::Result<Vec<Item>> {
        let mut touched = BTreeSet::new();
        let mut items = Vec::with_capacity(upload.len());
        for brought in upload {
            items.push(self.entry(space, caller, (brought, way), &mut touched)?);
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
        &mut self,
        space: &mut Space,
        caller: Caller,
        (brought, way): (&Brought, Way),
        touched: &mut BTreeSet<ScopeId>,
    ) -> sql::Result<Item> {
        let bytes = &brought.bytes.0;
        let read = match entries::read(space, caller, bytes) {
            Ok(read) => read,
            Err(answer) => return Ok(answer),
        };
        let (hash, claims) = (read.hash(), read.header.claims.clone());
        let writer = (space.id, claims.scope, claims.device);
        let last = match self.lasts.get(&writer) {
            Some(last) => *last,
            None => number::last(self.db(), writer)?,
        };
        self.lasts.insert(writer, last);
        // Whatever was taken has a number: one beyond the last was not.
        if last.is_some_and(|(last, _)| claims.counter <= last)
            && let Some(cursor) = entry::cursor(self.db(), space.id, hash)?
        {
            return Ok(Item::Taken { cursor, duplicate: true });
        }
        if let Err(answer) = entries::admit(space, read, brought.signed, way) {
            return Ok(answer);
        }
        let (first, through) = entries::numbers(&claims);
        let known = match last {
            Some((last, _)) if last > first => number::between(self.db(), writer, first, through)?,
            last => last.into_iter().filter(|(last, _)| *last == first).collect(),
        };
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
        self.lasts.insert(writer, Some((claims.counter, hash)));
        touched.insert(claims.scope);
        self.heed(space, &claims)?;
        Ok(Item::Taken { cursor, duplicate: false })
    }
}
