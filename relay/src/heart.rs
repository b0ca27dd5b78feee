//! What the relay decides, without a disk, a network or a clock: who may do what, and what becomes of what was sent.

pub mod access;
pub mod entries;
pub mod mailbox;
pub mod page;
pub mod records;
pub mod snapshots;
pub mod space;
