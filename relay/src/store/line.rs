//! The one line of a space: its records and entries by their cursor, out of the three tables that hold them.

use protocol::id::{ChainHash, DeviceId, DocumentId, EntryHash, ScopeId, SpaceId};

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
    /// An entry; the chain is that of its scope after it. If it was superseded, whose it is and its number.
    Entry {
        scope: ScopeId,
        document: DocumentId,
        hash: EntryHash,
        chain: ChainHash,
        superseded: Option<(DeviceId, u64)>,
    },
}

/// How many rows are fetched at a time.
const ROWS: u64 = 512;

// What a record has no column for is filled with its hash, which has the type that both engines want there.
const EVERYTHING: &str = "SELECT cursor, 2, scope, document, hash, chain, superseded, device, counter FROM entry \
     WHERE space = ?1 AND cursor > ?2 AND cursor <= ?3 \
     UNION ALL SELECT cursor, 1, scope, hash, hash, hash, 0, hash, 0 FROM sharing_record \
     WHERE space = ?1 AND cursor > ?2 AND cursor <= ?3 \
     UNION ALL SELECT cursor, 0, hash, hash, hash, hash, 0, hash, 0 FROM membership_record \
     WHERE space = ?1 AND cursor > ?2 AND cursor <= ?3 ORDER BY 1";

// Each half ends by itself, so that no engine reads all of a scope to sort it. There is no upper bound: with one SQLite takes the
// index without the scope, and looks at everything in between.
const OF_SCOPE: &str = "SELECT * FROM (SELECT cursor, 2, scope, document, hash, chain, superseded, device, counter FROM entry \
     WHERE space = ?1 AND scope = ?2 AND cursor > ?3 ORDER BY cursor LIMIT ?4) AS entries \
     UNION ALL SELECT * FROM (SELECT cursor, 1, scope, hash, hash, hash, 0, hash, 0 FROM sharing_record \
     WHERE space = ?1 AND scope = ?2 AND cursor > ?3 ORDER BY cursor LIMIT ?4) AS records \
     ORDER BY 1 LIMIT ?4";

/// Shows what stands after one cursor up to another, everything or that of one scope, in its order, until `show` says false.
pub(crate) fn each(
    db: &dyn Db,
    (space, scope): (SpaceId, Option<ScopeId>),
    (mut after, through): (u64, u64),
    mut show: impl FnMut(&Found) -> Result<bool>,
) -> Result<()> {
    while after < through {
        // Cursors have no gaps: so many of them are no more rows.
        let part = through.min(after.saturating_add(ROWS));
        let rows = match scope {
            Some(scope) => sql::all(db, OF_SCOPE, values![space.0, scope.0, after, ROWS], found)?,
            None => sql::all(db, EVERYTHING, values![space.0, after, part], found)?,
        };
        for row in rows.iter().take_while(|row| row.cursor <= through) {
            if !show(row)? {
                return Ok(());
            }
        }
        after = match (scope, rows.last()) {
            (None, _) => part,
            (Some(_), Some(last)) if rows.len() as u64 == ROWS => last.cursor,
            (Some(_), _) => through,
        };
    }
    Ok(())
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
            superseded: match row.number(6)? {
                0 => None,
                _ => Some((DeviceId(row.array(7)?), row.number(8)?)),
            },
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_one_scope_only_its_own_rows_are_looked_at() {
        let db = rusqlite::Connection::open_in_memory().expect("an empty database");
        db.execute_batch(include_str!("../../schema.sql")).expect("the schema");
        let mut asked = db.prepare(&format!("EXPLAIN QUERY PLAN {OF_SCOPE}")).expect("a question");
        let rows = asked.query_map(rusqlite::params![[0_u8; 32], [0_u8; 16], 0, 5], |row| row.get::<_, String>(3));
        let plan: Vec<String> = rows.expect("a plan").map(|row| row.expect("words")).collect();
        for index in ["entry_of_scope", "sharing_record_of_scope"] {
            assert!(plan.iter().any(|step| step.contains(index)), "by its index {index}: {plan:?}");
        }
    }
}
