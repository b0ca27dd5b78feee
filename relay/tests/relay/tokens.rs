//! Challenges and tokens: what they open, how long, and after what no more.

use std::sync::atomic::Ordering;

use protocol::{
    limit::TOKEN_SECONDS,
    wire::{Challenge, Message, Token},
};
use relay::{backup, clock::SystemChance, limit::CHALLENGE_SECONDS, restore};

use crate::{
    client::{Client, hex},
    engine::place,
    world::{EMPTY_BOX, Running, World},
};

/// The same device and token, asked at another relay.
fn at(relay: &Running, client: &Client) -> Client {
    Client { at: relay.at, ..client.clone() }
}

#[test]
fn a_token_outlives_a_restart() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let owner = World::new(relay.at).owner();
    relay.stop();
    let relay = Running::start(folder.path());
    let page = at(&relay, &owner).log(0, None, 0);
    assert!(!page.items.is_empty(), "who was let in before it was stopped is in");
    relay.stop();
}

#[test]
fn an_answer_that_is_sent_again_gives_nothing_more() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let world = World::new(relay.at);
    let stranger = Client { token: String::new(), ..world.owner() };
    let challenge: Challenge = stranger.ask("POST", "challenge", &[]).message();
    let answer = challenge.answer(&world.anna.device);
    let token = || stranger.ask("POST", "token", &answer.to_bytes());
    let first: Token = token().message();
    relay.clock.0.fetch_add(CHALLENGE_SECONDS - 1, Ordering::SeqCst);
    let again: Token = token().message();
    assert_eq!(again.token, first.token, "the same token, also for whoever took the answer along");
    assert_eq!(again.seconds_left, TOKEN_SECONDS - CHALLENGE_SECONDS + 1, "which ends when the first one ends");
    relay.clock.0.fetch_add(1, Ordering::SeqCst);
    assert_eq!(token().status, 401, "after its minute it opens nothing");
    let mut other: Challenge = stranger.ask("POST", "challenge", &[]).message();
    other.nonce[5] ^= 1;
    let made_up = stranger.ask("POST", "token", &other.answer(&world.anna.device).to_bytes());
    assert_eq!(made_up.status, 401, "nobody makes a challenge for themselves");
    relay.stop();
}

#[test]
fn a_token_of_one_space_opens_no_other() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let (one, other) = (World::new(relay.at), World::new(relay.at));
    let wrong = Client { space: other.membership.space(), ..one.owner() };
    assert_eq!(wrong.get_box(EMPTY_BOX).status, 401, "each space has its own key");
    let nowhere = Client { space: protocol::id::SpaceId([7; 32]), ..one.owner() };
    assert_eq!(nowhere.get_box(EMPTY_BOX).status, 401, "nor one that is not there");
    relay.stop();
}

#[test]
fn a_token_from_before_opens_no_relay_that_was_restored() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("old");
    let relay = Running::start(&data);
    let world = World::new(relay.at);
    let (owner, challenge) = (world.owner(), world.owner().ask("POST", "challenge", &[]).message::<Challenge>());
    let file = folder.path().join("backup");
    backup(&place(&data), &file).expect("a backup");
    relay.stop();
    let new = folder.path().join("new");
    restore(&place(&new), &file, &SystemChance).expect("an empty place");
    let relay = Running::start(&new);
    let owner = at(&relay, &owner);
    assert_eq!(owner.get_box(EMPTY_BOX).status, 401, "another life of the log, another key");
    let answer = challenge.answer(&world.anna.device).to_bytes();
    assert_eq!(owner.ask("POST", "token", &answer).status, 401, "nor does an answer to an older challenge");
    Client::enter(relay.at, world.membership.space(), &world.anna.device).log(0, None, 0);
    relay.stop();
}

#[test]
fn a_backup_holds_no_key_of_a_door_and_nothing_from_a_mailbox() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let relay = Running::start(&data);
    World::new(relay.at);
    let path = format!("/v1/rendezvous/{}?n=0", hex(&[7; 16]));
    let put = crate::client::try_ask(relay.at, "POST", &path, "", b"a message between two devices");
    assert_eq!(put.expect("an answer").status, 204, "something is in a mailbox");
    let file = folder.path().join("backup");
    backup(&place(&data), &file).expect("a backup");
    let db = rusqlite::Connection::open(&file).expect("the file");
    let count = |query: &str| db.query_row(query, [], |row| row.get::<_, u64>(0)).expect("a number");
    assert_eq!(count("SELECT count(*) FROM space"), 1, "the space is in it");
    assert_eq!(count("SELECT sum(length(door)) FROM space"), 0, "its key is not");
    assert_eq!(count("SELECT count(*) FROM mailbox"), 0, "nor what was in a mailbox");
    relay.stop();
}
