//! How one device lets another in, over a mailbox at a relay that may be against them.
//!
//! The [`Inviter`] shows a [`Link`] (as a QR code) and a [`Code`] to type; the [`Joiner`] has one of the two. Either makes a secret
//! that both know, under which they begin a Noise channel. Then both screens show six [`Digits`]. Only after a person has said on
//! each device that they are the same does the inviter say what it [offers](Offer), the joiner [answers](Answer) with its cards,
//! and the inviter signs the record and says that the device is [in](Admitted).
//!
//! Nothing here reads a clock, a disk or a network. Both sides are a [`Side`]: it says what is to be done [next](Next), its driver
//! does that and [tells](Event) it. Mostly that is a [`Request`] to a mailbox. `docs/pairing.md` has every byte, and says what this
//! does not protect from.

mod address;
mod chance;
mod channel;
mod check;
mod code;
mod handshake;
mod inviter;
mod joiner;
pub mod limit;
mod link;
mod mailbox;
mod message;
mod name;
mod secret;
mod sheet;
mod signs;
mod step;
mod transfer;
mod why;

pub use address::RelayAddress;
pub use check::Digits;
pub use code::Code;
pub use inviter::{Inviter, Ways};
pub use joiner::Joiner;
pub use link::Link;
pub use mailbox::MailboxId;
pub use message::{Admitted, Answer, Invited, Offer};
pub use name::{More, Name};
pub use sheet::SheetLine;
pub use step::{Event, Heard, Next, NextOf, Request, Side};
pub use why::{Unreadable, Why};
