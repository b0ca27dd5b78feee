//! Begins to follow another log of the relay: one that was restored from a backup, and lost what came after it.

use domain::DocumentId;
use rusqlite::params;

use crate::{
    error::Error,
    refs::{EntryRef, LogRef, ScopeRef, SpaceRef},
    sql,
    store::Tx,
    table::{change::ChangeHash, growth},
};

impl Tx<'_> {
    /// Reads everything again, from the beginning of this log: where the scopes stood, and which numbers others used, counted in
    /// the log before it. Entries that wait after one that [`Tx::vanished`] are sealed again.
    pub fn read_anew(&self, space: SpaceRef, log: LogRef) -> Result<(), Error> {
        self.set_space_position(space, log, 0)?;
        sql::run(&self.db, "DELETE FROM writer WHERE space = ?1", [space.0])?;
        sql::run(&self.db, "DELETE FROM chain WHERE space = ?1", [space.0])?;
        let after = "UPDATE sealed SET abandoned = 1 WHERE space = ?1 AND cursor IS NULL AND abandoned = 0 AND EXISTS (
                       SELECT 1 FROM sealed AS before WHERE before.space = sealed.space AND before.scope = sealed.scope
                       AND before.counter < sealed.counter AND before.bytes = x'' AND before.cursor IS NULL)";
        sql::run(&self.db, after, [space.0])?;
        let unseal = "UPDATE outbox SET sealed = NULL
                      WHERE sealed IN (SELECT hash FROM sealed WHERE space = ?1 AND abandoned = 1)";
        sql::run(&self.db, unseal, [space.0])?;
        Ok(())
    }

    /// Reads everything again from the beginning of the same log, this device's own entries too: of a file that was damaged nobody
    /// knows what of all this is gone.
    pub fn read_again(&self, space: SpaceRef) -> Result<(), Error> {
        sql::run(&self.db, "UPDATE space SET cursor = 0 WHERE id = ?1", [space.0])?;
        for table in ["writer", "chain", "growth", "cover", "left_out", "had"] {
            sql::run(&self.db, &format!("DELETE FROM {table} WHERE space = ?1"), [space.0])?;
        }
        let from_0 = "INSERT INTO chain (space, scope, chain, through)
                      SELECT DISTINCT space, scope, zeroblob(32), 0 FROM record WHERE space = ?1 AND scope <> x''";
        sql::run(&self.db, from_0, [space.0])?;
        Ok(())
    }

    /// An entry of this device is not at the relay any more, and its bytes went with its document: its number stays used.
    pub fn vanished(&self, space: SpaceRef, entry: EntryRef) -> Result<(), Error> {
        let sql = "UPDATE sealed SET cursor = NULL, abandoned = 1 WHERE space = ?1 AND hash = ?2 AND bytes = x''";
        sql::run(&self.db, sql, params![space.0, entry.0])?;
        Ok(())
    }

    /// An entry of another device is not at the relay any more: no snapshot covers it. That it was read stays known.
    pub fn uncover(&self, space: SpaceRef, entry: EntryRef) -> Result<(), Error> {
        let had = "INSERT INTO had (space, document, device, counter)
                   SELECT space, document, device, counter FROM cover WHERE space = ?1 AND entry = ?2
                   ON CONFLICT (space, document, device) DO UPDATE SET counter = max(counter, excluded.counter)";
        sql::run(&self.db, had, params![space.0, entry.0])?;
        sql::run(&self.db, "DELETE FROM cover WHERE space = ?1 AND entry = ?2", params![space.0, entry.0])?;
        Ok(())
    }

    /// Drops the records of a log from place `n` on (from 0): the relay's log does not have them.
    pub fn drop_records(&self, space: SpaceRef, scope: Option<ScopeRef>, n: u64) -> Result<(), Error> {
        let log = scope.map_or_else(Vec::new, |scope| scope.0.to_vec());
        sql::run(&self.db, "DELETE FROM record WHERE space = ?1 AND scope = ?2 AND n >= ?3", params![space.0, log, n])?;
        Ok(())
    }

    /// An entry of this device is not at the relay any more: it is sent again as it is, and these changes wait for it.
    pub fn send_again(
        &self,
        space: SpaceRef,
        entry: EntryRef,
        changes: &[(DocumentId, ChangeHash)],
    ) -> Result<(), Error> {
        sql::run(
            &self.db,
            "UPDATE sealed SET cursor = NULL WHERE space = ?1 AND hash = ?2",
            params![space.0, entry.0],
        )?;
        for (document, change) in changes {
            let sql = "INSERT INTO outbox (document, hash, sealed)
                       SELECT document, hash, ?3 FROM change WHERE document = ?1 AND hash = ?2
                       ON CONFLICT (document, hash) DO UPDATE SET sealed = excluded.sealed";
            sql::run(&self.db, sql, params![document.0, change.0, entry.0])?;
        }
        Ok(())
    }

    /// These changes are not at the relay any more, and wait to be sealed. One whose bytes are not here has nothing to wait for.
    pub fn seal_again(&self, changes: &[(DocumentId, ChangeHash)]) -> Result<(), Error> {
        for (document, change) in changes {
            let sql = "INSERT INTO outbox (document, hash)
                       SELECT document, hash FROM change WHERE document = ?1 AND hash = ?2
                       ON CONFLICT (document, hash) DO NOTHING";
            sql::run(&self.db, sql, params![document.0, change.0])?;
        }
        Ok(())
    }

    /// The relay knows nothing of a scope any more: this device's numbers in it begin anew, and what was on its way waits to be
    /// sealed. Nothing is known of its documents' entries either.
    pub fn number_anew(&self, space: SpaceRef, scope: ScopeRef) -> Result<(), Error> {
        let of_scope = "SELECT hash FROM sealed WHERE space = ?1 AND scope = ?2";
        let unseal = format!("UPDATE outbox SET sealed = NULL WHERE sealed IN ({of_scope})");
        sql::run(&self.db, &unseal, params![space.0, scope.0])?;
        sql::run(&self.db, "DELETE FROM sealed WHERE space = ?1 AND scope = ?2", params![space.0, scope.0])?;
        growth::delete_scope(&self.db, scope)?;
        Ok(())
    }
}
