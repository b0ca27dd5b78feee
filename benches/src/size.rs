//! The size of what a person downloads.

use std::{fs, io::Read, path::PathBuf};

use crate::{line::Line, outcome::Outcome, place};

const KB: f64 = 1000.0;

/// Looks at what `cargo xtask package` has built.
pub(crate) fn measure() -> Outcome<Vec<Line>> {
    Ok(vec![wasm()?, package()?])
}

fn wasm() -> Outcome<Line> {
    let what = "Screens: WebAssembly, brotli";
    let path = place::target()?.join("xtask/bound/web/app_bg.wasm");
    let Ok(bytes) = fs::read(path) else { return Ok(not_built(what, "KB")) };
    let mut small = Vec::new();
    brotli::CompressorReader::new(bytes.as_slice(), 1 << 16, 11, 24).read_to_end(&mut small)?;
    let line = Line::size(what, "KB", number(small.len()) / KB).at_most(600.0);
    Ok(line.note(&format!("After `wasm-opt -Oz`; {:.0} KB before brotli at its highest.", number(bytes.len()) / KB)))
}

fn package() -> Outcome<Line> {
    let what = "Package for Debian";
    let Some(path) = newest_package()? else { return Ok(not_built(what, "MB")) };
    let length = usize::try_from(fs::metadata(path)?.len()).unwrap_or(usize::MAX);
    Ok(Line::size(what, "MB", number(length) / KB / KB).at_most(15.0))
}

fn newest_package() -> Outcome<Option<PathBuf>> {
    let Ok(folder) = fs::read_dir(place::target()?.join("package")) else { return Ok(None) };
    let packages = folder.flatten().filter(|entry| entry.file_name().to_string_lossy().ends_with(".deb"));
    Ok(packages.max_by_key(|entry| entry.metadata().and_then(|file| file.modified()).ok()).map(|entry| entry.path()))
}

fn not_built(what: &str, unit: &'static str) -> Line {
    Line::missing(what, unit, "Not built: `cargo xtask package` comes first.")
}

fn number(length: usize) -> f64 {
    u32::try_from(length).map_or(f64::INFINITY, f64::from)
}
