//! Where things lie: the project, what is built, what xtask keeps.

use std::env;
use std::path::{Path, PathBuf};

/// The project's own folder.
pub(crate) fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// Where cargo builds: `target/`, or the folder that `CARGO_TARGET_DIR` names.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |named| root().join(named))
}

/// Where xtask keeps its stamps and what it fetched.
pub(crate) fn kept() -> PathBuf {
    target().join("xtask")
}

/// The npm packages that [`crate::setup`] fetched.
pub(crate) fn npm() -> PathBuf {
    kept().join("npm/node_modules")
}

/// The front end as the shell takes it in.
pub(crate) fn dist() -> PathBuf {
    root().join("app/dist")
}
