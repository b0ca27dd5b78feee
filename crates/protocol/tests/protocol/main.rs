//! The protocol from outside: vectors, properties, the permission table, and the page that describes it all.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test stops where it cannot go on")]

mod acks;
mod chains;
mod entries;
mod farewells;
mod hostile;
mod intents;
mod keepers;
mod members;
mod page;
mod parts;
mod pins;
mod renewals;
mod scopes;
mod table;
mod vectors;
mod world;
mod writers;
