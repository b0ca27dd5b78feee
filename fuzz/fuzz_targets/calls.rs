//! `cargo fuzz run calls`.
#![no_main]

use testkit::hostile::{begin, fuzzed, calls};

libfuzzer_sys::fuzz_target!(init: begin(), |bytes: &[u8]| fuzzed(calls, bytes));
