//! Dossiers: reading, correcting, bases, erasing, and the resident's own copy.

mod bases;
mod copy;
mod edit;
mod erase;
mod get;
