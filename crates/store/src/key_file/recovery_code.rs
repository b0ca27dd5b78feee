//! The recovery code: 128 random bits on paper, in a form that people can copy without mistakes.
//!
//! 28 signs in seven groups of four, in Crockford's base 32: digits and capitals without I, L, O and U. The last twelve of the
//! 140 bits are a check, so that a typing error is told apart from a code that belongs elsewhere. Reading forgives lower case,
//! O for 0, I and L for 1, and spaces and dashes anywhere.
//!
//! The 128 bits are never used as a key themselves. HKDF derives the key that wraps the database key under the label
//! `wijkweb/1 database wrap`; a paper device, once devices meet, comes from the same bits under a label of its own.

use std::fmt;

use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::key_file::Random;

const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SIGNS_LEN: usize = 28;
const CHECK_BITS: u32 = 12;

/// A recovery code.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct RecoveryCode([u8; 16]);

/// Why a text is not a recovery code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryCodeError {
    /// It has more or fewer than 28 signs.
    #[error("a recovery code has 28 signs, not {signs}")]
    Length {
        /// How many it has.
        signs: usize,
    },
    /// This sign stands in no code.
    #[error("sign {at} cannot stand in a recovery code")]
    Sign {
        /// Its place among the signs, 1 for the first.
        at: usize,
    },
    /// The check does not fit: something was copied wrongly.
    #[error("the recovery code has a typing error")]
    Check,
}

impl RecoveryCode {
    /// A new code.
    #[must_use]
    pub fn random(random: Random<'_>) -> Self {
        let mut code = Self([0; 16]);
        random(&mut code.0);
        code
    }

    /// The code as a person reads it: `XXXX-XXXX-…`, seven groups.
    #[must_use]
    pub fn grouped(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(SIGNS_LEN + 6));
        for at in 0..SIGNS_LEN {
            if at > 0 && at % 4 == 0 {
                text.push('-');
            }
            text.push(SIGNS.get(self.five_bits(at)).map_or('0', |sign| char::from(*sign)));
        }
        text
    }

    /// Reads a code as a person typed it.
    pub fn read(typed: &str) -> Result<Self, RecoveryCodeError> {
        let signs = Zeroizing::new(typed.chars().filter(|c| !c.is_whitespace() && !is_dash(*c)).collect::<Vec<char>>());
        if signs.len() != SIGNS_LEN {
            return Err(RecoveryCodeError::Length { signs: signs.len() });
        }
        let (mut bits, mut check) = (0_u128, 0_u16);
        for (at, sign) in signs.iter().enumerate() {
            let value = value(*sign).ok_or(RecoveryCodeError::Sign { at: at + 1 })?;
            match at {
                0..25 => bits = bits << 5 | u128::from(value),
                // The 26th sign ends the 128 bits with three of its five; its last two begin the check.
                25 => (bits, check) = (bits << 3 | u128::from(value >> 2), u16::from(value & 3)),
                _ => check = check << 5 | u16::from(value),
            }
        }
        let code = Self(bits.to_be_bytes());
        if code.check() == check { Ok(code) } else { Err(RecoveryCodeError::Check) }
    }

    /// The 128 bits, for what else is made of them. Secret.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// Bits `5 × at` to `5 × at + 4` of the 140.
    fn five_bits(&self, at: usize) -> usize {
        let bits = u128::from_be_bytes(self.0);
        let tail = (bits & 7) << CHECK_BITS | u128::from(self.check());
        let five = match at {
            0..25 => bits >> (123 - 5 * at),
            _ => tail >> (10 - 5 * at.saturating_sub(25).min(2)),
        };
        usize::try_from(five & 31).unwrap_or(0)
    }

    /// Twelve bits of a one-way digest.
    fn check(&self) -> u16 {
        let digest = Zeroizing::new(blake3::derive_key("wijkweb/1 recovery code check", &self.0));
        let [first, second, ..] = *digest;
        u16::from_be_bytes([first, second]) >> (16 - CHECK_BITS)
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(…)")
    }
}

const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '_' | '.' | '\u{2010}'..='\u{2015}')
}

fn value(sign: char) -> Option<u8> {
    let sign = match sign.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        sign => sign,
    };
    SIGNS.iter().position(|known| char::from(*known) == sign).and_then(|at| u8::try_from(at).ok())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_end_of_the_bits_and_the_check_stand_in_the_last_three_signs() {
        let code = RecoveryCode([0xff; 16]);
        let text = code.grouped();
        assert!(text.starts_with("ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-Z"), "125 ones are 25 times the last sign");
        assert_eq!(text.len(), 34, "seven groups of four with six dashes");
    }

    #[test]
    fn what_is_no_code_is_told_apart() {
        assert_eq!(RecoveryCode::read("0000-1111"), Err(RecoveryCodeError::Length { signs: 8 }), "too short");
        let text = RecoveryCode([7; 16]).grouped().replacen(|_: char| true, "U", 1);
        assert_eq!(RecoveryCode::read(&text), Err(RecoveryCodeError::Sign { at: 1 }), "there is no U");
    }

    proptest! {
        #[test]
        fn a_code_is_read_back_however_it_is_typed(bytes: [u8; 16]) {
            let code = RecoveryCode(bytes);
            let text = code.grouped();
            prop_assert!(RecoveryCode::read(&text).as_ref() == Ok(&code), "as it is printed");
            let typed = text.to_lowercase().replace('0', "o").replace('1', "l").replace('-', " ");
            prop_assert!(RecoveryCode::read(&typed).as_ref() == Ok(&code), "as people type it");
        }

        #[test]
        fn a_sign_that_was_copied_wrongly_is_noticed(bytes: [u8; 16], at in 0..SIGNS_LEN, by in 1_usize..32) {
            let code = RecoveryCode(bytes);
            let mut signs: Vec<char> = code.grouped().chars().filter(|c| *c != '-').collect();
            let value = SIGNS.iter().position(|sign| char::from(*sign) == signs[at]).expect("a sign of the code");
            signs[at] = char::from(SIGNS[(value + by) % 32]);
            let typed: String = signs.iter().collect();
            // Twelve bits miss one error in 4,096; such a code then simply opens nothing.
            let read = RecoveryCode::read(&typed);
            prop_assert!(read == Err(RecoveryCodeError::Check) || read.is_ok_and(|other| other != code), "never taken for the same code");
        }
    }
}
