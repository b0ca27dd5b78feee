//! Values to bytes and back: postcard, with exactly one form for every value.

use std::{fmt, marker::PhantomData};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Bytes that are not what they should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// Longer than allowed; not looked into.
    #[error("{bytes} bytes, {bytes_max} are allowed")]
    TooLong {
        /// How long it is.
        bytes: usize,
        /// How long it may be.
        bytes_max: usize,
    },
    /// Of a version that this program does not know. Keep it and try again after an update; never drop it.
    #[error("version {0} is not known here")]
    UnknownVersion(u8),
    /// Cut off, too long for what it holds, not in the one form that its value has, or over a limit inside.
    #[error("not in the form that it should have")]
    Malformed,
}

/// The bytes of a value.
///
/// Postcard refuses only what has no length or does not fit in memory; none of our types can be that, so a failure is told as
/// empty bytes, which nothing decodes.
pub(crate) fn encode(value: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(value).unwrap_or_default()
}

/// The value of these bytes, all of them.
///
/// Refused: more than `bytes_max` bytes, bytes left over, and bytes that are not exactly what [`encode`] makes of the value
/// (lengths and numbers with needless zeros, for one). A length inside never makes us allocate more than the input could hold.
pub(crate) fn decode<'a, T: Serialize + Deserialize<'a>>(bytes: &'a [u8], bytes_max: usize) -> Result<T, DecodeError> {
    match decode_front(bytes, bytes_max)? {
        (value, []) => Ok(value),
        _ => Err(DecodeError::Malformed),
    }
}

/// The value at the front of these bytes and what follows it. Refuses what [`decode`] refuses, but for the rest.
pub(crate) fn decode_front<'a, T: Serialize + Deserialize<'a>>(
    bytes: &'a [u8],
    bytes_max: usize,
) -> Result<(T, &'a [u8]), DecodeError> {
    if bytes.len() > bytes_max {
        return Err(DecodeError::TooLong { bytes: bytes.len(), bytes_max });
    }
    let (value, rest) = postcard::take_from_bytes(bytes).map_err(|_| DecodeError::Malformed)?;
    let used = bytes.len().saturating_sub(rest.len());
    if bytes.get(..used) == Some(&encode(&value)) { Ok((value, rest)) } else { Err(DecodeError::Malformed) }
}

/// The first byte says the version, of whatever kind the bytes are.
pub(crate) fn check_version(bytes: &[u8], known: u8) -> Result<(), DecodeError> {
    match bytes.first() {
        Some(version) if *version == known => Ok(()),
        Some(version) => Err(DecodeError::UnknownVersion(*version)),
        None => Err(DecodeError::Malformed),
    }
}

/// Reads a list of at most `MAX`: a longer one is refused by the length in front of it, before anything is made of it.
pub(crate) fn capped<'de, const MAX: usize, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    struct Capped<const MAX: usize, T>(PhantomData<T>);
    impl<'de, const MAX: usize, T: Deserialize<'de>> de::Visitor<'de> for Capped<MAX, T> {
        type Value = Vec<T>;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "at most {MAX} of them")
        }
        fn visit_seq<A: de::SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<T>, A::Error> {
            if seq.size_hint().is_none_or(|length| length > MAX) {
                return Err(de::Error::custom("too many"));
            }
            let mut list = Vec::new();
            while let Some(item) = seq.next_element()? {
                list.push(item);
            }
            Ok(list)
        }
    }
    deserializer.deserialize_seq(Capped::<MAX, T>(PhantomData))
}

/// Bytes of any length: a length and then the bytes as they are.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Blob(pub Vec<u8>);

impl fmt::Debug for Blob {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Blob({} bytes)", self.0.len())
    }
}

impl Serialize for Blob {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Blob {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Whole;
        impl de::Visitor<'_> for Whole {
            type Value = Blob;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("bytes")
            }
            fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<Blob, E> {
                Ok(Blob(bytes.to_vec()))
            }
        }
        deserializer.deserialize_bytes(Whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_has_one_form_only() {
        assert_eq!(decode::<u32>(&[5], 9), Ok(5), "the short form");
        assert_eq!(decode::<u32>(&[0x85, 0x00], 9), Err(DecodeError::Malformed), "the same number, one byte longer");
        assert_eq!(decode::<u32>(&[5, 0], 9), Err(DecodeError::Malformed), "something follows");
        assert_eq!(decode::<Blob>(&[0xff, 0xff, 0xff, 0x7f], 9), Err(DecodeError::Malformed), "a length without bytes");
        assert_eq!(decode::<u32>(&[5, 0], 1), Err(DecodeError::TooLong { bytes: 2, bytes_max: 1 }), "not looked into");
    }

    #[test]
    fn a_list_that_says_it_is_too_long_is_not_read() {
        #[derive(Debug, PartialEq, Serialize, Deserialize)]
        struct Three(#[serde(deserialize_with = "capped::<3, _, _>")] Vec<u8>);
        assert_eq!(decode(&[3, 1, 2, 3], 9), Ok(Three(vec![1, 2, 3])), "as many as may be");
        assert_eq!(decode::<Three>(&[4, 1, 2, 3, 4], 9), Err(DecodeError::Malformed), "one more");
    }

    #[test]
    fn another_version_is_told_apart_from_nonsense() {
        assert_eq!(check_version(&[2, 0], 1), Err(DecodeError::UnknownVersion(2)), "kept until an update knows it");
        assert_eq!(check_version(&[], 1), Err(DecodeError::Malformed), "nothing is of no version");
    }
}
