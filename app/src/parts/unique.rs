//! Ids for elements that point at each other (`for`, `aria-describedby`).

use std::cell::Cell;

thread_local! {
    static LAST: Cell<u32> = const { Cell::new(0) };
}

/// An id that no other element of this page has: `unique_id("field")` is `field-12`.
#[must_use]
pub fn unique_id(kind: &str) -> String {
    let n = LAST.get() + 1;
    LAST.set(n);
    format!("{kind}-{n}")
}
