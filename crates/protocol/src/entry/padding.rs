//! Padding, so that the length of an entry says little about what is in it.
//!
//! Padmé (Nikitin and others, 2019): a length keeps only as many leading bits as its exponent needs, so it grows by at most an
//! eighth and leaks O(log log) bits. Short texts all become 512 bytes. In front stands the length without padding, 4 bytes,
//! least first; behind stand zeros.

use zeroize::Zeroizing;

use crate::limit::{ENTRY_BYTES_MAX, PADDED_BYTES_MIN};

const PREFIX_BYTES: usize = 4;
const TAG_BYTES: usize = 16;

/// How long `bytes` bytes become, none longer than an entry.
pub(crate) fn padme(bytes: usize) -> usize {
    let bytes = bytes.max(PADDED_BYTES_MIN);
    let exponent = bytes.ilog2();
    let kept_bits = exponent.ilog2().saturating_add(1);
    let mask = (1_usize << exponent.saturating_sub(kept_bits)).saturating_sub(1);
    bytes.saturating_add(mask) & !mask
}

/// Whether something sealed can have this length.
pub(crate) fn may_be_sealed_length(bytes: usize) -> bool {
    bytes.checked_sub(TAG_BYTES).is_some_and(|padded| padded >= PADDED_BYTES_MIN && padme(padded) == padded)
}

/// None if that would be longer than an entry.
pub(crate) fn pad(text: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let length = u32::try_from(text.len()).ok()?;
    let full = padme(text.len().checked_add(PREFIX_BYTES)?);
    if full > ENTRY_BYTES_MAX {
        return None;
    }
    let mut padded = Zeroizing::new(Vec::with_capacity(full));
    padded.extend_from_slice(&length.to_le_bytes());
    padded.extend_from_slice(text);
    padded.resize(full, 0);
    Some(padded)
}

/// The text without its padding. None unless it is padded exactly as [`pad`] does it.
pub(crate) fn unpad(padded: &[u8]) -> Option<&[u8]> {
    let (prefix, rest) = padded.split_first_chunk::<PREFIX_BYTES>()?;
    let length = usize::try_from(u32::from_le_bytes(*prefix)).ok()?;
    let (text, zeros) = rest.split_at_checked(length)?;
    let exact = padme(length.checked_add(PREFIX_BYTES)?) == padded.len() && zeros.iter().all(|byte| *byte == 0);
    exact.then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_those_of_the_paper_above_the_floor() {
        for (bytes, padded) in [(0, 512), (512, 512), (513, 544), (1_000, 1_024), (1_025, 1_088), (100_000, 100_352)] {
            assert_eq!(padme(bytes), padded, "{bytes} bytes");
        }
    }

    #[test]
    fn a_text_comes_back_and_costs_at_most_an_eighth() {
        for bytes in [0, 1, 507, 508, 509, 4_000, 65_537, 900_000] {
            let text = vec![7; bytes];
            let padded = pad(&text).expect("shorter than an entry");
            assert_eq!(unpad(&padded), Some(&text[..]), "{bytes} bytes come back");
            let most = ((bytes + 4) * 9 / 8).max(512);
            assert!(padded.len() <= most, "{bytes} bytes became {}", padded.len());
        }
        assert!(pad(&vec![0; ENTRY_BYTES_MAX]).is_none(), "more than an entry holds");
    }

    #[test]
    fn another_padding_is_refused() {
        let padded = pad(b"text").expect("short");
        let mut noise = padded.to_vec();
        noise[511] = 1;
        assert_eq!(unpad(&noise), None, "something hides in the padding");
        assert_eq!(unpad(&padded[..511]), None, "one byte short");
        assert_eq!(unpad(&[padded.to_vec(), vec![0; 32]].concat()), None, "longer than it must be");
    }
}
