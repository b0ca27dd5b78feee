//! Builds the screens: Rust to WebAssembly, its glue, styles, fonts and icons, all into `app/dist`.

mod files;

use std::fs;
use std::path::{Path, PathBuf};

use crate::command::{cargo, program, run, run_quietly, say};
use crate::failure::{Failure, Outcome, While};
use crate::paths;
use crate::setup::wasm;
use crate::stamp::Stamp;

/// What rustc uses of WebAssembly without being asked; wasm-opt refuses what it was not told of.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Flattened first, the second round of the same finds what the first could not see: one part in eighty.
const PASSES: &[&str] = &["--flatten", "--rereloop", "-Oz", "-Oz", "--strip-debug", "--strip-producers"];

/// Leptos' switch for views without their types: less code, and quicker to build (`docs/adr/0009-views-without-types.md`).
const ERASED: &[&str] = &["--cfg=erase_components"];

/// For whom the front end is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Build {
    /// For us: built within a minute, larger than need be.
    Quick,
    /// For everyone: as small as it gets, minutes of work.
    Small,
}

impl Build {
    /// Cargo's name for it, see `[profile]` in Cargo.toml.
    fn profile(self) -> &'static str {
        match self {
            Self::Quick => "web-quick",
            Self::Small => "web",
        }
    }
}

/// Brings `app/dist` up to date. What has not changed is neither built nor written again.
pub(crate) fn build(how: Build) -> Outcome {
    say("building the screens");
    let wasm = compile(how)?;
    let bound = bind(how, &wasm)?;
    files::gather(&bound)
}

/// Compiles `app`, in a folder of its own so that it never waits for the shell's build.
fn compile(how: Build) -> Outcome<PathBuf> {
    let folder = paths::target().join("web");
    let arguments = ["build", "--package", "app", "--target", wasm::TARGET, "--profile", how.profile()];
    run(wasm::cargo_for_wasm(ERASED)?.args(arguments).env("CARGO_TARGET_DIR", &folder))?;
    Ok(folder.join(wasm::TARGET).join(how.profile()).join("app.wasm"))
}

/// Writes the JavaScript glue, and makes the small one smaller. Gives the folder with both files.
fn bind(how: Build, wasm: &PathBuf) -> Outcome<PathBuf> {
    let folder = paths::kept().join("bound").join(how.profile());
    let stamp = Stamp::new(&format!("bound-{}", how.profile()))
        .on_file(wasm)
        .on_file(&paths::root().join("xtask/Cargo.toml"))
        .on_file(&paths::root().join("xtask/npm/package-lock.json"));
    if stamp.is_current() && folder.is_dir() {
        return Ok(folder);
    }
    say("writing the glue between WebAssembly and the web view");
    fs::create_dir_all(&folder).while_doing("making the folder for the glue")?;
    run(cargo(["run", "--quiet", "--package", "xtask", "--features", "bindgen", "--bin", "bindgen", "--"])
        .arg(wasm)
        .arg(&folder))?;
    if fs::read_to_string(folder.join("app.js")).is_ok_and(|glue| glue.contains("from \"env\"")) {
        return Err(Failure::new(format!(
            "the screens were linked from parts that do not fit together, after a build that was broken off; empty {} and build again",
            paths::target().join("web").display()
        )));
    }
    if how == Build::Small {
        shrink(&folder.join("app_bg.wasm"))?;
    }
    stamp.set()?;
    Ok(folder)
}

/// Leaves out the names of functions and squeezes what is left.
fn shrink(file: &Path) -> Outcome {
    say("making the screens small");
    let mut command = program(paths::npm().join(".bin/wasm-opt"));
    run_quietly(command.args(PASSES).args(FEATURES).arg(file).arg("-o").arg(file))
}
