//! Lays out the files of the .deb and lets Debian's own tools close it.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use crate::command::{answer, program, run_quietly};
use crate::failure::{Failure, Outcome, While};
use crate::paths;

const VERSION: &str = env!("CARGO_PKG_VERSION");

const DESKTOP_ENTRY: &str = "\
[Desktop Entry]
Type=Application
Name=Wijkweb
Comment=Conversations about Positieve Gezondheid, without reception
Comment[nl]=Gesprekken over Positieve Gezondheid, ook zonder bereik
Exec=wijkweb
Icon=nl.wijkweb.app
Terminal=false
Categories=Office;
StartupWMClass=wijkweb
";

/// Packs the built program. Gives the .deb.
pub(super) fn pack(app: &Path) -> Outcome<PathBuf> {
    let folder = paths::target().join("package");
    let tree = folder.join("tree");
    if tree.is_dir() {
        fs::remove_dir_all(&tree).while_doing("clearing the last package")?;
    }
    lay_out(&tree, app)?;
    let architecture = ask(program("dpkg").arg("--print-architecture"))?;
    let control = control(&architecture, &libraries(&folder, app)?, size_kib(&tree)?);
    put(&tree, "DEBIAN/control", control.as_bytes())?;
    let package = folder.join(format!("wijkweb_{VERSION}_{architecture}.deb"));
    run_quietly(program("dpkg-deb").args(["--root-owner-group", "--build"]).arg(&tree).arg(&package))?;
    Ok(package)
}

/// The files as they will lie on the person's machine.
fn lay_out(tree: &Path, app: &Path) -> Outcome {
    put(tree, "usr/bin/wijkweb", &read(app)?)?;
    let mode = fs::Permissions::from_mode(0o755);
    fs::set_permissions(tree.join("usr/bin/wijkweb"), mode).while_doing("making the program executable")?;
    put(tree, "usr/share/applications/nl.wijkweb.app.desktop", DESKTOP_ENTRY.as_bytes())?;
    let icons = paths::root().join("src-tauri/icons");
    for (size, file) in
        [("32x32", "32x32.png"), ("128x128", "128x128.png"), ("256x256", "128x128@2x.png"), ("512x512", "icon.png")]
    {
        put(tree, &format!("usr/share/icons/hicolor/{size}/apps/nl.wijkweb.app.png"), &read(&icons.join(file))?)?;
    }
    let drawing = read(&paths::root().join("public/icon.svg"))?;
    put(tree, "usr/share/icons/hicolor/scalable/apps/nl.wijkweb.app.svg", &drawing)?;
    put(tree, "usr/share/doc/wijkweb/copyright", &read(&paths::root().join("LICENSE"))?)
}

/// What the package system needs to know.
fn control(architecture: &str, libraries: &str, size_kib: u64) -> String {
    format!(
        "Package: wijkweb\n\
         Version: {VERSION}\n\
         Architecture: {architecture}\n\
         Maintainer: The Wijkweb team <team@wijkweb.invalid>\n\
         Installed-Size: {size_kib}\n\
         Depends: {libraries}\n\
         Section: misc\n\
         Priority: optional\n\
         Description: conversations about Positieve Gezondheid, without reception\n \
         Keeps the conversation, the plan and the small steps on this device, encrypted.\n"
    )
}

/// The packages that hold the libraries which the program loads, with the versions that it needs.
fn libraries(folder: &Path, app: &Path) -> Outcome<String> {
    // The tool only works beside a source package, so it gets the smallest one.
    put(folder, "source/debian/control", b"Source: wijkweb\n\nPackage: wijkweb\nArchitecture: any\n")?;
    let mut command = program("dpkg-shlibdeps");
    let said = ask(command.args(["-O", "--ignore-missing-info"]).arg(app).current_dir(folder.join("source")))?;
    match said.strip_prefix("shlibs:Depends=") {
        Some(libraries) => Ok(libraries.to_owned()),
        None => Err(Failure::new("dpkg-shlibdeps named no libraries")),
    }
}

fn size_kib(tree: &Path) -> Outcome<u64> {
    let said = ask(program("du").arg("-sk").arg(tree))?;
    let number = said.split_whitespace().next().unwrap_or_default();
    number.parse().while_doing("reading the size of the package")
}

fn ask(command: &mut std::process::Command) -> Outcome<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    answer(command).ok_or_else(|| Failure::new(format!("`{name}` failed")))
}

fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).while_doing(format!("reading {}", path.display()))
}

/// Writes a file that anyone may read, with the folders on the way to it.
fn put(tree: &Path, name: &str, content: &[u8]) -> Outcome {
    let path = tree.join(name);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).while_doing(format!("making the folder of {name}"))?;
    }
    fs::write(&path, content).while_doing(format!("writing {name}"))?;
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).while_doing(format!("opening {name} for all"))
}
