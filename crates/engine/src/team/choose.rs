//! Chooses in which team a person works now.

use api::{Failure, Saved, team::ChooseTeam};
use store::SpaceRef;

use crate::{Engine, Handle, failures::fail, open::Open, team::CHOSEN};

impl Handle<ChooseTeam> for Engine {
    fn handle(&mut self, request: ChooseTeam) -> Result<Saved, Failure> {
        let open = self.open()?;
        let chosen = request.team.map(|team| SpaceRef(team.0));
        if chosen.is_some_and(|space| open.teams.get(space).is_none()) {
            return Err(Failure::NotFound);
        }
        if request.keep {
            let kept = request.team.map(|team| team.to_string()).unwrap_or_default();
            open.act(|action| {
                action.also(move |tx| tx.set_setting(CHOSEN, &kept));
                action.touch(None);
                Ok(())
            })?;
        }
        open.chosen = chosen;
        Ok(open.saved())
    }
}

impl Open {
    /// Reads which team was chosen last. One that this device has left shows as all.
    pub(crate) fn take_chosen(&mut self) -> Result<(), Failure> {
        let kept = self.store.read().setting::<String>(CHOSEN).map_err(|error| fail("team", error))?;
        let team = kept.and_then(|text| text.parse::<domain::TeamId>().ok());
        self.chosen = team.map(|team| SpaceRef(team.0));
        Ok(())
    }
}
