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
    door::rates::Asker,
    heart::mailbox::{Mailbox, MailboxId, is_open},
    ingest::Letter,
    limit::MAILBOX_BYTES_MAX,
    relay::Relay,
    store::table::mailbox,
};

pub(super) async fn put(
    State(relay): State<Arc<Relay>>,
    Path(id): Path<String>,
    uri: Uri,
    body: Body,
) -> Result<Response, Problem> {
    let (mailbox, number) = (ask::hex(&id).map(MailboxId)?, number(&uri)?);
    ask::allow(&relay, Asker::Mailbox(mailbox))?;
    let known = relay.read(move |db| mailbox::get(db, mailbox)).await?;
    let at = ask::now(&relay);
    // What is refused whatever it says goes no further, and does not keep the one who writes from others.
    Mailbox::put(known, number, 0, at)?;
    if known.is_none_or(|known| !known.is_open(at)) {
        ask::allow(&relay, Asker::Opening)?;
    }
    let bytes = ask::body(&relay, body, MAILBOX_BYTES_MAX).await?;
    relay.queue.put(Letter { mailbox, number, bytes, at }).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

pub(super) async fn get(
    State(relay): State<Arc<Relay>>,
    Path(id): Path<String>,
    uri: Uri,
) -> Result<Response, Problem> {
    let (mailbox, number) = (ask::hex(&id).map(MailboxId)?, number(&uri)?);
    ask::allow(&relay, Asker::Mailbox(mailbox))?;
    let found = relay.read(move |db| mailbox::message(db, mailbox, number)).await?;
    let found = found.filter(|(_, until)| is_open(*until, ask::now(&relay)));
    let missing = Problem::new(StatusCode::NOT_FOUND, "There is no such message.");
    found.map(|(bytes, _)| ask::bytes(bytes)).ok_or(missing)
}

fn number(uri: &Uri) -> Result<u64, Problem> {
    let missing = Problem::malformed("The address has no number of a message: ?n= and decimal digits.");
    ask::query(uri, "n").and_then(|digits| digits.parse().ok()).ok_or(missing)
}
