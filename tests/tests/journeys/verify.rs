//! Checking everything: it finds what is wrong, names it without a word of content, and changes nothing.

use api::{
    dossier::GetDossier,
    records::{Problem, ProblemKind, Rebuild, Verify},
    residents::{FindResidents, LoadSample, Search},
    team::MakeTeam,
};
use domain::{DeviceId, DocumentId, Dossier, Moment};
use engine::Answer;
use store::{AsideRow, ChangeBytes, ChangeHash, EntryRef, EntryRow, FetchedRow, ScopeRef, SpaceRef, Store, WriterRow};
use testkit::{device::Device, forger::store_in, neighbourhood::Neighbourhood};

/// What `Verify` says after somebody meddled with the store of a device with one talk.
fn after(seed: u64, meddle: impl FnOnce(&mut Store, DocumentId)) -> (Device, Vec<Problem>) {
    let (mut device, _) = Device::set_up(seed);
    let (_, talk) = device.talk_with("An");
    device.mark(talk, "d:LF", 6).expect("there is a basis");
    device.while_stopped(|folder| meddle(&mut store_in(folder), talk.into()));
    device.unlock().expect("it opens");
    let report = device.call(Verify {}).expect("checked");
    assert_eq!(report.documents, 4, "directory, dossier, plan, talk");
    (device, report.problems)
}

#[test]
fn a_whole_neighbourhood_is_found_whole_and_is_not_changed_by_looking() {
    let (mut device, _) = Device::set_up(110);
    device.call(LoadSample {}).expect("loaded");
    let all = FindResidents { text: String::new(), after: None };
    let resident = device.call(all).expect("found").rows[0].resident;
    let before = device.call(GetDossier { resident }).expect("shown");
    let words = device.call(Search { text: "w".into() }).expect("searched");
    let report = device.call(Verify {}).expect("checked");
    assert_eq!(report.problems, [], "nothing is wrong with what was just made");
    assert!(report.documents > 20, "every document was read");
    assert_eq!(device.call(GetDossier { resident }).expect("shown"), before, "the read tables stand as they stood");
    assert_eq!(device.call(Search { text: "w".into() }).expect("searched"), words, "and the words are found as before");
}

#[test]
fn a_document_that_cannot_be_read_is_counted() {
    let (_, problems) = after(111, |store, talk| {
        let change = ChangeBytes { hash: ChangeHash([9; 32]), bytes: b"no change of automerge".to_vec() };
        store.transaction(|tx| tx.append(talk, &change).map(drop)).expect("kept");
    });
    assert_eq!(problems, [Problem { kind: ProblemKind::Document, count: 1 }], "the talk, and nothing else");
}

#[test]
fn a_row_that_no_document_gives_is_counted_and_mended_by_making_the_tables_anew() {
    let (mut device, problems) = after(112, |store, talk| {
        let scope = store.read().document(talk).expect("read").and_then(|row| row.scope).expect("a scope");
        let mut dossier: Dossier = store.read().dossier(scope).expect("read").expect("a dossier");
        dossier.remarks = "dit staat in geen document".into();
        store.transaction(|tx| tx.project_dossier(scope, &dossier, None)).expect("written");
    });
    // The resident's own row, and the line of the remark among the words to be found.
    assert_eq!(problems, [Problem { kind: ProblemKind::Row, count: 2 }], "what does not come from a document shows");
    device.call(Rebuild {}).expect("made anew");
    assert_eq!(device.call(Verify {}).expect("checked").problems, [], "now the tables are what the documents give");
}

#[test]
fn a_damaged_page_is_counted() {
    let (mut device, _) = Device::set_up(113);
    for n in 0..40 {
        device.resident(&format!("Bewoner {n}"));
    }
    device.call(api::session::Lock {}).expect("locking always works");
    device.unlock().expect("it opens");
    // Damage under an open store: opening does not see it first.
    let path = device.data().join("wijkweb.db");
    device.call(Verify {}).expect("checked, and the log is in the file now");
    let mut bytes = std::fs::read(&path).expect("it is there");
    let middle = bytes.len() / 2;
    bytes[middle..middle + 64].iter_mut().for_each(|byte| *byte ^= 0xff);
    std::fs::write(&path, bytes).expect("it can be written");
    let report = device.call(Verify {}).expect("checked");
    let pages = report.problems.iter().find(|problem| problem.kind == ProblemKind::Page);
    assert_eq!(pages.map(|problem| problem.count), Some(1), "one page was written over");
}

/// What `Verify` says after somebody meddled with the store of a device in a team.
fn after_in_team(seed: u64, meddle: impl FnOnce(&mut Store, SpaceRef)) -> (Device, Vec<Problem>) {
    let (mut device, _) = Device::set_up(seed);
    device.talk_with("An");
    device.call(a_team()).expect("a team needs no network");
    device.while_stopped(|folder| {
        let mut store = store_in(folder);
        let space = store.read().spaces().expect("read")[0].id;
        meddle(&mut store, space);
    });
    device.unlock().expect("it opens: what was written is not held back by a log");
    let report = device.call(Verify {}).expect("checked");
    (device, report.problems)
}

fn a_team() -> MakeTeam {
    MakeTeam { name: "Team Noord".into(), relay: "http://127.0.0.1:7700".into(), token: String::new() }
}

#[test]
fn a_log_of_the_team_that_does_not_replay_is_counted_and_holds_no_dossier_back() {
    let (mut device, problems) = after_in_team(114, |store, space| {
        store.transaction(|tx| tx.put_record(space, None, 1, b"no record")).expect("kept");
    });
    assert_eq!(problems, [Problem { kind: ProblemKind::Log, count: 1 }], "the membership log, and nothing else");
    let all = FindResidents { text: String::new(), after: None };
    assert_eq!(device.call(all).expect("found").rows.len(), 1, "An is there");
    let another = device.call(a_team());
    assert_eq!(another, Err(api::Failure::Damaged), "and no second team is begun over the first");
}

#[test]
fn what_stands_aside_is_counted_unless_it_is_for_others() {
    let (_, problems) = after_in_team(115, |store, space| {
        for (n, why) in [(1, "unmergeable"), (2, "newer-version"), (3, "no-key")] {
            let row = AsideRow {
                hash: EntryRef([n; 32]),
                cursor: n.into(),
                scope: ScopeRef([7; 16]),
                document: DocumentId([8; 16]),
                bytes: b"sealed".to_vec(),
                why: why.into(),
            };
            store.transaction(|tx| tx.put_aside(space, &row)).expect("kept");
        }
    });
    assert_eq!(problems, [Problem { kind: ProblemKind::Aside, count: 2 }], "what nobody here may read is no problem");
}

/// What `Verify` says on Bo's device, who has of Ans what came and has written beside it, before and after somebody meddled with its
/// store.
fn after_exchange(seed: u64, meddle: impl FnOnce(&mut Store, SpaceRef)) -> (Vec<Problem>, Vec<Problem>) {
    let (mut here, people) = Neighbourhood::team(seed, &["Ans", "Bo"]);
    let (ans, bo) = (people[0], people[1]);
    let (resident, talk) = here.device(ans).talk_with("Fatma");
    here.settle();
    let with = vec![here.device(bo).team().expect("a team").me];
    here.device(ans).share(resident, with).expect("Bo may read");
    here.settle();
    here.device(bo).mark(talk, "d:LF", 8).expect("Bo writes");
    here.settle();
    here.device(bo).mark(talk, "d:LF", 7).expect("Bo writes once more");
    // What the relay says of it is lost, so it waits to be sent again.
    here.goes_on(bo, |path, came| if path.ends_with("/entries") { Answer::Nothing } else { came });
    let whole = here.device(bo).call(Verify {}).expect("checked").problems;
    here.device(bo).while_stopped(|folder| {
        let mut store = store_in(folder);
        let space = store.read().spaces().expect("read")[0].id;
        meddle(&mut store, space);
    });
    here.device(bo).unlock().expect("what was written opens");
    (whole, here.device(bo).call(Verify {}).expect("checked").problems)
}

/// One entry that came of Ans, with its bytes.
fn came(store: &Store, space: SpaceRef) -> (EntryRow, Vec<u8>) {
    let row = store.read().entries(space).expect("read").into_iter().find(|row| row.device.is_some());
    let row = row.expect("something of Ans came");
    let bytes = store.read().fetched_bytes(space, row.hash).expect("read").expect("it is kept");
    (row, bytes)
}

fn put(store: &mut Store, space: SpaceRef, row: &EntryRow, bytes: Vec<u8>) {
    let (hash, scope, document, counter) = (row.hash, row.scope, row.document, row.counter);
    let device = row.device.expect("of another device");
    let row = FetchedRow { hash, scope, document, device, counter, at: Moment(0), bytes };
    store.transaction(|tx| tx.put_fetched(space, &row)).expect("kept");
}

const ONE_ENTRY: [Problem; 1] = [Problem { kind: ProblemKind::Entry, count: 1 }];

#[test]
fn an_entry_of_which_a_byte_is_another_is_counted() {
    let (whole, touched) = after_exchange(116, |store, space| {
        let (row, mut bytes) = came(store, space);
        *bytes.last_mut().expect("it has bytes") ^= 1;
        put(store, space, &EntryRow { hash: EntryRef([5; 32]), ..row }, bytes);
    });
    assert_eq!(whole, [], "what was sent and what came is whole");
    assert_eq!(touched, ONE_ENTRY, "the one that was touched, and no other");
}

#[test]
fn an_entry_that_is_kept_under_another_devices_name_is_counted() {
    let (_, problems) = after_exchange(117, |store, space| {
        let (row, bytes) = came(store, space);
        put(store, space, &EntryRow { hash: EntryRef([5; 32]), device: Some(DeviceId([6; 16])), ..row }, bytes);
    });
    assert_eq!(problems, ONE_ENTRY, "it is not of that device");
}

#[test]
fn an_entry_at_whose_number_another_is_known_is_counted() {
    let (whole, problems) = after_exchange(118, |store, space| {
        let (entries, numbers) =
            (store.read().entries(space).expect("read"), store.read().writers(space).expect("read"));
        let own = |row: &&EntryRow| row.device.is_none();
        let known = |row: &&EntryRow| numbers.iter().find(|number| number.entry == row.hash);
        let device = entries.iter().filter(own).find_map(|row| known(&row)).expect("Bo's own came by").device;
        let waits = entries.iter().filter(own).find(|row| known(row).is_none()).expect("one waits to be sent");
        let other = WriterRow { scope: waits.scope, device, counter: waits.counter, entry: EntryRef([7; 32]) };
        store.transaction(|tx| tx.put_writer(space, other)).expect("kept");
    });
    assert_eq!(whole, [], "the one that waits is the only one at its number");
    assert_eq!(problems, ONE_ENTRY, "two entries at one number: one of them is not this device's");
}
