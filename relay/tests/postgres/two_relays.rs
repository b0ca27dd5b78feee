//! Two relays on one database: what one takes, the other hands out.

use std::{sync::mpsc, thread};

use protocol::{
    encode::Blob,
    membership::{MembershipChange, record::RemovedDevice},
    wire::*,
};

use crate::{
    client::{Client, entries},
    crash::start,
    engine::flags,
    events::listen,
    world::{BEGUN, Running, World},
};

/// The same space, asked at another relay.
fn at(relay: &Running, world: &World) -> (Client, Client) {
    let space = world.membership.space();
    (Client::enter(relay.at, space, &world.anna.device), Client::enter(relay.at, space, &world.bram.device))
}

#[test]
fn what_one_takes_the_other_hands_out_and_tells_of() {
    let folder = tempfile::tempdir().expect("a folder");
    let (one, two) = (Running::start(folder.path()), Running::start(folder.path()));
    let mut world = World::new(one.at);
    let (_, bram) = at(&two, &world);
    let mut pokes = listen(&bram);
    assert_eq!(pokes.next(), Some(BEGUN), "the other knows the space");
    let (hash, first) = world.entry(&world.anna.device, 1, None);
    world.owner().upload(&[&first]);
    assert_eq!(pokes.next(), Some(BEGUN + 1), "a poke crosses");
    assert_eq!(bram.entries(), [(BEGUN + 1, first.clone())], "as it came");
    let waiting = bram.clone();
    let (begun, begins) = mpsc::channel();
    let waits = thread::spawn(move || {
        begun.send(()).expect("the test waits");
        waiting.log(BEGUN + 1, None, 25)
    });
    begins.recv().expect("it begins");
    let (_, second) = world.entry(&world.anna.device, 2, Some(hash));
    world.owner().upload(&[&second]);
    let page = waits.join().expect("an answer");
    assert_eq!(entries(&page), [(BEGUN + 2, second)], "who waits at the other is answered");
    assert_eq!(bram.upload(&[&first]), [Item::Taken { cursor: BEGUN + 1, duplicate: true }], "known here too");
    world.begins_scope();
    let (anna, bram) = at(&two, &world);
    let page = anna.log(0, None, 0);
    assert_eq!(page.digest, world.owner().log(0, None, 0).digest, "both know the same scopes and chains");
    let devices = vec![RemovedDevice { device: world.bram.device.device, pins: Vec::new() }];
    let rotation = Some(world.rotation());
    world.takes(MembershipChange::Remove { devices, rotation });
    assert_eq!(bram.ask("GET", "events", &[]).status, 403, "removed there, refused here");
    one.stop();
    two.stop();
}

#[test]
fn one_of_two_records_for_one_place_is_taken() {
    let folder = tempfile::tempdir().expect("a folder");
    let (one, two) = (Running::start(folder.path()), Running::start(folder.path()));
    let mut world = World::new(one.at);
    for round in 0..10 {
        let records = [(); 2].map(|()| world.record(MembershipChange::Rotate(world.rotation())));
        let clients = [world.owner(), at(&two, &world).0];
        let answers = thread::scope(|threads| {
            let asked: Vec<_> = std::iter::zip(&clients, &records)
                .map(|(client, record)| threads.spawn(move || client.membership(record.bytes())))
                .collect();
            asked.into_iter().map(|asked| asked.join().expect("an answer")).collect::<Vec<_>>()
        });
        let taken = answers.iter().position(|answer| *answer == Appended::Taken).expect("one is taken");
        let head = records[taken].hash();
        assert_eq!(answers[1 - taken], Appended::NewerHead { head }, "round {round}: the other lost politely");
        world.membership.apply(&records[taken]).expect("the device agrees");
    }
    one.stop();
    two.stop();
}

#[test]
fn two_that_take_entries_at_once_give_cursors_without_a_gap() {
    const ENTRIES: u64 = 40;
    let folder = tempfile::tempdir().expect("a folder");
    let (one, two) = (Running::start(folder.path()), Running::start(folder.path()));
    let world = World::new(one.at);
    let clients = [(world.owner(), &world.anna.device), (at(&two, &world).1, &world.bram.device)];
    thread::scope(|threads| {
        for (client, device) in &clients {
            let world = &world;
            threads.spawn(move || {
                let mut previous = None;
                for counter in 1..=ENTRIES {
                    let (hash, bytes) = world.entry(device, counter, previous);
                    let items = client.upload(&[&bytes]);
                    assert!(matches!(items[..], [Item::Taken { duplicate: false, .. }]), "taken: {items:?}");
                    previous = Some(hash);
                }
            });
        }
    });
    let pages = [world.owner().log(0, None, 0), at(&two, &world).0.log(0, None, 0)];
    assert_eq!(pages[0], pages[1], "both show the same line");
    let cursors: Vec<u64> = pages[0].items.iter().map(|(cursor, _)| *cursor).collect();
    assert_eq!(cursors, (1..=BEGUN + 2 * ENTRIES).collect::<Vec<_>>(), "every number once");
    one.stop();
    two.stop();
}

#[test]
fn what_a_killed_relay_acknowledged_the_other_hands_out() {
    let home = tempfile::tempdir().expect("a folder");
    let place = flags(&home.path().join("data"));
    let (mut killed, killed_at) = start(&place, &home.path().join("log"));
    let stays = Running::start(&home.path().join("data"));
    let world = World::new(killed_at);
    let (tell, told) = mpsc::channel();
    let client = world.owner();
    thread::scope(|threads| {
        let world = &world;
        threads.spawn(move || {
            let mut previous = None;
            for counter in 1.. {
                let (hash, bytes) = world.entry(&world.anna.device, counter, previous);
                let upload = Upload { entries: vec![Blob(bytes.clone())] };
                let Some(answer) = client.try_ask("POST", "entries", &upload.to_bytes()) else { return };
                if let [Item::Taken { cursor, .. }] = answer.message::<Uploaded>().items[..] {
                    tell.send((cursor, bytes)).expect("the test listens");
                }
                previous = Some(hash);
            }
        });
        let mut acknowledged: Vec<_> = told.iter().take(40).collect();
        killed.kill().expect("it is killed");
        killed.wait().expect("it is gone");
        acknowledged.extend(told);
        let kept = at(&stays, world).0.entries();
        assert!(kept.len() >= acknowledged.len(), "nothing is lacking");
        assert_eq!(kept[..acknowledged.len()], acknowledged, "all that was acknowledged, at its cursor");
        let (_, bytes) = world.entry(&world.bram.device, 1, None);
        let items = at(&stays, world).1.upload(&[&bytes]);
        assert!(matches!(items[..], [Item::Taken { .. }]), "the killed one keeps nothing locked: {items:?}");
    });
    stays.stop();
}
