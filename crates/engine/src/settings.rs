//! Preferences, the person, the page for safety, and what the system does for a screen.

pub(crate) mod person;
mod preferences;
mod safety;
mod system;
