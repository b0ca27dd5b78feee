//! The one line of a space: its records and entries by their cursor, out of the three tables that hold them.

use protocol::id::{ChainHash, DocumentId, EntryHash, ScopeId, SpaceId};

use super::{
    StoreError,
    sql::{self, Db, Result, Row, values},
};

/// What stands at a cursor. Its bytes are read on demand only.
pub(crate) struct Found {
    pub(crate) cursor: u64,
    pub(crate) kind: FoundKind,
}

/// Of which kind it is.
pub(crate) enum FoundKind {
    /// A record of the membership log.
    Membership,
    /// A record of the sharing log of a scope.
    Sharing(ScopeId),
    /// An entry; the chain is that of its scope after it.
    Entry { scope: ScopeId, document: DocumentId, hash: EntryHash, chain: ChainHash },
}

/// How many rows are fetched at a time.
const ROWS: u64 = 512;

const EVERYTHING: &str = "SELECT cursor, 2, scope, document, hash, chain FROM entry \
     WHERE space = ?1 AND cursor > ?2 AND cursor <= ?3 \
     UNION ALL SELECT cursor, 1, scope, NULL, hash, NULL FROM sharing_record \
     WHERE space = ?1 AND cursor > ?2 AND cursor <= ?3 \
     UNION ALL SELECT cursor, 0, NULL, NULL, hash, NULL FROM membership_record \
     WHERE space = ?1 AND cursor > ?2 AND cursor <= ?3 ORDER BY 1 LIMIT ?4";

const OF_SCOPE: &str = "SELECT cursor, 2, scope, document, hash, chain FROM entry \
     WHERE space = ?1 AND cursor > ?2 AND cursor <= ?3 AND scope = ?5 \
     UNION ALL SELECT cursor, 1, scope, NULL, hash, NULL FROM sharing_record \
     WHERE space = ?1 AND cursor > ?2 AND cursor <= ?3 AND scope = ?5 ORDER BY 1 LIMIT ?4";

/// Shows what stands after one cursor up to another, everything or that of one scope, in its order, until `show` says false.
pub(crate) fn each(
    db: &dyn Db,
    (space, scope): (SpaceId, Option<ScopeId>),
    (after, through): (u64, u64),
    mut show: impl FnMut(&Found) -> Result<bool>,
) -> Result<()> {
    let mut after = after.min(through);
    loop {
        let rows = match scope {
            Some(scope) => sql::all(db, OF_SCOPE, values![space.0, after, through, ROWS, scope.0], found)?,
            None => sql::all(db, EVERYTHING, values![space.0, after, through, ROWS], found)?,
        };
        for row in &rows {
            if !show(row)? {
                return Ok(());
            }
        }
        match rows.last() {
            Some(last) if rows.len() as u64 == ROWS => after = last.cursor,
            _ => return Ok(()),
        }
    }
}

fn found(row: &dyn Row) -> Result<Found> {
    let kind = match row.number(1)? {
        0 => FoundKind::Membership,
        1 => FoundKind::Sharing(ScopeId(row.array(2)?)),
        _ => FoundKind::Entry {
            scope: ScopeId(row.array(2)?),
            document: DocumentId(row.array(3)?),
            hash: EntryHash(row.array(4)?),
            chain: ChainHash(row.array(5)?),
        },
    };
    Ok(Found { cursor: row.number(0)?, kind })
}

/// The bytes of what was found.
pub(crate) fn bytes(db: &dyn Db, space: SpaceId, found: &Found) -> Result<Vec<u8>> {
    let query = match found.kind {
        FoundKind::Membership => "SELECT bytes FROM membership_record WHERE space = ?1 AND cursor = ?2",
        FoundKind::Sharing(_) => "SELECT bytes FROM sharing_record WHERE space = ?1 AND cursor = ?2",
        FoundKind::Entry { .. } => "SELECT bytes FROM entry WHERE space = ?1 AND cursor = ?2",
    };
    let bytes = sql::one(db, query, values![space.0, found.cursor], |row| Ok(row.bytes(0)?.to_vec()))?;
    bytes.ok_or(StoreError::Row)
}
