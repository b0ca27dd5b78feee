//! What stands inside an export: one JSON document, encrypted as a whole with age under a passphrase.

use std::io::{Read as _, Write as _};

use age::{scrypt, secrecy::SecretString};
use api::Failure;
use data_encoding::BASE64;
use domain::{DocumentId, ResidentId};
use serde::{Deserialize, Serialize, de};
use store::DocumentKind;

use crate::failures::unexpected;

/// Format and version at the top of the file.
const FORMAT: &str = "wijkweb-export/1";

/// In the place of a kind: changes of a document that are not all of it, for who has the rest.
pub(crate) const CHANGES: &str = "changes";

/// What guessing at the passphrase of a file costs, and the most that a file may ask for, as base-2 logarithm of scrypt's cost: 128 MiB
/// of memory. Age would measure what takes a second: half a GiB on a fast machine, which a phone could not open. What it lets pass by
/// itself could take 16 GiB.
pub(crate) const WORK_FACTOR: u8 = 17;

/// Everything of a device that can be taken to another.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Archive {
    format: String,
    pub(crate) documents: Vec<Document>,
    /// The texts of imported instruments.
    pub(crate) instruments: Vec<String>,
}

/// A document as bytes.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Document {
    pub(crate) id: DocumentId,
    pub(crate) scope: Option<ResidentId>,
    pub(crate) kind: String,
    pub(crate) sample: bool,
    #[serde(with = "base64")]
    pub(crate) bytes: Vec<u8>,
}

impl Document {
    pub(super) fn kind(&self) -> Option<DocumentKind> {
        DocumentKind::named(&self.kind)
    }
}

impl Archive {
    pub(crate) fn new(documents: Vec<Document>, instruments: Vec<String>) -> Self {
        Self { format: FORMAT.to_owned(), documents, instruments }
    }

    /// The archive as an age file. `work_factor` is the base-2 logarithm of scrypt's cost.
    pub(crate) fn seal(&self, passphrase: &str, work_factor: u8) -> Result<Vec<u8>, Failure> {
        let plain = serde_json::to_vec(self).map_err(|_| unexpected("export/json"))?;
        let mut recipient = scrypt::Recipient::new(SecretString::from(passphrase.to_owned()));
        recipient.set_work_factor(work_factor);
        let recipients = std::iter::once(&recipient as &dyn age::Recipient);
        let encryptor = age::Encryptor::with_recipients(recipients).map_err(|_| unexpected("export/age"))?;
        let mut sealed = Vec::with_capacity(plain.len().saturating_add(1024));
        let sealing = encryptor.wrap_output(&mut sealed).and_then(|mut writer| {
            writer.write_all(&plain)?;
            writer.finish().map(drop)
        });
        sealing.map_err(|_| unexpected("export/age"))?;
        Ok(sealed)
    }

    /// Opens an age file that [`Archive::seal`] made.
    pub(super) fn open(bytes: &[u8], passphrase: &str) -> Result<Self, Failure> {
        let decryptor = age::Decryptor::new_buffered(bytes).map_err(|_| Failure::UnreadableFile)?;
        let mut identity = scrypt::Identity::new(SecretString::from(passphrase.to_owned()));
        identity.set_max_work_factor(WORK_FACTOR);
        let mut reader =
            decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)).map_err(|error| match error {
                age::DecryptError::DecryptionFailed
                | age::DecryptError::KeyDecryptionFailed
                | age::DecryptError::NoMatchingKeys => Failure::WrongFilePassphrase,
                _ => Failure::UnreadableFile,
            })?;
        let mut plain = Vec::new();
        reader.read_to_end(&mut plain).map_err(|_| Failure::UnreadableFile)?;
        let archive: Self = serde_json::from_slice(&plain).map_err(|_| Failure::UnreadableFile)?;
        match archive.format.strip_prefix("wijkweb-export/") {
            Some("1") => Ok(archive),
            Some(_) => Err(Failure::FromNewerVersion),
            None => Err(Failure::UnreadableFile),
        }
    }
}

mod base64 {
    use super::{BASE64, Deserialize, de};

    pub(super) fn serialize<S: serde::Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&BASE64.encode(bytes))
    }

    pub(super) fn deserialize<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        BASE64.decode(String::deserialize(deserializer)?.as_bytes()).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Scrypt with 2^4 rounds: quick, and only for tests.
    const QUICK: u8 = 4;

    fn archive() -> Archive {
        let document = Document {
            id: DocumentId([1; 16]),
            scope: None,
            kind: "directory".into(),
            sample: false,
            bytes: vec![0, 255],
        };
        Archive::new(vec![document], vec!["id = 'x'".into()])
    }

    #[test]
    fn an_archive_opens_with_its_passphrase_alone() {
        let sealed = archive().seal("een lange zin", QUICK).expect("it can be sealed");
        let opened = Archive::open(&sealed, "een lange zin").expect("the passphrase fits");
        assert_eq!(
            opened.documents.first().map(|document| document.bytes.clone()),
            Some(vec![0, 255]),
            "the bytes came through"
        );
        let refused = Archive::open(&sealed, "een andere zin").expect_err("another passphrase");
        assert_eq!(refused, Failure::WrongFilePassphrase, "the person is told that it is the passphrase");
    }

    #[test]
    fn a_file_that_asks_for_too_much_memory_is_refused_before_it_gets_any() {
        let sealed = archive().seal("een lange zin", QUICK).expect("it can be sealed");
        let at = sealed.windows(3).position(|at| at == b" 4\n").expect("the cost stands in the first lines");
        for cost in [18, 22, 63] {
            let asking = [&sealed[..at], format!(" {cost}\n").as_bytes(), &sealed[at + 3..]].concat();
            let opened = Archive::open(&asking, "een lange zin");
            assert_eq!(opened.err(), Some(Failure::UnreadableFile), "2^{cost} KiB are not spent on a file");
        }
    }

    #[test]
    fn other_and_damaged_files_are_refused() {
        let sealed = archive().seal("een lange zin", QUICK).expect("it can be sealed");
        for length in [0, 10, 100, sealed.len() - 1] {
            let opened = Archive::open(&sealed[..length], "een lange zin");
            assert_eq!(opened.err(), Some(Failure::UnreadableFile), "{length} bytes are not the whole file");
        }
    }
}
