//! Writing plain values into a map of a document, and only where they differ from what stands.

use std::collections::BTreeSet;

use automerge::{ObjId, ObjType, ROOT, ScalarValue, transaction::Transactable};
use domain::{Moment, text};

use crate::{DocumentError, read::Read, words};

/// Writes by key. Automerge itself makes no operation of a value that stands already and alone; where several devices'
/// values stand side by side, writing one of them again settles it.
pub(crate) trait Write: Transactable + Read {
    /// Puts a scalar.
    fn set(&mut self, parent: &ObjId, key: &str, value: impl Into<ScalarValue>) -> Result<(), DocumentError> {
        Ok(self.put(parent, key, value)?)
    }

    /// Puts a scalar, or takes it away.
    fn set_or_clear(
        &mut self,
        parent: &ObjId,
        key: &str,
        value: Option<impl Into<ScalarValue>>,
    ) -> Result<(), DocumentError> {
        match value {
            Some(value) => self.set(parent, key, value),
            None => Ok(self.delete(parent, key)?),
        }
    }

    /// Makes a map; see the crate's rules on who may.
    fn new_map(&mut self, parent: &ObjId, key: &str) -> Result<ObjId, DocumentError> {
        Ok(self.put_object(parent, key, ObjType::Map)?)
    }

    /// Makes maps at the root, in a first change.
    fn new_maps(&mut self, keys: &[&str]) -> Result<(), DocumentError> {
        keys.iter().try_for_each(|key| self.new_map(&ROOT, key).map(drop))
    }

    /// Makes an empty text; see the crate's rules on who may.
    fn new_text(&mut self, parent: &ObjId, key: &str) -> Result<ObjId, DocumentError> {
        Ok(self.put_object(parent, key, ObjType::Text)?)
    }

    /// Makes the text under `key` read `new`, with as few changed words as that takes.
    fn write(&mut self, parent: &ObjId, key: &str, new: &str) -> Result<(), DocumentError> {
        let text = self.container(parent, key, ObjType::Text)?;
        let old = self.words(&text)?;
        for splice in words::splices(&old, new) {
            self.splice_text(&text, splice.at, splice.delete, splice.insert)?;
        }
        Ok(())
    }

    /// Makes a map that is used as a set hold exactly `wanted`.
    fn write_members(&mut self, set: &ObjId, wanted: &BTreeSet<&str>) -> Result<(), DocumentError> {
        let standing: Vec<String> = self.keys(set).collect();
        for gone in standing.iter().filter(|key| !wanted.contains(key.as_str())) {
            self.delete(set, gone.as_str())?;
        }
        wanted.iter().try_for_each(|key| self.set(set, key, true))
    }
}

impl<T: Transactable> Write for T {}

/// A moment as it is stored.
pub(crate) fn moment(moment: Moment) -> ScalarValue {
    ScalarValue::Timestamp(moment.0)
}

/// A date, id or code as it is stored.
pub(crate) fn shown(value: impl std::fmt::Display) -> ScalarValue {
    value.to_string().into()
}

/// Refuses what does not fit on a line.
pub(crate) fn check_line(line: &str) -> Result<(), DocumentError> {
    text::fits_line(line).then_some(()).ok_or(DocumentError::Text)
}

/// Refuses what does not fit in a free text.
pub(crate) fn check_text(words: &str) -> Result<(), DocumentError> {
    text::fits_text(words).then_some(()).ok_or(DocumentError::Text)
}
