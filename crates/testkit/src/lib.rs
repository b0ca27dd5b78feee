//! A simulated neighbourhood: devices with the real engine, a relay in memory, a network that fails by seed, and what lies.
//!
//! Everything runs in one thread, is told the time, and draws its chance from a seed, so that a story that failed fails again.
#![allow(clippy::expect_used, clippy::panic, reason = "what a test needs and does not get ends the test")]

pub mod backup;
pub mod bomb;
pub mod chance;
pub mod device;
pub mod forger;
pub mod hostile;
pub mod liar;
pub mod neighbourhood;
pub mod network;
pub mod others;
pub mod relay;
pub mod relays;
pub mod sheet;
pub mod simulated_relay;
pub mod story;
pub mod table;
pub mod talk;
pub mod team;
mod template;
pub mod thief;
