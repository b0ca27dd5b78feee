//! A recovery code that was just made: shown this once, or put in a new file that only its owner can read.

use std::{
    fs::{self, File, OpenOptions},
    io::Write,
    path::{Path, PathBuf},
};

use api::session::RecoveryCode;
use engine::Args;
use serde_json::{Map, Value};
use zeroize::Zeroizing;

use crate::{failure::Failed, session::Desk};

/// Lets `make` make a code, and gives what to say of it: for programs, and for people.
pub(super) fn made(
    desk: &mut Desk<'_>,
    file: Option<PathBuf>,
    make: impl FnOnce(&mut Desk<'_>) -> Result<RecoveryCode, Failed>,
) -> Result<(Map<String, Value>, Vec<String>), Failed> {
    let Some(path) = file else {
        let code = make(desk)?.groups.join("-");
        let lines = vec![desk.words.say("command-line-code"), String::new(), code.clone()];
        return Ok((one("recovery_code", code), lines));
    };
    // The file first: a code that cannot be kept would be lost.
    let mut file = new_private_file(&path)?;
    let kept = make(desk).and_then(|code| {
        let line = Zeroizing::new(format!("{}\n", code.groups.join("-")));
        file.write_all(line.as_bytes()).and_then(|()| file.sync_all()).map_err(|_| Failed::Unwritten(path.clone()))
    });
    if let Err(failed) = kept {
        // Empty or half, it would be taken for the code.
        let _ = fs::remove_file(&path);
        return Err(failed);
    }
    let shown = path.display().to_string();
    let line = desk.words.say_with("command-line-code-file", &Args::new().with("path", shown.clone()));
    Ok((one("recovery_file", shown), vec![line]))
}

fn one(name: &str, value: String) -> Map<String, Value> {
    Map::from_iter([(name.to_owned(), Value::String(value))])
}

/// A file that was not there before, and that only its owner can read where the system knows owners.
fn new_private_file(path: &Path) -> Result<File, Failed> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|_| Failed::Unwritten(path.to_owned()))
}
