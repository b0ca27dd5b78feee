//! The real relay, asked in this process without a network.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::Request,
};
use engine::{Answer, Line, Method};
use relay::{Relay, Settings, clock::Clock};
use sync::Call;
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};
use tower::ServiceExt;

use crate::{
    chance::SharedChance,
    device::{Device, folder},
};

/// How the relay is called here.
pub const ADDRESS: &str = "http://127.0.0.1:7700";

/// How the relay calls itself: the same without the scheme.
pub const NAME: &str = "127.0.0.1:7700";

/// Most steps that an exchange takes in these stories; more would go on for ever.
const STEPS_MAX: usize = 10_000;

/// A relay with a folder of its own.
pub struct Post {
    runtime: Runtime,
    router: Router,
    relay: Arc<Relay>,
    clock: Arc<Hand>,
    folder: TempDir,
}

/// A clock that goes only when it is told to.
struct Hand(AtomicU64);

impl Clock for Hand {
    fn now(&self) -> Duration {
        Duration::from_millis(self.0.load(Ordering::Relaxed))
    }

    fn since_1970(&self) -> Duration {
        self.now()
    }
}

impl Default for Post {
    fn default() -> Self {
        Self::new(1)
    }
}

impl Post {
    /// A new relay; nonces, keys and log ids follow from `seed`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self::named(seed, NAME)
    }

    /// A new relay that calls itself so.
    #[must_use]
    pub fn named(seed: u64, name: &str) -> Self {
        let folder = folder();
        let clock = Arc::new(Hand(AtomicU64::new(0)));
        let mut settings = Settings::new(relay::Place::Folder(folder.path().to_owned()), name.to_owned());
        settings.rate = u32::MAX;
        let relay = Relay::open(settings, clock.clone(), Arc::new(SharedChance::new(seed))).expect("a relay opens");
        let relay = Arc::new(relay);
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
        Self { runtime, router: relay::router(relay.clone()), relay, clock, folder }
    }

    /// Everything that the relay keeps on disk.
    #[must_use]
    pub fn files(&self) -> Vec<u8> {
        let files = std::fs::read_dir(self.folder.path()).expect("the folder is there");
        let paths = files.map(|file| file.expect("a file").path()).filter(|path| path.is_file());
        paths.flat_map(|path| std::fs::read(path).expect("it can be read")).collect()
    }

    /// Brings a call, and gives back the answer.
    pub fn carry(&self, call: &Call) -> Answer {
        let method = match call.method {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Delete => "DELETE",
        };
        let mut request = Request::builder().method(method).uri(&call.path);
        if let Some(bearer) = &call.bearer {
            request = request.header("authorization", format!("Bearer {bearer}"));
        }
        let request = request.body(Body::from(call.body.clone())).expect("a request");
        self.clock.0.fetch_add(1, Ordering::Relaxed);
        self.runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.expect("the router answers everything");
            let status = response.status().as_u16();
            let body = to_bytes(response.into_body(), usize::MAX).await.expect("a body");
            if status == 200 || status == 204 { Answer::Good(body.to_vec()) } else { Answer::Status(status) }
        })
    }

    /// Lets a device exchange until it has nothing more to do.
    pub fn exchange(&self, device: &mut Device) {
        for _ in 0..STEPS_MAX {
            let Some((line, outgoing)) = device.next_exchange() else { return };
            let answer = self.carry(&outgoing.call);
            device.engine.take_answer(line, answer);
        }
        panic!("the exchange does not come to an end");
    }

    /// Lets a device look again, and exchange.
    pub fn sync(&self, device: &mut Device) {
        device.engine.wake_exchange();
        self.exchange(device);
    }

    /// Brings what one device has to say to let another in, once; says whether there was something.
    pub fn pair(&self, device: &mut Device) -> bool {
        device.seconds_go_by(1);
        let Some(outgoing) = device.engine.next_call(Line::Pairing) else { return false };
        let answer = self.carry(&outgoing.call);
        device.engine.take_answer(Line::Pairing, answer);
        true
    }
}

impl Drop for Post {
    fn drop(&mut self) {
        self.relay.close();
    }
}
