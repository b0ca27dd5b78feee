//! What the worst foreign bytes that are known cost in memory, wherever they are read: a share of what the limits allow, and no more.
//!
//! The memory of SQLite is not counted: it is asked for elsewhere. What documents cost is measured in `crates/documents/tests/bounded.rs`.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "what a test needs and does not get ends it")]

mod bounded {
    mod files;
    mod measure;
    mod messages;
    mod page;
}
