//! Definitions of instruments that an organisation brings, as TOML or as JSON.

use content::{Words, parse_instrument_bytes, shipped_files, shipped_instruments, write_instrument};
use domain::Language;

use super::Sample;

/// Most problems that one file may have.
const PROBLEMS_MAX: usize = 100;

/// The first byte says in which form.
pub fn definition(bytes: &[u8]) {
    let Some((form, file)) = bytes.split_first() else { return };
    let name = if form.is_multiple_of(2) { "ours.toml" } else { "ours.json" };
    match parse_instrument_bytes(name, file) {
        Ok(instrument) => {
            let written = write_instrument(&instrument).expect("what was read can be written");
            let again = parse_instrument_bytes("ours.toml", written.as_bytes());
            assert!(again.as_ref() == Ok(&instrument), "what is written reads as the same");
        }
        Err(problems) => {
            assert!((1..=PROBLEMS_MAX).contains(&problems.len()), "a refusal says why, and ends");
            let words = Words::new(Language::Nl);
            assert!(problems.iter().all(|problem| !problem.say(&words).is_empty()), "every problem has words");
        }
    }
}

/// The shortest of our own, in both forms, and a little one.
#[must_use]
pub fn samples() -> Vec<Sample> {
    let shortest = shipped_files().map(|(_, text)| text).min_by_key(|text| text.len()).unwrap_or_default();
    let instrument = shipped_instruments().iter().min_by_key(|instrument| instrument.item_count());
    let json = serde_json::to_string(&instrument).expect("an instrument can be written");
    vec![
        ("shipped".to_owned(), [&[0], shortest.as_bytes()].concat()),
        ("shipped-json".to_owned(), [&[1], json.as_bytes()].concat()),
        ("little".to_owned(), [&[0][..], b"id = \"x\"\nversion = 1\n[scale]\nmin = 0\nmax = 10\n"].concat()),
    ]
}
