//! Every path that a page names leads somewhere: a map that is not checked drifts.

use super::finding::{Finding, none_of};
use super::tree::{Source, exists, file, files, top_level};

/// Made by a command, so not there in a fresh clone.
const MADE: &[&str] = &["app/dist", "target"];

/// Endings that make a word in backticks a path, also when its first folder is not ours.
const ENDINGS: &[&str] = &["rs", "toml", "md", "css", "ftl", "json", "sql", "html", "js", "sh", "svg", "png"];

/// File names that are spoken of in general, wherever they lie.
const IN_GENERAL: &[&str] = &["mod.rs", "main.rs", "lib.rs", "build.rs", "Cargo.toml", "AndroidManifest.xml"];

#[test]
fn every_path_in_backticks_exists() {
    let top = top_level();
    let mut findings = Vec::new();
    for page in pages() {
        for (line, word) in in_backticks(&page) {
            if looks_like_a_path(&word, &top) && !leads_somewhere(&word) {
                let remedy = "correct the path (from the project's root), or write what is there now";
                findings.push(Finding::at(&page.path, line, format!("`{word}` does not exist"), remedy));
            }
        }
    }
    none_of("A page names a path that is not there:", findings);
}

#[test]
fn every_link_and_picture_exists() {
    let mut findings = Vec::new();
    for page in pages() {
        let folder = page.path.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        for (line, text) in page.lines() {
            for target in links(text).filter(|target| !target.contains("://") && !target.starts_with('#')) {
                let path = target.split('#').next().unwrap_or(target);
                if !exists(format!("{folder}/{path}").trim_start_matches('/')) {
                    let remedy = "correct the link; pictures are made by `cargo xtask tour`";
                    findings.push(Finding::at(&page.path, line, format!("({target}) leads nowhere"), remedy));
                }
            }
        }
    }
    none_of("A link that leads nowhere:", findings);
}

/// The pages that show people the way.
fn pages() -> Vec<Source> {
    let mut pages = vec![file("README.md"), file("ARCHITECTURE.md")];
    pages.extend(files(&["docs"], &["md"]));
    pages
}

/// What stands between single backticks, with its line; fenced blocks are left out.
fn in_backticks(page: &Source) -> Vec<(usize, String)> {
    let mut words = Vec::new();
    let mut fenced = false;
    for (number, line) in page.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            words.extend(line.split('`').skip(1).step_by(2).map(|word| (number, word.to_owned())));
        }
    }
    words
}

fn links(line: &str) -> impl Iterator<Item = &str> {
    line.split("](").skip(1).filter_map(|rest| rest.split(')').next())
}

fn looks_like_a_path(word: &str, top: &[String]) -> bool {
    let plain = word.chars().all(|letter| letter.is_ascii_alphanumeric() || "_-./<>*{},".contains(letter));
    let within = word.split_once('/').is_some_and(|(first, _)| top.iter().any(|name| name == first));
    let ends = word.rsplit_once('.').is_some_and(|(stem, ending)| !stem.is_empty() && ENDINGS.contains(&ending));
    plain && !IN_GENERAL.contains(&word) && (within || ends)
}

/// Whether the path is there, as far as it is spelled out: `content/locales/<language>/` is checked up to the language.
fn leads_somewhere(word: &str) -> bool {
    let made =
        MADE.iter().any(|made| word.strip_prefix(made).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')));
    let spelled = match word.find(['<', '*', '{']) {
        Some(gap) => word[..gap].rsplit_once('/').map_or("", |(folder, _)| folder),
        None => word,
    };
    made || exists(spelled)
}
