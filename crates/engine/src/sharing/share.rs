//! Shares a dossier, its plan or one conversation, on a basis that is recorded with it.

use api::{
    Failure,
    sharing::{ShareDossier, What},
};
use domain::{BasisId, DocumentId, PersonId, ResidentId};
use store::DocumentKind;
use sync::protocol::{
    id::{self, ScopeId},
    permission::Role,
    sharing::{
        Access,
        record::{Audience, Readers},
    },
};

use crate::{Engine, Handle, exchange::Team, open::Open, sharing::Told};

impl Handle<ShareDossier> for Engine {
    fn handle(&mut self, request: ShareDossier) -> Result<BasisId, Failure> {
        let open = self.open()?;
        let team = open.team_for(request.resident, request.team)?;
        let (space, audience) = (team.row.id, open.audience(team, request.resident, &request.people, &request.what)?);
        let told = Told {
            ground: request.ground,
            given_by: request.given_by,
            words: request.told,
            language: request.language,
            until: request.until,
        };
        open.share(space, request.resident, told, audience)
    }
}

impl Open {
    fn audience(
        &self,
        team: &Team,
        resident: ResidentId,
        people: &[PersonId],
        what: &What,
    ) -> Result<Audience, Failure> {
        let scope = ScopeId(resident.0);
        // What was not opened yet is opened by this person first.
        if team.space.sharing(scope).is_some() && team.space.access(scope) != Access::Whole {
            return Err(Failure::NotAllowed);
        }
        let membership = team.space.membership().ok_or(Failure::NotNow)?;
        let people: Vec<id::PersonId> = people.iter().map(|person| id::PersonId(person.0)).collect();
        let roles = people.iter().map(|person| membership.role(*person).ok_or(Failure::NotFound));
        let roles = roles.collect::<Result<Vec<_>, _>>()?;
        let helpers = roles.iter().filter(|role| **role == Role::Helper).count();
        Ok(match (what, helpers) {
            (What::All {}, 0) if people.is_empty() => Audience::Team,
            (What::All {}, 0) => Audience::People(people),
            // For a helper all of it is what is there now. Whoever is of the team reads what is written later too.
            (What::All {}, _) if helpers < roles.len() => return Err(Failure::NotAllowed),
            _ => {
                let documents = self.named_documents(resident, what)?;
                let readers = if people.is_empty() { Readers::Team } else { Readers::People(people) };
                Audience::Part { readers, documents }
            }
        })
    }

    fn named_documents(&self, resident: ResidentId, what: &What) -> Result<Vec<id::DocumentId>, Failure> {
        let documents: Vec<DocumentId> = match what {
            What::Plan {} => vec![self.document_of(Some(resident), DocumentKind::Plan)?],
            What::Conversation { conversation } => {
                if self.resident_of(*conversation)? != resident {
                    return Err(Failure::NotFound);
                }
                vec![(*conversation).into()]
            }
            What::All {} => {
                let rows = self.store.read().documents_of(resident);
                let rows = rows.map_err(|error| crate::failures::fail("share", error))?;
                // What stands in the dossier beside them is for who reads it.
                let named = |kind| matches!(kind, DocumentKind::Plan | DocumentKind::Conversation);
                rows.into_iter().filter(|row| named(row.kind)).map(|row| row.id).collect()
            }
        };
        Ok(documents.into_iter().map(|document| id::DocumentId(document.0)).collect())
    }
}
