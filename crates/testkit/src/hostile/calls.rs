//! Requests to a relay: any path, any body, with and without a token.

use data_encoding::HEXLOWER;
use protocol::{
    id::BoxHash,
    wire::{Appended, Challenge, LogPage, LogRequest, Message, Pins, PinsRequest, Token, TokenRequest, Uploaded},
};
use sync::{Answer, Call, Method};

use super::{
    Sample,
    pieces::{Pieces, piece},
    scene::{Scene, play},
};
use crate::simulated_relay::Line;

/// How many kinds of call there are.
const KINDS: u8 = 11;

/// Calls, one after the other: a byte for what, one for who, and the body.
pub fn calls(bytes: &[u8]) {
    if !bytes.is_empty() {
        play(|scene| {
            let mut pieces = Pieces(bytes);
            while let (Some(what), Some(who), Some(body)) = (pieces.byte(), pieces.byte(), pieces.piece()) {
                ask(scene, what % KINDS, who, body);
            }
        });
    }
}

/// A bad request changes nothing; a good one has an answer that devices can read.
fn ask(scene: &mut Scene, what: u8, who: u8, body: &[u8]) {
    let call = Call { bearer: bearer(scene, who), ..call(scene, what, body) };
    let before = scene.relay.changes();
    match scene.relay.carry(&call) {
        Answer::Good(bytes) => assert!(reads(what, &bytes), "the answer to a call of kind {what} can be read"),
        Answer::Status(status) => {
            assert!((400..=599).contains(&status), "{status} is the status of a refusal");
            assert!(before == scene.relay.changes(), "a refused call changes nothing");
        }
        Answer::Nothing | Answer::Clock => panic!("a relay always answers"),
    }
}

fn bearer(scene: &Scene, who: u8) -> Option<String> {
    match who % 4 {
        who @ (0 | 1) => scene.tokens.get(usize::from(who)).cloned(),
        2 => Some(HEXLOWER.encode(&[who; 32])),
        _ => None,
    }
}

fn call(scene: &Scene, what: u8, body: &[u8]) -> Call {
    let at = |method, rest: &str| Call {
        method,
        path: format!("/v1/spaces/{}/{rest}", scene.space),
        bearer: None,
        body: body.to_vec(),
        wait_seconds: 0,
    };
    match what {
        0 => at(Method::Post, "challenge"),
        1 => at(Method::Post, "token"),
        2 => at(Method::Post, "membership"),
        3 => at(Method::Post, &format!("scopes/{}/sharing", scene.scope)),
        4 => at(Method::Post, "entries"),
        5 => at(Method::Post, "pins"),
        6 => at(Method::Get, &format!("log?request={}", HEXLOWER.encode(body))),
        7 => at(Method::Put, &format!("boxes/{}", BoxHash::of(body))),
        8 => at(Method::Get, &format!("boxes/{}", HEXLOWER.encode(body))),
        9 => mailbox(body),
        _ => Call { path: String::from_utf8_lossy(body).into_owned(), ..at(Method::Get, "") },
    }
}

/// A number, whether it is read, and what is put.
fn mailbox(body: &[u8]) -> Call {
    let mut pieces = Pieces(body);
    let (n, put) = (pieces.number().unwrap_or_default() % 12, pieces.byte().is_some_and(|byte| byte % 2 == 0));
    let path = format!("/v1/rendezvous/{}?n={n}", HEXLOWER.encode(&[9; 16]));
    let method = if put { Method::Post } else { Method::Get };
    Call { method, path, bearer: None, body: pieces.0.to_vec(), wait_seconds: 0 }
}

fn reads(what: u8, bytes: &[u8]) -> bool {
    match what {
        0 => Challenge::from_bytes(bytes).is_ok(),
        1 => Token::from_bytes(bytes).is_ok(),
        2 | 3 => Appended::from_bytes(bytes).is_ok(),
        4 => Uploaded::from_bytes(bytes).is_ok(),
        5 => Pins::from_bytes(bytes).is_ok(),
        6 => LogPage::from_bytes(bytes).is_ok(),
        _ => true,
    }
}

/// A call of each kind, by the owner.
#[must_use]
pub fn samples() -> Vec<Sample> {
    play(|scene| {
        let log = |after, scope| LogRequest { after, scope, wait_seconds: 0 }.to_bytes();
        let token = TokenRequest {
            device: scene.keys[0].device(),
            nonce: [1; 32],
            signature: scene.keys[0].keys().sign(protocol::signature::Context::Challenge, b""),
        };
        let book = scene.relay.books.get(&scene.space).expect("the space");
        let entry = book.line.values().rev().find(|line| matches!(line, Line::Entry { .. })).expect("an entry");
        let record = book.line.values().next().expect("a record");
        let upload = protocol::wire::Upload { entries: vec![protocol::encode::Blob(entry.bytes().to_vec())] };
        let append = protocol::wire::Append { record: protocol::encode::Blob(record.bytes().to_vec()) };
        let (hash, held) = book.boxes.iter().next().expect("a box");
        let calls = [
            ("challenge", 0, Vec::new()),
            ("token", 1, token.to_bytes()),
            ("membership", 2, append.to_bytes()),
            ("sharing", 3, append.to_bytes()),
            ("entries", 4, upload.to_bytes()),
            ("pins", 5, PinsRequest { devices: vec![scene.keys[1].device()] }.to_bytes()),
            ("log", 6, log(0, None)),
            ("log-of-a-scope", 6, log(3, Some(scene.scope))),
            ("put-box", 7, held.clone()),
            ("get-box", 8, hash.0.to_vec()),
            ("mailbox", 9, vec![0, 0, 0, 1, 2, 3]),
            ("path", 10, b"/v1/spaces".to_vec()),
        ];
        calls.map(|(name, what, body)| (name.to_owned(), [vec![what, 0], piece(&body)].concat())).into()
    })
}
