//! Tells cargo to look again when a file is added to or removed from `content/`; the files themselves are embedded by macros.

fn main() {
    println!("cargo::rerun-if-changed=../../content/instruments");
    println!("cargo::rerun-if-changed=../../content/locales");
    println!("cargo::rerun-if-changed=build.rs");
}
