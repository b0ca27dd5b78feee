//! People and conversations that the tests share, and a store to put them in.

use std::{cell::Cell, path::Path};

use domain::{
    Answer, AnswerRecord, Conversation, ConversationId, Date, DocumentId, Dossier, Given, Mark, Moment, Profile,
    ResidentId, Said, TalkStep, Voice, answer::Remark,
};
use store::{
    ChangeBytes, ChangeHash, DatabaseKey, DocumentKind, DocumentRow, EntryRef, Error, ScopeRef, SealedRow, SpaceRef,
    SpaceRow, SpaceSeed, Store, Tx,
};

pub(crate) const NOW: Moment = Moment(1_795_330_380_000); // 2026-11-22T06:53:00Z

pub(crate) fn key() -> DatabaseKey {
    DatabaseKey::from_bytes([0x5a; 32])
}

pub(crate) fn open(folder: &Path) -> Store {
    Store::open(folder, &key()).expect("the store opens")
}

/// Not random, and never the same twice in one test.
pub(crate) fn counting() -> impl FnMut(&mut [u8]) {
    let mut next = 0_u8;
    move |bytes| {
        for byte in bytes {
            next = next.wrapping_mul(167).wrapping_add(13);
            *byte = next;
        }
    }
}

/// Looks random; the same in each run of a test, and never twice the same in one.
pub(crate) fn chance(bytes: &mut [u8]) {
    thread_local!(static DRAWN: Cell<u64> = const { Cell::new(0) });
    let drawn = DRAWN.replace(DRAWN.get() + 1);
    blake3::Hasher::new().update(&drawn.to_le_bytes()).finalize_xof().fill(bytes);
}

pub(crate) const fn resident(n: u8) -> ResidentId {
    ResidentId([n; 16])
}

pub(crate) const fn conversation_id(n: u8) -> ConversationId {
    ConversationId([n; 16])
}

pub(crate) fn named(name: &str) -> Dossier {
    Dossier { profile: Profile { name: name.into(), ..Profile::default() }, ..Dossier::default() }
}

pub(crate) fn day(month: i8, day: i8) -> Date {
    domain::date(2026, month, day)
}

pub(crate) fn conversation(resident: ResidentId, on: Date) -> Conversation {
    Conversation {
        resident,
        instrument: "pg-volwassen@1".parse().expect("a key"),
        started: NOW,
        on,
        place: String::new(),
        present: [Voice::Resident].into(),
        answers: [("d:LF".parse().expect("a target"), answer(7))].into(),
        talk: Default::default(),
        first_step: None,
        look_back: None,
        looked_back: None,
        finished: None,
    }
}

pub(crate) fn answer(mark: u8) -> AnswerRecord {
    let answer = Answer::Value(Mark::new(mark).expect("0 to 10"));
    AnswerRecord { given: Some(Given { answer, voice: Voice::Resident }), ..AnswerRecord::default() }
}

/// A conversation in which `text` was remarked and said.
pub(crate) fn telling(resident: ResidentId, text: &str) -> Conversation {
    let mut whole = conversation(resident, day(11, 22));
    let remark = Remark { voice: Voice::Kin, text: text.into() };
    whole
        .answers
        .entry("i:LF1".parse().expect("a target"))
        .or_default()
        .remarks
        .insert(domain::RemarkId([1; 16]), remark);
    let said = Said { words: [(Voice::Resident, text.into())].into(), ..Said::default() };
    whole.talk.insert(TalkStep::StandsOut, said);
    whole
}

pub(crate) fn change(n: u8, bytes: &[u8]) -> ChangeBytes {
    ChangeBytes { hash: ChangeHash([n; 32]), bytes: bytes.to_vec() }
}

pub(crate) fn dossier_document(resident: ResidentId) -> DocumentId {
    let mut id = resident.0;
    id[15] ^= 0xff;
    DocumentId(id)
}

/// A resident with a dossier document of one change.
pub(crate) fn add_resident(tx: &Tx<'_>, id: ResidentId, dossier: &Dossier) -> Result<(), Error> {
    let document = dossier_document(id);
    tx.add_document(
        &DocumentRow { id: document, scope: Some(id), kind: DocumentKind::Dossier, sample: false },
        &mut chance,
    )?;
    tx.append(document, &change(1, dossier.profile.name.as_bytes()))?;
    tx.project_dossier(id, dossier, None)
}

/// A conversation with a document of one change.
pub(crate) fn add_conversation(tx: &Tx<'_>, id: ConversationId, whole: &Conversation) -> Result<(), Error> {
    tx.add_document(
        &DocumentRow { id: id.into(), scope: Some(whole.resident), kind: DocumentKind::Conversation, sample: false },
        &mut chance,
    )?;
    tx.append(id.into(), &change(1, b"first"))?;
    tx.project_conversation(id, whole, None)
}

pub(crate) const SPACE: SpaceRef = SpaceRef([0x51; 32]);

/// A space as it is just after joining.
pub(crate) fn space(id: SpaceRef, seed: &[u8; 64]) -> SpaceRow {
    SpaceRow {
        id,
        relay: "https://relay.voorbeeld.nl".into(),
        name: "Wijkteam Noord".into(),
        seed: SpaceSeed::from_bytes(*seed),
        joined: NOW,
        log: None,
        cursor: 0,
        heard: None,
        paused: false,
        begun: false,
        left: None,
        device: domain::DeviceId([7; 16]),
        person: domain::PersonId([9; 16]),
    }
}

pub(crate) const fn scope(n: u8) -> ScopeRef {
    ScopeRef([n; 16])
}

/// An entry about a resident's dossier, as it is before the relay has answered.
pub(crate) fn entry(resident: ResidentId, counter: u64, bytes: &[u8]) -> SealedRow {
    let hash = blake3::Hasher::new().update(&resident.0).update(&counter.to_be_bytes()).update(bytes).finalize();
    SealedRow {
        hash: EntryRef(*hash.as_bytes()),
        scope: resident.into(),
        document: dossier_document(resident),
        counter,
        bytes: bytes.to_vec(),
        cursor: None,
        abandoned: false,
    }
}

/// A connection to the closed database, past the store.
pub(crate) fn raw(folder: &Path) -> rusqlite::Connection {
    let db = rusqlite::Connection::open(folder.join("wijkweb.db")).expect("the file");
    db.execute_batch(&format!("PRAGMA key = \"x'{}'\"", "5a".repeat(32))).expect("the key of these tests");
    db
}

/// Changes the closed database by hand.
pub(crate) fn by_hand(folder: &Path, sql: &str) {
    raw(folder).execute_batch(sql).expect("the change by hand");
}

/// The numbers of a table's pages of one type ('leaf', 'overflow', …) in the closed database.
pub(crate) fn pages(folder: &Path, table: &str, pagetype: &str) -> Vec<u64> {
    let db = raw(folder);
    let query = "SELECT pageno FROM dbstat WHERE name = ?1 AND pagetype = ?2 ORDER BY path";
    let mut statement = db.prepare(query).expect("a query");
    let pages = statement.query_map([table, pagetype], |row| row.get(0)).expect("pages");
    pages.collect::<rusqlite::Result<_>>().expect("numbers")
}
