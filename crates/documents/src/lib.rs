//! What people write, as documents that devices can merge: the types of `domain` on one side, automerge on the other.
//!
//! A [`Document`] is one open document of one [`Kind`]: a dossier, plan, conversation or directory of `domain`. An edit
//! of the domain goes in, a [`Change`] comes out: the bytes to store and, later, to send. [`Document::view`] gives the
//! whole back. Other devices' bytes are walked before automerge sees them ([`Foreign`], [`ForeignDocument`]), and then
//! taken whole, if they leave a sound document of the right kind, or not at all: a few changes with
//! [`Document::take_changes`], a whole document with [`Document::receive`] or [`Document::take_in`].
//!
//! What is written where stands at the top of each kind's file. Rules that hold for all of them:
//!
//! - Two devices never make the same container. All containers come with a document's first change, or hang under a
//!   random id that only one device can have drawn. No container is ever deleted or replaced: taking away is a mark, or
//!   an empty text.
//! - Texts that people write merge word by word. Names, dates and choices are scalars: one value wins, the same on
//!   every device; for answers all the values are shown.
//! - No clock and no random number is read here. Changes carry no time and no message.
//!
//! ```
//! use documents::{Actor, Document};
//! use domain::{DeviceId, Plan, PlanEdit, PlanPart};
//!
//! let device = DeviceId([1; 16]);
//! let random = [2; 16]; // drawn by the caller, never twice
//! let (mut plan, first) = Document::<Plan>::create(Actor::new(device, random), &())?;
//! let next = plan.apply(&PlanEdit::Write(PlanPart::Want, "Vaker naar buiten".into()))?.ok_or("a change")?;
//!
//! let stored = [first.bytes, next.bytes].concat();
//! let again = Document::<Plan>::load(&stored, Actor::new(device, [3; 16]))?;
//! assert_eq!(again.view()?, plan.view()?, "the stored changes are the document");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod actor;
mod bytes;
mod containers;
mod conversation;
mod cover_note;
mod directory;
mod document;
mod dossier;
mod entry;
mod error;
mod fields;
mod foreign;
mod history;
mod kind;
mod lineage;
mod plan;
mod read;
mod taking;
mod whole;
mod words;
mod write;

pub use actor::Actor;
pub use bytes::DOCUMENT_BYTES_MAX;
pub use conversation::NewConversation;
pub use document::{CHANGE_BYTES_MAX, Change, Document};
pub use dossier::NewDossier;
pub use error::DocumentError;
pub use foreign::{
    ACTORS_MAX, CHANGE_OPERATIONS_MAX, CHANGES_MAX, CONTAINERS_MAX, Foreign, ForeignChange, ForeignDocument,
    INFLATED_BYTES_FREE, INFLATED_BYTES_MAX, OPERATIONS_MAX, inflated_bytes, kind_of,
};
pub use kind::Kind;
pub use taking::Taken;
pub use whole::Whole;
