//! The chunks that automerge's bytes are made of: four magic bytes, a checksum, a type, a length, and that many bytes.

use std::borrow::Cow;

use sha2::{Digest, Sha256};

use crate::{
    DocumentError::{self, Damaged},
    foreign::{
        allowance::Allowance,
        cursor::{Cursor, write_unsigned},
    },
};

const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];
const DOCUMENT: u8 = 0;
const CHANGE: u8 = 1;
const DEFLATED_CHANGE: u8 = 2;

/// What is in a chunk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A whole document.
    Document,
    /// One change.
    Change,
}

/// A chunk whose checksum is right.
#[derive(Debug)]
pub(super) struct Chunk<'a> {
    pub(super) kind: Kind,
    /// SHA-256 over its type, length and content: for a change, automerge's hash of it.
    pub(super) hash: [u8; 32],
    /// The content, not deflated.
    pub(super) content: Cow<'a, [u8]>,
}

impl<'a> Chunk<'a> {
    /// Reads the next chunk. The checksum of a deflated change is that of the change.
    pub(super) fn read(cursor: &mut Cursor<'a>, allowance: &mut Allowance) -> Result<Self, DocumentError> {
        if cursor.array()? != MAGIC {
            return Err(Damaged);
        }
        let checksum: [u8; 4] = cursor.array()?;
        let [kind] = cursor.array()?;
        let content = cursor.prefixed()?;
        let (kind, content) = match kind {
            DOCUMENT => (Kind::Document, Cow::Borrowed(content)),
            CHANGE => (Kind::Change, Cow::Borrowed(content)),
            DEFLATED_CHANGE => (Kind::Change, Cow::Owned(allowance.inflate_change(content)?)),
            _ => return Err(Damaged),
        };
        let chunk = Self { kind, hash: hash(kind, &content), content };
        if chunk.hash.starts_with(&checksum) { Ok(chunk) } else { Err(Damaged) }
    }

    /// The chunk in its one form, not deflated.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(self.hash.iter().take(4));
        bytes.extend(head(self.kind, self.content.len()));
        bytes.extend(self.content.iter());
        bytes
    }
}

/// Type and length.
fn head(kind: Kind, len: usize) -> Vec<u8> {
    let mut head = vec![match kind {
        Kind::Document => DOCUMENT,
        Kind::Change => CHANGE,
    }];
    write_unsigned(len as u64, &mut head);
    head
}

fn hash(kind: Kind, content: &[u8]) -> [u8; 32] {
    Sha256::new().chain_update(head(kind, content.len())).chain_update(content).finalize().into()
}
