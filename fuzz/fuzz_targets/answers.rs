//! `cargo fuzz run answers`.
#![no_main]

use testkit::hostile::{begin, fuzzed, answers};

libfuzzer_sys::fuzz_target!(init: begin(), |bytes: &[u8]| fuzzed(answers, bytes));
