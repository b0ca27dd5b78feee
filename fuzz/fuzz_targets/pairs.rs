//! `cargo fuzz run pairs`.
#![no_main]

use testkit::hostile::{begin, fuzzed, pairs};

libfuzzer_sys::fuzz_target!(init: begin(), |bytes: &[u8]| fuzzed(pairs, bytes));
