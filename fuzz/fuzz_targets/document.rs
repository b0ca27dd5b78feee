//! `cargo fuzz run document`.
#![no_main]

use testkit::hostile::{begin, fuzzed, document};

libfuzzer_sys::fuzz_target!(init: begin(), |bytes: &[u8]| fuzzed(document, bytes));
