//! That containers stay: no honest device ever replaces or deletes one, so changes that do are refused.
//!
//! A map or text that is written over takes everything below it out of sight, on all devices. Values may come, go and
//! stand side by side; the maps and texts that hold them may only come.

use automerge::{Automerge, ObjId, ROOT, ReadDoc, ValueRef};

use crate::DocumentError;

/// Whether every container of `before` is still there in `after`, alone under its key, and none has come beside
/// another.
pub(crate) fn stay(before: &Automerge, after: &Automerge) -> Result<bool, DocumentError> {
    let known = all(before);
    for (parent, key, id) in &known {
        let standing = after.get_all(parent, key.as_str())?;
        if !matches!(standing.as_slice(), [(value, found)] if value.is_object() && found == id) {
            return Ok(false);
        }
    }
    for (parent, key, _) in all(after) {
        if after.get_all(&parent, key)?.len() != 1 {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Every container below the root: where it hangs, under which key, and its id.
fn all(automerge: &Automerge) -> Vec<(ObjId, String, ObjId)> {
    let mut found = Vec::new();
    let mut waiting = vec![ROOT];
    while let Some(parent) = waiting.pop() {
        for item in automerge.map_range(&parent, ..) {
            if matches!(item.value, ValueRef::Object(_)) {
                waiting.push(item.id());
                found.push((parent.clone(), item.key.to_string(), item.id()));
            }
        }
    }
    found
}
