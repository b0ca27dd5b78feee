//! How a device shows the relay which device it is.

use serde::{Deserialize, Serialize};

use super::{Message, messages};
use crate::{
    device::DeviceKeys,
    encode::{Blob, encode},
    id::{DeviceId, SpaceId},
    limit::RELAY_BYTES_MAX,
    signature::{Context, Signature, SignatureError, SigningPublic},
};

messages! {
    /// What a device has to sign to be let in. Made by the relay, valid for a minute.
    Challenge {
        /// The relay's own name, as the device knows it: an answer to one relay opens no other. At most 253 bytes.
        relay: Blob,
        /// The space.
        space: SpaceId,
        /// 32 bytes that nobody can guess.
        nonce: [u8; 32],
    }

    /// The answer to a [`Challenge`].
    TokenRequest {
        /// The nonce of the challenge.
        nonce: [u8; 32],
        /// Who answers.
        device: DeviceId,
        /// Over the challenge and the device.
        signature: Signature,
    }

    /// What lets a device in for a while.
    Token {
        /// To be shown with every request.
        token: [u8; 32],
        /// How long it is valid from now; no clock times.
        seconds_left: u64,
    }
}

impl Message for Challenge {
    fn is_within_limits(&self) -> bool {
        self.relay.0.len() <= RELAY_BYTES_MAX
    }
}

impl Message for TokenRequest {}

impl Message for Token {}

impl Challenge {
    /// Answers it.
    #[must_use]
    pub fn answer(&self, device: &DeviceKeys) -> TokenRequest {
        let signature = device.sign(Context::Challenge, &self.signed(device.device));
        TokenRequest { nonce: self.nonce, device: device.device, signature }
    }

    /// Whether this answers it, for a device with this key.
    ///
    /// # Errors
    ///
    /// [`SignatureError`] if not, or if the relay's name is too long.
    pub fn check(&self, answer: &TokenRequest, device: &SigningPublic) -> Result<(), SignatureError> {
        if answer.nonce != self.nonce || self.relay.0.len() > RELAY_BYTES_MAX {
            return Err(SignatureError);
        }
        device.verify(Context::Challenge, &self.signed(answer.device), &answer.signature)
    }

    fn signed(&self, device: DeviceId) -> Vec<u8> {
        encode(&(self, device))
    }
}
