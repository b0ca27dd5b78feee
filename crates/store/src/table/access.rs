//! `access`: who did what with whose data and when, in the shape of NEN 7513, as a chain of hashes.
//!
//! Each entry's hash covers the entry before it, so an entry that was changed, taken out or put in between shows. That somebody
//! cut off the end of the chain does not show from the chain itself; whoever must prove that keeps an exported copy.

use domain::{Moment, PersonId, ResidentId};
use rusqlite::{Connection, Row, params};

use crate::{
    error::Error,
    sql,
    store::{Reader, Tx},
    value::{moment, named},
};

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AccessEvent {
    /// A dossier was opened.
    Opened,
    /// Something was printed.
    Printed,
    /// Something was exported to a file.
    Exported,
    /// Something was read in from a file.
    Imported,
    /// Something was shared.
    Shared,
    /// A basis was withdrawn.
    Withdrawn,
    /// Something was erased.
    Erased,
}

impl AccessEvent {
    /// Every event.
    pub const ALL: [Self; 7] =
        [Self::Opened, Self::Printed, Self::Exported, Self::Imported, Self::Shared, Self::Withdrawn, Self::Erased];

    /// The stable name used in tables and locale keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Printed => "printed",
            Self::Exported => "exported",
            Self::Imported => "imported",
            Self::Shared => "shared",
            Self::Withdrawn => "withdrawn",
            Self::Erased => "erased",
        }
    }

    /// The event of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|event| event.name() == name)
    }
}

/// One entry of the log. It never tells what was read or written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AccessRow {
    /// 1 for the first entry, then 2, 3, …
    pub n: u64,
    /// What was done.
    pub event: AccessEvent,
    /// When.
    pub at: Moment,
    /// Who did it.
    pub person: PersonId,
    /// About whom; nothing where it is about everything.
    pub scope: Option<ResidentId>,
    /// Hash of the entry before; zeros before the first.
    pub previous: [u8; 32],
    /// Hash of this entry.
    pub hash: [u8; 32],
}

/// How the chain of the access log holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chain {
    /// Every entry follows from the one before; so many there are.
    Whole(u64),
    /// The first number at which an entry is missing, changed or out of place.
    BrokenAt(u64),
}

impl AccessRow {
    /// What the hash must be: BLAKE3 over fields of fixed width, the event's name last.
    fn expected_hash(&self) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new_derive_key("wijkweb/1 access log entry");
        hasher
            .update(&self.previous)
            .update(&self.n.to_be_bytes())
            .update(&self.at.0.to_be_bytes())
            .update(&self.person.0);
        match self.scope {
            Some(scope) => hasher.update(&[1]).update(&scope.0),
            None => hasher.update(&[0]).update(&[0; 16]),
        };
        *hasher.update(self.event.name().as_bytes()).finalize().as_bytes()
    }
}

const COLUMNS: &str = "n, event, at, person, scope, previous, hash";

fn read(row: &Row<'_>) -> rusqlite::Result<AccessRow> {
    Ok(AccessRow {
        n: row.get(0)?,
        event: named(row, 1, AccessEvent::named)?,
        at: moment(row, 2)?,
        person: PersonId(row.get(3)?),
        scope: row.get::<_, Option<_>>(4)?.map(ResidentId),
        previous: row.get(5)?,
        hash: row.get(6)?,
    })
}

/// The last entry's number and hash; 0 and zeros before the first.
fn last(db: &Connection) -> rusqlite::Result<(u64, [u8; 32])> {
    let last =
        sql::one(db, "SELECT n, hash FROM access ORDER BY n DESC LIMIT 1", [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(last.unwrap_or((0, [0; 32])))
}

impl Tx<'_> {
    /// Adds an entry to the access log.
    pub fn log_access(
        &self,
        event: AccessEvent,
        at: Moment,
        person: PersonId,
        scope: Option<ResidentId>,
    ) -> Result<(), Error> {
        let (n, previous) = last(&self.db)?;
        let mut entry = AccessRow { n: n.saturating_add(1), event, at, person, scope, previous, hash: [0; 32] };
        entry.hash = entry.expected_hash();
        sql::run(
            &self.db,
            "INSERT INTO access (n, event, at, person, scope, previous, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![entry.n, event.name(), at.0, person.0, scope.map(|scope| scope.0), entry.previous, entry.hash],
        )?;
        Ok(())
    }
}

impl Reader<'_> {
    /// A page of the access log, the latest first; from the top, or only entries before number `before`.
    pub fn access_page(&self, before: Option<u64>, limit: usize) -> Result<Vec<AccessRow>, Error> {
        let query = format!("SELECT {COLUMNS} FROM access WHERE n < ?1 ORDER BY n DESC LIMIT ?2");
        Ok(sql::all(self.db, &query, params![before.unwrap_or(i64::MAX as u64), limit], read)?)
    }

    /// The whole access log, the first entry first, for export.
    pub fn access_log(&self) -> Result<Vec<AccessRow>, Error> {
        Ok(sql::all(self.db, &format!("SELECT {COLUMNS} FROM access ORDER BY n"), [], read)?)
    }

    /// Follows the chain from its first entry.
    pub fn verify_access_log(&self) -> Result<Chain, Error> {
        let mut statement = self.db.prepare_cached(&format!("SELECT {COLUMNS} FROM access ORDER BY n"))?;
        let (mut n, mut previous) = (0, [0; 32]);
        for row in statement.query_map([], read)? {
            let expected = n + 1;
            match row {
                Ok(row) if row.n == expected && row.previous == previous && row.hash == row.expected_hash() => {
                    (n, previous) = (row.n, row.hash);
                }
                Ok(_) => return Ok(Chain::BrokenAt(expected)),
                Err(error) => match Error::from(error) {
                    Error::Unreadable => return Ok(Chain::BrokenAt(expected)),
                    other => return Err(other),
                },
            }
        }
        Ok(Chain::Whole(n))
    }
}
