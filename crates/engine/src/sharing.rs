//! Sharing a dossier, or a part of it; who reads it; and handing it over. Withdrawing stands with the bases, in `dossiers`.

mod bring_along;
mod cover_note;
mod get;
mod hand_over;
mod hold;
mod running;
mod share;

use api::{Failure, sharing::Reader};
use domain::{Basis, BasisId, Dossier, DossierEdit, GivenBy, Ground, Language, Purpose, ResidentId, text};
use store::{AccessEvent, DocumentKind, Homed, SpaceRef};
use sync::{
    Wish,
    protocol::{
        id::{self, ScopeId},
        permission::Role,
        sharing::record::Audience,
    },
};

use crate::{exchange::Team, open::Open};

/// What a basis for sharing says.
struct Told {
    ground: Ground,
    given_by: GivenBy,
    words: String,
    language: Language,
    until: Option<domain::Date>,
}

impl Open {
    /// Records the basis in the dossier and keeps the wish to share on it, in one transaction.
    fn share(
        &mut self,
        space: SpaceRef,
        resident: ResidentId,
        told: Told,
        audience: Audience,
    ) -> Result<BasisId, Failure> {
        if told.words.trim().is_empty() || !text::fits_text(&told.words) {
            return Err(Failure::Invalid { field: api::Field::Text });
        }
        self.need(resident, Purpose::Keep)?;
        let dossier = self.document_of(Some(resident), DocumentKind::Dossier)?;
        let basis = BasisId(self.random_id());
        let scope = ScopeId(resident.0);
        let team = self.teams.get(space).ok_or(Failure::NoTeam)?;
        let seen = team.space.sharing(scope).and_then(sync::protocol::sharing::Sharing::head);
        // From here on it is written as the device that the team knows.
        let moves_in = self.home(resident)?.is_none();
        let given = Basis {
            purpose: Purpose::Share,
            ground: told.ground,
            given_by: told.given_by,
            told: told.words,
            language: told.language,
            given_at: self.now(),
            recorded_by: self.who()?.name,
            until: told.until,
            withdrawn: None,
        };
        let note = self.cover_note(resident, &given)?;
        let by_itself = match &audience {
            Audience::Part { documents, .. } => documents.clone(),
            _ => Vec::new(),
        };
        let wish = Wish::Grant { scope, basis: id::BasisId(basis.0), audience, seen }.to_bytes();
        self.act(|action| {
            action.edit::<Dossier>(dossier, &DossierEdit::GiveBasis(basis, given))?;
            for document in by_itself {
                action.put_note(domain::DocumentId(document.0), basis, &note)?;
            }
            action.also(move |tx| {
                tx.settle(Homed::Scope(resident), space)?;
                tx.add_wish(space, &wish).map(drop)
            });
            action.log(AccessEvent::Shared, Some(resident));
            Ok(())
        })?;
        if moves_in {
            self.shelf.clear();
        }
        Ok(basis)
    }

    /// Everybody else in a team, by name.
    fn readers(&self, team: &Team) -> Result<Vec<Reader>, Failure> {
        let me = team.space.person();
        let mut readers = Vec::new();
        for (person, role) in team.space.membership().into_iter().flat_map(|membership| membership.people()) {
            if person != me {
                readers.push(Reader {
                    id: domain::PersonId(person.0),
                    person: self.person_in(team.row.id, domain::PersonId(person.0))?.unwrap_or_default(),
                    helper: role == Role::Helper,
                });
            }
        }
        readers.sort_by_key(|reader| reader.person.name.to_lowercase());
        Ok(readers)
    }

    /// The numbers of the wishes about a scope that no log has taken yet.
    pub(crate) fn wishes_about(&self, resident: ResidentId) -> Result<Vec<u64>, Failure> {
        let Some(home) = self.home(resident)? else { return Ok(Vec::new()) };
        let scope = ScopeId(resident.0);
        let kept = self.store.read().wishes(home).map_err(|error| crate::failures::fail("wish", error))?;
        let about = |bytes: &[u8]| Wish::from_bytes(bytes).is_some_and(|wish| wish.scope() == Some(scope));
        Ok(kept.into_iter().filter(|(_, bytes)| about(bytes)).map(|(number, _)| number).collect())
    }

    /// The wishes that no log of a team has taken yet.
    pub(crate) fn wishes(&self, team: &Team) -> Result<Vec<Wish>, Failure> {
        let kept = self.store.read().wishes(team.row.id).map_err(|error| crate::failures::fail("wish", error))?;
        Ok(kept.iter().filter_map(|(_, bytes)| Wish::from_bytes(bytes)).collect())
    }
}
