//! What somebody has running who leaves or is ill: the page for a *warme overdracht*.

use std::collections::{BTreeMap, BTreeSet};

use api::{
    Failure,
    sharing::{AlsoKeeps, GetRunning, Keeping, Reader, Running, RunningView, Unread},
};
use domain::{ResidentId, plan::StepState};
use sync::{
    Wish,
    protocol::{
        id::{PersonId, ScopeId},
        permission::Standing,
        sharing::{Access, Sharing, record::Audience},
    },
};

use crate::{Engine, Handle, exchange::Team, failures::fail, open::Open};

impl Handle<GetRunning> for Engine {
    fn handle(&mut self, request: GetRunning) -> Result<RunningView, Failure> {
        let open = self.open()?;
        if open.teams.is_empty() {
            return Err(Failure::NoTeam);
        }
        let mut view = open.keepers_beside_me()?;
        match request.of {
            Some(of) => open.runs_with(PersonId(of.0), &mut view)?,
            None => open.runs_with_me(&mut view)?,
        }
        view.dossiers.sort_by_key(|running| running.name.to_lowercase());
        Ok(view)
    }
}

/// What is counted of the dossiers that do not show.
#[derive(Default)]
struct Counted {
    unread: Unread,
    ask: BTreeSet<PersonId>,
}

impl Open {
    /// A page without dossiers: whose can be asked for. A helper and a resident's device know of nobody's.
    fn keepers_beside_me(&self) -> Result<RunningView, Failure> {
        let mut others = Vec::new();
        for team in self.shown_teams().filter(|team| team.has_colleagues()) {
            for (id, here) in team.others_who_keep() {
                others.push(Keeping { id: domain::PersonId(id.0), person: self.named_in(team, id)?, here });
            }
        }
        others.sort_by_key(|other| (!other.here, other.person.name.to_lowercase()));
        Ok(RunningView {
            of: None,
            others,
            dossiers: Vec::new(),
            people: Vec::new(),
            me: None,
            unread: Unread::default(),
        })
    }

    fn runs_with_me(&self, view: &mut RunningView) -> Result<(), Failure> {
        let mut counted = Counted::default();
        for team in self.shown_teams() {
            self.runs_in(team, team.space.person(), view, &mut counted)?;
            view.people.extend(self.readers(team)?.into_iter().filter(|reader| !reader.helper));
        }
        view.unread = counted.unread;
        Ok(())
    }

    fn runs_with(&self, of: PersonId, view: &mut RunningView) -> Result<(), Failure> {
        let team = self.shown_teams().find(|team| team.knows_keeper(of)).ok_or(Failure::NotFound)?;
        let (me, id) = (team.space.person(), domain::PersonId(of.0));
        let mut counted = Counted::default();
        self.runs_in(team, of, view, &mut counted)?;
        let readers = self.readers(team)?.into_iter().filter(|reader| !reader.helper && reader.id != id);
        let this = Reader { id: domain::PersonId(me.0), person: self.named_in(team, me)?, helper: false };
        view.people = std::iter::once(this).chain(readers).collect();
        view.me = Some(domain::PersonId(me.0));
        view.of = Some(Keeping { id, person: self.named_in(team, of)?, here: team.can_keep(of) });
        for person in &counted.ask {
            counted.unread.ask.push(self.named_in(team, *person)?);
        }
        counted.unread.ask.sort_by_key(|person| person.name.to_lowercase());
        view.unread = counted.unread;
        Ok(())
    }

    /// What somebody keeps in a team: what this device may open shows, the rest is counted.
    fn runs_in(&self, team: &Team, of: PersonId, view: &mut RunningView, counted: &mut Counted) -> Result<(), Failure> {
        let wishes = self.wishes(team)?;
        for (scope, sharing) in team.dossiers().filter(|(_, sharing)| team.runs_with(sharing, of)) {
            let resident = ResidentId(scope.0);
            // What lives in another team is another dossier, whatever its id.
            if self.home(resident)?.is_some_and(|home| home != team.row.id) {
                continue;
            }
            let also = self.also_keeps(team, (scope, sharing), of, &wishes)?;
            let shown = if team.space.access(scope) == Access::Whole { self.running(resident, also)? } else { None };
            match shown {
                Some(running) => view.dossiers.push(running),
                None => counted.count(team, sharing, of),
            }
        }
        Ok(())
    }

    /// Who else keeps a dossier, or will as soon as the team hears of it.
    fn also_keeps(
        &self,
        team: &Team,
        (scope, sharing): (ScopeId, &Sharing),
        of: PersonId,
        wishes: &[Wish],
    ) -> Result<Vec<AlsoKeeps>, Failure> {
        let keep = team.keepers(sharing);
        let wished = wishes.iter().filter_map(|wish| match wish {
            Wish::Grant { scope: about, audience: Audience::Keepers(people), .. } if *about == scope => Some(people),
            _ => None,
        });
        let wished = wished.flatten().filter(|person| !keep.contains(person));
        let mut also: BTreeMap<PersonId, bool> = wished.map(|person| (*person, true)).collect();
        also.extend(keep.iter().map(|person| (*person, false)));
        also.remove(&of);
        let alone = |person| team.space.membership().is_some_and(|members| sharing.erases_alone(person, members));
        let named = also.into_iter().map(|(person, waits)| {
            let taken_over = !waits && !alone(person);
            Ok(AlsoKeeps { id: domain::PersonId(person.0), person: self.named_in(team, person)?, waits, taken_over })
        });
        named.collect()
    }

    fn running(&self, resident: ResidentId, also: Vec<AlsoKeeps>) -> Result<Option<Running>, Failure> {
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
            also,
        }))
    }
}

impl Team {
    /// Whether this device is an owner's or a member's.
    fn has_colleagues(&self) -> bool {
        matches!(self.space.standing(), Some(Standing::Owner | Standing::Member))
    }

    /// Everybody else who can keep a dossier, and who is the last that kept one and no longer can; with whether they can.
    fn others_who_keep(&self) -> BTreeMap<PersonId, bool> {
        let people = self.space.membership().into_iter().flat_map(|membership| membership.people());
        let here = people.map(|(person, _)| person).filter(|person| self.can_keep(*person));
        let left = self.dossiers().filter(|(_, sharing)| self.keepers(sharing).is_empty());
        let left = left.flat_map(|(_, sharing)| sharing.keepers());
        let mut all: BTreeMap<PersonId, bool> =
            here.chain(left).map(|person| (person, self.can_keep(person))).collect();
        all.remove(&self.space.person());
        all
    }

    /// Whether somebody else can be asked for here: they are in the team, or have kept a dossier of it.
    fn knows_keeper(&self, person: PersonId) -> bool {
        let is_in = || self.space.membership().is_some_and(|membership| membership.role(person).is_some());
        let kept = || self.dossiers().any(|(_, sharing)| sharing.keepers().contains(&person));
        self.has_colleagues() && person != self.space.person() && (is_in() || kept())
    }

    /// Whether a dossier stands on somebody's page: they keep it, or nobody does any more since they cannot.
    fn runs_with(&self, sharing: &Sharing, of: PersonId) -> bool {
        let keepers = self.keepers(sharing);
        keepers.contains(&of) || keepers.is_empty() && sharing.keepers().contains(&of)
    }
}

impl Counted {
    /// One more dossier that somebody keeps and that does not show.
    fn count(&mut self, team: &Team, sharing: &Sharing, of: PersonId) {
        let mut openers = team.openers(sharing);
        let count = if openers.contains(&team.space.person()) {
            &mut self.unread.coming
        } else {
            openers.remove(&of);
            if openers.is_empty() { &mut self.unread.with_nobody } else { &mut self.unread.with_others }
        };
        *count = count.saturating_add(1);
        if !openers.contains(&team.space.person()) {
            self.ask.extend(openers);
        }
    }
}
