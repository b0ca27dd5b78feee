//! What this device no longer knew and that came back from the relay, and a team into which it comes again.

use std::path::Path;

use domain::DocumentId;
use store::{ChangeHash, Error, ScopeRef, SealedRow, Store, WriterRow};

use crate::fixture::{NOW, SPACE, add_resident, change, dossier_document, entry, named, open, resident, scope, space};

fn document() -> DocumentId {
    dossier_document(resident(1))
}

/// A resident with three changes in a space: one is on its way in the first entry, the others wait.
fn with_one_on_its_way(folder: &Path) -> Store {
    let mut store = open(folder);
    store
        .transaction(|tx| {
            tx.put_space(&space(SPACE, &[1; 64]))?;
            add_resident(tx, resident(1), &named("Fatma"))?;
            tx.append(document(), &change(40, &[40]))?;
            tx.append(document(), &change(30, &[30]))?;
            tx.put_record(SPACE, Some(scope(1)), 0, b"a record")?;
            tx.set_chain(SPACE, scope(1), [7; 32], 9)?;
            tx.put_sealed(SPACE, &waiting(), &[(document(), ChangeHash([1; 32])), (document(), ChangeHash([40; 32]))])?;
            tx.add_wish(SPACE, b"a wish")
        })
        .expect("something to send");
    store
}

fn waiting() -> SealedRow {
    entry(resident(1), 1, b"one that waits")
}

/// How many changes wait to be sealed.
fn unsealed(store: &Store) -> usize {
    store.read().outbox_unsealed(document()).expect("the outbox").len()
}

fn last(store: &Store) -> Option<(u64, bool)> {
    let rows = store.read().sealed_since(SPACE).expect("the last entries");
    rows.last().map(|row| (row.counter, row.cursor.is_some()))
}

#[test]
fn an_entry_that_came_back_stands_and_one_that_was_never_taken_gives_its_number_up() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = with_one_on_its_way(folder.path());
    assert_eq!(unsealed(&store), 1, "the other change waits");
    let there = SealedRow { cursor: Some(5), ..entry(resident(1), 1, b"one that is there") };
    store.transaction(|tx| tx.came_back(SPACE, &there)).expect("it came back");
    assert_eq!(last(&store), Some((1, true)), "it has the number");
    assert_eq!(unsealed(&store), 3, "what waited under that number waits to be sealed");
    assert_eq!(store.read().sealed_waiting(SPACE), Ok(vec![]), "nothing is sent at that number any more");
    let other = SealedRow { cursor: Some(6), ..entry(resident(1), 1, b"another one") };
    let refused = store.transaction(|tx| tx.came_back(SPACE, &other));
    assert_eq!(refused, Err(Error::Taken), "no two that were taken have one number");
}

#[test]
fn an_entry_of_an_erased_talk_comes_back_without_its_bytes() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = with_one_on_its_way(folder.path());
    let talk = DocumentId([9; 16]);
    store.transaction(|tx| tx.erase_document(talk, NOW)).expect("an erase");
    let there = SealedRow { document: talk, cursor: Some(5), ..entry(resident(1), 2, b"words of an erased talk") };
    store.transaction(|tx| tx.came_back(SPACE, &there)).expect("its number counts");
    assert_eq!(last(&store), Some((2, true)), "the number is used");
    assert_eq!(store.read().sealed_bytes(SPACE, there.hash), Ok(None), "the words stay away");
}

#[test]
fn an_entry_that_was_undone_leaves_its_number_and_gives_its_changes_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = with_one_on_its_way(folder.path());
    store.transaction(|tx| tx.undone(SPACE, waiting().hash)).expect("undone");
    assert_eq!((last(&store), unsealed(&store)), (None, 3), "as if it had never been sealed");
    let there = SealedRow { cursor: Some(5), ..waiting() };
    store.transaction(|tx| tx.came_back(SPACE, &there)).expect("it came back");
    store.transaction(|tx| tx.undone(SPACE, waiting().hash)).expect("no error");
    assert_eq!(last(&store), Some((1, true)), "one that was taken is not undone");
}

#[test]
fn a_space_is_read_again_from_its_beginning_and_what_waits_goes_on_waiting() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = with_one_on_its_way(folder.path());
    let number = WriterRow { scope: scope(1), device: domain::DeviceId([2; 16]), counter: 3, entry: waiting().hash };
    store.transaction(|tx| tx.put_writer(SPACE, number)).expect("a number of somebody else");
    store.transaction(|tx| tx.read_again(SPACE)).expect("a look back");
    let read = store.read();
    let chains: Vec<(ScopeRef, [u8; 32], u64)> = read.chains(SPACE).expect("chains");
    assert_eq!(chains, [(scope(1), [0; 32], 0)], "the scope is read by itself, from 0");
    assert_eq!(read.writers(SPACE), Ok(vec![]), "others' numbers come again");
    assert_eq!(read.sealed_waiting(SPACE), Ok(vec![waiting()]), "what is on its way stays so");
}

#[test]
fn a_space_that_is_set_aside_keeps_wishes_and_documents_and_none_of_its_keys() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = with_one_on_its_way(folder.path());
    store.transaction(|tx| tx.set_space_aside(SPACE, NOW)).expect("set aside");
    let read = store.read();
    let row = read.space(SPACE).expect("a space").expect("it is known");
    assert_eq!((row.left, row.seed.bytes()), (Some(NOW), &[0; 64]), "the device is out, and its keys are gone");
    assert_eq!(read.records(SPACE, Some(scope(1))), Ok(vec![]), "the logs come again");
    assert_eq!((last(&store), unsealed(&store)), (None, 3), "everything that was not taken waits to be sealed");
    assert_eq!(read.wishes(SPACE).map(|wishes| wishes.len()), Ok(1), "what was wished is still wished");
    assert!(read.dossier(resident(1)).is_ok_and(|dossier| dossier.is_some()), "documents stay");
}
