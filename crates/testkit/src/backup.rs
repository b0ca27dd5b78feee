//! A data folder that is copied away, put back later, or used on a second machine.

use std::{
    fs,
    path::{Path, PathBuf},
};

use domain::Moment;
use store::{KeyFile, Store};
use tempfile::TempDir;

use crate::{
    device::{Device, PASSPHRASE, folder},
    neighbourhood::{Neighbourhood, Who},
};

/// The file with the data.
const FILE: &str = "wijkweb.db";

/// How large a page of it is, in bytes.
const PAGE_BYTES: usize = 4096;

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

impl Neighbourhood {
    /// How many pages the file of a device has.
    pub fn pages(&mut self, who: Who) -> usize {
        let mut pages = 0;
        self.device(who).while_stopped(|folder| pages = file(folder).len() / PAGE_BYTES);
        self.restart(who);
        pages
    }

    /// A page of a device's file is damaged (from 0; without the first nothing can be read). What can be read is salvaged, and the app
    /// is opened.
    pub fn damage(&mut self, who: Who, page: usize) {
        self.device(who).while_stopped(|folder| {
            let mut bytes = file(folder);
            let at = page.saturating_mul(PAGE_BYTES);
            let damaged = bytes.iter_mut().skip(at.saturating_add(1_000)).take(64);
            damaged.for_each(|byte| *byte ^= 0xff);
            fs::write(folder.join(FILE), bytes).expect("it can be written");
            let keys = KeyFile::read(folder).expect("the key file");
            let key = keys.open_with_passphrase(PASSPHRASE).expect("the key");
            let (store, _) = Store::salvage(folder, &key, Moment(0)).expect("what can be read is saved");
            store.close().expect("an orderly end");
        });
        self.restart(who);
    }
}

fn file(folder: &Path) -> Vec<u8> {
    fs::read(folder.join(FILE)).expect("the file is there")
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
