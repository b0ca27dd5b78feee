//! `POST …/challenge` and `POST …/token`: how a device shows which device it is.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use protocol::{
    encode::Blob,
    wire::{Challenge, Token, TokenRequest},
};

use super::{ask, problem::Problem};
use crate::{clock::random, door::rates::Asker, relay::Relay};

/// An answer to a challenge has a fixed length; this is more.
const TOKEN_REQUEST_BYTES_MAX: usize = 256;

pub(super) async fn challenge(State(relay): State<Arc<Relay>>, Path(space): Path<String>) -> Result<Response, Problem> {
    let space = ask::space_id(&space)?;
    let door = relay.space(space).await?.ok_or(Problem::NO_SPACE)?.door;
    ask::allow(&relay, Asker::Door(space))?;
    let nonce = door.challenge(random(relay.chance.as_ref())?, ask::now(&relay));
    Ok(ask::answer(&Challenge { relay: name(&relay), space, nonce }))
}

pub(super) async fn token(
    State(relay): State<Arc<Relay>>,
    Path(space): Path<String>,
    body: Body,
) -> Result<Response, Problem> {
    let id = ask::space_id(&space)?;
    let space = relay.space(id).await?.ok_or(Problem::NO_SPACE)?;
    ask::allow(&relay, Asker::Door(id))?;
    let answer: TokenRequest = ask::message(&ask::body(&relay, body, TOKEN_REQUEST_BYTES_MAX).await?)?;
    let now = ask::now(&relay);
    let wrong = Problem::new(StatusCode::UNAUTHORIZED, "That does not answer an open challenge.");
    let made = space.door.challenged(&answer.nonce, now).ok_or(wrong)?;
    let (_, key) = space.caller(answer.device).ok_or(Problem::NOT_ALLOWED)?;
    let challenge = Challenge { relay: name(&relay), space: id, nonce: answer.nonce };
    challenge.check(&answer, &key).map_err(|_| wrong)?;
    let (token, seconds_left) = space.door.token(answer.device, made, now);
    Ok(ask::answer(&Token { token, seconds_left }))
}

fn name(relay: &Relay) -> Blob {
    Blob(relay.settings.name.as_bytes().to_vec())
}
