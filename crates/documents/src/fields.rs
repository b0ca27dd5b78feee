//! A map of a document read whole, which takes about as long as finding two of its keys.

use std::str::FromStr;

use automerge::{ObjId, ObjType, ReadDoc, ScalarValueRef, ValueRef, iter::MapRangeItem};
use domain::Moment;

use crate::{
    DocumentError,
    read::{Read, parsed},
};

/// The fields of one map. What is there but is not what it should be makes the document [`DocumentError::Damaged`].
pub(crate) struct Fields<'a>(Vec<MapRangeItem<'a>>);

impl<'a> Fields<'a> {
    /// Reads the map.
    pub(crate) fn of(doc: &'a impl ReadDoc, map: &ObjId) -> Self {
        Self(doc.map_range(map, ..).collect())
    }

    /// The keys.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|field| &*field.key)
    }

    /// The scalar under `key`, made into a value by `read`.
    pub(crate) fn find<T>(
        &self,
        key: &str,
        read: impl Fn(&ScalarValueRef<'_>) -> Option<T>,
    ) -> Result<Option<T>, DocumentError> {
        match self.0.iter().find(|field| field.key == key).map(|field| &field.value) {
            None => Ok(None),
            Some(ValueRef::Scalar(value)) => read(value).map(Some).ok_or(DocumentError::Damaged),
            Some(ValueRef::Object(_)) => Err(DocumentError::Damaged),
        }
    }

    /// The container of that type under `key`, which must be there.
    pub(crate) fn container(&self, key: &str, kind: ObjType) -> Result<ObjId, DocumentError> {
        let field = self.0.iter().find(|field| field.key == key && field.value == ValueRef::Object(kind));
        field.map(MapRangeItem::id).ok_or(DocumentError::Damaged)
    }

    /// The map under `key`, which must be there.
    pub(crate) fn map(&self, key: &str) -> Result<ObjId, DocumentError> {
        self.container(key, ObjType::Map)
    }

    /// The words of the free text under `key`, which must be there.
    pub(crate) fn words(&self, doc: &impl ReadDoc, key: &str) -> Result<String, DocumentError> {
        doc.words(&self.container(key, ObjType::Text)?)
    }

    /// The line under `key`; empty where there is none.
    pub(crate) fn line(&self, key: &str) -> Result<String, DocumentError> {
        Ok(self.find(key, |value| text(value).map(str::to_owned))?.unwrap_or_default())
    }

    /// The scalar under `key`, read by `named` from its name.
    pub(crate) fn find_named<T>(
        &self,
        key: &str,
        named: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, DocumentError> {
        self.find(key, |value| named(text(value)?))
    }

    /// The same, where it must be there.
    pub(crate) fn named<T>(&self, key: &str, named: impl Fn(&str) -> Option<T>) -> Result<T, DocumentError> {
        self.find_named(key, named)?.ok_or(DocumentError::Damaged)
    }

    /// The id, date or code under `key`, if there is one.
    pub(crate) fn find_parsed<T: FromStr>(&self, key: &str) -> Result<Option<T>, DocumentError> {
        self.find_named(key, |text| parsed(text).ok())
    }

    /// The same, where it must be there.
    pub(crate) fn parsed<T: FromStr>(&self, key: &str) -> Result<T, DocumentError> {
        self.find_parsed(key)?.ok_or(DocumentError::Damaged)
    }

    /// The moment under `key`, if there is one.
    pub(crate) fn find_moment(&self, key: &str) -> Result<Option<Moment>, DocumentError> {
        self.find(key, |value| match value {
            ScalarValueRef::Timestamp(ms) => Some(Moment(*ms)),
            _ => None,
        })
    }

    /// The same, where it must be there.
    pub(crate) fn moment(&self, key: &str) -> Result<Moment, DocumentError> {
        self.find_moment(key)?.ok_or(DocumentError::Damaged)
    }
}

/// A scalar as text.
pub(crate) fn text<'a>(value: &'a ScalarValueRef<'_>) -> Option<&'a str> {
    match value {
        ScalarValueRef::Str(text) => Some(text),
        _ => None,
    }
}
