//! What every request is asked: which space, which device, which bytes.

use std::sync::Arc;

use axum::{
    body::{Body, to_bytes},
    http::{HeaderMap, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use data_encoding::HEXLOWER;
use protocol::{
    id::{DeviceId, SpaceId},
    wire::Message,
};
use tokio::sync::OwnedSemaphorePermit;

use super::problem::Problem;
use crate::{
    door::rates::Asker,
    heart::{access::Caller, space::Space},
    relay::Relay,
};

/// A device that is in the space now.
pub(super) struct Entrant {
    pub(super) space: Arc<Space>,
    pub(super) device: DeviceId,
    pub(super) caller: Caller,
}

/// `N` bytes written as lower-case hexadecimal digits.
pub(super) fn hex<const N: usize>(text: &str) -> Result<[u8; N], Problem> {
    let bytes = HEXLOWER.decode(text.as_bytes()).ok().and_then(|bytes| bytes.try_into().ok());
    bytes.ok_or(Problem::malformed("An id in the address is not the lower-case hexadecimal digits that it has to be."))
}

pub(super) fn space_id(text: &str) -> Result<SpaceId, Problem> {
    hex(text).map(SpaceId)
}

/// The token of a request: `Authorization: Bearer` and 64 hexadecimal digits.
pub(super) fn bearer(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")
}

/// Who asks. The membership is looked up now, whatever the token said when it was made.
pub(super) async fn enter(relay: &Relay, headers: &HeaderMap, space: &str) -> Result<Entrant, Problem> {
    let (id, device) = token_of(relay, headers, space).await?;
    look_up_present(relay, id, device).await
}

/// Who asks for the log: also a device that was removed, which is told so.
pub(super) async fn enter_to_read(relay: &Relay, headers: &HeaderMap, space: &str) -> Result<Entrant, Problem> {
    let (id, device) = token_of(relay, headers, space).await?;
    look_up(relay, id, device).await
}

/// As whom a device is in a space; nothing for who was never in it, or was removed.
pub(super) fn present(space: &Space, device: DeviceId) -> Option<Caller> {
    let (caller, _) = space.caller(device)?;
    (!matches!(caller, Caller::Removed { .. })).then_some(caller)
}

async fn look_up(relay: &Relay, id: SpaceId, device: DeviceId) -> Result<Entrant, Problem> {
    let space = relay.space(id).await?.ok_or(Problem::NO_SPACE)?;
    let (caller, _) = space.caller(device).ok_or(Problem::NOT_ALLOWED)?;
    Ok(Entrant { space, device, caller })
}

async fn look_up_present(relay: &Relay, id: SpaceId, device: DeviceId) -> Result<Entrant, Problem> {
    let entrant = look_up(relay, id, device).await?;
    present(&entrant.space, device).map(|_| entrant).ok_or(Problem::NOT_ALLOWED)
}

/// The same for what the writer decides, who looks the membership up again: what memory knows is enough to get there.
pub(super) async fn enter_to_write(relay: &Relay, headers: &HeaderMap, space: &str) -> Result<Entrant, Problem> {
    let (id, device) = token_of(relay, headers, space).await?;
    let known = relay.hub.space(id).and_then(|space| Some((present(&space, device)?, space)));
    match known {
        Some((caller, space)) => Ok(Entrant { space, device, caller }),
        None => look_up_present(relay, id, device).await,
    }
}

/// Whose token it is. Counts the request.
async fn token_of(relay: &Relay, headers: &HeaderMap, space: &str) -> Result<(SpaceId, DeviceId), Problem> {
    let id = space_id(space)?;
    let unknown = Problem::new(StatusCode::UNAUTHORIZED, "There is no valid token; answer a challenge first.");
    let token = bearer(headers).and_then(|token| hex(token).ok()).ok_or(unknown)?;
    // A key that memory has and the disk has no more opens nothing; the challenge that is asked for then reads the new one.
    let known = match relay.hub.space(id) {
        Some(known) => Some(known),
        None => relay.space(id).await?,
    };
    let device = known.and_then(|known| known.door.device(&token, now(relay))).ok_or(unknown)?;
    allow(relay, Asker::Device(id, device))?;
    Ok((id, device))
}

/// The seconds since 1970.
pub(super) fn now(relay: &Relay) -> u64 {
    relay.clock.since_1970().as_secs()
}

/// Counts a request.
pub(super) fn allow(relay: &Relay, asker: Asker) -> Result<(), Problem> {
    let often = Problem::new(StatusCode::TOO_MANY_REQUESTS, "That is too often; wait a second.");
    if relay.rates.allow(asker, relay.clock.now()) { Ok(()) } else { Err(often) }
}

/// A place for a body in memory, until it is dropped.
pub(super) fn place(relay: &Relay) -> Result<OwnedSemaphorePermit, Problem> {
    Arc::clone(&relay.bodies).try_acquire_owned().map_err(|_| Problem::BUSY)
}

/// The body of a request, if it is no longer than it may be and comes soon enough.
pub(super) async fn body(relay: &Relay, body: Body, bytes_max: usize) -> Result<Vec<u8>, Problem> {
    let slow = Problem::new(StatusCode::REQUEST_TIMEOUT, "The body came too slowly; sending it again does no harm.");
    let read = tokio::time::timeout(relay.settings.patience, to_bytes(body, bytes_max)).await.map_err(|_| slow)?;
    let long = Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "The body ends early, or is longer than it may be here.");
    read.map(|bytes| bytes.to_vec()).map_err(|_| long)
}

/// The message of these bytes.
pub(super) fn message<M: Message>(bytes: &[u8]) -> Result<M, Problem> {
    M::from_bytes(bytes).map_err(|error| match error {
        protocol::encode::DecodeError::UnknownVersion(_) => {
            Problem::malformed("The message has a version that this relay does not know.")
        }
        _ => Problem::malformed("The message does not have the form that it has to have."),
    })
}

/// What stands under a name in the query.
pub(super) fn query<'a>(uri: &'a Uri, name: &str) -> Option<&'a str> {
    uri.query()?.split('&').find_map(|part| part.strip_prefix(name)?.strip_prefix('='))
}

/// The message in the query.
pub(super) fn query_message<M: Message>(uri: &Uri) -> Result<M, Problem> {
    let missing = Problem::malformed("The address has no message: ?request= and lower-case hexadecimal digits.");
    let bytes = query(uri, "request").and_then(|digits| HEXLOWER.decode(digits.as_bytes()).ok());
    message(&bytes.ok_or(missing)?)
}

/// Bytes as an answer.
pub(super) fn bytes(bytes: Vec<u8>) -> Response {
    ([(header::CONTENT_TYPE, "application/octet-stream"), (header::CACHE_CONTROL, "no-store")], bytes).into_response()
}

/// A message as an answer.
pub(super) fn answer(message: &impl Message) -> Response {
    bytes(message.to_bytes())
}
