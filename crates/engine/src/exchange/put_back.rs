//! What this device had sent came back to it: that is told until somebody says that its data was put back. Else somebody may have
//! written on a copy of it while its app was closed.

use api::{
    Failure, Saved,
    sync::{Problem, SeePutBack},
};
use store::SpaceRef;
use sync::Effect;

use super::of;
use crate::{Engine, Handle, action::Action, failures::fail, open::Open};

/// Under this name, of its space, it is kept how many entries came back that nobody has said anything of.
pub(crate) const PUT_BACK: &str = "put-back";

impl Handle<SeePutBack> for Engine {
    fn handle(&mut self, _: SeePutBack) -> Result<Saved, Failure> {
        let open = self.open()?;
        let spaces: Vec<SpaceRef> = open.teams.iter().map(|team| team.row.id).collect();
        open.act(|action| {
            action.touch(None);
            action.also(move |tx| spaces.iter().try_for_each(|space| tx.remove_setting(&of(PUT_BACK, *space))));
            Ok(())
        })?;
        let is_seen = |problem: &Problem| matches!(problem, Problem::PutBack { .. });
        open.teams.iter_mut().for_each(|team| team.problems.retain(|problem| !is_seen(problem)));
        Ok(open.saved())
    }
}

impl Open {
    /// What is to be told of what came back.
    pub(super) fn came_back(&self, space: SpaceRef) -> Result<Option<Problem>, Failure> {
        let kept = self.store.read().setting::<u32>(&of(PUT_BACK, space)).map_err(|error| fail("put-back", error))?;
        Ok(kept.filter(|count| *count > 0).map(|count| Problem::PutBack { count }))
    }
}

impl Action<'_> {
    /// Counts the entries that came back. After a damaged file was mended the person has been told.
    pub(super) fn note_put_back(&mut self, space: SpaceRef, effects: &[Effect]) -> Result<(), Failure> {
        let came = effects.iter().filter(|effect| matches!(effect, Effect::CameBack { .. })).count();
        if came == 0 || self.open.mended.is_some() {
            return Ok(());
        }
        let before = match self.open.came_back(space)? {
            Some(Problem::PutBack { count }) => count,
            _ => 0,
        };
        let count = before.saturating_add(u32::try_from(came).unwrap_or(u32::MAX));
        self.also(move |tx| tx.set_setting(&of(PUT_BACK, space), &count));
        Ok(())
    }
}
