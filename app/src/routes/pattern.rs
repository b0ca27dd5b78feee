//! Patterns of addresses, such as `/residents/:resident/plan`, and the values that stand in them.

use std::str::FromStr;

use domain::{
    ConversationId, PersonId, ResidentId, TalkStep,
    instrument::{DimensionCode, InstrumentKey},
};

/// A value that can stand in an address.
pub(super) trait Param: Sized {
    /// The value in this piece of an address.
    fn read(piece: &str) -> Option<Self>;

    /// The piece of an address for this value.
    fn write(&self) -> String;
}

/// What is written and read as text.
macro_rules! as_text {
    ($($type:ty),*) => { $(
        impl Param for $type {
            fn read(piece: &str) -> Option<Self> {
                FromStr::from_str(piece).ok()
            }

            fn write(&self) -> String {
                self.to_string()
            }
        }
    )* };
}

as_text!(ResidentId, PersonId, ConversationId, DimensionCode, InstrumentKey);

impl Param for TalkStep {
    fn read(piece: &str) -> Option<Self> {
        Self::named(piece)
    }

    fn write(&self) -> String {
        self.name().to_owned()
    }
}

/// The pieces of `path` at the places of the pattern that begin with a colon, or nothing where it does not fit.
pub(super) fn matched<'a>(pattern: &str, path: &'a str) -> Option<Vec<&'a str>> {
    if !path.is_empty() && !path.starts_with('/') {
        return None;
    }
    let mut pieces = path.split('/').filter(|piece| !piece.is_empty());
    let mut values = Vec::new();
    for wanted in pattern.split('/').filter(|piece| !piece.is_empty()) {
        let piece = pieces.next()?;
        if wanted.starts_with(':') {
            values.push(piece);
        } else if wanted != piece {
            return None;
        }
    }
    pieces.next().is_none().then_some(values)
}

/// The pattern with values at its places.
pub(super) fn filled(pattern: &str, values: &[String]) -> String {
    let mut values = values.iter();
    let fill = |piece: &'_ str| {
        if piece.starts_with(':') { values.next().cloned().unwrap_or_default() } else { piece.to_owned() }
    };
    pattern.split('/').map(fill).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_gives_the_pieces_at_its_places() {
        assert_eq!(matched("/a/:b/c/:d", "/a/1/c/2"), Some(vec!["1", "2"]), "in order");
        assert_eq!(matched("/a/:b", "/a"), None, "a place that is not filled does not fit");
        assert_eq!(matched("/a", "/a/b"), None, "nothing may be left over");
    }

    #[test]
    fn a_pattern_is_filled_in_order() {
        assert_eq!(filled("/a/:b/c/:d", &["1".into(), "2".into()]), "/a/1/c/2", "each value at its place");
        assert_eq!(filled("/", &[]), "/", "the root has no places");
    }
}
