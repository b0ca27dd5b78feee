//! `basis`: why something about a resident may be kept or used.

use std::collections::BTreeMap;

use domain::{Basis, BasisId, GivenBy, Ground, Moment, Purpose, ResidentId};
use rusqlite::{Connection, Result, params};

use crate::{
    error::Error,
    sql,
    store::Reader,
    value::{language, maybe_day, moment, named},
};

pub(crate) fn put(db: &Connection, resident: ResidentId, id: BasisId, basis: &Basis) -> Result<()> {
    let withdrawn = basis.withdrawn.map(|moment| moment.0);
    sql::run(
        db,
        "INSERT INTO basis (resident, id, purpose, ground, given_by, language, given_at, withdrawn, recorded_by, told,
                            until)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
         ON CONFLICT (resident, id) DO UPDATE SET purpose = excluded.purpose, ground = excluded.ground,
           given_by = excluded.given_by, language = excluded.language, given_at = excluded.given_at,
           withdrawn = excluded.withdrawn, recorded_by = excluded.recorded_by, told = excluded.told,
           until = excluded.until",
        params![
            resident.0,
            id.0,
            basis.purpose.name(),
            basis.ground.name(),
            basis.given_by.name(),
            basis.language.tag(),
            basis.given_at.0,
            withdrawn,
            basis.recorded_by,
            basis.told,
            basis.until.map(|day| day.to_string()),
        ],
    )?;
    Ok(())
}

pub(crate) fn delete(db: &Connection, resident: ResidentId, id: BasisId) -> Result<()> {
    sql::run(db, "DELETE FROM basis WHERE resident = ?1 AND id = ?2", params![resident.0, id.0])?;
    Ok(())
}

impl Reader<'_> {
    /// The basis for `purpose` that stands: given and not withdrawn, of several the latest. The rule of [`domain::Dossier::standing`].
    pub fn standing_basis(
        &self,
        resident: ResidentId,
        purpose: Purpose,
    ) -> std::result::Result<Option<BasisId>, Error> {
        let query = "SELECT id FROM basis WHERE resident = ?1 AND purpose = ?2 AND withdrawn IS NULL ORDER BY given_at DESC, id DESC LIMIT 1";
        Ok(sql::one(self.db, query, params![resident.0, purpose.name()], |row| row.get(0).map(BasisId))?)
    }
}

pub(crate) fn of_resident(db: &Connection, resident: ResidentId) -> Result<BTreeMap<BasisId, Basis>> {
    sql::all(
        db,
        "SELECT id, purpose, ground, given_by, told, language, given_at, recorded_by, withdrawn, until FROM basis WHERE resident = ?1",
        [resident.0],
        |row| {
            let basis = Basis {
                purpose: named(row, 1, Purpose::named)?,
                ground: named(row, 2, Ground::named)?,
                given_by: named(row, 3, GivenBy::named)?,
                told: row.get(4)?,
                language: named(row, 5, language)?,
                given_at: moment(row, 6)?,
                recorded_by: row.get(7)?,
                until: maybe_day(row, 9)?,
                withdrawn: row.get::<_, Option<_>>(8)?.map(Moment),
            };
            Ok((BasisId(row.get(0)?), basis))
        },
    )
}
