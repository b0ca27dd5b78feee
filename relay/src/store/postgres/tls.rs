//! TLS to PostgreSQL, where its address asks for it.

use std::sync::Arc;

use tokio_postgres::{Config, config::SslMode};
use tokio_postgres_rustls::MakeRustlsConnect;
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto::ring};

use crate::store::OpenError;

/// What makes connections. With `sslmode=require` each is under TLS, to a server whose certificate is for the host of the address and
/// comes from an authority that this machine trusts, or that `SSL_CERT_FILE` names. Without it none is: *perhaps* would be *no* for
/// whoever stands in between.
///
/// # Errors
///
/// [`OpenError::NoAuthorities`].
pub(super) fn client(config: &mut Config) -> Result<MakeRustlsConnect, OpenError> {
    let mut trusted = RootCertStore::empty();
    if config.get_ssl_mode() == SslMode::Require {
        trusted.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        if trusted.is_empty() {
            return Err(OpenError::NoAuthorities);
        }
    } else {
        config.ssl_mode(SslMode::Disable);
    }
    let tls = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| OpenError::Io(std::io::Error::other(error)))?
        .with_root_certificates(trusted)
        .with_no_client_auth();
    Ok(MakeRustlsConnect::new(tls))
}
