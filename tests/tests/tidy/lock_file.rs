//! The glue between WebAssembly and the web view is written by the same version that the screens are built with.

use super::tree::file;

#[test]
fn wasm_bindgen_and_its_glue_writer_are_of_one_version() {
    let compiled = versions("wasm-bindgen");
    let written = versions("wasm-bindgen-cli-support");
    assert_eq!(
        compiled.len(),
        1,
        "Cargo.lock: one version of wasm-bindgen, not {compiled:?}; `cargo tree -d` shows who brings the other"
    );
    assert_eq!(
        compiled, written,
        "Cargo.lock: set both in app/Cargo.toml and xtask/Cargo.toml to one version and run `cargo update`"
    );
}

/// The versions of a library in Cargo.lock.
fn versions(name: &str) -> Vec<String> {
    let lock = file("Cargo.lock").text;
    let packages = lock.split("[[package]]").filter(|package| package.contains(&format!("name = \"{name}\"\n")));
    packages.filter_map(|package| Some(package.split("version = \"").nth(1)?.split('"').next()?.to_owned())).collect()
}
