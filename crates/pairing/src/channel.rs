//! What follows the handshake: sealed messages, padded, each readable once and in its turn only.

use protocol::{encode::DecodeError, wire::Message};
use snow::{HandshakeState, TransportState};
use zeroize::Zeroizing;

use crate::{
    limit::{MESSAGE_BYTES_MAX, PADDED_BYTES},
    why::Why,
};

/// What Noise adds.
const TAG_BYTES: usize = 16;

/// The sealed line between both devices.
pub(crate) struct Channel(Box<TransportState>);

impl Channel {
    pub(crate) fn new(noise: HandshakeState) -> Option<Self> {
        noise.into_transport_mode().ok().map(|transport| Self(Box::new(transport)))
    }

    /// The next message of this side: its length in two bytes, lowest first, the message, zeros.
    pub(crate) fn seal(&mut self, message: &impl Message) -> Result<Vec<u8>, Why> {
        let text = Zeroizing::new(message.to_bytes());
        let length = u16::try_from(text.len()).map_err(|_| Why::BadMessage)?;
        let mut padded = Zeroizing::new([&length.to_le_bytes()[..], &text].concat());
        let full = padded.len().next_multiple_of(PADDED_BYTES);
        padded.resize(full, 0);
        let mut sealed = vec![0; full + TAG_BYTES];
        if sealed.len() > MESSAGE_BYTES_MAX {
            return Err(Why::BadMessage);
        }
        self.0.write_message(&padded, &mut sealed).map_err(|_| Why::BadMessage)?;
        Ok(sealed)
    }

    /// The next message of the other side.
    pub(crate) fn open<T: Message>(&mut self, sealed: &[u8]) -> Result<T, Why> {
        let full = sealed.len().saturating_sub(TAG_BYTES);
        if full == 0 || !full.is_multiple_of(PADDED_BYTES) || sealed.len() > MESSAGE_BYTES_MAX {
            return Err(Why::BadMessage);
        }
        let mut padded = Zeroizing::new(vec![0; sealed.len()]);
        self.0.read_message(sealed, &mut padded).map_err(|_| Why::BadMessage)?;
        padded.truncate(full);
        let (length, rest) = padded.split_first_chunk().ok_or(Why::BadMessage)?;
        let length = usize::from(u16::from_le_bytes(*length));
        let (text, zeros) = rest.split_at_checked(length).ok_or(Why::BadMessage)?;
        if zeros.len() >= PADDED_BYTES || zeros.iter().any(|byte| *byte != 0) {
            return Err(Why::BadMessage);
        }
        T::from_bytes(text).map_err(|error| match error {
            DecodeError::UnknownVersion(_) => Why::NewerVersion,
            DecodeError::TooLong { .. } | DecodeError::Malformed => Why::BadMessage,
        })
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::{
        chance::Chance,
        handshake::{reply, speak},
        message::Compared,
        secret::Psk,
    };

    /// The inviter's end of a channel, and the joiner's.
    pub(crate) fn both() -> (Channel, Channel) {
        let (psk, mut chance) = (Psk::new([7; 32]), Chance::from_seed(&[1; 32]));
        let (spoken, first) = speak(&psk, b"", &mut chance).expect("it speaks");
        let (joiner, _, second) = reply(&psk, b"", &first, &mut chance).expect("the same secret");
        let (inviter, _, _) = spoken.finish(&second).expect("the same secret");
        (inviter, joiner)
    }

    /// What the other side makes of this padded text, sealed as it is.
    fn read(padded: &[u8]) -> Result<Compared, Why> {
        let (mut inviter, mut joiner) = both();
        let mut sealed = vec![0; padded.len() + TAG_BYTES];
        inviter.0.write_message(padded, &mut sealed).expect("it fits");
        joiner.open(&sealed)
    }

    fn padded(front: &[u8], full: usize) -> Vec<u8> {
        let mut padded = front.to_vec();
        padded.resize(full, 0);
        padded
    }

    #[test]
    fn only_one_padding_is_right() {
        let right = padded(&[2, 0, 1, 1], PADDED_BYTES);
        assert!(read(&right).is_ok_and(|compared| compared.0), "as it should be");
        let mut dirty = right;
        dirty[500] = 1;
        for wrong in [
            dirty,
            padded(&[2, 0, 1, 1], 2 * PADDED_BYTES),
            padded(&[2, 0, 1, 1], PADDED_BYTES - 1),
            padded(&[0xff, 0xff, 1, 1], PADDED_BYTES),
            padded(&[3, 0, 1, 1], PADDED_BYTES),
            padded(&[2, 0, 1, 2], PADDED_BYTES),
            Vec::new(),
        ] {
            assert_eq!(read(&wrong).err(), Some(Why::BadMessage), "{} bytes", wrong.len());
        }
        assert_eq!(read(&padded(&[2, 0, 2, 1], PADDED_BYTES)).err(), Some(Why::NewerVersion), "told apart");
    }

    #[test]
    fn a_message_opens_once_and_in_its_turn() {
        let (mut inviter, mut joiner) = both();
        let sealed: Vec<_> = (0..2).map(|_| inviter.seal(&Compared(true)).expect("short")).collect();
        assert!(joiner.open::<Compared>(&sealed[1]).is_err(), "not before the first");
        assert!(joiner.open::<Compared>(&sealed[0]).is_ok(), "the first");
        assert!(joiner.open::<Compared>(&sealed[0]).is_err(), "not again");
        assert!(inviter.open::<Compared>(&sealed[1]).is_err(), "nor by who sent it");
    }
}
