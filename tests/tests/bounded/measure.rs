//! How much memory something holds at once.

use std::sync::{Mutex, PoisonError};

use peak_alloc::PeakAlloc;
use protocol::limit::SNAPSHOT_BYTES_MAX;

/// Counts what is allocated.
#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// One at a time is measured, however the tests are run.
static MEASURING: Mutex<()> = Mutex::new(());

/// What a mebibyte of foreign bytes may cost (I7): four times what a whole document may inflate to.
pub(super) const COST_BYTES_MAX: usize = 4 * SNAPSHOT_BYTES_MAX;

/// Does something, and fails where it holds more than `bytes_max` at once, beside what was there before.
pub(super) fn within<T>(what: &str, bytes_max: usize, work: impl FnOnce() -> T) -> T {
    let _one = MEASURING.lock().unwrap_or_else(PoisonError::into_inner);
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let done = work();
    let cost = MEMORY.peak_usage().saturating_sub(before);
    println!("{what}: {} KiB of {}", cost >> 10, bytes_max >> 10);
    assert!(cost <= bytes_max, "{what} costs {cost} bytes at once, and may cost {bytes_max}");
    done
}
