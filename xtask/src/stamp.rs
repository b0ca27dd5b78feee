//! Remembers that a step was done, and with what, so that it is not done twice.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::failure::{Outcome, While};
use crate::paths;

/// A step's name together with everything its result depends on.
pub(crate) struct Stamp {
    path: PathBuf,
    hasher: DefaultHasher,
}

impl Stamp {
    /// A stamp for the step `name`, that depends on nothing yet.
    pub(crate) fn new(name: &str) -> Self {
        Self { path: paths::kept().join("stamps").join(name), hasher: DefaultHasher::new() }
    }

    /// Adds a value that the result depends on.
    pub(crate) fn on(mut self, value: impl Hash) -> Self {
        value.hash(&mut self.hasher);
        self
    }

    /// Adds the content of a file. A missing file counts as an empty one.
    pub(crate) fn on_file(self, path: &Path) -> Self {
        let content = fs::read(path).unwrap_or_default();
        self.on(content)
    }

    /// Whether the step was done with exactly these values.
    pub(crate) fn is_current(&self) -> bool {
        fs::read_to_string(&self.path).is_ok_and(|kept| kept == self.key())
    }

    /// Remembers that the step is done.
    pub(crate) fn set(&self) -> Outcome {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder).while_doing("making the folder of stamps")?;
        }
        fs::write(&self.path, self.key()).while_doing("writing a stamp")
    }

    fn key(&self) -> String {
        format!("{:016x}", self.hasher.finish())
    }
}
