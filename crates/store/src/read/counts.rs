//! How much there is.

use crate::{error::Error, sql, store::Reader};

/// Numbers of rows on this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Residents with a dossier, of those that the lists show.
    pub residents: u64,
    /// Conversations.
    pub conversations: u64,
    /// Documents of every kind.
    pub documents: u64,
    /// Changes that wait to be sent.
    pub waiting: u64,
}

impl Reader<'_> {
    /// How much there is.
    pub fn counts(&self) -> Result<Counts, Error> {
        let query = format!(
            "SELECT (SELECT count(*) FROM resident WHERE {}), (SELECT count(*) FROM conversation), (SELECT count(*) FROM document),
                    (SELECT count(*) FROM outbox)",
            self.shown("resident.id")
        );
        let counts = sql::one(self.db, &query, [], |row| {
            Ok(Counts {
                residents: row.get(0)?,
                conversations: row.get(1)?,
                documents: row.get(2)?,
                waiting: row.get(3)?,
            })
        })?;
        Ok(counts.unwrap_or_default())
    }
}
