//! Recovery sheets in stories: making one, and coming back with one to a new phone.

use api::{
    session::NewRecoveryCode,
    sheet::{BackView, BringBack, GetSheet, SheetState, SheetView},
};
use engine::{Line, Outgoing};

use crate::{
    device::{Device, PASSPHRASE},
    neighbourhood::{Neighbourhood, Who},
};

/// Most times that a device is asked, until it is back or knows that it is not.
const BACK_STEPS_MAX: usize = 60;

/// What is printed: the code in one line, and each team's line with its name.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The recovery code.
    pub code: String,
    /// Name and line of each team.
    pub lines: Vec<(String, String)>,
}

/// The name of the team that somebody is back in, if that is how it ended.
#[must_use]
pub fn back_in(back: Option<&BackView>) -> Option<&str> {
    match back {
        Some(BackView::Done { team }) => Some(&team.name),
        _ => None,
    }
}

impl Device {
    /// Makes a new recovery code and prints the sheet.
    pub fn new_sheet(&mut self) -> Sheet {
        let passphrase = PASSPHRASE.to_owned();
        let code = self.call(NewRecoveryCode { passphrase }).expect("a new code").groups.join("-");
        let lines = self.sheet().teams.into_iter().map(|team| (team.team.name, team.line)).collect();
        Sheet { code, lines }
    }

    /// The sheet as the screen shows it.
    pub fn sheet(&mut self) -> SheetView {
        self.call(GetSheet {}).expect("a sheet")
    }

    /// How far each team on the sheet is.
    pub fn sheet_states(&mut self) -> Vec<SheetState> {
        self.sheet().teams.into_iter().map(|team| team.state).collect()
    }

    /// Begins to come back to the team of this place on a sheet.
    pub fn begin_back(&mut self, sheet: &Sheet, at: usize) {
        let (name, line) = sheet.lines.get(at).cloned().expect("a line of the sheet");
        let request = BringBack { code: sheet.code.clone(), line, name };
        self.call(request).expect("code and line can be read");
    }

    /// What coming back has to send next, after a second.
    pub fn next_back(&mut self) -> Option<Outgoing> {
        self.seconds_go_by(1);
        self.engine.next_call(Line::Pairing)
    }

    /// How far coming back is.
    pub fn back(&mut self) -> Option<BackView> {
        self.sheet().back
    }
}

impl Neighbourhood {
    /// Comes back to the team of this place on a sheet, and says how that ended.
    pub fn bring_back(&mut self, who: Who, sheet: &Sheet, at: usize) -> Option<BackView> {
        self.device(who).begin_back(sheet, at);
        for _ in 0..BACK_STEPS_MAX {
            if !self.step_back(who) {
                break;
            }
        }
        self.device(who).back()
    }

    /// One call of who comes back. Says whether it goes on.
    pub fn step_back(&mut self, who: Who) -> bool {
        if let Some(outgoing) = self.device(who).next_back() {
            let answer = self.bring(who, &outgoing.call);
            self.device(who).engine.take_answer(Line::Pairing, answer);
        }
        matches!(self.device(who).back(), Some(BackView::Reaching { .. }))
    }
}
