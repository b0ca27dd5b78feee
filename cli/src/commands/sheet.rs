//! The recovery sheet: its lines, putting teams on it, and a new code.

use api::{
    session::NewRecoveryCode,
    sheet::{GetSheet, PutOnSheet, SheetState, SheetView},
};
use serde_json::json;

use super::{recovery_code, team::waits};
use crate::{
    arguments::{CodeSecret, Sheet},
    failure::Failed,
    output::Answer,
    secret,
    session::Desk,
};

pub(super) fn run(desk: &mut Desk<'_>, command: Sheet) -> Result<Answer, Failed> {
    match command {
        Sheet::Show => {
            let sheet = desk.call(GetSheet {})?;
            answer(desk, &sheet)
        }
        Sheet::Put(secret) => {
            let code = code(desk, &secret)?;
            let sheet = desk.call(PutOnSheet { code })?;
            put(desk, &sheet)
        }
        Sheet::New { recovery_file } => {
            let passphrase = desk.passphrase();
            let make = |desk: &mut Desk<'_>| desk.call(NewRecoveryCode { passphrase });
            let (code, mut lines) = recovery_code::made(desk, recovery_file, make)?;
            let sheet = desk.call(GetSheet {})?;
            let mut answer = put(desk, &sheet)?;
            if let Some(json) = answer.json.as_object_mut() {
                json.extend(code);
            }
            lines.push(String::new());
            lines.append(&mut answer.lines);
            Ok(Answer { lines, ..answer })
        }
    }
}

/// A recovery code, for a request: the engine wipes it when it has used it.
pub(super) fn code(desk: &Desk<'_>, secret: &CodeSecret) -> Result<String, Failed> {
    let typed = secret.source().read(&desk.words.say("command-line-ask-code"))?;
    Ok(secret::handed_over(typed))
}

/// The sheet on which the teams were put just now.
fn put(desk: &Desk<'_>, sheet: &SheetView) -> Result<Answer, Failed> {
    let mut answer = answer(desk, sheet)?;
    if sheet.teams.iter().any(|team| team.state == SheetState::Waiting) {
        answer.lines.extend(waits(desk));
    }
    Ok(answer)
}

fn answer(desk: &Desk<'_>, sheet: &SheetView) -> Result<Answer, Failed> {
    let mut lines = Vec::new();
    for team in &sheet.teams {
        let state = desk.words.say(&format!("sheet-state-{}", team.state.name()));
        lines.extend([format!("{}: {state}", team.team.name), format!("  {}", team.line)]);
    }
    if lines.is_empty() {
        lines.push(desk.words.say("sheet-none"));
    }
    Answer::new(json!({ "teams": sheet.teams }), lines)
}
