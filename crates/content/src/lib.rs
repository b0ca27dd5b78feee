//! Reads and checks `content/`: the instruments as data, and the words of the screens in Dutch and English.
//!
//! Everything in `content/` is embedded when the app is built, so at run time nothing is read from a disk. The only foreign bytes
//! that come in are definition files that an organisation imports; [`parse_instrument`] checks those as strictly as our own.
//!
//! ```
//! use content::{Args, Words, shipped_instruments};
//! use domain::Language;
//!
//! let words = Words::new(Language::Nl);
//! assert_eq!(words.say("common-back"), "Terug", "a key becomes the words of the language");
//! assert_eq!(words.say_with("common-step-of", &Args::new().with("step", 5).with("steps", 6)), "5 van 6", "with values in it");
//!
//! let web = &shipped_instruments()[0];
//! assert_eq!(web.key.to_string(), "pg-volwassen@1", "the adult web comes first");
//! assert_eq!(web.item_count(), 44, "six dimensions of 8, 7, 7, 8, 7 and 7 aspects");
//! ```

mod instruments;
mod locales;
mod parse;
mod problem;
pub mod sample;
mod words;

pub use instruments::{shipped_files, shipped_instrument, shipped_instruments};
pub use locales::{Message, all_keys, messages};
pub use parse::{BYTES_MAX, parse_instrument, parse_instrument_bytes, write_instrument};
pub use problem::{Place, Problem, ProblemKind};
pub use words::{Args, Words};
