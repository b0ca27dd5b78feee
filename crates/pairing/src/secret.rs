//! What both devices know before they meet, and how it becomes the key of the channel.

use spake2::{Ed25519Group, Identity, Password, Spake2};
use zeroize::Zeroizing;

use crate::{chance::Chance, mailbox::MailboxId};

/// Who is who in SPAKE2, each followed by the mailbox.
const JOINER: &[u8] = b"wijkweb/1 pairing joiner\0";
const INVITER: &[u8] = b"wijkweb/1 pairing inviter\0";

/// The key that a handshake mixes in.
pub(crate) type Psk = Zeroizing<[u8; 32]>;

/// The secret of a link or a code.
#[derive(Clone)]
pub(crate) enum Secret {
    /// 256 random bits: a key already.
    Link(Psk),
    /// 25 random bits, as five numbers: SPAKE2 makes a key of them, so that only who is there can try one, once each time.
    Code(Zeroizing<[u8; 5]>),
}

/// A joiner that has opened and waits for the inviter's share.
pub(crate) enum Opened {
    Link(Psk),
    Code(Box<Spake2<Ed25519Group>>),
}

impl Secret {
    /// The joiner's share: 32 random bytes that make this try unlike any other, or 33 bytes of SPAKE2.
    pub(crate) fn open(&self, mailbox: MailboxId, chance: &mut Chance) -> (Opened, Vec<u8>) {
        match self {
            Self::Link(psk) => (Opened::Link(psk.clone()), chance.bytes::<32>().to_vec()),
            Self::Code(code) => {
                let (joiner, inviter) = identities(mailbox);
                let (spake, share) = Spake2::start_a_with_rng(&password(code), &joiner, &inviter, chance);
                (Opened::Code(Box::new(spake)), share)
            }
        }
    }

    /// The inviter's share (none for a link, 33 bytes of SPAKE2), and the key. None if the joiner's is no share.
    pub(crate) fn answer(&self, mailbox: MailboxId, share: &[u8], chance: &mut Chance) -> Option<(Vec<u8>, Psk)> {
        match self {
            Self::Link(psk) => (share.len() == 32).then(|| (Vec::new(), psk.clone())),
            Self::Code(code) => {
                let (joiner, inviter) = identities(mailbox);
                let (spake, own) = Spake2::start_b_with_rng(&password(code), &joiner, &inviter, chance);
                Some((own, finish(spake, share)?))
            }
        }
    }

    /// How long the inviter's share is.
    pub(crate) const fn share_bytes(&self) -> usize {
        match self {
            Self::Link(_) => 0,
            Self::Code(_) => 33,
        }
    }
}

impl Opened {
    /// The key. None if the inviter's share is none.
    pub(crate) fn finish(self, share: &[u8]) -> Option<Psk> {
        match self {
            Self::Link(psk) => share.is_empty().then_some(psk),
            Self::Code(spake) => finish(*spake, share),
        }
    }
}

fn finish(spake: Spake2<Ed25519Group>, share: &[u8]) -> Option<Psk> {
    let key = Zeroizing::new(spake.finish(share).ok()?);
    Some(Zeroizing::new(key.as_slice().try_into().ok()?))
}

fn password(code: &[u8; 5]) -> Password {
    Password::new(code)
}

fn identities(mailbox: MailboxId) -> (Identity, Identity) {
    (Identity::new(&[JOINER, &mailbox.0].concat()), Identity::new(&[INVITER, &mailbox.0].concat()))
}
