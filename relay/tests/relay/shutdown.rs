//! The real program, asked to stop while devices send, wait and listen.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Child, Command},
    sync::mpsc,
    thread,
    time::Duration,
};

use protocol::{encode::Blob, permission::Role, wire::*};

use crate::{
    client::{Client, entries, hex},
    crash::start,
    engine::flags,
    events::listen,
    world::{BEGUN, World},
};

/// Less than who waits for the log, or a request, may take: it ends because it was asked to, not because their time was over.
const SOON: Duration = Duration::from_secs(15);

/// As a system does that wants the machine for itself.
fn terminate(child: &Child) {
    let asked = Command::new("kill").args(["-TERM", &child.id().to_string()]).status();
    assert!(asked.expect("it is asked").success(), "the program runs");
}

/// Sends the head of an upload, and gives the connection once the relay waits for the body.
fn begin_upload(client: &Client, body: &[u8]) -> BufReader<TcpStream> {
    let mut stream = TcpStream::connect(client.at).expect("it listens");
    let (space, token, length) = (hex(&client.space.0), &client.token, body.len());
    let head = format!(
        "POST /v1/spaces/{space}/entries HTTP/1.1\r\nhost: relay\r\nauthorization: Bearer {token}\r\n\
         expect: 100-continue\r\ncontent-length: {length}\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).expect("it is sent");
    let mut stream = BufReader::new(stream);
    let (mut go_on, mut empty) = (String::new(), String::new());
    stream.read_line(&mut go_on).expect("a line");
    stream.read_line(&mut empty).expect("a line");
    assert_eq!((go_on.as_str(), empty.as_str()), ("HTTP/1.1 100 Continue\r\n", "\r\n"), "it waits for the body");
    stream
}

#[test]
fn what_had_begun_when_a_relay_was_asked_to_stop_is_taken_and_answered() {
    let home = tempfile::tempdir().expect("a folder");
    let (data, log) = (home.path().join("data"), home.path().join("log"));
    let (mut child, at) = start(&flags(&data), &log);
    let world = World::new(at);
    let mut pokes = listen(&world.member());
    assert_eq!(pokes.next(), Some(BEGUN), "somebody listens");
    let (_, bytes) = world.entry(&world.anna.device, 1, None);
    let body = Upload { entries: vec![Blob(bytes.clone())] }.to_bytes();
    let mut upload = begin_upload(&world.owner(), &body);
    terminate(&child);
    assert_eq!(pokes.next(), None, "it stops: who listened was let go");
    upload.get_mut().write_all(&body).expect("it still waits for the body");
    let mut answer = Vec::new();
    upload.read_to_end(&mut answer).expect("an answer, and the end");
    assert!(answer.starts_with(b"HTTP/1.1 200 "), "answered: {}", String::from_utf8_lossy(&answer));
    assert!(child.wait().expect("it ends").success(), "and then it ends well");

    let (mut child, at) = start(&flags(&data), &log);
    let kept = Client::enter(at, world.membership.space(), &world.anna.device).entries();
    assert_eq!(kept, [(BEGUN + 1, bytes)], "what was answered is there");
    child.kill().expect("it is killed");
    child.wait().expect("it is gone");
}

#[test]
fn a_relay_that_is_asked_to_stop_under_load_has_told_everybody_what_it_kept_and_ends_soon() {
    let home = tempfile::tempdir().expect("a folder");
    let (data, log) = (home.path().join("data"), home.path().join("log"));
    let (mut child, at) = start(&flags(&data), &log);
    let mut world = World::new(at);
    let others = [(); 2].map(|()| world.adds(Role::Member));
    let quiet = World::new(at);
    let mut pokes = listen(&quiet.member());
    assert_eq!(pokes.next(), Some(BEGUN), "somebody listens");
    let (tell, told) = mpsc::channel();
    let waits = quiet.owner();
    let (mut acknowledged, page, ended) = thread::scope(|threads| {
        let waiting = threads.spawn(move || waits.log(BEGUN, None, 25));
        for device in [&world.anna, &world.bram, &others[0], &others[1]].map(|someone| &someone.device) {
            let (tell, world) = (tell.clone(), &world);
            threads.spawn(move || {
                let client = world.enter(device);
                let mut previous = None;
                for counter in 1.. {
                    let (hash, bytes) = world.entry(device, counter, previous);
                    let upload = Upload { entries: vec![Blob(bytes.clone())] };
                    let Some(answer) = client.try_ask("POST", "entries", &upload.to_bytes()) else { return };
                    let items = answer.message::<Uploaded>().items;
                    let [Item::Taken { cursor, duplicate: false }] = items[..] else { panic!("taken: {items:?}") };
                    tell.send((cursor, bytes)).expect("the test listens");
                    previous = Some(hash);
                }
            });
        }
        drop(tell);
        let first: Vec<_> = told.iter().take(100).collect();
        terminate(&child);
        let (end, ends) = mpsc::channel();
        threads.spawn(move || end.send(child.wait().expect("it ends")));
        let ended = ends.recv_timeout(SOON).expect("it ends soon, whoever waits, listens or sends");
        let all: Vec<_> = first.into_iter().chain(told).collect();
        (all, waiting.join().expect("an answer"), ended)
    });
    assert!(ended.success(), "it says that it ended well: {ended}");
    assert_eq!((page.items.len(), page.through), (0, BEGUN), "who waited for the log was answered");
    assert_eq!(pokes.next(), None, "who listened was let go");

    let (mut child, at) = start(&flags(&data), &log);
    let kept = entries(&Client::enter(at, world.membership.space(), &world.anna.device).log(0, None, 0));
    acknowledged.sort();
    assert!(acknowledged.len() >= 100, "it was under load: {}", acknowledged.len());
    assert_eq!(kept, acknowledged, "all that was acknowledged is there, and nothing of which nobody was told");
    child.kill().expect("it is killed");
    child.wait().expect("it is gone");
}
