//! What stops xtask: one sentence that says what to do.

use std::fmt::{self, Display, Formatter};

/// A reason to stop, in words for the person at the keyboard.
#[derive(Debug)]
pub(crate) struct Failure(String);

/// What every step gives back.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// A failure with these words.
    pub(crate) fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }
}

impl Display for Failure {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Says what we were doing when something went wrong.
pub(crate) trait While<T> {
    /// Puts `doing` (such as "writing the stamp") before the error.
    fn while_doing(self, doing: impl Display) -> Outcome<T>;
}

impl<T, E: Display> While<T> for Result<T, E> {
    fn while_doing(self, doing: impl Display) -> Outcome<T> {
        self.map_err(|error| Failure(format!("{doing}: {error}")))
    }
}
