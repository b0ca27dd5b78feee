//! Checking everything: it finds what is wrong, names it without a word of content, and changes nothing.

use api::{
    dossier::GetDossier,
    records::{Problem, ProblemKind, Rebuild, Verify},
    residents::{FindResidents, LoadSample, Search},
    team::MakeTeam,
};
use domain::{DocumentId, Dossier};
use store::{AsideRow, ChangeBytes, ChangeHash, EntryRef, ScopeRef, SpaceRef, Store};
use testkit::{device::Device, forger::store_in};

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
