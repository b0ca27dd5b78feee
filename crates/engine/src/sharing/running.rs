//! What somebody has running who leaves or is ill: the page for a *warme overdracht*.

use api::{
    Failure,
    sharing::{GetRunning, Running, RunningView},
};
use domain::{ResidentId, plan::StepState};
use sync::protocol::id::ScopeId;

use crate::{Engine, Handle, exchange::Team, failures::fail, open::Open};

impl Handle<GetRunning> for Engine {
    fn handle(&mut self, _: GetRunning) -> Result<RunningView, Failure> {
        let open = self.open()?;
        if open.teams.is_empty() {
            return Err(Failure::NoTeam);
        }
        let (mut dossiers, mut people) = (Vec::new(), Vec::new());
        for team in open.shown_teams() {
            dossiers.extend(open.runs_in(team)?);
            people.extend(open.readers(team)?.into_iter().filter(|reader| !reader.helper));
        }
        dossiers.sort_by_key(|running| running.name.to_lowercase());
        Ok(RunningView { dossiers, people })
    }
}

impl Open {
    /// What this person keeps in a team.
    fn runs_in(&self, team: &Team) -> Result<Vec<Running>, Failure> {
        let space = &team.space;
        let me = space.person();
        let common = space.common_scope();
        let kept: Vec<(ScopeId, bool)> = space
            .scopes()
            .filter(|(scope, sharing)| *scope != common && !sharing.is_erased() && sharing.keepers().contains(&me))
            .map(|(scope, sharing)| (scope, sharing.keepers().len() == 1))
            .collect();
        let mut dossiers = Vec::new();
        for (scope, only_mine) in kept {
            dossiers.extend(self.running(ResidentId(scope.0), only_mine)?);
        }
        Ok(dossiers)
    }

    fn running(&self, resident: ResidentId, only_mine: bool) -> Result<Option<Running>, Failure> {
        let lost = |error| fail("running", error);
        let read = self.store.read();
        let Some(dossier) = read.dossier(resident).map_err(lost)? else { return Ok(None) };
        let plan = read.plan(resident).map_err(lost)?;
        let rows = read.conversation_rows(resident).map_err(lost)?;
        let open_steps = plan.steps.values().filter(|step| step.state == StepState::Open);
        Ok(Some(Running {
            resident,
            name: dossier.profile.name,
            contact_person: dossier.contact_person,
            last: rows.iter().map(|row| row.on).max(),
            steps: open_steps.map(|step| (step.text.clone(), step.on)).collect(),
            look_back: rows.iter().filter(|row| row.looked_back.is_none()).filter_map(|row| row.look_back).min(),
            only_mine,
        }))
    }
}
