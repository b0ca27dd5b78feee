//! Reading numbers and runs of bytes from the front, each number in the one way automerge writes it.

use crate::DocumentError::{self, Damaged};

/// What is left to read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a>(pub(super) &'a [u8]);

impl<'a> Cursor<'a> {
    /// Whether all is read.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The next `len` bytes.
    pub(super) fn take(&mut self, len: u64) -> Result<&'a [u8], DocumentError> {
        let len = usize::try_from(len).map_err(|_| Damaged)?;
        let (taken, left) = self.0.split_at_checked(len).ok_or(Damaged)?;
        self.0 = left;
        Ok(taken)
    }

    /// The next `N` bytes.
    pub(super) fn array<const N: usize>(&mut self) -> Result<[u8; N], DocumentError> {
        let (taken, left) = self.0.split_first_chunk().ok_or(Damaged)?;
        self.0 = left;
        Ok(*taken)
    }

    /// A number from 0, as LEB128 without superfluous bytes.
    pub(super) fn unsigned(&mut self) -> Result<u64, DocumentError> {
        let (bits, shift, last) = self.leb128()?;
        let overlong = shift > 7 && last == 0;
        let too_large = shift > 63 && last > 1;
        if overlong || too_large { Err(Damaged) } else { Ok(bits) }
    }

    /// A number with a sign, as signed LEB128 without superfluous bytes.
    pub(super) fn signed(&mut self) -> Result<i64, DocumentError> {
        let before = *self;
        let (bits, shift, last) = self.leb128()?;
        let negative = last & 0x40 != 0;
        let too_large = shift > 63 && last != 0 && last != 0x7f;
        let read = before.0.len() - self.0.len();
        let sign_of_rest = read.checked_sub(2).and_then(|at| before.0.get(at)).is_some_and(|byte| byte & 0x40 != 0);
        let overlong = shift > 7 && ((last == 0 && !sign_of_rest) || (last == 0x7f && sign_of_rest));
        if overlong || too_large {
            return Err(Damaged);
        }
        let extended = if negative && shift < 64 { bits | (u64::MAX << shift) } else { bits };
        Ok(extended.cast_signed())
    }

    /// Bytes with their length in front.
    pub(super) fn prefixed(&mut self) -> Result<&'a [u8], DocumentError> {
        let len = self.unsigned()?;
        self.take(len)
    }

    /// The bits of a number of at most ten bytes, how many bits those bytes have room for, and the last byte.
    fn leb128(&mut self) -> Result<(u64, u32, u8), DocumentError> {
        let (mut bits, mut shift) = (0, 0);
        loop {
            let [byte] = self.array()?;
            bits |= u64::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 {
                return Ok((bits, shift, byte));
            }
            if shift > 63 {
                return Err(Damaged);
            }
        }
    }
}

/// Appends a number as LEB128.
pub(super) fn write_unsigned(mut number: u64, out: &mut Vec<u8>) {
    while number > 0x7f {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_one_form() {
        for (bytes, number) in [(&[0][..], 0), (&[0x7f], 127), (&[0x80, 1], 128), (&[0xff, 0x7f], 16383)] {
            assert_eq!(Cursor(bytes).unsigned(), Ok(number), "{bytes:?}");
            let mut written = Vec::new();
            write_unsigned(number, &mut written);
            assert_eq!(written, bytes, "{number} is written as it is read");
        }
        let most = [&[0xff; 9][..], &[1]].concat();
        assert_eq!(Cursor(&most).unsigned(), Ok(u64::MAX), "the largest has ten bytes");
        for bytes in [&[][..], &[0x80], &[0x81, 0], &[0xff; 11], &[&[0xff; 9][..], &[2]].concat()] {
            assert_eq!(Cursor(bytes).unsigned(), Err(Damaged), "{bytes:?} is no number, or one written too long");
        }
    }

    #[test]
    fn a_number_with_a_sign_has_one_form() {
        let least = [&[0x80; 9][..], &[0x7f]].concat();
        for (bytes, number) in
            [(&[0][..], 0), (&[0x7f], -1), (&[0x3f], 63), (&[0xff, 0], 127), (&[0x80, 0x40], -8192), (&least, i64::MIN)]
        {
            assert_eq!(Cursor(bytes).signed(), Ok(number), "{bytes:?}");
        }
        for bytes in [&[0x90][..], &[0xbf, 0], &[0x81, 0xff, 0x7f], &[&[0xff; 9][..], &[1]].concat()] {
            assert_eq!(Cursor(bytes).signed(), Err(Damaged), "{bytes:?} is no number, or one written too long");
        }
    }
}
