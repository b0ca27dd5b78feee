//! Who may come in: for how long, and how often. How often is kept in memory only, each process for itself.

pub mod rates;
pub mod tokens;
