//! Takes an imported definition away, unless a conversation is filled in with it.

use api::{Failure, Saved, instruments::RemoveInstrument};

use crate::{Engine, Handle, failures::fail};

impl Handle<RemoveInstrument> for Engine {
    fn handle(&mut self, request: RemoveInstrument) -> Result<Saved, Failure> {
        let open = self.open()?;
        let used = open.store.read().instruments_in_use().map_err(|error| fail("instruments", error))?;
        if used.contains_key(&request.key) {
            return Err(Failure::NotNow);
        }
        if !open.imported()?.iter().any(|instrument| instrument.key == request.key) {
            return Err(Failure::NotFound);
        }
        open.act(|action| {
            action.also(move |tx| tx.remove_instrument(&request.key));
            action.touch(None);
            Ok(())
        })?;
        Ok(open.saved())
    }
}
