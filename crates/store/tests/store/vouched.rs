//! Who vouches for what its author did not send: kept with the change, and gone with the document.

use domain::{DeviceId, DocumentId};
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
fn with_the_document_goes_who_wrote_in_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(folder.path());
    filled(&mut store);
    store.transaction(|tx| tx.erase_conversation(conversation_id(11), NOW)).expect("an erase");
    assert_eq!(store.read().vouched(TALK), Ok(vec![]), "no id of a device is left of it");
    let late = store.transaction(|tx| tx.vouch(&row(4, Way::File, None)));
    assert!(late.is_err(), "nobody vouches for what is not here");
}
