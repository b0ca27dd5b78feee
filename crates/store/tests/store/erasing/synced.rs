//! Erasing what syncing keeps: keys, entries that were sent or came, and a whole space.

use std::path::Path;

use domain::{DeviceId, DocumentId, ResidentId};
use store::{AsideRow, ChangeHash, EntryRef, Error, FetchedRow, Growth, KeyRef, SealedRow, Store, Tx, WriterRow};

use crate::{
    erasing::{filled, traces},
    fixture::{NOW, SPACE, chance, conversation_id, dossier_document, entry, raw, resident, space},
};

/// So many bytes that look random.
fn drawn(length: usize) -> Vec<u8> {
    let mut bytes = vec![0; length];
    chance(&mut bytes);
    bytes
}

/// The bytes of a resident's keys and entries, and then those of the sharing record.
type OfResident = (Vec<Vec<u8>>, Vec<u8>);

/// What syncing keeps of a resident: a record, keys, chain, numbers, entries sent and waiting, one that came, one put aside.
fn sync(tx: &Tx<'_>, resident: ResidentId) -> Result<OfResident, Error> {
    let [record, old_key, new_key] = [300, 32, 200].map(drawn);
    let [sent, waiting, of_talk, aside, came] = [900, 9000, 5000, 7000, 3000].map(drawn);
    let scope = resident.into();
    tx.put_record(SPACE, Some(scope), 0, &record)?;
    for (n, key) in [&old_key, &new_key].into_iter().enumerate() {
        tx.put_key(SPACE, KeyRef([16 * resident.0[0] + n as u8; 32]), Some(scope), key)?;
    }
    tx.set_chain(SPACE, scope, [1; 32], 1)?;
    let sent_row = entry(resident, 1, &sent);
    tx.put_writer(SPACE, WriterRow { scope, device: DeviceId([1; 16]), counter: 1, entry: sent_row.hash })?;
    tx.put_sealed(SPACE, &sent_row, &[(dossier_document(resident), ChangeHash([1; 32]))])?;
    tx.acknowledged(SPACE, sent_row.hash, 1, NOW)?;
    tx.put_sealed(SPACE, &entry(resident, 2, &waiting), &[])?;
    let talk = DocumentId([resident.0[0] * 10 + 1; 16]);
    let of_talk_row = SealedRow { document: talk, ..entry(resident, 3, &of_talk) };
    tx.put_sealed(SPACE, &of_talk_row, &[(talk, ChangeHash([1; 32]))])?;
    let hash = EntryRef([resident.0[0]; 32]);
    tx.put_aside(SPACE, &AsideRow { hash, cursor: 4, scope, document: talk, bytes: aside.clone(), why: "gap".into() })?;
    let (device, bytes) = (DeviceId([2; 16]), came.clone());
    tx.put_fetched(SPACE, &FetchedRow { hash, scope, document: talk, device, counter: 1, at: NOW, bytes })?;
    let covers = [(DeviceId([1; 16]), (3, of_talk_row.hash))].into();
    let left_out = [(DeviceId([2; 16]), 1)].into();
    tx.put_growth(
        SPACE,
        talk,
        &Growth { scope, since: 2, covered: 0, key: [9; 16], covers, left_out, had: [].into() },
    )?;
    Ok((vec![old_key, new_key, sent, waiting, of_talk, aside, came], record))
}

/// The two residents of [`filled`] in a space, with a wish: what [`sync`] gave of each, and key material of the space.
fn synced(store: &mut Store) -> ([OfResident; 2], Vec<Vec<u8>>) {
    let own = [drawn(64), drawn(32), drawn(400)];
    let seed = own[0].as_slice().try_into().expect("64 bytes");
    let synced = store.transaction(|tx| {
        tx.put_space(&space(SPACE, seed))?;
        tx.put_key(SPACE, KeyRef([0xee; 32]), None, &own[1])?;
        tx.add_wish(SPACE, &own[2])?;
        Ok::<_, Error>([sync(tx, resident(1))?, sync(tx, resident(2))?])
    });
    store.rest().expect("a moment of rest");
    (synced.expect("two residents who are shared"), own.to_vec())
}

/// In how many tables of syncing something of a scope is left, records not counted.
fn tables_with(folder: &Path, scope: ResidentId) -> usize {
    let db = raw(folder);
    let tables = ["held_key", "chain", "writer", "sealed", "fetched", "aside", "growth"].into_iter().filter(|table| {
        let query = format!("SELECT EXISTS (SELECT 1 FROM {table} WHERE scope = ?1)");
        db.query_one(&query, [scope.0], |row| row.get::<_, bool>(0)).expect("a number")
    });
    tables.count()
}

#[test]
fn an_erased_resident_leaves_no_key_and_no_entry_that_was_sent_or_came() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = filled(folder.path());
    let ([(erased, record), (other, _)], own) = synced(&mut store);
    assert!(traces(folder.path(), &erased) > 20_000, "before, they are there");
    assert_eq!(tables_with(folder.path(), resident(1)), 7, "in each table");
    let others = traces(folder.path(), &[other.clone(), own.clone()].concat());
    store.transaction(|tx| tx.erase_scope(resident(1), NOW)).expect("an erase");
    assert_eq!(traces(folder.path(), &erased), 0, "afterwards not sixteen bytes of them are left");
    assert_eq!(tables_with(folder.path(), resident(1)), 0, "nor any row");
    assert_eq!(tables_with(folder.path(), resident(2)), 7, "of the other resident everything stays");
    assert_eq!(traces(folder.path(), &[other, own].concat()), others, "and of the space itself");
    let records = store.read().records(SPACE, Some(resident(1).into()));
    assert_eq!(
        records,
        Ok(vec![record]),
        "the sharing records stay: they tell that it was erased, and hold no content"
    );

    let key = store.transaction(|tx| tx.put_key(SPACE, KeyRef([1; 32]), Some(resident(1).into()), b"key"));
    assert_eq!(key, Err(Error::Erased), "no key of it is held again");
    let late = store.transaction(|tx| tx.put_sealed(SPACE, &entry(resident(1), 4, b"late"), &[]));
    assert_eq!(late, Err(Error::Erased), "nor is anything of it sent");
}

#[test]
fn a_forgotten_space_leaves_no_trace_in_the_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = filled(folder.path());
    let ([(one, first), (two, second)], own) = synced(&mut store);
    let all = [one, two, own, vec![first, second]].concat();
    assert!(traces(folder.path(), &all) > 40_000, "before, it is there");
    store.transaction(|tx| tx.forget_space(SPACE)).expect("a space forgotten");
    assert_eq!(traces(folder.path(), &all), 0, "afterwards there is nothing of its keys, records and entries");
    assert_eq!(store.read().counts().map(|counts| counts.residents), Ok(2), "the residents are here as before");
}

#[test]
fn an_erased_conversation_leaves_its_numbers_without_what_was_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = filled(folder.path());
    let ([(pieces, _), _], _) = synced(&mut store);
    let of_talk = [pieces[4].clone(), pieces[5].clone()];
    assert!(traces(folder.path(), &of_talk) > 10_000, "before, an entry waits and another was put aside");
    let numbers = |store: &Store| -> Vec<(u64, bool)> {
        let rows = store.read().sealed_since(SPACE).expect("the last entries");
        let ours = rows.into_iter().filter(|row| row.scope == resident(1).into());
        ours.map(|row| (row.counter, row.abandoned)).collect()
    };
    let before = numbers(&store);
    store.transaction(|tx| tx.erase_conversation(conversation_id(11), NOW)).expect("an erase");
    assert_eq!(traces(folder.path(), &of_talk), 0, "afterwards neither is left");
    let after = numbers(&store);
    assert!(before.iter().zip(&after).all(|(before, after)| before.0 == after.0), "no number is used again");
    let gone = |numbers: &[(u64, bool)]| numbers.iter().filter(|(_, abandoned)| *abandoned).count();
    assert_eq!(gone(&after), gone(&before) + 1, "the entry that waited is not sent");
    let waiting = store.read().sealed_waiting(SPACE).expect("entries");
    assert!(waiting.iter().all(|row| row.document != conversation_id(11).into()), "not even empty");
}

#[test]
fn a_dropped_key_leaves_no_trace_in_the_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = filled(folder.path());
    let ([(pieces, _), (other, _)], own) = synced(&mut store);
    store.transaction(|tx| tx.drop_scope_keys(SPACE, resident(1).into())).expect("a withdrawal");
    assert_eq!(traces(folder.path(), &pieces[..2]), 0, "the keys of the scope are overwritten");
    assert!(traces(folder.path(), &other[..2]) > 100, "those of the other one are not");
    store.transaction(|tx| tx.drop_key(SPACE, KeyRef([0xee; 32]))).expect("a drop");
    assert_eq!(traces(folder.path(), &own[1..2]), 0, "nor is one that was dropped by itself");
    let seed = own[0].clone();
    store.transaction(|tx| tx.put_space(&space(SPACE, &[3; 64]))).expect("joined again");
    assert_eq!(traces(folder.path(), &[seed]), 0, "and the device's old keys are overwritten by the new ones");
}
