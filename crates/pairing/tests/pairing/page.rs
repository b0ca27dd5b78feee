//! The page that describes pairing says what the code does.

use std::{fs, path::Path};

use pairing::limit;

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("the file is there")
}

fn page() -> String {
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/pairing.md"))
}

#[test]
fn the_page_names_every_label() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut labels = Vec::new();
    for file in fs::read_dir(folder).expect("the sources").map(|file| file.expect("a file").path()) {
        let text = if file.is_file() { read(&file) } else { String::new() };
        labels.extend(
            text.split("b\"wijkweb/1 ").skip(1).filter_map(|rest| Some(rest.split_once("\\0\"")?.0.to_owned())),
        );
    }
    assert_eq!(labels.len(), 9, "every use of a hash has a label of its own: {labels:?}");
    for label in labels {
        assert!(page().contains(&format!("`wijkweb/1 {label}` ‖ 00")), "`wijkweb/1 {label}` is missing");
    }
}

#[test]
fn the_page_has_every_limit_with_its_number() {
    let words = [
        format!("Longer than {} bytes", limit::MESSAGE_BYTES_MAX),
        format!("1 to {} characters", limit::NAME_CHARS_MAX),
        format!("at most {}, the engine's own", limit::MORE_BYTES_MAX),
        format!("zeros up to a multiple of {}", limit::PADDED_BYTES),
    ];
    for words in words {
        assert!(page().contains(&words), "docs/pairing.md should say: {words}");
    }
    assert_eq!(limit::INVITATION_MS, 5 * 60 * 1_000, "five minutes, as the page says");
}
