//! Carries the engine's calls to a relay over HTTP, and brings the answers back.
//!
//! The engine says what to send and takes what came; it knows no network. A [`Courier`] sends one call at a time. [`exchange`] and
//! [`pair`] drive an engine for as long as the program runs, [`once`] until there is nothing more to do. The engine stands behind an
//! [`Office`], which is held only while it is asked: never while a call is on its way, so that a person can go on writing.
//!
//! ```no_run
//! use courier::{Bell, Courier, Office};
//!
//! async fn drive(office: impl Office, bell: Bell) -> Result<(), courier::NoClient> {
//!     let courier = Courier::new()?;
//!     courier::exchange(&office, &courier, &bell).await; // until the program ends
//!     Ok(())
//! }
//! ```

mod bell;
mod client;
mod drive;
mod pause;

pub use bell::Bell;
pub use client::{Courier, NoClient};
pub use drive::{GATHER_MS, Office, Outcome, exchange, once, pair};
