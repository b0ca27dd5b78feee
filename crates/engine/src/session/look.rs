//! How the app stands, as every screen needs it.

use api::{
    Failure,
    session::{Device, GetSession, SessionState, SessionView},
};
use store::KeyFile;

use crate::{
    Engine, Handle,
    failures::fail,
    hand_over::mark,
    session::{Session, at_start},
};

/// The setting that remembers that the person keeps the recovery code.
pub(crate) const RECOVERY_CONFIRMED: &str = "recovery-confirmed";

impl Handle<GetSession> for Engine {
    fn handle(&mut self, _: GetSession) -> Result<SessionView, Failure> {
        // What was in the way may be gone by now: a disk with room again, a folder that can be written.
        if matches!(self.session, Session::Trouble(_)) {
            self.session = at_start(&self.folder);
        }
        Ok(self.view())
    }
}

impl Engine {
    /// The view of the session; a state that cannot be read shows as trouble.
    pub(crate) fn view(&self) -> SessionView {
        let local = self.host.local(self.host.now());
        SessionView {
            state: self.state().unwrap_or_else(|failure| SessionState::Trouble { failure }),
            preferences: self.preferences,
            today: local.date().into(),
            hour: u8::try_from(local.hour()).unwrap_or(12),
            device: self.device(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }

    fn state(&self) -> Result<SessionState, Failure> {
        Ok(match &self.session {
            Session::New => SessionState::New,
            Session::Locked => SessionState::Locked { wait_seconds: self.wait_seconds() },
            Session::Trouble(failure) => SessionState::Trouble { failure: failure.clone() },
            Session::Open(open) => SessionState::Open {
                person: open.who()?,
                recovery_confirmed: open.recovery_confirmed()?,
                sample: !open.store.read().sample_residents().map_err(|error| fail("sample", error))?.is_empty(),
                mended: open.mended.clone(),
            },
            Session::HandedOver(_, handed) => SessionState::HandedOver {
                conversation: handed.conversation,
                resident: handed.resident,
                form: handed.form,
                language: handed.language,
            },
        })
    }

    fn device(&self) -> Device {
        let keys = KeyFile::read(&self.folder).ok();
        let key_store = self.host.key_store().is_some();
        let given = mark::is_set(&self.folder);
        Device {
            voice: self.host.voice().is_some(),
            key_store,
            remembered: key_store && !given && keys.as_ref().is_some_and(KeyFile::is_remembered),
            pin: key_store && keys.as_ref().is_some_and(KeyFile::has_pin),
            print: self.host.can_print(),
        }
    }

    /// Seconds before the next attempt to unlock, rounded up.
    pub(crate) fn wait_seconds(&self) -> u32 {
        let left_ms = self.attempts.clone().left_ms(self.host.now());
        u32::try_from(left_ms.div_ceil(1000)).unwrap_or(u32::MAX)
    }
}
