//! Brings what is in memory to where the disk is: at the start, and where other processes write too.

use std::{collections::BTreeMap, sync::Arc};

use protocol::{id::SpaceId, membership::MembershipRecord};

use crate::{
    heart::space::{Scope, Space},
    hub::Hub,
    store::{
        Store, StoreError,
        sql::{Db, Result, Writer},
        table::{
            boxes, membership_record, scope, sharing_record,
            space::{self, SpaceRow},
        },
    },
};

/// Every space of a file that nobody else writes to. Boxes that no record came to name are deleted; who put them is told that they
/// are missing and puts them again.
pub(crate) fn load(writer: &mut dyn Writer) -> Result<Hub> {
    let hub = Hub::default();
    let transaction = writer.begin()?;
    for row in space::all(&*transaction)? {
        let mut loaded = from_disk(&*transaction, row, None)?;
        sweep(&*transaction, &mut loaded)?;
        space::update(&*transaction, row.space, loaded.head, loaded.bytes)?;
        hub.publish(loaded);
    }
    transaction.commit()?;
    Ok(hub)
}

/// Looks whether another process has written to a space since, and if so brings memory there. Blocks.
pub(crate) fn refresh(store: &Store, hub: &Hub, id: SpaceId) -> Result<()> {
    let known = hub.space(id);
    let now = store.read(|db| {
        let Some(row) = space::get(db, id)? else { return Ok(None) };
        if known.as_ref().is_some_and(|known| (known.log, known.head) == (row.log, row.head)) {
            return Ok(None);
        }
        from_disk(db, row, known.as_deref()).map(Some)
    })?;
    if let Some(now) = now {
        hub.publish(now);
    }
    Ok(())
}

/// A space as it is on disk. Of one that is known only what came since is read.
pub(super) fn from_disk(db: &dyn Db, row: SpaceRow, known: Option<&Space>) -> Result<Space> {
    let (id, door) = (row.space, row.door.ok_or(StoreError::NotRestored)?);
    let mut space = match known.filter(|known| known.log == row.log && known.head <= row.head) {
        Some(known) if known.head == row.head => known.clone(),
        Some(known) => {
            let mut space = known.clone();
            for record in membership_record::after(db, id, known.head)? {
                let record = MembershipRecord::decode(&record.0).map_err(|_| StoreError::Damaged)?;
                Arc::make_mut(&mut space.membership).apply(&record).map_err(|_| StoreError::Damaged)?;
            }
            take_scopes(db, &mut space, known.head)?;
            space
        }
        None => {
            let records = membership_record::after(db, id, 0)?;
            let membership = Space::replay(records.iter().map(|record| record.0.as_slice()));
            let membership = Arc::new(membership.map_err(|_| StoreError::Damaged)?);
            let scopes = BTreeMap::new();
            let SpaceRow { log, restored, head, bytes, .. } = row;
            let mut space = Space { id, log, restored, door, head, bytes, revision: 0, membership, scopes };
            take_scopes(db, &mut space, 0)?;
            space
        }
    };
    if known.is_some() && space.head != row.head {
        space.revision = space.revision.saturating_add(1);
    }
    (space.restored, space.head, space.bytes) = (row.restored, row.head, row.bytes);
    Ok(space)
}

/// What came to the scopes of a space after a cursor.
fn take_scopes(db: &dyn Db, space: &mut Space, after: u64) -> Result<()> {
    let id = space.id;
    for (of, record) in sharing_record::after(db, id, after)? {
        let scope = space.scopes.entry(of).or_insert_with(|| Scope::new(id, of));
        scope.replay(&record.0, &space.membership).map_err(|_| StoreError::Damaged)?;
    }
    let chains = if after == 0 { scope::all(db, id)? } else { scope::after(db, id, after)? };
    for (of, chain) in chains {
        space.scopes.entry(of).or_insert_with(|| Scope::new(id, of)).chain = chain;
    }
    Ok(())
}

/// Deletes the boxes that no record came to name.
pub(super) fn sweep(db: &dyn Db, space: &mut Space) -> Result<()> {
    for hash in boxes::unnamed(db, space.id)? {
        let dropped = boxes::drop_unnamed(db, space.id, hash)?;
        space.bytes = space.bytes.saturating_sub(dropped);
        space.grow(0);
    }
    Ok(())
}
