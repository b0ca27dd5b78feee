//! One process tells the others that something was written: `NOTIFY`, after the commit and on a connection of its own, because it
//! takes a lock of the whole server when it commits. Nothing hangs on a poke but how soon who waits is woken.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use data_encoding::HEXLOWER;
use futures_util::future::poll_fn;
use protocol::id::SpaceId;
use tokio::{sync::mpsc, task::AbortHandle, time::sleep};
use tokio_postgres::{AsyncMessage, Client};

use super::Database;

/// How long a lost connection is left alone.
const AGAIN_AFTER: Duration = Duration::from_secs(1);
const LISTEN: &str = "LISTEN wijkweb_relay";
const NOTIFY: &str = "SELECT pg_notify('wijkweb_relay', $1)";

/// What another process says, or this one about itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Heard {
    /// A space has come to this cursor.
    Space(SpaceId, u64),
    /// Nothing was heard for a while: anything may have changed.
    Anything,
}

type Ear = Arc<dyn Fn(Heard) + Send + Sync>;

/// Speaks and listens until it is dropped.
pub(crate) struct Pokes {
    said: mpsc::UnboundedSender<(SpaceId, u64)>,
    tasks: [AbortHandle; 2],
}

impl Pokes {
    pub(crate) fn start(database: &Arc<Database>, heard: Ear) -> Self {
        let (said, to_say) = mpsc::unbounded_channel();
        let speaking = database.handle.spawn(speak(Arc::clone(database), to_say)).abort_handle();
        let listening = database.handle.spawn(listen(Arc::clone(database), heard)).abort_handle();
        Self { said, tasks: [speaking, listening] }
    }

    /// Tells the others soon. What is told meanwhile of the same space is told once.
    pub(crate) fn tell(&self, space: SpaceId, head: u64) {
        let _ = self.said.send((space, head));
    }
}

impl Drop for Pokes {
    fn drop(&mut self) {
        for task in &self.tasks {
            task.abort();
        }
    }
}

async fn speak(database: Arc<Database>, mut to_say: mpsc::UnboundedReceiver<(SpaceId, u64)>) {
    let (mut client, mut heads) = (None, BTreeMap::new());
    while let Some((space, head)) = to_say.recv().await {
        heads.insert(space, head);
        while !heads.is_empty() {
            while let Ok((space, head)) = to_say.try_recv() {
                heads.insert(space, head);
            }
            match say(&database, client.take(), &mut heads).await {
                Ok(kept) => client = Some(kept),
                Err(_) => sleep(AGAIN_AFTER).await,
            }
        }
    }
}

async fn say(
    database: &Database,
    client: Option<Client>,
    heads: &mut BTreeMap<SpaceId, u64>,
) -> Result<Client, tokio_postgres::Error> {
    let client = match client {
        Some(client) => client,
        None => {
            let client = database.connect().await?;
            // A poke that is lost with the server is made up for by listening anew.
            client.batch_execute("SET synchronous_commit = off").await?;
            client
        }
    };
    while let Some((space, head)) = heads.first_key_value() {
        let text = format!("{} {head}", HEXLOWER.encode(&space.0));
        client.execute(NOTIFY, &[&text]).await?;
        heads.pop_first();
    }
    Ok(client)
}

async fn listen(database: Arc<Database>, heard: Ear) {
    loop {
        // However it ended, what was said meanwhile was not heard.
        let _ = hear(&database, &heard).await;
        sleep(AGAIN_AFTER).await;
    }
}

async fn hear(database: &Database, heard: &Ear) -> Result<(), tokio_postgres::Error> {
    let (client, mut connection) = database.config.connect(database.tls.clone()).await?;
    let (pass, mut messages) = mpsc::unbounded_channel();
    database.handle.spawn(async move {
        while let Some(Ok(message)) = poll_fn(|context| connection.poll_message(context)).await {
            if let AsyncMessage::Notification(notification) = message
                && pass.send(notification).is_err()
            {
                return;
            }
        }
    });
    client.batch_execute(LISTEN).await?;
    tell(database, heard, Heard::Anything).await;
    while let Some(notification) = messages.recv().await {
        if let Some(news) = read(notification.payload()) {
            tell(database, heard, news).await;
        }
    }
    Ok(())
}

/// Who hears reads from the database, which blocks.
async fn tell(database: &Database, heard: &Ear, news: Heard) {
    let heard = Arc::clone(heard);
    let _ = database.handle.spawn_blocking(move || heard(news)).await;
}

fn read(payload: &str) -> Option<Heard> {
    let (space, head) = payload.split_once(' ')?;
    let space = HEXLOWER.decode(space.as_bytes()).ok()?.try_into().ok()?;
    Some(Heard::Space(SpaceId(space), head.parse().ok()?))
}
