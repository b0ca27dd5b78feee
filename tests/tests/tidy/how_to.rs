//! The recipes for what is done again and again are there, and can be found.

use super::finding::{Finding, none_of};
use super::tree::{exists, file, files};

/// What people do most often to this project.
const WANTED: &[&str] = &["docs/how-to/add-a-screen.md", "docs/how-to/add-an-instrument.md"];

#[test]
fn the_recipes_are_there() {
    let missing = WANTED.iter().filter(|page| !exists(page));
    none_of(
        "A recipe is missing:",
        missing.map(|page| Finding::in_file(*page, "not there", "write it, step by step, with paths")).collect(),
    );
}

#[test]
fn every_page_of_docs_is_named_in_the_readme_or_the_map() {
    let maps = file("README.md").text + &file("ARCHITECTURE.md").text;
    // A folder may be named as a whole.
    let named = |path: &str| {
        maps.contains(path) || path.rsplit_once('/').is_some_and(|(folder, _)| maps.contains(&format!("`{folder}/`")))
    };
    let lost = files(&["docs"], &["md"]).into_iter().filter(|page| !named(&page.path));
    let remedy = "name it in README.md (\"I want to change…\") or in ARCHITECTURE.md";
    none_of(
        "A page that nobody will find:",
        lost.map(|page| Finding::in_file(page.path, "named nowhere", remedy)).collect(),
    );
}
