//! Erasing: gone from every table, from the free pages and from the log, key included, and it does not come back.

mod synced;

use std::{
    collections::{BTreeSet, HashSet},
    path::Path,
};

use domain::{Plan, PlanPart, ResidentId, Step, StepId};
use store::{DocumentKind, DocumentRow, Error, Store, Tx};

use crate::fixture::{
    NOW, add_conversation, add_resident, chance, change, conversation, conversation_id, day, dossier_document, named,
    open, pages, raw, resident, telling,
};

const CANARY: &str = "kanariegeel";

/// A resident with the canary in every place where a person can write.
fn fill(tx: &Tx<'_>) -> Result<(), Error> {
    let mut dossier = named(CANARY);
    dossier.remarks = format!("{CANARY} {}", "lang verhaal ".repeat(800));
    dossier.contact_person = CANARY.into();
    add_resident(tx, resident(1), &dossier)?;
    let plan = Plan {
        parts: [(PlanPart::Want, CANARY.into())].into(),
        steps: [(StepId([1; 16]), Step { text: CANARY.into(), note: CANARY.into(), ..Step::default() })].into(),
    };
    tx.project_plan(resident(1), &plan, None)?;
    for n in [11, 12] {
        let id = conversation_id(n);
        add_conversation(tx, id, &telling(resident(1), CANARY))?;
        tx.append(id.into(), &change(2, CANARY.repeat(900).as_bytes()))?;
        tx.compact(id.into(), 2, CANARY.repeat(700).as_bytes())?;
        tx.set_resume(id, CANARY)?;
        tx.set_expectation(id, &BTreeSet::from(["LF".parse().expect("a code")]))?;
        tx.set_to_print(id, Some(NOW))?;
    }
    add_resident(tx, resident(2), &named("Fatma"))?;
    add_conversation(tx, conversation_id(21), &conversation(resident(2), day(11, 1)))
}

/// Every page, decrypted, free ones included. The log is empty, so this is all there is.
fn all_bytes(folder: &Path) -> Vec<u8> {
    let log = std::fs::metadata(folder.join("wijkweb.db-wal")).map_or(0, |log| log.len());
    assert_eq!(log, 0, "the write-ahead log is empty, so the file is all there is");
    raw(folder).serialize("main").expect("every page, decrypted").to_vec()
}

/// How often the canary stands in the file.
fn canaries(folder: &Path) -> usize {
    all_bytes(folder).windows(CANARY.len()).filter(|window| *window == CANARY.as_bytes()).count()
}

/// How many places of the file hold 16 bytes that stand anywhere in `pieces`.
fn traces(folder: &Path, pieces: &[Vec<u8>]) -> usize {
    let known: HashSet<&[u8]> = pieces.iter().flat_map(|piece| piece.windows(16)).collect();
    all_bytes(folder).windows(16).filter(|window| known.contains(window)).count()
}

/// Key, changes and snapshots of a scope, as the file keeps them.
fn kept(folder: &Path, scope: ResidentId) -> Vec<Vec<u8>> {
    let db = raw(folder);
    let query = "SELECT key FROM scope_key WHERE scope = ?1
                 UNION ALL SELECT bytes FROM change JOIN document ON id = document WHERE scope = ?1
                 UNION ALL SELECT bytes FROM snapshot JOIN document ON id = document WHERE scope = ?1";
    let mut statement = db.prepare(query).expect("a query");
    let kept = statement.query_map([scope.0], |row| row.get(0)).expect("rows");
    kept.collect::<rusqlite::Result<_>>().expect("bytes")
}

fn filled(folder: &Path) -> Store {
    let mut store = open(folder);
    store.transaction(fill).expect("two residents");
    store.rest().expect("a moment of rest");
    store
}

#[test]
fn an_erased_resident_leaves_no_trace_in_the_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = filled(folder.path());
    let sealed = kept(folder.path(), resident(1));
    assert!(canaries(folder.path()) > 10, "before, the canary is everywhere in the read tables");
    assert!(traces(folder.path(), &sealed) > 10_000, "and sealed in changes and snapshots");
    store.transaction(|tx| tx.erase_scope(resident(1), NOW)).expect("an erase");
    assert_eq!(canaries(folder.path()), 0, "afterwards it is nowhere, with the store still open");
    assert_eq!(traces(folder.path(), &sealed), 0, "nor is anything of the key or of what was sealed under it");

    let read = store.read();
    assert_eq!(read.dossier(resident(1)), Ok(None), "no dossier");
    assert_eq!(read.conversations_of(resident(1)), Ok(vec![]), "no conversation");
    assert_eq!(read.plan(resident(1)), Ok(Plan::default()), "no plan");
    assert_eq!(read.search(CANARY, 9), Ok(vec![]), "nothing to find");
    assert_eq!(
        (read.to_print().map(|list| list.len()), read.resume(conversation_id(11))),
        (Ok(0), Ok(None)),
        "nothing to print or resume"
    );
    assert_eq!(read.scope_erased(resident(1)), Ok(Some(NOW)), "only that it was erased, and when");
    let counts = read.counts().expect("counts");
    assert_eq!(
        (counts.residents, counts.conversations, counts.documents, counts.waiting),
        (1, 1, 2, 2),
        "the other resident is untouched"
    );
}

#[test]
fn an_erased_key_leaves_no_trace_where_keys_moved_from_page_to_page() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(folder.path());
    let scopes: Vec<ResidentId> = (0..300_u16)
        .map(|_| {
            let mut id = [0; 16];
            chance(&mut id);
            ResidentId(id)
        })
        .collect();
    store.transaction(|tx| scopes.iter().try_for_each(|id| add_resident(tx, *id, &named("Fatma")))).expect("many");
    store.rest().expect("a moment of rest");
    assert!(pages(folder.path(), "scope_key", "leaf").len() > 2, "the keys stand on several pages, which were split");
    let (erased, left) = scopes.split_at(200);
    let keys = |scopes: &[ResidentId]| -> Vec<Vec<u8>> {
        scopes.iter().flat_map(|scope| kept(folder.path(), *scope)).filter(|piece| piece.len() == 32).collect()
    };
    let (erased_keys, left_keys) = (keys(erased), keys(left));
    store.transaction(|tx| erased.iter().try_for_each(|scope| tx.erase_scope(*scope, NOW))).expect("an erase");
    assert_eq!(traces(folder.path(), &erased_keys), 0, "not one key is left, in the table or in the index");
    assert_eq!(traces(folder.path(), &left_keys), 2 * 17 * left.len(), "of the others, each copy is");
}

#[test]
fn an_erased_conversation_leaves_the_others() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = filled(folder.path());
    store.transaction(|tx| tx.erase_conversation(conversation_id(11), NOW)).expect("an erase");
    let left: Vec<_> = store.read().conversation_rows(resident(1)).expect("rows").iter().map(|row| row.id).collect();
    assert_eq!(left, [conversation_id(12)], "the other conversation stays");
    let again =
        store.transaction(|tx| add_conversation(tx, conversation_id(11), &conversation(resident(1), day(11, 2))));
    assert_eq!(again, Err(Error::Erased), "and the erased one does not come back");
    store.transaction(|tx| tx.erase_conversation(conversation_id(12), NOW)).expect("an erase");
    let hits = store.read().search(CANARY, 99).expect("hits");
    assert!(hits.iter().all(|hit| hit.conversation.is_none()), "what is found stands in dossier and plan");
    assert_eq!(store.read().conversation_erased(conversation_id(12)), Ok(Some(NOW)), "each leaves its tombstone");
}

#[test]
fn an_erased_scope_takes_nothing_any_more() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = filled(folder.path());
    store.transaction(|tx| tx.erase_scope(resident(1), NOW)).expect("an erase");
    drop(store);
    let mut store = open(folder.path());
    let row = DocumentRow {
        id: dossier_document(resident(1)),
        scope: Some(resident(1)),
        kind: DocumentKind::Dossier,
        sample: false,
    };
    assert_eq!(store.transaction(|tx| tx.add_document(&row, &mut chance)), Err(Error::Erased), "no document");
    let id = conversation_id(11);
    assert_eq!(store.transaction(|tx| tx.append(id.into(), &change(3, b"x"))), Err(Error::NoDocument), "no change");
    assert_eq!(
        store.transaction(|tx| tx.project_dossier(resident(1), &named("x"), None)),
        Err(Error::Erased),
        "no dossier"
    );
    assert_eq!(
        store.transaction(|tx| tx.project_plan(resident(1), &Plan::default(), None)),
        Err(Error::Erased),
        "no plan"
    );
    let whole = conversation(resident(1), day(11, 2));
    assert_eq!(
        store.transaction(|tx| tx.project_conversation(id, &whole, None)),
        Err(Error::Erased),
        "no conversation"
    );
    store.transaction(|tx| tx.erase_scope(resident(1), NOW.plus_ms(5))).expect("erasing twice is no error");
    assert_eq!(store.read().scope_erased(resident(1)), Ok(Some(NOW)), "the first erase counts");
}

#[test]
fn an_action_that_fails_after_an_erase_erases_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = filled(folder.path());
    let action: Result<(), Error> = store.transaction(|tx| {
        tx.erase_scope(resident(1), NOW)?;
        Err(Error::NoDocument)
    });
    assert!(action.is_err(), "the action failed");
    assert!(store.read().dossier(resident(1)).is_ok_and(|dossier| dossier.is_some()), "so nothing is gone");
    assert_eq!(store.read().scope_erased(resident(1)), Ok(None), "and there is no tombstone");
}
