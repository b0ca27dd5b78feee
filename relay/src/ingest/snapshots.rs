//! What acks do to what a snapshot covers, and what becomes of what was superseded long ago.

use protocol::{
    entry::header::{Claims, Cover},
    id::EntryHash,
};

use super::batch::Batch;
use crate::{
    heart::{
        snapshots::{self, Heeded},
        space::Space,
    },
    store::{
        sql,
        table::{
            entry, number, sharing_record,
            superseded::{self, Covered},
            verdict,
        },
    },
};

impl Batch<'_> {
    /// Does what an ack says that was taken; what is no ack does nothing.
    pub(super) fn heed(&mut self, space: &mut Space, ack: &Claims) -> sql::Result<()> {
        let named = snapshots::named(ack);
        let Some(first) = named.first().copied() else { return Ok(()) };
        let known = verdict::get(self.db(), space.id, first)?;
        if known == Some(false) {
            return Ok(());
        }
        let (mut parts, mut before) = (Vec::new(), u64::MAX);
        for hash in named {
            let Some((cursor, bytes)) = entry::stored(self.db(), space.id, *hash)? else { return Ok(()) };
            before = before.min(cursor);
            parts.push(bytes);
        }
        match snapshots::heed(space, ack, &parts) {
            Heeded::Supersedes(covers) if known.is_none() && self.stand(space, ack, &covers)? => {
                verdict::put(self.db(), space.id, ack.scope, first, true)?;
                self.supersede(space, ack, (first, before), &covers)
            }
            Heeded::Flags => {
                verdict::put(self.db(), space.id, ack.scope, first, false)?;
                superseded::stand_again(self.db(), space.id, first)
            }
            Heeded::Supersedes(_) | Heeded::Nothing => Ok(()),
        }
    }

    /// Whether what a snapshot covers stands where it says.
    fn stand(&self, space: &Space, ack: &Claims, covers: &[Cover]) -> sql::Result<bool> {
        for cover in covers {
            let writer = (space.id, ack.scope, cover.device);
            let there = number::between(self.db(), writer, cover.counter, cover.counter)?;
            if there != [(cover.counter, cover.entry)] {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn supersede(
        &mut self,
        space: &mut Space,
        ack: &Claims,
        (first, before): (EntryHash, u64),
        covers: &[Cover],
    ) -> sql::Result<()> {
        // 0 is for what stands.
        let day = self.settings.clock.today().max(1);
        let by = Covered { space: space.id, document: ack.document, before, snapshot: first, day };
        for cover in covers {
            let writer = (space.id, ack.scope, cover.device);
            for numbered in number::between(self.db(), writer, 0, cover.counter)? {
                superseded::supersede(self.db(), &by, cover.device, numbered)?;
            }
        }
        // Whoever lost the scope by a withdrawal holds the keys of what came before it: that does not wait.
        let withdrawn = space.scopes.get(&ack.scope).and_then(|scope| scope.sharing.last_withdrawal());
        if let Some(n) = withdrawn
            && let Some(withdrawn) = sharing_record::cursor(self.db(), space.id, ack.scope, n)?
            && withdrawn < before
        {
            let deleted = superseded::delete_before(self.db(), (space.id, ack.scope), ack.document, withdrawn)?;
            self.deleted(space, deleted);
        }
        Ok(())
    }

    /// Deletes, once a day, what was superseded in the spaces of this commit longer ago than it is kept.
    pub(super) fn delete_old(&mut self) -> sql::Result<()> {
        let today = self.settings.clock.today();
        let through = today.saturating_sub(self.settings.retention_days);
        for (id, mut space) in std::mem::take(&mut self.spaces) {
            if self.settings.looked.is_due(id, today) {
                let deleted = superseded::delete_of_days(self.db(), id, through)?;
                self.deleted(&mut space, deleted);
            }
            self.spaces.insert(id, space);
        }
        Ok(())
    }

    fn deleted(&mut self, space: &mut Space, bytes: u64) {
        if bytes > 0 {
            self.erased = true;
            space.bytes = space.bytes.saturating_sub(bytes);
            space.grow(0);
        }
    }
}
