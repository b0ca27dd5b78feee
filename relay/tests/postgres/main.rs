//! The relay's tests on PostgreSQL: those of `tests/relay`, and what only several relays on one database can show.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test stops where it cannot go on")]

mod cluster;
mod engine;

mod schema;
mod standby;
mod tls;
mod two_relays;

#[path = "../relay/boxes.rs"]
mod boxes;
#[path = "../relay/client.rs"]
mod client;
#[path = "../relay/crash.rs"]
mod crash;
#[path = "../relay/door.rs"]
mod door;
#[path = "../relay/erasure.rs"]
mod erasure;
#[path = "../relay/events.rs"]
mod events;
#[path = "../relay/exchange.rs"]
mod exchange;
#[path = "../relay/leaving.rs"]
mod leaving;
#[path = "../relay/line.rs"]
mod line;
#[path = "../relay/refusals.rs"]
mod refusals;
#[path = "../relay/restore.rs"]
mod restore;
#[path = "../relay/shutdown.rs"]
mod shutdown;
#[path = "../relay/superseded.rs"]
mod superseded;
#[path = "../relay/tokens.rs"]
mod tokens;
#[path = "../relay/world.rs"]
mod world;
