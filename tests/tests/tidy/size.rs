//! How long a file may be. Functions are clippy's (`too-many-lines-threshold` in `clippy.toml`).

use super::finding::{Finding, none_of};
use super::tree::files;

/// The hard limit. Most files are far below: look again at 300.
const LINES_MAX: usize = 500;

/// Files that may be longer, with the reason why cutting them would make them harder to read.
const LONGER: &[(&str, &str)] = &[];

#[test]
fn no_file_is_longer_than_five_hundred_lines() {
    let mut findings = Vec::new();
    for file in files(&[""], &["rs", "css"]) {
        let lines = file.text.lines().count();
        if lines > LINES_MAX && !LONGER.iter().any(|(path, _)| *path == file.path) {
            let remedy = "give one of its concepts a file of its own (`foo.rs` + `foo/`)";
            findings.push(Finding::at(
                &file.path,
                LINES_MAX,
                format!("{lines} lines, {LINES_MAX} are allowed"),
                remedy,
            ));
        }
    }
    none_of("A file that does not fit in a head:", findings);
}
