//! The sample neighbourhood.
