//! Following another log of the relay: what it lost waits again, and other devices' entries are there to be brought.

use domain::{DeviceId, DocumentId, Moment};
use store::{ChangeHash, EntryRef, Error, FetchedRow, LogRef, SealedRow, Store, WriterRow};

use crate::fixture::{NOW, SPACE, add_resident, change, dossier_document, entry, named, open, resident, scope, space};

fn document() -> DocumentId {
    dossier_document(resident(1))
}

fn of_dossier(n: u8) -> (DocumentId, ChangeHash) {
    (document(), ChangeHash([n; 32]))
}

fn nth(n: u8) -> SealedRow {
    entry(resident(1), n.into(), &[n; 9])
}

fn came(n: u8, at: Moment) -> FetchedRow {
    let hash = EntryRef([n; 32]);
    let device = DeviceId([2; 16]);
    FetchedRow { hash, scope: scope(1), document: document(), device, counter: n.into(), at, bytes: vec![n] }
}

/// A dossier of which two entries were acknowledged.
fn with_two_entries(store: &mut Store) {
    store
        .transaction(|tx| {
            tx.put_space(&space(SPACE, &[1; 64]))?;
            add_resident(tx, resident(1), &named("Fatma"))?;
            tx.append(document(), &change(2, &[2]))?;
            for n in 1..=2 {
                tx.put_sealed(SPACE, &nth(n), &[of_dossier(n)])?;
                tx.acknowledged(SPACE, nth(n).hash, n.into(), NOW)?;
            }
            tx.put_record(SPACE, Some(scope(1)), 0, b"one")?;
            tx.put_record(SPACE, Some(scope(1)), 1, b"two")?;
            tx.set_space_position(SPACE, LogRef([3; 16]), 77)?;
            tx.set_chain(SPACE, scope(1), [1; 32], 77)?;
            let number = WriterRow { scope: scope(1), device: DeviceId([2; 16]), counter: 1, entry: EntryRef([1; 32]) };
            tx.put_writer(SPACE, number)
        })
        .expect("two entries");
}

#[test]
fn an_entry_that_the_relay_lost_is_sent_again_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(folder.path());
    with_two_entries(&mut store);
    assert_eq!(store.read().sealed_taken(SPACE), Ok(vec![nth(1).hash, nth(2).hash]), "both can be offered");
    assert_eq!(store.read().sealed_bytes(SPACE, nth(2).hash), Ok(Some(vec![2; 9])), "as they were sent");
    store.transaction(|tx| tx.send_again(SPACE, nth(2).hash, &[of_dossier(2), of_dossier(9)])).expect("it was lost");
    assert_eq!(store.read().sealed_waiting(SPACE), Ok(vec![nth(2)]), "it waits, unchanged");
    assert_eq!(store.read().waiting(), Ok(vec![(document(), 1)]), "with the change that is here");
    store.transaction(|tx| tx.acknowledged(SPACE, nth(2).hash, 5, NOW)).expect("the relay has it again");
    assert_eq!(store.read().waiting(), Ok(vec![]), "nothing waits any more");
}

#[test]
fn a_scope_that_the_relay_does_not_know_any_more_begins_anew() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(folder.path());
    with_two_entries(&mut store);
    store
        .transaction(|tx| {
            tx.drop_records(SPACE, Some(scope(1)), 1)?;
            tx.number_anew(SPACE, scope(1))?;
            tx.seal_again(&[of_dossier(1), of_dossier(2), of_dossier(9)])?;
            tx.read_anew(SPACE, LogRef([4; 16]))
        })
        .expect("another log");
    let read = store.read();
    assert_eq!(read.records(SPACE, Some(scope(1))), Ok(vec![b"one".to_vec()]), "the record that was lost went");
    assert_eq!(read.sealed_since(SPACE), Ok(vec![]), "its numbers begin anew");
    assert_eq!(read.waiting(), Ok(vec![(document(), 2)]), "and what was in its entries waits to be sealed");
    assert_eq!((read.chains(SPACE), read.writers(SPACE)), (Ok(vec![]), Ok(vec![])), "nothing counts from before");
    let row = read.spaces().expect("a space").remove(0);
    assert_eq!((row.log, row.cursor), (Some(LogRef([4; 16])), 0), "and everything is read from the beginning");
}

#[test]
fn what_came_before_the_clock_was_set_back_is_forgotten_after_its_time_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(folder.path());
    with_two_entries(&mut store);
    store.transaction(|tx| tx.put_fetched(SPACE, &came(1, NOW.plus_ms(9_000_000)))).expect("an entry");
    store.transaction(|tx| tx.drop_fetched(SPACE, NOW.plus_ms(-30), NOW)).expect("the clock was set back");
    assert_eq!(store.read().fetched(SPACE), Ok(vec![EntryRef([1; 32])]), "nobody knows when it came, so it stays");
    store.transaction(|tx| tx.drop_fetched(SPACE, NOW.plus_ms(1), NOW.plus_ms(31))).expect("time goes by");
    assert_eq!(store.read().fetched(SPACE), Ok(vec![]), "its time began anew, and ends");
}

#[test]
fn entries_of_others_are_kept_for_some_time_and_go_with_what_is_erased() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(folder.path());
    with_two_entries(&mut store);
    store
        .transaction(|tx| {
            tx.put_fetched(SPACE, &came(2, NOW.plus_ms(5)))?;
            tx.put_fetched(SPACE, &came(1, NOW))?;
            tx.put_fetched(SPACE, &came(1, NOW.plus_ms(9)))
        })
        .expect("entries");
    assert_eq!(store.read().fetched(SPACE), Ok(vec![EntryRef([1; 32]), EntryRef([2; 32])]), "in their order");
    assert_eq!(store.read().fetched_bytes(SPACE, EntryRef([2; 32])), Ok(Some(vec![2])), "as they came");
    store.transaction(|tx| tx.drop_fetched_of(SPACE, scope(2))).expect("another scope begins");
    assert_eq!(store.read().fetched(SPACE), Ok(vec![EntryRef([1; 32]), EntryRef([2; 32])]), "which is none of theirs");
    store.transaction(|tx| tx.drop_fetched(SPACE, NOW.plus_ms(5), NOW.plus_ms(9))).expect("time goes by");
    assert_eq!(store.read().fetched(SPACE), Ok(vec![EntryRef([2; 32])]), "the first moment counts");
    store.transaction(|tx| tx.erase_scope(resident(1), NOW)).expect("an erasure");
    assert_eq!(store.read().fetched(SPACE), Ok(vec![]), "nothing is kept of what was erased");
    let again = store.transaction(|tx| tx.put_fetched(SPACE, &came(2, NOW)));
    assert_eq!(again, Err(Error::Erased), "nor taken again");
}

#[test]
fn entries_of_others_go_where_their_scope_begins_anew() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(folder.path());
    with_two_entries(&mut store);
    store.transaction(|tx| tx.put_fetched(SPACE, &came(1, NOW))).expect("an entry");
    store.transaction(|tx| tx.drop_fetched_of(SPACE, scope(1))).expect("it begins anew");
    assert_eq!(store.read().fetched(SPACE), Ok(vec![]), "its number is another's now");
}
