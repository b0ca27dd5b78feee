//! Everything in one file and back, the access log, and making the read tables anew.

mod access;
pub(crate) mod archive;
mod export;
mod file;
mod read_back;
mod rebuild;
mod unfold;
mod verify;
