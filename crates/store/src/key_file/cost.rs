//! What one guess at a passphrase or PIN costs.

use serde::{Deserialize, Serialize};

/// The cost of Argon2id. It stands in the file beside the salt, so that it can grow without anybody noticing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct KdfCost {
    /// Memory, in KiB.
    pub memory_kib: u32,
    /// Passes over that memory.
    pub passes: u32,
    /// Lanes; one, because phones and web views have few cores to spare.
    pub lanes: u32,
}

impl KdfCost {
    /// What the app uses: 64 MiB, three passes, one lane (the second choice of RFC 9106, with one lane for four). About a
    /// quarter of a second.
    pub const DEFAULT: Self = Self { memory_kib: 64 * 1024, passes: 3, lanes: 1 };

    /// The smallest there is, for tests. It protects nothing.
    pub const TINY: Self = Self { memory_kib: 8, passes: 1, lanes: 1 };

    /// Most memory that a file may ask for, in KiB: 1 GiB. More is taken for damage.
    pub(super) const MEMORY_KIB_MAX: u32 = 1024 * 1024;

    /// Most passes that a file may ask for.
    pub(super) const PASSES_MAX: u32 = 64;

    pub(super) const fn is_bearable(self) -> bool {
        self.memory_kib <= Self::MEMORY_KIB_MAX && self.passes <= Self::PASSES_MAX && self.lanes <= 16
    }
}

impl Default for KdfCost {
    fn default() -> Self {
        Self::DEFAULT
    }
}
