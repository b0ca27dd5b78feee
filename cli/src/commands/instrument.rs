//! Lists the instruments.

use api::instruments::{InstrumentRow, ListInstruments};
use serde_json::json;

use crate::{arguments::Instrument, failure::Failed, output::Answer, session::Desk};

pub(super) fn run(desk: &mut Desk<'_>, command: &Instrument) -> Result<Answer, Failed> {
    let Instrument::List = command;
    let rows = desk.call(ListInstruments {})?;
    let line = |row: &InstrumentRow| format!("{}  {}", row.key, row.title.get(desk.words.language()));
    let lines = rows.iter().map(line).collect();
    let named = |row: &InstrumentRow| {
        json!({
            "key": row.key.to_string(),
            "title": row.title,
            "imported": row.imported,
            "newest": row.newest,
            "conversations": row.conversations,
        })
    };
    Answer::new(json!({ "instruments": rows.iter().map(named).collect::<Vec<_>>() }), lines)
}
