//! From the bytes of a definition file to a checked [`Instrument`], and back.
//!
//! TOML and JSON hold the same keys; both become one [`tree`], and the [`reader`] walks that tree and collects every problem it
//! meets, so that a person can repair a file in one go.

mod definition;
mod phrase;
mod reader;
mod tree;

use domain::instrument::Instrument;

use crate::problem::{Place, Problem, ProblemKind};
use reader::Reader;

/// The most bytes that a definition file may have: 512 KiB, twenty times our adult web.
///
/// Measured: the costliest file of 1 MiB (one long list) took 80 MiB to parse, of this size it stays under the 64 MiB that any
/// foreign input may cost.
pub const BYTES_MAX: usize = 512 * 1024;

/// Reads and checks a definition file that is text already. `file_name` is used in the words of problems, and tells JSON from TOML.
///
/// Either the whole definition is right, or nothing is returned but what is wrong with it: at least one problem, in the order of
/// the file where possible, and at most a hundred.
///
/// ```
/// let problems = content::parse_instrument("ours.toml", "id = \"ours\"\ncolour = \"red\"").unwrap_err();
/// assert!(problems[0].to_string().starts_with("ours.toml, line 2, column 1 (colour): "), "file and place come first");
/// ```
///
/// # Errors
///
/// Whatever [`ProblemKind`] lists.
pub fn parse_instrument(file_name: &str, text: &str) -> Result<Instrument, Vec<Problem>> {
    let file = reader::shown(file_name);
    let alone = |place, what| vec![Problem { file: file.clone(), place, what }];
    if text.len() > BYTES_MAX {
        return Err(alone(Place::default(), ProblemKind::TooLarge { bytes_max: BYTES_MAX }));
    }
    // A mark at the beginning that some editors on Windows write; it is not part of the text.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let root = tree::parse(file_name, text)
        .map_err(|(position, what)| alone(Place { position, path: String::new() }, what))?;
    let mut reader = Reader::new(&file, text);
    let instrument = definition::read(&mut reader, &root);
    reader.finish(instrument)
}

/// Reads and checks a definition file as an import gives it: any bytes at all.
///
/// # Errors
///
/// As [`parse_instrument`], and when the bytes are not text.
pub fn parse_instrument_bytes(file_name: &str, bytes: &[u8]) -> Result<Instrument, Vec<Problem>> {
    let alone = |what| vec![Problem { file: reader::shown(file_name), place: Place::default(), what }];
    if bytes.len() > BYTES_MAX {
        return Err(alone(ProblemKind::TooLarge { bytes_max: BYTES_MAX }));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| alone(ProblemKind::NotText))?;
    parse_instrument(file_name, text)
}

/// The instrument as a TOML definition file, for an organisation that wants to start from one of ours.
///
/// Reading it gives an equal instrument. Comments of the file it came from are not in it.
///
/// # Errors
///
/// None for an instrument that [`parse_instrument`] returned; the type is that of the TOML library.
pub fn write_instrument(instrument: &Instrument) -> Result<String, toml::ser::Error> {
    toml::to_string_pretty(instrument)
}
