//! Erasing what somebody else keeps: the words of people that a dossier may go, and the reference by which they mean the same one.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{
    hex,
    id::{DeviceId, ResidentId},
};

/// The letters and digits of a reference: none is taken for another when it is read aloud or copied.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Characters on each side of the dash.
const HALF: usize = 4;

/// A record of the log that says who may read a dossier: up to there somebody has seen it. 32 bytes, written as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(pub [u8; 32]);

/// A signature of a device, 64 bytes, written as 128 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signed(pub [u8; 64]);

/// Whose word it is, and about what: a device's person agrees that a dossier is erased, as its log stood then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Word {
    /// Which dossier.
    pub dossier: ResidentId,
    /// Up to where its log was seen.
    pub seen: RecordId,
    /// Of which device.
    pub device: DeviceId,
}

/// A text that was read as a record or a signature is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("that many hexadecimal digits were expected")]
pub struct HexError;

hex::written!(RecordId, HexError);
hex::written!(Signed, HexError);

impl fmt::Debug for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RecordId({self})")
    }
}

impl ResidentId {
    /// What people call a dossier by whose name they may not know: eight letters and digits of its id, such as `7KQ4-M2XA`.
    #[must_use]
    pub fn reference(self) -> String {
        let mut bits = u128::from_be_bytes(self.0);
        let mut text = String::new();
        for at in 0..HALF.saturating_mul(2) {
            if at == HALF {
                text.push('-');
            }
            bits = bits.rotate_left(5);
            let letter = usize::try_from(bits & 31).ok().and_then(|at| ALPHABET.get(at));
            text.extend(letter.map(|letter| char::from(*letter)));
        }
        text
    }

    /// Whether somebody typed the reference of this dossier: capitals, spaces and dashes do not matter, nor O for 0, I and L for 1.
    #[must_use]
    pub fn is_referred_to(self, typed: &str) -> bool {
        let plain = |text: &str| -> String {
            let letters = text.chars().filter(|letter| letter.is_alphanumeric());
            letters.map(|letter| alike(letter.to_ascii_uppercase())).collect()
        };
        plain(typed) == plain(&self.reference())
    }
}

/// The one that is meant by letters that look like it.
const fn alike(letter: char) -> char {
    match letter {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_eight_characters_that_nobody_mistakes() {
        let dossier = ResidentId([0x00, 0x44, 0x32, 0x14, 0xc7, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
        assert_eq!(dossier.reference(), "0123-4567", "five bits each, the first first");
        for typed in ["0123-4567", " 01234567 ", "oi23 4567"] {
            assert!(dossier.is_referred_to(typed), "{typed} is meant so");
        }
        for typed in ["", "0123-4568", "0123-456"] {
            assert!(!dossier.is_referred_to(typed), "{typed} is another");
        }
    }

    #[test]
    fn records_and_signatures_read_back_what_they_wrote_and_nothing_else() {
        let (record, signed) = (RecordId([0xa7; 32]), Signed([0x0b; 64]));
        assert_eq!(record.to_string().parse(), Ok(record), "the text form is the record");
        assert_eq!(signed.to_string().parse(), Ok(signed), "and the signature");
        for text in ["", "a7", &"g".repeat(64), &"+0".repeat(32), &"é".repeat(32), &"a".repeat(65)] {
            assert_eq!(text.parse::<RecordId>(), Err(HexError), "{text} is no record");
            assert!(text.parse::<Signed>().is_err(), "{text} is no signature");
        }
    }
}
