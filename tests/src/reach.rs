//! A relay that windows reach, and that can be out of reach for a while.

use std::{net::SocketAddr, path::PathBuf, sync::Arc};

use relay::{
    Relay, Settings,
    clock::{SystemChance, SystemClock},
};
use tempfile::TempDir;
use tokio::{net::TcpListener, sync::oneshot, task::JoinHandle};

/// A relay with a folder of its own, on a port of its own.
pub struct Reach {
    folder: TempDir,
    at: SocketAddr,
    running: Option<(oneshot::Sender<()>, JoinHandle<()>)>,
}

impl Reach {
    /// A new relay, in reach.
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let at = listener.local_addr().expect("it has an address");
        let mut reach = Self { folder, at, running: None };
        reach.serve(listener);
        reach
    }

    /// How a person types its address.
    pub fn address(&self) -> String {
        format!("http://{}", self.at)
    }

    /// There is no reception any more.
    pub async fn gone(&mut self) {
        if let Some((stop, ended)) = self.running.take() {
            stop.send(()).expect("it runs");
            ended.await.expect("it ends");
        }
    }

    /// There is reception again.
    pub async fn back(&mut self) {
        let listener = TcpListener::bind(self.at).await.expect("the same port");
        self.serve(listener);
    }

    /// Every byte that the relay has kept.
    pub fn kept(&self) -> Vec<u8> {
        let files = std::fs::read_dir(self.folder.path()).expect("the folder is there");
        let paths: Vec<PathBuf> =
            files.map(|file| file.expect("a file").path()).filter(|path| path.is_file()).collect();
        paths.into_iter().flat_map(|path| std::fs::read(path).expect("it can be read")).collect()
    }

    fn serve(&mut self, listener: TcpListener) {
        let settings = Settings::new(relay::Place::Folder(self.folder.path().to_owned()), self.at.to_string());
        let relay = Relay::open(settings, Arc::new(SystemClock::default()), Arc::new(SystemChance));
        let relay = Arc::new(relay.expect("the relay opens"));
        let (stop, stopped) = oneshot::channel();
        let ended = tokio::spawn(async move {
            let stop = async move {
                // Also a story that fails stops it.
                let _ = stopped.await;
            };
            relay::serve(relay, listener, None, stop).await.expect("it serves until it is stopped");
        });
        self.running = Some((stop, ended));
    }
}
