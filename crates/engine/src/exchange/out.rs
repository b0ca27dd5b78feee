//! This device is out of the team: what becomes of what it has.

use api::Failure;
use domain::ResidentId;
use store::{AccessEvent, Homed, SpaceRef};
use sync::{Effect, Space, protocol::sharing::Sharing};

use super::{TAKEN_OUT, of};
use crate::{action::Action, failures::fail};

impl Action<'_> {
    /// This device goes out of the team: what others keep goes from here, but for what nobody else has yet. What was wished falls, and
    /// what was to be handed in with a farewell: there is nobody any more to hand it to. Gives what is left to keep.
    pub(super) fn go_out(&mut self, shared: &Space, effects: Vec<Effect>) -> Result<Vec<Effect>, Failure> {
        let space = SpaceRef(shared.id().0);
        let mut theirs = Vec::new();
        for resident in not_kept(shared) {
            if !self.open.lives_elsewhere(space, Homed::Scope(resident))? {
                theirs.push(resident);
            }
        }
        for (number, _) in self.open.store.read().wishes(space).map_err(|error| fail("wish", error))? {
            self.also(move |tx| tx.drop_wish(space, number));
        }
        self.keep_unsent(shared, &theirs, &effects)?;
        for resident in theirs {
            self.gone(resident, AccessEvent::Withdrawn);
            self.also(move |tx| tx.forget_scope(resident));
        }
        Ok(effects.into_iter().filter(|effect| !matches!(effect, Effect::Lost { .. })).collect())
    }

    /// This device is out of the team. What it keeps is its own; keys and place in the team go.
    pub(super) fn leave(&mut self, space: SpaceRef, own: bool) {
        let at = self.open.now();
        self.touch(None);
        self.also(move |tx| {
            tx.set_space_left(space, at)?;
            tx.set_setting(&of(TAKEN_OUT, space), &!own)
        });
    }
}

/// Dossiers that this device has because others keep them: when it leaves, they go. What nobody in the team can open from then on stays:
/// it would be lost to everybody.
fn not_kept(space: &Space) -> Vec<ResidentId> {
    let common = space.common_scope();
    let me = space.person();
    let read_on = |sharing: &Sharing| space.membership().is_some_and(|members| !sharing.heirs(members).is_empty());
    let goes = |sharing: &Sharing| !sharing.keepers().contains(&me) && (sharing.is_erased() || read_on(sharing));
    let others = space.scopes().filter(|(scope, sharing)| *scope != common && goes(sharing));
    others.map(|(scope, _)| ResidentId(scope.0)).collect()
}
