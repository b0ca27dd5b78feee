//! Bytes between a device and a relay.

pub mod device;
pub mod encode;
pub mod entry;
pub mod id;
pub mod key;
pub mod limit;
pub mod signature;
