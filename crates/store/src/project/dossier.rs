//! Dossier to rows.

use domain::{BasisId, Dossier, DossierEdit, ResidentId};
use rusqlite::{Connection, Result};

use crate::{
    error::Error,
    store::Tx,
    table::{
        basis, resident, tombstone,
        written::{self, Place, WrittenKind},
    },
};

impl Tx<'_> {
    /// Makes the rows of a dossier equal to `dossier`; with `edit` only those that the edit touches.
    pub fn project_dossier(
        &self,
        id: ResidentId,
        dossier: &Dossier,
        edit: Option<&DossierEdit>,
    ) -> core::result::Result<(), Error> {
        tombstone::refuse(&self.db, id.0)?;
        match edit {
            Some(edit) if resident::exists(&self.db, id)? => part(&self.db, id, dossier, edit)?,
            _ => whole(&self.db, id, dossier)?,
        }
        Ok(())
    }
}

fn part(db: &Connection, id: ResidentId, dossier: &Dossier, edit: &DossierEdit) -> Result<()> {
    match edit {
        DossierEdit::GiveBasis(basis, _) | DossierEdit::WithdrawBasis(basis, _) => put_basis(db, id, *basis, dossier),
        DossierEdit::Asked(_) | DossierEdit::NotBefore(_) => resident::put(db, id, dossier),
        DossierEdit::Profile(_) | DossierEdit::ContactPerson(_) | DossierEdit::Remarks(_) => {
            resident::put(db, id, dossier)?;
            texts(id, dossier).iter().try_for_each(|(place, text)| written::put(db, place, text))
        }
    }
}

fn whole(db: &Connection, id: ResidentId, dossier: &Dossier) -> Result<()> {
    resident::put(db, id, dossier)?;
    for gone in basis::of_resident(db, id)?.into_keys().filter(|basis| !dossier.bases.contains_key(basis)) {
        basis::delete(db, id, gone)?;
    }
    dossier.bases.keys().try_for_each(|basis| put_basis(db, id, *basis, dossier))?;
    written::put_all(db, id.0, &WrittenKind::DOSSIER, &texts(id, dossier))
}

fn put_basis(db: &Connection, id: ResidentId, basis: BasisId, dossier: &Dossier) -> Result<()> {
    match dossier.bases.get(&basis) {
        Some(found) => basis::put(db, id, basis, found),
        None => basis::delete(db, id, basis),
    }
}

fn texts(id: ResidentId, dossier: &Dossier) -> [(Place, &str); 4] {
    [
        (Place::in_dossier(id, WrittenKind::Name), &dossier.profile.name),
        (Place::in_dossier(id, WrittenKind::Neighbourhood), &dossier.profile.neighbourhood),
        (Place::in_dossier(id, WrittenKind::ContactPerson), &dossier.contact_person),
        (Place::in_dossier(id, WrittenKind::Remarks), &dossier.remarks),
    ]
}
