//! Files that somebody gives to be read in: an export, and a definition of an instrument.

use std::{cell::RefCell, io::Write as _};

use age::{scrypt::Recipient, secrecy::SecretString};
use api::{
    Failure,
    records::{ReadBack, Verify},
};
use data_encoding::BASE64;
use domain::{Conversation, DocumentId, Dossier, Plan, ResidentId};
use serde::Serialize;

use super::{
    Sample,
    chunks::mended,
    kinds::{Known, theirs},
    pieces::{Pieces, piece},
};
use crate::device::Device;

/// What the file was sealed with; whoever gives it away says it.
const PASSPHRASE: &str = "een lange zin";
/// The base-2 logarithm of what guessing it costs.
const WORK_FACTOR: u8 = 1;
const KINDS: [&str; 5] = ["conversation", "dossier", "plan", "directory", "other"];

thread_local! {
    /// A device that has read in nothing yet.
    static DEVICE: RefCell<Option<Device>> = const { RefCell::new(None) };
}

/// The first byte says what the others are: a file, what stands in a sealed file, or documents in one.
pub fn export(bytes: &[u8]) {
    match bytes.split_first() {
        Some((0, file)) => read_back(file.to_vec()),
        Some((1, text)) => read_back(sealed(text)),
        Some((2, rest)) => read_back(sealed(archive(rest).as_bytes())),
        _ => {}
    }
}

/// Either the file is refused and nothing is new, or everything that is here holds.
fn read_back(bytes: Vec<u8>) {
    DEVICE.with(|kept| {
        let mut kept = kept.borrow_mut();
        let device = kept.get_or_insert_with(|| Device::of(29, "Ans"));
        let read = device.call(ReadBack { bytes, passphrase: PASSPHRASE.into() });
        match read {
            Ok(report) => {
                let verified = device.call(Verify {}).expect("a device can be looked through");
                assert!(verified.problems.is_empty(), "what was read in holds: {:?}", verified.problems);
                if report.added > 0 || report.merged > 0 {
                    *kept = None;
                }
            }
            Err(Failure::UnreadableFile | Failure::WrongFilePassphrase | Failure::FromNewerVersion) => {
                assert!(device.names().is_empty(), "a refused file changes nothing");
            }
            Err(failure) => panic!("a file is refused as a file, not with {}", failure.name()),
        }
    });
}

fn sealed(text: &[u8]) -> Vec<u8> {
    let mut recipient = Recipient::new(SecretString::from(PASSPHRASE.to_owned()));
    recipient.set_work_factor(WORK_FACTOR);
    let recipients = std::iter::once(&recipient as &dyn age::Recipient);
    let encryptor = age::Encryptor::with_recipients(recipients).expect("one recipient");
    let mut sealed = Vec::new();
    let mut writer = encryptor.wrap_output(&mut sealed).expect("memory takes it");
    writer.write_all(text).expect("memory takes it");
    writer.finish().expect("memory takes it");
    sealed
}

/// An archive. Written as a type of its own, so that its fields stand in one order in every build.
#[derive(Serialize)]
struct Archive {
    format: &'static str,
    documents: Vec<Archived>,
    instruments: [&'static str; 0],
}

#[derive(Serialize)]
struct Archived {
    id: DocumentId,
    scope: Option<ResidentId>,
    kind: Option<&'static str>,
    sample: bool,
    bytes: String,
}

/// An archive with documents: a byte for the kind, one for the id, one for whose it is, and the document.
fn archive(bytes: &[u8]) -> String {
    let mut pieces = Pieces(bytes);
    let mut documents = Vec::new();
    while let (Some(kind), Some(id), Some(scope), Some(bytes)) =
        (pieces.byte(), pieces.byte(), pieces.byte(), pieces.piece())
    {
        documents.push(Archived {
            id: DocumentId([id; 16]),
            scope: (scope > 0).then_some(ResidentId([scope; 16])),
            kind: KINDS.get(usize::from(kind) % KINDS.len()).copied(),
            sample: kind & 0x80 != 0,
            bytes: BASE64.encode(&mended(bytes)),
        });
    }
    let archive = Archive { format: "wijkweb-export/1", documents, instruments: [] };
    serde_json::to_string(&archive).expect("it can be written")
}

/// A file in each of the three ways.
#[must_use]
pub fn samples() -> Vec<Sample> {
    let document = |kind: u8, id: u8, scope: u8, bytes: &[u8]| [vec![kind, id, scope], piece(bytes)].concat();
    let dossier = document(1, 1, 5, Dossier::KEPT);
    let plan = [Plan::KEPT, &theirs::<Plan>().concat()].concat();
    let all = [dossier.clone(), document(2, 2, 5, &plan), document(0, 3, 1, Conversation::KEPT)].concat();
    let text = archive(&dossier);
    let instrument = br#"{"format":"wijkweb-export/1","documents":[],"instruments":["id = \"x\""]}"#;
    let header = b"age-encryption.org/v1\n-> scrypt bBjlhJVYZeE4aqUdmtRHfw 1\n";
    vec![
        ("file".to_owned(), [&[0][..], header].concat()),
        ("text".to_owned(), [&[1], text.as_bytes()].concat()),
        ("instrument".to_owned(), [&[1][..], instrument].concat()),
        ("newer".to_owned(), [&[1][..], br#"{"format":"wijkweb-export/2","documents":[],"instruments":[]}"#].concat()),
        ("dossier".to_owned(), [vec![2], dossier].concat()),
        ("documents".to_owned(), [vec![2], all].concat()),
    ]
}
