//! Lists the instruments, the newest version of each first.

use std::collections::BTreeMap;

use api::{
    Failure,
    instruments::{InstrumentRow, ListInstruments},
};
use domain::instrument::{Instrument, InstrumentKey};

use crate::{Engine, Handle, failures::fail, open::Open};

impl Handle<ListInstruments> for Engine {
    fn handle(&mut self, _: ListInstruments) -> Result<Vec<InstrumentRow>, Failure> {
        let open = self.open()?;
        let used = open.store.read().instruments_in_use().map_err(|error| fail("instruments", error))?;
        let shipped = content::shipped_instruments().iter().map(|instrument| (instrument.clone(), false));
        let all: Vec<_> = shipped.chain(open.imported()?.into_iter().map(|instrument| (instrument, true))).collect();
        let newest = |key: &InstrumentKey| {
            !all.iter().any(|(other, _)| other.key.id == key.id && other.key.version > key.version)
        };
        Ok(all
            .iter()
            .map(|(instrument, imported)| row(instrument, *imported, newest(&instrument.key), &used))
            .collect())
    }
}

impl Open {
    /// The line of one instrument that was just imported.
    pub(super) fn imported_row(&self, instrument: &Instrument) -> Result<InstrumentRow, Failure> {
        let used = self.store.read().instruments_in_use().map_err(|error| fail("instruments", error))?;
        Ok(row(instrument, true, true, &used))
    }
}

fn row(instrument: &Instrument, imported: bool, newest: bool, used: &BTreeMap<InstrumentKey, u32>) -> InstrumentRow {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    InstrumentRow {
        key: instrument.key.clone(),
        title: instrument.title.clone(),
        audience: instrument.audience,
        wording: instrument.wording,
        source: instrument.source.clone(),
        licence: instrument.licence.clone(),
        note: instrument.note.clone(),
        size: (count(instrument.dimensions.len()), count(instrument.item_count())),
        imported,
        newest,
        conversations: used.get(&instrument.key).copied().unwrap_or(0),
    }
}
