//! Every limit of the protocol, with its unit at the end of its name.

/// An entry, all of it.
pub const ENTRY_BYTES_MAX: usize = 1 << 20;
/// The entries of one upload together, and the records and entries of one page of a log.
pub const BATCH_BYTES_MAX: usize = 4 << 20;
/// Entries in one upload, and records and entries on one page of a log.
pub const BATCH_ENTRIES_MAX: usize = 4_096;
/// A request or an answer, all of it: a batch and room for what surrounds it.
pub const MESSAGE_BYTES_MAX: usize = BATCH_BYTES_MAX + (1 << 20);
/// Scopes on one page of a log.
pub const SCOPES_MAX: usize = 4_096;
/// Records, and as many entries, that one request says it has.
pub const HAVE_MAX: usize = 32_768;
/// The name of a relay.
pub const RELAY_BYTES_MAX: usize = 253;
/// A record of a membership or sharing log.
pub const RECORD_BYTES_MAX: usize = 1 << 20;
/// A chunk of key boxes.
pub const BOX_BYTES_MAX: usize = 1 << 20;
/// Chunks of key boxes that one record names.
pub const RECORD_BOXES_MAX: usize = 64;
/// Wraps in one chunk.
pub const WRAPS_MAX: usize = 8_192;
/// Devices that one record removes.
pub const REMOVED_MAX: usize = 256;
/// Scopes in which one record pins a device: as many as fit in a record.
pub const PINS_MAX: usize = 12_288;
/// Devices whose last entry one withdrawal pins.
pub const PINNED_MAX: usize = 4_096;
/// One change of a document. Whoever writes splits longer ones before saying "saved".
pub const CHANGE_BYTES_MAX: usize = 256 << 10;
/// The parts of one snapshot together, after inflating.
pub const SNAPSHOT_BYTES_MAX: usize = 16 << 20;
/// Parts of one snapshot.
pub const SNAPSHOT_PARTS_MAX: usize = 64;
/// Changes in one snapshot.
pub const SNAPSHOT_CHANGES_MAX: usize = 65_536;
/// Operations in one document, counted before it is loaded.
pub const DOCUMENT_OPERATIONS_MAX: usize = 200_000;
/// Actors in one document, counted before it is loaded.
pub const DOCUMENT_ACTORS_MAX: usize = 4_096;
/// The shortest padded text of an entry.
pub const PADDED_BYTES_MIN: usize = 512;
/// Heads of a document that one entry names, before and after.
pub const HEADS_MAX: usize = 1_024;
/// Writers that one snapshot covers.
pub const COVERS_MAX: usize = 4_096;
/// Documents and devices of which one item of a log says up to where it leaves entries out.
pub const LEFT_OUT_MAX: usize = 4_096;
/// People, documents or bases that one record of a sharing log names.
pub const AUDIENCE_MAX: usize = 1_024;
/// Abandoned entries that the next one names.
pub const ABANDONED_MAX: usize = 64;
/// How long a token opens the relay.
pub const TOKEN_SECONDS: u64 = 600;
/// How long a pairing mailbox lives.
pub const MAILBOX_SECONDS: u64 = 300;
/// How often a pairing code may be tried.
pub const MAILBOX_TRIES_MAX: u32 = 3;
/// How long a relay keeps what a snapshot has superseded.
pub const SUPERSEDED_DAYS_MIN: u64 = 30;
/// Within how long the keys are renewed after an erasure.
pub const RENEWAL_HOURS_MAX: u64 = 24;
/// The shortest recovery code that a paper device is made from.
pub const RECOVERY_BYTES_MIN: usize = 16;
