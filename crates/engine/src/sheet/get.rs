//! The recovery sheet as the screen shows it: one line for each team, and whether the code of this device brings it back.

use api::{
    Failure,
    sheet::{GetSheet, SheetState, SheetTeam, SheetView},
};
use pairing::{RelayAddress, SheetLine};
use sync::{Wish, protocol::id::DeviceId};

use super::put::PAPER;
use crate::{
    Engine, Handle,
    exchange::{Team, of},
    failures::{fail, unexpected},
    open::Open,
};

impl Handle<GetSheet> for Engine {
    fn handle(&mut self, _: GetSheet) -> Result<SheetView, Failure> {
        self.open()?.sheet_view()
    }
}

impl Open {
    /// Every team on the sheet, and the coming back that is under way.
    pub(crate) fn sheet_view(&self) -> Result<SheetView, Failure> {
        let teams = self.teams.iter().filter(|team| !team.is_residents_own());
        let teams = teams.map(|team| self.sheet_team(team)).collect::<Result<_, _>>()?;
        Ok(SheetView { teams, back: self.back.as_ref().map(super::Back::view) })
    }

    fn sheet_team(&self, team: &Team) -> Result<SheetTeam, Failure> {
        let relay = RelayAddress::parse(&team.row.relay).map_err(|_| unexpected("sheet/relay"))?;
        let line = SheetLine { space: team.space.id(), relay };
        Ok(SheetTeam { team: team.named(), line: line.to_string(), state: self.sheet_state(team)? })
    }

    /// What follows from the log for the paper device that was made of the code in force here.
    fn sheet_state(&self, team: &Team) -> Result<SheetState, Failure> {
        let lost = |error| fail("sheet", error);
        let read = self.store.read();
        let kept = read.setting::<[u8; 16]>(&of(PAPER, team.row.id)).map_err(lost)?;
        let Some(paper) = kept.map(DeviceId) else { return Ok(SheetState::NotOn) };
        let is_wished = |(_, bytes): &(u64, Vec<u8>)| matches!(Wish::from_bytes(bytes), Some(Wish::AddPaper { device }) if device.device == paper);
        let is_waiting = read.wishes(team.row.id).map_err(lost)?.iter().any(is_wished);
        let Some(membership) = team.space.membership() else {
            return Ok(if is_waiting { SheetState::Waiting } else { SheetState::Unknown });
        };
        Ok(match () {
            () if membership.removed(paper).is_some() => SheetState::TakenOut,
            () if membership.device(paper).is_ok() && team.space.is_older_than_erasure(paper) => {
                SheetState::OlderThanErasure
            }
            () if membership.device(paper).is_ok() => SheetState::On,
            () if is_waiting => SheetState::Waiting,
            () => SheetState::NotOn,
        })
    }
}
