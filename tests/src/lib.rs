//! What the tests of the whole product share.
#![allow(clippy::expect_used, reason = "what a test needs and does not get ends the test")]

#[cfg(feature = "window")]
pub mod reach;
#[cfg(feature = "window")]
pub mod walk;
#[cfg(feature = "window")]
pub mod window;
