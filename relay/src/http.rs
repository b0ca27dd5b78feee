//! The thin shell: HTTP in front of the heart.
//!
//! A request that carries a message and has no body (`GET`) has it in the query, `?request=` and lower-case hexadecimal digits:
//! bodies of `GET` do not get through every proxy and browser.

mod ask;
mod boxes;
mod entries;
mod events;
mod listen;
mod log;
mod login;
mod mailbox;
pub(crate) mod metrics;
mod openapi;
mod pins;
mod problem;
mod records;
mod shell;

use std::sync::Arc;

use axum::{
    Router,
    http::StatusCode,
    middleware,
    routing::{get, post, put},
};
pub use listen::serve;

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
        .route("/openapi.json", get(openapi::text))
        .fallback(async || Problem::new(StatusCode::NOT_FOUND, "There is nothing at this address."))
        .method_not_allowed_fallback(async || {
            Problem::new(StatusCode::METHOD_NOT_ALLOWED, "This address does not take this method.")
        })
        .layer(shell)
        .with_state(relay)
}
