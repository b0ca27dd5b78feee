//! Shows how the exchange stands and where each record is. Asks the relay nothing.

use api::{
    domain::ResidentId,
    residents::ResidentRow,
    sync::{GetRecordStates, GetSync, RecordAt, RecordKind, RecordState},
};
use engine::Args;
use serde_json::json;

use super::{resident, sync};
use crate::{arguments::State, failure::Failed, output::Answer, session::Desk};

pub(super) fn run(desk: &mut Desk<'_>, state: State) -> Result<Answer, Failed> {
    let view = desk.call(GetSync {})?;
    let mut lines = sync::lines(desk, &view);
    let mut rows: Vec<ResidentRow> = resident::all(desk, "")?;
    if let Some(only) = state.resident {
        rows.retain(|row| row.resident == only);
        if rows.is_empty() {
            return Err(api::Failure::NotFound.into());
        }
    }
    let mut dossiers: Vec<(ResidentId, Vec<RecordState>)> = Vec::new();
    for row in rows {
        let records = desk.call(GetRecordStates { resident: row.resident })?;
        lines.push(format!("{}  {}", row.resident, row.name));
        lines.extend(records.iter().map(|record| format!("  {}  {}", name(desk, record), place(desk, record))));
        dossiers.push((row.resident, records));
    }
    let dossiers: Vec<_> =
        dossiers.iter().map(|(resident, records)| json!({ "resident": resident, "records": records })).collect();
    Answer::new(json!({ "sync": view, "dossiers": dossiers }), lines)
}

fn name(desk: &Desk<'_>, record: &RecordState) -> String {
    match record.kind {
        RecordKind::Dossier => desk.words.say("sharing-record-dossier"),
        RecordKind::Plan => desk.words.say("sharing-what-plan"),
        RecordKind::Conversation => format!("{}  {}", record.document, desk.words.say("sharing-what-a-conversation")),
    }
}

fn place(desk: &Desk<'_>, record: &RecordState) -> String {
    match &record.at {
        RecordAt::OnlyHere => desk.words.say("sync-record-only-here"),
        RecordAt::Waiting { changes } => {
            desk.words.say_with("sync-record-waiting", &Args::new().with("count", *changes))
        }
        RecordAt::AtRelay { shown } => sync::at_or_on(desk, "sync-record-sent-at", "sync-record-sent-on", shown),
    }
}
