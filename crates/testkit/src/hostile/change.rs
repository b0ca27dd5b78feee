//! Kept bytes with something changed by chance: what a fuzzer does, without its memory.

use crate::chance::Chance;

/// Most changes at once.
const CHANGES_MAX: usize = 4;
/// Most bytes that are put in, taken out or written over at once.
const PIECE_BYTES_MAX: usize = 48;
/// Bytes that mean something in many forms.
const TELLING: [u8; 8] = [0, 1, 2, 0x7f, 0x80, 0x81, 0xfe, 0xff];

/// These bytes with one to four changes; some of them come from `other`.
#[must_use]
pub fn changed(bytes: &[u8], other: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=chance.below(CHANGES_MAX) {
        change(&mut bytes, other, chance);
    }
    bytes
}

fn change(bytes: &mut Vec<u8>, other: &[u8], chance: &mut Chance) {
    let at = chance.below(bytes.len());
    let until = at.saturating_add(chance.below(PIECE_BYTES_MAX)).min(bytes.len());
    match chance.below(6) {
        0 => bytes.get_mut(at).into_iter().for_each(|byte| *byte ^= 1 << chance.below(8)),
        1 => {
            let telling = chance.pick(&TELLING).copied().unwrap_or_default();
            bytes.get_mut(at).into_iter().for_each(|byte| *byte = telling);
        }
        2 => drop(bytes.drain(at..until)),
        3 => {
            let again = bytes.get(at..until).unwrap_or_default().to_vec();
            drop(bytes.splice(at..at, again));
        }
        4 => {
            let from = chance.below(other.len());
            let to = from.saturating_add(chance.below(PIECE_BYTES_MAX)).min(other.len());
            let piece = other.get(from..to).unwrap_or_default().to_vec();
            drop(bytes.splice(at..until, piece));
        }
        _ => bytes.truncate(at),
    }
}
