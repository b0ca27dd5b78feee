//! The story of one seed: what the folder is at its beginning, and what it must show after each deed.

use std::{fs, path::Path};

use tempfile::TempDir;
use testkit::table::{DEEDS, Deed, People};

use super::{
    after::{After, opened_again},
    cut::{self, Cut, Said, Step},
    disk::{Disk, Event},
};

/// A seed's story.
pub(super) struct Story {
    seed: u64,
    beginning: TempDir,
    /// The folder after 0, 1, 2 … deeds, when nobody cut them off.
    pub(super) after: Vec<After>,
}

impl Story {
    /// Sets the table, and lets every part of the story run to its end.
    pub(super) fn new(seed: u64) -> Self {
        let (table, beginning) = (folder(), folder());
        let device = People::sit_down(table.path());
        // As a pulled plug leaves it, so that recovering is a part of what is cut off.
        copy(table.path(), beginning.path());
        drop(device);
        let mut story = Self { seed, beginning, after: Vec::new() };
        story.after = (0..=DEEDS).map(|deeds| story.uncut(deeds)).collect();
        story
    }

    fn uncut(&self, deeds: usize) -> After {
        let folder = self.at_the_beginning();
        let said = cut::run(folder.path(), self.seed, deeds);
        assert_eq!((said.saved, said.failed), (deeds, None), "{self}: without a cut every deed is saved");
        opened_again(folder.path(), self.seed)
    }

    /// Its deeds.
    pub(super) fn deeds(&self) -> Vec<Deed> {
        Deed::of(self.seed)
    }

    /// All its steps, in the calls that `pass`.
    pub(super) fn steps(&self, pass: impl Fn(&str) -> bool) -> Vec<Step> {
        let folder = self.at_the_beginning();
        let mut steps = cut::steps(folder.path(), self.seed, DEEDS);
        steps.retain(|step| pass(&step.call));
        steps
    }

    /// Cuts the story off at a step, and opens the folder again.
    pub(super) fn cut(&self, step: &Step, cut: Cut) -> (Said, After) {
        let folder = self.at_the_beginning();
        let said = cut::run_to(step, cut, folder.path(), self.seed, DEEDS);
        (said, opened_again(folder.path(), self.seed))
    }

    /// The disk at the beginning, and everything that happens to it.
    pub(super) fn events(&self) -> (Disk, Vec<Event>) {
        let folder = self.at_the_beginning();
        let data = folder.path().join("data").canonicalize().expect("the data is there");
        (Disk::with(&data), cut::events(folder.path(), &data, self.seed, DEEDS))
    }

    /// Opens the folder on what such a disk has kept. `lot` says of each thing that was not synced whether it is there.
    pub(super) fn after_power_cut(&self, disk: &Disk, mut lot: impl FnMut() -> bool) -> After {
        let folder = self.at_the_beginning();
        let data = folder.path().join("data");
        fs::remove_dir_all(&data).expect("the folder can be removed");
        fs::create_dir(&data).expect("and made again");
        disk.come_back(&data, &mut lot);
        opened_again(folder.path(), self.seed)
    }

    fn at_the_beginning(&self) -> TempDir {
        let folder = folder();
        copy(self.beginning.path(), folder.path());
        folder
    }
}

impl std::fmt::Display for Story {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "seed {}, {:?}", self.seed, self.deeds())
    }
}

pub(super) fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder can be made")
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("the folder can be read") {
        let (path, name) = entry.map(|entry| (entry.path(), to.join(entry.file_name()))).expect("a file");
        if path.is_dir() {
            fs::create_dir(&name).expect("a folder can be made");
            copy(&path, &name);
        } else {
            fs::copy(&path, &name).expect("a file can be copied");
        }
    }
}
