//! The typed code: ten characters to read aloud, of which one catches slips.

use std::fmt;

use zeroize::Zeroizing;

use crate::{chance::Chance, mailbox::MailboxId, signs, why::Unreadable};

/// Characters of a code.
const LENGTH: usize = 10;

/// A code. Four characters (20 bits) lead to the mailbox, five (25 bits) are the secret, the last is a check.
///
/// It holds no address of a relay: the person knows it or types it too.
#[derive(Clone, PartialEq, Eq)]
pub struct Code {
    place: [u8; 4],
    secret: Zeroizing<[u8; 5]>,
}

impl Code {
    pub(crate) fn random(chance: &mut Chance) -> Self {
        // 256 is a multiple of 32, so every character is as likely as any other.
        let place = chance.bytes::<4>().map(|byte| byte % 32);
        let secret = Zeroizing::new(chance.bytes::<5>().map(|byte| byte % 32));
        Self { place, secret }
    }

    /// The code that somebody typed: in any case, with O for 0 and I or L for 1, with or without dashes and spaces.
    ///
    /// # Errors
    ///
    /// [`Unreadable::Character`], [`Unreadable::Length`]; [`Unreadable::Check`] for every code with one wrong character and
    /// every code with two swapped.
    pub fn parse(text: &str) -> Result<Self, Unreadable> {
        let mut values = Zeroizing::new([0; LENGTH]);
        let mut typed = 0;
        for letter in text.chars().filter(|letter| !signs::is_between(*letter)) {
            *values.get_mut(typed).ok_or(Unreadable::Length)? =
                signs::five_bits(letter).ok_or(Unreadable::Character)?;
            typed += 1;
        }
        if typed != LENGTH {
            return Err(Unreadable::Length);
        }
        if sum(values.iter()) != 0 {
            return Err(Unreadable::Check);
        }
        let (place, rest) = values.split_first_chunk::<4>().ok_or(Unreadable::Length)?;
        let (secret, _) = rest.split_first_chunk::<5>().ok_or(Unreadable::Length)?;
        Ok(Self { place: *place, secret: Zeroizing::new(*secret) })
    }

    pub(crate) fn mailbox(&self) -> MailboxId {
        MailboxId::of_code(self.place)
    }

    pub(crate) fn secret(&self) -> Zeroizing<[u8; 5]> {
        self.secret.clone()
    }

    fn check(&self) -> u8 {
        sum(self.place.iter().chain(self.secret.iter()).chain([&0]))
    }
}

/// Shows it in two groups of five. On the inviter's screen, nowhere else.
impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let check = self.check();
        for (at, value) in self.place.iter().chain(self.secret.iter()).chain([&check]).enumerate() {
            write!(f, "{}{}", if at == LENGTH / 2 { "-" } else { "" }, signs::sign(*value))?;
        }
        Ok(())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code")
    }
}

/// The values as a polynomial over the field of 32 elements (x⁵ + x² + 1), at x. It is 0 for a code with its check. The powers
/// of x differ in all ten places, so one wrong value changes it, and so do two that were swapped.
fn sum<'a>(values: impl Iterator<Item = &'a u8>) -> u8 {
    values.fold(0, |sum, value| {
        let shifted = sum << 1;
        (if shifted & 32 == 0 { shifted } else { shifted ^ 0b10_0101 }) ^ value
    })
}
