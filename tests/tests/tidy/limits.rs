//! The walker of documents and the protocol know the same limits, though neither may use the other.

use super::finding::{Finding, none_of};
use super::tree::{Source, file};

const PROTOCOL: &str = "crates/protocol/src/limit.rs";
const REMEDY: &str = "give both the same number: what a device may send, others must be able to take";

/// A limit: its name in the protocol, the file in documents, and its name there.
const SAME: &[(&str, &str, &str)] = &[
    ("CHANGE_BYTES_MAX", "crates/documents/src/document.rs", "CHANGE_BYTES_MAX"),
    ("SNAPSHOT_BYTES_MAX", "crates/documents/src/foreign/allowance.rs", "INFLATED_BYTES_MAX"),
    ("SNAPSHOT_CHANGES_MAX", "crates/documents/src/foreign/allowance.rs", "CHANGES_MAX"),
    ("DOCUMENT_OPERATIONS_MAX", "crates/documents/src/foreign/allowance.rs", "OPERATIONS_MAX"),
    ("DOCUMENT_ACTORS_MAX", "crates/documents/src/foreign/allowance.rs", "ACTORS_MAX"),
];

#[test]
fn limits_that_both_know_are_the_same() {
    let protocol = file(PROTOCOL);
    let mut findings = Vec::new();
    for (theirs, path, ours) in SAME {
        let documents = file(path);
        let (wanted, found) = (value(&protocol, theirs), value(&documents, ours));
        if wanted.is_none() || wanted != found {
            let line = documents.line_of(&format!("const {ours}:"));
            let what = format!("`{ours}` is {found:?}, and `{theirs}` in {PROTOCOL} is {wanted:?}");
            findings.push(Finding::at(*path, line, what, REMEDY));
        }
    }
    none_of("Two limits that should be one:", findings);
}

/// The value of a constant, as it is written.
fn value<'a>(source: &'a Source, name: &str) -> Option<&'a str> {
    let start = format!("pub const {name}: ");
    let (_, rest) = source.text.lines().find_map(|line| line.strip_prefix(&start))?.split_once(" = ")?;
    rest.strip_suffix(';')
}
