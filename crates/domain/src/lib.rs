//! The words and rules of Wijkweb's field as plain types: what a conversation, a plan, a basis and a web are.
//!
//! Nothing here reads a clock, draws a random number or touches a disk; whoever calls passes those in. Screens, storage and
//! documents all speak in these types, so a rule that holds here holds everywhere.
//!
//! ```
//! use domain::{Answer, Mark};
//!
//! let seven = Answer::Value(Mark::new(7).ok_or("0 to 10")?);
//! assert_ne!(seven, Answer::Declined, "declining is an answer of its own, never a number");
//! assert!(Mark::new(11).is_none(), "a mark lies between 0 and 10");
//! # Ok::<(), &str>(())
//! ```

pub mod answer;
pub mod basis;
pub mod conversation;
pub mod cover_note;
pub mod date;
pub mod directory;
pub mod due;
pub mod erasure;
mod hex;
pub mod id;
pub mod identifying;
pub mod instrument;
pub mod language;
pub mod moment;
pub mod plan;
pub mod resident;
pub mod talk;
pub mod team_id;
pub mod text;

pub use answer::{Answer, AnswerRecord, Given, Mark, Target, Voice};
pub use basis::{Basis, GivenBy, Ground, Purpose};
pub use conversation::{Conversation, ConversationEdit, FirstStep};
pub use cover_note::CoverNote;
pub use date::{Date, DateError, date};
pub use directory::{Contact, Directory, DirectoryEdit};
pub use erasure::{RecordId, Signed, Word};
pub use id::{
    BasisId, ContactId, ConversationId, DeviceId, DocumentId, IdError, PersonId, RemarkId, ResidentId, StepId,
};
pub use language::Language;
pub use moment::Moment;
pub use plan::{Plan, PlanEdit, PlanPart, Step, StepState};
pub use resident::{Dossier, DossierEdit, Form, Profile};
pub use talk::{Said, TalkStep};
pub use team_id::{TeamId, TeamIdError};
