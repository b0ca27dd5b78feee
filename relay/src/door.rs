//! What is kept in memory only: who may come in for how long, how often, and the mailboxes. After a restart devices knock again.

pub mod mailboxes;
pub mod rates;
pub mod tokens;
