//! `POST` and `GET /v1/rendezvous/{id}?n=`: the mailbox for two devices that are being paired.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Path, State},
    http::{StatusCode, Uri},
    response::{IntoResponse, Response},
};

use super::{ask, problem::Problem};
use crate::{
    door::{mailboxes::MailboxError, rates::Asker},
    limit::MAILBOX_BYTES_MAX,
    relay::Relay,
};

pub(super) async fn put(
    State(relay): State<Arc<Relay>>,
    Path(id): Path<String>,
    uri: Uri,
    body: Body,
) -> Result<Response, Problem> {
    let (id, number) = (ask::hex(&id)?, number(&uri)?);
    ask::allow(&relay, Asker::Mailbox(id))?;
    if number == 0 && !relay.mailboxes.is_open(id, relay.clock.now()) {
        ask::allow(&relay, Asker::Opening)?;
    }
    let message = ask::body(&relay, body, MAILBOX_BYTES_MAX).await?;
    relay.mailboxes.put(id, number, message, relay.clock.now()).map_err(|error| match error {
        MailboxError::None => Problem::new(StatusCode::NOT_FOUND, "There is no such mailbox; begin with message 0."),
        MailboxError::NotNext => Problem::new(StatusCode::CONFLICT, "Another number comes next in this mailbox."),
        MailboxError::Tried => Problem::new(StatusCode::GONE, "The mailbox was tried as often as it may be."),
        MailboxError::Full => Problem::new(StatusCode::INSUFFICIENT_STORAGE, "No more fits in the mailbox."),
    })?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

pub(super) async fn get(
    State(relay): State<Arc<Relay>>,
    Path(id): Path<String>,
    uri: Uri,
) -> Result<Response, Problem> {
    let (id, number) = (ask::hex(&id)?, number(&uri)?);
    ask::allow(&relay, Asker::Mailbox(id))?;
    let missing = Problem::new(StatusCode::NOT_FOUND, "There is no such message.");
    relay.mailboxes.get(id, number, relay.clock.now()).map(ask::bytes).ok_or(missing)
}

fn number(uri: &Uri) -> Result<usize, Problem> {
    let missing = Problem::malformed("The address has no number of a message: ?n= and decimal digits.");
    ask::query(uri, "n").and_then(|digits| digits.parse().ok()).ok_or(missing)
}
