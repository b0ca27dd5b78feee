//! The relay from outside: real keys and records, real HTTP, real files.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test stops where it cannot go on")]

mod boxes;
mod client;
mod crash;
mod door;
mod engine;
mod erasure;
mod events;
mod exchange;
mod file;
mod flags;
mod grow;
mod leaving;
mod line;
mod listen;
mod openapi;
mod refusals;
mod restore;
mod shutdown;
mod statements;
mod superseded;
mod tokens;
mod world;
