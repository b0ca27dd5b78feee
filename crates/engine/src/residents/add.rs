//! Adds a resident: a dossier and a plan, both empty but for who they are.

use api::{Failure, residents::AddResident};
use documents::NewDossier;
use domain::{DocumentId, Dossier, Plan, ResidentId, resident::Profile};

use crate::{Engine, Handle, action::Action, entry};

impl Handle<AddResident> for Engine {
    fn handle(&mut self, request: AddResident) -> Result<ResidentId, Failure> {
        let profile = entry::profile(&request.profile)?;
        let open = self.open()?;
        // In the list of all teams nobody has said which one it is for: then it is only here.
        let home = open.team().ok().map(|team| team.row.clone());
        open.act(|action| {
            home.iter().for_each(|row| action.as_of(row));
            add(action, profile)
        })
    }
}

/// Adds a resident within an action.
pub(crate) fn add(action: &mut Action<'_>, profile: Profile) -> Result<ResidentId, Failure> {
    let resident = ResidentId(action.open.random_id());
    let (dossier, plan) = (DocumentId(action.open.random_id()), DocumentId(action.open.random_id()));
    let added = action.open.now();
    action.create::<Dossier>(dossier, Some(resident), &NewDossier { profile, added })?;
    action.create::<Plan>(plan, Some(resident), &())?;
    Ok(resident)
}
