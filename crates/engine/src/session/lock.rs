//! Locks: the documents leave memory, the file is closed, the key is gone.

use api::{
    Failure,
    session::{Lock, SessionView},
};

use crate::{Engine, Handle, session::Session};

impl Handle<Lock> for Engine {
    fn handle(&mut self, _: Lock) -> Result<SessionView, Failure> {
        match std::mem::replace(&mut self.session, Session::Locked) {
            Session::Open(mut open) | Session::HandedOver(mut open, _) => {
                // If this fails the person is told again next time.
                let _ = open.forget_mending();
                // What was saved is saved; the last checkpoint only tidies up and is done again at the next opening.
                let _ = open.store.close();
            }
            other => self.session = other,
        }
        Ok(self.view())
    }
}
