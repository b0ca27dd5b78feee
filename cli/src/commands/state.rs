//! Shows how the exchange stands and where each record is. Asks the relay nothing.

use api::{
    domain::ResidentId,
    residents::ResidentRow,
    sharing::{GetSharing, SharingView},
    sync::{Flagged, GetRecordStates, GetSync, RecordAt, RecordKind, RecordState, Vouched},
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
        let sharing = desk.call(GetSharing { resident: row.resident })?;
        lines.push(format!("{}  {}", row.resident, row.name));
        for record in &records {
            lines.push(format!("  {}  {}", name(desk, record), place(desk, record, is_shared(&sharing, record))));
            let problem = record.problem.map(|problem| sync::problem_lines(desk, problem));
            lines.extend(problem.into_iter().flatten().map(|words| format!("    {words}")));
            lines.extend(record.vouched.iter().map(|vouched| format!("    {}", voice(desk, vouched))));
            lines.extend(record.flagged.iter().map(|flagged| format!("    {}", wrong(desk, flagged))));
        }
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

/// Whether somebody else may read it.
fn is_shared(sharing: &SharingView, record: &RecordState) -> bool {
    let mut standing = sharing.shares.iter().filter(|share| share.withdrawn.is_none());
    sharing.keepers.len() > 1 || standing.any(|share| share.covers(record.document))
}

/// Who finds a snapshot of it wrong, and what to do.
fn wrong(desk: &Desk<'_>, flagged: &Flagged) -> String {
    let by = if flagged.by.is_empty() { desk.words.say("sync-vouched-by") } else { flagged.by.join(", ") };
    desk.words.say_with("sync-flagged", &Args::new().with("by", by).with("day", flagged.day.to_string()))
}

/// Who wrote what came by somebody else, and who vouches for it.
fn voice(desk: &Desk<'_>, vouched: &Vouched) -> String {
    let named = |name: &Option<String>, else_key| name.clone().unwrap_or_else(|| desk.words.say(else_key));
    let args = Args::new()
        .with("author", named(&vouched.author, "sync-vouched-author"))
        .with("by", named(&vouched.by, "sync-vouched-by"))
        .with("day", vouched.day.to_string());
    desk.words.say_with(&format!("sync-vouched-{}", vouched.way.name()), &args)
}

fn place(desk: &Desk<'_>, record: &RecordState, is_shared: bool) -> String {
    match &record.at {
        RecordAt::OnlyHere => desk.words.say("sync-record-only-here"),
        RecordAt::Waiting { changes } => {
            desk.words.say_with("sync-record-waiting", &Args::new().with("count", *changes))
        }
        RecordAt::AtRelay { shown } if shown.is_empty() => desk.words.say("sync-short-shared"),
        RecordAt::AtRelay { shown } if is_shared => {
            sync::at_or_on(desk, "sync-record-shared-at", "sync-record-shared-on", shown)
        }
        RecordAt::AtRelay { shown } => sync::at_or_on(desk, "sync-record-sent-at", "sync-record-sent-on", shown),
    }
}
