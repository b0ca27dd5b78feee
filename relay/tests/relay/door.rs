//! Who gets in, how often, and what is kept for nobody in particular.

use std::sync::atomic::Ordering;

use protocol::limit::MAILBOX_SECONDS;
use relay::{Settings, limit::MAILBOX_OPENINGS_RATE};

use crate::{
    client::{hex, try_ask},
    engine::place,
    world::{Running, World},
};

#[test]
fn a_mailbox_passes_messages_and_ends_after_three_tries() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let put = |n: usize, body: &[u8]| {
        try_ask(relay.at, "POST", &format!("/v1/rendezvous/{}?n={n}", "ab".repeat(16)), "", body).expect("an answer")
    };
    for attempt in 1..=3 {
        assert_eq!(put(0, b"hello").status, 204, "try {attempt}");
    }
    assert_eq!(put(1, b"and back").status, 204, "the other side answers");
    assert_eq!(put(1, b"too late").status, 409, "nothing is written over");
    let path = format!("/v1/rendezvous/{}?n=1", "ab".repeat(16));
    assert_eq!(try_ask(relay.at, "GET", &path, "", b"").expect("an answer").body, b"and back", "as it was put");
    assert_eq!(put(0, b"again").status, 410, "a fourth try is none");
    relay.stop();
}

#[test]
fn a_mailbox_outlives_a_restart_and_is_over_after_five_minutes() {
    let folder = tempfile::tempdir().expect("a folder");
    let ask = |relay: &Running, method: &str, n: usize| {
        let path = format!("/v1/rendezvous/{}?n={n}", "ab".repeat(16));
        try_ask(relay.at, method, &path, "", b"hello").expect("an answer").status
    };
    let relay = Running::start(folder.path());
    assert_eq!(ask(&relay, "POST", 0), 204, "it opens");
    relay.stop();
    let relay = Running::start(folder.path());
    assert_eq!(ask(&relay, "POST", 1), 204, "who is being paired goes on");
    relay.clock.0.fetch_add(MAILBOX_SECONDS - 1, Ordering::SeqCst);
    assert_eq!(ask(&relay, "GET", 1), 200, "up to its last second");
    relay.clock.0.fetch_add(1, Ordering::SeqCst);
    assert_eq!((ask(&relay, "GET", 0), ask(&relay, "POST", 2)), (404, 404), "and not after it");
    assert_eq!(
        (ask(&relay, "POST", 0), ask(&relay, "GET", 1)),
        (204, 404),
        "another may begin, and finds nothing in it"
    );
    relay.stop();
}

#[test]
fn many_pair_at_once_and_a_stranger_who_asks_too_often_holds_up_nobody() {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = Settings { rate: 10, ..Settings::new(place(folder.path()), "relay.test".to_owned()) };
    let relay = Running::start_with(settings);
    let status = |method: &str, mailbox: u8, n: usize| {
        let path = format!("/v1/rendezvous/{}?n={n}", hex(&[mailbox; 16]));
        try_ask(relay.at, method, &path, "", b"hello").expect("an answer").status
    };
    let opened = 2 * u8::try_from(MAILBOX_OPENINGS_RATE).expect("not many");
    for mailbox in 0..opened {
        assert_eq!(status("POST", mailbox, 0), 204, "{mailbox}: so many are opened at once");
        assert_eq!(status("GET", mailbox, 1), 404, "{mailbox}: and looked into");
    }
    assert_eq!(status("POST", 200, 0), 429, "more have to wait a second");
    let stranger = (0..40).filter(|_| status("GET", 255, 0) == 429).count();
    assert_eq!(stranger, 20, "who asks for one mailbox again and again is told so");
    for mailbox in 0..opened {
        assert_eq!(status("POST", mailbox, 1), 204, "{mailbox}: who pairs goes on");
        assert_eq!(status("POST", mailbox, 0), 204, "{mailbox}: also to another try");
    }
    relay.clock.0.fetch_add(1, Ordering::SeqCst);
    assert_eq!(status("POST", 200, 0), 204, "a second later another is opened");
    relay.stop();
}

#[test]
fn without_the_registration_token_nobody_begins_a_space() {
    let folder = tempfile::tempdir().expect("a folder");
    let token = Some("sesame".to_owned());
    let settings = Settings::new(place(folder.path()), "relay.test".to_owned());
    let relay = Running::start_with(Settings { registration_token: token, ..settings });
    let path = format!("/v1/spaces/{}/membership", hex(&[1; 32]));
    let without = try_ask(relay.at, "POST", &path, "", &[1, 0]).expect("an answer");
    assert_eq!(without.status, 401, "nothing was shown");
    let with = try_ask(relay.at, "POST", &path, "sesame", &[1, 0]).expect("an answer");
    assert_eq!(with.body, [1, 5], "with it the record is looked at, and refused for what it is");
    relay.stop();
}

#[test]
fn who_asks_too_often_is_told_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = Settings { rate: 1, ..Settings::new(place(folder.path()), "relay.test".to_owned()) };
    let relay = Running::start_with(settings);
    let path = format!("/v1/rendezvous/{}?n=0", "ab".repeat(16));
    let status = || try_ask(relay.at, "GET", &path, "", b"").expect("an answer").status;
    assert_eq!([status(), status(), status()], [404, 404, 429], "twice the rate at once, not more");
    relay.stop();
}

#[test]
fn a_full_space_takes_no_entry_and_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = Settings { rate: 1_000_000, ..Settings::new(place(folder.path()), "relay.test".to_owned()) };
    let relay = Running::start_with(Settings { quota_mib: 1, ..settings });
    let world = World::new(relay.at);
    let (one, first) = world.sealed(&world.anna.device, 1, None, &[0; 700_000]);
    let (_, second) = world.sealed(&world.anna.device, 2, Some(one), &[0; 700_000]);
    let owner = world.owner();
    assert_eq!(owner.upload(&[&first]).len(), 1, "there is room for one");
    let upload = protocol::wire::Upload { entries: vec![protocol::encode::Blob(second)] };
    let answer = owner.ask("POST", "entries", &protocol::wire::Message::to_bytes(&upload));
    assert_eq!(answer.status, 507, "not for two");
    assert_eq!(owner.entries().len(), 1, "the first stands");
    relay.stop();
}

#[test]
fn metrics_count_and_name_nobody() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let world = World::new(relay.at);
    world.owner().log(0, None, 0);
    let text = try_ask(relay.at, "GET", "/metrics", "", b"").expect("an answer").body;
    let text = String::from_utf8(text).expect("text");
    assert!(text.contains("relay_spaces 1\n"), "one space: {text}");
    assert!(text.contains("route=\"/v1/spaces/{space}/log\",status=\"200\"} 1\n"), "requests by pattern: {text}");
    let ids = [&world.membership.space().0[..], &world.anna.device.device.0, &world.sharing.scope().0];
    assert!(ids.iter().all(|id| !text.contains(&hex(id))), "no id is in it");
    relay.stop();
}
