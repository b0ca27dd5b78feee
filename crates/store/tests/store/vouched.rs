//! Who vouches for what its author did not send, and who finds a snapshot wrong: gone with the document.

use domain::{DeviceId, DocumentId, Moment};
use store::{ChangeHash, Store, VouchedRow, Way};

use crate::fixture::{NOW, add_conversation, conversation, conversation_id, day, open, resident};

const TALK: DocumentId = DocumentId([11; 16]);

fn row(n: u8, way: Way, brought_by: Option<DeviceId>) -> VouchedRow {
    VouchedRow { document: TALK, hash: ChangeHash([n; 32]), author: DeviceId([7; 16]), way, brought_by, at: NOW }
}

/// A conversation with three changes that others vouch for.
fn filled(store: &mut Store) -> [VouchedRow; 3] {
    let rows = [row(1, Way::File, None), row(2, Way::HandedIn, None), row(3, Way::Entry, Some(DeviceId([8; 16])))];
    store
        .transaction(|tx| {
            add_conversation(tx, conversation_id(11), &conversation(resident(1), day(11, 22)))?;
            rows.iter().try_for_each(|row| tx.vouch(row))
        })
        .expect("three that somebody vouches for");
    rows
}

#[test]
fn who_vouched_first_stays_until_the_author_has_sent_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(folder.path());
    let [first, second, third] = filled(&mut store);
    assert_eq!(store.read().vouched(TALK), Ok(vec![first, second, third]), "as they were kept");
    let again = VouchedRow { way: Way::Entry, brought_by: Some(DeviceId([9; 16])), ..first };
    store.transaction(|tx| tx.vouch(&again)).expect("it is no fault to bring it again");
    assert_eq!(store.read().vouched(TALK), Ok(vec![first, second, third]), "but it was here already");
    store.transaction(|tx| tx.came_from_author(TALK, first.hash)).expect("its author sent it");
    assert_eq!(store.read().vouched(TALK), Ok(vec![second, third]), "so nobody has to vouch for it");
}

#[test]
fn who_finds_a_snapshot_wrong_is_kept_until_a_good_one_comes() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(folder.path());
    filled(&mut store);
    let [one, two] = [DeviceId([1; 16]), DeviceId([2; 16])];
    let flag = |store: &mut Store, device, at| store.transaction(|tx| tx.flag(TALK, device, at)).expect("a flag");
    for (device, at) in [(one, NOW), (two, NOW), (one, Moment(NOW.0 + 1))] {
        flag(&mut store, device, at);
    }
    assert_eq!(store.read().flagged(TALK), Ok(vec![(one, NOW), (two, NOW)]), "each since it said so first");
    store.transaction(|tx| tx.unflag(TALK, Some(two))).expect("a good one for the second");
    assert_eq!(store.read().flagged(TALK), Ok(vec![(one, NOW)]), "the other has not taken it back");
    store.transaction(|tx| tx.flag(DocumentId([12; 16]), one, NOW)).expect("it is no fault that it is not here");
    assert_eq!(store.read().flagged(DocumentId([12; 16])), Ok(vec![]), "but nothing is kept of it");
    store.transaction(|tx| tx.unflag(TALK, None)).expect("a good one");
    assert_eq!(store.read().flagged(TALK), Ok(vec![]), "then nobody has anything to say");
}

#[test]
fn with_the_document_goes_who_wrote_in_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(folder.path());
    filled(&mut store);
    store.transaction(|tx| tx.flag(TALK, DeviceId([1; 16]), NOW)).expect("a flag");
    store.transaction(|tx| tx.erase_conversation(conversation_id(11), NOW)).expect("an erase");
    assert_eq!(store.read().vouched(TALK), Ok(vec![]), "no id of a device is left of it");
    assert_eq!(store.read().flagged(TALK), Ok(vec![]), "nor who found its snapshot wrong");
    let late = store.transaction(|tx| tx.vouch(&row(4, Way::File, None)));
    assert!(late.is_err(), "nobody vouches for what is not here");
}
