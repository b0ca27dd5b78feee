//! The instruments that come with the app.

use std::sync::LazyLock;

use domain::instrument::{Instrument, InstrumentKey};
use include_dir::{Dir, include_dir};

use crate::parse_instrument;

static INSTRUMENTS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../content/instruments");

/// The definition files that come with the app: name and text.
///
/// `<id>.toml` is the newest version. An older version that conversations may still have stays as `<id>@<version>.toml`.
pub fn shipped_files() -> impl Iterator<Item = (&'static str, &'static str)> {
    INSTRUMENTS
        .files()
        .filter(|file| file.path().extension().is_some_and(|extension| extension == "toml"))
        .filter_map(|file| Some((file.path().file_name()?.to_str()?, file.contents_utf8()?)))
}

/// Every instrument that comes with the app, in the order to offer them: adults first, the newest version of each first.
///
/// Read once, at the first call. A test sees to it that every file is right, so none is missing here.
#[must_use]
pub fn shipped_instruments() -> &'static [Instrument] {
    static SHIPPED: LazyLock<Vec<Instrument>> = LazyLock::new(|| {
        let mut instruments: Vec<_> =
            shipped_files().filter_map(|(name, text)| parse_instrument(name, text).ok()).collect();
        instruments.sort_by(|a, b| {
            (a.audience, &a.key.id).cmp(&(b.audience, &b.key.id)).then_with(|| b.key.version.cmp(&a.key.version))
        });
        instruments
    });
    &SHIPPED
}

/// The instrument with this key, if it comes with the app; imported ones are kept in the store.
#[must_use]
pub fn shipped_instrument(key: &InstrumentKey) -> Option<&'static Instrument> {
    shipped_instruments().iter().find(|instrument| instrument.key == *key)
}
