//! Preferences: a small plain file beside the encrypted one, because the lock screen needs them.

use std::{fs, io::Write as _, path::Path};

use api::settings::Preferences;

const FILE: &str = "preferences.json";

/// The kept preferences; the usual ones where there is no file or it cannot be read, since nothing is lost by that.
pub(crate) fn read(folder: &Path) -> Preferences {
    let kept = fs::read(folder.join(FILE)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
    within_bounds(kept.unwrap_or_default())
}

/// Keeps the preferences: written beside, fsynced, then put in place, so that a pulled plug leaves the old or the new.
pub(crate) fn write(folder: &Path, preferences: &Preferences) -> std::io::Result<()> {
    let beside = folder.join("preferences.json.new");
    let mut file = fs::File::create(&beside)?;
    file.write_all(&serde_json::to_vec_pretty(preferences)?)?;
    file.sync_all()?;
    fs::rename(beside, folder.join(FILE))?;
    // A new name in a folder survives a pulled plug only once the folder itself is on the disk.
    #[cfg(unix)]
    fs::File::open(folder)?.sync_all()?;
    Ok(())
}

/// Times within the bounds that [`Preferences`] names.
pub(crate) fn within_bounds(preferences: Preferences) -> Preferences {
    Preferences {
        idle_minutes: preferences.idle_minutes.clamp(1, 60),
        talk_minutes: preferences.talk_minutes.clamp(1, 120),
        ..preferences
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn preferences_read_back_as_they_were_written() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let wanted = Preferences { idle_minutes: 15, ..Preferences::default() };
        write(folder.path(), &wanted).expect("the folder is writable");
        assert_eq!(read(folder.path()), wanted, "what was written is read");
    }

    #[test]
    fn a_broken_file_means_the_usual_preferences() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::write(folder.path().join(FILE), b"{").expect("the folder is writable");
        assert_eq!(read(folder.path()), Preferences::default(), "nobody is kept out by a broken preference");
    }

    #[test]
    fn times_out_of_bounds_are_brought_within_them() {
        let wild = Preferences { idle_minutes: 0, talk_minutes: 255, ..Preferences::default() };
        let tame = within_bounds(wild);
        assert_eq!((tame.idle_minutes, tame.talk_minutes), (1, 120), "never locks at once, never stays open all day");
    }
}
