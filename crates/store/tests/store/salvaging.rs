//! Salvaging a damaged database: what reads comes over, the damaged file stays, and the report counts.

mod synced;

use std::{fs, os::unix::fs::FileExt, path::Path};

use domain::{DeviceId, DocumentId, PersonId, ResidentId};
use store::{AccessEvent, Chain, DatabaseKey, DeviceRow, DocumentKind, DocumentRow, OpenError, Salvaged, Store};

use crate::fixture::{
    NOW, add_resident, chance, change, conversation, conversation_id, day, key, named, open, pages, resident,
};

const DOCUMENTS: u16 = 400;

/// Spread over all ids, as random ones are.
fn document(n: u16) -> DocumentId {
    let mut id = [0x11; 16];
    id[..2].copy_from_slice(&n.wrapping_mul(40_503).to_be_bytes());
    DocumentId(id)
}

/// Many documents of three changes each, and everything that is only on this device.
fn filled(folder: &Path) {
    let mut store = open(folder);
    store
        .transaction(|tx| {
            for n in 0..DOCUMENTS {
                tx.add_document(
                    &DocumentRow { id: document(n), scope: Some(resident(1)), kind: DocumentKind::Plan, sample: false },
                    &mut chance,
                )?;
                for c in 1..=3 {
                    tx.append(document(n), &change(c, &[c; 400]))?;
                }
            }
            let id = conversation_id(7);
            tx.add_document(
                &DocumentRow {
                    id: id.into(),
                    scope: Some(resident(2)),
                    kind: DocumentKind::Conversation,
                    sample: false,
                },
                &mut chance,
            )?;
            tx.append(id.into(), &change(1, b"talk"))?;
            tx.project_conversation(id, &conversation(resident(2), day(11, 2)), None)?;
            tx.set_device(DeviceRow { id: DeviceId([1; 16]), person: PersonId([2; 16]) })?;
            tx.log_access(AccessEvent::Opened, NOW, PersonId([2; 16]), Some(resident(1)))?;
            tx.erase_scope(ResidentId([0xaa; 16]), NOW)?;
            tx.set_setting("theme", &"dark")
        })
        .expect("much to lose");
    store.close().expect("an orderly end");
}

fn flip(folder: &Path, page: u64) {
    let file = fs::OpenOptions::new().write(true).open(folder.join("wijkweb.db")).expect("the file");
    file.write_all_at(b"a scratch on the disk", (page - 1) * 4096 + 1000).expect("the page");
}

fn salvage(folder: &Path) -> (Store, Salvaged) {
    Store::salvage(folder, &key(), NOW).expect("what can be read is saved")
}

#[test]
fn what_still_reads_comes_over_and_the_rest_is_counted() {
    let folder = tempfile::tempdir().expect("a folder");
    filled(folder.path());
    let leaves = pages(folder.path(), "change", "leaf");
    let scratched = [leaves.len() / 5, leaves.len() / 2, leaves.len() * 4 / 5].map(|at| leaves[at]);
    scratched.into_iter().for_each(|page| flip(folder.path(), page));
    let damaged = fs::read(folder.path().join("wijkweb.db")).expect("the damaged file");

    let (store, report) = salvage(folder.path());
    let kept = report.kept.clone().expect("a name");
    assert_eq!(kept, "wijkweb.db.damaged-20261122T065300Z", "the damaged file is kept under a name that says when");
    assert_eq!(fs::read(folder.path().join(kept)).expect("it"), damaged, "not a byte of it has changed");
    let gone = u64::from(DOCUMENTS) + 1 - report.documents;
    assert!(gone + report.in_part.len() as u64 > 0, "three pages are missing somewhere");
    assert!(gone < 40, "three pages of three or so documents each: {gone} gone is near what cannot be read");
    assert_eq!(report.lost, gone, "every document that is gone is counted");
    let whole = (0..DOCUMENTS).filter(|n| {
        let bytes = store.read().document_bytes(document(*n)).expect("a read");
        bytes.is_some_and(|bytes| bytes.bytes.len() == 1200)
    });
    assert!(whole.count() > usize::from(DOCUMENTS) - 60, "nearly all of them are whole");
    for id in &report.in_part {
        let bytes = store.read().document_bytes(*id).expect("a read").expect("in part");
        assert!(bytes.changes < 3, "a document in part has fewer changes than it had");
    }
}

#[test]
fn what_is_only_on_this_device_comes_over_and_the_report_stays_until_it_was_told() {
    let folder = tempfile::tempdir().expect("a folder");
    filled(folder.path());
    flip(folder.path(), pages(folder.path(), "document", "leaf")[0]);
    let (store, report) = salvage(folder.path());
    let read = store.read();
    assert_eq!(
        read.device(),
        Ok(Some(DeviceRow { id: DeviceId([1; 16]), person: PersonId([2; 16]) })),
        "which device this is"
    );
    assert_eq!(read.setting::<String>("theme"), Ok(Some("dark".into())), "settings");
    assert_eq!(read.verify_access_log(), Ok(Chain::Whole(1)), "the access log");
    assert_eq!(read.scope_erased(ResidentId([0xaa; 16])), Ok(Some(NOW)), "that something was erased");
    assert!(report.lost > 0, "the first rows of the table of documents cannot be read");
    let row = read.document(conversation_id(7).into()).expect("a read").expect("the conversation");
    assert_eq!(
        (row.kind, row.scope),
        (DocumentKind::Conversation, Some(resident(2))),
        "its kind was known from the list of conversations"
    );
    assert_eq!(
        read.setting::<Salvaged>(Salvaged::SETTING),
        Ok(Some(report)),
        "a crash now does not keep the news from the person"
    );
    drop(store);
    drop(open(folder.path()));
}

/// A dossier of each of many residents, so that their keys fill some pages.
fn with_many_keys(folder: &Path) -> u64 {
    let mut store = open(folder);
    let many = 0..300_u16;
    let scope = |n| ResidentId(document(n).0);
    store.transaction(|tx| many.clone().try_for_each(|n| add_resident(tx, scope(n), &named("Fatma")))).expect("many");
    store.close().expect("an orderly end");
    u64::from(many.end)
}

#[test]
fn a_key_that_was_on_a_damaged_page_is_found_in_its_second_copy() {
    let folder = tempfile::tempdir().expect("a folder");
    let residents = with_many_keys(folder.path());
    let leaves = pages(folder.path(), "scope_key", "leaf");
    assert!(leaves.len() > 2, "the keys stand on several pages");
    leaves.into_iter().for_each(|page| flip(folder.path(), page));
    let (store, report) = salvage(folder.path());
    assert_eq!((report.documents, report.lost), (residents, 0), "all of the table is gone, and nothing is lost");
    for row in store.read().documents().expect("documents") {
        let bytes = store.read().document_bytes(row.id).expect("it opens").expect("it is there");
        assert_eq!(bytes.bytes, b"Fatma", "the second copy is the key itself");
    }
}

#[test]
fn documents_whose_key_is_lost_in_both_copies_are_counted_as_lost() {
    let folder = tempfile::tempdir().expect("a folder");
    let residents = with_many_keys(folder.path());
    flip(folder.path(), pages(folder.path(), "scope_key", "leaf")[1]);
    pages(folder.path(), "scope_key_again", "leaf").into_iter().for_each(|page| flip(folder.path(), page));
    let (mut store, report) = salvage(folder.path());
    assert!(report.lost > 10 && report.lost < residents / 2, "one page of keys: {} documents", report.lost);
    assert_eq!(report.documents, residents - report.lost, "each document is told as here or as lost");
    let rows = store.read().documents().expect("documents");
    let opens = rows.iter().filter(|row| store.read().document_bytes(row.id).is_ok());
    assert_eq!(opens.count() as u64, report.documents, "what came over can be read");
    let lost = (0..300).map(|n| ResidentId(document(n).0)).find(|id| rows.iter().all(|row| row.scope != Some(*id)));
    store
        .transaction(|tx| add_resident(tx, lost.expect("one"), &named("Fatma")))
        .expect("from an export, it comes back");
    drop(store);
    drop(open(folder.path()));
}

#[test]
fn a_file_whose_beginning_is_gone_is_kept_and_a_new_one_begun() {
    let folder = tempfile::tempdir().expect("a folder");
    filled(folder.path());
    flip(folder.path(), 1);
    let (store, report) = salvage(folder.path());
    assert_eq!(
        (report.documents, store.read().counts().map(|counts| counts.documents)),
        (0, Ok(0)),
        "nothing could be read"
    );
    assert!(
        folder.path().join(report.kept.expect("a name")).exists(),
        "but everything is kept, for somebody who knows how"
    );
    drop(store);
    fs::remove_file(folder.path().join("wijkweb.db")).expect("the file goes");
    let (_, report) = salvage(folder.path());
    assert_eq!(report, Salvaged::default(), "of a file that is gone there is nothing to keep");
}

#[test]
fn a_healthy_file_comes_over_whole_and_two_damages_in_a_second_get_two_names() {
    let folder = tempfile::tempdir().expect("a folder");
    filled(folder.path());
    for name in ["wijkweb.db.damaged-20261122T065300Z", "wijkweb.db.damaged-20261122T065300Z-2"] {
        let (_, report) = salvage(folder.path());
        assert_eq!((report.documents, report.lost), (u64::from(DOCUMENTS) + 1, 0), "everything came over");
        assert_eq!(report.kept.as_deref(), Some(name), "nothing that was kept is written over");
    }
}

#[test]
fn somebody_elses_file_is_not_moved_away() {
    let folder = tempfile::tempdir().expect("a folder");
    filled(folder.path());
    let refused = Store::salvage(folder.path(), &DatabaseKey::from_bytes([1; 32]), NOW).expect_err("the key is wrong");
    assert_eq!(refused, OpenError::NotOurs, "a wrong key is no damage");
    drop(open(folder.path()));
}

#[test]
fn a_crash_between_the_two_renames_is_finished_at_the_next_start() {
    let folder = tempfile::tempdir().expect("a folder");
    filled(folder.path());
    let file = |name: &str| folder.path().join(name);
    fs::rename(file("wijkweb.db"), file("wijkweb.db.salvaged")).expect("as it is between the two");
    let store = open(folder.path());
    assert_eq!(
        store.read().counts().map(|counts| counts.documents),
        Ok(u64::from(DOCUMENTS) + 1),
        "the salvaged file took its place"
    );
}
