//! What goes wrong, as RFC 9457 has it: a status and a plain sentence, and nothing of what was sent.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

use crate::{clock::NoChance, heart::mailbox::MailboxError, ingest::Fault, store::StoreError};

/// The media type.
pub(crate) const PROBLEM: &str = "application/problem+json";

/// A problem. The sentence is one of ours: it needs no escaping and names nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Problem {
    status: StatusCode,
    detail: &'static str,
}

impl Problem {
    pub(crate) const fn new(status: StatusCode, detail: &'static str) -> Self {
        Self { status, detail }
    }

    /// The bytes are not what they have to be here.
    pub(crate) const fn malformed(detail: &'static str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, detail)
    }

    pub(crate) const BUSY: Self =
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "Too much waits here already; try again in a moment.");
    pub(crate) const NO_SPACE: Self = Self::new(StatusCode::NOT_FOUND, "There is no such space here.");
    pub(crate) const NOT_ALLOWED: Self =
        Self::new(StatusCode::FORBIDDEN, "This device is not in the space, or may not ask this.");
    pub(crate) const STORE: Self =
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "The relay cannot read or write its file now; try again later.");
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::NoSpace => Self::NO_SPACE,
            Fault::NotAllowed => Self::NOT_ALLOWED,
            Fault::NothingLacks => Self::new(
                StatusCode::CONFLICT,
                "This relay does not wait for what was signed before; send it as anything else.",
            ),
            Fault::Full => {
                Self::new(StatusCode::INSUFFICIENT_STORAGE, "The space has used up the room that it has here.")
            }
            Fault::Mailbox(error) => error.into(),
            Fault::Busy => Self::BUSY,
            Fault::Store => Self::STORE,
            Fault::Stopping => Self::new(StatusCode::SERVICE_UNAVAILABLE, "The relay is being stopped."),
        }
    }
}

impl From<MailboxError> for Problem {
    fn from(error: MailboxError) -> Self {
        match error {
            MailboxError::None => Self::new(StatusCode::NOT_FOUND, "There is no such mailbox; begin with message 0."),
            MailboxError::NotNext => Self::new(StatusCode::CONFLICT, "Another number comes next in this mailbox."),
            MailboxError::Tried => Self::new(StatusCode::GONE, "The mailbox was tried as often as it may be."),
            MailboxError::Full => Self::new(StatusCode::INSUFFICIENT_STORAGE, "No more fits in the mailbox."),
        }
    }
}

impl From<NoChance> for Problem {
    fn from(_: NoChance) -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "The relay has no random numbers now.")
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        tracing::error!(code = error.code(), "the store cannot be read");
        Self::STORE
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (code, title) = (self.status.as_u16(), self.status.canonical_reason().unwrap_or("Problem"));
        let body = format!(r#"{{"type":"about:blank","title":"{title}","status":{code},"detail":"{}"}}"#, self.detail);
        let mut response = (self.status, body).into_response();
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM));
        response
    }
}
