//! The standard library for WebAssembly: from rustup where its server answers, else built from Debian's source.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::packages;
use crate::command::{answer, cargo, ends_within, find, program, run_quietly, say};
use crate::failure::{Failure, Outcome, While};
use crate::paths;
use crate::stamp::Stamp;

/// The machine that the front end is built for.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// In some networks rustup's server never answers.
const RUSTUP_LIMIT_S: u64 = 30;

/// Debian keeps a recent compiler for building browsers, with the source of its standard library.
const DEBIAN: &[&str] = &["rustc-web", "cargo-web", "rust-web-src"];
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_CARGO: &str = "/usr/bin/cargo";

/// Makes sure that one of the two is there.
pub(super) fn set_up() -> Outcome {
    if rustup_has_it() || debian_stamp().is_current() {
        return Ok(());
    }
    if !debian_is_installed() && find("rustup").is_some() {
        say("asking rustup for the WebAssembly standard library (30 seconds at most)");
        if ends_within(program("rustup").args(["target", "add", TARGET]), RUSTUP_LIMIT_S) && rustup_has_it() {
            return Ok(());
        }
        say("rustup's server does not answer; Debian's compiler will do");
    }
    build_from_debian()
}

/// Cargo, ready for `build` and further arguments, with the toolchain that can build for [`TARGET`], and `flags` for rustc.
pub(crate) fn cargo_for_wasm(flags: &[&str]) -> Outcome<Command> {
    let mut flags: Vec<String> = flags.iter().map(|&flag| flag.to_owned()).collect();
    let mut command = if rustup_has_it() {
        cargo([])
    } else {
        flags.extend(["--sysroot".to_owned(), sysroot().display().to_string()]);
        let mut command = debian_cargo();
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker()?);
        command
    };
    // Unlike RUSTFLAGS, this one may hold paths with spaces.
    command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    Ok(command)
}

fn rustup_has_it() -> bool {
    answer(program("rustc").args(["--print", "target-libdir", "--target", TARGET]))
        .is_some_and(|folder| Path::new(&folder).is_dir())
}

fn debian_is_installed() -> bool {
    DEBIAN.iter().all(|package| packages::is_installed(package))
}

/// Debian's cargo and compiler, without what rustup put in the environment for its own.
fn debian_cargo() -> Command {
    let mut command = program(DEBIAN_CARGO);
    command.env("RUSTC", DEBIAN_RUSTC).env_remove("LD_LIBRARY_PATH").env_remove("RUSTUP_TOOLCHAIN");
    command
}

fn debian_stamp() -> Stamp {
    Stamp::new("wasm-std").on(answer(program(DEBIAN_RUSTC).arg("-vV"))).on(sysroot().is_dir())
}

/// Builds the standard library once, into a folder of our own: the system's folders stay as they are.
fn build_from_debian() -> Outcome {
    let missing: Vec<&str> = DEBIAN.iter().copied().filter(|package| !packages::is_installed(package)).collect();
    packages::install_all(&missing)?;
    say("building the WebAssembly standard library (a minute, once)");
    let folder = paths::kept().join("wasm-std");
    let source = folder.join("empty");
    fs::create_dir_all(source.join("src")).while_doing("making an empty crate")?;
    let manifest = "[package]\nname = \"empty\"\nedition = \"2021\"\n\n[workspace]\n";
    fs::write(source.join("Cargo.toml"), manifest).while_doing("writing an empty crate")?;
    fs::write(source.join("src/lib.rs"), "").while_doing("writing an empty crate")?;

    let built = folder.join("built");
    let arguments = ["build", "--release", "-Zbuild-std=std,panic_abort,panic_unwind", "--target", TARGET];
    let mut command = debian_cargo();
    command
        .args(arguments)
        .current_dir(&source)
        .env("CARGO_TARGET_DIR", &built)
        .env("CARGO_ENCODED_RUSTFLAGS", "-Cembed-bitcode=yes")
        // Building the standard library is not a stable feature of cargo.
        .env("RUSTC_BOOTSTRAP", "1");
    run_quietly(&mut command)?;
    let libraries = sysroot().join("lib/rustlib").join(TARGET).join("lib");
    copy_libraries(&built.join(TARGET).join("release/deps"), &libraries)?;
    fs::remove_dir_all(&built).while_doing("clearing up")?;
    debian_stamp().set()
}

fn copy_libraries(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to).while_doing("making the folder of libraries")?;
    for entry in fs::read_dir(from).while_doing("reading what was built")?.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.ends_with(".rlib") && !name.starts_with("libempty-") {
            fs::copy(entry.path(), to.join(&*name)).while_doing(format!("copying {name}"))?;
        }
    }
    Ok(())
}

fn sysroot() -> PathBuf {
    paths::kept().join("wasm-std/sysroot")
}

/// Debian's compiler has no linker for WebAssembly; rustup's toolchains do.
fn linker() -> Outcome<PathBuf> {
    let sysroot = answer(program("rustc").args(["--print", "sysroot"]));
    let host = answer(program("rustc").args(["--print", "host-tuple"]));
    let (Some(sysroot), Some(host)) = (sysroot, host) else {
        return Err(Failure::new("rustc is missing: install Rust with rustup, then try again"));
    };
    Ok(Path::new(&sysroot).join("lib/rustlib").join(host).join("bin/rust-lld"))
}
