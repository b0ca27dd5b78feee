//! The spider web: drawn, touched, told, put in a table, laid over an earlier one, turned on the table, and printed empty.
//!
//! What it shows is a [`Web`], made from an instrument and answers. The rest falls into two kinds of files. Plain rules, each with its
//! tests: `geometry` (where a mark is), `outline` (the line, broken at empty axes), `layout` and `lettering` (where names fit),
//! `keys`, `sentence`. And parts for screens: [`SpiderWeb`] alone, [`ComparedWeb`] with earlier webs and the table, [`WebsOverTime`],
//! [`FlatOnTable`], [`BlankWeb`].
//!
//! The web is a picture to talk about. Nothing in here adds marks up, ranks them, colours them by height or begins with the lowest.

mod blank;
mod compare;
mod drawing;
mod flat;
mod geometry;
mod hue;
mod keys;
mod layout;
mod lettering;
mod outline;
mod sentence;
mod small_multiples;
mod table;
mod web;

pub use blank::BlankWeb;
pub use compare::ComparedWeb;
pub use drawing::SpiderWeb;
pub use flat::FlatOnTable;
pub use hue::Hue;
pub use keys::pressed;
pub use small_multiples::WebsOverTime;
pub use web::{DatedWeb, Web};
