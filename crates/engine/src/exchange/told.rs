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
pub(super) struct Told {
    refused: u32,
    went_along: u32,
}

impl Told {
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
    pub(super) fn told(&self, space: SpaceRef) -> Result<Told, Failure> {
        let told = self.store.read().setting(&of(TOLD, space)).map_err(|error| fail("told", error))?;
        Ok(told.unwrap_or_default())
    }

    /// What there is to tell once these effects are kept; nothing where they add nothing.
    pub(super) fn told_after(&self, space: SpaceRef, effects: &[Effect]) -> Result<Option<Told>, Failure> {
        let before = self.told(space)?;
        let mut told = before;
        for effect in effects {
            match effect {
                Effect::Fell(_) => told.refused = told.refused.saturating_add(1),
                Effect::Erased { scope } => {
                    let documents = self.store.read().documents_of(ResidentId(scope.0));
                    for row in documents.map_err(|error| fail("told", error))? {
                        told.went_along = told.went_along.saturating_add(self.waits(row.id)?);
                    }
                }
                Effect::ErasedDocument { document, .. } => {
                    told.went_along = told.went_along.saturating_add(self.waits(DocumentId(document.0))?);
                }
                _ => {}
            }
        }
        Ok((told != before).then_some(told))
    }

    fn waits(&self, document: DocumentId) -> Result<u32, Failure> {
        self.store.read().waiting_of(document).map_err(|error| fail("told", error))
    }
}

impl Action<'_> {
    /// Keeps what there is to tell.
    pub(super) fn tell(&mut self, space: SpaceRef, told: Told) {
        self.touch(None);
        self.also(move |tx| tx.set_setting(&of(TOLD, space), &told));
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
                team.problems.retain(|problem| !Told::is(problem));
            }
        }
        Ok(open.saved())
    }
}
