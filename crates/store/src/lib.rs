//! One encrypted file on this device: the bytes of every document, the read tables made from them, search, and what is only here.
//!
//! The bytes come first. A person's action is one transaction that appends change bytes and brings the read tables along; lists
//! and pages are then read from tables, without loading a document. The read tables hold nothing that the documents do not, so
//! they can be thrown away and made again.
//!
//! ```
//! use domain::{Dossier, DocumentId, ResidentId};
//! use store::{ChangeBytes, ChangeHash, DatabaseKey, DocumentKind, DocumentRow, Error, Store};
//!
//! let folder = tempfile::tempdir()?;
//! let mut store = Store::open(folder.path(), &DatabaseKey::from_bytes([7; 32]))?;
//!
//! let (resident, document) = (ResidentId([1; 16]), DocumentId([2; 16]));
//! let mut dossier = Dossier::default();
//! dossier.profile.name = "Fatma".into();
//! store.transaction(|tx| {
//!     let row = DocumentRow { id: document, scope: Some(resident), kind: DocumentKind::Dossier, sample: false };
//!     tx.add_document(&row, &mut |bytes| bytes.fill(4))?; // the app gives the system's randomness
//!     tx.append(document, &ChangeBytes { hash: ChangeHash([3; 32]), bytes: vec![0x85] })?;
//!     tx.project_dossier(resident, &dossier, None)
//! })?;
//!
//! assert_eq!(store.read().residents("fat", None, 50)?.rows.len(), 1, "she is found by how her name begins");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod anew;
mod attempts;
mod erase;
mod error;
mod fold;
mod key_file;
mod migration;
mod open;
mod project;
mod read;
mod refs;
mod salvage;
mod sealed;
mod sql;
mod store;
mod table;
mod value;

pub use attempts::{Attempts, TooSoon, wait_ms};
pub use error::Error;
pub use key_file::{
    DatabaseKey, KdfCost, KeyFile, KeyFileError, KeyStoreSecret, PIN_DIGITS_MIN, Random, RecoveryCode,
    RecoveryCodeError,
};
pub use open::OpenError;
pub use project::compare::Differing;
pub use read::{
    conversations::{ConversationRow, ToPrintRow},
    counts::Counts,
    residents::{ResidentCursor, ResidentPage, ResidentRow},
    search::{Hit, Piece},
};
pub use refs::{EntryRef, KeyRef, LogRef, ScopeRef, SpaceRef};
pub use salvage::Salvaged;
pub use store::{Reader, Store, Tx};
pub use table::{
    access::{AccessEvent, AccessRow, Chain},
    aside::AsideRow,
    change::{COMPACT_AFTER, ChangeBytes, ChangeHash, DocumentBytes},
    device::DeviceRow,
    document::{DocumentKind, DocumentRow},
    entry::EntryRow,
    fetched::FetchedRow,
    growth::Growth,
    held_key::HeldKey,
    home::Homed,
    imported_instrument::ImportedInstrument,
    sealed::SealedRow,
    space::{SpaceRow, SpaceSeed},
    vouched::{VouchedRow, Way},
    writer::WriterRow,
    written::WrittenKind,
};
