//! `GET …/log`: the next entries that the device may have, and waiting for them.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use axum::{
    extract::{Path, State},
    http::{HeaderMap, Uri},
    response::Response,
};
use protocol::{
    encode::Blob,
    limit::{BATCH_BYTES_MAX, BATCH_ENTRIES_MAX},
    sharing::Access,
    wire::{LogPage, LogRequest},
};
use rusqlite::Connection;

use super::{ask, problem::Problem};
use crate::{
    heart::{
        access::{Caller, includes},
        space::Space,
    },
    limit::WAIT_SECONDS_MAX,
    relay::Relay,
    store::table::entry,
};

pub(super) async fn page(
    State(relay): State<Arc<Relay>>,
    Path(space): Path<String>,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Response, Problem> {
    let entrant = ask::enter(&relay, &headers, &space)?;
    let request: LogRequest = ask::query_message(&uri)?;
    let mut changes = relay.hub.follow(entrant.space.id).ok_or(Problem::NO_SPACE)?;
    let mut stopping = relay.stopping.subscribe();
    let wait = Duration::from_secs(request.wait_seconds.min(WAIT_SECONDS_MAX).into());
    let until = tokio::time::Instant::now() + wait;
    loop {
        let space = Arc::clone(&changes.borrow_and_update());
        // Who is removed while waiting gets nothing more.
        let (caller, _) = space.caller(entrant.device).ok_or(Problem::NOT_ALLOWED)?;
        let (readers, asked) = (Arc::clone(&relay.readers), request.clone());
        let read = move || readers.read(|db| read_page(db, &space, caller, &asked));
        let page = tokio::task::spawn_blocking(read).await.map_err(|_| Problem::STORE)??;
        if !page.entries.is_empty() || *stopping.borrow_and_update() {
            return Ok(ask::answer(&page));
        }
        tokio::select! {
            changed = changes.changed() => changed.map_err(|_| Problem::STORE)?,
            _ = stopping.changed() => {}
            () = tokio::time::sleep_until(until) => return Ok(ask::answer(&page)),
        }
    }
}

/// A page as the space stood at one moment. What was written since is not on it, so `head` is where an empty page leads to.
fn read_page(db: &Connection, space: &Space, caller: Caller, request: &LogRequest) -> rusqlite::Result<LogPage> {
    let (mut entries, mut chains, mut together) = (Vec::new(), BTreeMap::new(), 0_usize);
    let mut known = BTreeMap::new();
    entry::each(db, (space.id, request.scope), (request.after, space.head), |found| {
        let access: &Access = known.entry(found.scope).or_insert_with(|| space.access(caller, found.scope));
        if !includes(access, found.document) {
            return Ok(true);
        }
        let bytes = found.bytes()?;
        together = together.saturating_add(bytes.len());
        if entries.len() == BATCH_ENTRIES_MAX || together > BATCH_BYTES_MAX {
            return Ok(false);
        }
        chains.insert(found.scope, found.chain);
        entries.push((found.cursor, Blob(bytes)));
        Ok(true)
    })?;
    let chains = chains.into_iter().collect();
    Ok(LogPage { log: space.log, head: space.head, chains, digest: space.digest(), entries })
}
