//! A primary that dies while a relay writes to it, and the standby that takes its place.

use std::{sync::mpsc, thread};

use protocol::{encode::Blob, sharing::SharingChange, wire::*};
use relay::{Place, Settings};

use crate::{
    cluster::Cluster,
    world::{Running, World},
};

fn start(address: String) -> Running {
    let settings = Settings::new(Place::Postgres(address), "relay.test".to_owned());
    Running::start_with(Settings { rate: 1_000_000, ..settings })
}

#[test]
fn what_was_acknowledged_is_at_the_standby_when_the_primary_dies() {
    let mut primary = Cluster::start();
    primary.database("relay");
    let standby = primary.followed();
    let hosts = format!("{},{}", primary.folder().display(), standby.folder().display());
    let relay = start(format!("host={hosts} user=relay dbname=relay target_session_attrs=read-write"));
    let mut world = World::new(relay.at);
    let (tell, told) = mpsc::channel();
    let acknowledged: Vec<(u64, Vec<u8>)> = thread::scope(|threads| {
        let world = &world;
        for device in [&world.anna.device, &world.bram.device] {
            let tell = tell.clone();
            threads.spawn(move || {
                let client = world.enter(device);
                let mut previous = None;
                for counter in 1.. {
                    let (hash, bytes) = world.entry(device, counter, previous);
                    let answer =
                        client.ask("POST", "entries", &Upload { entries: vec![Blob(bytes.clone())] }.to_bytes());
                    if answer.status != 200 {
                        assert_eq!(answer.status, 503, "its database is gone, and it says so");
                        return;
                    }
                    if let [Item::Taken { cursor, .. }] = answer.message::<Uploaded>().items[..] {
                        tell.send((cursor, bytes)).expect("the test listens");
                    }
                    previous = Some(hash);
                }
            });
        }
        drop(tell);
        let first: Vec<_> = told.iter().take(60).collect();
        primary.kill();
        first.into_iter().chain(told).collect()
    });
    standby.promote();
    let kept = world.owner().entries();
    for (cursor, bytes) in &acknowledged {
        let kept = kept.iter().find(|(at, _)| at == cursor).map(|(_, kept)| kept);
        assert_eq!(kept, Some(bytes), "what was acknowledged as {cursor} is there");
    }
    world.shares(SharingChange::Hold { stands: true });
    let (last, bytes) = kept.last().expect("there are some");
    let again = world.owner().upload(&[bytes]);
    assert_eq!(again, [Item::Taken { cursor: *last, duplicate: true }], "and it knows what it has");
    relay.stop();
}
