//! Records a basis with its purpose, and withdraws it.

use api::{
    Failure, Field, Saved,
    dossier::{GiveBasis, WithdrawBasis},
};
use domain::{Basis, BasisId, Dossier, DossierEdit, Purpose, ResidentId, text};
use store::{AccessEvent, DocumentKind, SpaceRef};
use sync::{
    Wish,
    protocol::{
        id::{self, ScopeId},
        sharing::record::Audience,
    },
};

use crate::{Engine, Handle, failures::fail, open::Open};

/// What follows for the team when a basis is withdrawn.
struct Withdrawal {
    space: SpaceRef,
    /// Wishes that nobody is to hear of any more.
    falls: Vec<u64>,
    wish: Option<Wish>,
}

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
        let withdrawal = open.withdrawal(request.resident, request.basis)?;
        open.act(|action| {
            action.edit::<Dossier>(dossier, &edit)?;
            if let Some(Withdrawal { space, falls, wish }) = withdrawal {
                action.also(move |tx| {
                    falls.iter().try_for_each(|number| tx.drop_wish(space, *number))?;
                    wish.map_or(Ok(()), |wish| tx.add_wish(space, &wish.to_bytes()).map(drop))
                });
            }
            action.log(AccessEvent::Withdrawn, Some(request.resident));
            Ok(())
        })?;
        Ok(open.saved())
    }
}

impl Open {
    /// What is to be told when a basis is withdrawn on which a dossier was shared: wishes to share on it fall at once.
    fn withdrawal(&self, resident: ResidentId, basis: BasisId) -> Result<Option<Withdrawal>, Failure> {
        let Some(team) = self.team_of(resident)? else { return Ok(None) };
        let (scope, basis) = (ScopeId(resident.0), id::BasisId(basis.0));
        let kept = self.store.read().wishes(team.row.id).map_err(|error| fail("wish", error))?;
        let falls = kept.into_iter().filter(
            |(_, bytes)| matches!(Wish::from_bytes(bytes), Some(Wish::Grant { basis: wished, .. }) if wished == basis),
        );
        let falls: Vec<u64> = falls.map(|(number, _)| number).collect();
        let given = team.space.sharing(scope).and_then(|sharing| sharing.given(basis));
        // The basis for keeping is that of the first keeper: handing over or erasing ends it, not a withdrawal.
        let shared = given.is_some_and(|audience| !matches!(audience, Audience::Keepers(_)));
        // What was wished may be on its way, or in the log without an answer: only a withdrawal in the log is sure to be the last word.
        let wish = (shared || !falls.is_empty()).then(|| Wish::Withdraw { scope, bases: vec![basis] });
        Ok(Some(Withdrawal { space: team.row.id, falls, wish }))
    }

    /// The standing basis for a purpose, or nothing.
    pub(crate) fn standing(&self, resident: ResidentId, purpose: Purpose) -> Result<Option<BasisId>, Failure> {
        self.store.read().standing_basis(resident, purpose).map_err(|error| fail("basis", error))
    }

    /// Refuses where nothing may be written for a purpose.
    pub(crate) fn need(&self, resident: ResidentId, purpose: Purpose) -> Result<BasisId, Failure> {
        self.standing(resident, purpose)?.ok_or(Failure::NoBasis)
    }
}
