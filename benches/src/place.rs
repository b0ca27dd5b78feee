//! Where the project, what is built and what is measured lie.

use std::{
    env,
    path::{Path, PathBuf},
};

use crate::outcome::{Outcome, Problem};

/// The project's own folder.
pub(crate) fn root() -> &'static Path {
    let benches = Path::new(env!("CARGO_MANIFEST_DIR"));
    benches.parent().unwrap_or(benches)
}

/// Where cargo put this program, and everything else that is built.
pub(crate) fn target() -> Outcome<PathBuf> {
    let program = env::current_exe()?;
    let target =
        program.ancestors().nth(2).ok_or_else(|| Problem::Missing("this program lies in no target folder".into()))?;
    Ok(target.to_owned())
}

/// A folder for data, on the disk on which the target folder lies: a folder for temporary files may be in memory.
pub(crate) fn data() -> Outcome<PathBuf> {
    let folder = target()?.join("bench");
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// A folder of that kind that is gone afterwards.
pub(crate) fn scratch() -> Outcome<tempfile::TempDir> {
    Ok(tempfile::tempdir_in(data()?)?)
}
