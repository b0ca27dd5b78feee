//! The line of a team on the recovery sheet: which space, at which relay. No secret, and with a check, so that it can be typed.

use std::fmt;

use protocol::{id::SpaceId, limit::RELAY_BYTES_MAX};

use crate::{address::RelayAddress, signs, why::Unreadable};

/// The version of lines written here.
const VERSION: u8 = 1;
/// Version, space and check.
const BYTES: usize = 1 + 32 + 2;
/// Eight signs for five bytes.
const SIGNS: usize = BYTES / 5 * 8;
/// Signs in a group.
const GROUP: usize = 4;
/// Longer than any line, also with blanks in it.
const LINE_BYTES_MAX: usize = 4 * SIGNS + 2 * RELAY_BYTES_MAX;
/// In front of what the check is made of.
const CHECK: &[u8] = b"wijkweb/1 sheet line\0";

/// A line: 56 signs in groups of four, a space, the relay. In capitals, which a QR code holds in little room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetLine {
    /// Which space.
    pub space: SpaceId,
    /// Where it lies.
    pub relay: RelayAddress,
}

impl SheetLine {
    /// The line that was typed or scanned: in any case, with O for 0 and I or L for 1, with or without dashes and blanks.
    ///
    /// # Errors
    ///
    /// [`Unreadable::Length`], [`Unreadable::Character`]; [`Unreadable::Check`] where space or address have a slip, but for one in
    /// 65,536; [`Unreadable::NewerVersion`] where they have none.
    pub fn parse(text: &str) -> Result<Self, Unreadable> {
        if text.len() > LINE_BYTES_MAX {
            return Err(Unreadable::Length);
        }
        let mut letters = text.chars();
        let mut bytes = Vec::with_capacity(BYTES);
        let mut typed = letters.by_ref().filter(|letter| !signs::is_between(*letter)).take(SIGNS);
        while bytes.len() < BYTES {
            let mut five = 0_u64;
            for _ in 0..8 {
                let letter = typed.next().ok_or(Unreadable::Length)?;
                five = five << 5 | u64::from(signs::five_bits(letter).ok_or(Unreadable::Character)?);
            }
            bytes.extend(five.to_be_bytes().into_iter().skip(3));
        }
        let relay: String = letters.filter(|letter| !letter.is_whitespace()).collect();
        let relay = RelayAddress::parse(&relay)?;
        let (version, rest) = bytes.split_first().ok_or(Unreadable::Length)?;
        let (space, check) = rest.split_first_chunk().ok_or(Unreadable::Length)?;
        let line = Self { space: SpaceId(*space), relay };
        if check != line.check(*version) {
            return Err(Unreadable::Check);
        }
        if *version == VERSION { Ok(line) } else { Err(Unreadable::NewerVersion) }
    }

    fn check(&self, version: u8) -> [u8; 2] {
        let mut hasher = blake3::Hasher::new();
        hasher.update(CHECK).update(&[version]).update(&self.space.0).update(self.relay.as_str().as_bytes());
        let mut check = [0; 2];
        hasher.finalize_xof().fill(&mut check);
        check
    }
}

/// Shows it, as it is printed.
impl fmt::Display for SheetLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let check = self.check(VERSION);
        let bytes = [&[VERSION][..], &self.space.0, &check].concat();
        let eight = |chunk: &[u8]| {
            let five = chunk.iter().fold(0_u64, |five, byte| five << 8 | u64::from(*byte));
            (0..8).rev().map(move |at| u8::try_from(five >> (5 * at) & 31).unwrap_or_default())
        };
        for (at, five_bits) in bytes.chunks(5).flat_map(eight).enumerate() {
            let dash = if at > 0 && at % GROUP == 0 { "-" } else { "" };
            write!(f, "{dash}{}", signs::sign(five_bits))?;
        }
        write!(f, " {}", self.relay.as_str().to_ascii_uppercase())
    }
}
