//! The real programs: `wijkweb-cli` on two data folders and a relay, each a process of its own, also when they are killed.
//!
//! Cargo builds the tests of a package its own programs only, and this package may not rely on what lies about of others. So it
//! has both programs once more, as `tests/src/bin/a_command.rs` and `tests/src/bin/a_relay.rs`: the same `main`, always as new as the test.
#![cfg(unix)]

#[cfg(test)]
mod processes {
    mod folder;
    mod others;
    mod pair;
    mod post;

    mod erase_together;
    mod killed;
    mod secrets;
    mod sheet;
    mod two_folders;
}
