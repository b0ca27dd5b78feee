//! `cargo fuzz run definition`.
#![no_main]

use testkit::hostile::{begin, fuzzed, definition};

libfuzzer_sys::fuzz_target!(init: begin(), |bytes: &[u8]| fuzzed(definition, bytes));
