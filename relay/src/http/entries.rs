//! `POST …/entries`.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use protocol::{
    limit::MESSAGE_BYTES_MAX,
    wire::{Upload, Uploaded},
};

use super::{ask, problem::Problem};
use crate::{
    ingest::{Done, Work},
    relay::Relay,
};

pub(super) async fn upload(
    State(relay): State<Arc<Relay>>,
    Path(space): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let entrant = ask::enter_to_write(&relay, &headers, &space).await?;
    let _place = ask::place(&relay)?;
    let upload: Upload = ask::message(&ask::body(&relay, body, MESSAGE_BYTES_MAX).await?)?;
    let work = Work::Entries(upload.entries);
    match relay.queue.write(entrant.space.id, Some(entrant.device), work).await? {
        Done::Entries(items) => Ok(ask::answer(&Uploaded { items })),
        Done::Appended(_) | Done::Restored(..) | Done::KeyBox => Err(Problem::STORE),
    }
}
