//! A disk when the power goes: it keeps what was synced, and of everything else whatever it happened to have written.
//!
//! It is played from the system calls of one run. Of what was not synced each 512 bytes may be there or not, in any order; names
//! in the folder come one after the other, and last once the folder is synced.

use std::{collections::BTreeMap, fs, path::Path};

/// The piece that a disk writes whole or not at all.
const SECTOR: usize = 512;

/// What a run did to the folder, or said.
#[derive(Debug, Clone)]
pub(super) enum Event {
    Opened { name: String, emptied: bool },
    Wrote { name: String, at: Option<usize>, bytes: Vec<u8> },
    Cut { name: String, length: usize },
    Synced { name: String },
    SyncedFolder,
    Renamed { from: String, to: String },
    Removed { name: String },
    Said { line: String },
}

/// A folder on a disk.
#[derive(Debug, Clone, Default)]
pub(super) struct Disk {
    files: Vec<File>,
    names: Names,
    kept_names: Names,
    /// The names after each change since the folder was synced.
    waiting_names: Vec<Names>,
    cursors: BTreeMap<String, usize>,
}

type Names = BTreeMap<String, usize>;

#[derive(Debug, Clone, Default)]
struct File {
    kept: Vec<u8>,
    waiting: Vec<Change>,
}

#[derive(Debug, Clone)]
enum Change {
    Bytes(usize, Vec<u8>),
    Length(usize),
}

impl Event {
    /// Reads a line of `strace -y -xx`; nothing where it tells about another folder, or about reading.
    pub(super) fn read(line: &str, folder: &Path) -> Option<Self> {
        let (before, rest) = line.split_once('(')?;
        let file = rest.split_once('<').and_then(|(_, rest)| rest.split_once('>')).map(|(hex, _)| bytes(hex));
        let texts: Vec<Vec<u8>> = rest.split('"').skip(1).step_by(2).map(bytes).collect();
        let path_in = |path: &[u8]| {
            let path = Path::new(std::str::from_utf8(path).ok()?);
            Some(path.strip_prefix(folder).ok()?.to_str()?.to_owned())
        };
        let name = || path_in(file.as_ref()?);
        let number = |n: usize| rest.rsplit_once(')')?.0.rsplit(", ").nth(n)?.parse().ok();
        match before.split_whitespace().next_back()? {
            "openat" if rest.contains("O_CREAT") => {
                Some(Self::Opened { name: path_in(texts.first()?)?, emptied: rest.contains("O_TRUNC") })
            }
            "pwrite64" => Some(Self::Wrote { name: name()?, at: Some(number(0)?), bytes: texts.first()?.clone() }),
            "write" => Some(Self::Wrote { name: name()?, at: None, bytes: texts.first()?.clone() }),
            "ftruncate" => Some(Self::Cut { name: name()?, length: number(0)? }),
            "fsync" | "fdatasync" if name()?.is_empty() => Some(Self::SyncedFolder),
            "fsync" | "fdatasync" => Some(Self::Synced { name: name()? }),
            "rename" => Some(Self::Renamed { from: path_in(texts.first()?)?, to: path_in(texts.get(1)?)? }),
            "unlink" => Some(Self::Removed { name: path_in(texts.first()?)? }),
            "writev" => Some(Self::Said { line: String::from_utf8(texts.first()?.clone()).ok()? }),
            _ => None,
        }
    }
}

impl Disk {
    /// A disk on which everything in the folder has long been written.
    pub(super) fn with(folder: &Path) -> Self {
        let mut disk = Self::default();
        for entry in fs::read_dir(folder).expect("the folder can be read").flatten() {
            disk.names.insert(entry.file_name().to_string_lossy().into_owned(), disk.files.len());
            disk.files.push(File { kept: fs::read(entry.path()).expect("a file can be read"), waiting: Vec::new() });
        }
        disk.kept_names.clone_from(&disk.names);
        disk
    }

    /// Does what the run did.
    pub(super) fn play(&mut self, event: &Event) {
        match event {
            Event::Opened { name, emptied } => {
                self.cursors.remove(name);
                let file = self.file(name);
                if *emptied {
                    file.waiting.push(Change::Length(0));
                }
            }
            Event::Wrote { name, at, bytes } => {
                let cursor = self.cursors.get(name).copied().unwrap_or(0);
                let at = at.unwrap_or_else(|| {
                    self.cursors.insert(name.clone(), cursor + bytes.len());
                    cursor
                });
                self.file(name).waiting.push(Change::Bytes(at, bytes.clone()));
            }
            Event::Cut { name, length } => {
                self.cursors.remove(name);
                self.file(name).waiting.push(Change::Length(*length));
            }
            Event::Synced { name } => {
                let file = self.file(name);
                file.kept = file.picture(&mut || true);
                file.waiting.clear();
            }
            Event::SyncedFolder => {
                self.kept_names.clone_from(&self.names);
                self.waiting_names.clear();
            }
            Event::Renamed { from, to } => {
                let file = self.names.remove(from).expect("what gets another name has one");
                self.names.insert(to.clone(), file);
                self.waiting_names.push(self.names.clone());
            }
            Event::Removed { name } => {
                if self.names.remove(name).is_some() {
                    self.waiting_names.push(self.names.clone());
                }
            }
            Event::Said { .. } => {}
        }
    }

    /// Puts in `folder` what is there when the power comes back. `lot` says of each thing that was not synced whether it is there.
    pub(super) fn come_back(&self, folder: &Path, lot: &mut impl FnMut() -> bool) {
        let written = self.waiting_names.iter().take_while(|_| lot()).last();
        for (name, file) in written.unwrap_or(&self.kept_names) {
            // The index beside the log is memory, not disk: it is made anew at every first opening.
            if !name.ends_with("-shm") {
                fs::write(folder.join(name), self.files[*file].picture(lot)).expect("a file can be written");
            }
        }
    }

    fn file(&mut self, name: &str) -> &mut File {
        if !self.names.contains_key(name) {
            self.names.insert(name.to_owned(), self.files.len());
            self.files.push(File::default());
            self.waiting_names.push(self.names.clone());
        }
        &mut self.files[self.names[name]]
    }
}

impl File {
    fn picture(&self, lot: &mut impl FnMut() -> bool) -> Vec<u8> {
        let mut picture = self.kept.clone();
        for change in &self.waiting {
            match change {
                Change::Length(length) if lot() => picture.resize(*length, 0),
                Change::Length(_) => {}
                Change::Bytes(at, bytes) => {
                    for (n, sector) in bytes.chunks(SECTOR).enumerate().filter(|_| lot()) {
                        let start = at + n * SECTOR;
                        picture.resize(picture.len().max(start + sector.len()), 0);
                        picture[start..start + sector.len()].copy_from_slice(sector);
                    }
                }
            }
        }
        picture
    }
}

/// `\x77\x61` as bytes.
fn bytes(hex: &str) -> Vec<u8> {
    hex.split("\\x").skip(1).map(|byte| u8::from_str_radix(byte, 16).expect("two digits")).collect()
}
