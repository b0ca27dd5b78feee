//! Salvaging what syncing keeps: rows come over, keys from their second copy, and what is gone is counted.

use std::path::Path;

use domain::{DeviceId, DocumentId};
use rusqlite::types::Value;
use store::{AsideRow, EntryRef, FetchedRow, KeyRef, LogRef, SealedRow, VouchedRow, Way, WriterRow};

use crate::{
    fixture::{
        NOW, SPACE, add_resident, by_hand, chance, change, dossier_document, entry, named, open, pages, raw, resident,
        scope, space,
    },
    salvaging::{flip, salvage},
};

const TABLES: [&str; 14] = [
    "space", "record", "held_key", "chain", "writer", "sealed", "fetched", "seen_to", "outbox", "shared", "vouched",
    "flagged", "aside", "wish",
];

const ENTRIES: u8 = 60;

fn random_32() -> [u8; 32] {
    let mut bytes = [0; 32];
    chance(&mut bytes);
    bytes
}

/// Entry `n` (from 1) about the dossier of resident 1, under a hash as random as hashes are.
fn nth(n: u8) -> SealedRow {
    entry(resident(1), n.into(), &[n; 700])
}

/// A resident whose dossier went into many entries, of which all but the first wait, and some of everything else.
fn filled(folder: &Path) {
    let mut store = open(folder);
    let document = dossier_document(resident(1));
    store
        .transaction(|tx| {
            tx.put_space(&space(SPACE, &[0x77; 64]))?;
            tx.set_space_position(SPACE, LogRef([3; 16]), 77)?;
            tx.set_space_begun(SPACE)?;
            add_resident(tx, resident(1), &named("Fatma"))?;
            for n in 2..=ENTRIES {
                tx.append(document, &change(n, &[n]))?;
            }
            for n in 1..=ENTRIES {
                tx.put_sealed(SPACE, &nth(n), &[(document, change(n, b"").hash)])?;
                let number =
                    WriterRow { scope: scope(1), device: DeviceId([n; 16]), counter: 1, entry: EntryRef([n; 32]) };
                tx.put_writer(SPACE, number)?;
                tx.put_record(SPACE, None, u64::from(n) - 1, &[n; 300])?;
            }
            tx.acknowledged(SPACE, nth(1).hash, 1, NOW)?;
            tx.put_record(SPACE, Some(scope(0)), 0, b"shared")?;
            for _ in 0..200 {
                tx.put_key(SPACE, KeyRef(random_32()), Some(scope(1)), &random_32())?;
            }
            tx.put_key(SPACE, KeyRef([0; 32]), None, b"")?;
            tx.set_chain(SPACE, scope(1), [9; 32], 9)?;
            let aside = AsideRow {
                hash: EntryRef([0xff; 32]),
                cursor: 80,
                scope: scope(1),
                document: DocumentId([1; 16]),
                bytes: vec![1],
                why: "gap".into(),
            };
            tx.put_aside(SPACE, &aside)?;
            let fetched = FetchedRow {
                hash: EntryRef([0xfe; 32]),
                scope: scope(1),
                document,
                device: DeviceId([2; 16]),
                counter: 1,
                at: NOW,
                bytes: vec![2],
            };
            tx.put_fetched(SPACE, &fetched)?;
            tx.see_to(SPACE, [7; 32])?;
            tx.vouch(&VouchedRow {
                document,
                hash: change(1, b"").hash,
                author: DeviceId([2; 16]),
                way: Way::Entry,
                brought_by: Some(DeviceId([3; 16])),
                at: NOW,
            })?;
            tx.flag(document, DeviceId([3; 16]), NOW)?;
            tx.add_wish(SPACE, b"one")?;
            let dropped = tx.add_wish(SPACE, b"two")?;
            tx.drop_wish(SPACE, dropped)
        })
        .expect("much to lose");
    store.close().expect("an orderly end");
}

/// Every row of the tables, written out, in an order that is always the same.
fn rows(folder: &Path) -> Vec<(&'static str, Vec<String>)> {
    let db = raw(folder);
    let of_table = |table| {
        let mut statement = db.prepare(&format!("SELECT * FROM {table}")).expect("a table");
        let columns = statement.column_count();
        let row = |row: &rusqlite::Row<'_>| {
            let values: rusqlite::Result<Vec<Value>> = (0..columns).map(|at| row.get(at)).collect();
            Ok(format!("{:?}", values?))
        };
        let mut rows: Vec<String> =
            statement.query_map([], row).expect("rows").collect::<rusqlite::Result<_>>().expect("values");
        rows.sort();
        (table, rows)
    };
    TABLES.into_iter().map(of_table).collect()
}

#[test]
fn what_syncing_keeps_comes_over_row_by_row() {
    let folder = tempfile::tempdir().expect("a folder");
    filled(folder.path());
    let before = rows(folder.path());
    assert!(before.iter().all(|(_, rows)| !rows.is_empty()), "there is something in every table");
    let (store, report) = salvage(folder.path());
    assert_eq!((report.lost, report.keys_lost), (0, 0), "nothing was damaged");
    drop(store);
    assert_eq!(rows(folder.path()), before, "so everything is there, and nothing else");
}

#[test]
fn keys_on_damaged_pages_are_found_in_their_second_copy() {
    let folder = tempfile::tempdir().expect("a folder");
    filled(folder.path());
    let before = rows(folder.path());
    for table in ["held_key", "space"] {
        pages(folder.path(), table, "leaf").into_iter().for_each(|page| flip(folder.path(), page));
    }
    let (store, report) = salvage(folder.path());
    assert_eq!(report.keys_lost, 0, "no key is lost");
    let row = store.read().spaces().expect("spaces").remove(0);
    let as_joined = store::SpaceRow { begun: true, ..space(SPACE, &[0x77; 64]) };
    assert_eq!(row, as_joined, "the device has its keys; how far it had read it does not know, so it reads again");
    drop(store);
    let after = rows(folder.path());
    assert_eq!(after[1..], before[1..], "every held key, and every other row, is as it was");
}

#[test]
fn keys_that_are_lost_in_both_copies_are_counted_and_the_rest_goes_on() {
    let folder = tempfile::tempdir().expect("a folder");
    filled(folder.path());
    let leaves = pages(folder.path(), "held_key", "leaf");
    assert!(leaves.len() > 2, "the keys stand on several pages");
    flip(folder.path(), leaves[1]);
    pages(folder.path(), "held_key_again", "leaf").into_iter().for_each(|page| flip(folder.path(), page));
    let (store, report) = salvage(folder.path());
    let left = store.read().keys(SPACE).expect("keys").len() as u64;
    assert!(report.keys_lost > 10 && report.keys_lost < 100, "one page of keys: {}", report.keys_lost);
    assert_eq!(report.keys_lost + left, 201, "each key is told as here or as lost");
    assert_eq!(report.documents, 1, "documents do not need them");
}

#[test]
fn a_space_whose_keys_are_lost_is_gone_whole_and_its_changes_wait_again() {
    let folder = tempfile::tempdir().expect("a folder");
    filled(folder.path());
    for table in ["space", "space_again"] {
        pages(folder.path(), table, "leaf").into_iter().for_each(|page| flip(folder.path(), page));
    }
    let (mut store, report) = salvage(folder.path());
    assert_eq!(report.keys_lost, 202, "the device's own keys and those it held");
    assert_eq!(store.read().spaces(), Ok(vec![]), "without its own keys the device is out of it");
    let waiting = store.read().outbox_unsealed(dossier_document(resident(1))).expect("the outbox");
    assert_eq!(waiting.len(), usize::from(ENTRIES) - 1, "what nobody acknowledged waits to be sealed");
    store.transaction(|tx| tx.put_space(&space(SPACE, &[1; 64]))).expect("it can join again");
    drop(store);
    let kept = rows(folder.path());
    let of_old = kept.iter().filter(|(table, rows)| {
        !["space", "outbox", "shared", "vouched", "flagged"].contains(table) && !rows.is_empty()
    });
    assert_eq!(of_old.count(), 0, "nothing of before is left to be mixed with what is new");
}

#[test]
fn entries_that_are_lost_are_told_and_records_end_before_the_first_gap() {
    let folder = tempfile::tempdir().expect("a folder");
    filled(folder.path());
    for table in ["sealed", "record"] {
        let leaves = pages(folder.path(), table, "leaf");
        assert!(leaves.len() > 2, "{table} has several pages");
        flip(folder.path(), leaves[1]);
    }
    let (store, report) = salvage(folder.path());
    assert_eq!(report.documents, 1, "documents do not need them");
    let read = store.read();
    let entries = read.sealed_waiting(SPACE).expect("entries").len();
    let unsealed = read.outbox_unsealed(dossier_document(resident(1))).expect("the outbox").len();
    assert!(entries > 40, "one page of them is gone: {entries} are left");
    assert_eq!(entries + unsealed, usize::from(ENTRIES) - 1, "a change whose entry is gone waits to be sealed");
    let records = read.records(SPACE, None).expect("records");
    assert!(records.len() < 40 && records.iter().zip(1..).all(|(record, n)| record[0] == n), "no record after a gap");
    assert_eq!(read.records(SPACE, Some(scope(0))).map(|records| records.len()), Ok(1), "other logs are whole");
}

#[test]
fn a_damaged_file_from_before_there_was_syncing_is_salvaged_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(folder.path());
    store.transaction(|tx| add_resident(tx, resident(1), &named("Fatma"))).expect("a resident");
    store.close().expect("an orderly end");
    let drops = [
        "wish", "aside", "flagged", "vouched", "shared", "seen_to", "fetched", "sealed", "writer", "chain", "held_key",
        "record", "space",
    ]
    .map(|table| format!("DROP TABLE {table};"))
    .concat();
    by_hand(
        folder.path(),
        &format!("{drops} DROP INDEX outbox_of_entry; ALTER TABLE outbox DROP COLUMN sealed; PRAGMA user_version = 1;"),
    );
    flip(folder.path(), pages(folder.path(), "resident", "leaf")[0]);
    let (store, report) = salvage(folder.path());
    assert_eq!((report.documents, report.lost, report.keys_lost), (1, 0, 0), "the document comes over");
    let waiting = store.read().outbox_unsealed(dossier_document(resident(1))).expect("the outbox");
    assert_eq!(waiting, [change(1, b"Fatma")], "what waited waits to be sealed");
}
