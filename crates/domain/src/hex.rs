//! Reads bytes from hexadecimal digits, as ids are written.

/// The bytes of exactly twice as many digits.
pub(crate) fn read<const N: usize>(text: &str) -> Option<[u8; N]> {
    let fits = text.len() == N.saturating_mul(2) && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let mut bytes = [0; N];
    for (at, byte) in bytes.iter_mut().enumerate().filter(|_| fits) {
        let from = at.saturating_mul(2);
        *byte = u8::from_str_radix(text.get(from..from.saturating_add(2))?, 16).ok()?;
    }
    fits.then_some(bytes)
}
