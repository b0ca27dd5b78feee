//! Instruments: shipped with the app, and an organisation's own.

mod import;
mod list;
mod remove;

use api::{Failure, instruments::GetInstrument};
use domain::instrument::{Instrument, InstrumentKey};

use crate::{Engine, Handle, failures::fail, open::Open};

impl Handle<GetInstrument> for Engine {
    fn handle(&mut self, request: GetInstrument) -> Result<Instrument, Failure> {
        self.open()?.instrument(&request.key)
    }
}

impl Open {
    /// The definition of that id and version: a conversation keeps showing with the one it was filled in with.
    pub(crate) fn instrument(&self, key: &InstrumentKey) -> Result<Instrument, Failure> {
        if let Some(shipped) = content::shipped_instrument(key) {
            return Ok(shipped.clone());
        }
        self.imported()?.into_iter().find(|instrument| instrument.key == *key).ok_or(Failure::NotFound)
    }

    /// The imported definitions. They were checked when they came in; one that a newer check refuses is left out.
    pub(crate) fn imported(&self) -> Result<Vec<Instrument>, Failure> {
        let files = self.store.read().instruments().map_err(|error| fail("instruments", error))?;
        Ok(files.iter().filter_map(|file| content::parse_instrument("", &file.file).ok()).collect())
    }
}
