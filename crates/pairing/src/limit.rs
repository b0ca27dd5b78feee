//! Every limit of pairing, with its unit at the end of its name.

use protocol::limit::MAILBOX_SECONDS;

/// How long an invitation waits for an answer, and, once answered, for the end. A mailbox lives as long.
pub const INVITATION_MS: u64 = MAILBOX_SECONDS * 1_000;
/// The name of a person, a device or a space.
pub const NAME_CHARS_MAX: usize = 80;
/// What the engines of both devices tell each other beside what stands here.
pub const MORE_BYTES_MAX: usize = 16 << 10;
/// Sealed messages are as long as a multiple of this and a tag, so that their length tells no name's.
pub const PADDED_BYTES: usize = 512;
/// A message in a mailbox, all of it. The largest of each kind together stay below what a relay keeps in one mailbox.
pub const MESSAGE_BYTES_MAX: usize = 40 * PADDED_BYTES + 16;
