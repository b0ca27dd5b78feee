//! A few bytes that stand for very many.

use std::io::Write;

use flate2::{Compression, write::DeflateEncoder};

/// What every chunk of automerge begins with.
const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];

/// A compressed change.
const COMPRESSED: u8 = 2;

/// So many zeros, compressed.
#[must_use]
pub fn deflated_zeros(len: usize) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    let piece = vec![0; 1 << 20];
    for _ in 0..len / piece.len() {
        encoder.write_all(&piece).expect("memory takes it");
    }
    encoder.finish().expect("memory takes it")
}

/// A chunk of automerge that says to be a compressed change with this inside.
#[must_use]
pub fn compressed_change(deflated: &[u8]) -> Vec<u8> {
    let mut chunk = MAGIC.to_vec();
    // Of the inflated bytes; nobody gets as far as to look.
    chunk.extend([0; 4]);
    chunk.push(COMPRESSED);
    let mut len = deflated.len();
    while len >= 0x80 {
        chunk.push(u8::try_from(len & 0x7f).unwrap_or_default() | 0x80);
        len >>= 7;
    }
    chunk.push(u8::try_from(len).unwrap_or_default());
    chunk.extend(deflated);
    chunk
}
