//! Every Rust file says in its first sentence what it is.

use super::finding::{Finding, none_of};
use super::tree::{Source, rust_files};

const REMEDY: &str = "open the file with `//! ` and one sentence that says what it is, for someone who is new here";

#[test]
fn every_file_opens_with_a_sentence() {
    let findings = rust_files().iter().filter_map(opening).collect();
    none_of("A file that does not introduce itself:", findings);
}

fn opening(file: &Source) -> Option<Finding> {
    let doc: Vec<&str> = file.text.lines().map_while(|line| line.strip_prefix("//!")).collect();
    let paragraph: Vec<&str> = doc.iter().map(|line| line.trim()).take_while(|line| !line.is_empty()).collect();
    let what = match paragraph.last() {
        None => "no `//!` on the first line",
        Some(end) if !end.trim_end_matches(['*', '_', ')']).ends_with(['.', '?', ':']) => {
            "the first paragraph is no sentence: it has no end"
        }
        Some(_) => return None,
    };
    Some(Finding::at(&file.path, 1, what, REMEDY))
}
