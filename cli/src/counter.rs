//! The engine where both a command and the courier can ask it: one at a time, and never while a call is on its way.

use std::sync::{Mutex, MutexGuard, PoisonError};

use api::Request;
use courier::Office;
use engine::{Engine, Handle};
use tokio::sync::Notify;

use crate::failure::Failed;

/// The engine behind its lock.
pub(crate) struct Counter {
    engine: Mutex<Engine>,
    /// The courier has asked something, so there may be something to tell.
    asked: Notify,
}

impl Counter {
    /// With this engine.
    pub(crate) fn new(engine: Engine) -> Self {
        Self { engine: Mutex::new(engine), asked: Notify::new() }
    }

    /// Asks the engine for a command.
    pub(crate) fn call<R: Request>(&self, request: R) -> Result<R::Response, Failed>
    where
        Engine: Handle<R>,
    {
        Ok(self.engine().call(request)?)
    }

    /// Until the courier has asked something.
    pub(crate) async fn asked(&self) {
        self.asked.notified().await;
    }

    fn engine(&self) -> MutexGuard<'_, Engine> {
        // There is one thread: whoever held it and fell took the program along.
        self.engine.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Office for Counter {
    async fn ask<T: Send + 'static>(&self, what: impl FnOnce(&mut Engine) -> T + Send + 'static) -> Option<T> {
        let answer = what(&mut self.engine());
        self.asked.notify_one();
        Some(answer)
    }
}
