//! The files of the project, as text.

use std::fs;
use std::path::{Path, PathBuf};

/// What is made by a build or fetched, and so is not ours to tidy.
const MADE: &[&str] = &[".git", "target", "node_modules", "dist", "gen"];

/// A file of the project.
pub struct Source {
    /// Its path from the root, with `/`.
    pub path: String,
    /// What it holds.
    pub text: String,
}

impl Source {
    /// Its lines with their numbers, from 1.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(before, line)| (before + 1, line))
    }

    /// Its name without folder.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// The number of the first line with these words, for a finding; 0 where there is none.
    pub fn line_of(&self, words: &str) -> usize {
        self.lines().find(|(_, line)| line.contains(words)).map_or(0, |(number, _)| number)
    }
}

/// The project's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the package `tests` lies in the project")
}

/// Whether there is a file or folder at this path from the root.
pub fn exists(path: &str) -> bool {
    root().join(path).exists()
}

/// One file; the test fails where it is missing.
pub fn file(path: &str) -> Source {
    let text = fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path} cannot be read: {error}"));
    Source { path: path.to_owned(), text }
}

/// All files with one of the extensions in these files and folders (`""` is the root), in the order of their paths.
pub fn files(places: &[&str], extensions: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    for place in places {
        collect(&root().join(place), extensions, &mut found);
    }
    found.sort();
    let root = root();
    found.iter().map(|path| source(&root, path)).collect()
}

/// All Rust files of the project.
pub fn rust_files() -> Vec<Source> {
    files(&[""], &["rs"])
}

/// The names in the root, such as `crates` and `README.md`.
pub fn top_level() -> Vec<String> {
    let entries = fs::read_dir(root()).expect("the root can be read").flatten();
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

fn collect(path: &Path, extensions: &[&str], found: &mut Vec<PathBuf>) {
    if path.is_file() {
        let extension = path.extension().and_then(|extension| extension.to_str());
        if extension.is_some_and(|extension| extensions.contains(&extension)) {
            found.push(path.to_owned());
        }
        return;
    }
    let made = path.file_name().is_some_and(|name| MADE.iter().any(|made| name == *made));
    let Some(entries) = fs::read_dir(path).ok().filter(|_| !made) else { return };
    entries.flatten().for_each(|entry| collect(&entry.path(), extensions, found));
}

fn source(root: &Path, path: &Path) -> Source {
    let from_root = path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/");
    let bytes = fs::read(path).unwrap_or_else(|error| panic!("{from_root} cannot be read: {error}"));
    Source { path: from_root, text: String::from_utf8_lossy(&bytes).into_owned() }
}
