//! Records a basis with its purpose, and withdraws it.

use api::{
    Failure, Field, Saved,
    dossier::{GiveBasis, WithdrawBasis},
};
use domain::{Basis, BasisId, Dossier, DossierEdit, Purpose, ResidentId, text};
use store::{AccessEvent, DocumentKind};

use crate::{Engine, Handle, failures::fail, open::Open};

impl Handle<GiveBasis> for Engine {
    fn handle(&mut self, request: GiveBasis) -> Result<BasisId, Failure> {
        if request.told.trim().is_empty() || !text::fits_text(&request.told) {
            return Err(Failure::Invalid { field: Field::Text });
        }
        let open = self.open()?;
        let dossier = open.document_of(Some(request.resident), DocumentKind::Dossier)?;
        let id = BasisId(open.random_id());
        let basis = Basis {
            purpose: request.purpose,
            ground: request.ground,
            given_by: request.given_by,
            told: request.told,
            language: request.language,
            given_at: open.now(),
            recorded_by: open.who()?.name,
            until: None,
            withdrawn: None,
        };
        open.act(|action| action.edit::<Dossier>(dossier, &DossierEdit::GiveBasis(id, basis)))?;
        Ok(id)
    }
}

impl Handle<WithdrawBasis> for Engine {
    fn handle(&mut self, request: WithdrawBasis) -> Result<Saved, Failure> {
        let open = self.open()?;
        let dossier = open.document_of(Some(request.resident), DocumentKind::Dossier)?;
        let edit = DossierEdit::WithdrawBasis(request.basis, open.now());
        open.act(|action| {
            action.edit::<Dossier>(dossier, &edit)?;
            action.log(AccessEvent::Withdrawn, Some(request.resident));
            Ok(())
        })?;
        Ok(open.saved())
    }
}

impl Open {
    /// The standing basis for a purpose, or nothing.
    pub(crate) fn standing(&self, resident: ResidentId, purpose: Purpose) -> Result<Option<BasisId>, Failure> {
        self.store.read().standing_basis(resident, purpose).map_err(|error| fail("basis", error))
    }

    /// Refuses where nothing may be written for a purpose.
    pub(crate) fn need(&self, resident: ResidentId, purpose: Purpose) -> Result<BasisId, Failure> {
        self.standing(resident, purpose)?.ok_or(Failure::NoBasis)
    }
}
