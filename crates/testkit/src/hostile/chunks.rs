//! Automerge's chunks with their checksums put right, so that what is fuzzed is what lies behind them.

use std::io::Read as _;

use flate2::bufread::DeflateDecoder;
use sha2::{Digest as _, Sha256};

/// What every chunk begins with.
const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];
/// Magic and checksum.
const FRONT: usize = 8;
/// The types of a change and of a compressed one.
const CHANGE: u8 = 1;
const COMPRESSED: u8 = 2;
/// More than this is not inflated: the checksum stays wrong, and the chunk is refused.
const INFLATED_BYTES_MAX: u64 = 1 << 20;

/// The bytes with the checksum of each chunk put right, up to the first place where no chunk stands.
#[must_use]
pub fn mended(bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let mut at = 0;
    while let Some((checksum, len)) = bytes.get(at..).and_then(checksum) {
        if let Some(place) = bytes.get_mut(at.saturating_add(MAGIC.len())..at.saturating_add(FRONT)) {
            place.copy_from_slice(&checksum);
        }
        at = at.saturating_add(len);
    }
    bytes
}

/// The right checksum of the chunk at the front, and how long the chunk is.
fn checksum(bytes: &[u8]) -> Option<([u8; 4], usize)> {
    let body = bytes.strip_prefix(&MAGIC)?.get(4..)?;
    let (kind, rest) = body.split_first()?;
    let (len, digits) = length(rest)?;
    let content = rest.get(digits..)?.get(..len)?;
    let hash = if *kind == COMPRESSED {
        let mut plain = Vec::new();
        DeflateDecoder::new(content).take(INFLATED_BYTES_MAX).read_to_end(&mut plain).ok()?;
        Sha256::new().chain_update(head(CHANGE, plain.len())).chain_update(plain).finalize()
    } else {
        Sha256::digest(body.get(..1_usize.checked_add(digits)?.checked_add(len)?)?)
    };
    let checksum = hash.first_chunk::<4>().copied()?;
    Some((checksum, FRONT.checked_add(1)?.checked_add(digits)?.checked_add(len)?))
}

/// A length as LEB128, and how many bytes it takes.
fn length(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut len = 0_usize;
    for (place, byte) in bytes.iter().take(4).enumerate() {
        len |= usize::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            return Some((len, place.saturating_add(1)));
        }
    }
    None
}

fn head(kind: u8, mut len: usize) -> Vec<u8> {
    let mut head = vec![kind];
    while len > 0x7f {
        head.push(u8::try_from(len & 0x7f).unwrap_or_default() | 0x80);
        len >>= 7;
    }
    head.push(u8::try_from(len).unwrap_or_default());
    head
}
