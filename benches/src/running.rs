//! A relay that runs while something is measured.

use std::{net::SocketAddr, sync::Arc, thread};

use relay::{
    Place, Relay, Settings,
    clock::{SystemChance, SystemClock},
};
use tokio::{net::TcpListener, sync::oneshot};

use crate::outcome::Outcome;

/// A relay in this process.
pub(crate) struct Running {
    /// Where it listens.
    pub(crate) at: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<thread::JoinHandle<std::io::Result<()>>>,
}

impl Running {
    /// One that keeps everything there, and is called as where it listens.
    pub(crate) fn start(place: Place) -> Outcome<Self> {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0"))?;
        let (at, (stop, stopped)) = (listener.local_addr()?, oneshot::channel());
        let settings = Settings { rate: 1_000_000, ..Settings::new(place, at.to_string()) };
        let relay = Arc::new(Relay::open(settings, Arc::new(SystemClock::default()), Arc::new(SystemChance))?);
        let serve = move || runtime.block_on(relay::serve(relay, listener, None, async { drop(stopped.await) }));
        Ok(Self { at, stop: Some(stop), thread: Some(thread::spawn(serve)) })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
