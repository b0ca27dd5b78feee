//! What stands in the key file: JSON with a version, and a checksum that tells damage from a wrong passphrase.

use std::{io, path::Path};

use data_encoding::HEXLOWER;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::key_file::{
    KdfCost, KeyFileError, KeyId,
    disk::{read_if_there, write_whole},
};

const NAME: &str = "wijkweb.keys";
const BEFORE: &str = "wijkweb.keys.before";
const VERSION: u32 = 1;

/// Every way in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Keys {
    /// Which database key this is, without giving it away.
    pub key: KeyId,
    pub passphrase: Slow,
    pub recovery: Wrapped,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remembered: Option<Wrapped>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pin: Option<Slow>,
}

/// The key wrapped under something a person remembers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Slow {
    pub cost: KdfCost,
    #[serde(flatten)]
    pub wrapped: Wrapped,
}

/// The wrapped key with its salt and nonce, all as hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Wrapped {
    #[serde(serialize_with = "hex", deserialize_with = "array")]
    pub salt: [u8; 16],
    #[serde(serialize_with = "hex", deserialize_with = "array")]
    pub nonce: [u8; 24],
    #[serde(serialize_with = "hex", deserialize_with = "bytes")]
    pub bytes: Vec<u8>,
}

#[derive(Serialize, Deserialize)]
struct File {
    version: u32,
    /// BLAKE3 over `keys` as this version writes it.
    check: String,
    keys: Keys,
}

/// Read before anything else, because everything else may look different in a newer version.
#[derive(Deserialize)]
struct Versioned {
    version: u32,
}

pub(super) fn is_there(folder: &Path) -> bool {
    folder.join(NAME).exists() || folder.join(BEFORE).exists()
}

/// Reads the file, else its second copy, and makes both the same again where one is damaged, old or gone.
pub(super) fn read(folder: &Path) -> Result<Keys, KeyFileError> {
    let (first, second) = (read_if_there(&folder.join(NAME))?, read_if_there(&folder.join(BEFORE))?);
    if first.is_none() && second.is_none() {
        return Err(KeyFileError::Missing);
    }
    let parse = |bytes: &Option<Vec<u8>>| bytes.as_deref().map_or(Err(KeyFileError::Damaged), parsed);
    match (parse(&first), parse(&second)) {
        (Ok(keys), _) => {
            if first != second {
                // A folder that can only be read is no reason not to open; the copy is mended another time.
                let _ = write_whole(folder, BEFORE, first.as_deref().unwrap_or_default());
            }
            Ok(keys)
        }
        (Err(KeyFileError::FromNewerVersion), _) => Err(KeyFileError::FromNewerVersion),
        (Err(_), Ok(keys)) => {
            let _ = write_whole(folder, NAME, second.as_deref().unwrap_or_default());
            Ok(keys)
        }
        (Err(_), Err(KeyFileError::FromNewerVersion)) => Err(KeyFileError::FromNewerVersion),
        (Err(error), Err(_)) => Err(error),
    }
}

/// Writes the file, reads it back, and only then lets go of what was there before.
pub(super) fn write(folder: &Path, keys: &Keys) -> Result<(), KeyFileError> {
    let file = File { version: VERSION, check: check(keys)?, keys: keys.clone() };
    let mut bytes = serde_json::to_vec_pretty(&file).map_err(|_| KeyFileError::Damaged)?;
    bytes.push(b'\n');
    write_whole(folder, NAME, &bytes)?;
    if read_if_there(&folder.join(NAME))?.as_deref().map(parsed) != Some(Ok(keys.clone())) {
        return Err(KeyFileError::Damaged);
    }
    Ok(write_whole(folder, BEFORE, &bytes)?)
}

fn parsed(bytes: &[u8]) -> Result<Keys, KeyFileError> {
    let Versioned { version } = serde_json::from_slice(bytes).map_err(|_| KeyFileError::Damaged)?;
    if version > VERSION {
        return Err(KeyFileError::FromNewerVersion);
    }
    let file: File = serde_json::from_slice(bytes).map_err(|_| KeyFileError::Damaged)?;
    let bearable =
        [Some(&file.keys.passphrase), file.keys.pin.as_ref()].into_iter().flatten().all(|slow| slow.cost.is_bearable());
    if check(&file.keys)? == file.check && bearable { Ok(file.keys) } else { Err(KeyFileError::Damaged) }
}

fn check(keys: &Keys) -> Result<String, KeyFileError> {
    let bytes = serde_json::to_vec(keys).map_err(|_| KeyFileError::Damaged)?;
    Ok(blake3::hash(&bytes).to_hex().to_string())
}

impl Serialize for KeyId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for KeyId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        array(deserializer).map(Self)
    }
}

fn hex<S: Serializer>(bytes: &impl AsRef<[u8]>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&HEXLOWER.encode(bytes.as_ref()))
}

fn bytes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
    HEXLOWER.decode(String::deserialize(deserializer)?.as_bytes()).map_err(de::Error::custom)
}

fn array<'de, D: Deserializer<'de>, const N: usize>(deserializer: D) -> Result<[u8; N], D::Error> {
    bytes(deserializer)?.try_into().map_err(|_| de::Error::custom("another length was expected"))
}

impl From<io::Error> for KeyFileError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            kind => Self::Io(kind),
        }
    }
}
