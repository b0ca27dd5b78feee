//! One call over HTTP.

use std::time::Duration;

use engine::{Answer, Method, Outgoing};
use reqwest::{Client, Response, header, redirect::Policy};

/// How long a relay may take to accept a connection.
const CONNECT_MS: u64 = 10_000;
/// How long a call may take, beside what the relay waits on purpose.
const CALL_MS: u64 = 30_000;
/// The longest answer: a page of the log and what surrounds it.
const ANSWER_BYTES_MAX: usize = 6 << 20;

/// Sends calls.
#[derive(Debug, Clone)]
pub struct Courier {
    client: Client,
}

/// The system gives no client: its certificates cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the system's certificates cannot be read")]
pub struct NoClient;

impl Courier {
    /// A courier that trusts whom the system trusts, follows no redirect, keeps no cookie and says no name.
    ///
    /// # Errors
    ///
    /// [`NoClient`].
    pub fn new() -> Result<Self, NoClient> {
        // Where another one was installed already, that one serves.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder()
            .connect_timeout(Duration::from_millis(CONNECT_MS))
            .redirect(Policy::none())
            .referer(false)
            .no_proxy()
            .build();
        client.map(|client| Self { client }).map_err(|_| NoClient)
    }

    /// Brings a call to its relay. What does not arrive whole has not arrived.
    pub async fn carry(&self, outgoing: &Outgoing) -> Answer {
        let call = &outgoing.call;
        let method = match call.method {
            Method::Get => reqwest::Method::GET,
            Method::Post => reqwest::Method::POST,
            Method::Put => reqwest::Method::PUT,
            Method::Delete => reqwest::Method::DELETE,
        };
        let wait_ms = CALL_MS.saturating_add(u64::from(call.wait_seconds).saturating_mul(1_000));
        let mut request = self.client.request(method, outgoing.url()).timeout(Duration::from_millis(wait_ms));
        if let Some(bearer) = &call.bearer {
            request = request.bearer_auth(bearer);
        }
        if call.method != Method::Get {
            request = request.header(header::CONTENT_TYPE, "application/octet-stream").body(call.body.clone());
        }
        match request.send().await {
            Ok(response) => read(response).await,
            Err(_) => Answer::Nothing,
        }
    }
}

async fn read(mut response: Response) -> Answer {
    let status = response.status().as_u16();
    if !matches!(status, 200 | 204) {
        return Answer::Status(status);
    }
    let mut body = Vec::new();
    loop {
        match response.chunk().await {
            Ok(Some(chunk)) if body.len().saturating_add(chunk.len()) <= ANSWER_BYTES_MAX => {
                body.extend_from_slice(&chunk)
            }
            Ok(None) => return Answer::Good(body),
            Ok(Some(_)) | Err(_) => return Answer::Nothing,
        }
    }
}
