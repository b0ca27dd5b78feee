//! Replays what is on disk into memory, once at the start.

use std::sync::Arc;

use rusqlite::Connection;

use crate::{
    heart::space::{Scope, Space},
    hub::Hub,
    store::{
        OpenError,
        table::{boxes, membership_record, scope, sharing_record, space},
    },
};

/// Every space of the file. Boxes that no record came to name are deleted; who put them is told that they are missing and puts
/// them again.
pub(crate) fn load(db: &mut Connection) -> Result<Hub, OpenError> {
    let hub = Hub::default();
    let transaction = db.transaction()?;
    for row in space::all(&transaction)? {
        let records = membership_record::all(&transaction, row.space)?;
        let membership =
            Space::replay(records.iter().map(|record| record.0.as_slice())).map_err(|_| OpenError::Damaged)?;
        let mut loaded = Space {
            id: row.space,
            log: row.log,
            restored: row.restored,
            head: row.head,
            bytes: row.bytes,
            revision: 0,
            membership: Arc::new(membership),
            scopes: std::collections::BTreeMap::new(),
        };
        for (id, chain) in scope::all(&transaction, row.space)? {
            let mut replayed = Scope::new(row.space, id);
            for record in sharing_record::all(&transaction, (row.space, id))? {
                replayed.replay(&record.0, &loaded.membership).map_err(|_| OpenError::Damaged)?;
            }
            loaded.scopes.insert(id, Scope { chain, ..replayed });
        }
        for hash in boxes::unnamed(&transaction, row.space)? {
            let dropped = boxes::drop_unnamed(&transaction, row.space, hash)?;
            loaded.bytes = loaded.bytes.saturating_sub(dropped);
        }
        space::update(&transaction, row.space, loaded.head, loaded.bytes)?;
        hub.publish(loaded);
    }
    transaction.commit()?;
    Ok(hub)
}
