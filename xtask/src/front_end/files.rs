//! Gathers the files that the shell takes in, in `app/dist`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Outcome, While};
use crate::paths;

/// The content of each file, by its path inside `app/dist`.
type Files = BTreeMap<PathBuf, Vec<u8>>;

/// The style sheet that names the order of the cascade layers, and so comes first.
const FIRST_STYLE: &str = "layers.css";

/// The packages with fonts, and what their files are called that `public/fonts.css` names.
const FONTS: &[(&str, &str)] =
    &[("atkinson-hyperlegible-next", ".woff2"), ("figtree", "figtree-latin-wght-normal.woff2")];

/// Writes `app/dist`: what `bound` holds, `public/`, the styles in one file, and the fonts.
pub(super) fn gather(bound: &Path) -> Outcome {
    let mut files = Files::new();
    add(&mut files, bound, Path::new(""), &|name| name.ends_with(".js") || name.ends_with(".wasm"))?;
    add(&mut files, &paths::root().join("public"), Path::new(""), &|_| true)?;
    for (font, ending) in FONTS {
        let package = paths::npm().join("@fontsource-variable").join(font);
        add(&mut files, &package.join("files"), Path::new("fonts"), &|name| name.ends_with(ending))?;
        let licence = fs::read(package.join("LICENSE")).while_doing("reading the licence of a font")?;
        files.insert(format!("fonts/{font}-LICENSE").into(), licence);
    }
    files.insert("styles.css".into(), styles()?);
    write(&files)
}

/// Adds the files of a folder, and of the folders in it, whose names pass.
fn add(files: &mut Files, from: &Path, to: &Path, pass: &dyn Fn(&str) -> bool) -> Outcome {
    for entry in fs::read_dir(from).while_doing(format!("reading {}", from.display()))?.flatten() {
        let (path, name) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            add(files, &path, &name, pass)?;
        } else if pass(&entry.file_name().to_string_lossy()) {
            files.insert(name, fs::read(&path).while_doing(format!("reading {}", path.display()))?);
        }
    }
    Ok(())
}

/// All of `app/styles` in one file: `layers.css` first, then by name. The layers decide what wins, not the names.
fn styles() -> Outcome<Vec<u8>> {
    let folder = paths::root().join("app/styles");
    let mut sheets = Files::new();
    if folder.is_dir() {
        add(&mut sheets, &folder, Path::new(""), &|name| name.ends_with(".css"))?;
    }
    let first = sheets.remove(Path::new(FIRST_STYLE)).unwrap_or_default();
    Ok(sheets.into_values().fold(first, |all, sheet| [all, sheet].join(&b'\n')))
}

/// Writes what changed and removes what is no longer there. Untouched files keep their time, so that the shell
/// is not built again for nothing.
fn write(files: &Files) -> Outcome {
    let dist = paths::dist();
    fs::create_dir_all(&dist).while_doing("making app/dist")?;
    let mut old = Files::new();
    add(&mut old, &dist, Path::new(""), &|_| true)?;
    for name in old.keys().filter(|name| !files.contains_key(*name)) {
        fs::remove_file(dist.join(name)).while_doing(format!("removing {}", name.display()))?;
    }
    for (name, content) in files.iter().filter(|(name, content)| old.get(*name) != Some(content)) {
        let path = dist.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).while_doing("making a folder in app/dist")?;
        }
        fs::write(&path, content).while_doing(format!("writing {}", name.display()))?;
    }
    Ok(())
}
