//! How documents behave: against a plain oracle, between two devices, with bytes from elsewhere, and over versions.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "clippy lets tests use these, but not what tests share"
)]

mod agreed;
mod conflicts;
mod exchange;
mod fixtures;
mod foreign_bytes;
mod forge;
mod hostile_changes;
mod properties;
mod refusals;
mod sample;
mod size;
mod taking;
mod walker;
