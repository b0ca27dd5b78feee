//! Random stories over a bad network: whatever happens, in whatever order, the invariants hold in the end.

use testkit::story::Story;

/// Seeds of one run; `WIJKWEB_SEEDS=5000` makes it a long one.
const SEEDS: u64 = 60;

/// Deeds of one story.
const DEEDS: usize = 60;

/// The seeds of this run: one by itself (`WIJKWEB_SEED=7`), or the first so many.
fn seeds() -> std::ops::RangeInclusive<u64> {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    match number("WIJKWEB_SEED") {
        Some(seed) => seed..=seed,
        None => 1..=number("WIJKWEB_SEEDS").unwrap_or(SEEDS),
    }
}

#[test]
fn whatever_happens_the_invariants_hold_in_the_end() {
    let seeds = seeds();
    let loud = seeds.clone().count() == 1;
    let mut failed = Vec::new();
    for seed in seeds {
        let told = std::panic::catch_unwind(|| {
            let mut story = Story::new(seed, loud);
            story.tell(DEEDS);
            story.end();
        });
        if told.is_err() {
            eprintln!("seed {seed} fails; alone: WIJKWEB_SEED={seed} cargo nextest run -p tests whatever_happens");
            failed.push(seed);
        }
    }
    assert!(failed.is_empty(), "these seeds fail: {failed:?}");
}
