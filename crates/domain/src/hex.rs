//! Bytes as hexadecimal digits: how longer ids are written and read.

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

/// What makes bytes a text of twice as many digits, on screen, on the wire and in addresses, and reads them back or gives `$error`.
macro_rules! written {
    ($name:ident, $error:ident) => {
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl std::str::FromStr for $name {
            type Err = $error;

            fn from_str(text: &str) -> Result<Self, $error> {
                $crate::hex::read(text).map(Self).ok_or($error)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <String as serde::Deserialize>::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

pub(crate) use written;
