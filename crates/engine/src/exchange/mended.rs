//! After a damaged file was salvaged: what a relay has comes again, this device's own entries and numbers too, before anything is sent.

use api::Failure;
use domain::{Conversation, Directory, Dossier, Plan};
use store::{DocumentKind, DocumentRow, Homed};

use super::snapshot::of_kind;
use crate::{failures::fail, open::Open, team::Teams};

impl Open {
    /// Reads everything again, in every team. Of what cannot be read here although nothing of it waits, the rest goes (the damaged
    /// file has it): then it comes whole.
    pub(crate) fn read_again(&mut self) -> Result<(), Failure> {
        let spaces: Vec<_> = self.spaces()?.into_iter().filter(|row| row.left.is_none()).map(|row| row.id).collect();
        let broken = self.broken()?;
        self.act(|action| {
            action.touch(None);
            action.also(move |tx| {
                broken.iter().try_for_each(|row| tx.forget_document(row))?;
                spaces.iter().try_for_each(|space| tx.read_again(*space))
            });
            Ok(())
        })?;
        (self.teams, self.unreplayed) = (Teams::default(), false);
        self.take_teams()
    }

    /// Documents of a team that do not load, and of which nothing waits to be sent.
    fn broken(&mut self) -> Result<Vec<DocumentRow>, Failure> {
        let lost = |error| fail("mend", error);
        let mut broken = Vec::new();
        for row in self.store.read().documents().map_err(lost)? {
            let read = self.store.read();
            let home = read.home(Homed::of(row.scope, row.id)).map_err(lost)?;
            let waits = read.waiting_of(row.id).map_err(lost)? > 0;
            if home.is_some_and(|home| self.teams.get(home).is_some())
                && !waits
                && of_kind!(row.kind, K => self.read_document::<K>(row.id, row.scope).is_err())
            {
                broken.push(row);
            }
        }
        Ok(broken)
    }
}
