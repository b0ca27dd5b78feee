//! A primary that dies while it takes entries, and the standby that takes its place.

use std::{sync::mpsc, thread};

use protocol::{encode::Blob, wire::*};
use relay::{Place, Settings};

use crate::{
    client::Client,
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
    let address = primary.database("relay");
    let standby = primary.followed();
    let relay = start(address);
    let world = World::new(relay.at);
    let (tell, told) = mpsc::channel();
    let acknowledged: Vec<(u64, Vec<u8>)> = thread::scope(|threads| {
        for device in [&world.anna.device, &world.bram.device] {
            let (tell, world) = (tell.clone(), &world);
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
    relay.stop();
    standby.promote();
    let relay = start(standby.database("relay"));
    let client = Client::enter(relay.at, world.membership.space(), &world.anna.device);
    let kept = client.entries();
    for (cursor, bytes) in &acknowledged {
        let kept = kept.iter().find(|(at, _)| at == cursor).map(|(_, kept)| kept);
        assert_eq!(kept, Some(bytes), "what was acknowledged as {cursor} is there");
    }
    let (_, bytes) = world.entry(&world.anna.device, 1, None);
    assert_ne!(client.upload(&[&bytes]), [], "and it goes on taking entries");
    relay.stop();
}
