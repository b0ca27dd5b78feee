//! The store in a PostgreSQL database that several relays share.
//!
//! The client library works on a runtime; this module has one of its own with one thread, and whoever asks blocks until the answer is
//! there. So the rest of the relay is the same for both engines.

mod connection;
mod migration;
pub(super) mod poke;
mod tls;

use std::{str::FromStr, time::Duration};

use tokio::runtime::{Builder, Handle, Runtime};
use tokio_postgres::{Client, Config};
use tokio_postgres_rustls::MakeRustlsConnect;

pub(super) use connection::Connection;

use super::OpenError;
use crate::limit::{DATABASE_CONNECT_SECONDS, DATABASE_SILENCE_SECONDS};

/// How to reach the database, and the runtime that talks to it.
pub(crate) struct Database {
    config: Config,
    tls: MakeRustlsConnect,
    /// None only while it is dropped.
    runtime: Option<Runtime>,
    handle: Handle,
}

impl Database {
    /// Looks whether it is what it has to be and makes the tables if they are not there. Blocks.
    pub(super) fn open(address: &str) -> Result<Self, OpenError> {
        let mut config = Config::from_str(address)?;
        let silence = Duration::from_secs(DATABASE_SILENCE_SECONDS);
        config
            .application_name("wijkweb-relay")
            .connect_timeout(Duration::from_secs(DATABASE_CONNECT_SECONDS))
            .tcp_user_timeout(silence)
            .keepalives_idle(silence);
        let tls = tls::client(&mut config)?;
        let runtime = Builder::new_multi_thread().worker_threads(1).thread_name("database").enable_all().build()?;
        let handle = runtime.handle().clone();
        let database = Self { config, tls, runtime: Some(runtime), handle };
        database.handle.block_on(migration::migrate(&database))?;
        Ok(database)
    }

    /// A new connection, driven in the background until the client is dropped.
    async fn connect(&self) -> Result<Client, tokio_postgres::Error> {
        let (client, connection) = self.config.connect(self.tls.clone()).await?;
        // Whatever ends it is told to whoever uses the client.
        self.handle.spawn(async { drop(connection.await) });
        Ok(client)
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        // It may be dropped where nobody may block.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}
