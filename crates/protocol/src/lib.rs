//! Bytes between a device and a relay.

pub mod chain;
pub mod device;
pub mod encode;
pub mod entry;
pub mod id;
pub mod key;
pub mod limit;
pub mod membership;
pub mod permission;
pub mod refused;
pub mod sharing;
pub mod signature;
pub mod signed;
pub mod wire;
