//! How values of the domain are read from and written to columns.

use domain::{Date, Form, Language, Moment};
use rusqlite::{
    Row, RowIndex,
    types::{FromSqlError, Type, ValueRef},
};

fn foreign(what: &'static str) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(FromSqlError::Other(what.into())))
}

/// The value with the name in column `at`.
pub(crate) fn named<T>(row: &Row<'_>, at: impl RowIndex, read: impl Fn(&str) -> Option<T>) -> rusqlite::Result<T> {
    read(row.get_ref(at)?.as_str()?).ok_or_else(|| foreign("a name from another version"))
}

/// The value written as text in column `at`.
pub(crate) fn parsed<T: std::str::FromStr>(row: &Row<'_>, at: impl RowIndex) -> rusqlite::Result<T> {
    named(row, at, |text| text.parse().ok())
}

/// The day in column `at`, if there is one; written as text.
pub(crate) fn maybe_day(row: &Row<'_>, at: impl RowIndex) -> rusqlite::Result<Option<Date>> {
    if row.get_ref(at)? == ValueRef::Null { Ok(None) } else { parsed(row, at).map(Some) }
}

/// A day as text for a column, where there is one.
pub(crate) fn day_text(day: Option<Date>) -> Option<String> {
    day.map(|day| day.to_string())
}

/// The value written as JSON in column `at`.
pub(crate) fn from_json<T: serde::de::DeserializeOwned>(row: &Row<'_>, at: impl RowIndex) -> rusqlite::Result<T> {
    named(row, at, |text| serde_json::from_str(text).ok())
}

/// `value` as JSON. The types written here always can be.
pub(crate) fn to_json<T: serde::Serialize>(value: &T) -> rusqlite::Result<String> {
    serde_json::to_string(value).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}

/// The moment in column `at`.
pub(crate) fn moment(row: &Row<'_>, at: impl RowIndex) -> rusqlite::Result<Moment> {
    row.get(at).map(Moment)
}

/// The language with this tag.
pub(crate) fn language(tag: &str) -> Option<Language> {
    Language::ALL.into_iter().find(|language| language.tag() == tag)
}

/// The form of address with this name.
pub(crate) fn form(name: &str) -> Option<Form> {
    [Form::U, Form::Je].into_iter().find(|form| form.name() == name)
}
