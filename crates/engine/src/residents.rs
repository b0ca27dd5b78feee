//! Residents: adding and finding.

mod add;
mod find;
mod search;
