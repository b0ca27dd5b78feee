//! `cargo fuzz run messages`.
#![no_main]

use testkit::hostile::{begin, fuzzed, messages};

libfuzzer_sys::fuzz_target!(init: begin(), |bytes: &[u8]| fuzzed(messages, bytes));
