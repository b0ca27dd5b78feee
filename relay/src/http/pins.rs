//! `POST …/pins`: where devices stand in every scope. Who removes a device may not read all scopes that it wrote in.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use protocol::{
    limit::REMOVED_MAX,
    wire::{Pins, PinsRequest},
};

use super::{
    ask::{self, Entrant},
    problem::Problem,
};
use crate::{pins, relay::Relay};

/// The ids of as many devices as one record removes.
const REQUEST_BYTES_MAX: usize = REMOVED_MAX * 16 + 16;

pub(super) async fn of_devices(
    State(relay): State<Arc<Relay>>,
    Path(space): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let Entrant { space, caller, .. } = ask::enter(&relay, &headers, &space).await?;
    let PinsRequest { devices } = ask::message(&ask::body(&relay, body, REQUEST_BYTES_MAX).await?)?;
    if !devices.iter().all(|device| space.may_ask_where(caller, *device)) {
        return Err(Problem::NOT_ALLOWED);
    }
    let store = Arc::clone(&relay.store);
    let read =
        move || store.read(|db| devices.iter().map(|device| Ok((*device, pins::of(db, &space, *device)?))).collect());
    let devices = tokio::task::spawn_blocking(read).await.map_err(|_| Problem::STORE)??;
    Ok(ask::answer(&Pins { devices }))
}
