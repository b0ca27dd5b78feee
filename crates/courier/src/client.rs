//! One call over HTTP.

use std::{error::Error, io, time::Duration};

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
            Err(error) if is_about_time(&error) => Answer::Clock,
            Err(_) => Answer::Nothing,
        }
    }
}

/// Whether there is no connection because the relay's certificate is not valid yet, or not any more, by the clock of this device.
fn is_about_time(error: &(dyn Error + 'static)) -> bool {
    use rustls::{CertificateError as Why, Error::InvalidCertificate};
    let mut at = Some(error);
    while let Some(error) = at {
        if let Some(InvalidCertificate(why)) = error.downcast_ref::<rustls::Error>() {
            return matches!(
                why,
                Why::Expired | Why::ExpiredContext { .. } | Why::NotValidYet | Why::NotValidYetContext { .. }
            );
        }
        // What an error of reading or writing holds is not its source.
        let held = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        at = held.map(|held| held as &(dyn Error + 'static)).or_else(|| error.source());
    }
    false
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

#[cfg(test)]
mod tests {
    use std::{net::TcpListener, sync::Arc, thread};

    use engine::Call;
    use rustls::{ServerConfig, ServerConnection, pki_types::PrivateKeyDer};

    use super::*;

    /// What a relay answers whose certificate is valid in these years, and that the system of this device trusts.
    fn answer_of_one_valid_in(years: std::ops::Range<i32>) -> Answer {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut params = rcgen::CertificateParams::new(["localhost".to_owned()]).expect("a name");
        params.not_before = rcgen::date_time_ymd(years.start, 1, 1);
        params.not_after = rcgen::date_time_ymd(years.end, 1, 1);
        let key = rcgen::KeyPair::generate().expect("a key");
        let made = params.self_signed(&key).expect("a certificate");
        let root = reqwest::Certificate::from_der(made.der()).expect("it can be read");
        let client = Client::builder().tls_certs_only([root]).no_proxy().build().expect("a client");
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("bound").port();
        let key = PrivateKeyDer::try_from(key.serialize_der()).expect("a key");
        let config = ServerConfig::builder().with_no_client_auth().with_single_cert(vec![made.der().clone()], key);
        let config = Arc::new(config.expect("they belong together"));
        let relay = thread::spawn(move || {
            let (mut stream, _) = listener.accept().expect("somebody comes");
            let mut connection = ServerConnection::new(config).expect("a connection");
            // Whoever does not trust it goes.
            while connection.is_handshaking() && connection.complete_io(&mut stream).is_ok() {}
        });
        let call = Call { method: Method::Get, path: "/v1".into(), bearer: None, body: Vec::new(), wait_seconds: 0 };
        let outgoing = Outgoing { relay: format!("https://localhost:{port}"), call };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let answer = runtime.block_on(Courier { client }.carry(&outgoing));
        relay.join().expect("the relay ends");
        answer
    }

    #[test]
    fn a_certificate_that_is_not_valid_by_the_clock_of_this_device_is_told_from_no_network() {
        assert_eq!(answer_of_one_valid_in(1990..1999), Answer::Clock, "as on a device whose clock stands in 2038");
        assert_eq!(answer_of_one_valid_in(2900..2999), Answer::Clock, "as on a device whose clock stands in 1999");
        assert_eq!(answer_of_one_valid_in(1990..2999), Answer::Nothing, "a good one, of a relay that says nothing");
    }
}
