//! Random stories over a bad network: whatever happens, in whatever order, the invariants hold in the end.

use std::panic::RefUnwindSafe;

use testkit::story::{GoesOn, Story};

/// Seeds of one run. `WIJKWEB_SEEDS=5000` makes it a long one, `WIJKWEB_SEEDS=5001-9000` goes on from there.
const SEEDS: u64 = 2_000;

/// Seeds of one run with a restore of the relay.
const RESTORED_SEEDS: u64 = 100;

/// Deeds of a short story, and before and after a restore.
const FEW: usize = 20;

/// Deeds of a story. Most faults need a few in a row and are found by many stories; every ninth is long, for what takes long to go wrong.
const fn deeds(seed: u64) -> usize {
    if seed.is_multiple_of(9) { 60 } else { FEW }
}

/// Once in so many seeds there are recovery sheets.
const PAPERS_ONCE_IN: u64 = 7;

/// Once in so many seeds there are two teams.
const TEAMS_ONCE_IN: u64 = 5;

/// Once in so many seeds clocks stand years wrong.
const CLOCKS_ONCE_IN: u64 = 4;

/// Tells one half of the stories, with one half of the crowds, which are at every two hundredth seed: all of `WIJKWEB_SEEDS`, or
/// `WIJKWEB_SEED` alone and in words.
fn half(which: u64) {
    let begin = |seed: u64, loud| match seed.is_multiple_of(TEAMS_ONCE_IN) {
        true => Story::of_two_teams(seed, loud),
        false => Story::new(seed, loud),
    };
    let tell = |story: &mut Story, seed: u64| {
        if seed.is_multiple_of(PAPERS_ONCE_IN) && !seed.is_multiple_of(TEAMS_ONCE_IN) {
            story.with_papers();
        }
        story.with_parts();
        if seed.is_multiple_of(CLOCKS_ONCE_IN) {
            story.with_wrong_clocks();
        }
        story.tell(deeds(seed));
    };
    every(|seed| (seed + seed / 200) % 2 == which, SEEDS, begin, tell);
}

/// Tells every story whose seed is wanted, from 1 on.
fn every(
    wanted: impl Fn(u64) -> bool,
    seeds: u64,
    begin: impl Fn(u64, bool) -> Story + RefUnwindSafe,
    tell: impl Fn(&mut Story, u64) + RefUnwindSafe,
) {
    let said = |name: &str| std::env::var(name).ok();
    let number = |text: &str| text.parse::<u64>().expect("a seed is a number");
    let (from, to) = match (said("WIJKWEB_SEED"), said("WIJKWEB_SEEDS")) {
        (Some(seed), _) => (number(&seed), number(&seed)),
        (None, Some(seeds)) => {
            seeds.split_once('-').map_or_else(|| (1, number(&seeds)), |(from, to)| (number(from), number(to)))
        }
        (None, None) => (1, seeds),
    };
    let mut failed = Vec::new();
    for seed in (from..=to).filter(|seed| wanted(*seed)) {
        let told = std::panic::catch_unwind(|| {
            let mut story = begin(seed, from == to);
            tell(&mut story, seed);
            story.end();
        });
        if told.is_err() {
            eprintln!("seed {seed} fails; alone: WIJKWEB_SEED={seed} cargo nextest run -p tests whatever_happens");
            failed.push(seed);
        }
    }
    assert!(failed.is_empty(), "these seeds fail: {failed:?}");
}

// Two tests, so that two cores tell stories at once.

#[test]
fn whatever_happens_the_invariants_hold_in_the_end() {
    half(0);
}

#[test]
fn whatever_happens_the_invariants_hold_in_the_end_too() {
    half(1);
}

/// Tells the stories in the middle of which the relay is restored.
fn around_a_restore(goes_on: GoesOn) {
    let tell = |story: &mut Story, _| {
        story.with_parts();
        story.tell_around_a_restore(FEW, goes_on);
    };
    every(|_| true, RESTORED_SEEDS, Story::new, tell);
}

#[test]
fn whatever_happens_around_a_restore_of_the_relay_the_invariants_hold_in_the_end() {
    around_a_restore(GoesOn::WhenAllAreBack);
}

#[test]
fn whatever_happens_when_a_restored_relay_goes_on_at_once_the_invariants_hold_in_the_end() {
    around_a_restore(GoesOn::AtOnce);
}
