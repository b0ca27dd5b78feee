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
