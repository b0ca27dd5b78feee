//! What the tests of the whole product share.

#[cfg(feature = "window")]
pub mod window;
