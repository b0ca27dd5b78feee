//! What can be looked up: whole views from rows, lists, search, and what is due.

pub(crate) mod conversations;
pub(crate) mod counts;
pub(crate) mod due;
pub(crate) mod residents;
pub(crate) mod search;
pub(crate) mod whole;
