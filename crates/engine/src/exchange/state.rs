//! Where what was written is, and how the exchange stands, for the screen.

use std::collections::BTreeSet;

use api::{
    Failure, Saved,
    sync::{
        Conflict, Doing, GetRecordStates, GetSync, PauseSync, Problem, RecordAt, RecordKind, RecordState, Renewal,
        SeeRemoval, SyncNow, SyncView, TeamSync,
    },
    team::{TeamName, TeamRole},
};
use domain::{Moment, TeamId};
use store::{ConversationRow, DocumentKind, DocumentRow, SpaceRef};
use sync::protocol::id::ScopeId;

use super::{TAKEN_OUT, Team, keep::record_problem, of, renewing::Renewing};
use crate::{Engine, Handle, failures::fail, open::Open};

impl Handle<GetSync> for Engine {
    fn handle(&mut self, _: GetSync) -> Result<SyncView, Failure> {
        let waits = self.waits_for_wifi();
        let open = self.open()?;
        let lost = |error| fail("sync", error);
        let teams = open.teams.iter().map(|team| open.team_sync(team, waits)).collect::<Result<Vec<_>, _>>()?;
        let chosen = open.chosen_team().map(Team::id);
        let shown: Vec<&TeamSync> = teams.iter().filter(|team| chosen.is_none_or(|id| team.id == id)).collect();
        let mut problems: BTreeSet<Problem> = shown.iter().flat_map(|team| team.problems.iter().copied()).collect();
        let taken_out = open.taken_out()?;
        if !taken_out.is_empty() {
            problems.insert(Problem::Removed);
        }
        let role = shown.first().map(|team| team.role).filter(|role| shown.iter().all(|team| team.role == *role));
        let dossiers = role != Some(TeamRole::Helper) || open.has_dossiers()?;
        // Who reads one conversation chooses nothing in it.
        let conflicts = if dossiers { open.lists().conflicts().map_err(lost)? } else { Vec::new() };
        let handed_in: Vec<_> = open.shown_teams().map(|team| open.handed_in_by(team)).collect::<Result<_, _>>()?;
        // The oldest one: so long ago everything was there.
        let last = shown.iter().map(|team| team.last.clone()).min_by_key(|last| last.as_ref().map(|(at, _)| *at));
        Ok(SyncView {
            team: !teams.is_empty(),
            chosen,
            taken_out,
            unsent: open.unsent()?,
            role,
            dossiers,
            doing: doing(&shown),
            waiting: shown.iter().fold(0_u32, |waiting, team| waiting.saturating_add(team.waiting)),
            last: last.flatten(),
            problems: problems.into_iter().collect(),
            resumes: open.team().is_ok_and(|team| team.resumes().is_ok()),
            handed_in: handed_in.into_iter().flatten().collect(),
            renewal: open.renewal_together()?,
            conflicts: conflicts.into_iter().map(conflict).collect(),
            teams,
        })
    }
}

impl Handle<GetRecordStates> for Engine {
    fn handle(&mut self, request: GetRecordStates) -> Result<Vec<RecordState>, Failure> {
        let open = self.open()?;
        let lost = |error| fail("record-state", error);
        let read = open.store.read();
        let scope = ScopeId(request.resident.0);
        let team = open.team_of(request.resident)?;
        let shared = team.is_some_and(|team| team.is_sent(scope));
        let aside = team.map(|team| read.aside(team.row.id)).transpose().map_err(lost)?.unwrap_or_default();
        let mut states = Vec::new();
        for row in read.documents_of(request.resident).map_err(lost)? {
            let (at, vouched, flagged) = (open.record_at(&row, shared)?, open.vouched(&row)?, open.flagged(&row)?);
            let kind = match row.kind {
                DocumentKind::Plan => RecordKind::Plan,
                DocumentKind::Conversation => RecordKind::Conversation,
                DocumentKind::Dossier | DocumentKind::Directory => RecordKind::Dossier,
            };
            let problem = team.and_then(|team| record_problem(team, &aside, &row, &at));
            states.push(RecordState { kind, document: row.id, at, vouched, flagged, problem });
        }
        Ok(states)
    }
}

impl Handle<SyncNow> for Engine {
    fn handle(&mut self, _: SyncNow) -> Result<Saved, Failure> {
        let open = self.open()?;
        for space in open.spaces_shown()? {
            if let Some(team) = open.teams.get_mut(space) {
                team.wake();
                team.by_hand = true;
            }
        }
        open.ring = true;
        Ok(open.saved())
    }
}

impl Handle<PauseSync> for Engine {
    fn handle(&mut self, request: PauseSync) -> Result<Saved, Failure> {
        let open = self.open()?;
        let spaces = open.spaces_shown()?;
        let pausing = spaces.clone();
        open.act(|action| {
            action.also(move |tx| pausing.iter().try_for_each(|space| tx.set_space_paused(*space, request.paused)));
            action.touch(None);
            Ok(())
        })?;
        for space in spaces {
            if let Some(team) = open.teams.get_mut(space) {
                team.row.paused = request.paused;
                team.wake();
            }
        }
        Ok(open.saved())
    }
}

impl Handle<SeeRemoval> for Engine {
    fn handle(&mut self, request: SeeRemoval) -> Result<Saved, Failure> {
        let open = self.open()?;
        open.act(|action| {
            let space = SpaceRef(request.team.0);
            action.also(move |tx| tx.remove_setting(&of(TAKEN_OUT, space)));
            action.put_unsent_away(space);
            action.touch(None);
            Ok(())
        })?;
        Ok(open.saved())
    }
}

impl Open {
    fn team_sync(&self, team: &Team, waits_for_wifi: bool) -> Result<TeamSync, Failure> {
        Ok(TeamSync {
            id: team.id(),
            name: team.row.name.clone(),
            role: team.role(),
            doing: match () {
                () if team.row.paused => Doing::Paused,
                () if waits_for_wifi && !team.by_hand => Doing::ForWifi,
                () => team.doing,
            },
            waiting: self.waiting(team)?,
            last: team.row.heard.map(|at| (at, self.shown(at))),
            problems: team.problems.iter().copied().collect(),
            renewal: self.renewing(team)?.map(|renewing| self.renewal_view(renewing)),
        })
    }

    /// How far the keys are renewed in all teams that are shown.
    fn renewal_together(&self) -> Result<Option<Renewal>, Failure> {
        let mut together: Option<Renewing> = None;
        for team in self.shown_teams() {
            let one = self.renewing(team)?;
            together = match (together, one) {
                (Some(before), Some(one)) => Some(before.and(one)),
                (before, one) => before.or(one),
            };
        }
        Ok(together.map(|renewing| self.renewal_view(renewing)))
    }

    /// Teams out of which somebody else took this device.
    fn taken_out(&self) -> Result<Vec<TeamName>, Failure> {
        let read = self.store.read();
        let mut teams = Vec::new();
        for row in self.spaces()?.into_iter().filter(|row| row.left.is_some()) {
            let kept = read.setting::<bool>(&of(TAKEN_OUT, row.id)).map_err(|error| fail("sync", error))?;
            if kept == Some(true) {
                teams.push(TeamName { id: TeamId(row.id.0), name: row.name });
            }
        }
        Ok(teams)
    }

    /// Where a document is, whose scope a log knows or not.
    pub(crate) fn record_at(&self, row: &DocumentRow, shared: bool) -> Result<RecordAt, Failure> {
        let lost = |error| fail("record-state", error);
        let read = self.store.read();
        let changes = read.waiting_of(row.id).map_err(lost)?;
        Ok(match read.shared(row.id).map_err(lost)? {
            _ if !shared => RecordAt::OnlyHere,
            _ if changes > 0 => RecordAt::Waiting { changes },
            Some(at) => RecordAt::AtRelay { shown: self.shown(at) },
            // It came from there.
            None => RecordAt::AtRelay { shown: String::new() },
        })
    }

    /// Whether there is a dossier on this device that was not shared with this person by itself.
    fn has_dossiers(&self) -> Result<bool, Failure> {
        let rows = self.store.read().documents().map_err(|error| fail("sync", error))?;
        let parts = self.parts()?;
        let is_part = |row: &DocumentRow| parts.iter().any(|part| part.is_of(row.scope));
        Ok(rows.iter().any(|row| row.kind == DocumentKind::Dossier && !is_part(row)))
    }

    /// The spaces of the teams that are shown; there must be one.
    pub(super) fn spaces_shown(&self) -> Result<Vec<SpaceRef>, Failure> {
        let spaces: Vec<SpaceRef> = self.shown_teams().map(|team| team.row.id).collect();
        if spaces.is_empty() { Err(Failure::NoTeam) } else { Ok(spaces) }
    }

    /// How many changes wait to be sent to a team: of what lives there and may leave this device.
    fn waiting(&self, team: &Team) -> Result<u32, Failure> {
        let lost = |error| fail("waiting", error);
        let read = self.store.read();
        // Without a place in the common scope nothing of it is sent: what belongs to no dossier stays on this device.
        let common = matches!(team.role(), TeamRole::Owner | TeamRole::Member);
        let mut waiting = 0_u32;
        for (id, changes) in read.waiting().map_err(lost)? {
            let row = read.document(id).map_err(lost)?.filter(|row| !row.sample);
            if let Some(row) = row
                && row.scope.map_or(common, |scope| team.is_sent(ScopeId(scope.0)) || common)
                && self.may_live_in(team.row.id, id, row.scope)?
                && self.may_leave(row.scope)?
            {
                waiting = waiting.saturating_add(changes);
            }
        }
        Ok(waiting)
    }

    /// A moment on the clock on the wall: the time today, the date before.
    pub(super) fn shown(&self, at: Moment) -> String {
        let (then, now) = (self.host.local(at), self.host.local(self.now()));
        if then.date() == now.date() {
            format!("{:02}:{:02}", then.hour(), then.minute())
        } else {
            then.date().to_string()
        }
    }
}

fn conflict(row: ConversationRow) -> Conflict {
    Conflict { resident: row.resident, name: row.name, conversation: row.id, on: row.on }
}

/// What happens in several teams together: what moves comes first, then what is held up.
fn doing(teams: &[&TeamSync]) -> Doing {
    let (mut fetched, mut of, mut is_busy) = (0_u64, 0_u64, false);
    for team in teams {
        if let Doing::Exchanging { fetched: some, of: all } = team.doing {
            (fetched, of, is_busy) = (fetched.saturating_add(some), of.saturating_add(all), true);
        }
    }
    let any = |doing| teams.iter().any(|team| team.doing == doing);
    match () {
        () if is_busy => Doing::Exchanging { fetched, of },
        () if any(Doing::ForWifi) => Doing::ForWifi,
        () if any(Doing::Offline) => Doing::Offline,
        () if any(Doing::Resting) || teams.is_empty() => Doing::Resting,
        () => Doing::Paused,
    }
}
