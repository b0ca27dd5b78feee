//! "Klaar, geef terug": locks. Only the professional's own secret goes further.

use api::{Failure, hand_over::EndHandOver, session::SessionView};

use crate::{Engine, Handle, session::Session};

impl Handle<EndHandOver> for Engine {
    fn handle(&mut self, _: EndHandOver) -> Result<SessionView, Failure> {
        if !matches!(self.session, Session::HandedOver(..)) {
            return Err(Failure::NotNow);
        }
        self.session = Session::Locked;
        Ok(self.view())
    }
}
