//! Pairing from outside: both ways, wrong codes, somebody in between, hostile bytes, and what is typed and scanned.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test stops where it cannot go on")]

mod both_ways;
mod fields;
mod hostile;
mod lines;
mod page;
mod refusals;
mod typed;
mod vectors;
mod world;
