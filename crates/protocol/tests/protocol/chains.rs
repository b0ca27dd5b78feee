//! Chains and counters: what shows that something is missing, twice, or not the same for everybody.

use protocol::{
    chain::{Step, Writers},
    entry::header::Cover,
    id::*,
};

use super::world::*;

#[test]
fn gaps_replays_and_forks_are_told_apart() {
    let mut world = World::new();
    let mut log = world.scope();
    let key = world.scope_key(&mut log);
    let claims = |counter, previous: Option<u8>, abandoned: &[u8]| {
        let mut claims = world.claims(&log, &key, &world.bram.device);
        (claims.counter, claims.previous) = (counter, previous.map(|hash| EntryHash([hash; 32])));
        claims.abandoned = abandoned.iter().map(|hash| EntryHash([*hash; 32])).collect();
        claims
    };
    let mut writers = Writers::default();
    let steps = [
        (1, None, &[][..], 1, Step::Next, "the first"),
        (1, None, &[], 1, Step::Replay, "the same again"),
        (1, None, &[], 9, Step::Fork, "another first: two folders with one key"),
        (3, Some(2), &[], 3, Step::Gap { expected: 2 }, "2 is missing"),
        (2, Some(9), &[], 2, Step::Fork, "it follows another first"),
        (2, Some(1), &[], 2, Step::Next, "the second"),
        (5, Some(2), &[3, 4], 5, Step::Next, "3 and 4 were refused by the relay, nobody waits for them"),
        (4, Some(3), &[], 4, Step::Replay, "one of those after all"),
        (4, Some(3), &[], 8, Step::Fork, "another in its place"),
    ];
    for (counter, previous, abandoned, hash, step, why) in steps {
        assert_eq!(writers.take(&claims(counter, previous, abandoned), EntryHash([hash; 32])), step, "{why}");
    }
    let last: Vec<_> = writers.last(world.bram.device.device).collect();
    assert_eq!(last, [(log.scope(), 5, EntryHash([5; 32]))], "what a removal would pin");
    let mut new = Writers::default();
    let cover = Cover { device: world.bram.device.device, counter: 5, entry: EntryHash([5; 32]) };
    new.start_from(log.scope(), &cover);
    assert_eq!(new.take(&claims(4, Some(3), &[]), EntryHash([4; 32])), Step::Replay, "the snapshot has it");
    assert_eq!(new.take(&claims(6, Some(5), &[]), EntryHash([6; 32])), Step::Next, "from there it goes on");
}

#[test]
fn the_chain_tells_order_and_what_came_twice() {
    let (one, other) = (EntryHash([1; 32]), EntryHash([2; 32]));
    let chain = |entries: &[EntryHash]| entries.iter().fold(ChainHash::START, |chain, entry| chain.then(*entry));
    assert_ne!(chain(&[one, other]), chain(&[other, one]), "two in another order");
    assert_ne!(chain(&[one]), chain(&[one, one]), "one twice");
    assert_ne!(chain(&[one]), chain(&[other]), "another entry");
}

#[test]
fn the_largest_number_is_a_number_like_any_other() {
    let mut world = World::new();
    let mut log = world.scope();
    let key = world.scope_key(&mut log);
    let mut claims = world.claims(&log, &key, &world.bram.device);
    (claims.counter, claims.previous) = (u64::MAX, Some(EntryHash([1; 32])));
    claims.abandoned = vec![EntryHash([2; 32]); 3];
    let mut writers = Writers::default();
    assert_eq!(writers.take(&claims, EntryHash([3; 32])), Step::Gap { expected: 1 }, "everything before it is missing");
    let cover = Cover { device: claims.device, counter: u64::MAX - 4, entry: EntryHash([1; 32]) };
    writers.start_from(log.scope(), &cover);
    assert_eq!(writers.take(&claims, EntryHash([3; 32])), Step::Next, "it follows");
    assert_eq!(writers.take(&claims, EntryHash([3; 32])), Step::Replay, "and is known");
}

#[test]
fn entries_that_are_not_for_a_reader_leave_no_gap() {
    let mut world = World::new();
    let mut log = world.scope();
    let (key, scope) = (world.scope_key(&mut log), log.scope());
    let hash = |number: u8| EntryHash([number; 32]);
    let claims = |counter, previous: Option<u8>, abandoned: &[u8]| {
        let mut claims = world.claims(&log, &key, &world.bram.device);
        (claims.counter, claims.previous) = (counter, previous.map(hash));
        claims.abandoned = abandoned.iter().map(|number| hash(*number)).collect();
        claims
    };
    let mut writers = Writers::default();
    writers.skip(ScopeId([9; 16]), hash(2));
    assert_eq!(writers.take(&claims(3, Some(2), &[]), hash(3)), Step::Gap { expected: 1 }, "not of another scope");
    for skipped in [1, 2, 5, 8] {
        writers.skip(scope, hash(skipped));
    }
    let steps = [
        (3, Some(2), &[][..], 3, Step::Next, "1 and 2 were skipped"),
        (3, Some(2), &[], 3, Step::Replay, "the same again"),
        (3, Some(2), &[], 9, Step::Fork, "another in its place"),
        (2, Some(1), &[], 9, Step::Fork, "or in that of the skipped one before it"),
        (5, Some(4), &[], 9, Step::Gap { expected: 4 }, "4 was not skipped: it is withheld, or still to come"),
        (7, Some(5), &[6], 7, Step::Next, "4 and 5 were skipped, 6 was abandoned"),
        (9, Some(7), &[8], 9, Step::Next, "8 is named as abandoned"),
    ];
    for (counter, previous, abandoned, number, step, why) in steps {
        assert_eq!(writers.take(&claims(counter, previous, abandoned), hash(number)), step, "{why}");
    }
    writers.restart(scope);
    let again = writers.take(&claims(1, None, &[]), hash(1));
    assert_eq!(again, Step::Next, "read from 0 when more of the scope can be read");
}
