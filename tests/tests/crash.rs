//! The app is cut off at every step of every save: what was called saved is there, nothing is there by half (invariant I1).
//!
//! The program `table` runs the real engine on a real folder and says `saved` as the engine answers. `strace` stops it at one
//! system call that writes, a different one each time, until all were tried: by killing it, by a full disk, by a disk that fails.
//! Then the folder is opened again. A pulled plug is played instead, from the calls of one run: everything that was not synced may
//! be gone. For each seed other deeds are done in another order; `WIJKWEB_CRASH_SEEDS=200` makes the long run.
#![cfg(target_os = "linux")]

#[cfg(test)]
mod crash {
    mod after;
    mod cut;
    mod disk;
    mod story;

    mod failing_disk;
    mod first_start;
    mod killed;
    mod pulled_plug;
}
