//! Files that are given to a command: of a size that is bounded, and told apart from what they should be by line and column only.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

use serde::de::DeserializeOwned;

use crate::failure::Failed;

/// Largest JSON that is read, in bytes: some hundred pages of text.
const JSON_BYTES_MAX: u64 = 4 * 1024 * 1024;

/// Largest text that is read, in bytes; the engine takes less.
const TEXT_BYTES_MAX: u64 = 1024 * 1024;

/// Reads a whole file of at most `bytes_max` bytes; `-` is the input.
pub(super) fn bytes(path: &Path, bytes_max: u64) -> Result<Vec<u8>, Failed> {
    let unread = |_| Failed::Unread(path.to_owned());
    let source: Box<dyn Read> = match path.as_os_str() == "-" {
        true => Box::new(io::stdin().lock()),
        false => Box::new(File::open(path).map_err(unread)?),
    };
    let mut bytes = Vec::new();
    source.take(bytes_max.saturating_add(1)).read_to_end(&mut bytes).map_err(unread)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > bytes_max {
        return Err(Failed::Unread(path.to_owned()));
    }
    Ok(bytes)
}

/// Reads a JSON file. What is wrong with it is told by its place: the message of the reader may quote what people wrote.
pub(super) fn json<T: DeserializeOwned>(path: &Path) -> Result<T, Failed> {
    let bytes = bytes(path, JSON_BYTES_MAX)?;
    serde_json::from_slice(&bytes).map_err(|error| Failed::NotJson { line: error.line(), column: error.column() })
}

/// Reads the words that were told, as they stand but for the last line ends.
pub(super) fn text(path: &Path) -> Result<String, Failed> {
    let bytes = bytes(path, TEXT_BYTES_MAX)?;
    let text = String::from_utf8(bytes).map_err(|_| Failed::Unread(path.to_owned()))?;
    Ok(text.trim_end().to_owned())
}
