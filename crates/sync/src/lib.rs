//! What a device asks of a relay, and what it makes of the answers.
//!
//! A [`Space`] is what a device knows: who is in it, who may read what, its keys, and where every scope stands. An [`Exchange`] says
//! what to ask next and takes the answers in; what follows comes out as [`Effect`]s, to be kept in one transaction. Nothing here has
//! a disk, a network, a clock or chance of its own, so the same code runs in the app, on the command line and in simulations.
//!
//! ```text
//! next ──> Call ──(somebody sends it)──> answer ──> effects ──(somebody keeps them)──> next …
//! ```
//!
//! The order is always the same: be let in; read the log, records before entries; fetch and open keys; make the records that are due
//! (`prepare.rs`); seal what waits (`seal.rs`); send it. When the log went on meanwhile the relay says so, and it begins again.

mod back;
mod begin;
mod boxes;
mod call;
mod compact;
mod desk;
mod document;
mod effect;
mod exchange;
mod follow;
mod gain;
mod had;
mod handed_in;
mod leaving;
mod narrow;
mod own;
mod paper;
mod part;
mod prepare;
mod renewal;
mod restore;
mod ring;
mod seal;
mod second;
mod sent;
mod sound;
mod space;
mod stands;
mod tail;
mod told;
mod wish;
mod wrap;

pub use back::{Back, ComingBack};
pub use call::{Answer, Call, Method};
pub use desk::Desk;
pub use effect::{Effect, HandedIn, Holds, Incoming, Stands, Trouble, Unsent, Why};
pub use exchange::{Exchange, Next, Stop};
pub use protocol;
pub use renewal::Renewing;
pub use restore::Home;
pub use ring::{HeldKey, Ring};
pub use seal::{SCHEMA, Waiting};
pub use sound::KeptEntry;
pub use space::{Fate, Kept, LoadError, Sealed, Space, common_scope};
pub use told::Told;
pub use wish::{Wish, WishNumber};
