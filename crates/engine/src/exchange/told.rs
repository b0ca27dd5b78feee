//! Keeps the erasures that this device was told of alone, in scopes whose logs are not for it any more, until its keys are renewed.

use api::Failure;
use domain::Moment;
use serde::{Deserialize, Serialize};
use store::SpaceRef;
use sync::{
    Told,
    protocol::id::{RecordHash, ScopeId},
};

use super::of;
use crate::{action::Action, failures::fail, open::Open};

/// Under this name, of its space, they are kept.
const TOLD: &str = "told-erasures";

/// One of them, as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    scope: [u8; 16],
    record: [u8; 32],
    cited: [u8; 32],
    /// When this device was told.
    at: Moment,
}

impl Open {
    /// Those of a space.
    pub(super) fn told(&self, space: SpaceRef) -> Result<Vec<Told>, Failure> {
        let told = |kept: Kept| Told {
            scope: ScopeId(kept.scope),
            record: RecordHash(kept.record),
            cited: RecordHash(kept.cited),
        };
        Ok(self.kept_told(space)?.into_iter().map(told).collect())
    }

    /// When this device was told of the last erasure in a scope; nothing where it was not.
    pub(super) fn told_at(&self, space: SpaceRef, scope: ScopeId) -> Result<Option<Moment>, Failure> {
        Ok(self.kept_told(space)?.iter().find(|kept| kept.scope == scope.0).map(|kept| kept.at))
    }

    fn kept_told(&self, space: SpaceRef) -> Result<Vec<Kept>, Failure> {
        let kept = self.store.read().setting(&of(TOLD, space)).map_err(|error| fail("told", error))?;
        Ok(kept.unwrap_or_default())
    }
}

impl Action<'_> {
    /// Keeps the erasures that this device was told of alone, all of them. One that was kept before was told then.
    pub(super) fn keep_told(&mut self, space: SpaceRef, told: Vec<Told>) -> Result<(), Failure> {
        let (before, now) = (self.open.kept_told(space)?, self.open.now());
        let at = |told: &Told| before.iter().find(|kept| kept.record == told.record.0).map_or(now, |kept| kept.at);
        let kept = |told: Told| Kept { scope: told.scope.0, record: told.record.0, cited: told.cited.0, at: at(&told) };
        let kept: Vec<Kept> = told.into_iter().map(kept).collect();
        self.also(move |tx| tx.set_setting(&of(TOLD, space), &kept));
        Ok(())
    }
}
