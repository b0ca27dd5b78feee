//! The recovery sheet: its lines, and putting teams on it.

use api::sheet::{GetSheet, PutOnSheet, SheetState, SheetView};
use serde_json::json;

use super::team::waits;
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
            let mut answer = answer(desk, &sheet)?;
            if sheet.teams.iter().any(|team| team.state == SheetState::Waiting) {
                answer.lines.extend(waits(desk));
            }
            Ok(answer)
        }
    }
}

/// A recovery code, for a request: the engine wipes it when it has used it.
pub(super) fn code(desk: &Desk<'_>, secret: &CodeSecret) -> Result<String, Failed> {
    let typed = secret.source().read(&desk.words.say("command-line-ask-code"))?;
    Ok(secret::handed_over(typed))
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
