//! Where what was written is, and how the exchange stands, for the screen.

use api::{
    Failure, Saved,
    sync::{
        Conflict, Doing, GetRecordStates, GetSync, PauseSync, Problem, RecordAt, RecordKind, RecordState, SyncNow,
        SyncView,
    },
    team::TeamRole,
};
use domain::Moment;
use store::{ConversationRow, DocumentKind};

use super::TAKEN_OUT;
use crate::{Engine, Handle, failures::fail, open::Open};

impl Handle<GetSync> for Engine {
    fn handle(&mut self, _: GetSync) -> Result<SyncView, Failure> {
        let open = self.open()?;
        let lost = |error| fail("sync", error);
        let read = open.store.read();
        let conflicts = read.conflicts().map_err(lost)?.into_iter().map(conflict).collect();
        let taken_out = read.setting::<bool>(TAKEN_OUT).map_err(lost)?.unwrap_or_default();
        let Some(team) = &open.team else {
            return Ok(SyncView {
                team: false,
                role: None,
                doing: Doing::Resting,
                waiting: 0,
                last: None,
                problems: if taken_out { vec![Problem::Removed] } else { Vec::new() },
                renewal: None,
                conflicts,
            });
        };
        Ok(SyncView {
            team: true,
            role: Some(team.role()),
            doing: if team.row.paused { Doing::Paused } else { team.doing },
            waiting: open.waiting()?,
            last: team.row.heard.map(|at| (at, open.shown(at))),
            problems: team.problems.iter().copied().collect(),
            renewal: open.renewal_view(team)?,
            conflicts,
        })
    }
}

impl Handle<GetRecordStates> for Engine {
    fn handle(&mut self, request: GetRecordStates) -> Result<Vec<RecordState>, Failure> {
        let open = self.open()?;
        let lost = |error| fail("record-state", error);
        let read = open.store.read();
        let waiting = read.waiting().map_err(lost)?;
        let shared = open
            .team
            .as_ref()
            .is_some_and(|team| team.space.sharing(sync::protocol::id::ScopeId(request.resident.0)).is_some());
        let mut states = Vec::new();
        for row in read.documents_of(request.resident).map_err(lost)? {
            let changes = waiting.iter().find(|(id, _)| *id == row.id).map_or(0, |(_, count)| *count);
            let at = match read.shared(row.id).map_err(lost)? {
                _ if !shared => RecordAt::OnlyHere,
                _ if changes > 0 => RecordAt::Waiting { changes },
                Some(at) => RecordAt::AtRelay { shown: open.shown(at) },
                // It came from there.
                None => RecordAt::AtRelay { shown: String::new() },
            };
            let kind = match row.kind {
                DocumentKind::Plan => RecordKind::Plan,
                DocumentKind::Conversation => RecordKind::Conversation,
                DocumentKind::Dossier | DocumentKind::Directory => RecordKind::Dossier,
            };
            states.push(RecordState { kind, document: row.id, at });
        }
        Ok(states)
    }
}

impl Handle<SyncNow> for Engine {
    fn handle(&mut self, _: SyncNow) -> Result<Saved, Failure> {
        let open = self.open()?;
        let team = open.team.as_mut().ok_or(Failure::NoTeam)?;
        team.wake();
        open.ring = true;
        Ok(open.saved())
    }
}

impl Handle<PauseSync> for Engine {
    fn handle(&mut self, request: PauseSync) -> Result<Saved, Failure> {
        let open = self.open()?;
        let space = open.team.as_ref().ok_or(Failure::NoTeam)?.row.id;
        open.act(|action| {
            action.also(move |tx| tx.set_space_paused(space, request.paused));
            action.touch(None);
            Ok(())
        })?;
        if let Some(team) = &mut open.team {
            team.row.paused = request.paused;
            team.wake();
        }
        Ok(open.saved())
    }
}

impl Open {
    /// How many changes wait to be sent: of what may leave this device.
    fn waiting(&self) -> Result<u32, Failure> {
        let lost = |error| fail("waiting", error);
        let read = self.store.read();
        // Without a place in the common scope nothing of it is sent: what belongs to no dossier stays on this device.
        let common = self.team.as_ref().is_some_and(|team| matches!(team.role(), TeamRole::Owner | TeamRole::Member));
        let mut waiting = 0_u32;
        for (id, changes) in read.waiting().map_err(lost)? {
            let row = read.document(id).map_err(lost)?.filter(|row| !row.sample);
            if let Some(row) = row
                && (common || row.scope.is_some())
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
