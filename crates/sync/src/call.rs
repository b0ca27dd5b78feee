//! A request to the relay and what came back, in the words of HTTP; who sends it is somebody else's business.

use data_encoding::HEXLOWER;
use protocol::{
    id::{BoxHash, ScopeId, SpaceId},
    wire::{LogRequest, Message},
};

/// How.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Ask.
    Get,
    /// Send.
    Post,
    /// Put at that address.
    Put,
    /// Delete what is there.
    Delete,
}

/// A request.
#[derive(Clone, PartialEq, Eq)]
pub struct Call {
    /// How.
    pub method: Method,
    /// Path and query, from `/v1` on. Ids and sealed bytes only.
    pub path: String,
    /// What `Authorization: Bearer` shows. Secret.
    pub bearer: Option<String>,
    /// The body, `application/octet-stream`.
    pub body: Vec<u8>,
    /// How long the relay may take on purpose, in seconds, beside what the network takes.
    pub wait_seconds: u8,
}

/// Shows neither token nor body.
impl std::fmt::Debug for Call {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Call").field("method", &self.method).field("path", &self.path).finish_non_exhaustive()
    }
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Status 200 or 204, with the body.
    Good(Vec<u8>),
    /// Another status.
    Status(u16),
    /// No network, no relay, or no whole answer.
    Nothing,
    /// As nothing: the relay's certificate is not valid at the time that the clock of this device shows.
    Clock,
}

impl Call {
    fn new(method: Method, space: SpaceId, rest: &str, bearer: Option<String>, body: Vec<u8>) -> Self {
        Self { method, path: format!("/v1/spaces/{space}/{rest}"), bearer, body, wait_seconds: 0 }
    }

    pub(crate) fn post(space: SpaceId, rest: &str, bearer: Option<String>, message: &impl Message) -> Self {
        Self::new(Method::Post, space, rest, bearer, message.to_bytes())
    }

    pub(crate) fn challenge(space: SpaceId) -> Self {
        Self::new(Method::Post, space, "challenge", None, Vec::new())
    }

    pub(crate) fn sharing(scope: ScopeId) -> String {
        format!("scopes/{scope}/sharing")
    }

    pub(crate) fn put_box(space: SpaceId, hash: BoxHash, bearer: Option<String>, bytes: Vec<u8>) -> Self {
        Self::new(Method::Put, space, &format!("boxes/{hash}"), bearer, bytes)
    }

    pub(crate) fn delete_box(space: SpaceId, hash: BoxHash, bearer: Option<String>) -> Self {
        Self::new(Method::Delete, space, &format!("boxes/{hash}"), bearer, Vec::new())
    }

    pub(crate) fn get_box(space: SpaceId, hash: BoxHash, bearer: Option<String>) -> Self {
        Self::new(Method::Get, space, &format!("boxes/{hash}"), bearer, Vec::new())
    }

    pub(crate) fn log(space: SpaceId, bearer: Option<String>, request: &LogRequest) -> Self {
        let rest = format!("log?request={}", HEXLOWER.encode(&request.to_bytes()));
        let call = Self::new(Method::Get, space, &rest, bearer, Vec::new());
        Self { wait_seconds: request.wait_seconds, ..call }
    }
}
