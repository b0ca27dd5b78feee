//! The relay: takes signed and sealed bytes from devices, keeps them, hands them to the devices that may have them, and reads none.
//!
//! The [heart] decides, without a disk or a network; the store keeps; one writer commits and only then answers; around them a thin
//! shell speaks HTTP. `docs/protocol.md` has every byte and every rule, `docs/how-to/run-a-relay.md` how to run one.

pub mod clock;
pub mod door;
pub mod heart;
mod http;
mod hub;
mod ingest;
pub mod limit;
mod pins;
pub mod program;
mod relay;
mod store;
mod tls;

pub use http::{router, serve};
pub use relay::{Relay, Settings};
pub use store::{BackupError, OpenError, Place, StoreError, backup, restore};
pub use tls::{Tls, TlsError};
