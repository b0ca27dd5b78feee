//! Bytes in automerge's form made by hand, as somebody would who does not use automerge.

pub mod saved;

use std::io::Read;

use flate2::{Compression, bufread::DeflateEncoder};
use sha2::{Digest, Sha256};

/// A column's number, with what it holds in its low three bits.
pub const OBJECT_ACTOR: u64 = 1;
pub const OBJECT: u64 = 2;
pub const KEY: u64 = 1 << 4 | 5;
pub const KEY_COUNTER: u64 = 1 << 4 | 3;
pub const INSERT: u64 = 3 << 4 | 4;
pub const ACTION: u64 = 4 << 4 | 2;
pub const VALUE_LENGTH: u64 = 5 << 4 | 6;
pub const VALUE: u64 = 5 << 4 | 7;
pub const PREDECESSORS: u64 = 7 << 4;
/// The bit of a column that is deflated.
pub const DEFLATED: u64 = 8;

/// The action that sets a value.
pub const SET: u64 = 1;

/// A number as LEB128.
pub fn number(mut number: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number > 0x7f {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
    bytes
}

/// A number with a sign as LEB128, for one that is not below nought.
pub fn count(rows: u64) -> Vec<u8> {
    let mut bytes = number(rows);
    let last = bytes.len() - 1;
    if bytes[last] & 0x40 != 0 {
        bytes[last] |= 0x80;
        bytes.push(0);
    }
    bytes
}

/// A run: so many rows of the same value.
pub fn run(rows: u64, value: &[u8]) -> Vec<u8> {
    [count(rows).as_slice(), value].concat()
}

/// A run of a number.
pub fn runs_of(rows: u64, value: u64) -> Vec<u8> {
    run(rows, &number(value))
}

/// Bytes with their length in front.
pub fn prefixed(bytes: &[u8]) -> Vec<u8> {
    [number(bytes.len() as u64).as_slice(), bytes].concat()
}

/// Deflated bytes.
pub fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut deflated = Vec::new();
    DeflateEncoder::new(bytes, Compression::best()).read_to_end(&mut deflated).expect("memory can be read");
    deflated
}

/// SHA-256 over type, length and content.
pub fn hash(kind: u8, content: &[u8]) -> [u8; 32] {
    Sha256::digest([&[kind], prefixed(content).as_slice()].concat()).into()
}

/// A chunk of that type with a right checksum.
pub fn chunk(kind: u8, content: &[u8]) -> Vec<u8> {
    let checksum = hash(kind, content);
    [&[0x85, 0x6f, 0x4a, 0x83], &checksum[..4], &[kind], prefixed(content).as_slice()].concat()
}

/// A list of columns and their bytes, apart.
pub fn table(columns: &[(u64, Vec<u8>)]) -> (Vec<u8>, Vec<u8>) {
    let mut listed = number(columns.len() as u64);
    for (spec, bytes) in columns {
        listed.extend(number(*spec));
        listed.extend(number(bytes.len() as u64));
    }
    (listed, columns.iter().flat_map(|(_, bytes)| bytes.clone()).collect())
}

/// A change to be.
#[derive(Clone)]
pub struct Forged {
    pub dependencies: Vec<[u8; 32]>,
    pub actor: Vec<u8>,
    pub seq: u64,
    pub start: u64,
    pub others: Vec<Vec<u8>>,
    pub columns: Vec<(u64, Vec<u8>)>,
}

impl Forged {
    /// A first change that sets one value, or the same key that many times.
    pub fn setting(times: u64) -> Self {
        let columns = vec![
            (KEY, run(times, &prefixed(b"key"))),
            (INSERT, number(times)),
            (ACTION, runs_of(times, SET)),
            (VALUE_LENGTH, runs_of(times, 0)),
            (PREDECESSORS, runs_of(times, 0)),
        ];
        Self { dependencies: vec![], actor: vec![7; 32], seq: 1, start: 1, others: vec![], columns }
    }

    /// A first change that sets one value, in automerge's own form: what stands alone is not a run.
    pub fn one() -> Self {
        let alone = |value: &[u8]| [&[0x7f], value].concat();
        let columns = vec![
            (KEY, alone(&prefixed(b"key"))),
            (INSERT, number(1)),
            (ACTION, alone(&number(SET))),
            (VALUE_LENGTH, alone(&[0])),
            (PREDECESSORS, alone(&[0])),
        ];
        Self { columns, ..Self::setting(1) }
    }

    /// With one column instead of that which has its number, or besides the others.
    pub fn column(mut self, spec: u64, bytes: Vec<u8>) -> Self {
        self.columns.retain(|(other, _)| *other != spec);
        self.columns.push((spec, bytes));
        self.columns.sort_by_key(|(spec, _)| spec & !DEFLATED);
        self
    }

    /// What the chunk holds.
    pub fn content(&self) -> Vec<u8> {
        let (listed, columns) = table(&self.columns);
        let mut content = number(self.dependencies.len() as u64);
        content.extend(self.dependencies.concat());
        content.extend(prefixed(&self.actor));
        content.extend(number(self.seq));
        content.extend(number(self.start));
        content.extend([0, 0]); // no time, no message
        content.extend(number(self.others.len() as u64));
        content.extend(self.others.iter().flat_map(|actor| prefixed(actor)));
        [content, listed, columns].concat()
    }

    /// The change as a chunk.
    pub fn chunk(&self) -> Vec<u8> {
        chunk(1, &self.content())
    }

    /// The change as a compressed chunk, which has the checksum of the plain one.
    pub fn compressed(&self) -> Vec<u8> {
        let mut compressed = chunk(2, &deflated(&self.content()));
        compressed[4..8].copy_from_slice(&self.hash()[..4]);
        compressed
    }

    /// Its hash.
    pub fn hash(&self) -> [u8; 32] {
        hash(1, &self.content())
    }
}
