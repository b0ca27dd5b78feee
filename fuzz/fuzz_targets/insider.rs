//! `cargo fuzz run insider`.
#![no_main]

use testkit::hostile::{begin, fuzzed, insider};

libfuzzer_sys::fuzz_target!(init: begin(), |bytes: &[u8]| fuzzed(insider, bytes));
