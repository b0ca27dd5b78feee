//! Brings a team back to this device, with the code and the line of an old recovery sheet.

use api::{
    Failure,
    sheet::{BackFailed, BackView, BringBack, EndBringingBack, SheetView},
};
use pairing::{SheetLine, Unreadable};
use store::RecoveryCode;
use zeroize::Zeroizing;

use crate::{Engine, Handle};

/// A coming back on this device, or how it ended.
pub(crate) struct Back {
    state: State,
}

enum State {
    Failed(BackFailed),
}

impl Handle<BringBack> for Engine {
    fn handle(&mut self, request: BringBack) -> Result<SheetView, Failure> {
        let typed = Zeroizing::new(request.code);
        let _code = RecoveryCode::read(&typed).map_err(|_| Failure::MistypedCode)?;
        let line = SheetLine::parse(&request.line).map_err(unreadable)?;
        let open = self.open()?;
        open.need_whole_logs()?;
        open.need_no_residents_team()?;
        crate::team::relay(line.relay.as_str())?;
        open.back = Some(Back { state: State::Failed(BackFailed::Refused) });
        open.sheet_view()
    }
}

impl Handle<EndBringingBack> for Engine {
    fn handle(&mut self, _: EndBringingBack) -> Result<SheetView, Failure> {
        let open = self.open()?;
        open.back = None;
        open.sheet_view()
    }
}

impl Back {
    /// For the screen.
    pub(crate) fn view(&self) -> BackView {
        match &self.state {
            State::Failed(why) => BackView::Failed { why: *why },
        }
    }
}

fn unreadable(why: Unreadable) -> Failure {
    match why {
        Unreadable::NewerVersion => Failure::FromNewerVersion,
        _ => Failure::NotConfirmed,
    }
}
