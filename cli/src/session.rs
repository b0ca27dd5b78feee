//! The engine on a data folder, unlocked for the time of one command.

use std::{path::PathBuf, sync::Arc};

use api::{
    Failure, Request,
    session::{GetSession, Lock, Secret, SessionState, Unlock},
};
use engine::{Cost, Engine, Handle, Host, Moment, Words};

use crate::{arguments::Common, counter::Counter, failure::Failed, host::Machine, output, secret};

/// Who sits at the command line: the engine, and what a command needs beside it.
pub(crate) struct Desk<'words> {
    /// Where the engine is asked, also by the courier.
    pub(crate) counter: Counter,
    host: Arc<Machine>,
    /// What was typed to unlock, where it has to be shown once more.
    passphrase: Option<secret::Secret>,
    /// Whether to speak JSON.
    pub(crate) json: bool,
    /// The words of the language that was asked for.
    pub(crate) words: &'words Words,
}

impl<'words> Desk<'words> {
    /// Looks at the data folder and opens nothing yet. Files for the person go to `out`.
    pub(crate) fn new(data: PathBuf, out: PathBuf, json: bool, words: &'words Words) -> Self {
        let host = Arc::new(Machine::new(out));
        let counter = Counter::new(Engine::new(data, host.clone(), Cost::default()));
        Self { counter, host, passphrase: None, json, words }
    }

    /// Asks for the passphrase and unlocks. Where that cannot work, nobody is asked. With `again` the passphrase stays here until the
    /// command asks for [`Self::passphrase`].
    pub(crate) fn unlock(&mut self, common: &Common, again: bool) -> Result<(), Failed> {
        match self.call(GetSession {})?.state {
            SessionState::New => return Err(Failed::NotSetUp),
            SessionState::Trouble { failure } => return Err(failure.into()),
            SessionState::Locked { wait_seconds } if wait_seconds > 0 => {
                return Err(Failure::Wait { wait_seconds }.into());
            }
            _ => {}
        }
        let secret = common.passphrase().read(&self.words.say("command-line-ask"))?;
        self.passphrase = again.then(|| secret.clone());
        let secret = Secret::Passphrase(secret::handed_over(secret));
        if let SessionState::Open { mended: Some(mended), .. } = self.call(Unlock { secret })?.state {
            output::tell_mended(&mended, self.words, common.json);
        }
        Ok(())
    }

    /// Asks the engine.
    pub(crate) fn call<R: Request>(&mut self, request: R) -> Result<R::Response, Failed>
    where
        Engine: Handle<R>,
    {
        self.counter.call(request)
    }

    /// The passphrase once more, for a request that asks who is there.
    pub(crate) fn passphrase(&mut self) -> String {
        self.passphrase.take().map(secret::handed_over).unwrap_or_default()
    }

    /// Closes what was opened.
    pub(crate) fn lock(&mut self) -> Result<(), Failed> {
        self.call(Lock {}).map(drop)
    }

    /// Now.
    pub(crate) fn now(&self) -> Moment {
        self.host.now()
    }

    /// The day of a moment where this machine is, `2026-11-23`.
    pub(crate) fn day(&self, moment: Moment) -> String {
        self.host.local(moment).date().to_string()
    }

    /// Sixteen random bytes for an id.
    pub(crate) fn random_id(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        self.host.fill_random(&mut bytes);
        bytes
    }
}
