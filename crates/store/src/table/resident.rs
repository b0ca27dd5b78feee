//! `resident`: who a resident is, and when they were last asked something.

use domain::{Dossier, Profile, ResidentId};
use rusqlite::{Connection, Result, params};

use crate::{
    fold::folded,
    sql,
    value::{day_text, form, language, maybe_day, moment, named},
};

pub(crate) fn put(db: &Connection, id: ResidentId, dossier: &Dossier) -> Result<()> {
    let profile = &dossier.profile;
    sql::run(
        db,
        "INSERT INTO resident (id, name, folded_name, form, birth_decade, neighbourhood, language, added, asked, not_before,
                               contact_person, remarks)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, folded_name = excluded.folded_name, form = excluded.form,
           birth_decade = excluded.birth_decade, neighbourhood = excluded.neighbourhood, language = excluded.language,
           added = excluded.added, asked = excluded.asked, not_before = excluded.not_before,
           contact_person = excluded.contact_person, remarks = excluded.remarks",
        params![
            id.0,
            profile.name,
            folded(&profile.name),
            profile.form.name(),
            profile.birth_decade,
            profile.neighbourhood,
            profile.language.tag(),
            dossier.added.0,
            day_text(dossier.asked),
            day_text(dossier.not_before),
            dossier.contact_person,
            dossier.remarks,
        ],
    )?;
    Ok(())
}

pub(crate) fn exists(db: &Connection, id: ResidentId) -> Result<bool> {
    Ok(sql::one(db, "SELECT 1 FROM resident WHERE id = ?1", [id.0], |_| Ok(()))?.is_some())
}

/// Bases and their purposes go with it.
pub(crate) fn delete(db: &Connection, id: ResidentId) -> Result<()> {
    sql::run(db, "DELETE FROM resident WHERE id = ?1", [id.0])?;
    Ok(())
}

/// The dossier but for its bases.
pub(crate) fn find(db: &Connection, id: ResidentId) -> Result<Option<Dossier>> {
    sql::one(
        db,
        "SELECT name, form, birth_decade, neighbourhood, language, added, asked, not_before, contact_person, remarks
         FROM resident WHERE id = ?1",
        [id.0],
        |row| {
            Ok(Dossier {
                profile: Profile {
                    name: row.get(0)?,
                    form: named(row, 1, form)?,
                    birth_decade: row.get(2)?,
                    neighbourhood: row.get(3)?,
                    language: named(row, 4, language)?,
                },
                added: moment(row, 5)?,
                asked: maybe_day(row, 6)?,
                not_before: maybe_day(row, 7)?,
                contact_person: row.get(8)?,
                remarks: row.get(9)?,
                ..Dossier::default()
            })
        },
    )
}
