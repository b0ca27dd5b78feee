//! The link: what a QR code shows, or a person sends.

use std::fmt;

use data_encoding::BASE32_NOPAD;
use zeroize::Zeroizing;

use crate::{address::RelayAddress, chance::Chance, mailbox::MailboxId, why::Unreadable};

/// How every link begins, in any case.
const START: &str = "WIJKWEB:PAIR?";
/// The version of links written here: one character.
const VERSION: char = '1';
/// Characters of mailbox, secret and check.
const BODY: usize = 80;
/// Longer than any link.
const LINK_BYTES_MAX: usize = 512;
/// In front of what the check is made of.
const CHECK: &[u8] = b"wijkweb/1 pairing link\0";

/// A link: relay, mailbox, and a secret of 256 bits. Written in capitals, which a QR code holds in little room.
#[derive(Clone, PartialEq, Eq)]
pub struct Link {
    relay: RelayAddress,
    mailbox: MailboxId,
    secret: Zeroizing<[u8; 32]>,
}

impl Link {
    pub(crate) fn random(relay: RelayAddress, chance: &mut Chance) -> Self {
        Self { relay, mailbox: MailboxId(chance.bytes()), secret: Zeroizing::new(chance.bytes()) }
    }

    /// The link that was scanned or pasted: in any case, also with spaces or broken lines.
    ///
    /// # Errors
    ///
    /// [`Unreadable`].
    pub fn parse(text: &str) -> Result<Self, Unreadable> {
        if text.len() > LINK_BYTES_MAX {
            return Err(Unreadable::Length);
        }
        let whole: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
        let whole = Zeroizing::new(whole.to_ascii_uppercase());
        let rest = whole.strip_prefix(START).ok_or(Unreadable::OtherLink)?;
        let rest = match rest.chars().next() {
            Some(VERSION) => rest.get(1..).unwrap_or_default(),
            Some('2'..='9') => return Err(Unreadable::NewerVersion),
            _ => return Err(Unreadable::OtherLink),
        };
        let (body, relay) = rest.split_once('.').ok_or(Unreadable::Length)?;
        if body.len() != BODY {
            return Err(Unreadable::Length);
        }
        let bytes = Zeroizing::new(BASE32_NOPAD.decode(body.as_bytes()).map_err(|_| Unreadable::Character)?);
        let (mailbox, rest) = bytes.split_first_chunk().ok_or(Unreadable::Length)?;
        let (secret, check) = rest.split_first_chunk().ok_or(Unreadable::Length)?;
        let link =
            Self { relay: RelayAddress::parse(relay)?, mailbox: MailboxId(*mailbox), secret: Zeroizing::new(*secret) };
        if check == link.check() { Ok(link) } else { Err(Unreadable::Check) }
    }

    /// The relay where the inviting device waits.
    #[must_use]
    pub const fn relay(&self) -> &RelayAddress {
        &self.relay
    }

    pub(crate) const fn mailbox(&self) -> MailboxId {
        self.mailbox
    }

    pub(crate) fn secret(&self) -> Zeroizing<[u8; 32]> {
        self.secret.clone()
    }

    fn check(&self) -> [u8; 2] {
        let mut hasher = blake3::Hasher::new();
        hasher
            .update(CHECK)
            .update(&self.mailbox.0)
            .update(self.secret.as_slice())
            .update(self.relay.as_str().as_bytes());
        let mut check = [0; 2];
        hasher.finalize_xof().fill(&mut check);
        check
    }
}

/// Shows it. On the inviter's screen, nowhere else.
impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = Zeroizing::new([&self.mailbox.0[..], self.secret.as_slice(), &self.check()].concat());
        let body = Zeroizing::new(BASE32_NOPAD.encode(&bytes));
        write!(f, "{START}{VERSION}{}.{}", *body, self.relay.as_str().to_ascii_uppercase())
    }
}

impl fmt::Debug for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Link")
    }
}
