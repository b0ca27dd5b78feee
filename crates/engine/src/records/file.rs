//! Writes a file for the person, because they asked for it.

use std::{fs, io, io::Write as _, path::Path};

use api::{Failure, Written};

use crate::{Engine, session::folder_failure};

/// Tries this many names before it gives up; nobody makes as many files on one day.
const TRIES_MAX: u32 = 1000;

impl Engine {
    /// Writes `bytes` as `stem-2026-11-23.ending` in the person's folder, fsynced. Never over another file: a number is added.
    pub(crate) fn write_for_person(&self, stem: &str, ending: &str, bytes: &[u8]) -> Result<Written, Failure> {
        let folder = self.host.folder_for_person();
        let day = self.host.local(self.host.now()).date();
        write_beside(&folder, &format!("{stem}-{day}"), ending, bytes).map_err(|error| folder_failure(&error))
    }
}

fn write_beside(folder: &Path, stem: &str, ending: &str, bytes: &[u8]) -> io::Result<Written> {
    fs::create_dir_all(folder)?;
    for n in 1..=TRIES_MAX {
        let name = if n == 1 { format!("{stem}.{ending}") } else { format!("{stem}-{n}.{ending}") };
        let path = folder.join(name);
        match fs::File::create_new(&path) {
            Ok(mut file) => {
                if let Err(error) = file.write_all(bytes).and_then(|()| file.sync_all()) {
                    // Half a file would look like a whole one.
                    drop(file);
                    let _ = fs::remove_file(&path);
                    return Err(error);
                }
                return Ok(Written { path: path.display().to_string() });
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_file_of_the_day_gets_a_number_and_the_first_stays() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let first = write_beside(folder.path(), "kopie-2026-11-23", "json", b"1").expect("the folder is writable");
        let second = write_beside(folder.path(), "kopie-2026-11-23", "json", b"2").expect("the folder is writable");
        assert!(second.path.ends_with("kopie-2026-11-23-2.json"), "the second has a name of its own");
        assert_eq!(fs::read(first.path).expect("it is there"), b"1", "the first was not written over");
    }
}
