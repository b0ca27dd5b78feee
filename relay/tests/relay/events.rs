//! The poke: a stream that says when something has come.

use std::{
    io::{BufRead, BufReader, Write},
    net::TcpStream,
    time::Duration,
};

use protocol::{
    membership::{MembershipChange, record::RemovedDevice},
    sharing::SharingChange,
};

use crate::{
    client::{Client, hex},
    world::{BEGUN, Running, World},
};

/// The head that each event tells, as they come; ends when the relay ends the stream.
pub fn listen(client: &Client) -> impl Iterator<Item = u64> + use<> {
    let mut stream = TcpStream::connect(client.at).expect("it listens");
    let path = format!("/v1/spaces/{}/events", hex(&client.space.0));
    let head = format!(
        "GET {path} HTTP/1.1\r\nhost: relay\r\nauthorization: Bearer {}\r\nconnection: close\r\n\r\n",
        client.token
    );
    stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a limit of time");
    stream.write_all(head.as_bytes()).expect("it is sent");
    let lines = BufReader::new(stream).lines().map_while(Result::ok);
    lines.filter_map(|line| line.strip_prefix("data: ").map(|head| head.parse().expect("a cursor")))
}

#[test]
fn a_stream_tells_of_entries_and_records_and_ends_for_who_is_removed() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut world = World::new(relay.at);
    let mut pokes = listen(&world.member());
    assert_eq!(pokes.next(), Some(BEGUN), "where it stands now");
    let (one, first) = world.entry(&world.anna.device, 1, None);
    world.owner().upload(&[&first]);
    assert_eq!(pokes.next(), Some(BEGUN + 1), "an entry");
    world.shares(SharingChange::Hold { stands: true });
    assert_eq!(pokes.next(), Some(BEGUN + 2), "a record of a scope");
    let rotation = world.rotation();
    world.takes(MembershipChange::Rotate(rotation));
    assert_eq!(pokes.next(), Some(BEGUN + 3), "a record of the space");
    world.owner().upload(&[&first]);
    let (_, second) = world.entry(&world.anna.device, 2, Some(one));
    world.owner().upload(&[&second]);
    assert_eq!(pokes.next(), Some(BEGUN + 4), "the duplicate before it was nothing new");
    let devices = vec![RemovedDevice { device: world.bram.device.device, pins: Vec::new() }];
    let rotation = Some(world.rotation());
    world.takes(MembershipChange::Remove { devices, rotation });
    assert_eq!(pokes.next(), None, "not told of the removal, and of nothing after it");
    relay.stop();
}
