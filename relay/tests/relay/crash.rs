//! The real program, killed while it takes entries.

use std::{
    ffi::OsString,
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::mpsc,
};

use protocol::wire::*;

use crate::{
    client::{Client, entries},
    engine::{flags, folder},
    world::World,
};

const CANARY: &[u8] = b"kanarie: mevrouw slaapt slecht sinds de verhuizing";

pub fn start(place: &[OsString], log: &Path) -> (Child, SocketAddr) {
    start_with(place, log, &[])
}

/// The same with these variables in its environment.
pub fn start_with(place: &[OsString], log: &Path, variables: &[(&str, &str)]) -> (Child, SocketAddr) {
    let log = std::fs::OpenOptions::new().create(true).append(true).open(log).expect("a file for the log");
    let mut child = Command::new(env!("CARGO_BIN_EXE_relay"))
        .args(["--listen", "127.0.0.1:0", "--rate", "1000000"])
        .args(place)
        .envs(variables.iter().copied())
        .stdout(Stdio::piped())
        .stderr(log)
        .spawn()
        .expect("the program starts");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("its words")).read_line(&mut line).expect("it says where it listens");
    let at = line.trim().strip_prefix("listening on http://").expect("an address").parse().expect("an address");
    (child, at)
}

#[test]
fn what_was_acknowledged_is_there_after_a_kill_and_nothing_anywhere_shows_what_it_said() {
    let home = tempfile::tempdir().expect("a folder");
    let (data, log) = (home.path().join("data"), home.path().join("log"));
    let (mut child, at) = start(&flags(&data), &log);
    let world = World::new(at);
    let (tell, told) = mpsc::channel();
    std::thread::scope(|threads| {
        for device in [&world.anna.device, &world.bram.device] {
            let (tell, world) = (tell.clone(), &world);
            threads.spawn(move || {
                let client = Client::enter(at, world.membership.space(), device);
                let mut previous = None;
                for counter in 1.. {
                    let (hash, bytes) = world.sealed(device, counter, previous, CANARY);
                    let upload = Upload { entries: vec![protocol::encode::Blob(bytes.clone())] };
                    let Some(answer) = client.try_ask("POST", "entries", &upload.to_bytes()) else { return };
                    if let [Item::Taken { cursor, .. }] = answer.message::<Uploaded>().items[..] {
                        tell.send((cursor, bytes)).expect("the test listens");
                    }
                    previous = Some(hash);
                }
            });
        }
        drop(tell);
        let acknowledged: Vec<_> = told.iter().take(60).collect();
        child.kill().expect("it is killed");
        child.wait().expect("it is gone");
        let acknowledged: Vec<_> = acknowledged.into_iter().chain(told).collect();

        let (mut child, at) = start(&flags(&data), &log);
        let client = Client::enter(at, world.membership.space(), &world.anna.device);
        let page = client.log(0, None, 0);
        let cursors: Vec<u64> = page.items.iter().map(|(cursor, _)| *cursor).collect();
        let gapless: Vec<u64> = (1..=page.head).collect();
        assert_eq!(cursors, gapless, "cursors have no gap");
        let kept = entries(&page);
        for (cursor, bytes) in &acknowledged {
            let kept = kept.iter().find(|(at, _)| at == cursor).map(|(_, kept)| kept);
            assert_eq!(kept, Some(bytes), "what was acknowledged as {cursor} is there");
        }
        child.kill().expect("it is killed");
        child.wait().expect("it is gone");
    });
    for file in files(&folder(&data)).into_iter().chain([log]) {
        let bytes = std::fs::read(&file).expect("it can be read");
        let shows = bytes.windows(CANARY.len()).any(|window| window == CANARY);
        assert!(!shows, "{} shows what somebody wrote", file.display());
        let space = crate::client::hex(&world.membership.space().0);
        let names = bytes.windows(space.len()).any(|window| window == space.as_bytes());
        // A database holds ids, and may pass them on in letters; a log of the relay or of a database does not.
        let names = names && file.file_name().is_some_and(|name| name == "log");
        assert!(!names, "{} has the id of the space in letters, as a log line would", file.display());
    }
}

/// Every file in a folder and in those below it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let inside = std::fs::read_dir(folder).expect("the folder").map(|file| file.expect("a file").path());
    inside
        .flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] })
        .filter(|path| path.is_file())
        .collect()
}
