//! After a damaged file was salvaged: what a relay has comes again, this device's own entries and numbers too, before anything is sent.

use api::Failure;
use domain::{Conversation, Directory, Dossier, Plan};
use store::{DocumentKind, DocumentRow, Homed, SpaceRef};
use sync::protocol::{id::ScopeId, sharing::Access};

use super::snapshot::of_kind;
use crate::{failures::fail, open::Open, team::Teams};

impl Open {
    /// Reads everything again, in every team. Of what cannot be read here although nothing of it waits, the rest goes (the damaged
    /// file has it): then it comes whole.
    pub(crate) fn read_again(&mut self) -> Result<(), Failure> {
        let lost = |error| fail("mend", error);
        let spaces: Vec<_> = self.spaces()?.into_iter().filter(|row| row.left.is_none()).map(|row| row.id).collect();
        let (mut broken, mut homeless) = (Vec::new(), Vec::new());
        for row in self.store.read().documents().map_err(lost)? {
            let home = self.store.read().home(Homed::of(row.scope, row.id)).map_err(lost)?;
            let Some(team) = self.read_in(home, &row) else { continue };
            if home.is_none() {
                homeless.push((Homed::of(row.scope, row.id), team));
            }
            let waits = self.store.read().waiting_of(row.id).map_err(lost)? > 0;
            if !waits && of_kind!(row.kind, K => self.read_document::<K>(row.id, row.scope).is_err()) {
                broken.push(row);
            }
        }
        self.act(|action| {
            action.touch(None);
            action.also(move |tx| {
                homeless.iter().try_for_each(|(what, space)| tx.settle(*what, *space))?;
                broken.iter().try_for_each(|row| tx.forget_document(row))?;
                spaces.iter().try_for_each(|space| tx.read_again(*space))
            });
            Ok(())
        })?;
        (self.teams, self.unreplayed) = (Teams::default(), false);
        self.take_teams()
    }

    /// The team whose relay has a document: the one where it lives. Where that is not known any more, the one whose logs know its scope.
    fn read_in(&self, home: Option<SpaceRef>, row: &DocumentRow) -> Option<SpaceRef> {
        let is_read = |team: &&super::Team| {
            let scope = row.scope.map_or_else(|| team.space.common_scope(), |resident| ScopeId(resident.0));
            let is_theirs = row.scope.is_some() || self.teams.iter().count() == 1;
            is_theirs && team.space.access(scope) != Access::Nothing
        };
        match home {
            Some(home) => self.teams.get(home).map(|team| team.row.id),
            None => self.teams.iter().find(is_read).map(|team| team.row.id),
        }
    }
}
