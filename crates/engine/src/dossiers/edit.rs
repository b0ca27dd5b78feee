//! Corrects what stands in a dossier. Bases have verbs of their own.

use api::{Failure, Field, Saved, dossier::EditDossier};
use domain::{Dossier, DossierEdit};
use store::DocumentKind;

use crate::{Engine, Handle, entry};

impl Handle<EditDossier> for Engine {
    fn handle(&mut self, request: EditDossier) -> Result<Saved, Failure> {
        let edit = checked(request.edit)?;
        let open = self.open()?;
        let dossier = open.document_of(Some(request.resident), DocumentKind::Dossier)?;
        open.act(|action| action.edit::<Dossier>(dossier, &edit))?;
        Ok(open.saved())
    }
}

fn checked(edit: DossierEdit) -> Result<DossierEdit, Failure> {
    match edit {
        DossierEdit::Profile(profile) => Ok(DossierEdit::Profile(entry::profile(&profile)?)),
        DossierEdit::ContactPerson(line) => Ok(DossierEdit::ContactPerson(entry::line(&line, Field::Line)?)),
        DossierEdit::GiveBasis(..) | DossierEdit::WithdrawBasis(..) => Err(Failure::NotNow),
        other @ (DossierEdit::Remarks(_) | DossierEdit::Asked(_) | DossierEdit::NotBefore(_)) => Ok(other),
    }
}
