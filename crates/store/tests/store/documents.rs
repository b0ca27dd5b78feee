//! Document bytes: appended, read back, compacted, and waiting in the outbox.

use data_encoding::HEXUPPER;
use domain::DocumentId;
use store::{DocumentKind, DocumentRow, Error};

use crate::fixture::{add_resident, by_hand, chance, change, dossier_document, named, open, resident};

const PLAN: DocumentRow =
    DocumentRow { id: DocumentId([9; 16]), scope: Some(resident(1)), kind: DocumentKind::Plan, sample: true };

#[test]
fn a_document_is_its_changes_in_the_order_they_came() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(folder.path());
    store.transaction(|tx| tx.add_document(&PLAN, &mut chance)).expect("a document");
    for (n, bytes) in [(200, b"one"), (100, b"two"), (150, b"six")] {
        let added = store.transaction(|tx| tx.append(PLAN.id, &change(n, bytes))).expect("a change");
        assert!(added, "a change that is new is kept");
    }
    drop(store);
    let mut store = open(folder.path());
    let again = store.transaction(|tx| tx.append(PLAN.id, &change(100, b"two"))).expect("a change");
    assert!(!again, "a change that is there is not kept twice");
    let bytes = store.read().document_bytes(PLAN.id).expect("bytes").expect("the document");
    assert_eq!(
        (bytes.bytes.as_slice(), bytes.changes, bytes.through),
        (b"onetwosix".as_slice(), 3, 3),
        "whatever their hashes are"
    );
    assert_eq!(store.read().document(PLAN.id), Ok(Some(PLAN)), "kind, scope and sample mark are kept");
    assert_eq!(store.read().document_of(PLAN.scope, DocumentKind::Plan), Ok(Some(PLAN)), "a resident's plan is found");
    assert_eq!(store.read().document_of(None, DocumentKind::Directory), Ok(None), "there is no directory yet");
    assert_eq!(store.read().sample_residents(), Ok(vec![resident(1)]), "the sample can be found and removed");
}

#[test]
fn a_snapshot_replaces_what_was_sent_and_leaves_what_waits() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(folder.path());
    store
        .transaction(|tx| {
            tx.add_document(&PLAN, &mut chance)?;
            for n in 1..=4 {
                tx.append(PLAN.id, &change(n, &[b'a' + n]))?;
            }
            tx.sent(PLAN.id, change(1, b"").hash)?;
            tx.sent(PLAN.id, change(3, b"").hash)
        })
        .expect("four changes, two of them acknowledged");
    store.transaction(|tx| tx.compact(PLAN.id, 3, b"WHOLE")).expect("a snapshot");
    let bytes = store.read().document_bytes(PLAN.id).expect("bytes").expect("the document");
    assert_eq!(bytes.bytes, b"WHOLEe", "the snapshot stands for the first three, the fourth follows");
    let waiting = store.read().outbox(PLAN.id).expect("the outbox");
    assert_eq!(
        waiting,
        [change(2, b"c"), change(4, b"e")],
        "what waits is there as bytes, also where the snapshot covers it"
    );
    assert_eq!(store.read().outbox_documents(), Ok(vec![PLAN.id]), "the document has something to send");

    store
        .transaction(|tx| tx.sent(PLAN.id, change(2, b"").hash).and_then(|()| tx.sent(PLAN.id, change(4, b"").hash)))
        .expect("all sent");
    store.transaction(|tx| tx.compact(PLAN.id, 4, b"WHOLE+")).expect("a snapshot of everything");
    store.transaction(|tx| tx.append(PLAN.id, &change(5, b"f"))).expect("a fifth change");
    let bytes = store.read().document_bytes(PLAN.id).expect("bytes").expect("the document");
    assert_eq!(
        (bytes.bytes.as_slice(), bytes.through),
        (b"WHOLE+f".as_slice(), 5),
        "numbers go on where the snapshot ended"
    );
    assert_eq!(store.read().counts().expect("counts").waiting, 1, "only the fifth waits");
}

#[test]
fn a_change_without_a_document_is_refused_and_the_whole_action_with_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(folder.path());
    let action = store.transaction(|tx| {
        add_resident(tx, resident(1), &named("Fatma"))?;
        tx.append(DocumentId([3; 16]), &change(1, b"x"))
    });
    assert_eq!(action, Err(Error::NoDocument), "nobody said what this document is");
    assert_eq!(store.read().dossier(resident(1)), Ok(None), "what the action wrote before is not there either");
    assert_eq!(store.read().document(dossier_document(resident(1))), Ok(None), "nor is its document");
}

#[test]
fn a_document_whose_seal_or_key_is_broken_is_damaged_and_others_are_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(folder.path());
    let others = [resident(2), resident(3), resident(4)];
    let directory = DocumentRow { id: DocumentId([8; 16]), scope: None, kind: DocumentKind::Directory, sample: false };
    store
        .transaction(|tx| {
            others.iter().try_for_each(|id| add_resident(tx, *id, &named("Fatma")))?;
            tx.add_document(&PLAN, &mut chance)?;
            tx.append(PLAN.id, &change(1, b"plan"))?;
            tx.add_document(&directory, &mut |_| unreachable!("what has no scope needs no chance"))?;
            tx.append(directory.id, &change(1, b"phone numbers"))
        })
        .expect("five documents");
    store.close().expect("an orderly end");
    let id = |n: u8| HEXUPPER.encode(&[n; 16]);
    let dossier = |n: u8| HEXUPPER.encode(&dossier_document(resident(n)).0);
    by_hand(
        folder.path(),
        &format!(
            "DELETE FROM scope_key WHERE scope = x'{}';
             UPDATE scope_key SET key = zeroblob(32) WHERE scope = x'{}';
             UPDATE change SET bytes = x'00' WHERE document = x'{}';",
            id(2),
            id(3),
            dossier(4)
        ),
    );
    let mut store = open(folder.path());
    for other in others {
        let bytes = store.read().document_bytes(dossier_document(other));
        assert_eq!(bytes, Err(Error::Damaged), "no key, another key, other bytes: the seal does not open");
        assert_eq!(store.read().outbox(dossier_document(other)), Err(Error::Damaged), "nothing of it is sent either");
    }
    let edit = store.transaction(|tx| tx.append(dossier_document(resident(2)), &change(2, b"x")));
    assert_eq!(edit, Err(Error::Damaged), "nothing is written that nobody could read");
    for (document, whole) in [(PLAN.id, b"plan".as_slice()), (directory.id, b"phone numbers")] {
        let bytes = store.read().document_bytes(document).expect("a read").expect("the document");
        assert_eq!(bytes.bytes, whole, "what has a scope of its own, or none, is untouched");
    }
}
