//! Chance that follows from a seed: the same seed, the same run.

use std::{
    convert::Infallible,
    sync::atomic::{AtomicU64, Ordering},
};

use relay::clock::NoChance;

/// How far `SplitMix64` goes on at each draw.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// Chance by seed. Not secret, so for tests only.
#[derive(Debug, Clone)]
pub struct Chance(u64);

/// The same for who shares it: a device's world, the real relay.
pub struct SharedChance(AtomicU64);

const fn mixed(state: u64) -> u64 {
    let z = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

impl Chance {
    /// Of this seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(mixed(seed.wrapping_add(STEP)))
    }

    /// The next draw.
    pub const fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        mixed(self.0)
    }

    /// A number below `end`; 0 where there is none.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.draw() % end).unwrap_or_default()
    }

    /// True once in so many times. Never for 0.
    pub fn once_in(&mut self, times: usize) -> bool {
        times > 0 && self.below(times) == 0
    }

    /// One of these; nothing if there is none.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.below(from.len()))
    }

    /// `N` bytes.
    pub fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        fill(&mut bytes, || self.draw());
        bytes
    }
}

fn fill(bytes: &mut [u8], mut draw: impl FnMut() -> u64) {
    for chunk in bytes.chunks_mut(8) {
        chunk.iter_mut().zip(draw().to_le_bytes()).for_each(|(byte, drawn)| *byte = drawn);
    }
}

impl rand_core::TryRng for Chance {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(u32::try_from(self.draw() >> 32).unwrap_or_default())
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(self.draw())
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        fill(bytes, || self.draw());
        Ok(())
    }
}

impl rand_core::TryCryptoRng for Chance {}

impl SharedChance {
    /// Draws what [`Chance`] of this seed draws.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(AtomicU64::new(Chance::new(seed).0))
    }

    /// Fills `bytes`.
    pub fn draw_into(&self, bytes: &mut [u8]) {
        fill(bytes, || mixed(self.0.fetch_add(STEP, Ordering::Relaxed).wrapping_add(STEP)));
    }
}

impl relay::clock::Chance for SharedChance {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoChance> {
        self.draw_into(bytes);
        Ok(())
    }
}
