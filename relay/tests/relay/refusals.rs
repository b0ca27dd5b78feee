//! What is not taken, and that it leaves everything as it was.

use protocol::{entry::header::Claims, id::EntryHash, membership::MembershipChange, sharing::SharingChange, wire::*};
use rusqlite::types::Value;

use crate::{
    client::try_ask,
    engine::database,
    world::{BEGUN, Running, World},
};

/// Every row of every table.
fn everything(folder: &std::path::Path) -> Vec<Vec<Value>> {
    let db = database(folder);
    let mut tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").expect("the schema");
    let tables: Vec<String> =
        tables.query_map([], |row| row.get(0)).expect("tables").map(|name| name.expect("a name")).collect();
    assert!(tables.len() > 8, "all tables are looked at");
    let rows = |table: String| {
        let mut all = db.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2, 3")).expect("a table");
        let columns = all.column_count();
        let rows = all.query_map([], |row| (0..columns).map(|at| row.get(at)).collect::<Result<Vec<Value>, _>>());
        rows.expect("rows").map(|row| row.expect("a row")).collect::<Vec<_>>()
    };
    tables.into_iter().flat_map(rows).collect()
}

#[test]
fn compare_and_set_loses_politely() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut world = World::new(relay.at);
    let late = world.record(MembershipChange::Rotate(world.rotation()));
    let rotation = world.rotation();
    world.takes(MembershipChange::Rotate(rotation));
    let before = everything(folder.path());
    let head = world.membership.head();
    assert_eq!(world.owner().membership(late.bytes()), Appended::NewerHead { head }, "another came first");
    assert_eq!(everything(folder.path()), before, "the loser has changed nothing");
    relay.stop();
}

#[test]
fn entries_that_do_not_fit_are_told_why_and_do_not_keep_the_others_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut world = World::new(relay.at);
    let anna = world.owner();
    let (one, first) = world.entry(&world.anna.device, 1, None);
    let (_, another) = world.entry(&world.anna.device, 1, None);
    let (_, third) = world.entry(&world.anna.device, 3, Some(one));
    let mut forged = world.entry(&world.anna.device, 2, Some(one)).1;
    *forged.last_mut().expect("a byte") ^= 1;
    let (_, second) = world.entry(&world.anna.device, 2, Some(one));
    let items = anna.upload(&[&first, &another, &third, &forged, &[9, 9], b"", &second]);
    let expected = [
        Item::Taken { cursor: BEGUN + 1, duplicate: false },
        Item::CounterTaken { entry: one },
        Item::Gap { expected: 2 },
        Item::Refused,
        Item::UnknownVersion,
        Item::Refused,
        Item::Taken { cursor: BEGUN + 2, duplicate: false },
    ];
    assert_eq!(items, expected, "each is answered by itself");
    world.shares(SharingChange::Hold { stands: true });
    let stale = anna.upload(&[&third]);
    assert!(matches!(stale[..], [Item::NewerHead { .. }]), "it cites an older sharing record: {stale:?}");
    relay.stop();
}

#[test]
fn a_bad_request_is_a_problem_and_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let world = World::new(relay.at);
    let owner = world.owner();
    let before = everything(folder.path());
    let space = crate::client::hex(&world.membership.space().0);
    let long = vec![1; (5 << 20) + 1];
    let cases: [(&str, String, &[u8], u16); 9] = [
        ("POST", format!("/v1/spaces/{space}/entries"), b"nonsense", 400),
        ("POST", format!("/v1/spaces/{space}/entries"), &long, 413),
        ("POST", format!("/v1/spaces/{space}/membership"), b"\x01\xff", 400),
        ("PUT", format!("/v1/spaces/{space}/boxes/{}", "00".repeat(32)), b"\x01\x00", 400),
        ("GET", format!("/v1/spaces/{space}/log"), b"", 400),
        ("POST", format!("/v1/spaces/{space}/token"), b"", 400),
        ("POST", "/v1/spaces/zz/entries".to_owned(), b"", 400),
        ("GET", "/nowhere".to_owned(), b"", 404),
        ("DELETE", format!("/v1/spaces/{space}/entries"), b"", 405),
    ];
    for (method, path, body, status) in cases {
        // A body that is too long may be answered before all of it was read.
        let Some(answer) = try_ask(relay.at, method, &path, &owner.token, body) else {
            assert_eq!(status, 413, "only a body that is too long is cut off");
            continue;
        };
        assert_eq!(answer.status, status, "{method} {path}");
        assert!(answer.head.contains("application/problem+json"), "{method} {path} is told as a problem");
        assert!(!String::from_utf8_lossy(&answer.body).contains(&space), "and names nobody");
    }
    let no_token = try_ask(relay.at, "GET", &format!("/v1/spaces/{space}/log?request=01000000"), "", b"");
    assert_eq!(no_token.expect("an answer").status, 401, "without a token nothing is told");
    assert_eq!(everything(folder.path()), before, "the whole database is as it was");
    relay.stop();
}

#[test]
fn abandoned_numbers_stay_used_and_nobody_waits_for_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut world = World::new(relay.at);
    let anna = world.owner();
    let (one, first) = world.entry(&world.anna.device, 1, None);
    let (stale, second) = world.entry(&world.anna.device, 2, Some(one));
    anna.upload(&[&first]);
    world.shares(SharingChange::Hold { stands: true });
    assert!(matches!(anna.upload(&[&second])[..], [Item::NewerHead { .. }]), "it has to be sealed again");
    let device = &world.anna.device;
    let claims = |counter, previous, abandoned: &[EntryHash]| Claims {
        counter,
        previous: Some(previous),
        abandoned: abandoned.to_vec(),
        ..world.claims(device)
    };
    let (_, same_number) = world.seal(claims(2, one, &[]), device, b"x");
    let (three, again) = world.seal(claims(3, one, &[stale]), device, b"x");
    let (_, forked) = world.seal(claims(4, one, &[EntryHash([9; 32]), three]), device, b"x");
    let (_, after) = world.seal(claims(4, three, &[]), device, b"x");
    assert!(matches!(anna.upload(&[&again])[..], [Item::Taken { .. }]), "the replacement takes the next number");
    assert_eq!(anna.upload(&[&again])[..1], [Item::Taken { cursor: BEGUN + 3, duplicate: true }], "and sends again");
    let taken = Item::CounterTaken { entry: stale };
    assert_eq!(anna.upload(&[&same_number, &forked]), [taken, taken], "the abandoned number is used");
    assert!(matches!(anna.upload(&[&after])[..], [Item::Taken { .. }]), "and the next follows the replacement");
    let (_, late) = world.seal(claims(2, one, &[]), device, b"y");
    assert_eq!(anna.upload(&[&second, &late])[1], taken, "also for whoever comes later");
    relay.stop();
}
