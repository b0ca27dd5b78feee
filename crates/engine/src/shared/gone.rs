//! Something that was shared with this person by itself, or with a resident on a device of their own, is here no more. How much and
//! when is kept until they have put it away; what it was, is not.

use api::{
    Failure, Saved,
    shared::{Gone, SeeGone},
};
use domain::Moment;

use crate::{Engine, Handle, action::Action, failures::fail, open::Open};

/// Under this name it is kept how much has gone, and when the last did.
const WENT: &str = "shared-and-gone";

impl Handle<SeeGone> for Engine {
    fn handle(&mut self, _: SeeGone) -> Result<Saved, Failure> {
        let open = self.open()?;
        open.act(|action| {
            action.also(|tx| tx.remove_setting(WENT));
            action.touch(None);
            Ok(())
        })?;
        Ok(open.saved())
    }
}

impl Open {
    /// What has gone since the person last put it away.
    pub(crate) fn gone_since(&self) -> Result<Option<Gone>, Failure> {
        let kept = self.went()?;
        Ok(kept.map(|(count, at)| Gone { count, on: self.host.local(at).date().into() }))
    }

    fn went(&self) -> Result<Option<(u32, Moment)>, Failure> {
        self.store.read().setting(WENT).map_err(|error| fail("gone", error))
    }
}

impl Action<'_> {
    /// Notes that so much more has gone.
    pub(crate) fn note_gone(&mut self, count: u32) -> Result<(), Failure> {
        if count > 0 {
            let before = self.open.went()?.map_or(0, |(count, _)| count);
            let went = (before.saturating_add(count), self.open.now());
            self.also(move |tx| tx.set_setting(WENT, &went));
            self.touch(None);
        }
        Ok(())
    }
}
