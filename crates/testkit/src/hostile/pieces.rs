//! Bytes read from the front, piece by piece, so that a fuzzer can change one thing and leave the rest.

/// What is left of the bytes.
pub(super) struct Pieces<'a>(pub(super) &'a [u8]);

impl<'a> Pieces<'a> {
    /// The next byte; nothing where none is left.
    pub(super) fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*byte)
    }

    /// The next two bytes as a number; nothing where they are not left.
    pub(super) fn number(&mut self) -> Option<u16> {
        let (number, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u16::from_le_bytes(*number))
    }

    /// A length in two bytes and as many bytes, or what is left of them.
    pub(super) fn piece(&mut self) -> Option<&'a [u8]> {
        let len = usize::from(self.number()?).min(self.0.len());
        let (piece, rest) = self.0.split_at_checked(len)?;
        self.0 = rest;
        Some(piece)
    }
}

/// A piece as [`Pieces::piece`] reads it, for samples; a longer one than two bytes can say is cut off.
pub(super) fn piece(bytes: &[u8]) -> Vec<u8> {
    let len = u16::try_from(bytes.len()).unwrap_or(u16::MAX);
    let bytes = bytes.get(..usize::from(len)).unwrap_or_default();
    [&len.to_le_bytes()[..], bytes].concat()
}
