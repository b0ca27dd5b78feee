//! The engine on a data folder, unlocked for the time of one command.

use std::{path::PathBuf, sync::Arc};

use api::{
    Failure, Request,
    session::{GetSession, Lock, Secret, SessionState, Unlock},
};
use engine::{Cost, Engine, Handle, Host, Moment, Words};

use crate::{arguments::Common, failure::Failed, host::Machine, output, secret};

/// Who sits at the command line: the engine, and what a command needs beside it.
pub(crate) struct Desk<'words> {
    engine: Engine,
    host: Arc<Machine>,
    /// The words of the language that was asked for.
    pub(crate) words: &'words Words,
}

impl<'words> Desk<'words> {
    /// Looks at the data folder and opens nothing yet. Files for the person go to `out`.
    pub(crate) fn new(data: PathBuf, out: PathBuf, words: &'words Words) -> Self {
        let host = Arc::new(Machine::new(out));
        Self { engine: Engine::new(data, host.clone(), Cost::default()), host, words }
    }

    /// Asks for the passphrase and unlocks. Where that cannot work, nobody is asked.
    pub(crate) fn unlock(&mut self, common: &Common) -> Result<(), Failed> {
        match self.call(GetSession {})?.state {
            SessionState::New => return Err(Failed::NotSetUp),
            SessionState::Trouble { failure } => return Err(failure.into()),
            SessionState::Locked { wait_seconds } if wait_seconds > 0 => {
                return Err(Failure::Wait { wait_seconds }.into());
            }
            _ => {}
        }
        let secret = common.passphrase().read(&self.words.say("command-line-ask"))?;
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
        Ok(self.engine.call(request)?)
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
