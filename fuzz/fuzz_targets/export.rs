//! `cargo fuzz run export`.
#![no_main]

use testkit::hostile::{begin, fuzzed, export};

libfuzzer_sys::fuzz_target!(init: begin(), |bytes: &[u8]| fuzzed(export, bytes));
