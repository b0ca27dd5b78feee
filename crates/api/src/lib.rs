//! What the screens and the shell say to each other.
//!
//! Every call is a request type with its response type; [`for_each_command!`] is the one list of them, with who may call
//! each. The shell makes its commands from that list, the engine checks the gate from it, the screens call by type:
//!
//! ```
//! use api::{Request, residents::AddResident};
//!
//! assert_eq!(AddResident::COMMAND, "add_resident");
//! assert_eq!(AddResident::GATE, api::Gate::Open, "adding a resident needs an unlocked app");
//! ```
//!
//! A response is a *view*: what one screen shows, read anew after every change. What can go wrong is one closed list,
//! [`Failure`], whose words live in the locale files.

pub mod commands;
pub mod conversation;
pub mod dossier;
pub mod erasure;
pub mod failure;
pub mod hand_over;
pub mod instruments;
mod list;
pub mod plan;
pub mod records;
pub mod residents;
pub mod session;
pub mod settings;
pub mod shared;
pub mod sharing;
pub mod sheet;
pub mod sync;
pub mod team;
pub mod today;

pub use commands::{COMMANDS, Gate, Request};
pub use failure::{Failure, Field};

/// The nouns that requests and views are made of, for who may use this crate alone.
pub use domain;

use domain::{DocumentId, Moment, ResidentId};
use serde::{Deserialize, Serialize};

/// The answer to a change: it is on the disk, fsynced, and stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    /// When it was saved.
    pub at: Moment,
}

/// The name of the event that carries [`Changed`].
pub const CHANGED: &str = "changed";

/// Something was saved: screens that show it read their views again. Random ids only, nothing that was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// Whose scope it is in; nothing for what belongs to the device or the team.
    pub scope: Option<ResidentId>,
    /// Which document, if one document changed.
    pub document: Option<DocumentId>,
}

/// A file that was written for the person, outside the encrypted store, because they asked for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// Where it is, as the person would look for it.
    pub path: String,
}
