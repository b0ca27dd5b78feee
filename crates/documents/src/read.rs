//! Finding one thing by its key in a document or a draft.

use std::{collections::BTreeSet, str::FromStr};

use automerge::{ObjId, ObjType, ReadDoc, ScalarValue, Value};

use crate::DocumentError;

/// Reads by key. What is there but is not what it should be makes the document [`DocumentError::Damaged`].
pub(crate) trait Read: ReadDoc {
    /// The container of that type under `key`, which must be there.
    fn container(&self, parent: &ObjId, key: &str, kind: ObjType) -> Result<ObjId, DocumentError> {
        self.find_container(parent, key, kind)?.ok_or(DocumentError::Damaged)
    }

    /// The map under `key`, which must be there.
    fn map(&self, parent: &ObjId, key: &str) -> Result<ObjId, DocumentError> {
        self.container(parent, key, ObjType::Map)
    }

    /// The container of that type under `key`, if there is one.
    fn find_container(&self, parent: &ObjId, key: &str, kind: ObjType) -> Result<Option<ObjId>, DocumentError> {
        match self.get(parent, key)? {
            None => Ok(None),
            Some((Value::Object(found), id)) if found == kind => Ok(Some(id)),
            Some(_) => Err(DocumentError::Damaged),
        }
    }

    /// The scalar under `key`.
    fn scalar(&self, parent: &ObjId, key: &str) -> Result<Option<ScalarValue>, DocumentError> {
        match self.get(parent, key)? {
            None => Ok(None),
            Some((Value::Scalar(value), _)) => Ok(Some(value.into_owned())),
            Some(_) => Err(DocumentError::Damaged),
        }
    }

    /// All the scalars that stand side by side under `key`, the winning one last.
    fn scalars(&self, parent: &ObjId, key: &str) -> Result<Vec<ScalarValue>, DocumentError> {
        let values = self.get_all(parent, key)?.into_iter().map(|(value, _)| match value {
            Value::Scalar(value) => Ok(value.into_owned()),
            Value::Object(_) => Err(DocumentError::Damaged),
        });
        values.collect()
    }

    /// The words of a free text. Most texts of a document are empty, and finding that out is cheaper than reading.
    fn words(&self, text: &ObjId) -> Result<String, DocumentError> {
        if self.length(text) == 0 { Ok(String::new()) } else { Ok(self.text(text)?) }
    }

    /// The keys of a map that is used as a set, read by `named`.
    fn members<T: Ord>(&self, set: &ObjId, named: impl Fn(&str) -> Option<T>) -> Result<BTreeSet<T>, DocumentError> {
        self.keys(set).map(|key| named(&key).ok_or(DocumentError::Damaged)).collect()
    }
}

impl<D: ReadDoc> Read for D {}

/// A key or value as an id, date or code.
pub(crate) fn parsed<T: FromStr>(text: &str) -> Result<T, DocumentError> {
    text.parse().map_err(|_| DocumentError::Damaged)
}
