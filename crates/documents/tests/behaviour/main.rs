//! How documents behave: against a plain oracle, between two devices, with bytes from elsewhere, and over versions.

mod conflicts;
mod fixtures;
mod foreign_bytes;
mod hostile_changes;
mod properties;
mod refusals;
mod sample;
mod size;
