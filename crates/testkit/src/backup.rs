//! A data folder that is copied away, put back later, or used on a second machine.

use std::{
    fs,
    path::{Path, PathBuf},
};

use tempfile::TempDir;

use crate::{
    device::{Device, folder},
    neighbourhood::{Neighbourhood, Who},
};

/// A copy of a data folder.
pub struct Backup(TempDir);

impl Backup {
    /// A further device with the same data, as it was; locked. Random bytes follow from `seed`.
    #[must_use]
    pub fn on_a_second_machine(&self, seed: u64) -> Device {
        let own = folder();
        copy(&self.data(), &own.path().join("data"));
        Device::in_own(own, seed)
    }

    fn data(&self) -> PathBuf {
        self.0.path().join("data")
    }
}

impl Neighbourhood {
    /// Somebody copies the data folder of a device, whose app is stopped for that and opened again.
    pub fn back_up(&mut self, who: Who) -> Backup {
        let backup = Backup(folder());
        self.device(who).while_stopped(|folder| copy(folder, &backup.data()));
        self.restart(who);
        backup
    }

    /// Somebody puts the data folder of a device back as it was; what came since is gone from it.
    pub fn put_back(&mut self, who: Who, backup: &Backup) {
        self.device(who).while_stopped(|folder| {
            fs::remove_dir_all(folder).expect("a folder can be removed");
            copy(&backup.data(), folder);
        });
        self.restart(who);
    }
}

/// Copies the files of a data folder; it has no folders in it that count.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for file in fs::read_dir(from).expect("a folder can be read") {
        let file = file.expect("a file").path();
        if let Some(name) = file.file_name().filter(|_| file.is_file()) {
            fs::copy(&file, to.join(name)).expect("a file can be copied");
        }
    }
}
