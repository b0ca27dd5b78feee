//! Around every request: a limit of time, problems in one form, a line in the log, and counts.

use std::{sync::Arc, time::Duration};

use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::problem::{PROBLEM, Problem};
use crate::{limit::REQUEST_SECONDS_MAX, relay::Relay};

/// Runs a request. The log says what was asked for by its pattern, never by its address: an address holds ids.
pub(super) async fn around(State(relay): State<Arc<Relay>>, request: Request, next: Next) -> Response {
    let start = relay.clock.now();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let route = route.unwrap_or_else(|| "unknown".to_owned());
    let within = Duration::from_secs(REQUEST_SECONDS_MAX);
    let slow = Problem::new(StatusCode::REQUEST_TIMEOUT, "The request took too long; sending it again does no harm.");
    let response = tokio::time::timeout(within, next.run(request)).await.unwrap_or_else(|_| slow.into_response());
    let response = in_one_form(response);
    let took = relay.clock.now().saturating_sub(start);
    let status = response.status().as_u16();
    relay.metrics.request(method.as_str(), &route, status, took);
    tracing::info!(%method, %route, status, micros = took.as_micros(), "answered");
    response
}

/// What the HTTP library refuses by itself becomes a problem too.
fn in_one_form(response: Response) -> Response {
    let is_problem = response.headers().get(header::CONTENT_TYPE) == Some(&HeaderValue::from_static(PROBLEM));
    let status = response.status();
    if is_problem || !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    Problem::new(status, "The request does not have the form that it has to have.").into_response()
}
