//! The mailbox at the relay where the two devices meet.

use std::fmt;

use data_encoding::HEXLOWER;

/// In front of what a code says about its mailbox.
const PLACE: &[u8] = b"wijkweb/1 pairing mailbox of a code\0";

/// Which mailbox: `/v1/rendezvous/{id}`, shown as the 32 digits that stand there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct MailboxId(pub [u8; 16]);

impl MailboxId {
    /// The first half of BLAKE3 over a label and the first four characters, as numbers. The relay learns those, and nothing of the
    /// secret that follows them.
    pub(crate) fn of_code(place: [u8; 4]) -> Self {
        let hash = blake3::Hasher::new().update(PLACE).update(&place).finalize();
        let mut id = [0; 16];
        for (byte, from) in id.iter_mut().zip(hash.as_bytes()) {
            *byte = *from;
        }
        Self(id)
    }
}

impl fmt::Display for MailboxId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&HEXLOWER.encode(&self.0))
    }
}
