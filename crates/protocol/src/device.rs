//! The keys of devices and people: made from randomness that is passed in, wiped when dropped, never shown.

use ed25519_dalek::SigningKey;
use hkdf::Hkdf;
use hpke::{Deserializable, Kem, Serializable, kem::X25519HkdfSha256};
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::{
    encode::encode,
    id::{self, DeviceId, KeyId, PersonId, SpaceId},
    limit::RECOVERY_BYTES_MIN,
    signature::{Context, Signature, SignatureError, SigningPublic, sign},
};

pub(crate) type SealingPrivate = <X25519HkdfSha256 as Kem>::PrivateKey;

/// In front of a space's id, for the keys of the paper device that a recovery code makes.
const PAPER_SEED: &[u8] = b"wijkweb/1 paper device keys";
/// In front of a space's id, for the id of that paper device.
const PAPER_ID: &[u8] = b"wijkweb/1 paper device id";

/// Something is sealed to this: the public half of an X25519 key, 32 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SealingPublic(pub [u8; 32]);

impl SealingPublic {
    fn of(private: &SealingPrivate) -> Self {
        let mut bytes = [0; 32];
        X25519HkdfSha256::sk_to_pk(private).write_exact(&mut bytes);
        Self(bytes)
    }

    pub(crate) fn key(&self) -> Option<<X25519HkdfSha256 as Kem>::PublicKey> {
        Deserializable::from_bytes(&self.0).ok()
    }
}

/// The recovery code is too short to make keys from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a recovery code has at least 16 bytes")]
pub struct ShortCode;

/// A device of one person in one space: what it signs with, and what is sealed to it.
///
/// A device that joins a second space has other keys there, so that relays and members cannot tell that it is the same.
pub struct DeviceKeys {
    /// Whose device it is.
    pub person: PersonId,
    /// Which one.
    pub device: DeviceId,
    seed: Zeroizing<[u8; 64]>,
    signing: SigningKey,
    pub(crate) sealing: SealingPrivate,
}

impl DeviceKeys {
    /// A new device of this person.
    #[must_use]
    pub fn generate(person: PersonId, rng: &mut impl CryptoRng) -> Self {
        let device = DeviceId::random(rng);
        Self::from_seed(person, device, Zeroizing::new(id::random(rng)))
    }

    /// The device that these 64 bytes make: 32 for the signing key, 32 from which the sealing key is derived.
    #[must_use]
    pub fn from_seed(person: PersonId, device: DeviceId, seed: Zeroizing<[u8; 64]>) -> Self {
        let (mut signing, mut sealing) = (Zeroizing::new([0; 32]), Zeroizing::new([0; 32]));
        for (byte, from) in signing.iter_mut().chain(sealing.iter_mut()).zip(seed.iter()) {
            *byte = *from;
        }
        let signing = SigningKey::from_bytes(&signing);
        let (sealing, _) = X25519HkdfSha256::derive_keypair(&*sealing);
        Self { person, device, seed, signing, sealing }
    }

    /// The device that lives on paper: whoever types the recovery code has it.
    ///
    /// `code` is the decoded code, at least 16 random bytes. The same code makes unlike keys for unlike spaces. All a paper device
    /// may do is sign in another device of its person.
    ///
    /// # Errors
    ///
    /// [`ShortCode`].
    pub fn paper(person: PersonId, space: SpaceId, code: &[u8]) -> Result<Self, ShortCode> {
        if code.len() < RECOVERY_BYTES_MIN {
            return Err(ShortCode);
        }
        let (mut seed, mut device) = (Zeroizing::new([0; 64]), [0; 16]);
        let hkdf = Hkdf::<Sha256>::new(None, code);
        // 64 and 16 bytes are far below what HKDF-SHA256 can give, so neither fails.
        hkdf.expand_multi_info(&[PAPER_SEED, &space.0], seed.as_mut_slice()).map_err(|_| ShortCode)?;
        hkdf.expand_multi_info(&[PAPER_ID, &space.0], &mut device).map_err(|_| ShortCode)?;
        Ok(Self::from_seed(person, DeviceId(device), seed))
    }

    /// What [`Self::from_seed`] makes this device from. For the encrypted store of the device itself, nothing else.
    #[must_use]
    pub fn seed(&self) -> &Zeroizing<[u8; 64]> {
        &self.seed
    }

    /// The same device with another key that things are sealed to, made from these 32 bytes. It signs as before.
    #[must_use]
    pub fn renewed(&self, sealing: &[u8; 32]) -> Self {
        let mut seed = self.seed.clone();
        seed.iter_mut().skip(sealing.len()).zip(sealing).for_each(|(byte, from)| *byte = *from);
        Self::from_seed(self.person, self.device, seed)
    }

    /// What is sealed to this device.
    #[must_use]
    pub fn sealing(&self) -> SealingPublic {
        SealingPublic::of(&self.sealing)
    }

    /// The public halves, signed by themselves.
    #[must_use]
    pub fn card(&self) -> DeviceCard {
        let signing = SigningPublic(self.signing.verifying_key().to_bytes());
        let mut card = DeviceCard {
            person: self.person,
            device: self.device,
            signing,
            sealing: SealingPublic::of(&self.sealing),
            proof: Signature([0; 64]),
        };
        card.proof = self.sign(Context::Card, &card.proven());
        card
    }

    /// Signs these bytes.
    #[must_use]
    pub fn sign(&self, context: Context, bytes: &[u8]) -> Signature {
        sign(&self.signing, context, bytes)
    }
}

/// The public halves of a device's keys, with the proof that the device has the other halves and is this person's.
///
/// The proof keeps others from passing a device off as somebody else's, and somebody else's keys as their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceCard {
    /// Whose device it is.
    pub person: PersonId,
    /// Which one.
    pub device: DeviceId,
    /// What it signs with.
    pub signing: SigningPublic,
    /// What is sealed to it.
    pub sealing: SealingPublic,
    /// Signed by the device itself, over all of the above.
    pub proof: Signature,
}

impl DeviceCard {
    fn proven(&self) -> Vec<u8> {
        encode(&(self.person, self.device, self.signing, self.sealing))
    }

    /// Whether the device itself made this card.
    ///
    /// # Errors
    ///
    /// [`SignatureError`] if it did not.
    pub fn verify(&self) -> Result<(), SignatureError> {
        self.signing.verify(Context::Card, &self.proven(), &self.proof)
    }
}

/// What is sealed to a person, so that all devices of that person can open it.
pub struct PersonKeys {
    /// Whose key it is.
    pub person: PersonId,
    /// Which of that person's keys: a person has a new one after losing a device.
    pub key: KeyId,
    seed: Zeroizing<[u8; 32]>,
    pub(crate) sealing: SealingPrivate,
}

impl PersonKeys {
    /// A new key of this person.
    #[must_use]
    pub fn generate(person: PersonId, rng: &mut impl CryptoRng) -> Self {
        let key = KeyId::random(rng);
        Self::from_seed(person, key, Zeroizing::new(id::random(rng)))
    }

    /// The key that is derived from these 32 bytes.
    #[must_use]
    pub fn from_seed(person: PersonId, key: KeyId, seed: Zeroizing<[u8; 32]>) -> Self {
        let (sealing, _) = X25519HkdfSha256::derive_keypair(&*seed);
        Self { person, key, seed, sealing }
    }

    /// What [`Self::from_seed`] makes this key from: what is sealed to the person's devices.
    #[must_use]
    pub fn seed(&self) -> &Zeroizing<[u8; 32]> {
        &self.seed
    }

    /// The public half.
    #[must_use]
    pub fn card(&self) -> PersonCard {
        PersonCard { person: self.person, key: self.key, sealing: SealingPublic::of(&self.sealing) }
    }
}

/// The public half of a person's key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonCard {
    /// Whose key it is.
    pub person: PersonId,
    /// Which of that person's keys.
    pub key: KeyId,
    /// What is sealed to it.
    pub sealing: SealingPublic,
}
