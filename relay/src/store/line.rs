//! The one line of a space: its records and entries by their cursor, out of the three tables that hold them.

use protocol::id::{ChainHash, DocumentId, EntryHash, ScopeId, SpaceId};
use rusqlite::{Connection, Result, Row, params};

use super::sql;

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

const EVERYTHING: &str = "SELECT cursor, 0, NULL, NULL, hash, NULL FROM membership_record \
     WHERE space = ?1 AND cursor > ?2 AND cursor <= ?3 \
     UNION ALL SELECT cursor, 1, scope, NULL, hash, NULL FROM sharing_record \
     WHERE space = ?1 AND cursor > ?2 AND cursor <= ?3 \
     UNION ALL SELECT cursor, 2, scope, document, hash, chain FROM entry \
     WHERE space = ?1 AND cursor > ?2 AND cursor <= ?3 AND ?4 IS NULL ORDER BY 1";

const OF_SCOPE: &str = "SELECT cursor, 1, scope, NULL, hash, NULL FROM sharing_record \
     WHERE space = ?1 AND cursor > ?2 AND cursor <= ?3 AND scope = ?4 \
     UNION ALL SELECT cursor, 2, scope, document, hash, chain FROM entry \
     WHERE space = ?1 AND cursor > ?2 AND cursor <= ?3 AND scope = ?4 ORDER BY 1";

/// Shows what stands after one cursor up to another, everything or that of one scope, in its order, until `show` says false.
pub(crate) fn each(
    db: &Connection,
    (space, scope): (SpaceId, Option<ScopeId>),
    (after, through): (u64, u64),
    mut show: impl FnMut(&Found) -> Result<bool>,
) -> Result<()> {
    let after = i64::try_from(after).unwrap_or(i64::MAX);
    let mut statement = db.prepare_cached(if scope.is_some() { OF_SCOPE } else { EVERYTHING })?;
    let mut rows = statement.query(params![space.0, after, through, scope.map(|scope| scope.0)])?;
    while let Some(row) = rows.next()? {
        if !show(&found(row)?)? {
            break;
        }
    }
    Ok(())
}

fn found(row: &Row<'_>) -> Result<Found> {
    let kind = match row.get::<_, u8>(1)? {
        0 => FoundKind::Membership,
        1 => FoundKind::Sharing(ScopeId(row.get(2)?)),
        _ => FoundKind::Entry {
            scope: ScopeId(row.get(2)?),
            document: DocumentId(row.get(3)?),
            hash: EntryHash(row.get(4)?),
            chain: ChainHash(row.get(5)?),
        },
    };
    Ok(Found { cursor: row.get(0)?, kind })
}

/// The bytes of what was found.
pub(crate) fn bytes(db: &Connection, space: SpaceId, found: &Found) -> Result<Vec<u8>> {
    let query = match found.kind {
        FoundKind::Membership => "SELECT bytes FROM membership_record WHERE space = ?1 AND cursor = ?2",
        FoundKind::Sharing(_) => "SELECT bytes FROM sharing_record WHERE space = ?1 AND cursor = ?2",
        FoundKind::Entry { .. } => "SELECT bytes FROM entry WHERE space = ?1 AND cursor = ?2",
    };
    let bytes = sql::one(db, query, params![space.0, found.cursor], |row| row.get(0))?;
    bytes.ok_or(rusqlite::Error::QueryReturnedNoRows)
}
