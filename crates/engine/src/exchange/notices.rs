//! What a team's exchange did that a person has to be told of, until they have put it away: wishes that fell, and changes that went
//! with what somebody erased.

use std::collections::BTreeSet;

use api::{Failure, Saved, sync::Problem, sync::PutToldAway};
use domain::{DocumentId, ResidentId};
use serde::{Deserialize, Serialize};
use store::SpaceRef;
use sync::Effect;

use super::of;
use crate::{Engine, Handle, action::Action, failures::fail, open::Open};

/// Under this name, of its space, it is kept.
const TOLD: &str = "told";

/// How much there is to tell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Notices {
    refused: u32,
    went_along: u32,
}

impl Notices {
    /// The same as what the screens show.
    pub(super) fn problems(self) -> BTreeSet<Problem> {
        let refused = (self.refused > 0).then_some(Problem::WishRefused);
        let went_along = (self.went_along > 0).then_some(Problem::WentAlong { count: self.went_along });
        refused.into_iter().chain(went_along).collect()
    }

    /// Whether this is one of the problems that a person puts away.
    pub(super) const fn is(problem: &Problem) -> bool {
        matches!(problem, Problem::WishRefused | Problem::WentAlong { .. })
    }
}

impl Open {
    /// What there is to tell of a team.
    pub(super) fn notices(&self, space: SpaceRef) -> Result<Notices, Failure> {
        let told = self.store.read().setting(&of(TOLD, space)).map_err(|error| fail("told", error))?;
        Ok(told.unwrap_or_default())
    }
}

impl Action<'_> {
    /// Keeps what these effects leave to tell. Says whether there is anything new.
    pub(super) fn tell(&mut self, space: SpaceRef, effects: &[Effect]) -> Result<bool, Failure> {
        let mut new = Notices::default();
        for effect in effects.iter().filter(|effect| !self.has_no_say(space, effect)) {
            new.refused = new.refused.saturating_add(u32::from(matches!(effect, Effect::Fell(_))));
            new.went_along = new.went_along.saturating_add(self.goes_along(effect)?);
        }
        if new == Notices::default() {
            return Ok(false);
        }
        let before = self.open.notices(space)?;
        let told = Notices {
            refused: before.refused.saturating_add(new.refused),
            went_along: before.went_along.saturating_add(new.went_along),
        };
        self.touch(None);
        self.also(move |tx| tx.set_setting(&of(TOLD, space), &told));
        Ok(true)
    }

    /// How many changes that wait to be sent an erasure takes along.
    fn goes_along(&self, effect: &Effect) -> Result<u32, Failure> {
        let (read, lost) = (self.open.store.read(), |error| fail("told", error));
        match effect {
            Effect::Erased { scope } => {
                let documents = read.documents_of(ResidentId(scope.0)).map_err(lost)?;
                documents
                    .iter()
                    .try_fold(0_u32, |all, row| Ok(all.saturating_add(read.waiting_of(row.id).map_err(lost)?)))
            }
            Effect::ErasedDocument { document, .. } => read.waiting_of(DocumentId(document.0)).map_err(lost),
            _ => Ok(0),
        }
    }
}

impl Handle<PutToldAway> for Engine {
    fn handle(&mut self, _: PutToldAway) -> Result<Saved, Failure> {
        let open = self.open()?;
        let spaces = open.spaces_shown()?;
        let away = spaces.clone();
        open.act(|action| {
            action.also(move |tx| away.iter().try_for_each(|space| tx.remove_setting(&of(TOLD, *space))));
            action.touch(None);
            Ok(())
        })?;
        for space in spaces {
            if let Some(team) = open.teams.get_mut(space) {
                team.problems.retain(|problem| !Notices::is(problem));
            }
        }
        Ok(open.saved())
    }
}
