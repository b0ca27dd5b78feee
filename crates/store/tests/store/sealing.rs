//! Changes on their way: sealed into entries, sent again as they were, acknowledged or abandoned.

use std::path::Path;

use domain::DocumentId;
use store::{ChangeBytes, ChangeHash, Error, SealedRow, Store};

use crate::{
    child,
    fixture::{NOW, SPACE, add_resident, change, dossier_document, entry, named, open, resident, scope, space},
};

/// A resident whose dossier has four changes that wait, and a space.
fn with_four_changes(folder: &Path) -> Store {
    let mut store = open(folder);
    store
        .transaction(|tx| {
            tx.put_space(&space(SPACE, &[1; 64]))?;
            add_resident(tx, resident(1), &named("Fatma"))?;
            for n in [40, 30, 20] {
                tx.append(document(), &change(n, &[n]))?;
            }
            Ok::<_, Error>(())
        })
        .expect("four changes");
    store
}

fn document() -> DocumentId {
    dossier_document(resident(1))
}

fn of_dossier(n: u8) -> (DocumentId, ChangeHash) {
    (document(), ChangeHash([n; 32]))
}

fn first() -> SealedRow {
    entry(resident(1), 1, b"first entry")
}

fn second() -> SealedRow {
    entry(resident(1), 2, b"second entry")
}

/// Seals the first two changes and the third one; the fourth waits.
fn seal_three(store: &mut Store) {
    store
        .transaction(|tx| {
            tx.put_sealed(SPACE, &first(), &[of_dossier(1), of_dossier(40)])?;
            tx.put_sealed(SPACE, &second(), &[of_dossier(30)])
        })
        .expect("two entries");
}

fn unsealed(store: &Store) -> Vec<ChangeBytes> {
    store.read().outbox_unsealed(document()).expect("the outbox")
}

#[test]
fn a_sealed_entry_survives_a_crash_and_is_sent_again_unchanged() {
    const TEST: &str = "sealing::a_sealed_entry_survives_a_crash_and_is_sent_again_unchanged";
    if let Some(folder) = child::folder() {
        seal_three(&mut with_four_changes(&folder));
        std::process::abort(); // nothing is closed, nothing is dropped
    }
    let folder = tempfile::tempdir().expect("a folder");
    let ended = child::command(TEST, folder.path()).output().expect("the child starts").status;
    assert!(!ended.success(), "the child was killed in the middle");
    let store = open(folder.path());
    assert_eq!(store.read().sealed_waiting(SPACE), Ok(vec![first(), second()]), "the very entries, in their order");
    assert_eq!(unsealed(&store), [change(20, &[20])], "and what is in them is not sealed a second time");
    assert_eq!(store.read().outbox(document()).map(|all| all.len()), Ok(4), "though all four still wait for an answer");
    assert_eq!(store.read().waiting(), Ok(vec![(document(), 4)]), "and are counted");
}

#[test]
fn acknowledging_twice_does_no_harm() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = with_four_changes(folder.path());
    seal_three(&mut store);
    assert_eq!(store.read().shared(document()), Ok(None), "nothing was acknowledged yet");
    store.transaction(|tx| tx.acknowledged(SPACE, first().hash, 11, NOW)).expect("an answer");
    let once = (store.read().outbox(document()), store.read().sealed_waiting(SPACE), store.read().shared(document()));
    assert_eq!(once.0.as_ref().map(Vec::len), Ok(2), "its two changes are out, the others still wait");
    assert_eq!(once.1, Ok(vec![second()]), "it is not sent again");
    assert_eq!(once.2, Ok(Some(NOW)), "the document is shared as of now");
    store.transaction(|tx| tx.acknowledged(SPACE, first().hash, 12, NOW.plus_ms(9))).expect("the answer once more");
    let twice = (store.read().outbox(document()), store.read().sealed_waiting(SPACE), store.read().shared(document()));
    assert_eq!(twice, once, "the first answer counts");
    let late = store.transaction(|tx| tx.abandoned(SPACE, first().hash));
    assert_eq!(late, Err(Error::Taken), "what the relay has taken is not abandoned");
    let unknown = store.transaction(|tx| tx.acknowledged(SPACE, entry(resident(1), 9, b"").hash, 13, NOW));
    assert_eq!(unknown, Err(Error::NoEntry), "an answer to what was never sealed is refused");
}

#[test]
fn abandoning_gives_the_changes_back_in_order() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = with_four_changes(folder.path());
    seal_three(&mut store);
    for hash in [second().hash, first().hash, first().hash] {
        store.transaction(|tx| tx.abandoned(SPACE, hash)).expect("sent back, one of them twice");
    }
    let before = [change(1, b"Fatma"), change(40, &[40]), change(30, &[30]), change(20, &[20])];
    assert_eq!(unsealed(&store), before, "all four wait again, as they were made");
    assert_eq!(store.read().sealed_waiting(SPACE), Ok(vec![]), "the old entries are not sent any more");
    let third = entry(resident(1), 3, b"third entry");
    store
        .transaction(|tx| tx.put_sealed(SPACE, &third, &before.map(|change| (document(), change.hash))))
        .expect("a new one");
    store.transaction(|tx| tx.acknowledged(SPACE, third.hash, 20, NOW)).expect("an answer");
    assert_eq!(store.read().waiting(), Ok(vec![]), "then nothing waits");
}

#[test]
fn what_the_next_entry_has_to_know_begins_at_the_last_one_that_was_acknowledged() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = with_four_changes(folder.path());
    let since = |store: &Store| -> Vec<(u64, bool, bool)> {
        let rows = store.read().sealed_since(SPACE).expect("the last entries");
        let first = rows.into_iter().filter(|row| row.scope == scope(1));
        first.map(|row| (row.counter, row.cursor.is_some(), row.abandoned)).collect()
    };
    assert_eq!(since(&store), [], "nothing was sealed");
    seal_three(&mut store);
    assert_eq!(since(&store), [(1, false, false), (2, false, false)], "both wait, in their order");
    store.transaction(|tx| tx.abandoned(SPACE, second().hash)).expect("sent back");
    assert_eq!(since(&store), [(1, false, false), (2, false, true)], "a number that was sent back stays used");
    store.transaction(|tx| tx.acknowledged(SPACE, first().hash, 9, NOW)).expect("an answer");
    assert_eq!(since(&store), [(1, true, false), (2, false, true)], "the one that stands, and what came after it");
}

#[test]
fn no_number_and_no_change_goes_into_two_entries() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = with_four_changes(folder.path());
    seal_three(&mut store);
    let same_number = store.transaction(|tx| tx.put_sealed(SPACE, &entry(resident(1), 2, b"other"), &[]));
    assert_eq!(same_number, Err(Error::Taken), "a number used twice looks like a copied folder");
    let third = entry(resident(1), 3, b"third entry");
    for (changes, why) in [
        ([of_dossier(20), of_dossier(30)], "a change that is on its way already"),
        ([of_dossier(20), of_dossier(99)], "a change that does not wait"),
    ] {
        let action = store.transaction(|tx| tx.put_sealed(SPACE, &third, &changes));
        assert_eq!(action, Err(Error::NoChange), "{why}");
    }
    assert_eq!(unsealed(&store), [change(20, &[20])], "what was refused left nothing");
    assert_eq!(store.read().sealed_waiting(SPACE), Ok(vec![first(), second()]), "nor an entry");
}

#[test]
fn a_snapshot_leaves_what_is_on_its_way() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = with_four_changes(folder.path());
    seal_three(&mut store);
    store.transaction(|tx| tx.acknowledged(SPACE, first().hash, 11, NOW)).expect("an answer");
    store.transaction(|tx| tx.compact(document(), 4, b"WHOLE")).expect("a snapshot of all four");
    let waiting = [change(30, &[30]), change(20, &[20])];
    assert_eq!(store.read().outbox(document()), Ok(waiting.to_vec()), "sealed or not, it is there as bytes");
    store.transaction(|tx| tx.abandoned(SPACE, second().hash)).expect("sent back");
    assert_eq!(unsealed(&store), waiting, "and can be sealed again");
}

#[test]
fn a_change_from_elsewhere_is_kept_and_not_sent() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = with_four_changes(folder.path());
    assert_eq!(store.transaction(|tx| tx.take(document(), &change(50, b"theirs"))), Ok(true), "it is new");
    assert_eq!(store.transaction(|tx| tx.take(document(), &change(50, b"theirs"))), Ok(false), "and then it is not");
    assert_eq!(store.transaction(|tx| tx.take(document(), &change(40, &[40]))), Ok(false), "nor is one of our own");
    assert_eq!(store.read().waiting(), Ok(vec![(document(), 4)]), "only what was made here waits");
    let bytes = store.read().document_bytes(document()).expect("bytes").expect("the document").bytes;
    assert!(bytes.ends_with(b"theirs"), "the document has it");
    let unknown = store.transaction(|tx| tx.take(DocumentId([9; 16]), &change(1, b"x")));
    assert_eq!(unknown, Err(Error::NoDocument), "nobody said what that document is");
    store.transaction(|tx| tx.erase_scope(resident(1), NOW)).expect("an erase");
    let erased = store.transaction(|tx| tx.take(document(), &change(51, b"late")));
    assert_eq!(erased, Err(Error::NoDocument), "nothing comes into what was erased");
}

#[test]
fn a_forgotten_space_gives_back_what_was_on_its_way() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = with_four_changes(folder.path());
    seal_three(&mut store);
    store.transaction(|tx| tx.acknowledged(SPACE, first().hash, 11, NOW)).expect("an answer");
    for _ in 0..2 {
        store.transaction(|tx| tx.forget_space(SPACE)).expect("forgotten, and once more");
    }
    let read = store.read();
    assert_eq!(read.spaces(), Ok(vec![]), "the space is gone");
    assert_eq!(unsealed(&store), [change(30, &[30]), change(20, &[20])], "what nobody has taken waits to be sealed");
    assert_eq!(read.shared(document()), Ok(None), "with nobody");
    assert!(read.dossier(resident(1)).is_ok_and(|dossier| dossier.is_some()), "documents stay");
}
