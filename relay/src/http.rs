//! The thin shell: HTTP in front of the heart.
//!
//! A request that carries a message and has no body (`GET`) has it in the query, `?request=` and lower-case hexadecimal digits:
//! bodies of `GET` do not get through every proxy and browser.

mod ask;
mod boxes;
mod entries;
mod events;
mod log;
mod login;
mod mailbox;
pub(crate) mod metrics;
mod pins;
mod problem;
mod records;
mod shell;

use std::{future::Future, io, sync::Arc};

use axum::{
    Router,
    http::StatusCode,
    middleware,
    routing::{get, post, put},
};
use tokio::net::TcpListener;

use crate::relay::Relay;
use problem::Problem;

/// Everything that can be asked.
pub fn router(relay: Arc<Relay>) -> Router {
    let shell = middleware::from_fn_with_state(Arc::clone(&relay), shell::around);
    Router::new()
        .route("/v1/spaces/{space}/entries", post(entries::upload))
        .route("/v1/spaces/{space}/log", get(log::page))
        .route("/v1/spaces/{space}/events", get(events::stream))
        .route("/v1/spaces/{space}/membership", post(records::append_membership))
        .route("/v1/spaces/{space}/scopes/{scope}/sharing", post(records::append_sharing))
        .route("/v1/spaces/{space}/boxes/{hash}", put(boxes::put).get(boxes::get).delete(boxes::delete))
        .route("/v1/spaces/{space}/pins", post(pins::of_devices))
        .route("/v1/spaces/{space}/have", post(records::have))
        .route("/v1/spaces/{space}/restore", post(records::restore))
        .route("/v1/spaces/{space}/challenge", post(login::challenge))
        .route("/v1/spaces/{space}/token", post(login::token))
        .route("/v1/rendezvous/{id}", post(mailbox::put).get(mailbox::get))
        .route("/healthz", get(metrics::health))
        .route("/metrics", get(metrics::text))
        .fallback(async || Problem::new(StatusCode::NOT_FOUND, "There is nothing at this address."))
        .method_not_allowed_fallback(async || {
            Problem::new(StatusCode::METHOD_NOT_ALLOWED, "This address does not take this method.")
        })
        .layer(shell)
        .with_state(relay)
}

/// Answers until `stop` is there, then finishes what it has begun and closes the file.
///
/// # Errors
///
/// Of the listener.
pub async fn serve(
    relay: Arc<Relay>,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let stopping = Arc::clone(&relay);
    let stop = async move {
        stop.await;
        stopping.stop();
    };
    axum::serve(listener, router(Arc::clone(&relay))).with_graceful_shutdown(stop).await?;
    tokio::task::spawn_blocking(move || relay.close()).await.map_err(io::Error::other)
}
