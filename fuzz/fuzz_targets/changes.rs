//! `cargo fuzz run changes`.
#![no_main]

use testkit::hostile::{begin, fuzzed, changes};

libfuzzer_sys::fuzz_target!(init: begin(), |bytes: &[u8]| fuzzed(changes, bytes));
