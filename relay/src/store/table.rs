//! One file a table. Every statement names the space; those about mailboxes, which have none, the mailbox.

pub(crate) mod boxes;
pub(crate) mod entry;
pub(crate) mod mailbox;
pub(crate) mod membership_record;
pub(crate) mod number;
pub(crate) mod scope;
pub(crate) mod sharing_record;
pub(crate) mod space;
pub(crate) mod superseded;
pub(crate) mod tombstone;
pub(crate) mod verdict;
