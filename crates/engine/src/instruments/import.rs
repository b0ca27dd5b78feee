//! Brings in a definition file. A bad one changes nothing and every problem in it is told.

use api::{
    Failure,
    instruments::{ImportInstrument, InstrumentRow},
};
use content::Words;
use domain::instrument::Instrument;
use store::ImportedInstrument;

use crate::{Engine, Handle, open::Open};

impl Handle<ImportInstrument> for Engine {
    fn handle(&mut self, request: ImportInstrument) -> Result<InstrumentRow, Failure> {
        let words = Words::new(self.preferences.language);
        let instrument = content::parse_instrument_bytes(&request.file_name, &request.bytes).map_err(|problems| {
            Failure::InstrumentRefused { problems: problems.iter().map(|problem| problem.say(&words)).collect() }
        })?;
        let open = self.open()?;
        if let Some(refusal) = refusal(open, &instrument)? {
            return Err(Failure::InstrumentRefused { problems: vec![words.say(refusal)] });
        }
        let file = String::from_utf8(request.bytes).map_err(|_| Failure::UnreadableFile)?;
        let imported = ImportedInstrument { key: instrument.key.clone(), file, imported_at: open.now() };
        open.act(|action| {
            action.also(move |tx| tx.put_instrument(&imported));
            action.touch(None);
            Ok(())
        })?;
        open.imported_row(&instrument)
    }
}

/// A version is for ever: the same id and version with other words is another instrument, and an id that we ship is ours.
fn refusal(open: &Open, instrument: &Instrument) -> Result<Option<&'static str>, Failure> {
    if content::shipped_instruments().iter().any(|shipped| shipped.key.id == instrument.key.id) {
        return Ok(Some("instrument-id-is-ours"));
    }
    let known = open.imported()?.into_iter().find(|known| known.key == instrument.key);
    Ok(known.filter(|known| known != instrument).map(|_| "instrument-version-is-taken"))
}
