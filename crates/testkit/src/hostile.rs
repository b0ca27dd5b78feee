//! What is done with bytes that anybody may send: the bodies of the fuzz targets, and the samples that they begin with.
//!
//! `fuzz/` runs them under libFuzzer, `tests/tests/hostile.rs` runs them over the checked-in corpus. A body panics where
//! something does not hold; whatever the bytes are, they may only be refused. `docs/how-to/fuzz.md` says how it is run.

use std::{cell::RefCell, panic, process};

mod answers;
mod calls;
mod change;
mod chunks;
mod definition;
mod file;
mod insider;
mod kinds;
mod messages;
mod pairing;
mod pieces;
mod scene;
mod taking;
mod whole;

pub use self::{
    answers::answers, calls::calls, change::changed, definition::definition, file::export, insider::insider,
    messages::messages, pairing::pairs, taking::changes, whole::document,
};

/// Bytes with a name, for a file of the corpus.
pub type Sample = (String, Vec<u8>);

/// Something that takes foreign bytes.
#[derive(Clone, Copy)]
pub struct Target {
    /// Its name, which is also that of its folder in the corpus.
    pub name: &'static str,
    /// What is done with the bytes.
    pub body: fn(&[u8]),
    /// Bytes to begin with, always the same.
    pub samples: fn() -> Vec<Sample>,
}

/// All of them, by name.
pub const TARGETS: &[Target] = &[
    Target { name: "answers", body: answers, samples: answers::samples },
    Target { name: "calls", body: calls, samples: calls::samples },
    Target { name: "changes", body: changes, samples: taking::samples },
    Target { name: "definition", body: definition, samples: definition::samples },
    Target { name: "document", body: document, samples: whole::samples },
    Target { name: "export", body: export, samples: file::samples },
    Target { name: "insider", body: insider, samples: insider::samples },
    Target { name: "messages", body: messages, samples: messages::samples },
    Target { name: "pairs", body: pairs, samples: pairing::samples },
];

/// The target of this name.
#[must_use]
pub fn target(name: &str) -> Option<Target> {
    TARGETS.iter().find(|target| target.name == name).copied()
}

thread_local! {
    /// Where the last panic was, and what it said.
    static LAST: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Before the first bytes of a fuzzer: a panic is only noted. `crates/documents` catches those of automerge, and a fuzzer would
/// otherwise take each of them for a finding.
pub fn begin() {
    panic::set_hook(Box::new(|panic| LAST.with(|last| *last.borrow_mut() = panic.to_string())));
}

/// Runs a body for a fuzzer. A panic that comes out of it ends the process, as the fuzzer wants it.
pub fn fuzzed(body: fn(&[u8]), bytes: &[u8]) {
    if panic::catch_unwind(|| body(bytes)).is_err() {
        LAST.with(|last| eprintln!("{}", last.borrow()));
        process::abort();
    }
}
