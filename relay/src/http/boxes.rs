//! `PUT`, `GET` and `DELETE …/boxes/{hash}`.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use protocol::{id::BoxHash, key::key_box::KeyBox, limit::BOX_BYTES_MAX, sharing::Access};

use super::{
    ask::{self, Entrant},
    problem::Problem,
};
use crate::{heart::access::Caller, ingest::Work, relay::Relay, store::table::boxes};

/// Puts a box beside the logs. It stays if a record names it; if none does, it goes at the relay's next start.
pub(super) async fn put(
    State(relay): State<Arc<Relay>>,
    Path((space, hash)): Path<(String, String)>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let entrant = ask::enter_to_write(&relay, &headers, &space).await?;
    let hash = BoxHash(ask::hex(&hash)?);
    let _place = ask::place(&relay)?;
    let bytes = ask::body(&relay, body, BOX_BYTES_MAX).await?;
    KeyBox::decode(hash, &bytes)
        .map_err(|_| Problem::malformed("The body is no key box, or not the one that the address names."))?;
    relay.queue.write(entrant.space.id, Some(entrant.device), Work::KeyBox(hash, bytes)).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Deletes a box that a former reader has handed in, for a keeper who has what is in it.
pub(super) async fn delete(
    State(relay): State<Arc<Relay>>,
    Path((space, hash)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let entrant = ask::enter_to_write(&relay, &headers, &space).await?;
    let hash = BoxHash(ask::hex(&hash)?);
    relay.queue.write(entrant.space.id, Some(entrant.device), Work::DropBox(hash)).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Gives a box to whoever may have the log that names it.
pub(super) async fn get(
    State(relay): State<Arc<Relay>>,
    Path((space, hash)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let Entrant { space, caller, .. } = ask::enter(&relay, &headers, &space).await?;
    let hash = BoxHash(ask::hex(&hash)?);
    let store = Arc::clone(&relay.store);
    let read = move || {
        store.read(|db| {
            let named = boxes::logs(db, space.id, hash)?;
            let may = named.into_iter().any(|log| match log {
                Some(scope) => space.access(caller, scope) != Access::Nothing,
                None => !matches!(caller, Caller::Resident(_)),
            });
            if may { boxes::get(db, space.id, hash) } else { Ok(None) }
        })
    };
    let found = tokio::task::spawn_blocking(read).await.map_err(|_| Problem::STORE)??;
    let missing = Problem::new(StatusCode::NOT_FOUND, "There is no such box here for this device.");
    found.map(ask::bytes).ok_or(missing)
}
