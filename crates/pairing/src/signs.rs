//! The signs that people type: Crockford's base 32, in which none looks like another.

/// Digits and capitals without I, L, O and U.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The sign of the lowest five bits.
pub(crate) fn sign(five_bits: u8) -> char {
    SIGNS.get(usize::from(five_bits & 31)).map_or('0', |sign| char::from(*sign))
}

/// The five bits of a sign: in any case, with O for 0 and I or L for 1.
pub(crate) fn five_bits(typed: char) -> Option<u8> {
    let sign = match typed.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let at = SIGNS.iter().position(|known| char::from(*known) == sign)?;
    u8::try_from(at).ok()
}

/// What may stand between signs and means nothing.
pub(crate) fn is_between(typed: char) -> bool {
    typed.is_whitespace() || "-–—._".contains(typed)
}
