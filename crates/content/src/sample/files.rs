//! The files of the sample neighbourhood.

macro_rules! files {
    ($($name:literal)*) => {
        &[$(($name, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/sample/", $name)))),*]
    };
}

/// Every file in `content/sample/`: name and text. A test finds the ones that are not listed here.
#[must_use]
pub const fn files() -> &'static [(&'static str, &'static str)] {
    files![
        "ahmet.toml" "an.toml" "emmy.toml" "fatima.toml" "ibrahim.toml" "joop.toml" "kees.toml" "mevrouw-a.toml"
        "noor.toml" "ria.toml" "samira.toml" "sjaak.toml" "wim.toml"
    ]
}
