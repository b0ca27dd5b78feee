//! What is known of a space: its row, its records, keys, chains and numbers, what was put aside, and wishes.

use domain::{DeviceId, DocumentId};
use store::{AsideRow, EntryRef, Error, KeyRef, LogRef, SpaceRef, WriterRow};

use crate::fixture::{NOW, SPACE, entry, open, resident, scope, space};

#[test]
fn a_space_is_known_as_it_was_last_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(folder.path());
    let other = SpaceRef([0x52; 32]);
    store
        .transaction(|tx| {
            tx.put_space(&space(SPACE, &[1; 64]))?;
            tx.put_space(&space(other, &[2; 64]))?;
            tx.set_space_position(SPACE, LogRef([3; 16]), 77)?;
            tx.set_space_heard(SPACE, NOW)?;
            tx.set_space_paused(SPACE, true)?;
            tx.set_space_begun(SPACE)?;
            tx.set_space_left(SPACE, NOW.plus_ms(1))
        })
        .expect("two spaces");
    drop(store);
    let mut store = open(folder.path());
    let mut told = space(SPACE, &[1; 64]);
    (told.log, told.cursor, told.heard) = (Some(LogRef([3; 16])), 77, Some(NOW));
    (told.paused, told.begun, told.left) = (true, true, Some(NOW.plus_ms(1)));
    assert_eq!(store.read().spaces(), Ok(vec![told, space(other, &[2; 64])]), "each with what was said of it alone");

    store.transaction(|tx| tx.put_space(&space(SPACE, &[9; 64]))).expect("joined again with new keys");
    let rows = store.read().spaces().expect("spaces");
    assert_eq!(rows[0], space(SPACE, &[9; 64]), "a device that joins again begins anew");
    assert!(!format!("{rows:?}").contains("9, 9"), "keys are not shown by accident");
}

#[test]
fn nothing_is_kept_for_a_space_that_is_not_known() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(folder.path());
    let row = entry(resident(1), 1, b"entry");
    let aside = aside(1, 1);
    let number = WriterRow { scope: scope(1), device: DeviceId([1; 16]), counter: 1, entry: row.hash };
    let actions: [(&str, Result<(), Error>); 9] = [
        ("a position", store.transaction(|tx| tx.set_space_position(SPACE, LogRef([1; 16]), 1))),
        ("a pause", store.transaction(|tx| tx.set_space_paused(SPACE, true))),
        ("a record", store.transaction(|tx| tx.put_record(SPACE, None, 0, b"record"))),
        ("a key", store.transaction(|tx| tx.put_key(SPACE, KeyRef([1; 32]), None, b"key"))),
        ("a chain", store.transaction(|tx| tx.set_chain(SPACE, scope(1), [1; 32], 1))),
        ("a number", store.transaction(|tx| tx.put_writer(SPACE, number))),
        ("an entry", store.transaction(|tx| tx.put_sealed(SPACE, &row, &[]))),
        ("an entry put aside", store.transaction(|tx| tx.put_aside(SPACE, &aside))),
        ("a wish", store.transaction(|tx| tx.add_wish(SPACE, b"wish").map(drop))),
    ];
    for (what, action) in actions {
        assert_eq!(action, Err(Error::NoSpace), "{what} belongs to a space");
    }
}

#[test]
fn a_record_has_its_place_for_good() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(folder.path());
    store
        .transaction(|tx| {
            tx.put_space(&space(SPACE, &[1; 64]))?;
            for n in [1, 0, 2] {
                tx.put_record(SPACE, None, n, &[b'm', n as u8])?;
            }
            tx.put_record(SPACE, Some(scope(7)), 0, b"s0")?;
            tx.put_record(SPACE, Some(scope(0)), 0, b"z0")
        })
        .expect("records of three logs");
    store.transaction(|tx| tx.put_record(SPACE, None, 1, b"m\x01")).expect("the same again does no harm");
    let other = store.transaction(|tx| tx.put_record(SPACE, None, 1, b"forged"));
    assert_eq!(other, Err(Error::Taken), "another in its place is refused");
    let read = store.read();
    let members = [b"m\x00", b"m\x01", b"m\x02"].map(|record| record.to_vec());
    assert_eq!(read.records(SPACE, None), Ok(members.to_vec()), "a log is read in its order");
    assert_eq!(read.records(SPACE, Some(scope(7))), Ok(vec![b"s0".to_vec()]), "each log by itself");
    assert_eq!(read.record_scopes(SPACE), Ok(vec![scope(0), scope(7)]), "the membership log is of no scope");
}

#[test]
fn a_key_is_held_until_it_is_dropped() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(folder.path());
    let id = |n| KeyRef([n; 32]);
    store
        .transaction(|tx| {
            tx.put_space(&space(SPACE, &[1; 64]))?;
            tx.put_key(SPACE, id(1), None, b"space key")?;
            tx.put_key(SPACE, id(2), Some(scope(7)), b"old")?;
            tx.put_key(SPACE, id(3), Some(scope(7)), b"new")?;
            tx.put_key(SPACE, id(4), Some(scope(8)), b"other")?;
            tx.put_key(SPACE, id(4), Some(scope(8)), b"other")
        })
        .expect("four keys, the last one twice");
    let another = store.transaction(|tx| tx.put_key(SPACE, id(4), Some(scope(8)), b"another"));
    assert_eq!(another, Err(Error::Taken), "a key is not replaced by another of its id");
    let held = |store: &store::Store| -> Vec<(KeyRef, Vec<u8>)> {
        let keys = store.read().keys(SPACE).expect("keys");
        keys.into_iter().map(|(id, _, bytes)| (id, bytes.to_vec())).collect()
    };
    store.transaction(|tx| tx.drop_key(SPACE, id(2))).expect("one is dropped");
    assert_eq!(held(&store).len(), 3, "the other of its scope stays");
    store.transaction(|tx| tx.drop_scope_keys(SPACE, scope(7))).expect("a scope is withdrawn");
    let left = [(id(1), b"space key".to_vec()), (id(4), b"other".to_vec())];
    assert_eq!(held(&store), left, "keys of the space and of other scopes stay");
}

#[test]
fn chains_go_on_and_numbers_stay() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(folder.path());
    let number = |device, counter, entry| WriterRow {
        scope: scope(7),
        device: DeviceId([device; 16]),
        counter,
        entry: EntryRef([entry; 32]),
    };
    store
        .transaction(|tx| {
            tx.put_space(&space(SPACE, &[1; 64]))?;
            tx.set_chain(SPACE, scope(7), [1; 32], 1)?;
            tx.set_chain(SPACE, scope(7), [2; 32], 2)?;
            [number(2, 1, 1), number(1, 2, 3), number(1, 1, 2), number(1, 1, 2)]
                .into_iter()
                .try_for_each(|row| tx.put_writer(SPACE, row))
        })
        .expect("two devices wrote");
    let fork = store.transaction(|tx| tx.put_writer(SPACE, number(1, 2, 9)));
    assert_eq!(fork, Err(Error::Taken), "two entries at one number of one device is a fork, never an update");
    assert_eq!(store.read().chains(SPACE), Ok(vec![(scope(7), [2; 32], 2)]), "the chain stands where it was last");
    let numbers = vec![number(1, 1, 2), number(1, 2, 3), number(2, 1, 1)];
    assert_eq!(store.read().writers(SPACE), Ok(numbers), "every number is remembered, not only the last");
}

fn aside(hash: u8, cursor: u64) -> AsideRow {
    AsideRow {
        hash: EntryRef([hash; 32]),
        cursor,
        scope: scope(7),
        document: DocumentId([7; 16]),
        bytes: vec![hash],
        why: "gap".into(),
    }
}

#[test]
fn what_was_put_aside_is_taken_back_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(folder.path());
    store
        .transaction(|tx| {
            tx.put_space(&space(SPACE, &[1; 64]))?;
            tx.put_aside(SPACE, &aside(1, 9))?;
            tx.put_aside(SPACE, &aside(2, 8))?;
            tx.put_aside(SPACE, &AsideRow { why: "no key".into(), ..aside(2, 8) })
        })
        .expect("two entries");
    let later = AsideRow { why: "no key".into(), ..aside(2, 8) };
    assert_eq!(
        store.read().aside(SPACE),
        Ok(vec![later, aside(1, 9)]),
        "in the order of the log, with the last reason"
    );
    let taken = store.transaction(|tx| tx.take_from_aside(SPACE, EntryRef([1; 32])));
    assert_eq!(taken, Ok(Some(aside(1, 9))), "it comes back as it was");
    let again = store.transaction(|tx| tx.take_from_aside(SPACE, EntryRef([1; 32])));
    assert_eq!(again, Ok(None), "and is then not there any more");
}

#[test]
fn the_number_of_a_wish_is_never_used_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(folder.path());
    store.transaction(|tx| tx.put_space(&space(SPACE, &[1; 64]))).expect("a space");
    for n in 1..=2 {
        assert_eq!(store.transaction(|tx| tx.add_wish(SPACE, &[n])), Ok(n.into()), "numbers count from 1");
    }
    store
        .transaction(|tx| tx.drop_wish(SPACE, 2).and_then(|()| tx.put_space(&space(SPACE, &[2; 64]))))
        .expect("a drop");
    drop(store);
    let mut store = open(folder.path());
    assert_eq!(store.transaction(|tx| tx.add_wish(SPACE, &[3])), Ok(3), "2 was dropped and stays used");
    assert_eq!(store.read().wishes(SPACE), Ok(vec![(1, vec![1]), (3, vec![3])]), "the oldest first");
}
