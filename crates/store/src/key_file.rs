//! The file `wijkweb.keys`: the database key, wrapped once for every way in.
//!
//! The database key itself never changes. A way in (passphrase, recovery code, this device's key store, a PIN with that key
//! store) is a key that wraps it with XChaCha20-Poly1305; what is authenticated along names the way in and the database key,
//! so that no box can be put in another's place. Taking a way in away therefore closes it for whoever gets the file from then
//! on; who had copied the file *and* knew the old passphrase keeps what they had.
//!
//! Every change writes the whole file anew beside the old one and renames it into place, so a crash leaves the one or the
//! other. `wijkweb.keys.before` holds the file as it was until the new one has been read back, and the same as the new one
//! from then on: a second copy for the day the first one is damaged, and never an old way in.

mod cost;
mod database_key;
mod disk;
mod format;
mod recovery_code;
mod secret;
mod wrap;

use std::path::{Path, PathBuf};

pub use cost::KdfCost;
pub use database_key::DatabaseKey;
pub(crate) use database_key::KeyId;
pub(crate) use disk::{read_if_there, write_whole};
pub use recovery_code::{RecoveryCode, RecoveryCodeError};
pub use secret::KeyStoreSecret;

use format::{Keys, Slow, Wrapped};
use wrap::Way;

/// A source of secure random bytes: fills the slice it is given.
pub type Random<'a> = &'a mut dyn FnMut(&mut [u8]);

/// Fewest digits of a PIN.
pub const PIN_DIGITS_MIN: usize = 6;

/// Why the key file did not open or could not be changed. A wrong passphrase changes nothing, however often it is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyFileError {
    /// There is no key file in the folder.
    #[error("there is no key file")]
    Missing,
    /// Neither the file nor its second copy can be read.
    #[error("the key file is damaged")]
    Damaged,
    /// A newer version of the app has written it.
    #[error("the key file was written by a newer version")]
    FromNewerVersion,
    /// Not this passphrase, recovery code, PIN or secret.
    #[error("this does not open the key file")]
    Wrong,
    /// This way in was never set up, or was taken away.
    #[error("this way in is not set up")]
    NotSetUp,
    /// The key that was given is not the one in the file.
    #[error("the key belongs to another file")]
    OtherKey,
    /// A PIN is at least six digits and nothing else.
    #[error("a PIN has at least six digits")]
    Pin,
    /// There is a key file already.
    #[error("there is a key file already")]
    Exists,
    /// The folder can only be read.
    #[error("the folder can only be read")]
    ReadOnly,
    /// No room left on the disk.
    #[error("the disk is full")]
    DiskFull,
    /// The disk failed in another way.
    #[error("the key file cannot be reached: {0}")]
    Io(std::io::ErrorKind),
    /// The cost of a guess asks for more memory than there is, or cannot be.
    #[error("this cost cannot be paid")]
    Cost,
}

/// The key file of a folder. Holds wrapped keys only; nothing in it is a secret.
#[derive(Debug, Clone)]
pub struct KeyFile {
    folder: PathBuf,
    keys: Keys,
}

impl KeyFile {
    /// Whether a key file, or its second copy, is in the folder.
    #[must_use]
    pub fn exists(folder: &Path) -> bool {
        format::is_there(folder)
    }

    /// Makes the key file of a new database, with the two ways in that are always there.
    pub fn create(
        folder: &Path,
        key: &DatabaseKey,
        passphrase: &str,
        code: &RecoveryCode,
        cost: KdfCost,
        random: Random<'_>,
    ) -> Result<Self, KeyFileError> {
        if Self::exists(folder) {
            return Err(KeyFileError::Exists);
        }
        let keys = Keys {
            key: key.id(),
            passphrase: wrap::slow(Way::Passphrase, key, wrap::normal(passphrase).as_bytes(), &[], cost, random)?,
            recovery: wrap::quick(Way::Recovery, key, code.bytes(), random),
            remembered: None,
            pin: None,
        };
        format::write(folder, &keys)?;
        Ok(Self { folder: folder.to_owned(), keys })
    }

    /// Reads the key file; its second copy where the first is damaged or gone, which is then put in the first one's place.
    pub fn read(folder: &Path) -> Result<Self, KeyFileError> {
        Ok(Self { folder: folder.to_owned(), keys: format::read(folder)? })
    }

    /// The database key, by the passphrase. Takes the time that the cost in the file asks for.
    pub fn open_with_passphrase(&self, passphrase: &str) -> Result<DatabaseKey, KeyFileError> {
        wrap::open_slow(Way::Passphrase, self.keys.key, wrap::normal(passphrase).as_bytes(), &[], &self.keys.passphrase)
    }

    /// The database key, by the recovery code.
    pub fn open_with_recovery_code(&self, code: &RecoveryCode) -> Result<DatabaseKey, KeyFileError> {
        wrap::open_quick(Way::Recovery, self.keys.key, code.bytes(), &self.keys.recovery)
    }

    /// The database key, by the secret in this device's key store alone ("remember on this device").
    pub fn open_remembered(&self, secret: &KeyStoreSecret) -> Result<DatabaseKey, KeyFileError> {
        let wrapped: &Wrapped = self.keys.remembered.as_ref().ok_or(KeyFileError::NotSetUp)?;
        wrap::open_quick(Way::Remembered, self.keys.key, secret.bytes(), wrapped)
    }

    /// The database key, by a PIN together with the secret in this device's key store. Without that secret the PIN is nothing:
    /// a million guesses on a copied file are nothing either.
    pub fn open_with_pin(&self, pin: &str, secret: &KeyStoreSecret) -> Result<DatabaseKey, KeyFileError> {
        let slow: &Slow = self.keys.pin.as_ref().ok_or(KeyFileError::NotSetUp)?;
        wrap::open_slow(Way::Pin, self.keys.key, pin.as_bytes(), secret.bytes(), slow)
    }

    /// Puts a new passphrase in the old one's place.
    pub fn change_passphrase(
        &mut self,
        key: &DatabaseKey,
        passphrase: &str,
        cost: KdfCost,
        random: Random<'_>,
    ) -> Result<(), KeyFileError> {
        let wrapped = wrap::slow(Way::Passphrase, key, wrap::normal(passphrase).as_bytes(), &[], cost, random)?;
        self.change(key.id(), |keys| keys.passphrase = wrapped)
    }

    /// Puts a new recovery code in the old one's place: the old paper opens nothing any more.
    pub fn change_recovery_code(
        &mut self,
        key: &DatabaseKey,
        code: &RecoveryCode,
        random: Random<'_>,
    ) -> Result<(), KeyFileError> {
        let wrapped = wrap::quick(Way::Recovery, key, code.bytes(), random);
        self.change(key.id(), |keys| keys.recovery = wrapped)
    }

    /// Lets the secret in the key store open the file alone. The caller puts the secret in the key store first.
    pub fn remember(
        &mut self,
        key: &DatabaseKey,
        secret: &KeyStoreSecret,
        random: Random<'_>,
    ) -> Result<(), KeyFileError> {
        let wrapped = wrap::quick(Way::Remembered, key, secret.bytes(), random);
        self.change(key.id(), |keys| keys.remembered = Some(wrapped))
    }

    /// Takes "remember on this device" away.
    pub fn forget(&mut self) -> Result<(), KeyFileError> {
        self.change(self.keys.key, |keys| keys.remembered = None)
    }

    /// Whether "remember on this device" is set up.
    #[must_use]
    pub const fn is_remembered(&self) -> bool {
        self.keys.remembered.is_some()
    }

    /// Lets a PIN of six digits or more open the file together with the secret in the key store.
    pub fn set_pin(
        &mut self,
        key: &DatabaseKey,
        pin: &str,
        secret: &KeyStoreSecret,
        cost: KdfCost,
        random: Random<'_>,
    ) -> Result<(), KeyFileError> {
        if pin.len() < PIN_DIGITS_MIN || !pin.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(KeyFileError::Pin);
        }
        let wrapped = wrap::slow(Way::Pin, key, pin.as_bytes(), secret.bytes(), cost, random)?;
        self.change(key.id(), |keys| keys.pin = Some(wrapped))
    }

    /// Takes the PIN away.
    pub fn remove_pin(&mut self) -> Result<(), KeyFileError> {
        self.change(self.keys.key, |keys| keys.pin = None)
    }

    /// Whether a PIN is set up.
    #[must_use]
    pub const fn has_pin(&self) -> bool {
        self.keys.pin.is_some()
    }

    /// Writes the file with `change` made to it. Refuses a key that is not this file's: it would lock everybody out.
    fn change(&mut self, key: KeyId, change: impl FnOnce(&mut Keys)) -> Result<(), KeyFileError> {
        if key != self.keys.key {
            return Err(KeyFileError::OtherKey);
        }
        let mut keys = self.keys.clone();
        change(&mut keys);
        format::write(&self.folder, &keys)?;
        self.keys = keys;
        Ok(())
    }
}
