//! `GET …/events`: a poke whenever something in the space changes. It says the newest cursor and nothing else.

use std::{convert::Infallible, sync::Arc};

use axum::{
    extract::{Path, State},
    http::HeaderMap,
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
};
use futures_util::stream;

use super::{ask, problem::Problem};
use crate::relay::Relay;

pub(super) async fn stream(
    State(relay): State<Arc<Relay>>,
    Path(space): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let entrant = ask::enter(&relay, &headers, &space).await?;
    let mut changes = relay.hub.follow(entrant.space.id).ok_or(Problem::NO_SPACE)?;
    // The first poke tells where it stands now.
    changes.mark_changed();
    let (device, stopping) = (entrant.device, relay.stopping.subscribe());
    let pokes = stream::unfold((changes, stopping), move |(mut changes, mut stopping)| async move {
        if *stopping.borrow() {
            return None;
        }
        tokio::select! {
            changed = changes.changed() => changed.ok()?,
            _ = stopping.changed() => return None,
        }
        let space = Arc::clone(&changes.borrow_and_update());
        // A removed device hears nothing more; the log tells it why.
        ask::present(&space, device)?;
        Some((Ok::<_, Infallible>(Event::default().event("head").data(space.head.to_string())), (changes, stopping)))
    });
    Ok(Sse::new(pokes).keep_alive(KeepAlive::default()).into_response())
}
