//! `POST …/entries`.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use protocol::{
    encode::Blob,
    limit::MESSAGE_BYTES_MAX,
    wire::{Upload, Uploaded},
};

use super::{ask, problem::Problem};
use crate::{
    heart::{entries::signed_by, space::Space},
    ingest::{Brought, Done, Work},
    relay::Relay,
};

/// Signatures that are checked where others wait their turn: as long as a small file is read.
const LOOK_MAX: usize = 8;

pub(super) async fn upload(
    State(relay): State<Arc<Relay>>,
    Path(space): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let entrant = ask::enter_to_write(&relay, &headers, &space).await?;
    let _place = ask::place(&relay)?;
    let upload: Upload = ask::message(&ask::body(&relay, body, MESSAGE_BYTES_MAX).await?)?;
    let work = Work::Entries(looked_at(&entrant.space, upload.entries).await?);
    match relay.queue.write(entrant.space.id, Some(entrant.device), work).await? {
        Done::Entries(items) => Ok(ask::answer(&Uploaded { items })),
        Done::Appended(_) | Done::Restored(..) | Done::KeyBox | Done::Letter => Err(Problem::STORE),
    }
}

/// Checks the signatures before the one who writes has its turn, so that as many entries are judged at once as there are processors.
async fn looked_at(space: &Arc<Space>, entries: Vec<Blob>) -> Result<Vec<Brought>, Problem> {
    let space = Arc::clone(space);
    let look = move |bytes: Blob| Brought { signed: signed_by(&space, &bytes.0), bytes };
    if entries.len() <= LOOK_MAX {
        return Ok(entries.into_iter().map(look).collect());
    }
    let all = tokio::task::spawn_blocking(move || entries.into_iter().map(look).collect());
    all.await.map_err(|_| Problem::STORE)
}
