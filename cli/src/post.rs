//! Carries what the engine has to send, for the time of one command and on its own thread.

use std::{future::Future, pin::pin};

use courier::{Bell, Courier, Outcome};
use tokio::{
    runtime::{Builder, Runtime},
    select,
};

use crate::{counter::Counter, failure::Failed};

/// A courier, and what drives it.
pub(crate) struct Post {
    runtime: Runtime,
    courier: Courier,
}

impl Post {
    /// Opens it. Nothing is sent yet.
    pub(crate) fn open() -> Result<Self, Failed> {
        let courier = Courier::new().map_err(|_| Failed::NoClient)?;
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|_| api::Failure::Unexpected { code: "cli/runtime".to_owned() })?;
        Ok(Self { runtime, courier })
    }

    /// Exchanges until there is nothing more to do. `look` is called whenever something may have changed.
    pub(crate) fn once(&self, counter: &Counter, mut look: impl FnMut()) -> Outcome {
        self.runtime.block_on(async {
            let mut exchanging = pin!(courier::once(counter, &self.courier));
            loop {
                select! {
                    biased;
                    outcome = &mut exchanging => return outcome,
                    () = counter.asked() => look(),
                }
            }
        })
    }

    /// Exchanges until somebody asks to stop. `look` is called whenever something may have changed.
    pub(crate) fn watch(&self, counter: &Counter, mut look: impl FnMut()) {
        let bell = Bell::default();
        self.runtime.block_on(async {
            let mut exchanging = pin!(courier::exchange(counter, &self.courier, &bell));
            let mut stopped = pin!(stop_asked());
            loop {
                select! {
                    () = &mut stopped => return,
                    () = &mut exchanging => return,
                    () = counter.asked() => look(),
                }
            }
        });
    }

    /// Lets a device in, or this one into a team, until `over` is; with `exchanging` it exchanges meanwhile.
    pub(crate) fn pair<T>(
        self,
        counter: &Counter,
        exchanging: bool,
        over: impl Future<Output = Result<T, Failed>>,
    ) -> Result<T, Failed> {
        let bell = Bell::default();
        bell.ring();
        let ended = self.runtime.block_on(async {
            let pairing = courier::pair(counter, &self.courier, &bell);
            let exchange = async {
                if exchanging {
                    courier::exchange(counter, &self.courier, &bell).await;
                }
            };
            select! {
                biased;
                ended = over => ended,
                _ = async { tokio::join!(pairing, exchange) } => Err(Failed::NoClient),
            }
        });
        // Whoever still waits for somebody to answer has to wait no longer.
        self.runtime.shutdown_background();
        ended
    }
}

/// Until the system, or whoever sits at the terminal, asks to stop.
async fn stop_asked() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            select! {
                _ = terminate.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}
