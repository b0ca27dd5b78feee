//! The Noise handshake `NNpsk0`, with the random numbers for the check in its payloads.
//!
//! The inviter speaks first: its message is sealed under the shared secret, so that the joiner sees at once whether it is the
//! same. Message 0 and all that stands openly in message 1 are the prologue: whoever touches them makes the handshake fail.

use snow::{Builder, HandshakeState};

use crate::{
    chance::{Chance, Resolver},
    channel::Channel,
    check::{Digits, commitment},
    mailbox::MailboxId,
    secret::Psk,
};

const PATTERN: &str = "Noise_NNpsk0_25519_ChaChaPoly_BLAKE2s";
const PROLOGUE: &[u8] = b"wijkweb/1 pairing\0";
/// Each of the two messages: a public key, 32 bytes sealed, a tag.
pub(crate) const HANDSHAKE_BYTES: usize = 32 + 32 + 16;

/// What both have seen before the handshake.
pub(crate) fn prologue(mailbox: MailboxId, opening: &[u8], open_part: &[u8]) -> Vec<u8> {
    [PROLOGUE, &mailbox.0, opening, open_part].concat()
}

/// An inviter that has spoken.
pub(crate) struct Spoken {
    noise: Box<HandshakeState>,
    number: [u8; 32],
}

/// The inviter's message: a commitment to its number. None if the library cannot, which nobody can bring about.
pub(crate) fn speak(psk: &Psk, prologue: &[u8], chance: &mut Chance) -> Option<(Spoken, Vec<u8>)> {
    let number = chance.bytes();
    let mut noise = builder(psk, prologue, chance)?.build_initiator().ok()?;
    let message = write(&mut noise, &commitment(&number))?;
    Some((Spoken { noise: Box::new(noise), number }, message))
}

impl Spoken {
    /// The channel, the digits, and the number to show, from the joiner's message. None if that has another secret.
    pub(crate) fn finish(mut self, message: &[u8]) -> Option<(Channel, Digits, [u8; 32])> {
        let joiner = read(&mut self.noise, message)?;
        let digits = Digits::of(&hash(&self.noise)?, &self.number, &joiner);
        Some((Channel::new(*self.noise)?, digits, self.number))
    }
}

/// A joiner that has replied and waits for the inviter's number.
pub(crate) struct Replied {
    commitment: [u8; 32],
    number: [u8; 32],
    hash: [u8; 32],
}

/// The joiner's message: its number. None if the inviter's message was made with another secret.
pub(crate) fn reply(
    psk: &Psk,
    prologue: &[u8],
    message: &[u8],
    chance: &mut Chance,
) -> Option<(Channel, Replied, Vec<u8>)> {
    let number = chance.bytes();
    let mut noise = builder(psk, prologue, chance)?.build_responder().ok()?;
    let commitment = read(&mut noise, message)?;
    let message = write(&mut noise, &number)?;
    let hash = hash(&noise)?;
    Some((Channel::new(noise)?, Replied { commitment, number, hash }, message))
}

impl Replied {
    /// The digits. None if the inviter shows another number than the one it was bound to.
    pub(crate) fn finish(&self, inviter: &[u8; 32]) -> Option<Digits> {
        (commitment(inviter) == self.commitment).then(|| Digits::of(&self.hash, inviter, &self.number))
    }
}

fn builder<'a>(psk: &'a Psk, prologue: &'a [u8], chance: &mut Chance) -> Option<Builder<'a>> {
    let resolver = Box::new(Resolver::new(chance));
    Builder::with_resolver(PATTERN.parse().ok()?, resolver).psk(0, psk).ok()?.prologue(prologue).ok()
}

fn write(noise: &mut HandshakeState, payload: &[u8; 32]) -> Option<Vec<u8>> {
    let mut message = vec![0; HANDSHAKE_BYTES];
    let length = noise.write_message(payload, &mut message).ok()?;
    (length == HANDSHAKE_BYTES).then_some(message)
}

fn read(noise: &mut HandshakeState, message: &[u8]) -> Option<[u8; 32]> {
    if message.len() != HANDSHAKE_BYTES {
        return None;
    }
    let mut payload = [0; HANDSHAKE_BYTES];
    noise.read_message(message, &mut payload).ok()?;
    payload.first_chunk().copied()
}

fn hash(noise: &HandshakeState) -> Option<[u8; 32]> {
    noise.get_handshake_hash().try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chance(word: &str) -> Chance {
        Chance::from_seed(blake3::hash(word.as_bytes()).as_bytes())
    }

    const PSK: [u8; 32] = [7; 32];

    #[test]
    fn both_see_the_same_digits() {
        let psk = Psk::new(PSK);
        let (spoken, first) = speak(&psk, b"before", &mut chance("inviter")).expect("it speaks");
        let (_, replied, second) = reply(&psk, b"before", &first, &mut chance("joiner")).expect("the same secret");
        let (_, digits, number) = spoken.finish(&second).expect("the same secret");
        assert_eq!(replied.finish(&number), Some(digits), "one channel, one set of digits");
    }

    #[test]
    fn whoever_knows_the_secret_and_sits_in_between_cannot_make_the_digits_the_same() {
        let psk = Psk::new(PSK);
        let (inviter, first) = speak(&psk, b"before", &mut chance("inviter")).expect("it speaks");
        let (between, passed) = speak(&psk, b"before", &mut chance("between")).expect("it speaks");
        let (_, joiner, second) = reply(&psk, b"before", &passed, &mut chance("joiner")).expect("the same secret");
        let (_, _, returned) = reply(&psk, b"before", &first, &mut chance("between, back")).expect("the same secret");
        let (_, _, number) = between.finish(&second).expect("the same secret");
        let (_, inviters, shown) = inviter.finish(&returned).expect("the same secret");
        let joiners = joiner.finish(&number).expect("what it was bound to");
        assert_ne!(inviters, joiners, "two channels, and a person who compares sees it");
        assert_eq!(joiner.finish(&shown), None, "no other number than the one it was bound to");
        let searched = (0..1_000_u32).any(|guess| {
            let mut number = [0; 32];
            number[..4].copy_from_slice(&guess.to_le_bytes());
            joiner.finish(&number).is_some()
        });
        assert!(!searched, "nor one that was looked for until the digits fit");
    }

    #[test]
    fn what_both_saw_before_and_the_secret_have_to_be_the_same() {
        let psk = Psk::new(PSK);
        let (_, first) = speak(&psk, b"before", &mut chance("inviter")).expect("it speaks");
        assert!(reply(&psk, b"beforf", &first, &mut chance("joiner")).is_none(), "another prologue");
        assert!(reply(&Psk::new([8; 32]), b"before", &first, &mut chance("joiner")).is_none(), "another secret");
    }
}
