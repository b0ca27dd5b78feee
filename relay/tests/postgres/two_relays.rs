//! Two relays on one database: what one takes, the other hands out.

use std::{
    cell::Cell,
    net::SocketAddr,
    sync::{atomic::Ordering, mpsc},
    thread,
};

use protocol::{
    device::DeviceKeys,
    encode::Blob,
    id::SpaceId,
    limit::TOKEN_SECONDS,
    membership::{MembershipChange, record::RemovedDevice},
    wire::*,
};

use crate::{
    client::{Client, entries, hex, try_ask},
    crash::start,
    engine::flags,
    events::listen,
    world::{BEGUN, EMPTY_BOX, Running, World},
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
    assert_eq!(page, world.owner().log(0, None, 0), "both know the same line and chains");
    let devices = vec![RemovedDevice { device: world.bram.device.device, pins: Vec::new() }];
    let rotation = Some(world.rotation());
    world.takes(MembershipChange::Remove { devices, rotation });
    assert_eq!(bram.ask("GET", "events", &[]).status, 403, "removed there, refused here");
    one.stop();
    two.stop();
}

/// Two relays that are asked in turn, as behind a balancer that sends nobody to the same one twice.
struct InTurn {
    at: [SocketAddr; 2],
    asked: Cell<usize>,
}

impl InTurn {
    fn next(&self) -> SocketAddr {
        self.asked.set(self.asked.get() + 1);
        self.at[self.asked.get() % 2]
    }

    /// A client for one call.
    fn client(&self, space: SpaceId, token: &str) -> Client {
        Client { at: self.next(), space, token: token.to_owned() }
    }

    fn enter(&self, space: SpaceId, device: &DeviceKeys) -> String {
        let challenge: Challenge = self.client(space, "").ask("POST", "challenge", &[]).message();
        let answer = challenge.answer(device).to_bytes();
        hex(&self.client(space, "").ask("POST", "token", &answer).message::<Token>().token)
    }

    fn mailbox(&self, method: &str, n: usize, message: &[u8]) -> (u16, Vec<u8>) {
        let path = format!("/v1/rendezvous/{}?n={n}", "ab".repeat(16));
        let answer = try_ask(self.next(), method, &path, "", message).expect("an answer");
        (answer.status, answer.body)
    }
}

#[test]
fn each_call_may_go_to_another_process() {
    let folder = tempfile::tempdir().expect("a folder");
    let (one, two) = (Running::start(folder.path()), Running::start(folder.path()));
    let mut world = World::new(one.at);
    let (space, turns) = (world.membership.space(), InTurn { at: [one.at, two.at], asked: Cell::new(0) });
    let [anna, bram] = [&world.anna, &world.bram].map(|who| turns.enter(space, &who.device));
    let (first, bytes) = world.entry(&world.anna.device, 1, None);
    let (_, second) = world.entry(&world.anna.device, 2, Some(first));
    for entry in [&bytes, &second] {
        let items = turns.client(space, &anna).upload(&[entry]);
        assert!(matches!(items[..], [Item::Taken { duplicate: false, .. }]), "sent: {items:?}");
    }
    for who in [&anna, &bram, &bram] {
        assert_eq!(turns.client(space, who).entries().len(), 2, "read");
    }
    for n in 0..6 {
        assert_eq!(turns.mailbox("GET", n, b"").0, 404, "message {n} is waited for");
        assert_eq!(turns.mailbox("POST", n, &[7; 9]).0, 204, "message {n} is put");
        turns.next();
        assert_eq!(turns.mailbox("GET", n, b""), (200, vec![7; 9]), "message {n} is read at the other");
        assert_eq!(turns.mailbox("POST", n.max(1), b"no").0, if n == 0 { 204 } else { 409 }, "as anywhere: {n}");
        if n == 0 {
            assert_eq!(turns.mailbox("POST", 0, &[7; 9]).0, 204, "another try");
        }
    }
    let devices = vec![RemovedDevice { device: world.bram.device.device, pins: Vec::new() }];
    let rotation = Some(world.rotation());
    world.takes(MembershipChange::Remove { devices, rotation });
    for _ in 0..2 {
        assert_eq!(turns.client(space, &bram).get_box(EMPTY_BOX).status, 403, "whoever is out is out at both");
    }
    one.clock.0.fetch_add(TOKEN_SECONDS, Ordering::SeqCst);
    let old = Client { at: one.at, space, token: anna };
    assert_eq!(old.get_box(EMPTY_BOX).status, 401, "a token ends by the clock of whom it is shown to");
    one.stop();
    two.stop();
}

#[test]
fn who_put_into_one_mailbox_at_once_is_told_as_if_one_came_first() {
    let folder = tempfile::tempdir().expect("a folder");
    let (one, two) = (Running::start(folder.path()), Running::start(folder.path()));
    let at_once = |mailbox: u8, n: usize| {
        let path = format!("/v1/rendezvous/{}?n={n}", hex(&[mailbox; 16]));
        let put = |at| try_ask(at, "POST", &path, "", b"hello").expect("an answer").status;
        let (put, ats) = (&put, [one.at, two.at]);
        let mut told = thread::scope(|threads| {
            ats.map(|at| threads.spawn(move || put(at))).map(|asked| asked.join().expect("an answer"))
        });
        told.sort_unstable();
        told
    };
    for mailbox in 0..10 {
        assert_eq!(at_once(mailbox, 0), [204, 204], "{mailbox}: two tries");
        assert_eq!(at_once(mailbox, 1), [204, 409], "{mailbox}: one message stands at a number");
        assert_eq!(at_once(mailbox, 0), [204, 410], "{mailbox}: a third try, and no fourth");
    }
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
