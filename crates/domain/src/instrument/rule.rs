//! The rules by which answers become a mark; a definition chooses among them.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{Error, Unexpected, Visitor},
};

/// How many items of a dimension must be answered before their mean is shown.
///
/// The field knows no official minimum (`docs/field.md` §2.1b); half, rounded up, is our own choice and stands in the files we ship.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct MissingRule {
    /// The least number of answered items.
    pub at_least: AtLeast,
}

/// A least number of answered items.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AtLeast {
    /// Half of the items, rounded up.
    #[default]
    Half,
    /// All of them.
    All,
    /// This many, or all where a dimension has fewer; at least 1.
    #[serde(untagged)]
    Items(u8),
}

/// A name or a number. By hand: `untagged` reads into a tree of its own first.
impl<'de> Deserialize<'de> for AtLeast {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NameOrNumber)
    }
}

struct NameOrNumber;

impl Visitor<'_> for NameOrNumber {
    type Value = AtLeast;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`half`, `all` or a number up to 255")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<AtLeast, E> {
        match name {
            "half" => Ok(AtLeast::Half),
            "all" => Ok(AtLeast::All),
            _ => Err(E::invalid_value(Unexpected::Str(name), &self)),
        }
    }

    fn visit_u64<E: Error>(self, items: u64) -> Result<AtLeast, E> {
        let items = u8::try_from(items).map_err(|_| E::invalid_value(Unexpected::Unsigned(items), &self))?;
        Ok(AtLeast::Items(items))
    }

    fn visit_i64<E: Error>(self, items: i64) -> Result<AtLeast, E> {
        let items = u8::try_from(items).map_err(|_| E::invalid_value(Unexpected::Signed(items), &self))?;
        Ok(AtLeast::Items(items))
    }
}

impl AtLeast {
    /// How many of `of` items that are; never 0.
    #[must_use]
    pub fn of(self, of: usize) -> usize {
        let needed = match self {
            Self::Half => of.div_ceil(2),
            Self::All => of,
            Self::Items(items) => usize::from(items).min(of),
        };
        needed.max(1)
    }
}

/// How a dimension gets the mark on its axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aggregation {
    /// The mean of its answered items; the person's own mark until enough items are answered.
    Mean,
    /// Always the person's own mark; items, where there are any, only help to think.
    OwnMark,
}

impl Aggregation {
    /// Every rule with the name it has in a definition file.
    pub const ALL: [(Self, &'static str); 2] = [(Self::Mean, "mean"), (Self::OwnMark, "own-mark")];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_least_is_never_nothing_and_never_more_than_there_is() {
        for of in 0..=40 {
            for rule in [AtLeast::Half, AtLeast::All, AtLeast::Items(1), AtLeast::Items(9), AtLeast::Items(u8::MAX)] {
                let needed = rule.of(of);
                assert!(needed >= 1 && needed <= of.max(1), "{rule:?} of {of} items asks for {needed}");
            }
        }
        assert_eq!(AtLeast::Half.of(7), 4, "half is rounded up");
    }

    #[test]
    fn at_least_is_a_word_or_a_number_in_a_file() {
        let rules: Vec<AtLeast> = serde_json::from_str(r#"["half", "all", 3]"#).expect("all three can be read");
        assert_eq!(rules, [AtLeast::Half, AtLeast::All, AtLeast::Items(3)], "read as they stand in a file");
        assert_eq!(
            serde_json::to_string(&rules).expect("can be written"),
            r#"["half","all",3]"#,
            "written as they were read"
        );
    }
}
