//! Puts every team on the recovery sheet: lets a paper device in that is made of the code. The code itself is not kept.

use api::{
    Failure,
    session::Secret,
    sheet::{PutOnSheet, SheetView},
};
use store::{RecoveryCode, SpaceRef};
use sync::{
    Wish, WishNumber,
    protocol::{
        device::{DeviceCard, DeviceKeys},
        id::DeviceId,
    },
};
use zeroize::Zeroizing;

use crate::{
    Engine, Handle,
    exchange::{Team, of},
    failures::{fail, unexpected},
    open::Open,
    session::RECOVERY_CONFIRMED,
};

/// Under this name, of its space, the id of the paper device is kept that was made of the code in force here.
pub(crate) const PAPER: &str = "sheet-paper";

impl Handle<PutOnSheet> for Engine {
    fn handle(&mut self, request: PutOnSheet) -> Result<SheetView, Failure> {
        let typed = Zeroizing::new(request.code);
        self.key_for_typed(Secret::RecoveryCode(typed.to_string()))?;
        let code = RecoveryCode::read(&typed).map_err(|_| Failure::MistypedCode)?;
        let open = self.open()?;
        open.put_on_sheet(&code, false)?;
        open.sheet_view()
    }
}

impl Open {
    /// Wishes for a paper device of this code in every team; the person's others go once it is there, if it is to be the `only` one.
    pub(crate) fn put_on_sheet(&mut self, code: &RecoveryCode, only: bool) -> Result<(), Failure> {
        let waiting = self.papers_waiting()?;
        let mut papers: Vec<(SpaceRef, DeviceCard)> = Vec::new();
        for team in self.teams.iter().filter(|team| !team.is_residents_own()) {
            let paper = DeviceKeys::paper(team.space.person(), team.space.id(), code.bytes());
            papers.push((team.row.id, paper.map_err(|_| unexpected("sheet/code"))?.card()));
        }
        self.act(|action| {
            action.also(move |tx| {
                waiting.iter().try_for_each(|(space, wish)| tx.drop_wish(*space, *wish))?;
                for (space, card) in papers {
                    let DeviceId(paper) = card.device;
                    tx.set_setting(&of(PAPER, space), &paper)?;
                    tx.add_wish(space, &Wish::AddPaper { device: card }.to_bytes())?;
                    if only {
                        tx.add_wish(space, &Wish::DropPapers { but: card.device }.to_bytes())?;
                    }
                }
                Ok(())
            });
            action.touch(None);
            Ok(())
        })?;
        self.teams.iter_mut().for_each(Team::write);
        Ok(())
    }

    /// The code that was in force is so no more: nobody has shown that they keep another, and no team is on the sheet until the new one is in force and has let its paper devices
    /// in. What stops between the two leaves a sheet that asks to be made.
    pub(crate) fn take_off_sheet(&mut self) -> Result<(), Failure> {
        let waiting = self.papers_waiting()?;
        let spaces: Vec<SpaceRef> = self.teams.iter().map(|team| team.row.id).collect();
        self.act(|action| {
            action.also(move |tx| {
                tx.set_setting(RECOVERY_CONFIRMED, &false)?;
                waiting.iter().try_for_each(|(space, wish)| tx.drop_wish(*space, *wish))?;
                spaces.iter().try_for_each(|space| tx.remove_setting(&of(PAPER, *space)))
            });
            action.touch(None);
            Ok(())
        })
    }

    /// The wishes of earlier codes that no log has taken.
    fn papers_waiting(&self) -> Result<Vec<(SpaceRef, WishNumber)>, Failure> {
        let read = self.store.read();
        let mut waiting = Vec::new();
        for team in self.teams.iter() {
            for (number, bytes) in read.wishes(team.row.id).map_err(|error| fail("sheet", error))? {
                if matches!(Wish::from_bytes(&bytes), Some(Wish::AddPaper { .. } | Wish::DropPapers { .. })) {
                    waiting.push((team.row.id, number));
                }
            }
        }
        Ok(waiting)
    }
}
